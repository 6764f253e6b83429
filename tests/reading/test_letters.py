"""Letters that are not what they seem: old fonts, look-alikes, what no one sees; and that plain text is none of it."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros.problems.problem import Place
from macros.reading.characters import character_problems
from macros.reading.conflicts import conflict_problems
from macros.reading.fixes import mended, mended_kinds, mended_yaml
from macros.reading.old_fonts import _MISREAD_LETTER, code_of_bytes, misread_utf8, old_text, tcvn3, vni
from macros.reading.sources import decoded
from macros.reading.syllables import is_syllable

ROOT = Path(__file__).parents[2]
TEXTS = [*(ROOT / "data").rglob("*.yaml"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "macros" / "wording").glob("*.py")]
# Names and words that have letters of old fonts in them and are none.
OTHERS = [
    "François Müller, Zürich, Noël, São Paulo, Málaga, Citroën, Škoda, København, Århus, Besançon, Gödel",
    "café, résumé, déjà vu, naïve, façade, Muay Thaï, El Niño, piñata, crème brûlée, Übermensch, señor, garçon",
    "«một cửa» và «một cửa liên thông», Windows®, ©2022, 20°C, 10 µm, m², 3×4, ma trận n×m, ±5, § 12, ½ ngày",
    "Guðmundur, Þór, Москва, Αθήνα, μm, Ω, π, 東京（とうきょう）, ĐKKD, TP.HCM, UBND-VP, Pê-đan, Krông Pắc, Đắk Lắk",
]


def codes(text: str) -> list[str]:
    return [problem.code for problem in character_problems(Place("x.yaml", 1, 1), text)]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_published_has_no_such_letter(path: Path) -> None:
    text = path.read_text("utf-8")
    assert old_text(text) is None
    assert mended(text) == (text, {})
    assert [code for line in text.split("\n") for code in codes(line)] == []


@pytest.mark.parametrize("text", OTHERS)
def test_words_of_other_languages_are_none(text: str) -> None:
    assert codes(text) == []
    assert mended(text) == (text, {})


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("T×nh h×nh thùc hiÖn nhiÖm vô c¶i c¸ch hµnh chÝnh", "Tình hình thực hiện nhiệm vụ cải cách hành chính"),
        ("®èi víi c«ng chøc, viªn chøc ë ph­êng", "đối với công chức, viên chức ở phường"),
    ],
)
def test_text_of_tcvn3_says_what_its_font_draws(typed: str, said: str) -> None:
    assert tcvn3(typed) == said
    assert "E110" in codes(typed)
    assert code_of_bytes(typed.encode("latin-1"))[0] == "TCVN3 (ABC)"


def test_text_of_vni_says_what_its_font_draws() -> None:
    typed = "Keá hoaïch caûi caùch haønh chính, thöïc hieän nhieäm vuï ñöôïc giao"
    assert vni(typed) == "Kế hoạch cải cách hành chính, thực hiện nhiệm vụ được giao"
    assert codes(typed) == ["E110"]
    assert code_of_bytes(typed.encode("cp1252"))[0] == "VNI"


def test_utf8_that_was_read_as_something_else_is_known() -> None:
    typed = "Tình hình cải cách".encode().decode("cp1252", "replace").replace("\ufffd", "")
    assert codes(typed) == ["E110"]


@pytest.mark.parametrize("code", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_of_utf_16_is_named(code: str) -> None:
    problem = decoded("x.yaml", "số: 1\nsố: 2 # ế".encode(code))
    assert not isinstance(problem, str)
    assert problem.found == "tệp mã hóa UTF-16 (“Unicode” của Notepad), không phải UTF-8"


@pytest.mark.parametrize(
    ("typed", "expected", "told"),
    [
        ("NÐ-CP, Ða, ðược, QÐ", "NĐ-CP, Đa, được, QĐ", "4 chữ giống Đ, Ư"),
        ("đƣợc", "được", "1 chữ giống Đ, Ư"),
        ("a\u00a0b\u2003c\u3000d", "a b c d", "3 dấu cách lạ"),
        ("a\u00adb\u200bc\ufeffd", "abcd", "3 ký tự không nhìn thấy"),
        ("ho\u0302\u0300", "hồ", "2 dấu viết rời"),
        ("ｖăn bản ４８，ofﬁce Ⅲ", "văn bản 48,office III", "6 chữ rộng, chữ ghép"),
        ("\u00a0\u00a0\u00a0\u00a0Mở đầu", "Mở đầu", "1 dấu cách lạ"),
        ("Guðmundur", "Guðmundur", ""),
    ],
)
def test_what_is_mechanical_is_mended_and_told(typed: str, expected: str, told: str) -> None:
    text, found = mended(typed)
    assert (text, mended_kinds(found)) == (expected, told)
    assert codes(text) == []


def test_a_tab_of_yaml_is_mended_where_it_does_not_indent() -> None:
    assert mended_yaml("a:\tb\n \t \n# c\td\n\te: f\n")[0] == "a: b\n\n# c\td\n\te: f\n"


@pytest.mark.parametrize(
    "text",
    [
        "\u202ea",
        "a\ufffeb",
        "\ud800",
        "\u3164",
        "\u2800",
        "\u0007",
        "a\ue000",
        "q\u0301",
        "b\U0001fffe",
        "ph\ufffdc",
        "củа",
        "Оng",
    ],
)
def test_what_no_one_can_mend_alone_is_refused_and_left(text: str) -> None:
    assert codes(text) in (["E104"], ["E105"], ["E110"], ["E111"])
    assert mended(text)[0] == text


@pytest.mark.parametrize(
    "word",
    ["nghiêng", "quyết", "khuya", "ươm", "yêu", "gì", "giếng", "thuở", "ngoéo", "Đắc", "uý", "uỷ", "hoà", "khuỷu"],
)
def test_a_syllable_is_one(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word", ["kăn", "cê", "ngê", "ghan", "hắ", "tăp", "café", "pâte", "zung", "strong", "àà", "ươ"]
)
def test_what_no_rule_spells_is_none(word: str) -> None:
    assert not is_syllable(word)


def test_a_heading_of_markdown_is_no_conflict() -> None:
    assert list(conflict_problems("x.md", "Tên bài\n=======\n\nchữ\n", markdown=True)) == []
    assert [p.place.line for p in conflict_problems("x.md", "chữ\n\n=======\n", markdown=True)] == [3]
    both = "<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n\n<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n"
    found = [
        re.sub(r".* ở ", "", p.found) for p in conflict_problems("x.md", both.replace("\n", "\r\n"), markdown=True)
    ]
    assert found == ["các dòng 1, 3 và 5", "các dòng 7, 9 và 11"]


@given(st.text(st.characters(codec="utf-8"), min_size=1))
@example("ế")
@example("\u00a0")
@example("\U0010ffff")
def test_letters_that_were_misread_are_looked_for_where_there_are_any(text: str) -> None:
    """What the bytes of any text say as a page of Windows (those that it does not know, as they are)."""
    misread = "".join(
        bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)
        for byte in text.encode()
    )
    assert misread_utf8(misread) == text
    assert text.isascii() or _MISREAD_LETTER.search(misread)
