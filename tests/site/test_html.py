"""Laws that hold on every page of the built site."""

import json
import posixpath
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml.html import HtmlElement

from macros.loading.assembly import load_catalogue
from tests.conftest import ROOT

Pages = dict[str, HtmlElement]

REPORT = "bao-cao/2022-s1/"
# Pages for staff show macro calls and template marks as examples, in code.
GUIDES = "huong-dan/"
LOADED = (
    "//script/@src | //img/@src | //iframe/@src | //embed/@src | //object/@data | //audio/@src | //video/@src"
    " | //source/@src | //track/@src | //input/@src | //use/@href"
    " | //link[not(@rel='canonical' or @rel='alternate' or @rel='prev' or @rel='next')]/@href"
)
READ_ALOUD = "//@title | //@alt | //@aria-label | //@placeholder | //meta[@name]/@content"
CSS_ADDRESS = re.compile(r"""@import\s+['"]([^'"]+)|url\(\s*['"]?([^'")]+)""")
SIDE_BY_SIDE = (
    "//*[self::td or self::th or self::dt][following-sibling::*]"
    " | //article//a[following-sibling::*[1][self::a]] | //article//li[following-sibling::li]"
)
# "nan" is also a Vietnamese word, in "gian nan" and "nan giải".
RUBBISH = re.compile(r"\{\{|\}\}|\{%|%\}|\b(?:None|NaN|Undefined|undefined|Traceback)\b|(?<!gian )\bnan\b(?! giải)")
PRIVATE_USE = re.compile("[\ue000-\uf8ff]")


def folder(page: str) -> str:
    """The address that a page's relative links start from."""
    return posixpath.dirname(page)


def target(page: str, href: str) -> tuple[str, str]:
    """The file below the root of the site that an internal link on the page names, and its fragment."""
    parts = urlsplit(href)
    path = unquote(parts.path)
    if not path:
        return page, unquote(parts.fragment)
    joined = path.lstrip("/") if path.startswith("/") else posixpath.join(folder(page), path)
    file = posixpath.normpath(joined or ".")
    if path.endswith("/") or posixpath.basename(path) in ("", ".", ".."):
        file = posixpath.normpath(posixpath.join(file, "index.html"))
    return file, unquote(parts.fragment)


def is_internal(href: str) -> bool:
    parts = urlsplit(href)
    return not parts.scheme and not parts.netloc


def visible_text(page: str, root: HtmlElement) -> Iterator[str]:
    """What a reader of the page sees or hears, piece by piece."""
    code = " or ancestor::code" if page.startswith(GUIDES) else ""
    yield from root.xpath(f"//text()[not(ancestor::script or ancestor::style{code})]")
    yield from root.xpath(READ_ALOUD)


@pytest.fixture(scope="module")
def anchors(pages: Pages) -> dict[str, set[str]]:
    """The places on each page that a link can lead to."""
    return {page: set(root.xpath("//@id | //a/@name")) for page, root in pages.items()}


@pytest.fixture(scope="module")
def indicators(site: Path) -> list[dict[str, Any]]:
    """The rows that can hold a value, of the annexes of all reports, each once."""
    reports = [json.loads(path.read_text("utf-8")) for path in sorted(site.glob("api/v1/reports/*.json"))]
    rows = [row for report in reports for row in report["observations"] if row["kind"] != "heading"]
    return list({row["id"]: row for row in rows}.values())


# ---- links -----------------------------------------------------------------------------------------------------


def test_every_internal_link_leads_to_a_file_and_to_a_place_on_it(
    site: Path, pages: Pages, anchors: dict[str, set[str]]
) -> None:
    broken = []
    for page, root in pages.items():
        for href in root.xpath("//@href | //@src"):
            if not is_internal(href):
                continue
            file, fragment = target(page, href)
            if not (site / file).is_file() or (fragment and fragment not in anchors.get(file, set())):
                broken.append((page, href))
    assert broken == []


