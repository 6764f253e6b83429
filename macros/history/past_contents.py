"""What the contents in a history say, by their ids: each is read once, in this process and by those that follow.

A content is named by the digest of its bytes, so that what it says never changes. What some hundred commits brought is
kept together: once later commits have come, it is the same for ever, whatever branch or clone it is met in.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from macros.history.git import Commit, Objects, present
from macros.history.parsed_revisions import Draft, PastFigure, PastRevision, Reading, RevisionsReader, Version
from macros.history.past_definitions import DefinitionsReader, Meant, Measure
from macros.record import Period, PeriodKind, ReportKey, SeriesKey
from macros.store import Store, packed, unpacked

REPORTS = "data/reports"
INDICATORS = "data/indicators"
REGISTERS = ("data/units.yaml", "data/code-lists.yaml")
_COMMITS = 500
_KINDS = {"report": REPORTS, "definition": INDICATORS, "register": ""}
_CLASSES = (Draft, Meant, Measure, PastFigure, PastRevision, Period, PeriodKind, ReportKey, SeriesKey, Version)
# Of each content that is asked for, its kind and its id.
_Content: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Readings:
    """What contents say: reports, what indicators measured, what units and codes meant. `whole` if git has them all."""

    reports: dict[str, Reading] = field(default_factory=dict)
    measures: dict[str, Mapping[str, Measure]] = field(default_factory=dict)
    meanings: dict[str, Mapping[Meant, str]] = field(default_factory=dict)
    whole: bool = True


# For a process that builds again and again.
_KNOWN: dict[_Content, Any] = {}


def read_contents(root: Path, commits: Sequence[Commit], store: Store | None = None) -> Readings:
    """What each content that the commits brought says; nothing of one that git does not have."""
    batches = list(_batches(commits))
    asked = [content for batch in batches for content in batch]
    # Of a repository that has lost something nothing is taken for known.
    kept = store if store is not None and present(root, [id for _, id in asked]) else None
    with Objects(root) as objects:
        reader = _Reader(objects)
        for batch in batches:
            if any(content not in _KNOWN for content in batch):
                _KNOWN.update(_kept_or_read(batch, reader, kept))
    said = [(kind, id, _KNOWN[kind, id]) for kind, id in asked if (kind, id) in _KNOWN]
    reports, measures, meanings = ({id: what for of, id, what in said if of == kind} for kind in _KINDS)
    return Readings(reports, measures, meanings, len(said) == len(asked))


def _kept_or_read(batch: Sequence[_Content], reader: "_Reader", store: Store | None) -> Mapping[_Content, Any]:
    """What a batch says; whatever of it could not be read is left out, and then the rest is not kept."""
    key = store.key("readings", *(part for content in batch for part in content)) if store else ""
    if store is not None and (kept := store.kept(key)) is not None:
        with suppress(ValueError):
            found: Mapping[_Content, Any] = unpacked(kept, _CLASSES)
            return found
    read = {content: said for content in batch for said in reader.read(content)}
    if store is not None and len(read) == len(batch):
        store.keep(key, packed(read))
    return read


def is_in(path: str, folder: str) -> bool:
    """Whether a path is that of a data file right in a folder."""
    return path.endswith(".yaml") and path.rpartition("/")[0] == folder


def _batches(commits: Sequence[Commit]) -> Iterator[list[_Content]]:
    """The contents that some hundred commits were the first to bring, oldest commits first, each in order."""
    seen: set[_Content] = set()
    for start in range(0, len(commits), _COMMITS):
        changes = (change for commit in commits[start : start + _COMMITS] for change in commit.changes)
        brought = {(kind, blob) for path, blob in changes if blob for kind in [_kind(path)] if kind is not None} - seen
        seen |= brought
        yield sorted(brought)


def _kind(path: str) -> str | None:
    if path in REGISTERS:
        return "register"
    return next((kind for kind, folder in _KINDS.items() if folder and is_in(path, folder)), None)


class _Reader:
    """Reads contents one after the other; equal parts of them become the same object."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._revisions, self._definitions = RevisionsReader(), DefinitionsReader()

    def read(self, content: _Content) -> Iterator[object]:
        """What a content says; nothing where git does not have it."""
        kind, id = content
        if content in _KNOWN:
            yield _KNOWN[content]
            return
        if (found := self._objects.blob(id)) is None:
            return
        match kind:
            case "report":
                yield self._revisions.read(found)
            case "definition":
                yield self._definitions.measures(found)
            case _:
                yield self._definitions.meanings(found)
