"""The pages that we wrote ourselves speak as an editor of a public service writes, and quote in one way."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = ("index.md", "gioi-thieu.md", "tiep-can.md", "thuat-ngu.md")
# As whole words; "chỗ" and "nhưng" are left to the eye, for both have uses that accuse nobody.
FORBIDDEN = (
    "nay",
    "ấy",
    "đứng ở",
    "mang dấu",
    "lời của",
    "nói vì sao",
    "theo vần",
    "thôi dùng",
    "mâu thuẫn",
    "đáng ngờ",
    "sai",
    "không thể hiểu",
    "không thể kết luận",
    "rẻ tiền",
    "giấy phép dùng lại",
    "nguồn tin",
    "câu tìm",
)
HABITS = re.compile(rf"(?<!\w)(?:{'|'.join(FORBIDDEN)})(?!\w)|[«»]|\d %|^[-*#> ]*\[?Mọi ", re.IGNORECASE | re.MULTILINE)


def text_of(name: str) -> str:
    """A page without its calls, whose quotation marks are code."""
    return re.sub(r"\{\{.*?\}\}", "", (ROOT / "docs" / name).read_text("utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize("name", OURS)
def test_a_page_of_ours_has_no_private_habit(name: str) -> None:
    text = text_of(name)
    assert HABITS.findall(text) == []
    assert '"' not in text


@pytest.mark.parametrize(
    "wrong", ["Chưa ai nay biết.", "Là «A».", "43,75 %", "- [Mọi báo cáo](x)", "Mọi thay đổi", "chỗ sai", "Theo vần"]
)
def test_a_habit_is_found(wrong: str) -> None:
    assert HABITS.search(wrong)


@pytest.mark.parametrize("right", ["ngày mai", "43,75%", "Là “A”.", "để mọi người đọc", "Nayarit"])
def test_what_only_looks_like_one_is_not(right: str) -> None:
    assert not HABITS.search(right)
