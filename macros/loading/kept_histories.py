"""What git tells of each report, kept by everything that it follows from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta, timezone
from functools import partial
from hashlib import sha256
from typing import Any, NamedTuple

from macros.history.public_states import Past
from macros.history.published_names import Names
from macros.history.vintages import Making
from macros.loading.kept_parts import KEPT_PARTS
from macros.loading.kept_reports import KeptReports
from macros.record import Catalogue, Edition, Report, ReportHistory, ReportKey
from macros.store import Shared, packed, unpacked

_HEAD = tuple(field.name for field in fields(Edition) if field.name != "changes")


class KeptHistory(NamedTuple):
    """The heads of the editions of a report; what each of them changed, and the vintages, are packed once more."""

    editions: tuple[dict[str, Any], ...]
    rest: bytes
    digest: bytes


@dataclass(frozen=True)
class KeptHistories:
    """Tells the history of each report that is kept, and keeps it of the others."""

    kept: KeptReports
    shared: Shared
    past: Past
    drafts: Mapping[ReportKey, Sequence[str]]
    names: str

    @classmethod
    def of(cls, kept: KeptReports, shared: Shared, past: Past, catalogue: Catalogue) -> "KeptHistories":
        names = Names.of(catalogue)
        known = (sorted(names.published), names.withheld.names, names.withheld.published)
        key = kept.store.key
        return cls(kept, shared, past, _drafts(past), key("names", *(key(*each) for each in known)))

    def told(self, report: Report, make: Making) -> ReportHistory:
        """The history of a report; one that is not kept is made."""
        path = self.kept.paths.get(report.key)
        if path is None or not self.past.knowledge.is_sure:
            # What git could not tell just now it may tell another time.
            return make(report)
        key = self.kept.store.key("history", self.kept.key(path), self.names, *self._followed(report.key))
        found = self.kept.store.kept(key)
        if found is not None:
            try:
                return self._stored(report, unpacked(found, (KeptHistory, *_PARTS)))
            except ValueError:
                pass
        made = make(report)
        new = _packed(made, report, self.shared)
        self.kept.store.keep(key, packed(new, _PARTS))
        return ReportHistory.late({**vars(made), "_digest": new.digest}, dict)

    def _followed(self, report: ReportKey) -> Iterator[str]:
        """All that a history follows from, beside what the report says today."""
        yield from _states(report, self.past)
        yield from ("drafts", *self.drafts.get(report, ()))

    def _stored(self, report: Report, kept: KeptHistory) -> ReportHistory:
        rest = _Rest(report, kept.rest, self.shared)
        editions = tuple(Edition.late(head, partial(rest.changes, n)) for n, head in enumerate(kept.editions))
        return ReportHistory.late({"editions": editions, "_digest": kept.digest}, rest.vintages)


class _Rest:
    """What is packed once more of a history, unpacked at the first question."""

    def __init__(self, report: Report, content: bytes, shared: Shared) -> None:
        self._report, self._content, self._shared = report, content, shared
        self._known: tuple[Any, Any] | None = None

    def changes(self, n: int) -> dict[str, Any]:
        return {"changes": self._unpacked[0][n]}

    def vintages(self) -> dict[str, Any]:
        return {"vintages": self._unpacked[1]}

    @property
    def _unpacked(self) -> tuple[Any, Any]:
        if self._known is None:
            shared = _Shared(self._shared, self._report)
            self._known = unpacked(self._content, _PARTS, shared)
        return self._known


class _Shared(Mapping[str, object]):
    """Parts of the definitions, and the figures of a report, by name."""

    def __init__(self, definitions: Shared, report: Report) -> None:
        self._definitions, self._report = definitions, report

    def __getitem__(self, name: str) -> object:
        kind, _, number = name.partition(" ")
        return self._report.observations[int(number)] if kind == "figure" else self._definitions[name]

    def __iter__(self) -> Iterator[str]:
        yield from self._definitions
        yield from (f"figure {n}" for n in range(len(self._report.observations)))

    def __len__(self) -> int:
        return len(self._definitions) + len(self._report.observations)


_PARTS = (*KEPT_PARTS, datetime, timedelta, timezone)


def _packed(made: ReportHistory, report: Report, shared: Shared) -> KeptHistory:
    """A history, which names the figures that stand today instead of having them once more."""
    heads = tuple({name: getattr(edition, name) for name in _HEAD} for edition in made.editions)
    rest = (tuple(edition.changes for edition in made.editions), dict(made.vintages))
    content = packed(rest, _PARTS, _Shared(shared, report))
    return KeptHistory(heads, content, sha256(packed(heads, _PARTS) + content).digest())


def _states(report: ReportKey, past: Past) -> Iterator[str]:
    """All that git has public of a report, by what cannot change: commits, and the contents that they brought."""
    for state in past.states.get(report, ()):
        commit = state.commit
        yield f"{commit.id} {commit.seconds} {commit.boundary} {state.content} {' '.join(state.definitions)}"


def _drafts(past: Past) -> dict[ReportKey, list[str]]:
    """The same of drafts, by their reports."""
    found: dict[ReportKey, list[str]] = {}
    for (report, number), (commit, content) in past.drafts.items():
        found.setdefault(report, []).append(f"{number} {commit.id} {content}")
    return found
