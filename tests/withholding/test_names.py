"""A withheld name is found however it is written, and nothing else is taken for it."""

import gzip
import io
import json
import zipfile
import zlib
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.vietnamese import fold
from macros.withholding.guard import names_in, published_names, searched, source_lines
from macros.withholding.withheld import Withheld
from macros.wording.figures import WITHHELD

NAME = "Châu Hoàng Tú"
WITHOUT = Withheld.of([NAME, "Lê An", "Nguyễn Thị Hoà", "ông Tú"], ["Lê An Bình"])
WORDS = [
    "Lê",
    "Lệ",
    "An",
    "Ân",
    "Tú",
    "Tư",
    "Châu",
    "Hoàng",
    "Hòa",
    "Hoa",
    "Trần",
    "Thị",
    "tỷ",
    "lệ",
    "an",
    "toàn",
    "châu",
    "hoàng",
    "tú",
    "đúng",
    "hạn",
    "hồ",
    "sơ",
]
SIGNS = " \t\n\u00a0.,;:()“”-–/0123456789"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bà Châu Hoàng Tú.", [NAME]),
        ("CHÂU HOÀNG TÚ", [NAME]),
        ("Châu\nHoàng  Tú", [NAME]),
        ("Châu\u00a0Hoàng\u2003Tú", [NAME]),
        ("Ch\u00adâu Ho\u200bàng Tú", [NAME]),
        ("Cha\u0302u Hoàng Tú", [NAME]),
        ("Chau Hoang Tu", [NAME]),
        ("Châu-Hoàng-Tú", [NAME]),
        ("Châu_Hoàng_Tú", [NAME]),
        ("Châu/Hoàng/Tú", [NAME]),
        ("Châu.Hoàng.Tú", [NAME]),
        ("chau-hoang-tu", []),
        ("Châu, Hoàng, Tú", []),
        ("Châu - Hoàng - Tú", []),
        ("Lê-An", []),
        ("(Lê An)", ["Lê An"]),
        ("_Lê An_", ["Lê An"]),
        ("Nguyễn Thị Hòa", ["Nguyễn Thị Hoà"]),
        ("bà Tú", ["Tú"]),
        ("bà châu hoàng tú", [NAME]),
        ("chau hoang tu", []),
        ("tỷ lệ an toàn", []),
        ("Tỷ lệ An toàn", []),
        ("lê an", []),
        ("Le An", []),
        ("Lê Anh", []),
        ("Trê An", []),
        ("Lê Ân", []),
        ("Lê An Bình", []),
        ("Lê, An", []),
        ("Tú", []),
        ("Châu Hoàng Tư", []),
    ],
)
def test_a_name_is_whole_words_with_their_tones(text: str, found: list[str]) -> None:
    assert WITHOUT.found(text) == found


HIDDEN = [
    NAME,
    f"<p>{NAME}</p>",
    "Châu <b>Hoàng</b> Tú",
    "Ch<em>âu</em> Hoàng<br>Tú",
    "<td>Châu</td><td>Hoàng Tú</td>",
    '<meta name="description" content="Châu Hoàng Tú">',
    "Ch&acirc;u Ho&#224;ng T&#xFA;",
    "&lt;b&gt;Ch&amp;acirc;u&lt;/b&gt; Hoàng Tú",
    json.dumps({"a": [NAME]}),
    json.dumps(NAME.upper()),
    "?q=Ch%C3%A2u%20Ho%C3%A0ng%20T%C3%BA",
    'x\n"3","Châu\nHoàng Tú"\n',
    "Châu<!-- a --> Hoàng Tú",
    "https://bao.example/2022/bo-nhiem-ba-chau-hoang-tu.html",
    '<a href="https://bao.example/?q=Ch%C3%A2u+Ho%C3%A0ng+T%C3%BA">x</a>',
    "[thư](mailto:chau.hoang.tu@vi-du.example)",
    '<a href="mailto:chau_hoang_tu@vi-du.example?subject=x">x</a>',
    "<a href=&#34;&#109;ailto:chau-hoang-tu&#64;vi-du.example&#34;>x</a>",
    "Gửi về chau.hoang.tu@vi-du.example",
    '<h2 id="ve-chau-hoang-tu">x</h2>',
    '<a href="../gioi-thieu/#ve-chau-hoang-tu">x</a>',
    '<a href="chau-hoang-tu.pdf">x</a>',
    '<img src="../anh/chau-hoang-tu.png" alt="x">',
    '{"location": "gioi-thieu/#chau-hoang-tu"}',
]


