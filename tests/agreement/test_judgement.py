"""A relation is read from a line, its numbers from notes, and judged exactly."""

from collections.abc import Collection
from decimal import Decimal

import pytest

from macros.agreement.judgement import Figures, judge, numbers_at
from macros.reading.relation_lines import parse_relation
from macros.record import series_key
from macros.record.relation import CheckResult, Outcome


def judged(
    line: str,
    values: dict[str, str],
    notes: dict[str, str] | None = None,
    narrative: str = "",
    rounded: Collection[str] = (),
    signed: Collection[str] = (),
) -> CheckResult:
    """The result of a line; `rounded` are the indicators, and the units, whose whole numbers were rounded too."""
    exact = {series_key(id): Decimal(value) for id, value in values.items()}
    told = {series_key(id): note for id, note in (notes or {}).items()}
    whole, below_zero = (frozenset(map(series_key, ids)) for ids in (rounded, signed))
    return judge(parse_relation("thu", line), Figures(exact, told, narrative, whole, rounded, below_zero))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Đạt 43,75 % kế hoạch", ["43.75"]),
        ("Đạt 43.75 % kế hoạch", ["43.75"]),
        ("Đạt 0.125 % kế hoạch", ["0.125"]),
        ("Đạt 10.749.656 % kế hoạch", ["10749656"]),
        ("Đạt 10.749,5 % kế hoạch", ["10749.5"]),
        ("Đạt 1.234 % kế hoạch", ["1234"]),
        ("đạt   05 %", ["5"]),
        ("Đạt 48 %; đạt 48 %", ["48"]),
        ("Đạt 48 %; đạt 50 %", ["48", "50"]),
        ("Không đạt", []),
        ("Đạt 1.2.3 %", []),
        (f"Đạt {'9' * 2_000_000} %", []),
    ],
)
def test_the_number_at_a_pattern_is_read_as_it_is_printed(text: str, numbers: list[str]) -> None:
    assert numbers_at("đạt # %", text) == tuple(map(Decimal, numbers))


def test_whole_words_only() -> None:
    assert numbers_at("# TP", "3 TP; 01 PTP") == (Decimal(3),)


def test_a_pattern_that_several_numbers_fit_cannot_be_computed() -> None:
    outcome = judged('a = "# hồ sơ"', {"a": "45"}, {"a": "Một cửa: 45 hồ sơ; liên thông: 3 hồ sơ"})
    assert outcome.outcome is Outcome.NOT_COMPUTABLE
    assert outcome.ambiguous == outcome.missing == outcome.relation.right.terms


def test_the_same_number_twice_is_one() -> None:
    assert judged('a = narrative."gồm # người"', {"a": "17"}, {}, "gồm 17 người; gồm 17 người").outcome is Outcome.HOLDS


@pytest.mark.parametrize(
    ("line", "values", "outcome"),
    [
        ("a = b / c", {"a": "43.75", "b": "7", "c": "16"}, Outcome.HOLDS),
        ("a = b / c", {"a": "43.750", "b": "7", "c": "16"}, Outcome.HOLDS),
        ("a = b / c", {"a": "66.7", "b": "6", "c": "9"}, Outcome.HOLDS),
        ("a = b / c", {"a": "66.6", "b": "6", "c": "9"}, Outcome.HOLDS),
        ("a = b / c", {"a": "66.5", "b": "6", "c": "9"}, Outcome.FAILS),
        ("a = b / c", {"a": "66.8", "b": "6", "c": "9"}, Outcome.FAILS),
        ("a <= b / c", {"a": "66.7", "b": "6", "c": "9"}, Outcome.HOLDS),
        ("a <= b / c", {"a": "66.8", "b": "6", "c": "9"}, Outcome.FAILS),
        ("a = b / c", {"a": "0", "b": "0", "c": "0"}, Outcome.NOT_COMPUTABLE),
        ("a = b + c", {"a": "51", "b": "48", "c": "3"}, Outcome.HOLDS),
        ("a = b + c", {"a": "51", "b": "48"}, Outcome.NOT_COMPUTABLE),
        ("a = b + c", {"a": "9", "b": "5", "c": "3"}, Outcome.FAILS),
        # More than the whole already, whatever the missing part is.
        ("a = b + c", {"a": "51", "b": "52"}, Outcome.FAILS),
        ("a = b - c", {"a": "3", "b": "27", "c": "24"}, Outcome.HOLDS),
        ("a <= b", {"a": "5", "b": "4"}, Outcome.FAILS),
        ("a <= b + c", {"a": "0", "b": "1"}, Outcome.HOLDS),
        ("a <= b + c", {"a": "1", "b": "1"}, Outcome.HOLDS),
        ("a <= b + c", {"a": "2", "b": "1"}, Outcome.NOT_COMPUTABLE),
        ("a <= b", {"a": "0"}, Outcome.HOLDS),
        ("a + b <= c", {"a": "5", "c": "4"}, Outcome.FAILS),
        ("a + b <= c", {"a": "4", "c": "4"}, Outcome.NOT_COMPUTABLE),
        ("a <= b - c", {"a": "5", "b": "4"}, Outcome.FAILS),
        ("each a has b", {"a": "7", "b": "39"}, Outcome.HOLDS),
        ("each a has b", {"a": "7", "b": "6"}, Outcome.FAILS),
        ("a = 0 => b, c", {"a": "0", "b": "0", "c": "0"}, Outcome.HOLDS),
        ("a = 0 => b, c", {"a": "0", "b": "1"}, Outcome.FAILS),
        ("a = 0 => b, c", {"a": "0", "b": "0"}, Outcome.NOT_COMPUTABLE),
        ("a = 0 => b, c", {"a": "2"}, Outcome.NOT_APPLICABLE),
        ("a = 0 => b, c", {"a": "2", "b": "1", "c": "1"}, Outcome.NOT_APPLICABLE),
        ("a + d = 0 => b, c", {"a": "2", "b": "1", "c": "1"}, Outcome.NOT_APPLICABLE),
        ("a + d = 0 => b, c", {"a": "0", "b": "1", "c": "1"}, Outcome.NOT_COMPUTABLE),
    ],
)
def test_a_relation_holds_fails_or_cannot_be_computed(line: str, values: dict[str, str], outcome: Outcome) -> None:
    assert judged(line, values).outcome is outcome


