"""Where the keyboard leads: in the order in which the page is read, and never below what opens over it."""

from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

REPORT = "bao-cao/2022-s1/"
# Of the invented project.
CORRECTED = "bao-cao/2031-a1/"

# What has the focus: its first words, and where the first line of it stands; null outside the part.
STOP = """(part) => {
  const here = document.activeElement;
  if (!document.querySelector(part).contains(here)) return null;
  const { left, top, bottom } = here.getClientRects()[0];
  return { words: here.textContent.trim().slice(0, 40), left, top: top + scrollY, bottom: bottom + scrollY };
}"""


def stops(page: Page, part: str) -> list[dict[str, float | str]]:
    """The stops of the keyboard in a part of the page, in the order of the key, from the first link of it on."""
    page.locator(f"{part} :is(a, button, summary):visible").first.focus()
    found = []
    while stop := page.evaluate(STOP, part):
        found.append(stop)
        page.keyboard.press("Tab")
    return found


def follows(stop: dict[str, float | str], before: dict[str, float | str]) -> bool:
    """Whether a reader's eye comes to a stop after another: further down, or in the same line further right."""
    same_line = stop["top"] < before["bottom"] and before["top"] < stop["bottom"]
    return stop["left"] > before["left"] if same_line else stop["top"] > before["top"]


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_keyboard_goes_through_the_head_of_a_report_as_the_eye_does(
    browser: Browser, server: str, demo_server: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 740})
    for address in (f"{server}{REPORT}", f"{demo_server}{CORRECTED}", f"{demo_server}bao-cao/2032-s1/"):
        page.goto(address)
        # On a wide screen the facts stand in pairs, and a fact of two lines goes on below the next.
        for opened in (False, True) if width < 1000 else (False,):
            page.locator(".report-head details").evaluate_all(
                "(folds, open) => { for (const fold of folds) fold.open = open; }", opened
            )
            found = stops(page, ".report-head")
            assert len(found) > (10 if opened else 3), address
            assert [(a, b) for a, b in pairwise(found) if not follows(b, a)] == [], address
    page.close()


def test_a_fold_looks_the_same_whatever_in_it_has_the_focus(browser: Browser, server: str) -> None:
    page = browser.new_page()
    for address in (f"{server}{REPORT}", f"{server}{REPORT}chat-luong/", f"{server}tim-kiem/?q=dung+han"):
        page.goto(address)
        folds = page.locator("article details:visible")
        assert folds.count() > 0
        halos = folds.evaluate_all(
            """(folds) => folds.filter((fold) => {
              fold.open = true;
              fold.querySelector("summary").focus();
              return getComputedStyle(fold).boxShadow !== "none";
            }).map((fold) => fold.outerHTML.slice(0, 60))"""
        )
        assert halos == [], address
    page.close()
