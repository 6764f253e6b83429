"""Which reports cite a document, and on which of its pages that is told: all on its own page, or the newest there."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from macros import addresses
from macros.faces.years import Calendar, Span, first_page
from macros.record import Catalogue, Document, Report

# How often a report cites each document, by the document's id.
Counted = Callable[[Report], Mapping[str, int]]


def cited_documents(report: Report) -> dict[str, int]:
    """How often figures and revisions of a report cite each document; passages of its narrative are not among them."""
    cited = Counter(id for row in report.observations for id in row.documents)
    cited.update({revision.document for revision in report.revisions if revision.document})
    return dict(cited)


@dataclass(frozen=True, slots=True)
class CitingReport:
    """A report that cites a document, and how often."""

    report: Report
    count: int


Spans = list[tuple[Span, tuple[CitingReport, ...]]]


class CitingReports:
    """The reports that cite each document, by the years that share a page.

    `counted` is what `cited_documents` says of a report, for whoever knows it without reading the report again.
    """

    def __init__(self, catalogue: Catalogue, calendar: Calendar, counted: Counted = cited_documents) -> None:
        self._calendar = calendar
        self._reports: dict[str, list[CitingReport]] = {}
        passages: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for citation in catalogue.citations:
            passages[addresses.narrative(citation.page)][citation.document] += 1
        for report in catalogue.reports:
            counts = passages[addresses.report(report)] + Counter(counted(report))
            for id, count in counts.items():
                self._reports.setdefault(id, []).append(CitingReport(report, count))

    def shown(self, document: Document) -> tuple[Report, ...]:
        """Those that are told of on the document's own page, newest first."""
        spans = self._spans(document)
        return tuple(citing.report for _, found in spans[: _first(spans)] for citing in found)

    def earlier(self, document: Document) -> Spans:
        """Those that are told of on pages of their years, newest first."""
        spans = self._spans(document)
        return spans[_first(spans) :]

    def _spans(self, document: Document) -> Spans:
        return self._calendar.spans(self._reports.get(document.id, ()), lambda citing: citing.report.period.year)


def _first(spans: Spans) -> int:
    return first_page(spans, lambda citing: citing.count)