def test_links_to_other_sites_are_addresses_of_pages(pages: Pages) -> None:
    schemes = {urlsplit(href).scheme for root in pages.values() for href in root.xpath("//a/@href")}
    assert schemes <= {"", "http", "https", "mailto", "tel"}


def test_ids_are_unique_on_their_page(pages: Pages) -> None:
    twice = []
    for page, root in pages.items():
        ids = root.xpath("//@id")
        twice += [(page, id) for id in sorted(set(ids)) if ids.count(id) > 1]
    assert twice == []


def test_latest_report_redirects_to_the_newest_report(pages: Pages) -> None:
    root = pages["bao-cao/moi-nhat/index.html"]
    (refresh,) = root.xpath("//meta[translate(@http-equiv, 'REFSH', 'refsh') = 'refresh']/@content")
    delay, _, address = refresh.partition(";")
    here = "http://site/bao-cao/moi-nhat/"
    report = f"http://site/bao-cao/{load_catalogue(ROOT).latest.period.slug}/"
    assert (delay.strip(), urljoin(here, address.strip().removeprefix("url="))) == ("0", report)
    links = {urljoin(here, href) for href in root.xpath("//article//a/@href")}
    assert report in links, "where no redirect is followed there is a link"


# ---- no other host ---------------------------------------------------------------------------------------------


def test_no_page_loads_anything_from_another_host(pages: Pages) -> None:
    foreign = [
        (page, address)
        for page, root in pages.items()
        for address in [
            *root.xpath(LOADED),
            *(a for css in root.xpath("//style/text() | //@style") for a in css_addresses(css)),
        ]
        if not is_internal(address) and urlsplit(address).scheme != "data"
    ]
    assert foreign == []


def test_no_style_sheet_loads_anything_from_another_host_or_that_is_missing(site: Path) -> None:
    wrong = []
    for sheet in sorted(site.rglob("*.css")):
        path = sheet.relative_to(site).as_posix()
        for address in css_addresses(sheet.read_text("utf-8")):
            is_inline = urlsplit(address).scheme == "data" or address.startswith("#")
            if not is_inline and not (is_internal(address) and (site / target(path, address)[0]).is_file()):
                wrong.append((path, address))
    assert wrong == []


def css_addresses(css: str) -> list[str]:
    """The addresses that a style sheet loads."""
    return [imported or address for imported, address in CSS_ADDRESS.findall(css)]


# ---- text ------------------------------------------------------------------------------------------------------


def test_no_page_shows_what_a_program_left_behind(pages: Pages) -> None:
    shown = [
        (page, found[0], text)
        for page, root in pages.items()
        for text in visible_text(page, root)
        if (found := RUBBISH.search(text))
    ]
    assert shown == []


def test_no_page_holds_private_use_characters_or_text_that_is_not_nfc(site: Path, pages: Pages) -> None:
    texts = {page: (site / page).read_text("utf-8") for page in pages}
    assert [page for page, text in texts.items() if PRIVATE_USE.search(text)] == []
    assert [page for page, text in texts.items() if not unicodedata.is_normalized("NFC", text)] == []


def test_files_for_machines_are_nfc(site: Path) -> None:
    files = [*site.glob("api/**/*.json"), *site.glob("api/**/*.csv"), *site.glob("tim-kiem/index/**/*.js")]
    texts = {path.name: path.read_text("utf-8") for path in files}
    assert [name for name, text in texts.items() if not unicodedata.is_normalized("NFC", text)] == []
    assert [name for name, text in texts.items() if PRIVATE_USE.search(text)] == []


# ---- structure -------------------------------------------------------------------------------------------------


def test_every_page_is_vietnamese_with_a_title_and_one_main_heading(pages: Pages) -> None:
    marks = {
        page: (root.get("lang"), len(root.findall(".//h1")), bool((root.findtext(".//title") or "").strip()))
        for page, root in pages.items()
    }
    assert {page: mark for page, mark in marks.items() if mark != ("vi", 1, True)} == {}


