"""No page type breaks a rule of axe-core, whatever is open; and the statement tells of such a run."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import AXE_VERSION, OPENED, RESULT, RULES, SIZES, THEMES, visits
from tests.browser.page_types import PAGE_TYPES

pytestmark = pytest.mark.browser

REPORT = "bao-cao/2022-s1/"
INDICATOR = "chi-tieu/ke-hoach-ty-le-hoan-thanh/"


def test_no_page_breaks_a_rule_of_axe(browser: Browser, server: str) -> None:
    seen = list(visits(browser, server))
    assert [visit for visit in seen if visit.violations] == []
    assert {(v.page, v.theme, v.size) for v in seen} == {(p, t, s) for p in PAGE_TYPES for t in THEMES for s in SIZES}
    assert {visit.opened for visit in seen} == {"", "folds", "search", *OPENED}


def test_no_page_of_many_periods_breaks_a_rule_of_axe(browser: Browser, demo_server: str, demo_site: Path) -> None:
    """Charts, small multiples, change columns and comparisons, which one report alone has not."""
    report = max((demo_site / "bao-cao").glob("*-s1")).name
    drawn = next(
        path for path in sorted((demo_site / "chi-tieu").rglob("index.html")) if b"chart__" in path.read_bytes()
    )
    pages = (
        f"bao-cao/{report}/",
        f"bao-cao/{report}/so-sanh/",
        f"chi-tieu/{drawn.parent.name}/",
        "nhom/cai-cach-tthc/",
    )
    assert [visit for visit in visits(browser, demo_server, pages) if visit.violations] == []


def test_the_statement_tells_of_a_run_over_the_same_pages_with_the_same_rules() -> None:
    told = json.loads(RESULT.read_text("utf-8"))
    now = {"pages": sorted(PAGE_TYPES), "rules": list(RULES), "themes": list(THEMES), "axe_core": AXE_VERSION}
    assert {key: told[key] for key in now} == now, "run `make accessibility` and commit docs/tiep-can.json"
    assert told["violations"] == []


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.new_page(viewport={"width": 1280, "height": 900}, locale="vi-VN")


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_page_scrolls_sideways(browser: Browser, server: str, width: int) -> None:
    """320 px are also what a window of 1280 px has left at 400 % zoom."""
    page = browser.new_page(viewport={"width": width, "height": 640})
    wide = {}
    for address in PAGE_TYPES:
        page.goto(f"{server}{address}")
        wide[address] = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    page.close()
    assert {address: pixels for address, pixels in wide.items() if pixels > 0} == {}


@pytest.mark.parametrize("width", [390, 1280])
def test_the_annex_is_a_table_on_the_accessibility_tree(browser: Browser, server: str, width: int) -> None:
    """Also on a phone, where each row is laid out as a block: every figure stands in a cell of a row with a header."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{server}{REPORT}")
    table = page.get_by_role("table", name=re.compile("^Nhóm I. "))
    expect(table).to_have_count(1)
    heads = table.get_by_role("columnheader").all_inner_texts() or table.get_by_role("columnheader").all_text_contents()
    assert [" ".join(head.split()) for head in heads] == [
        "STT",
        "Chỉ tiêu thống kê",
        "Đơn vị tính",
        "Kết quả thống kê (Số lượng/tỷ lệ)",
        "Ghi chú",
    ]
    row = table.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Tỷ lệ hoàn thành Kế hoạch CCHC năm"))
    expect(row.get_by_role("cell", name="43,75", exact=True)).to_have_count(1)
    page.close()


def test_focus_is_visible_wherever_the_keyboard_leads(page: Page, server: str) -> None:
    unseen = []
    for address in ("", INDICATOR):
        page.goto(f"{server}{address}")
        for _ in range(60):
            page.keyboard.press("Tab")
            focus = page.evaluate(
                """() => {
                  const part = document.activeElement, style = getComputedStyle(part);
                  if (part === document.body) return null;
                  const drawn = part.matches("input[type=radio]") ? getComputedStyle(part.nextElementSibling) : style;
                  const seen = drawn.outlineStyle !== "none" && parseFloat(drawn.outlineWidth) >= 2;
                  const box = part.getBoundingClientRect();
                  return { seen: seen && box.width > 1 && box.height > 1, part: part.outerHTML.slice(0, 80) };
                }"""
            )
            if focus is None:
                break
            if not focus["seen"]:
                unseen.append((address, focus["part"]))
    page.close()
    assert unseen == []


def test_the_menu_of_a_phone_opens_closes_and_gives_back_the_focus(browser: Browser, server: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(server)
    button, menu = page.locator(".tool--menu"), page.locator("#danh-muc-trang")
    expect(menu).not_to_be_visible()
    button.focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).not_to_be_visible()
    expect(button).to_be_focused()
    page.close()


def test_an_abbreviation_is_explained_by_touch(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True)
    page = context.new_page()
    page.goto(f"{server}{REPORT}")
    page.get_by_role("button", name="UBND").first.tap()
    expect(page.get_by_text("Ủy ban nhân dân", exact=True)).to_be_visible()
    context.close()


def test_nothing_moves_for_who_asked_for_no_motion(browser: Browser, server: str) -> None:
    page = browser.new_page(reduced_motion="reduce")
    page.goto(f"{server}{REPORT}")
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((part) => {
          const style = getComputedStyle(part);
          return parseFloat(style.transitionDuration) > 0 || parseFloat(style.animationDuration) > 0;
        }).map((part) => part.className)"""
    )
    page.close()
    assert moving == []


def test_the_theme_follows_the_system_without_scripts_and_the_reader_with_them(browser: Browser, server: str) -> None:
    grounds = {}
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme, java_script_enabled=False)
        page = context.new_page()
        page.goto(server)
        grounds[scheme] = page.locator("body").evaluate("(body) => getComputedStyle(body).backgroundColor")
        context.close()
    assert grounds == {"light": "rgb(255, 255, 255)", "dark": "rgb(17, 24, 26)"}

    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(server)
    page.get_by_role("button", name="Chuyển sang nền tối").click()
    expect(page.locator("body")).to_have_css("background-color", grounds["dark"])
    page.goto(f"{server}{INDICATOR}")
    expect(page.locator("body")).to_have_css("background-color", grounds["dark"])
    expect(page.get_by_role("button", name="Chuyển sang nền sáng")).to_be_visible()
    context.close()
