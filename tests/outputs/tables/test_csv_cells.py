"""No cell of a CSV file is run by the spreadsheet that opens it, and numbers stay numbers."""

import csv
import io

import pytest

from macros.outputs.tables.csv_cells import csv_text


def read(cell: object) -> str:
    return next(csv.reader(io.StringIO(csv_text([[cell]]).removeprefix("\ufeff"), newline="")))[0]


@pytest.mark.parametrize(
    "cell",
    [
        *("=1+1", "+SUM(A1)", "-2+3", "@SUM(1)", "\t=1", "\r=1", "\n=1", "- Số hồ sơ", '=HYPERLINK("x")'),
        *("\uff1d1", "\uff0b1", "\uff0d1", "\uff20A1"),
    ],
)
def test_what_would_be_run_is_text(cell: str) -> None:
    assert read(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell", ["-1", "-43.750", "-43,75", "-5,2 %", "-5.2\u00a0%", "0", "48", "Số = 1", "a-b", "'x", ""]
)
def test_whatever_else_stays_as_it_is(cell: str) -> None:
    assert read(cell) == cell


def test_nothing_is_an_empty_cell() -> None:
    assert csv_text([[None, "a"]]) == "\ufeff,a\r\n"
