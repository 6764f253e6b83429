"""A hard check that fails is told in words, at the figure of the total alone, with both numbers."""

from decimal import Decimal

import pytest

from macros.agreement.judgement import Figures, judge
from macros.faces import relation_phrases
from macros.faces.failed_checks import contradiction
from macros.reading.relation_lines import parse_relation
from macros.record import series_key
from macros.record.relation import CheckResult, Outcome


def judged(line: str, values: dict[str, str], notes: dict[str, str] | None = None, narrative: str = "") -> CheckResult:
    outcome = computed(line, values, notes, narrative)
    assert outcome.outcome is Outcome.FAILS
    return outcome


def computed(
    line: str, values: dict[str, str], notes: dict[str, str] | None = None, narrative: str = ""
) -> CheckResult:
    known = {series_key(id): Decimal(value) for id, value in values.items()}
    figures = Figures(known, {series_key(id): note for id, note in (notes or {}).items()}, narrative)
    return judge(parse_relation("thu", line), figures)


RATE = {"a": "100", "b": "48", "c": "51"}
TOTAL = "Tổng không khớp các số thành phần: báo cáo ghi tổng là"
OF_RATE = "Tỷ lệ không khớp hai số dùng để tính: báo cáo ghi"


@pytest.mark.parametrize(
    ("line", "values", "place", "told"),
    [
        ("a <= b / c", RATE, "a", f"{OF_RATE} 100%; 48/51 là 94,12%."),
        ("a = b / c", {"a": "51", "b": "6", "c": "12"}, "a", f"{OF_RATE} 51%; 6/12 là 50%."),
        # Two digits of the rate would show the figure that it does not agree with.
        ("a = b / c", {"a": "94.120", "b": "48", "c": "51"}, "a", f"{OF_RATE} 94,120%; 48/51 là 94,118%."),
        # A ratio that two digits write out is told in two, wherever it stands.
        ("a = b / c", {"a": "90", "b": "45", "c": "48"}, "a", f"{OF_RATE} 90%; 45/48 là 93,75%."),
        ("a = b", {"a": "7", "b": "39"}, "a", "Hai số không khớp: báo cáo ghi 7; dòng khác ghi 39."),
        (
            "a <= b",
            {"a": "24", "b": "17"},
            "b",
            "Tổng không khớp số thành phần: báo cáo ghi tổng là 17, số thành phần là 24.",
        ),
        ("a = b + c", {"a": "2", "b": "1", "c": "3"}, "a", f"{TOTAL} 2, các số thành phần cộng lại là 4."),
        ("b + c = a", {"a": "2", "b": "1", "c": "3"}, "a", f"{TOTAL} 2, các số thành phần cộng lại là 4."),
        (
            "a = b - c",
            {"a": "2", "b": "1200", "c": "3"},
            "a",
            "Các số không khớp: báo cáo ghi 2; tính từ các dòng khác là 1.197.",
        ),
        ("a + b <= c", {"a": "9", "b": "9", "c": "16"}, "c", f"{TOTAL} 16, các số thành phần cộng lại là 18."),
        (
            "a <= b + c",
            {"a": "9", "b": "3", "c": "4"},
            "a",
            "Số thành phần lớn hơn tổng: báo cáo ghi số thành phần là 9, tổng là 7.",
        ),
        (
            "a + b = c + d",
            {"a": "1", "b": "2", "c": "3", "d": "4"},
            "a",
            "Hai tổng không khớp: các số thứ nhất cộng lại là 3, các số thứ hai cộng lại là 7.",
        ),
        ("a = 0 => b, c, d", {"a": "0", "b": "5", "c": "0", "d": "2"}, "a", f"{TOTAL} 0, số thành phần là 5 và 2."),
        ("a + b = 0 => c, d", {"a": "0", "b": "0", "c": "0", "d": "2"}, "d", f"{TOTAL} 0, số này là 2."),
        ("each a has b", {"a": "7", "b": "3"}, "a", "Hai số không khớp: báo cáo ghi 7; số đi cùng là 3, ít hơn."),
    ],
)
def test_each_kind_of_relation_has_its_sentence_at_one_figure(
    line: str, values: dict[str, str], place: str, told: str
) -> None:
    result = judged(line, values)
    assert (result.place, contradiction(result)) == (series_key(place), told)


def test_the_quality_page_tells_a_rate_apart_from_its_figure_too() -> None:
    told = {
        ("94.120", "48", "51"): "94,120 ≠ 48/51 (94,118%)",
        ("90", "45", "48"): "90 ≠ 45/48 (93,75%)",
        ("51", "6", "12"): "51 ≠ 6/12 (50%)",
        ("5", "0", "51"): "5 ≠ 0/51 (0%)",
    }
    assert {
        row: relation_phrases.result_numbers(judged("a = b / c", dict(zip("abc", row, strict=True)))) for row in told
    } == told


def test_a_quotient_beside_a_rate_that_agrees_gives_that_rate() -> None:
    told = {
        ("43.75", "7", "16"): "43,75 = 7/16 (43,75%)",
        ("66.7", "6", "9"): "66,7 ≈ 6/9 (66,67%)",
        ("98.99", "3263", "3296"): "98,99 ≈ 3.263/3.296 (98,999%)",
    }
    made = {row: computed("a = b / c", dict(zip("abc", row, strict=True))) for row in told}
    assert {row: relation_phrases.result_numbers(result) for row, result in made.items()} == told
    assert {row: result.cut for row, result in made.items()} == {row: row[0] == "98.99" for row in told}