@pytest.mark.parametrize(
    ("line", "values", "outcome"),
    [
        # Each of three rates may be half a per cent off.
        ("a = b + c + d", {"a": "100", "b": "33", "c": "33", "d": "33"}, Outcome.HOLDS),
        ("a = b + c + d", {"a": "100.00", "b": "33.33", "c": "33.33", "d": "33.33"}, Outcome.HOLDS),
        ("a = b + c + d", {"a": "100.00", "b": "33.3", "c": "33.3", "d": "33.3"}, Outcome.HOLDS),
        ("a = b + c + d", {"a": "100.00", "b": "33.33", "c": "33.33", "d": "33.31"}, Outcome.FAILS),
        ("a = b + c + d", {"a": "100", "b": "32", "c": "33", "d": "32"}, Outcome.FAILS),
        ("a = b - c", {"a": "34", "b": "67", "c": "34"}, Outcome.HOLDS),
        ("a = b - c", {"a": "36", "b": "67", "c": "34"}, Outcome.FAILS),
        ("a <= b", {"a": "51", "b": "50"}, Outcome.HOLDS),
        ("a <= b", {"a": "52", "b": "50"}, Outcome.FAILS),
    ],
)
def test_the_slack_grows_with_every_rounded_number(line: str, values: dict[str, str], outcome: Outcome) -> None:
    assert judged(line, values, rounded="abcd").outcome is outcome


def test_only_what_was_rounded_has_slack() -> None:
    whole = {"a": "9", "b": "5", "c": "3"}
    assert judged("a = b + c", whole).outcome is Outcome.FAILS
    assert judged("a = b + c", whole, rounded="a").outcome is Outcome.FAILS
    assert judged("a = b + c", whole, rounded="ab").outcome is Outcome.HOLDS
    text = {"a": "phần một 5 %; phần hai 3 %"}
    line = 'a = "phần một # %":phan-tram + "phần hai # %":phan-tram'
    assert judged(line, {"a": "9"}, text).outcome is Outcome.FAILS
    assert judged(line, {"a": "9"}, text, rounded=("phan-tram",)).outcome is Outcome.HOLDS


def test_amounts_that_a_rate_is_made_of_may_be_rounded_too() -> None:
    """30.9 and 42.3 million may be 30.85 and 42.35: 72.845 %, which is published as 72.85."""
    amounts = {"a": "72.85", "b": "30.9", "c": "42.3"}
    assert judged("a = b / c", amounts).outcome is Outcome.HOLDS
    assert judged("a = b / c", {**amounts, "a": "73.5"}).outcome is Outcome.FAILS


@pytest.mark.parametrize(
    ("published", "outcome", "cut"),
    [
        ("98.95", Outcome.HOLDS, False),
        ("98.94", Outcome.HOLDS, True),
        ("98.93", Outcome.FAILS, False),
        ("98.96", Outcome.FAILS, False),
        ("98", Outcome.HOLDS, True),
        ("99", Outcome.HOLDS, False),
        ("98.9", Outcome.HOLDS, False),
    ],
)
def test_a_rate_that_was_cut_agrees_and_is_told_so(published: str, outcome: Outcome, cut: bool) -> None:
    """989456 of 1000000 are 98.9456 %."""
    result = judged("a = b / c", {"a": published, "b": "989456", "c": "1000000"})
    assert (result.outcome, result.cut) == (outcome, cut)


def test_what_may_be_negative_bounds_nothing() -> None:
    assert judged("a <= b + c", {"a": "0", "b": "1"}, signed="c").outcome is Outcome.NOT_COMPUTABLE


@pytest.mark.parametrize(
    ("line", "values", "made"),
    [
        ("a <= b", {"a": "0", "b": "4"}, False),
        ("a <= b", {"a": "0"}, False),
        ("a <= b", {"a": "1", "b": "4"}, True),
        ("a <= b", {"a": "5", "b": "4"}, True),
        ("each a has b", {"a": "0", "b": "4"}, False),
        ("a = b", {"a": "0", "b": "0"}, True),
        ("a = 0 => b", {"a": "0", "b": "0"}, True),
        ("a = 0 => b", {"a": "1", "b": "0"}, False),
        ("a = b + c", {"a": "51", "b": "48"}, False),
    ],
)
def test_an_empty_pass_is_no_check(line: str, values: dict[str, str], made: bool) -> None:
    assert judged(line, values).made is made
