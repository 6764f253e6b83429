"""Earlier contents of report files to the states that they were: what was public, what was a draft, what says nothing.

A state must say for sure what it was: which period, how often revised, each figure once.
"""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from macros.reading.past_files import PastFiles
from macros.reading.shapes import ObservationShape, ReportFile, RevisionShape
from macros.record import ReportKey, ReportStatus, SeriesKey


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

    report: ReportKey
    revisions: tuple[PastRevision, ...]
    figures: Mapping[SeriesKey, PastFigure]


class Draft(NamedTuple):
    """A state of a report that was not public, and how many revisions it declared."""

    report: ReportKey
    revisions: int


# What a content is; None: nothing that can be read.
Reading: TypeAlias = Version | Draft | None


class RevisionsReader:
    """Reads contents one after the other; equal parts of them become the same object."""

    def __init__(self) -> None:
        self._files = PastFiles(ReportFile, "observations")
        # By identity, with the shape that keeps it.
        self._figures: dict[int, tuple[ObservationShape, PastFigure]] = {}

    def read(self, content: bytes) -> Reading:
        """What a content says."""
        shape = self._files.read(content)
        if shape is None:
            # The figures of a draft take no part.
            head = self._files.read_head(content)
            return _draft(head) if head is not None and head.status is ReportStatus.DRAFT else None
        if not {"revisions", "observations"} <= shape.model_fields_set:
            return None
        if shape.status is ReportStatus.DRAFT or not shape.revisions:
            return _draft(shape)
        figures = {observation.series: self._figure(observation) for observation in shape.observations}
        if len(figures) < len(shape.observations):
            return None
        return Version(shape.report, tuple(map(_revision, shape.revisions)), figures)

    def _figure(self, shape: ObservationShape) -> PastFigure:
        known = self._figures.get(id(shape))
        if known is None:
            known = self._figures[id(shape)] = (shape, _figure(shape))
        return known[1]


def _draft(shape: ReportFile) -> Draft:
    return Draft(shape.report, len(shape.revisions))


def _revision(shape: RevisionShape) -> PastRevision:
    return PastRevision(shape.number, shape.date.isoformat() if shape.date else None, shape.reason, shape.document)


def _figure(shape: ObservationShape) -> PastFigure:
    status, expected = (str(part) if part is not None else None for part in (shape.status, shape.expected))
    persons = tuple((person.name, person.withheld) for person in shape.persons)
    return PastFigure(shape.value, status, expected, shape.reason, shape.note, shape.target, persons)
