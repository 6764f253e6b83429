"""What a report can be held against: its own kind, without a choice the period before, and no report twice."""

from dataclasses import replace

import pytest

from macros.comparing.reference_periods import comparable, offered
from macros.record import Catalogue, ReportKey
from tests.comparing.reports import report
from tests.good_project import good_catalogue


@pytest.mark.parametrize(
    ("period", "others"),
    [
        ("2033-Q3", ["2033-Q1", "2032-Q3", "2031-Q3"]),
        ("2033-S1", ["2032-S1", "2031-S1"]),
        ("2032-S1", ["2031-S1"]),
        ("2031-S1", []),
        ("2033-Q1", ["2032-Q3"]),
        ("2033-A1", []),
    ],
)
def test_the_reports_that_a_report_can_be_held_against(period: str, others: list[str]) -> None:
    made = of("2031-S1", "2031-Q3", "2032-S1", "2032-Q3", "2033-Q1", "2033-S1", "2033-Q3", "2033-A1")
    found = comparable(made.reports_by_key[ReportKey.parse(period)], made, 3)
    assert [str(other.period) for other in found] == others
    assert comparable(made.reports_by_key[ReportKey.parse(period)], made, 1) == found[:1]


def of(*periods: str) -> Catalogue:
    reports = sorted((report(text, {}) for text in periods), key=lambda made: made.period.order, reverse=True)
    return replace(good_catalogue(), reports=tuple(reports))


@pytest.mark.parametrize(
    ("periods", "chosen", "pair"),
    [
        # The newest that has one before it of its kind; not two that the page itself says do not compare.
        (["2031-Q1", "2031-S1", "2032-S1", "2032-N1"], None, ("2031-S1", "2032-S1")),
        (["2031-Q1", "2031-Q2", "2031-S1"], "2031-Q2", ("2031-Q1", "2031-Q2")),
        # The first of its kind is held against the next.
        (["2031-Q1", "2031-S1", "2032-S1", "2033-S1"], "2031-S1", ("2031-S1", "2032-S1")),
        # Where none compare, the two newest, or the report and the newest other.
        (["2031-Q1", "2031-S1", "2032-A1"], None, ("2031-S1", "2032-A1")),
        (["2031-Q1", "2031-S1", "2032-A1"], "2031-Q1", ("2031-Q1", "2032-A1")),
        (["2031-Q1", "2031-S1"], "2031-S1", ("2031-Q1", "2031-S1")),
    ],
)
def test_the_two_reports_that_are_offered(periods: list[str], chosen: str | None, pair: tuple[str, str]) -> None:
    made = of(*periods)
    found = offered(made, made.reports_by_key[ReportKey.parse(chosen)] if chosen else None)
    assert tuple(str(each.period) for each in found) == pair