def test_every_button_that_opens_something_finds_it_on_its_page_and_nothing_is_opened_by_nobody(pages: Pages) -> None:
    wrong = {}
    for page, root in pages.items():
        asked, there = set(root.xpath("//button/@popovertarget")), set(root.xpath("//*[@popover]/@id"))
        if asked != there:
            wrong[page] = asked ^ there
    assert wrong == {}


def test_every_annex_table_has_a_caption_and_scoped_heads(pages: Pages, demo_pages: Pages) -> None:
    """The five printed columns and, where a comparable period was reported on before, one of changes."""
    wrong, widths = [], set()
    for page, root in (*pages.items(), *demo_pages.items()):
        for table in root.xpath("//table[contains(@class, 'annex__table')]"):
            has_caption = bool((table.findtext("caption") or "").strip())
            columns = table.xpath("thead//th/@scope")
            changes = table.xpath("thead//th[contains(@class, 'annex__change')]")
            rows = [row.xpath("(td|th)/@scope") for row in table.xpath("tbody/tr[@data-indicator]")]
            if not has_caption or columns != ["col"] * (5 + len(changes)) or rows != [["row"]] * len(rows):
                wrong.append((page, table.findtext("caption")))
            widths.add(len(columns))
    assert wrong == []
    assert widths == {5, 6}


def test_cells_and_links_side_by_side_are_parted(pages: Pages) -> None:
    glued = [
        (page, element.text_content())
        for page, root in pages.items()
        for element in root.xpath(SIDE_BY_SIDE)
        if not element.tail
    ]
    assert glued == []


def test_one_page_stands_for_every_indicator_that_can_hold_a_value_and_for_nothing_else(
    pages: Pages, indicators: list[dict[str, Any]]
) -> None:
    standing = {folder(page) + "/" for page in pages if page.startswith("chi-tieu/")} - {"chi-tieu/"}
    assert standing == {row["url"] for row in indicators}
    assert standing == {f"chi-tieu/{row['id']}/" for row in indicators}


# ---- documents and what rests on them --------------------------------------------------------------------------


def test_every_citation_in_the_report_is_linked_back_from_its_document_and_no_other(
    pages: Pages, report_page: HtmlElement
) -> None:
    """A citation is a link in the narrative, or in the note of an annex row, to the page of a document."""
    page = f"{REPORT}index.html"
    cited = set()
    for link in report_page.xpath("//article//a"):
        file, _ = target(page, link.get("href"))
        if file.startswith("van-ban/"):
            (place, *_) = link.xpath("ancestor::tr[@data-indicator]/@id") or [link.get("id")]
            cited.add((file, place))
    linked_back = set()
    for document, root in pages.items():
        if document.startswith("van-ban/"):
            for href in root.xpath("//article//a/@href"):
                file, fragment = target(document, href)
                if file == page and fragment:
                    linked_back.add((document, fragment))
    assert linked_back == cited
    assert len(cited) > 30


def test_every_document_has_something_that_rests_on_it(pages: Pages) -> None:
    documents = [page for page in pages if page.startswith("van-ban/") and page != "van-ban/index.html"]
    bases = re.compile(r"^(bao-cao/[^/]+/|chi-tieu/.+/)index\.html$")
    without = [
        document
        for document in documents
        if not any(bases.match(target(document, href)[0]) for href in pages[document].xpath("//article//a/@href"))
    ]
    assert without == []
    assert len(documents) >= 28


