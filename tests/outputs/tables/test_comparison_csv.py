"""A comparison as a file: every row of either report, exact numbers with a point and a hyphen."""

import csv
import io
from decimal import Decimal

from macros.comparing.comparison import compare
from macros.outputs.tables.comparison_csv import COLUMNS, comparison_csv
from macros.record import Status
from tests.comparing.reports import report
from tests.comparing.test_precision import AMOUNT, PART, RATE, WHOLE
from tests.good_project import good_catalogue


def test_a_comparison_as_a_file() -> None:
    before = report("2030-S1", {WHOLE: Decimal(40), PART: Decimal(3), RATE: Decimal(100), AMOUNT: Decimal("12.5")})
    after = report(
        "2031-S1", {WHOLE: Decimal(51), PART: Status.NOT_REPORTED, RATE: Decimal("99.52"), AMOUNT: Decimal("-12.50")}
    )
    text = comparison_csv(compare(before, after, good_catalogue().indicators), good_catalogue())
    assert text.startswith("\ufeff" + ",".join(COLUMNS) + "\r\n")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))}
    numbers = {
        id: (row["before"], row["after"], row["change"], row["difference"], row["relative"]) for id, row in rows.items()
    }
    assert numbers == {
        WHOLE: ("40", "51", "rose", "11", "27.5"),
        PART: ("3", "", "became-not-reported", "", ""),
        RATE: ("100", "99.52", "within-rounding", "", ""),
        AMOUNT: ("12.5", "-12.50", "fell", "-25.00", ""),
    }
    assert rows[RATE]["explanation"] == "không đủ chính xác để nói tăng hay giảm"
