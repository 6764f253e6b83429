"""No page type breaks a rule of axe-core, whatever is open; and the statement tells of such a run."""

import json
from pathlib import Path
from typing import Any

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
    assert {visit.opened for visit in seen} == {"", "filter", "folds", "search", *OPENED}


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


ANNEX_HEADS = ["STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Kết quả thống kê (Số lượng/tỷ lệ)", "Ghi chú"]
# Every table that a phone shows in another shape, and how many rows its body has at least.
TABLES = {
    REPORT: 185,
    "bao-cao/2022-s1/chat-luong/": 8,
    INDICATOR: 1,
    "nhom/chinh-phu-so/": 30,
    "bao-cao/2022-s1/v1/": 185,
}
SHAPES = [(width, script) for width in (320, 360, 390, 1280) for script in (True, False)]


class Tree:
    """The accessibility tree of a page as Chromium gives it to a screen reader; what it ignores is passed over."""

    def __init__(self, page: Page) -> None:
        session = page.context.new_cdp_session(page)
        session.send("Accessibility.enable")
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        self.nodes = {node["nodeId"]: node for node in nodes}

    def all(self, role: str) -> list[dict[str, Any]]:
        return [n for n in self.nodes.values() if not n["ignored"] and n["role"]["value"] == role]

    def below(self, node: dict[str, Any], *roles: str) -> list[dict[str, Any]]:
        """The nearest nodes of some roles below a node, in order."""
        found = []
        for id in node.get("childIds", ()):
            child = self.nodes[id]
            if not child["ignored"] and child["role"]["value"] in roles:
                found.append(child)
            else:
                found += self.below(child, *roles)
        return found

    @staticmethod
    def name(node: dict[str, Any]) -> str:
        return " ".join(str(node.get("name", {}).get("value", "")).split())


CELLS = ("cell", "gridcell", "rowheader", "columnheader")


@pytest.mark.parametrize(("width", "script"), SHAPES)
def test_every_table_is_walked_by_row_and_header_on_the_accessibility_tree(
    browser: Browser, server: str, width: int, script: bool
) -> None:
    """In each shape that a table takes, every row of it stands on the tree with its cells and, if it has one, its
    header; the headers of the columns too."""
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=script)
    page = context.new_page()
    for address, least in TABLES.items():
        page.goto(f"{server}{address}")
        if script and width < 720:
            expect(page.locator("article table td[role=cell]").first).to_be_attached()
        written = page.locator("article table").evaluate_all(
            """(tables) => tables.map((table) => [...table.rows].map((row) => [...row.cells].map((cell) =>
              cell.tagName === "TD" ? "cell" : cell.scope === "row" ? "rowheader" : "columnheader")))"""
        )
        tree = Tree(page)
        told = [
            [
                ["cell" if (role := cell["role"]["value"]) == "gridcell" else role for cell in tree.below(row, *CELLS)]
                for row in tree.below(table, "row")
            ]
            for table in tree.all("table")
        ]
        assert told == written
        assert sum(row[-1] != "columnheader" for rows in told for row in rows) >= least
    context.close()


@pytest.mark.parametrize(("width", "script"), SHAPES)
def test_the_annex_names_its_columns_and_each_figure_its_row(
    browser: Browser, server: str, width: int, script: bool
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{server}{REPORT}")
    tree = Tree(page)
    (table,) = [t for t in tree.all("table") if tree.name(t).startswith("Nhóm I. ")]
    assert [tree.name(head) for head in tree.below(table, "columnheader")] == ANNEX_HEADS
    (row,) = [
        row
        for row in tree.below(table, "row")
        for head in tree.below(row, "rowheader")
        if tree.name(head).startswith("Tỷ lệ hoàn thành Kế hoạch CCHC năm")
    ]
    assert "43,75" in [tree.name(cell) for cell in tree.below(row, "cell", "gridcell")]
    context.close()


def test_a_narrow_table_without_scripts_scrolls_in_a_region_that_the_keyboard_reaches(
    browser: Browser, server: str
) -> None:
    """Safari forgets that a table laid out as blocks is one: without a script that says so it stays a table."""
    context = browser.new_context(viewport={"width": 320, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    for address in TABLES:
        page.goto(f"{server}{address}")
        shapes = page.locator(".table-region :is(table, thead, tbody, tr, th, td)").evaluate_all(
            """(parts) => [...new Set(parts.map((part) => getComputedStyle(part).display))]
              .filter((display) => !display.startsWith("table"))"""
        )
        assert shapes == [], address
        assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.goto(f"{server}{REPORT}")
    region = page.get_by_role("region", name="Bảng nhóm I, 6 tháng đầu năm 2022")
    region.focus()
    value = region.locator("tr[data-indicator=ke-hoach-ty-le-hoan-thanh] .annex__value")
    box = value.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= 320, "name and figure fit without scrolling"
    page.keyboard.press("ArrowRight")
    for _ in range(100):
        if scrolled := region.evaluate("(region) => region.scrollLeft"):
            break
        page.wait_for_timeout(50)
    assert scrolled > 0
    name = region.locator("tr[data-indicator=ke-hoach-ty-le-hoan-thanh] .annex__label").bounding_box()
    assert name is not None
    assert name["x"] >= 0, "the name of the row stays"
    context.close()


def test_what_only_tells_of_scrolling_sideways_is_gone_where_nothing_does(page: Page, server: str) -> None:
    page.goto(f"{server}{REPORT}")
    expect(page.locator(".table-region")).to_have_count(7)
    expect(page.locator(".table-region:is([tabindex], [role])")).to_have_count(0)
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