def test_plan_15_is_linked_back_to_the_rate_and_to_the_part_that_rest_on_it(first_pages: Pages) -> None:
    page = "van-ban/15-kh-bql-2022/index.html"
    links = {
        " ".join(link.text_content().split()): target(page, link.get("href"))
        for link in first_pages[page].xpath("//article//a[@href]")
    }
    rate, _ = links["Tỷ lệ hoàn thành Kế hoạch CCHC năm (Lũy kế đến thời điểm báo cáo)"]
    part, place = links["1. Công tác chỉ đạo điều hành (6 tháng đầu năm 2022)"]
    assert (rate, part) == ("chi-tieu/ke-hoach-ty-le-hoan-thanh/index.html", f"{REPORT}index.html")
    cited = first_pages[part].get_element_by_id(place)
    assert cited.text_content() == "Kế hoạch số 15/KH-BQL ngày 14/3/2022"
    (heading,) = cited.xpath("(preceding::h3)[last()]")
    assert heading.text_content() == "1. Công tác chỉ đạo điều hành#"


# ---- search ----------------------------------------------------------------------------------------------------


def test_every_indicator_leads_to_its_figure_under_its_title(pages: Pages, indicators: list[dict[str, Any]]) -> None:
    """The place that a search result leads to holds the title, the figure and nothing of another indicator."""
    words = ".//h1//text()[not(ancestor::a)]"
    titles = {row["url"]: "".join(pages[f"{row['url']}index.html"].xpath(words)) for row in indicators}
    # What a label does not say alone, the row above it adds.
    assert {row["url"] for row in indicators if not titles[row["url"]].startswith(title_of(row["label"]))} == set()
    assert len(set(titles.values())) == len(titles)
    for row in indicators:
        (place,) = pages[f"{row['url']}index.html"].xpath(f"//*[@id='dong-{row['id']}']")
        assert " ".join(place.text_content().split()).startswith(f"{titles[row['url']]}: ")


def title_of(label: str) -> str:
    """The printed label without the dash before it and the stop or colon behind it; an ellipsis stays."""
    return re.sub(r"(?<!\.)[.:]$", "", label.removeprefix("- "))


def test_no_page_and_no_file_is_left_of_materials_search(site: Path, pages: Pages) -> None:
    assert not (site / "search").exists()
    left = "//*[starts-with(@data-md-component, 'search') or contains(@class, 'md-search')]"
    assert [page for page, root in pages.items() if root.xpath(left)] == []


def test_every_page_has_a_form_that_asks_the_search_page(pages: Pages) -> None:
    asked = {
        page: {
            target(page, form.get("action"))[0]
            for form in root.xpath("//form[@role='search' and .//input[@type='search' and @name='q']]")
        }
        for page, root in pages.items()
    }
    assert {page: forms for page, forms in asked.items() if forms != {"tim-kiem/index.html"}} == {}


def test_search_page_without_javascript_is_an_index_of_indicators_and_abbreviations(
    pages: Pages, indicators: list[dict[str, Any]]
) -> None:
    page = "tim-kiem/index.html"
    links = {target(page, href)[0] for href in pages[page].xpath("//ul[@class='index']//a/@href")}
    assert links == {f"{row['url']}index.html" for row in indicators}
    assert len(pages[page].xpath("//tr[starts-with(@id, 'vt-')]")) == len(
        pages["thuat-ngu/index.html"].xpath("//tr[starts-with(@id, 'vt-')]")
    )


# A period where a sentence goes on: "từ quý I năm 2031 đến năm 2031".
PERIOD_AS_A_BEGINNING = re.compile(r"\b(?:từ|đến|với|của|trong|ở) (?:Quý [IVX]+ năm|Năm|Tháng \d+ năm) \d{4}")


def test_a_period_within_a_sentence_begins_small(pages: Pages, demo_pages: Pages) -> None:
    wrong = [
        (path, found)
        for site in (pages, demo_pages)
        for path, root in site.items()
        for part in root.xpath("//article//*[self::p or self::dd or self::li or self::td or self::figcaption]")
        for found in PERIOD_AS_A_BEGINNING.findall(" ".join(part.text_content().split()))
    ]
    assert wrong == []
