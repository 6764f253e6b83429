"""The page that holds a report against earlier ones, and the page on which a reader chooses any two periods."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from macros import addresses
from macros.comparing.comparison import Comparison
from macros.comparing.reference_periods import offered, period_before, year_before
from macros.faces import phrases
from macros.faces.changes_face import ComparisonFace, comparison_face
from macros.faces.largest_face import LargestFace, largest_faces
from macros.faces.linked_text import Linked, Part, filled
from macros.faces.years import MOST_LISTED, Span, first_page
from macros.record import Catalogue, Period, PeriodKind, Report
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
class YearFormFace:
    """The form that chooses two periods of many, each by its place in a year and by its year.

    `places` are those that periods have, the last of a year first, with their names; `before` and `after` are the place
    and the year that are chosen already.
    """

    places: tuple[tuple[str, str], ...]
    years: tuple[str, ...]
    before: tuple[str, str]
    after: tuple[str, str]


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
    """The page for any two periods: its form, the terms that a table may use, and the pages that are there already.

    Of many reports it has a form `by_year` in the place of the other, and leads to the newest pages; `earlier` says
    where the others are.
    """

    form: PeriodFormFace | None
    by_year: YearFormFace | None
    terms: tuple[tuple[str, str], ...]
    ready: tuple[Part, ...]
    earlier: Linked


# In which every kind of period has all its numbers.
_ANY_YEAR = 2000
# A list of all reports on the page of each would make many reports slow to build; one page has it.
_MOST_CHOICES = 24


def comparison_page_face(report: Report, catalogue: Catalogue, compare: Compare) -> ComparisonPageFace:
    """The face of the page of a report."""
    title, period = phrases.report_title(report), phrases.inside(report.period.label)
    pair = _pair(catalogue, report)
    offers = {each.key: each for each in (*catalogue.around(report, _MOST_CHOICES), *pair)}
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


def chooser_face(catalogue: Catalogue, report_spans: Sequence[tuple[Span, Sequence[Report]]]) -> ChooserFace:
    """The face of the page for any two periods; `report_spans` are all reports by the years that share a page."""
    pair, is_long = _pair(catalogue), len(catalogue.reports) > MOST_LISTED
    ready = [report for _, reports in report_spans[: first_page(report_spans)] for report in reports]
    listed = Part(wording.READY_LIST, addresses.REPORTS)
    return ChooserFace(
        form=None if is_long else _form(pair, catalogue.reports),
        by_year=_year_form(pair, catalogue.reports) if is_long else None,
        terms=tuple((kind, phrases.inside(wording.KIND_LABELS[kind])) for kind in wording.KIND_MEANINGS),
        ready=tuple(
            Part(wording.READY_REPORT.format(report=phrases.report_title(report)), addresses.comparison(report))
            for report in ready
        ),
        earlier=filled(wording.READY_EARLIER, list=listed) if len(ready) < len(catalogue.reports) else (),
    )


def _year_form(pair: tuple[Report, ...], reports: Iterable[Report]) -> YearFormFace:
    last_first = sorted(
        {_place(report.period) for report in reports}, key=lambda place: (*place.order, place.number), reverse=True
    )
    before, after = ((_code(report.period), str(report.period.year)) for report in pair)
    years = dict.fromkeys(str(report.period.year) for report in reports)
    return YearFormFace(tuple((_code(place), _place_name(place)) for place in last_first), tuple(years), before, after)


def _place(period: Period) -> Period:
    """The same period of a year that stands for all."""
    return Period(_ANY_YEAR, period.kind, period.number)


def _code(period: Period) -> str:
    """Its place in its year as its id has it: "M07"."""
    return str(period).partition("-")[2]


def _place_name(period: Period) -> str:
    """A period by its place in a year: "Tháng 7"."""
    match period.kind:
        case PeriodKind.WEEK:
            return wording.FORM_WEEK.format(number=period.number)
        case PeriodKind.MONTH:
            return wording.FORM_MONTH.format(number=period.number)
        case PeriodKind.QUARTER:
            return wording.FORM_QUARTERS[period.number - 1]
        case PeriodKind.HALF_YEAR:
            return wording.FORM_HALF_YEARS[period.number - 1]
        case PeriodKind.NINE_MONTHS:
            return wording.FORM_NINE_MONTHS
        case PeriodKind.YEAR:
            return wording.FORM_WHOLE_YEAR


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