@pytest.mark.parametrize("text", HIDDEN)
def test_a_name_is_found_in_every_kind_of_file(text: str) -> None:
    content = text.encode()
    assert names_in(content, WITHOUT) == [NAME]
    assert names_in(gzip.compress(content), WITHOUT) == [NAME]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", content)
    assert names_in(packed.getvalue(), WITHOUT) == [NAME]


def packed(name: str, content: str | bytes) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, content)
    return archive.getvalue()


WORD = "<w:p><w:r><w:t>Châu Ho</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>àng</w:t></w:r><w:tab/><w:t>Tú</w:t></w:p>"
TEXT = '<text:p>Châu Ho<text:span text:style-name="T1">àng</text:span><text:s/>Tú</text:p>'
SHEET = "<sst><si><r><t>Châu Ho</t></r><r><rPr><b/></rPr><t>àng Tú</t></r></si></sst>"


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("word/document.xml", WORD),
        ("content.xml", TEXT),
        ("xl/sharedStrings.xml", SHEET),
        ("word/embeddings/a.docx", packed("word/document.xml", WORD)),
        ("docProps/thumbnail.bin", b"\0" + NAME.encode("utf-16-le")),
    ],
)
def test_an_office_file_is_read_as_its_readers_see_it(part: str, content: str | bytes) -> None:
    assert names_in(packed(part, content), WITHOUT) == [NAME]


def test_words_of_two_addresses_are_no_name() -> None:
    assert names_in(b'<i id="ve-chau"></i><i id="hoang-tu"></i> #chau-hoang #tu-chau', WITHOUT) == []


def spoilt(content: bytes) -> bytes:
    """An archive whose part is pressed in a way that nobody knows."""
    place = content.index(b"PK\x01\x02") + 10
    header = content.index(b"PK\x03\x04") + 8
    for at in (place, header):
        content = content[:at] + b"\x63\x00" + content[at + 2 :]
    return content


def locked(content: bytes) -> bytes:
    """An archive that says that its part has a password."""
    at = content.index(b"PK\x01\x02") + 8
    content = content[:at] + b"\x01" + content[at + 1 :]
    at = content.index(b"PK\x03\x04") + 6
    return content[:at] + b"\x01" + content[at + 1 :]


DEEP = packed("1.docx", packed("2.docx", packed("3.docx", packed("4.docx", packed("5.docx", WORD)))))


@pytest.mark.parametrize(
    "content",
    [
        spoilt(packed("word/document.xml", WORD)),
        locked(packed("word/document.xml", WORD)),
        packed("word/document.xml", WORD)[:60],
        packed("word/embeddings/a.docx", spoilt(packed("word/document.xml", WORD))),
        b"\x1f\x8b" + b"x" * 40,
        DEEP,
    ],
    ids=["unknown compression", "password", "cut", "inside", "gzip", "deep"],
)
def test_what_cannot_be_searched_is_said(content: bytes) -> None:
    assert searched(content, WITHOUT) == ([], False)


def test_what_can_be_searched_of_a_broken_file_is() -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("a.docx", spoilt(packed("word/document.xml", "x")))
        file.writestr("b.xml", WORD)
    assert searched(archive.getvalue(), WITHOUT) == ([NAME], False)
    assert searched(packed("a.xml", WORD), WITHOUT) == ([NAME], True)


def test_words_of_two_cells_of_an_office_file_are_no_word() -> None:
    assert names_in(packed("word/document.xml", "<w:p>xChâu Hoàng Tú</w:p><w:p>Châu Hoàng T</w:p>ú"), WITHOUT) == []


UTF16 = b"\xfe\xff" + NAME.encode("utf-16-be")
PROPERTIES = f"<dc:creator>{NAME}</dc:creator>".encode()


