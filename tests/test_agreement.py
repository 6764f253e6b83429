"""A relation is read from a line, its numbers from notes, and judged exactly."""

from decimal import Decimal

import pytest

from macros.agreement import Figures, Finding, Outcome, finding, numbers_at
from macros.reading.relations import parse_relation


def judged(line: str, values: dict[str, str], notes: dict[str, str] | None = None, narrative: str = "") -> Finding:
    figures = Figures({id: Decimal(value) for id, value in values.items()}, notes or {}, narrative)
    return finding(parse_relation("thu", "nhom", line), figures)


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
        ("a = b / c", {"a": "66.6", "b": "6", "c": "9"}, Outcome.FAILS),
        ("a = b / c", {"a": "0", "b": "0", "c": "0"}, Outcome.NOT_COMPUTABLE),
        ("a = b + c", {"a": "51", "b": "48", "c": "3"}, Outcome.HOLDS),
        ("a = b + c", {"a": "51", "b": "48"}, Outcome.NOT_COMPUTABLE),
        ("a = b - c", {"a": "3", "b": "27", "c": "24"}, Outcome.HOLDS),
        ("a <= b", {"a": "5", "b": "4"}, Outcome.FAILS),
        ("a = 0 => b, c", {"a": "0", "b": "0", "c": "0"}, Outcome.HOLDS),
        ("a = 0 => b, c", {"a": "0", "b": "1"}, Outcome.FAILS),
        ("a = 0 => b, c", {"a": "0", "b": "0"}, Outcome.NOT_COMPUTABLE),
        ("a = 0 => b, c", {"a": "2"}, Outcome.HOLDS),
    ],
)
def test_a_relation_holds_fails_or_cannot_be_computed(line: str, values: dict[str, str], outcome: Outcome) -> None:
    assert judged(line, values).outcome is outcome
