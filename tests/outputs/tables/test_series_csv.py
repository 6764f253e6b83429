"""The figures of a chart as CSV: every report of the kind that has the row, oldest first, and nothing invented."""

import csv
from dataclasses import replace
from decimal import Decimal

from macros.outputs.tables.series_csv import series_csv
from macros.record import PeriodKind, Status
from tests.comparing.reports import ROWS, report
from tests.good_project import good_catalogue


def test_a_period_without_a_report_has_no_row_because_no_source_says_anything_of_it() -> None:
    id = "bo-nhiem"
    periods = [
        ("2034-A1", Decimal(5)),
        ("2032-S1", Decimal(9)),
        ("2032-A1", Status.NOT_REPORTED),
        ("2031-A1", Decimal(4)),
    ]
    made = replace(good_catalogue(), reports=tuple(report(period, {id: figure}) for period, figure in periods))
    text = series_csv(ROWS[id], PeriodKind.YEAR, made)
    rows = [
        (row["period"], row["value"], row["status"]) for row in csv.DictReader(text.removeprefix("\ufeff").splitlines())
    ]
    assert rows == [("2031-A1", "4", "A"), ("2032-A1", "", "O"), ("2034-A1", "5", "A")]
