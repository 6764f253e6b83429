"""What the laws between reports ask of a report: enough to tell at once that there is nothing to say of it.

Where there may be, they ask the report itself. A summary is made of a file alone, and so as good as the file.
"""

import datetime
from typing import NamedTuple

from macros.problems.problem import Place
from macros.reading.document_citations import cited
from macros.reading.project import Entry
from macros.reading.shapes import ObservationShape, PersonShape, ReportFile
from macros.reading.yaml_records import Spot
from macros.record import Period, ReportKey, ReportStatus, SeriesKey


class SummedRevision(NamedTuple):
    """A revision as its report declares it."""

    number: int
    date: datetime.date | None
    reason: str
    document: str | None


class SummedFigure(NamedTuple):
    """What is typed of a figure: its value, or why there is none, and its target."""

    value: str | None
    status: str
    expected: str
    target: str | None


class SummedPerson(NamedTuple):
    """A person that a report names; of one who is withheld also where that stands."""

    name: str
    withheld: bool
    spot: Spot
    place: Place | None


class ReportSummary(NamedTuple):
    """A report without its words. `figures` are by their keys, the first where one stands twice, which `plain` denies.

    `documents` are those that its notes and revisions cite.
    """

    period: Period
    status: ReportStatus
    cumulative: bool | None
    revisions: tuple[SummedRevision, ...]
    figures: dict[SeriesKey, SummedFigure]
    plain: bool
    documents: tuple[str, ...]
    persons: tuple[SummedPerson, ...]

    @property
    def key(self) -> ReportKey:
        """By what the report is found."""
        return ReportKey(self.period)

    @property
    def values(self) -> int:
        """How many figures have a value."""
        return sum(1 for figure in self.figures.values() if figure.value is not None)


def report_summary(entry: Entry[ReportFile]) -> ReportSummary:
    """The summary of a report, made but once."""
    return entry.summed_up(_summed_up)


def summed_figure(row: ObservationShape) -> SummedFigure:
    return SummedFigure(row.value, str(row.status or ""), str(row.expected or ""), row.target)


def _summed_up(entry: Entry[ReportFile]) -> ReportSummary:
    shape = entry.shape
    figures = {row.series: summed_figure(row) for row in reversed(shape.observations)}
    documents = [revision.document for revision in shape.revisions]
    documents += [citation.document for row in shape.observations for citation in cited(row.note or "")]
    return ReportSummary(
        shape.period,
        shape.status,
        shape.cumulative,
        tuple(SummedRevision(r.number, r.date, r.reason, r.document) for r in shape.revisions),
        dict(reversed(figures.items())),
        len(figures) == len(shape.observations),
        tuple(dict.fromkeys(id for id in documents if id)),
        tuple(_persons(entry)),
    )


def _persons(entry: Entry[ReportFile]) -> list[SummedPerson]:
    """Every person, the one who signed first, then in the order of the figures."""
    shape = entry.shape
    named: list[tuple[PersonShape, Spot]] = [(shape.signer, ("signer", "name"))] if shape.signer else []
    for n, row in enumerate(shape.observations):
        named += [(person, ("observations", n, "persons", k, "name")) for k, person in enumerate(row.persons)]
    return [
        SummedPerson(one.name, one.withheld, spot, entry.record.place(spot) if one.withheld else None)
        for one, spot in named
    ]
