"""The narrative on the report's page is the source's: the same words in the same order, none dropped and none added.

The page may differ from the source in these points and in no other:

1. the permalink "#" behind a heading;
2. the footnote stands after the signature block instead of at the foot of the first page; its number is the number of
   its list line, and a link leads back to its mark;
3. "BÁO CÁO" and the subject below it are one heading, "Báo cáo: …";
4. the blank lines for number, place and date are shown in the report's head block, with the site's own words on them;
5. the site's own blocks: that head block and the key figures, before part I.
"""

from dataclasses import dataclass

import pytest
from lxml.html import HtmlElement

from tests.fidelity.source_report import fold, read_source

SOURCE = read_source()
HEADINGS = {"h2", "h3", "h4", "h5", "h6"}
BACK = "↩"


@dataclass(frozen=True, slots=True)
class Narrative:
    """The narrative in plain text."""

    title: str
    head: str
    blocks: list[str]
    footnotes: list[str]


@pytest.fixture(scope="module")
def narrative(report_page: HtmlElement) -> Narrative:
    """The page from its title to the annex. Fails on a block of a kind that is not known."""
    title, head, *blocks = report_page.find(".//article")
    key_figures, blocks = blocks[0], blocks[1:]
    assert "report-head" in head.classes
    assert "tiles" in key_figures.classes
    texts: list[str] = []
    footnotes: list[str] = []
    for block in blocks:
        if block.tag == "h2" and block.text_content().startswith("Phụ lục"):
            break
        if block.tag in HEADINGS:
            texts.append(_heading(block))
        elif block.tag == "ul":
            texts += [fold(line.text_content()) for line in block]
        elif "footnote" in block.classes:
            footnotes = [f"{n} {_footnote(line)}" for n, line in enumerate(block.iterfind("ol/li"), start=1)]
        else:
            assert block.tag == "p"
            texts.append(fold(block.text_content()))
    return Narrative(_heading(title), fold(head.text_content()), texts, footnotes)


def _heading(heading: HtmlElement) -> str:
    text = fold(heading.text_content())
    assert text.endswith("#")
    return text.removesuffix("#")


def _footnote(line: HtmlElement) -> str:
    text = fold(line.text_content())
    assert text.endswith(BACK)
    return text.removesuffix(BACK).rstrip()


def test_narrative_is_the_source_block_for_block_and_word_for_word(narrative: Narrative) -> None:
    _number, _date, type_name, subject, *body = SOURCE.blocks  # allowances 3 and 4
    assert narrative.title == f"{type_name.capitalize()}: {subject}"
    assert narrative.footnotes == SOURCE.footnotes  # allowance 2
    assert narrative.blocks == [block for block in body if block not in SOURCE.footnotes]


def test_footnote_mark_and_footnote_link_to_each_other(report_page: HtmlElement) -> None:
    (mark,) = report_page.xpath("//sup[a]")
    (note,) = report_page.xpath("//div[contains(@class, 'footnote')]//li")
    before = mark.xpath("preceding-sibling::node()/descendant-or-self::text()")
    assert "".join(before).endswith("công tác CCHC")
    assert mark.xpath("a/@href") == [f"#{note.get('id')}"]
    assert note.xpath(".//a[last()]/@href")[-1] == f"#{mark.get('id')}"


def test_annex_stands_under_its_printed_title(report_page: HtmlElement) -> None:
    (head,) = report_page.find_class("annex-head")
    assert [fold(line.text_content()) for line in head.xpath("p[not(@hidden)]")] == SOURCE.annex_head


def test_annex_tables_have_the_printed_columns(report_page: HtmlElement) -> None:
    names, below = SOURCE.lines[:2]
    printed = [f"{name} ({sub})" if sub else name for name, sub in zip(names, below, strict=True)]
    tables = report_page.xpath("//table[.//tr[@data-indicator]]")
    assert [[fold(cell.text_content()) for cell in table.xpath("thead//th")] for table in tables] == [printed] * 7


def test_head_block_shows_the_blanks_and_the_status(narrative: Narrative) -> None:
    number, date = SOURCE.blocks[:2]
    assert (number, date) == ("Số: /BC-BQL", "Sóc Trăng, ngày tháng năm 2022")
    shown = [number, date, "TRƯỞNG BAN", "Dự thảo / chưa cấp số"]
    assert [words for words in shown if words not in narrative.head] == []
