"""Where the keyboard leads: in the order in which the page is read, and never below what opens over it."""

from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

REPORT = "bao-cao/2022-s1/"
INDICATOR = "chi-tieu/ke-hoach-ty-le-hoan-thanh/"
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
            assert len(found) > (9 if opened else 3), address
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


# Whether what has the focus lies on top where it begins, and within the window.
UNCOVERED = """() => {
  const here = document.activeElement;
  const { left, top, width, height } = here.getClientRects()[0];
  const shown = document.elementFromPoint(left + Math.min(4, width / 2), top + height / 2);
  return here !== document.body && shown !== null && (here.contains(shown) || shown.contains(here));
}"""


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize(("width", "height"), [(360, 740), (320, 640), (320, 200)])
def test_a_list_over_the_page_covers_neither_its_button_nor_what_the_keyboard_comes_to(
    browser: Browser, server: str, width: int, height: int, script: bool
) -> None:
    """Also in a window of 1280 x 800 px at 400 %, and where no script closes the list behind the keyboard."""
    context = browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=script)
    page = context.new_page()
    for address, button, opened in (
        ("", ".tool--menu", "#danh-muc-trang"),
        ("404.html", ".tool--menu", "#danh-muc-trang"),
        (REPORT, ".tool--menu", "#danh-muc-trang"),
        (REPORT, ".contents-bar__button", "#muc-luc"),
        (INDICATOR, ".contents-bar__button", "#trong-nhom"),
    ):
        page.goto(f"{server}{address}")
        page.locator(button).focus()
        page.keyboard.press("Enter")
        shown = page.locator(opened)
        expect(shown).to_be_visible()
        if button == ".tool--menu":
            head, menu = page.locator(".masthead").bounding_box(), shown.bounding_box()
            assert head is not None
            assert menu is not None
            assert abs(menu["y"] - head["y"] - head["height"]) < 1, "it hangs from the head, whose button closes it"
        links = shown.locator("a:visible").count()
        assert links >= 7
        for _ in range(links):
            page.keyboard.press("Tab")
            assert page.evaluate(f"document.activeElement.closest('{opened}') !== null")
            assert page.evaluate(UNCOVERED), address
        while page.evaluate("document.activeElement.closest('main') === null"):
            page.keyboard.press("Tab")
            assert page.evaluate(UNCOVERED), address
        expect(shown).not_to_be_visible()
    context.close()


def test_the_menu_of_a_phone_closes_by_a_finger_on_its_button(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    page = context.new_page()
    page.goto(server)
    button, menu = page.locator(".tool--menu"), page.locator("#danh-muc-trang")
    signs = [button.locator(".tool__open"), button.locator(".tool__close")]
    for opened in (True, False):
        button.tap()
        expect(menu).to_be_visible(visible=opened)
        assert [sign.is_visible() for sign in signs] == [not opened, opened]
    context.close()


def test_a_meaning_closes_when_the_keyboard_leaves_it(browser: Browser, server: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{server}{INDICATOR}")
    page.locator(".short-forms .explain__button, .explain__button").first.press("Enter")
    meaning = page.locator(".explain__words:popover-open")
    expect(meaning).to_be_visible()
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(meaning).to_have_count(0)
    assert page.evaluate(UNCOVERED)
    page.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_what_can_be_done_with_a_row_is_reached_by_key(browser: Browser, server: str, width: int) -> None:
    """Forwards a row is one stop; its mark shows while the focus is in the row, and is one step back from its name."""
    page = browser.new_page(viewport={"width": width, "height": 740})
    page.goto(f"{server}{REPORT}")
    rows = page.locator("tr[data-indicator]:has(a.row__title)")
    row, after = rows.nth(3), rows.nth(4)
    label = row.locator("a.row__title").inner_text()
    mark = row.locator(".row__anchor")
    row.locator("a.row__title").focus()
    expect(mark).to_have_css("opacity", "1")
    page.keyboard.press("Shift+Tab")
    expect(mark).to_be_focused()
    expect(page.get_by_role("link", name=f"Liên kết tới dòng: {label}", exact=True)).to_be_focused()
    assert page.evaluate(UNCOVERED)

    page.keyboard.press("Enter")
    sheet = page.get_by_role("dialog", name=label)
    expect(sheet.get_by_role("button").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    expect(mark).to_be_focused()
    assert mark.evaluate("(mark) => mark.closest('[aria-hidden]') === null")

    page.keyboard.press("Enter")
    for _ in range(sheet.get_by_role("button").count()):
        page.keyboard.press("Tab")
    expect(sheet).to_have_count(0)
    expect(row.locator("a.row__title")).to_be_focused()
    while page.evaluate(f"document.activeElement.closest('tr')?.id === '{row.get_attribute('id')}'"):
        page.keyboard.press("Tab")
    for _ in range(20):
        if page.evaluate("document.activeElement.matches('a.row__title')"):
            break
        assert not page.evaluate("document.activeElement.matches('.row__anchor[aria-hidden]')")
        page.keyboard.press("Tab")
    expect(after.locator("a.row__title")).to_be_focused()
    expect(mark).to_have_attribute("tabindex", "-1")
    page.close()


def test_every_mark_that_the_keyboard_stops_at_names_its_row(browser: Browser, server: str, demo_server: str) -> None:
    page = browser.new_page()
    for address in (f"{server}{REPORT}", f"{demo_server}{CORRECTED}v1/"):
        page.goto(address)
        names = page.locator("tr[data-indicator] .row__anchor:not([tabindex='-1'])").evaluate_all(
            "(marks) => marks.map((mark) => mark.ariaLabel)"
        )
        assert len(names) > 10
        assert all(name.startswith("Liên kết tới dòng: ") and len(name) > 22 for name in names)
    page.close()
