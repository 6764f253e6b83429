"""Every type of page in every width and setting of the text: nothing scrolls sideways, is cut, too small or torn apart.

WCAG 1.4.4, 1.4.10, 1.4.12 and 2.5.8. A page is opened once for all that is asked of it there: that costs most.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

from tests.browser.conftest import PHONE
from tests.browser.page_types import DEMO_PAGE_TYPES, PAGE_TYPES

pytestmark = pytest.mark.browser

# The smallest box that is easy to press (WCAG 2.2, 2.5.8), in CSS pixels.
TARGET = 24
# The distances that WCAG 1.4.12 names, as a reader's own style sheet sets them.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }"""
# What reaches beyond the window with all folds open, but for what scrolls in a region or is for the ear only.
BEYOND = """() => {
  const width = document.documentElement.clientWidth;
  document.querySelectorAll("details").forEach((fold) => { fold.open = true; });
  const out = (part) => part.getBoundingClientRect().right > width + 0.5;
  const aside = (part) => getComputedStyle(part).clipPath !== "none"
    || (/auto|scroll/.test(getComputedStyle(part).overflowX) && !out(part));
  const cut = (part) => part && (aside(part) || cut(part.parentElement));
  return [...document.querySelectorAll("body *")]
    .filter((part) => part.checkVisibility({ visibilityProperty: true }) && out(part) && !cut(part))
    .map((part) => `${part.tagName}.${part.getAttribute("class")}: ${part.textContent.trim().slice(0, 40)}`);
}"""
ADD = """(rules) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [sheet];
}"""
# How far the page as a whole scrolls sideways: [] or one number.
SIDEWAYS = """() => [document.documentElement.scrollWidth - document.documentElement.clientWidth]
  .filter((pixels) => pixels > 0)"""
UNFOLD = "document.querySelectorAll('details').forEach((fold) => { fold.open = true; })"
# What is too small for a finger; a number that is a link within a sentence is as wide as it is (inline).
SMALL = """(least) => [...document.querySelectorAll('a, button, summary, input, select')]
    .filter((part) => part.checkVisibility({ visibilityProperty: true }))
    .filter((part) => !part.matches('[tabindex="-1"][aria-hidden]'))
    .map((part) => [part, part.getBoundingClientRect()])
    .filter(([part, { width, height }]) => width > 1
      && (height < least || (width < least && !part.matches('.headline__meaning a'))))
    .map(([part, { width, height }]) =>
      `${part.textContent.trim()}.${part.className}: ${width} x ${height}`)"""
# Signs that belong to what stands before them: a line that begins with one has lost it.
ORPHANS = """() => {
  const orphans = [];
  const range = document.createRange();
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT, (text) =>
    text.parentElement.closest("svg, [hidden], [popover], pre, .visually-hidden") ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT);
  for (let before = null, text = walker.nextNode(); text; before = text, text = walker.nextNode()) {
    if (!before || !/^[.,;:)%”]/.test(text.data) || !/\\S$/.test(before.data)) continue;
    range.setStart(text, 0); range.setEnd(text, 1);
    const sign = range.getBoundingClientRect();
    range.setStart(before, before.data.length - 1); range.setEnd(before, before.data.length);
    const last = range.getBoundingClientRect();
    if (sign.width && last.width && sign.top >= last.bottom) {
      orphans.push(`${before.data.slice(-20)}|${text.data.slice(0, 10)}`);
    }
  }
  return orphans;
}"""

Wrong = dict[str, list[object]]


@pytest.fixture
def addresses(server: str, demo_server: str) -> list[str]:
    """One page of each type, of this repository's site and of the invented project's."""
    return [f"{server}{path}" for path in PAGE_TYPES] + [f"{demo_server}{path}" for path in DEMO_PAGE_TYPES]


def opened(page: Page, addresses: list[str], script: bool = True) -> Iterator[str]:
    """Each page in turn, with what its address asks for."""
    for address in addresses:
        page.goto(address)
        if script and "?" in address:
            page.locator("[data-search-state=done], [data-state=done]").first.wait_for()
        yield address


def text_of(session: CDPSession, pixels: int) -> None:
    """The reader's own size of the text."""
    session.send("Page.setFontSizes", {"fontSizes": {"standard": pixels, "fixed": pixels - 6}})


def found(wrong: Wrong) -> Wrong:
    return {where: parts for where, parts in wrong.items() if parts}


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_page_scrolls_sideways_and_no_line_begins_with_a_sign_of_the_word_before(
    browser: Browser, addresses: list[str], width: int
) -> None:
    """320 px are also what a window of 1280 px has left at 400 % zoom; there also with letters and lines set apart."""
    page = browser.new_page(viewport={"width": width, "height": 640})
    wrong: Wrong = {}
    for address in opened(page, addresses):
        wrong[f"wide: {address}"] = page.evaluate(SIDEWAYS)
        page.evaluate(UNFOLD)
        wrong[f"torn: {address}"] = page.evaluate(ORPHANS)
        if width == 320:
            page.evaluate(ADD, SPACED)
            wrong[f"wide, spaced: {address}"] = page.evaluate(SIDEWAYS)
            wrong[f"cut, spaced: {address}"] = page.evaluate(BEYOND)
    page.close()
    assert found(wrong) == {}


def test_what_is_pressed_with_a_finger_is_large_enough_and_no_line_is_torn_on_a_phone(
    phone: BrowserContext, addresses: list[str]
) -> None:
    page = phone.new_page()
    wrong: Wrong = {}
    for address in opened(page, addresses):
        page.evaluate(UNFOLD)
        wrong[f"small: {address}"] = page.evaluate(SMALL, TARGET - 0.5)
        wrong[f"torn: {address}"] = page.evaluate(ORPHANS)
    assert page.evaluate("innerWidth") == PHONE["width"]
    assert found(wrong) == {}


@pytest.mark.parametrize("script", [True, False])
def test_no_page_scrolls_sideways_with_text_of_200_per_cent(
    browser: Browser, addresses: list[str], script: bool
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=script)
    page = context.new_page()
    session = context.new_cdp_session(page)
    text_of(session, 32)
    wrong: Wrong = {}
    for address in opened(page, addresses, script):
        text_of(session, 32)
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "40px"
        for width in (320, 360):
            page.set_viewport_size({"width": width, "height": 640})
            wrong[f"wide, {width}: {address}"] = page.evaluate(SIDEWAYS)
            wrong[f"cut, {width}: {address}"] = page.evaluate(BEYOND)
        if not script:
            text_of(session, 16)
            page.set_viewport_size({"width": 320, "height": 640})
            page.evaluate(ADD, SPACED)
            wrong[f"wide, spaced: {address}"] = page.evaluate(SIDEWAYS)
            wrong[f"cut, spaced: {address}"] = page.evaluate(BEYOND)
        page.set_viewport_size({"width": 320, "height": 640})
    context.close()
    assert found(wrong) == {}
