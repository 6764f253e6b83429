"""Which page has the figure of an indicator on a period: the law holds for any set of reports."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from macros import addresses
from macros.faces.derived import Derived
from macros.faces.indicator_face import indicator_face
from macros.faces.indicator_years_face import indicator_years_face, other_charts_face
from macros.faces.series_pages import SeriesPages
from macros.faces.years import Calendar
from macros.record import Break, Catalogue, Indicator, Period, PeriodKind
from macros.record.reads import noted
from tests.comparing.reports import ROWS, report
from tests.good_project import good_catalogue

ROW = replace(ROWS["ho-so-tiep-nhan"], first_period=Period.parse("2031-W01"))
MOST = {kind: 53 if kind is PeriodKind.WEEK else 40 for kind in PeriodKind}
KINDS = {"W": 52, "M": 12, "Q": 4, "S": 2, "N": 1, "A": 1}


def periods(years: range, kinds: str) -> list[Period]:
    """Every period of some kinds in some years, newest first."""
    found = [Period(year, PeriodKind(kind), n + 1) for year in years for kind in kinds for n in range(KINDS[kind])]
    return sorted(found, key=lambda period: (*period.order, period.number), reverse=True)


def catalogue(years: range, kinds: str, row: Indicator = ROW) -> Catalogue:
    """Reports on these periods with a figure of the row each."""
    found = (report(str(one), {row.id: Decimal(n + 1)}) for n, one in enumerate(periods(years, kinds)))
    reports = tuple(replace(each, observations=(replace(each.observations[0], indicator=row),)) for each in found)
    made = good_catalogue()
    (section,) = (section for section in made.sections if section.id == row.section)
    rows = tuple(row if each.id == row.id else each for each in section.indicators)
    sections = tuple(replace(section, indicators=rows) if each is section else each for each in made.sections)
    return replace(made, reports=reports, sections=sections)


@given(st.integers(1, 30), st.sets(st.sampled_from("WMQSNA"), min_size=1).map(sorted).map("".join))
def test_every_figure_stands_on_the_page_that_is_told_and_pages_of_years_have_all_of_them(
    years: int, kinds: str
) -> None:
    reports = [report(str(period), {}) for period in periods(range(2031, 2031 + years), kinds)]
    pages = SeriesPages(reports, Calendar.of(reports))
    living, spans = pages.living(ROW), pages.spans(ROW)
    own = addresses.indicator(ROW)
    assert max(Counter(each.period.kind for each in living.shown).values()) <= max(MOST.values())
    assert all(n <= MOST[kind] for kind, n in Counter(each.period.kind for each in living.shown).items())
    assert {*living.shown} | {*living.older} == {*reports}
    on = {span.below(own): [each.period for each in found] for span, found in spans} | {
        own: [each.period for each in living.shown]
    }
    assert all(each.period in on[pages.address(ROW, each.key)] for each in reports)
    for span, found in spans:
        assert list(found) == [each for each in reports if each.period.year in span.years]
    assert bool(spans) == bool(living.older) == bool(pages.paged(ROW))


def test_a_newer_report_changes_no_page_of_years_that_are_over() -> None:
    """But it may make one, when the last figures of a year leave the page of the indicator."""
    all_periods = periods(range(2031, 2034), "WMQ")
    reports = [report(str(period), {}) for period in all_periods]
    for newer in range(40, 0, -1):
        before, after = (
            {span: [each.period for each in found] for span, found in SeriesPages(some, Calendar.of(some)).spans(ROW)}
            for some in (reports[newer:], reports[newer - 1 :])
        )
        assert {span: found for span, found in after.items() if span in before} == before


def test_pages_tell_all_figures_once_the_newest_above_and_read_no_report_that_they_do_not_show() -> None:
    made = catalogue(range(2031, 2035), "WMA")
    derived = Derived(made)
    with noted() as reads:
        face = indicator_face(ROW, None, None, derived)
    shown = [row.period.text for group in face.table.groups for row in group.rows]
    assert len(shown) == 53 + 40 + 4
    assert len(face.charts) == 1
    assert face.other_charts is not None
    assert face.earlier is not None
    # Each figure is told with what became of it since the one before, and a row with whether it is the first.
    assert len({read.name for read in reads if read.kind == "report"}) <= len(shown) + 3
    spans = derived.series_pages.spans(ROW)
    told: list[str] = []
    for span, reports in spans:
        page = indicator_years_face(ROW, span, reports, [one for one, _ in spans], derived)
        rows = [row.period.text for group in page.table.groups for row in group.rows]
        assert len(rows) == len(reports)
        # A chart of at most 40 places each, which together have every figure of its kind.
        assert all(len(chart.series.points) <= 40 for chart in page.charts)
        assert sum(len(chart.series.points) for chart in page.charts) == len(rows) - 1
        assert len({chart.id for chart in page.charts}) == len(page.charts)
        told += rows
    everything = {each.period.label for each in made.reports}
    assert {*shown, *told} == everything
    drawn = [*face.charts, *other_charts_face(ROW, derived).charts]
    assert [chart.series.title.partition(", ")[2] for chart in drawn] == ["theo năm", "theo tháng", "theo tuần"]


def test_few_figures_stand_on_one_page_with_all_charts() -> None:
    made = catalogue(range(2031, 2034), "MA")
    derived = Derived(made)
    face = indicator_face(ROW, None, None, derived)
    assert (face.earlier, face.other_charts, len(face.charts)) == (None, None, 2)
    assert derived.series_pages.spans(ROW) == []


def test_the_last_row_of_a_page_says_what_parts_it_from_the_page_before() -> None:
    """A break at the start of 2032: the page of 2032 ends with it, and the figures before stand on that of 2031."""
    broken = replace(ROW, breaks=(Break(Period.parse("2032-M01"), "Đổi cách đếm."),))
    made = catalogue(range(2031, 2037), "M", broken)
    derived = Derived(made)
    pages = derived.series_pages.spans(broken)
    spans = [span for span, _ in pages]
    faces = [indicator_years_face(broken, span, reports, spans, derived) for span, reports in pages]
    told = {face.turns.here: [row.broken for group in face.table.groups for row in group.rows] for face in faces}
    assert told == {
        "Năm 2033": [""] * 12,
        "Năm 2032": [""] * 11
        + ["Cách tính thay đổi từ tháng 1 năm 2032: Đổi cách đếm. Không so sánh được với số liệu của các kỳ trước đó."],
        "Năm 2031": [""] * 12,
    }
