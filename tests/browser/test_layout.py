"""What a page looks like and how it is pressed: one typeface, tiles without a hole, room for a finger, quiet marks."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

pytestmark = pytest.mark.browser

PAGES = [
    "",
    "bao-cao/2022-s1/",
    "chi-tieu/ho-so-tiep-nhan/",
    "van-ban/15-kh-bql-2022/",
    "thuat-ngu/",
    "lich-su-sua-doi/",
]
# The smallest box that is easy to press (WCAG 2.2, 2.5.8), in CSS pixels.
TARGET = 24


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    yield context
    context.close()


@pytest.fixture
def desk(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context
    context.close()


@pytest.mark.parametrize("path", ["", "bao-cao/2022-s1/", "bao-cao/2022-s1/v1/", "chi-tieu/ho-so-tiep-nhan/"])
def test_whose_figures_these_are_stands_above_the_first_on_the_first_screen(
    phone: BrowserContext, first_server: str, path: str
) -> None:
    page = phone.new_page()
    page.goto(first_server + path)
    line, figure = page.locator(".context"), page.locator(".tile__figure, .headline__figure").first
    line_box, figure_box = line.bounding_box(), figure.bounding_box()
    assert line_box is not None
    assert figure_box is not None
    assert line_box["y"] + line_box["height"] <= figure_box["y"]
    assert figure_box["y"] + figure_box["height"] <= 844


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


@pytest.mark.parametrize("path", PAGES)
def test_what_is_pressed_with_a_finger_is_large_enough(phone: BrowserContext, first_server: str, path: str) -> None:
    page = phone.new_page()
    page.goto(first_server + path)
    small = page.evaluate(
        """(least) => [...document.querySelectorAll('a, button, summary, input, select')]
            .filter((part) => part.checkVisibility({ visibilityProperty: true }))
            .filter((part) => !part.matches('[tabindex="-1"][aria-hidden]'))
            .map((part) => [part.textContent.trim() || part.className, part.getBoundingClientRect()])
            .filter(([, { width, height }]) => width > 1 && (height < least || width < least))
            .map(([text, { width, height }]) => `${text}: ${Math.round(width)} x ${Math.round(height)}`)""",
        TARGET - 0.5,
    )
    assert small == []


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
