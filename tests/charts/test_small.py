"""A bar of a change is what the library draws of the same numbers, though it draws its form once."""

from decimal import Decimal

import pytest

from macros.charts.drawing import Drawing
from macros.charts.small import change_bar


@pytest.mark.parametrize(
    ("moved", "fall", "rise", "start", "length", "zero"),
    [
        ("20", "0", "20", 1.0, 198.0, 1.0),
        ("-20", "20", "0", 1.0, 198.0, 199.0),
        ("11", "20", "11", 128.7, 70.3, 128.7),
        ("-0.01", "20", "11", 128.7, 1, 128.7),
        ("1", "1", "2", 67.0, 66.0, 67.0),
    ],
)
def test_a_bar_is_drawn_as_the_library_writes_it(
    moved: str, fall: str, rise: str, start: float, length: float, zero: float
) -> None:
    drawing = Drawing("", "", "", 200.0, 14.0, stretched=True)
    drawing.rect("chart__bar", start, 2, length, 10)
    drawing.line("chart__base", zero, 0, zero, 14.0)
    assert change_bar(Decimal(moved), Decimal(fall), Decimal(rise)) == drawing.svg()
