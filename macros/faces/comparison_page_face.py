"""The page that holds a report against earlier ones, and the page on which a reader chooses any two periods."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from macros import addresses
from macros.comparing.comparison import Comparison
from macros.comparing.reference_periods import offered, period_before, year_before
from macros.faces import phrases
from macros.faces.changes_face import ComparisonFace, comparison_face
from macros.faces.largest_face import LargestFace, largest_faces
from macros.faces.linked_text import Part
from macros.record import Catalogue, Report
from macros.wording import comparison as wording

Compare = Callable[[Report, Report], Comparison]


@dataclass(frozen=True, slots=True)
class PublishedComparisonFace:
    """A comparison that a report is published with: under which heading, at which anchor, and its file."""

    heading: str
    anchor: str
    file: str
    largest: tuple[LargestFace, ...]
    compared: ComparisonFace


@dataclass(frozen=True, slots=True)
class PeriodFormFace:
    """The form that chooses two periods: each that is offered, with its name, and the two that are chosen already."""

    periods: tuple[tuple[str, str], ...]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ComparisonPageFace:
    """The page of a report. Without another report there is no `form`; `has_all` says that it offers every period."""

    title: str
    description: str
    heading: str
    report: Part
    comparisons: tuple[PublishedComparisonFace, ...]
    form: PeriodFormFace | None
    has_all: bool


@dataclass(frozen=True, slots=True)
class ChooserFace:
    """The page for any two periods: its form, the terms that a table may use, and the pages that are there already."""

    form: PeriodFormFace | None
    terms: tuple[tuple[str, str], ...]
    ready: tuple[Part, ...]


# A list of all reports on the page of each would make many reports slow to build; one page has it.
_MOST_CHOICES = 24


def comparison_page_face(report: Report, catalogue: Catalogue, compare: Compare) -> ComparisonPageFace:
    """The face of the page of a report."""
    title, period = phrases.report_title(report), phrases.inside(report.period.label)
    pair = _pair(catalogue, report)
    offers = {each.period: each for each in (*catalogue.around(report, _MOST_CHOICES), *pair)}
    newest_first = sorted(offers.values(), key=lambda each: each.period.order, reverse=True)
    return ComparisonPageFace(
        title=wording.PAGE_TITLE.format(report=title),
        description=wording.PAGE_DESCRIPTION.format(period=period),
        heading=wording.HEADING.format(period=period),
        report=Part(title, addresses.report(report)),
        comparisons=tuple(_published(report, catalogue, compare)),
        form=_form(pair, newest_first),
        has_all=len(newest_first) == len(catalogue.reports),
    )


def chooser_face(catalogue: Catalogue) -> ChooserFace:
    """The face of the page for any two periods."""
    return ChooserFace(
        form=_form(_pair(catalogue), catalogue.reports),
        terms=tuple((kind, phrases.inside(wording.KIND_LABELS[kind])) for kind in wording.KIND_MEANINGS),
        ready=tuple(
            Part(wording.READY_REPORT.format(report=phrases.report_title(report)), addresses.comparison(report))
            for report in catalogue.reports
        ),
    )


def _pair(catalogue: Catalogue, report: Report | None = None) -> tuple[Report, ...]:
    """The two reports that a form has chosen before anybody does; none where there is but one."""
    return offered(catalogue, report) if len(catalogue.reports) > 1 else ()


def _form(pair: tuple[Report, ...], offers: Collection[Report]) -> PeriodFormFace | None:
    if not pair:
        return None
    before, after = (str(report.period) for report in pair)
    return PeriodFormFace(tuple((str(each.period), each.period.label) for each in offers), before, after)


def _published(report: Report, catalogue: Catalogue, compare: Compare) -> Iterator[PublishedComparisonFace]:
    """The comparisons that a report is published with: to the period before, and to the same of last year."""
    before, last_year = period_before(report, catalogue), year_before(report, catalogue)
    if before is not None and before is not last_year:
        yield _comparison(compare(before, report), catalogue, wording.WITH_BEFORE, "ky-truoc")
    if last_year is not None:
        yield _comparison(compare(last_year, report), catalogue, wording.WITH_YEAR_BEFORE, "cung-ky")


def _comparison(comparison: Comparison, catalogue: Catalogue, heading: str, anchor: str) -> PublishedComparisonFace:
    before, after = comparison.before.period, comparison.after.period
    return PublishedComparisonFace(
        heading=heading.format(period=phrases.inside(before.label)),
        anchor=anchor,
        file=addresses.comparison_file(before, after),
        largest=largest_faces(comparison, catalogue),
        compared=comparison_face(comparison, catalogue),
    )
