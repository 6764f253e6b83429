"""A relation that fails is told to a citizen in words, beside each figure that takes part, and exactly."""

import re
from decimal import Decimal

import pytest

from macros.agreement import CheckResult, Outcome
from macros.judgement import Figures, judge
from macros.reading.relations import parse_relation
from macros.views import phrases
from macros.views.contradiction import contradiction


def judged(line: str, values: dict[str, str], notes: dict[str, str] | None = None, narrative: str = "") -> CheckResult:
    figures = Figures({id: Decimal(value) for id, value in values.items()}, notes or {}, narrative)
    outcome = judge(parse_relation("thu", line), figures)
    assert outcome.outcome is Outcome.FAILS
    return outcome


RATE = {"a": "100", "b": "48", "c": "51"}
RATE_TOLD = "tỷ lệ ghi 100%, nhưng 48 trên 51"


@pytest.mark.parametrize(
    ("line", "values", "beside", "told"),
    [
        ("a <= b / c", RATE, "a", "Báo cáo ghi 100%, nhưng 48 trên 51 là 94,12%"),
        ("a <= b / c", RATE, "b", f"Tỷ lệ tính từ số này không khớp ({RATE_TOLD} là 94,12%)"),
        ("a = b / c", RATE, "c", f"Tỷ lệ tính từ số này không khớp ({RATE_TOLD} là 94,12%)"),
        ("a = b / c", {"a": "51", "b": "6", "c": "12"}, "a", "Báo cáo ghi 51%, nhưng 6 trên 12 là 50%"),
        # Two digits of the rate would show the figure that it does not agree with.
        ("a = b / c", {"a": "94.120", "b": "48", "c": "51"}, "a", "Báo cáo ghi 94,120%, nhưng 48 trên 51 là 94,118%"),
        # A ratio that two digits write out is told in two, wherever it stands.
        ("a = b / c", {"a": "90", "b": "45", "c": "48"}, "a", "Báo cáo ghi 90%, nhưng 45 trên 48 là 93,75%"),
        ("a = b / c", {"a": "5", "b": "0", "c": "51"}, "a", "Báo cáo ghi 5%, nhưng 0 trên 51 là 0%"),
        ("a = b", {"a": "7", "b": "39"}, "a", "Báo cáo ghi 7, nhưng dòng khác ghi 39"),
        ("a = b", {"a": "7", "b": "39"}, "b", "Báo cáo ghi 39, nhưng dòng khác ghi 7"),
        (
            "a <= b",
            {"a": "24", "b": "17"},
            "a",
            "Báo cáo ghi 24, lớn hơn số 17 ghi ở dòng khác, đúng ra không được lớn hơn",
        ),
        (
            "a <= b",
            {"a": "24", "b": "17"},
            "b",
            "Báo cáo ghi 17, nhỏ hơn số 24 ghi ở dòng khác, đúng ra không được nhỏ hơn",
        ),
        ("a = b + c", {"a": "2", "b": "1", "c": "3"}, "a", "Báo cáo ghi 2, nhưng 1 + 3 là 4"),
        ("a = b + c", {"a": "2", "b": "1", "c": "3"}, "b", "Có số không khớp (dòng khác ghi 2, nhưng 1 + 3 là 4)"),
        ("a = b - c", {"a": "2", "b": "1200", "c": "3"}, "a", "Báo cáo ghi 2, nhưng 1.200 − 3 là 1.197"),
        ("a + b <= c", {"a": "9", "b": "9", "c": "16"}, "c", "Báo cáo ghi 16, nhỏ hơn 9 + 9 là 18"),
        (
            "a + b <= c",
            {"a": "9", "b": "9", "c": "16"},
            "a",
            "Có số không khớp (9 + 9 là 18, lớn hơn số 16 ghi ở dòng khác, đúng ra không được lớn hơn)",
        ),
        (
            "a = 0 => b, c, d",
            {"a": "0", "b": "5", "c": "0", "d": "2"},
            "a",
            "Số đứng đầu là 0 thì số đi cùng cũng phải là 0, nhưng báo cáo ghi 5 và 2",
        ),
        (
            "a = 0 => b, c, d",
            {"a": "0", "b": "5", "c": "0", "d": "2"},
            "d",
            "Báo cáo ghi 2, nhưng số đi cùng là 0 thì số này cũng phải là 0",
        ),
    ],
)
def test_each_kind_of_relation_has_its_sentence(line: str, values: dict[str, str], beside: str, told: str) -> None:
    assert contradiction(judged(line, values), beside).replace("\u00a0", " ") == told


def test_a_number_of_a_note_or_of_the_narrative_says_where_it_stands() -> None:
    note = judged('a = "phát sinh # hồ sơ"', {"a": "7"}, {"a": "Phát sinh 39 hồ sơ"})
    assert contradiction(note, "a") == "Báo cáo ghi 7, nhưng ghi chú nêu 39"
    narrative = judged('a <= narrative."gồm # biên chế"', {"a": "24"}, narrative="gồm 17 biên chế")
    assert (
        contradiction(narrative, "a")
        == "Báo cáo ghi 24, lớn hơn số 17 nêu trong thuyết minh, đúng ra không được lớn hơn"
    )


@pytest.mark.parametrize("line", ["a <= b / c", "a = b / c"])
def test_no_sign_of_mathematics_but_plus_and_minus_reaches_a_citizen(line: str) -> None:
    for beside in "abc":
        assert not re.search(r"[<>=≠≤/→?]", contradiction(judged(line, RATE), beside))


def test_the_quality_page_tells_a_rate_apart_from_its_figure_too() -> None:
    told = {
        ("94.120", "48", "51"): "94,120 ≠ 48/51 (94,118%)",
        ("90", "45", "48"): "90 ≠ 45/48 (93,75%)",
        ("51", "6", "12"): "51 ≠ 6/12 (50%)",
        ("5", "0", "51"): "5 ≠ 0/51 (0%)",
    }
    assert {
        row: phrases.result_numbers(judged("a = b / c", dict(zip("abc", row, strict=True)))) for row in told
    } == told
