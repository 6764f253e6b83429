"""What the pages of every revision of every report say; the feed tells the newest of the same."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from macros import addresses
from macros.faces import phrases, revision_text
from macros.faces.edition_face import EditionFace, edition_face
from macros.faces.linked_text import Part
from macros.faces.series_pages import SeriesPages
from macros.faces.years import MOST_LISTED, Calendar, EarlierFace, Span, TurnsFace, span_links, titled, turns
from macros.record import Catalogue, Edition, Report
from macros.wording import history as wording
from macros.wording import revisions
from macros.wording import years as counted

# Of so many reports the revisions have room on one page. It is told by reports and not by revisions, so that a page
# which leads to one need not know what became of every other report.
MOST_REPORTS = 60

# Where a revision is told of.
EntryOf = Callable[[Edition], str]


@dataclass(frozen=True, slots=True)
class YearFace:
    """The revisions of one year, newest first, or those of which the year is not known."""

    year: str
    editions: tuple[EditionFace, ...]


@dataclass(frozen=True, slots=True)
class HistoryFace:
    """The page: why the history may not be whole, "" where it is, the files that could not be read, and all revisions.

    `drafts` are the reports of which nothing has been published yet. Of many reports it has the newest revisions, and
    `by_report` leads to the pages that have all.
    """

    incomplete: str
    unreadable: tuple[str, ...]
    years: tuple[YearFace, ...]
    drafts: tuple[Part, ...]
    by_report: EarlierFace | None = None


@dataclass(frozen=True, slots=True)
class HistoryYearsFace:
    """The page of the revisions of the reports on some years."""

    address: str
    title: str
    description: str
    turns: TurnsFace
    years: tuple[YearFace, ...]


@dataclass(frozen=True, slots=True)
class EntryPlaces:
    """Tells where a revision is told of: where there is a `calendar`, on the page of the years of its report.

    That page is there from the first day on, so that what leads there need not be changed when the year is over.
    """

    calendar: Calendar | None = None

    @classmethod
    def of(cls, catalogue: Catalogue, calendar: Calendar) -> Self:
        """The places of the revisions of a catalogue."""
        return cls(calendar if len(catalogue.reports) > MOST_REPORTS else None)

    def __call__(self, edition: Edition) -> str:
        if self.calendar is None:
            return addresses.edition_entry(edition)
        return addresses.edition_entry(edition, self.calendar.span(edition.period.year).below(addresses.HISTORY))


def history_face(
    catalogue: Catalogue, report_spans: Sequence[tuple[Span, Sequence[Report]]], pages: SeriesPages
) -> HistoryFace:
    """The face of the page; `report_spans` are all reports by the years that share a page, `pages` of indicators."""
    spans = report_spans if len(catalogue.reports) > MOST_REPORTS else ()
    editions = revision_text.public_editions(catalogue.history.editions)
    years = _years(editions[:MOST_LISTED] if spans else editions, catalogue, pages)
    return HistoryFace(
        incomplete=revisions.KNOWLEDGE_TEXTS[catalogue.history.knowledge],
        unreadable=tuple(catalogue.history.unreadable),
        years=years,
        drafts=tuple(
            Part(phrases.report_title(report), addresses.report(report)) for report in revision_text.drafts(catalogue)
        ),
        by_report=_by_report(spans, {year.year for year in years}) if spans else None,
    )


def _by_report(spans: Sequence[tuple[Span, Sequence[Report]]], shown: Iterable[str]) -> EarlierFace:
    taken = {int(year) for year in shown if year.isdigit()}
    pages = span_links(addresses.HISTORY, spans, counted.REPORTS, "nam-{}", taken)
    return EarlierFace("theo-nam", wording.BY_REPORT, wording.BY_REPORT_LEAD, pages)


def history_years_face(
    span: Span, reports: Sequence[Report], catalogue: Catalogue, spans: Sequence[Span], pages: SeriesPages
) -> HistoryYearsFace:
    """The face of the page of the reports of a span, one of all that have a page."""
    histories = [catalogue.history.reports.get(report.key) for report in reports]
    editions = [edition for found in histories if found is not None for edition in found.editions]
    return HistoryYearsFace(
        address=span.below(addresses.HISTORY),
        title=titled(wording.YEARS_TITLE, span),
        description=wording.YEARS_DESCRIPTION.format(years=span.label),
        turns=turns(Part(wording.TITLE, addresses.HISTORY), span, spans),
        years=_years(revision_text.public_editions(editions), catalogue, pages),
    )


def _years(editions: Iterable[Edition], catalogue: Catalogue, pages: SeriesPages) -> tuple[YearFace, ...]:
    return tuple(
        YearFace(year, tuple(edition_face(edition, catalogue, pages) for edition in found))
        for year, found in revision_text.by_year(editions)
    )
