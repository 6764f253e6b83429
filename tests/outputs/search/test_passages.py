"""Passages of a page: each has its own name, none is lost, and the page is otherwise as it was."""

import re
from xml.etree.ElementTree import Element

from macros.outputs.html.page_context import PageContext, Said, Telling
from macros.outputs.html.page_tree import Words
from macros.outputs.search.heading_sections import SectionOf, no_section
from macros.outputs.search.passages import Passage, named_passages
from tests.outputs.html.page_trees import converted

PAGE = """
# Đầu trang {: #dau }

Một *đoạn* &amp; một [liên kết](x)[^1].

\ue0000\ue001

## 2. Mục hai {: #hai }

- Mục không đoạn

- Mục có đoạn

    - Mục trong

Kỳ báo cáo
:   Khoảng thời gian

Có tên riêng
{: #rieng }

— 12 —

[^1]: Chú thích một
"""


def passages(text: str, section_of: SectionOf = no_section, block: Telling | None = None) -> tuple[str, list[Passage]]:
    found: list[Passage] = []

    def read(page: PageContext, root: Element, words: Words) -> None:
        found.extend(named_passages(root, words, section_of, {"\ue0000\ue001": block} if block else {}))

    return converted(text, read=read), found


def test_passages_of_a_page() -> None:
    html, found = passages(PAGE)
    assert found == [
        Passage("Đầu trang", "doan-dau-1", "Một đoạn & một liên kết."),
        Passage("2. Mục hai", "doan-hai-1", "Mục không đoạn"),
        Passage("2. Mục hai", "doan-hai-2", "Mục có đoạn"),
        Passage("2. Mục hai", "doan-hai-3", "Mục trong"),
        Passage("Kỳ báo cáo", "doan-hai-4", "Khoảng thời gian"),
        Passage("2. Mục hai", "rieng", "Có tên riêng"),
        Passage("Chú thích", "doan-chu-thich-1", "Chú thích một"),
    ]
    for passage in found:
        assert html.count(f'id="{passage.anchor}"') == 1
    assert re.sub(r' id="doan-[^"]*"', "", html) == converted(PAGE)


def test_a_block_of_ours_has_passages_where_its_sign_stands() -> None:
    says = [Said("Tên", term="Cơ quan"), Said("a@b.vn", "lien-he", "Liên hệ"), Said("—", term="Số"), Said("Hãy viết.")]
    block = Telling(says, " ".join)
    _, found = passages(PAGE, block=block)
    assert found[1:4] == [
        Passage("Cơ quan", "doan-dau-2", "Tên"),
        Passage("Liên hệ", "lien-he", "a@b.vn"),
        Passage("Đầu trang", "doan-dau-4", "Hãy viết."),
    ]
    assert block.html() == "doan-dau-2 lien-he  doan-dau-4"
    assert Telling(says, "/".join).html() == "/lien-he//"


def test_text_is_what_a_reader_sees() -> None:
    _, ((passage),) = passages("a **b**c&lt;d&gt; \\*e\\* <f@g.vn> `h & i` <b>j</b>&copy; &copy k &#65;\n<br>l")
    assert passage.text == "a bc<d> *e* f@g.vn h & i j© &copy k A l"
