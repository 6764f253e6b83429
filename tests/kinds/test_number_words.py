"""A number in Vietnamese words is read as the number that people mean, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.kinds.number_words import spelled
from macros.vietnamese import fold

_ONES = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def below_hundred(n: int) -> str:
    if n < 10:
        return _ONES[n]
    tens, ones = divmod(n, 10)
    head = "mười" if tens == 1 else f"{_ONES[tens]} mươi"
    last = {0: "", 1: "một" if tens == 1 else "mốt", 5: "lăm"}.get(ones, _ONES[ones])
    return f"{head} {last}".strip()


def below_thousand(n: int, full: bool) -> str:
    hundreds, rest = divmod(n, 100)
    if not hundreds and not full:
        return below_hundred(rest)
    tail = "" if not rest else f" linh {_ONES[rest]}" if rest < 10 else f" {below_hundred(rest)}"
    return f"{_ONES[hundreds]} trăm{tail}"


def in_words(n: int) -> str:
    """The number as a Vietnamese school teaches to read it."""
    thousands, rest = divmod(n, 1000)
    if not thousands:
        return below_thousand(n, full=False)
    return f"{below_thousand(thousands, full=False)} nghìn" + (f" {below_thousand(rest, full=True)}" if rest else "")


@given(st.integers(0, 999_999))
def test_every_number_up_to_a_million_is_read_back(n: int) -> None:
    assert spelled(in_words(n)) == (n, "")
    assert spelled(fold(in_words(n))) == (n, "")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("mười sáu hồ sơ", (16, "hồ sơ")),
        ("Hai mươi tư", (24, "")),
        ("một trăm lẻ năm", (105, "")),
        ("mười ngàn", (10_000, "")),
        ("một triệu hai trăm nghìn", (1_200_000, "")),
        ("ba nghìn không trăm linh hai", (3_002, "")),
        ("năm", (5, "")),
    ],
)
def test_what_offices_write(text: str, read: tuple[int, str]) -> None:
    assert spelled(text) == read


@pytest.mark.parametrize("text", ["", "hồ sơ", "hai ba", "trăm", "một nghìn hai", "nghìn", "linh hai", "mười mười"])
def test_what_is_not_surely_a_number_is_not_read(text: str) -> None:
    assert spelled(text) is None


@given(st.lists(st.sampled_from(["một", "mười", "mươi", "trăm", "nghìn", "triệu", "linh", "năm", "x"]), max_size=30))
def test_no_words_are_too_strange(words: list[str]) -> None:
    read = spelled(" ".join(words))
    assert read is None or read[0] >= 0
