"""Earlier contents of report files to what they said, leniently: what a shape has come to demand since is not asked.

Versions of one file differ in a figure or two, so that a block which has been read once is not read again.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from macros.reading.lenient import mended
from macros.reading.sources import decoded
from macros.reading.yaml_records import HARMLESS, Value, parse_past_record
from macros.record import Period, ReportStatus, Status

_BLOCK = "\n  - indicator:"
_NAME = "a version"


class PastFigure(NamedTuple):
    """A figure as a file once stated it; every part is the text that was typed, `persons` are names and "withheld"."""

    value: str | None
    status: str | None
    expected: str | None
    reason: str | None
    note: str | None
    target: str | None
    persons: tuple[tuple[str, bool], ...]

    @property
    def shown(self) -> tuple[str, str, str, str]:
        """What makes it another figure; `43,75` and `43.75` are the same, and a note is no part of it."""
        return machine(self.value), self.status or "", self.expected or "", machine(self.target)


def machine(number: str | None) -> str:
    """A number as typed, with a point for its comma; nothing where there is none."""
    return (number or "").replace(",", ".")


class PastRevision(NamedTuple):
    """A declared revision as a file once stated it; the date in ISO form."""

    number: int
    date: str | None
    reason: str
    document: str | None


class Version(NamedTuple):
    """One public state of a report."""

    period: str
    revisions: tuple[PastRevision, ...]
    figures: Mapping[str, PastFigure]


class Draft(NamedTuple):
    """A state of a report that was not public, and how many revisions it declared."""

    period: str
    revisions: int


# What a content is; None: nothing that can be read.
Reading: TypeAlias = Version | Draft | None


class Reader:
    """Reads contents one after the other; equal parts of them become the same object."""

    def __init__(self) -> None:
        self._blocks: dict[str, tuple[str, PastFigure] | None] = {}
        self._heads: dict[str, Value] = {}

    def read(self, content: bytes) -> Reading:
        """What a content says."""
        text = decoded(_NAME, content)
        if not isinstance(text, str):
            return None
        text = text.replace("\r\n", "\n")
        return self._in_blocks(text) or self._whole(text)

    def _in_blocks(self, text: str) -> Reading:
        """What a text in blocks says; None when it has another form, or a block does not stand on its own."""
        head, *rest = text.split(_BLOCK)
        if not rest or not head.rstrip().endswith("observations:"):
            return None
        if head not in self._heads:
            self._heads[head] = _value(head)
        top = self._heads[head]
        if not isinstance(top, dict) or top.get("observations", "") is not None:
            return None
        if top.get("status") == ReportStatus.DRAFT:
            # Its figures take no part.
            return _version(top, {})
        figures: dict[str, PastFigure] = {}
        for block in rest:
            if block not in self._blocks:
                entries = _value(f"{_BLOCK}{block}")
                alone = isinstance(entries, list) and len(entries) == 1
                self._blocks[block] = _figure(entries[0]) if alone and isinstance(entries, list) else None
            found = self._blocks[block]
            if found is None or found[0] in figures:
                return None
            figures[found[0]] = found[1]
        return _version(top, figures)

    def _whole(self, text: str) -> Reading:
        value = _value(text)
        if not isinstance(value, dict) or not isinstance(entries := value.get("observations"), list):
            return None
        figures = [_figure(entry) for entry in entries]
        known = {found[0]: found[1] for found in figures if found is not None}
        return _version(value, known) if len(known) == len(figures) else None


def _value(text: str) -> Value:
    """The plain value of a YAML text, None where its syntax is broken."""
    record = parse_past_record(_NAME, text)
    return mended(record.value) if all(problem.code in HARMLESS for problem in record.problems) else None


def _version(head: Mapping[str, Any], figures: Mapping[str, PastFigure]) -> Reading:
    match head:
        case {"status": str() as status, "period": str() as period, "revisions": list() as entries}:
            revisions = [_revision(entry) for entry in entries]
            if status not in list(ReportStatus) or _period(period) is None:
                return None
            known = tuple(revision for revision in revisions if revision is not None)
            if len(known) < len(revisions):
                return None
            public = known and status == ReportStatus.PUBLISHED
            return Version(period, known, figures) if public else Draft(period, len(known))
        case _:
            return None


def _revision(entry: Any) -> PastRevision | None:
    match entry:
        case {"number": str() as number, "reason": str() as reason} if number.isdecimal():
            day, document = entry.get("date"), entry.get("document")
            stated = day if isinstance(day, str) and _day(day) else None
            return PastRevision(int(number), stated, reason, document if isinstance(document, str) else None)
        case _:
            return None


def _figure(entry: Any) -> tuple[str, PastFigure] | None:
    match entry:
        case {"indicator": str() as indicator}:
            parts = [entry.get(key) for key in ("value", "status", "expected", "reason", "note", "target")]
            value, status, expected, reason, note, target = (part if isinstance(part, str) else None for part in parts)
            if status is not None and status not in list(Status):
                return None
            if expected is not None and _period(expected) is None:
                return None
            persons = entry.get("persons")
            named = tuple(map(_person, persons if isinstance(persons, list) else []))
            return indicator, PastFigure(value, status, expected, reason, note, target, named)
        case _:
            return None


def _person(entry: Any) -> tuple[str, bool]:
    match entry:
        case {"name": str() as name}:
            return name, entry.get("withheld") == "true"
        case _:
            # Whoever it was: a name that cannot be read is not published.
            return "", True


def _period(text: str) -> Period | None:
    try:
        return Period.parse(text)
    except ValueError:
        return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
