"""A reader's own setting of the text, on one row of the annex; test_all_pages.py looks at every page."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser


def enlarged(context: BrowserContext) -> Page:
    """A page in a browser whose reader asked for text of 200 %."""
    page = context.new_page()
    context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    return page


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