@pytest.mark.parametrize(
    "inside",
    [
        b"<</Author (" + UTF16.replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)") + b")>>",
        b"<</Author (" + b"".join(b"\\%03o" % byte for byte in UTF16) + b")>>",
        b"<</Author <" + UTF16.hex().encode() + b">>>",
        b"<</Filter/FlateDecode>>stream\r\n" + zlib.compress(PROPERTIES) + b"\nendstream",
        b"<<>>stream\n" + PROPERTIES + b"\nendstream",
    ],
)
@pytest.mark.parametrize("shift", [b"", b" ", b"\0", b"\0\0"])
def test_the_properties_of_a_pdf_file_are_read(inside: bytes, shift: bytes) -> None:
    assert names_in(b"%PDF-1.4\n" + shift + b"1 0 obj" + inside + b"endobj", WITHOUT) == [NAME]


def test_letters_of_two_bytes_are_found_from_any_byte_on() -> None:
    for shift in (b"\0", b"\0\0", b"\0x"):
        for encoding in ("utf-16-le", "utf-16-be"):
            assert names_in(shift + f" {NAME} ".encode(encoding), WITHOUT) == [NAME]


def test_files_and_addresses_are_told() -> None:
    files = [("a/index.html", b"x"), ("b.json", json.dumps({"n": NAME}).encode()), ("Châu Hoàng Tú.pdf", b"%PDF\0")]
    assert list(published_names(files, WITHOUT)) == [("b.json", NAME), ("Châu Hoàng Tú.pdf", NAME)]
    assert list(published_names(files, Withheld.of([]))) == []


def test_a_source_is_told_by_line() -> None:
    text = "a\nChâu **Hoàng**\nTú và\n{# b #}Lê&nbsp;An\nLê{# #} An\n\ntỷ lệ an toàn"
    assert source_lines(text, WITHOUT) == [(2, NAME), (4, "Lê An"), (5, "Lê An")]


@pytest.mark.parametrize(
    "text",
    [
        "| Châu Hoàng | Tú |",
        "| Châu Hoàng |\n| --- |\n| Tú |",
        "- Châu Hoàng\n- Tú",
        "1. Châu Hoàng\n2. Tú",
        "Châu Hoàng\n:   Tú",
        "> Châu Hoàng\n> Tú",
        "# Châu Hoàng\n\n\n## Tú",
    ],
)
def test_a_name_over_two_blocks_of_a_page_is_found_in_its_source_as_on_the_page(text: str) -> None:
    assert source_lines(text, WITHOUT) == [(1, NAME)]


def test_what_is_kept_has_words_in_the_place_of_the_name() -> None:
    assert WITHOUT.replaced("ông LÊ AN và Lê An Bình") == f"ông {WITHHELD} và Lê An Bình"
    assert WITHOUT.replaced_markup("<p>Ch<b>âu</b> Hoàng&nbsp;<i>Tú</i></p>") == f"<p>{WITHHELD}<b></b><i></i></p>"
    assert WITHOUT.replaced_markup("Châu **Hoàng**\nTú") == WITHHELD


syllables = st.sampled_from(
    ["An", "Bình", "Châu", "Đức", "Hoà", "Hòa", "Lê", "Mỹ", "Nguyễn", "Quý", "Thị", "Thuý", "Tú"]
)
names = st.lists(syllables, min_size=2, max_size=4).map(" ".join)
gaps = st.sampled_from([" ", "  ", "\n", "\u00a0", " <b></b>", "<br>", "&nbsp;", "\u00ad ", "</i> <i>"])
noise = st.lists(st.one_of(st.sampled_from(WORDS), st.text(SIGNS, max_size=4)), max_size=8).map(" ".join)


@given(names, noise, noise, st.data())
def test_a_generated_name_is_found_in_noise_and_can_be_taken_out(
    name: str, before: str, after: str, data: st.DataObject
) -> None:
    withheld = Withheld.of([name])
    written = "".join(word + data.draw(gaps) for word in name.split()[:-1]) + name.split()[-1]
    if data.draw(st.booleans()):
        written = written.replace(name.split()[0], name.split()[0].upper(), 1)
    text = f"<p>{escape(before)} {written} {escape(after)}</p>"
    assert name in names_in(text.encode(), withheld)
    assert names_in(withheld.replaced_markup(text).encode(), withheld) == []


@given(names, noise)
def test_nothing_is_found_that_is_not_the_name_word_for_word(name: str, text: str) -> None:
    said = " ".join(fold("".join(c if c.isalnum() else " " for c in text)).split())
    if f" {fold(name)} " not in f" {said} ":
        assert Withheld.of([name]).found(text) == []
    if text == text.lower() and len(name.split()) < 3:
        assert Withheld.of([name]).found(text) == []
