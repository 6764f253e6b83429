"""The list of contents beside a page: its headings, whole and nested, where there are enough to be worth one."""

import re
from collections.abc import Iterator

import pytest
from lxml.html import HtmlElement
from markupsafe import Markup

from macros.outputs.html.contents import contents
from macros.outputs.html.gathered import PlacedHeading, gathering
from macros.outputs.html.marking import Marking
from macros.outputs.html.pieces import Pieces
from tests.good_project import good_catalogue

Pages = dict[str, HtmlElement]
# Generated pages that grow with the record.
LONG = re.compile(r"(?:chi-tieu|van-ban|lich-su-sua-doi|so-sanh|bao-cao/[^/]+/(chat-luong|so-sanh))/index\.html")
MOST = 25


@pytest.fixture(params=["record", "demo"])
def all_pages(request: pytest.FixtureRequest) -> Pages:
    return request.getfixturevalue("pages" if request.param == "record" else "demo_pages")


def listed(page: HtmlElement) -> list[tuple[int, str, str]]:
    """The entries of the list of contents: level, anchor and words."""
    return list(_entries(page.xpath("//nav[@id='muc-luc']/ul"), 2))


def _entries(lists: list[HtmlElement], level: int) -> Iterator[tuple[int, str, str]]:
    for entry in (entry for part in lists for entry in part.findall("li")):
        (link,) = entry.findall("a")
        yield level, link.get("href").removeprefix("#"), " ".join(link.text_content().split())
        yield from _entries(entry.findall("ul"), level + 1)


def headings(page: HtmlElement) -> list[tuple[int, str, str]]:
    found = page.xpath("//main//h2[@id] | //main//h3[@id]")
    return [(int(h.tag[1]), h.get("id"), " ".join(h.text_content().rstrip("#").split())) for h in found]


def test_a_list_of_contents_is_the_headings_of_its_page_nested_as_they_are(all_pages: Pages) -> None:
    lists = {path: entries for path, page in all_pages.items() if (entries := listed(page))}
    assert len(lists) > 5
    for path, entries in lists.items():
        deepest = max(level for level, _, _ in entries)
        assert entries == [heading for heading in headings(all_pages[path]) if heading[0] <= deepest], path


def test_only_pages_with_three_headings_have_one(all_pages: Pages) -> None:
    for path, page in all_pages.items():
        entries = listed(page)
        assert len(entries) >= 3 or not entries, path
        assert bool(entries) == bool(page.xpath("//div[@class='contents-bar']")), path
        wide = page.xpath("//div[contains(@class, 'page--contents')]")
        assert bool(wide) == bool(entries or page.xpath("//nav[contains(@class, 'contents')]")), path


def test_every_long_generated_page_has_one_and_it_is_short(all_pages: Pages) -> None:
    seen = set()
    for path, page in all_pages.items():
        found = LONG.fullmatch(path)
        if not found:
            continue
        seen.add(found[1] or path)
        shown = [heading for heading in headings(page) if not heading[1].startswith("van-")]
        assert (0 < len(listed(page)) <= MOST) == (len(shown) >= 3), path
    assert len(seen) == 6


def heading(level: int, id: str, words: str) -> PlacedHeading:
    return PlacedHeading(level, id, words)


def entry(level: int, id: str, name: str, *children: dict[str, object]) -> dict[str, object]:
    return {"level": level, "id": id, "name": name, "children": list(children)}


def test_an_entry_says_what_its_heading_says_and_no_markup() -> None:
    pieces = Pieces(Marking(good_catalogue()))
    with gathering() as gathered:
        assert pieces.heading(2, "a", Markup('<a href="x">I. Nhóm</a>'), "I. Nhóm") == (
            '<h2 id="a"><a href="x">I. Nhóm</a></h2>'
        )
        pieces.heading(3, "b", Markup("<button>Khớp</button> (3)"), "Khớp  (3)")
        assert pieces.heading(2, "c", "R&D <b>") == '<h2 id="c">R&amp;D &lt;b&gt;</h2>'
        with gathering():
            pieces.heading(2, "d", "Của trang khác")
    assert contents(gathered.headings) == (
        entry(2, "a", "I. Nhóm", entry(3, "b", "Khớp (3)")),
        entry(2, "c", "R&amp;D &lt;b&gt;"),
    )


def test_a_list_too_long_to_go_through_keeps_to_the_second_level() -> None:
    long = [h for n in range(3) for h in (heading(2, f"n{n}", str(n)), *[heading(3, f"n{n}-a", "a")] * 9)]
    assert contents(long) == tuple(entry(2, f"n{n}", str(n)) for n in range(3))
    assert contents([heading(2, "a", "a"), *[heading(3, "b", "b")] * 40]) == ()
    assert contents([heading(2, "a", "a"), heading(2, "b", "b")]) == ()
    assert contents([]) == ()
