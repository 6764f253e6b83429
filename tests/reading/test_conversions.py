"""A conversion adds up the figures of ended indicators; whatever else the line says is refused."""

from decimal import Decimal

import pytest

from macros.reading.conversions import NotAConversion, parse_conversion
from macros.record import Part, series_key


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("muc-do-4", [("muc-do-4", "1")]),
        ("muc-do-3 + muc-do-4", [("muc-do-3", "1"), ("muc-do-4", "1")]),
        ("tong - phan-chuyen", [("tong", "1"), ("phan-chuyen", "-1")]),
        ("trieu-dong * 1000000", [("trieu-dong", "1000000")]),
        ("a * 0.5 - b * 2", [("a", "0.5"), ("b", "-2")]),
    ],
)
def test_a_line_adds_up_its_parts(line: str, parts: list[tuple[str, str]]) -> None:
    assert parse_conversion(line) == tuple(Part(series_key(id), Decimal(factor)) for id, factor in parts)


@pytest.mark.parametrize("line", ["", "+", "a +", "a+b", "a * b", "a * -1", "a / b", "a * 0", "a + a", "A", "a  b"])
def test_any_other_line_is_refused(line: str) -> None:
    with pytest.raises(NotAConversion):
        parse_conversion(line)
