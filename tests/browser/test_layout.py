"""What a page looks like and how it is pressed: one typeface, tiles without a hole, room for a finger, quiet marks."""

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.conftest import PHONE

pytestmark = pytest.mark.browser

PAGES = [
    "",
    "bao-cao/2022-s1/",
    "chi-tieu/ho-so-tiep-nhan/",
    "van-ban/15-kh-bql-2022/",
    "thuat-ngu/",
    "lich-su-sua-doi/",
]


@pytest.mark.parametrize("path", ["", "bao-cao/2022-s1/", "bao-cao/2022-s1/v1/", "chi-tieu/ho-so-tiep-nhan/"])
def test_whose_figures_these_are_stands_above_the_first_on_the_first_screen(
    phone: BrowserContext, first_server: str, path: str
) -> None:
    page = phone.new_page()
    page.goto(first_server + path)
    line, figure = page.locator(".context").first, page.locator(".tile__figure, .headline__figure").first
    line_box, figure_box = line.bounding_box(), figure.bounding_box()
    assert line_box is not None
    assert figure_box is not None
    assert line_box["y"] + line_box["height"] <= figure_box["y"]
    assert figure_box["y"] + figure_box["height"] <= PHONE["height"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_one_typeface_for_its_text(desk: BrowserContext, first_server: str, path: str) -> None:
    page = desk.new_page()
    page.goto(first_server + path)
    faces = page.evaluate(
        """() => [...new Set([...document.querySelectorAll('body *')]
            .filter((part) => !part.closest('code, kbd, pre'))
            .filter((part) => [...part.childNodes].some((one) => one.nodeType === 3 && one.data.trim()))
            .map((part) => getComputedStyle(part).fontFamily))]"""
    )
    assert len(faces) == 1, faces


@pytest.mark.parametrize("width", [390, 700, 1000, 1280])
def test_the_last_row_of_tiles_has_no_hole(desk: BrowserContext, first_server: str, width: int) -> None:
    page = desk.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(first_server)
    tiles = page.locator("ul.tiles").first
    for count in range(1, 9):
        outer, *boxes = tiles.evaluate(
            """(list, count) => {
                const one = list.firstElementChild;
                list.replaceChildren(...Array.from({ length: count }, () => one.cloneNode(true)));
                return [list, ...list.children].map((part) => part.getBoundingClientRect().toJSON());
            }""",
            count,
        )
        lowest = max(box["top"] for box in boxes)
        right = max(box["right"] for box in boxes if box["top"] == lowest)
        assert right == pytest.approx(outer["right"], abs=1), count


def test_a_heading_is_read_without_its_sign(desk: BrowserContext, first_server: str) -> None:
    page = desk.new_page()
    page.goto(first_server + "gioi-thieu/")
    names = page.get_by_role("heading").all()
    assert len(names) > 3
    assert page.get_by_role("heading", name="#").count() == 0
    expect(page.get_by_role("link", name="#", exact=True)).to_have_count(0)


def test_a_row_on_a_phone_has_a_sign_for_what_can_be_done_and_no_number_sign(
    phone: BrowserContext, first_server: str
) -> None:
    page = phone.new_page()
    page.goto(first_server + "bao-cao/2022-s1/")
    mark = page.locator("#dong-ho-so-tiep-nhan .row__anchor")
    assert mark.evaluate("(mark) => getComputedStyle(mark).fontSize") == "0px"
    assert "⋯" in mark.evaluate("(mark) => getComputedStyle(mark, '::before').content")


def test_a_figure_is_copied_with_the_kept_version_and_the_day(desk: BrowserContext, first_server: str) -> None:
    page = desk.new_page()
    page.clock.set_fixed_time("2026-02-05T10:00:00")
    page.goto(first_server + "chi-tieu/ho-so-tiep-nhan/")
    page.get_by_role("button", name="Sao chép kèm nguồn").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    kept = f"{first_server}bao-cao/2022-s1/v1/#dong-ho-so-tiep-nhan"
    assert f"{kept}, truy cập ngày 05/02/2026." in copied
    page.goto(kept)
    expect(page.locator("#dong-ho-so-tiep-nhan")).to_contain_text("51")


def test_the_counts_of_a_section_stand_at_its_name(desk: BrowserContext, server: str) -> None:
    """Also where the card beside it has a name of more lines."""
    page = desk.new_page()
    page.goto(server)
    gaps = page.locator(".sections__item").evaluate_all(
        """(cards) => cards.map((card) => card.querySelector(".sections__count").getBoundingClientRect().top
          - card.querySelector("a").getBoundingClientRect().bottom)"""
    )
    assert len(gaps) > 3
    assert max(gaps) < 8


def test_a_sign_of_per_cent_stands_at_its_number_and_a_unit_beside_it(phone: BrowserContext, demo_server: str) -> None:
    page = phone.new_page()
    for path, apart in (("chi-tieu/khao-sat-hai-long/", False), ("chi-tieu/ho-so-tiep-nhan/", True)):
        page.goto(demo_server + path)
        gaps = page.locator(".plain--series tbody tr:has(td.amount)").evaluate_all(
            """(rows) => rows.flatMap((row) => {
              const [number, unit] = [row.cells[1].firstChild, row.cells[2].firstChild].map((text) => {
                if (text?.nodeType !== 3 || !text.data.trim()) return null;
                const range = document.createRange();
                range.selectNodeContents(text);
                return range.getClientRects()[0];
              });
              return number && unit ? [unit.left - number.right] : [];
            })"""
        )
        assert len(gaps) > 3
        assert all(gap > 3 if apart else -1 < gap < 2 for gap in gaps), (path, gaps)


@pytest.mark.parametrize("width", [390, 1280])
def test_no_word_of_code_is_cut_in_a_table(browser: Browser, server: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    cut = {}
    for path in ("huong-dan/", "huong-dan/macro/", "cach-doc-so-lieu/"):
        page.goto(server + path)
        cut[path] = page.locator("article :is(td, th) code").evaluate_all(
            """(codes) => codes.flatMap((code) => {
              const text = code.firstChild;
              const range = document.createRange();
              return [...text.data.matchAll(/[^\\s-]+/g)].filter((word) => {
                range.setStart(text, word.index); range.setEnd(text, word.index + word[0].length);
                return new Set([...range.getClientRects()].map((box) => box.top)).size > 1;
              }).map((word) => word[0]);
            })"""
        )
    page.close()
    assert {path: words for path, words in cut.items() if words} == {}


def test_a_comparison_on_paper_has_the_notes_and_nothing_to_press(desk: BrowserContext, demo_server: str) -> None:
    page = desk.new_page()
    page.goto(demo_server + "bao-cao/2032-s1/so-sanh/")
    notes = page.locator(".change__notes dd")
    assert notes.count() > 1
    assert not any(note.is_visible() for note in notes.all())
    page.emulate_media(media="print")
    assert all(note.is_visible() for note in notes.all())
    choices = page.locator("main :is(form button, form select, .changes__order)")
    assert choices.count() > 2
    assert not any(choice.is_visible() for choice in choices.all())
