"""How the site speaks: what stands in no sentence of the room of words, on none of our own pages, in no explanation.

What a source prints stays as it is printed: the narratives of the reports and data/ are not looked at.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.problems.codes import FAMILIES, PROBLEM_CODES
from macros.wording import pages, sentences
from tests.test_wording import told

ROOT = Path(__file__).parent.parent

# Whole words that no sentence uses: old and private turns, and judgements of an agency.
TURNS = (
    *("nay", "ấy", "chỗ", "đứng ở", "mang dấu", "lời của", "nói vì sao", "theo vần", "vần chữ cái", "thôi dùng"),
    *("người đọc kỹ", "mâu thuẫn", "đáng ngờ", "đáng tin đến đâu", "không thể hiểu", "không thể kết luận"),
    *("mới chỉ", "chỉ mới", "mới đạt", "rẻ tiền", "nguồn tin", "giấy phép dùng lại"),
)
# Of a figure or an agency these judge; in the guide they tell staff of a slip of the hand.
REPROACHES = ("sai", "nhưng")

# Sentences in which such a word is no reproach, each with the reason.
ALLOWED: dict[str, str] = {}


def whole(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


LAWS = {
    "quotes are “ ”": re.compile("[«»]"),
    "a percentage is written 43,75%": re.compile(r"[\d}]\s+%"),
    "a label does not begin with “Mọi”": re.compile(r"^(?:\W*)Mọi(?!\w)"),
    "a turn that the site does not use": whole(TURNS),
}


def faults(sentence: str, *, staff: bool = False) -> list[str]:
    """The laws that a sentence breaks; what is written for staff may call a slip of the hand wrong."""
    laws = LAWS if staff else {**LAWS, "a word that judges": whole(REPROACHES)}
    composed = [] if unicodedata.is_normalized("NFC", sentence) else ["letters are composed (NFC)"]
    return [*composed, *(law for law, broken in laws.items() if broken.search(sentence))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Báo cáo ghi “43,75%”; ngày 14/3/2022.", []),
        ("Xem «Chất lượng số liệu».", ["quotes are “ ”"]),
        ("Đạt 43,75\u00a0%.", ["a percentage is written 43,75%"]),
        ("tăng {difference}, tức {percent} %", ["a percentage is written 43,75%"]),
        ("Mọi kỳ", ["a label does not begin with “Mọi”"]),
        ("Không đổi mọi dòng.", []),
        ("Chỗ này còn trống.", ["a turn that the site does not use"]),
        ("Năm ấy không có báo cáo.", ["a turn that the site does not use"]),
        ("Này, nấy, chỗi, vần.", []),
        ("Số này sai.", ["a word that judges"]),
        ("Tie\u0302\u0301ng Việt", ["letters are composed (NFC)"]),
    ],
)
def test_what_is_a_fault(sentence: str, expected: list[str]) -> None:
    assert faults(sentence) == expected


def test_staff_are_told_of_a_slip() -> None:
    assert faults("Gõ sai mã thì trang không được dựng.", staff=True) == []


# ---- Where sentences stand ----


def front_matter(text: str) -> tuple[dict[str, Any], str]:
    """What stands between the two lines `---` of a page, and the page below it."""
    _, head, body = re.split(r"^---\n", text, maxsplit=2, flags=re.MULTILINE)
    return yaml.safe_load(head), body


def paragraphs(body: str) -> Iterator[str]:
    """What a page says itself, without code, macros and addresses: paragraphs, items, and cells of tables."""
    plain = re.sub(r"^ *```.*?^ *```$", "", body, flags=re.DOTALL | re.MULTILINE)
    plain = re.sub(r"`[^`]*`|\{[{%#].*?[}%#]\}|(?<=\])\([^()]*\)", "", plain, flags=re.DOTALL)
    for block in re.split(r"\n\s*\n|^ *[-*] |^ *\d+\. |^#+ |\|", plain, flags=re.MULTILINE):
        if block.strip():
            yield " ".join(block.split())


def test_paragraphs_leave_out_code_and_macros() -> None:
    body = (
        '# Mục «a»\n\nMột `«b»`\nhai {{ typed("«c»") }}.\n\n```\n«d»\n```\n\n- ba\n- [bốn](mọi.md)\n\n| năm | sáu |\n'
    )
    assert list(paragraphs(body)) == ["Mục «a»", "Một hai .", "ba", "[bốn]", "năm", "sáu"]


def of_a_page(path: Path) -> Iterator[str]:
    head, body = front_matter(path.read_text("utf-8"))
    yield from (head[key] for key in ("title", "description") if key in head)
    yield from paragraphs(body)


def nav_labels(nav: list[dict[str, Any]]) -> Iterator[str]:
    for label, target in chain.from_iterable(entry.items() for entry in nav):
        yield label
        yield from nav_labels(target) if isinstance(target, list) else ()


class Untagged(yaml.SafeLoader):
    """Reads a file whose tags name things of Python and of the environment, and passes over them."""


Untagged.add_multi_constructor("", lambda _loader, _suffix, _node: None)


def of_the_settings(text: str) -> Iterator[str]:
    """The lines of mkdocs.yml that readers see."""
    settings = yaml.load(text, Untagged)
    yield from (settings["site_name"], settings["site_description"])
    yield from nav_labels(settings["nav"])
    for extension in settings["markdown_extensions"]:
        yield from (
            value
            for options in dict_of(extension).values()
            for value in dict_of(options).values()
            if isinstance(value, str)
        )


def dict_of(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


ROOM = {
    module.__name__.rpartition(".")[2]: [sentence for value in sentences(module).values() for sentence in told(value)]
    for module in pages()
}
# The narratives are the reports' own words, not ours; decisions and design are for those who write the program.
NARRATIVES = {ROOT / "docs/bao-cao" / f"{path.stem.lower()}.md" for path in (ROOT / "data/reports").glob("*.yaml")}
PAGES = {
    path.relative_to(ROOT).as_posix(): list(of_a_page(path))
    for path in sorted((ROOT / "docs").rglob("*.md"))
    if path not in NARRATIVES and not {"decisions", "design"} & set(path.parts)
}
GUIDE = {
    "macros/problems/codes.py": [
        *FAMILIES.values(),
        *chain.from_iterable((explained.title, explained.why) for explained in PROBLEM_CODES.values()),
    ]
}
SETTINGS = {"mkdocs.yml": list(of_the_settings((ROOT / "mkdocs.yml").read_text("utf-8")))}
SAID = {**ROOM, **PAGES, **GUIDE, **SETTINGS}


def of_staff(place: str) -> bool:
    return place in {"guide", *GUIDE} or place.startswith("docs/huong-dan/")


def broken(place: str) -> list[tuple[str, str]]:
    return [
        (fault, sentence)
        for sentence in SAID[place]
        if sentence not in ALLOWED
        for fault in faults(sentence, staff=of_staff(place))
    ]


@pytest.mark.parametrize("place", sorted(SAID))
def test_what_is_said_is_plain(place: str) -> None:
    assert broken(place) == []


def test_what_is_allowed_is_said() -> None:
    said = set(chain.from_iterable(SAID.values()))
    assert [sentence for sentence in ALLOWED if sentence not in said or not faults(sentence)] == []
