"""A report that is not there keeps its slot: by the schedule, by how often reports come, and never an endless row."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.faces.axis import MOST_MISSING, axes, gaps_between, places
from macros.record import Catalogue, Period, PeriodKind, Schedule, Source, Status
from tests.comparing.reports import ROWS, report
from tests.good_project import good_catalogue

ROW, OTHER = list(ROWS)[:2]


def catalogue(*periods: str, schedule: str = "", without: str = "") -> Catalogue:
    """A catalogue of reports on these periods; the form of those in `without` has another row only."""
    when = sorted(map(Period.parse, periods), key=lambda period: (*period.order, period.number), reverse=True)
    rows = {str(period): OTHER if str(period) in without.split() else ROW for period in when}
    made = good_catalogue()
    due = tuple((PeriodKind(text[0]), int(text[1:])) for text in schedule.split())
    laid_down = Schedule(due, Source("Quy chế (bịa đặt)", "https://vi-du.example/")) if due else None
    reports = tuple(report(text, {row: Status.NOT_REPORTED}) for text, row in rows.items())
    return replace(made, agency=replace(made.agency, schedule=laid_down), reports=reports)


def slots(made: Catalogue) -> dict[str, str]:
    """The axes in short: a period with a report as it is, one without in brackets, a run of them as first..last."""

    def short(first: Period, last: Period, has_report: bool) -> str:
        return str(first) if has_report else f"({first})" if first == last else f"({first}..{last})"

    return {
        kind.value: " ".join(short(slot.first, slot.last, slot.report is not None) for slot in axis)
        for kind, axis in axes(made).items()
    }


@pytest.mark.parametrize(
    ("periods", "axis"),
    [
        ("2031-A1", "2031-A1"),
        ("2031-A1 2032-A1 2034-A1", "2031-A1 2032-A1 (2033-A1) 2034-A1"),
        ("2030-N1 2032-N1", "2030-N1 (2031-N1) 2032-N1"),
        # A first half-year is followed by that of the next year where no second one was ever reported.
        ("2030-S1 2031-S1 2033-S1", "2030-S1 2031-S1 (2032-S1) 2033-S1"),
        ("2030-S2 2032-S2", "2030-S2 (2031-S2) 2032-S2"),
        ("2030-S1 2030-S2 2031-S2", "2030-S1 2030-S2 (2031-S1) 2031-S2"),
        ("2031-Q1 2031-Q2 2031-Q4", "2031-Q1 2031-Q2 (2031-Q3) 2031-Q4"),
        ("2031-Q1 2031-Q3 2032-Q3", "2031-Q1 2031-Q3 (2032-Q1) 2032-Q3"),
        ("2031-Q4 2033-Q4", "2031-Q4 (2032-Q4) 2033-Q4"),
        ("2031-M11 2032-M02", "2031-M11 (2031-M12) (2032-M01) 2032-M02"),
        ("2031-M03 2031-M06", "2031-M03 (2031-M04) (2031-M05) 2031-M06"),
        ("2031-W51 2032-W02", "2031-W51 (2031-W52) (2032-W01) 2032-W02"),
        # A 53rd week stands where it was reported, and is missed nowhere.
        ("2031-W51 2031-W53 2032-W01", "2031-W51 (2031-W52) 2031-W53 2032-W01"),
        ("2031-W53 2032-W52 2033-W01", "2031-W53 (2032-W01..2032-W51) 2032-W52 2033-W01"),
    ],
)
def test_every_period_between_the_first_and_the_last_report_has_a_slot(periods: str, axis: str) -> None:
    first, *_ = periods.split()
    assert slots(catalogue(*periods.split())) == {Period.parse(first).kind.value: axis}


@pytest.mark.parametrize(
    ("schedule", "periods", "axis"),
    [
        ("Q1 Q3", "2031-Q1 2031-Q3 2032-Q3", "2031-Q1 2031-Q3 (2032-Q1) 2032-Q3"),
        ("Q1 Q2 Q3 Q4", "2031-Q1 2031-Q3", "2031-Q1 (2031-Q2) 2031-Q3"),
        # Reports that do not keep to the schedule: all that stand as regularly as they do.
        ("Q1 Q3", "2031-Q1 2031-Q2 2031-Q4", "2031-Q1 2031-Q2 (2031-Q3) 2031-Q4"),
        ("S1", "2031-S1 2031-S2 2032-S2", "2031-S1 2031-S2 (2032-S1) 2032-S2"),
        # Where a quarter ends, its report stands for that of the month.
        ("M1 M2 M4 M5", "2031-M01 2031-M02 2031-M05", "2031-M01 2031-M02 (2031-M04) 2031-M05"),
        ("S1 A1", "2031-Q1 2031-Q3", "2031-Q1 2031-Q3"),
    ],
)
def test_the_schedule_says_what_is_looked_for_as_long_as_reports_keep_to_it(
    schedule: str, periods: str, axis: str
) -> None:
    made = catalogue(*periods.split(), schedule=schedule)
    assert list(slots(made).values()) == [axis]


def test_kinds_of_period_have_an_axis_each_the_newest_first() -> None:
    made = catalogue("2031-S1", "2031-A1", "2032-S1", "2033-A1", "2034-S1")
    assert list(slots(made).items()) == [
        ("S", "2031-S1 2032-S1 (2033-S1) 2034-S1"),
        ("A", "2031-A1 (2032-A1) 2033-A1"),
    ]


def test_a_long_run_without_reports_is_one_slot() -> None:
    kept = catalogue("2031-A1", f"{2032 + MOST_MISSING}-A1")
    assert [slot.count for slot in axes(kept)[PeriodKind.YEAR]] == [1] * (MOST_MISSING + 2)
    cut = catalogue("2031-A1", f"{2033 + MOST_MISSING}-A1")
    assert [(slot.count, str(slot.last)) for slot in axes(cut)[PeriodKind.YEAR]] == [
        (1, "2031-A1"),
        (MOST_MISSING + 1, f"{2032 + MOST_MISSING}-A1"),
        (1, f"{2033 + MOST_MISSING}-A1"),
    ]


A_YEAR = {"W": 53, "M": 12, "Q": 4, "S": 2, "N": 1, "A": 1}


def some_period(year: int, kind: str, number: int) -> str:
    return str(Period(year, PeriodKind(kind), number % A_YEAR[kind] + 1))


PERIODS = st.builds(
    some_period, st.sampled_from([1945, 2029, 2030, 2031, 2145]), st.sampled_from("WMQSNA"), st.integers(0, 52)
)


@given(st.sets(PERIODS, min_size=1, max_size=12), st.sampled_from(["", "Q1 S1 Q3 A1", "M1 M2 S1"]))
def test_every_report_has_its_slot_in_order_and_gaps_stand_between_reports(periods: set[str], schedule: str) -> None:
    made = catalogue(*periods, schedule=schedule)
    found = axes(made)
    reported = [slot.report.period for axis in found.values() for slot in axis if slot.report is not None]
    assert sorted(map(str, reported)) == sorted(periods)
    for kind, axis in found.items():
        assert axis[0].report is not None
        assert axis[-1].report is not None
        spans = [(slot.first.year, slot.first.number, slot.last.year, slot.last.number) for slot in axis]
        assert all(before[2:] < after[:2] for before, after in pairwise(spans))
        assert {slot.first.kind for slot in axis} == {kind}
        assert len(axis) <= (MOST_MISSING + 1) * len(periods)


def gaps(made: Catalogue, row: str) -> dict[str, list[str]]:
    """What is told between the figures of a row, by the period above."""
    having = [report for report in made.reports if ROWS[row].key in report.by_key]
    kinds = [[report for report in having if report.period.kind is kind] for kind in PeriodKind]
    known = places(axes(made))
    pairs = [pair for reports in kinds for pair in pairwise(reports)]
    found = {str(later.period): gaps_between(earlier, later, known) for later, earlier in pairs}
    return {later: [gap.told for gap in missing] for later, missing in found.items() if missing}


def test_what_is_missing_is_told_between_the_figures_of_an_indicator_and_nowhere_else() -> None:
    made = catalogue(
        "2030-A1",
        "2032-S1",
        "2032-A1",
        "2034-S1",
        "2034-A1",
        "2044-S1",
        "2046-S1",
        without="2030-A1 2046-S1",
    )
    assert gaps(made, ROW) == {
        "2034-A1": ["Trang web không có báo cáo năm 2033."],
        "2034-S1": ["Trang web không có báo cáo 6 tháng đầu năm 2033."],
        "2044-S1": [
            "Trang web không có báo cáo của 9 kỳ liên tiếp cùng loại, từ 6 tháng đầu năm 2035 đến 6 tháng đầu năm 2043."
        ],
    }
    assert gaps(made, list(ROWS)[2]) == {}


def test_a_week_that_is_missing_before_a_53rd_stands_below_it() -> None:
    made = catalogue("2031-W51", "2031-W53")
    assert {above: len(told) for above, told in gaps(made, ROW).items()} == {"2031-W53": 1}
