"""A rate is written as equal to its two numbers only where it is."""

import re
from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.faces.rates import rate_sentence
from macros.record import series_key
from macros.record.relation import Outcome, RelationType
from tests.comparing.test_precision import RATE, rated


@pytest.mark.parametrize(
    ("rate", "part", "whole", "told"),
    [
        ("43.75", 7, 16, "7/16 hồ sơ (43,75%)"),
        ("43.750", 21, 48, "21/48 hồ sơ (43,750%)"),
        ("100", 48, 48, "48/48 hồ sơ (100%)"),
        ("100", 1037, 1042, "1.037/1.042 hồ sơ ≈ 99,52%, làm tròn 100%"),
        ("66.7", 6, 9, "6/9 hồ sơ ≈ 66,67%, làm tròn 66,7%"),
        ("66.67", 6, 9, "6/9 hồ sơ (≈ 66,67%)"),
        ("66.60", 33301, 50001, "33.301/50.001 hồ sơ (≈ 66,60%)"),
        ("99", 198990, 200000, "198.990/200.000 hồ sơ ≈ 99,495%, làm tròn 99%"),
    ],
)
def test_a_rate_with_its_numbers(rate: str, part: int, whole: int, told: str) -> None:
    made = rated("2031-S1", rate, part, whole)
    assert rate_sentence(made, made.by_key[series_key(RATE)]).replace("\u00a0", " ") == told


def test_a_rate_that_was_cut_and_one_that_does_not_agree_say_so() -> None:
    made = rated("2031-S1", "66.6", 2, 3)
    (result,) = made.check_results
    cut = replace(made, check_results=(replace(result, cut=True),))
    assert rate_sentence(cut, made.by_key[series_key(RATE)]).replace("\u00a0", " ") == (
        "2/3 hồ sơ ≈ 66,67%, báo cáo ghi 66,6% (bỏ bớt chữ số, không làm tròn)"
    )
    hard = replace(result, outcome=Outcome.FAILS, relation=replace(result.relation, type=RelationType.HARD))
    failing = replace(made, check_results=(hard,))
    assert rate_sentence(failing, made.by_key[series_key(RATE)]).replace("\u00a0", " ") == "Tính từ 2/3 hồ sơ"
    assert Decimal("66.6") == made.by_key[series_key(RATE)].value


@given(st.integers(1, 5000).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))), st.integers(0, 3))
def test_what_is_told_gives_the_printed_rate_rounded_or_cut_as_that_was(counts: tuple[int, int], places: int) -> None:
    part, whole = counts
    for rounding, word in ((ROUND_DOWN, "báo cáo ghi"), (ROUND_HALF_UP, "làm tròn")):
        printed = (Decimal(part) * 100 / whole).quantize(Decimal(1).scaleb(-places), rounding)
        made = rated("2031-S1", f"{printed}", part, whole)
        (result,) = made.check_results
        one = replace(made, check_results=(replace(result, cut=rounding == ROUND_DOWN),))
        told = rate_sentence(one, made.by_key[series_key(RATE)]).replace("\u00a0", " ")
        if word in told:
            (number,) = re.findall(r"≈ ([\d,]+)%", told)
            quotient = Decimal(number.replace(",", "."))
            assert quotient.quantize(Decimal(1).scaleb(-places), rounding) == printed
            assert abs(quotient - Decimal(part) * 100 / whole) <= Decimal("0.005")
        else:
            assert told.endswith(
                f"({'≈ ' if Decimal(part) * 100 / whole != printed else ''}{printed:f}%)".replace(".", ",")
            )
