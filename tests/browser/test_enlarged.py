"""A reader's own setting of the text, larger or wider, fits on a phone: WCAG 1.4.4, 1.4.10 and 1.4.12."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.page_types import DEMO_PAGE_TYPES, PAGE_TYPES

pytestmark = pytest.mark.browser

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


def enlarged(context: BrowserContext) -> Page:
    """A page in a browser whose reader asked for text of 200 %."""
    page = context.new_page()
    context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    return page


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize(("setting", "width"), [("spaced", 320), ("200 %", 320), ("200 %", 360)])
def test_no_page_scrolls_sideways_however_a_reader_sets_the_text(
    browser: Browser, server: str, demo_server: str, setting: str, width: int, script: bool
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 640}, java_script_enabled=script)
    page = context.new_page() if setting == "spaced" else enlarged(context)
    wide, beyond = {}, {}
    for address in [f"{server}{path}" for path in PAGE_TYPES] + [f"{demo_server}{path}" for path in DEMO_PAGE_TYPES]:
        page.goto(address)
        if setting == "spaced":
            page.evaluate(ADD, SPACED)
        else:
            assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "40px"
        if script and "?truoc=" in address:
            page.locator("[data-state=done]").wait_for()
        wide[address] = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        beyond[address] = page.evaluate(BEYOND)
    context.close()
    assert {address: pixels for address, pixels in wide.items() if pixels > 0} == {}
    assert {address: parts for address, parts in beyond.items() if parts} == {}, "nothing is cut to fit"


def test_a_row_of_the_annex_has_the_width_of_the_window_for_its_name_at_200_per_cent(
    browser: Browser, server: str
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = enlarged(context)
    page.goto(f"{server}bao-cao/2022-s1/")
    row = page.locator("#dong-ke-hoach-ty-le-hoan-thanh")
    label, value = row.locator(".annex__label").bounding_box(), row.locator(".annex__value").bounding_box()
    assert label is not None
    assert value is not None
    assert label["width"] > 180
    assert value["y"] >= label["y"] + label["height"] - 1, "the figure stands below its name"
    expect(row.locator(".annex__value")).to_have_text("43,75")
    context.close()
