"""What a report can be held against: its own kind, without a choice the period before, and no report twice."""

from dataclasses import replace

import pytest

from macros.comparing.periods import comparable
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
    known = ["2031-S1", "2031-Q3", "2032-S1", "2032-Q3", "2033-Q1", "2033-S1", "2033-Q3", "2033-A1"]
    reports = sorted((report(text, {}) for text in known), key=lambda made: made.period.order, reverse=True)
    made = replace(good_catalogue(), reports=tuple(reports))
    found = comparable(made.reports_by_period[period], made, 3)
    assert [str(other.period) for other in found] == others
    assert comparable(made.reports_by_period[period], made, 1) == found[:1]
