"""An axis holds zero and every value, and its marks are round."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.faces.scale import Scale

AMOUNTS = st.decimals(-(10**9), 10**9, places=2, allow_nan=False)


@pytest.mark.parametrize(
    ("values", "ceiling", "ticks"),
    [
        (["1", "4"], None, ["0", "1", "2", "3", "4"]),
        (["1", "3"], None, ["0", "1", "2", "3"]),
        (["0", "0"], None, ["0", "1"]),
        (["685", "212"], None, ["0", "200", "400", "600", "800"]),
        (["43.75", "66.7"], "100", ["0", "50", "100"]),
        (["10749656"], None, ["0", "5000000", "10000000", "15000000"]),
        (["-12.5", "30"], None, ["-20", "0", "20", "40"]),
        (["0.02"], None, ["0.000", "0.005", "0.010", "0.015", "0.020"]),
    ],
)
def test_the_marks_of_an_axis_are_these(values: list[str], ceiling: str | None, ticks: list[str]) -> None:
    scale = Scale.holding(map(Decimal, values), 150, ceiling=Decimal(ceiling) if ceiling else None)
    assert [f"{tick:f}" for tick in scale.ticks] == ticks


@given(st.lists(AMOUNTS, min_size=1, max_size=30))
def test_zero_and_every_value_have_a_place_in_order(values: list[Decimal]) -> None:
    scale = Scale.holding(values, 150)
    places = [scale.at(value) for value in sorted([*values, Decimal(0)])]
    assert places == sorted(places)
    assert places[0] >= 0
    assert places[-1] <= 150
    assert 0 in scale.ticks
    assert 2 <= len(scale.ticks) <= 11
    assert scale.low <= min(values)
    assert scale.high >= max(values)
