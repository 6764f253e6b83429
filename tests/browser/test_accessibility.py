"""No page type breaks a rule of axe-core, whatever is open; and the statement tells of such a run."""

import json
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import AXE_VERSION, OPENED, RESULT, RULES, SIZES, THEMES, visits
from tests.browser.page_types import DEMO_PAGE_TYPES, PAGE_TYPES

pytestmark = pytest.mark.browser

REPORT = "bao-cao/2022-s1/"
INDICATOR = "chi-tieu/ke-hoach-ty-le-hoan-thanh/"


@pytest.mark.parametrize("size", SIZES)
def test_no_page_breaks_a_rule_of_axe(browser: Browser, server: str, size: str) -> None:
    seen = list(visits(browser, server, ways=[(theme, size) for theme in THEMES]))
    assert [visit for visit in seen if visit.violations] == []
    assert {(v.page, v.theme, v.size) for v in seen} == {(page, theme, size) for page in PAGE_TYPES for theme in THEMES}
    # Where there is room both lists stand open beside the page.
    opened = OPENED.keys() - ({"menu", "contents"} if size == "desktop" else set())
    assert {visit.opened for visit in seen} == {"", "filter", "folds", "search", *opened}


def test_no_page_of_many_periods_breaks_a_rule_of_axe(browser: Browser, demo_server: str) -> None:
    """Each in both themes and at both sizes, though not in every pair: the frame is the same as on the pages above."""
    ways = [("light", "phone"), ("dark", "desktop")]
    seen = list(visits(browser, demo_server, DEMO_PAGE_TYPES, ways))
    assert [visit for visit in seen if visit.violations] == []
    assert {(v.page, v.theme, v.size) for v in seen} == {(page, *way) for page in DEMO_PAGE_TYPES for way in ways}
    assert {visit.opened for visit in seen} == {"", "filter", "folds", "search", *OPENED}
    filtered = {visit.page for visit in seen if visit.opened == "filter"}
    assert filtered == {"bao-cao/2032-s1/", "bao-cao/2031-a1/v1/"}


@pytest.mark.parametrize("theme", THEMES)
def test_the_texts_of_charts_have_contrast(browser: Browser, demo_server: str, theme: Literal["dark", "light"]) -> None:
    """axe does not judge the texts of a drawing. Each has a rim in the colour of the paper, and the paper behind it."""
    page = browser.new_page(color_scheme=theme)
    low = {}
    for address in ("chi-tieu/khao-sat-hai-long/", "chi-tieu/ho-so-tiep-nhan/", "nhom/cai-cach-tthc/"):
        page.goto(f"{demo_server}{address}")
        contrasts = page.locator("article svg text").evaluate_all(
            """(texts) => {
              const light = (colour) => {
                const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => part / 255)
                  .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const paper = light(getComputedStyle(document.body).backgroundColor);
              return texts.map((text) => {
                const ink = light(getComputedStyle(text).fill);
                return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
              });
            }"""
        )
        assert len(contrasts) > 5, address
        low[address] = min(contrasts)
    page.close()
    assert {address: contrast for address, contrast in low.items() if contrast < 4.5} == {}


def test_the_statement_tells_of_a_run_over_the_same_pages_with_the_same_rules() -> None:
    told = json.loads(RESULT.read_text("utf-8"))
    now = {"pages": sorted(PAGE_TYPES), "rules": list(RULES), "themes": list(THEMES), "axe_core": AXE_VERSION}
    assert {key: told[key] for key in now} == now, "run `make accessibility` and commit docs/tiep-can.json"
    assert told["violations"] == []


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.new_page(viewport={"width": 1280, "height": 900}, locale="vi-VN")


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
    header; the headers of the columns too. A fold hides its table from everyone, so each is opened first."""
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=script)
    page = context.new_page()
    for address, least in TABLES.items():
        page.goto(f"{server}{address}")
        if script and width < 720:
            expect(page.locator("article table td[role=cell]").first).to_be_attached()
        page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
        written = page.locator("article table").evaluate_all(
            """(tables) => tables.map((table) => [...table.rows].map((row) => [...row.cells].map((cell) =>
              cell.tagName === "TD" ? "cell" : cell.scope.startsWith("row") ? "rowheader" : "columnheader")))"""
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
        if address == REPORT:
            assert_the_annex_names_its_columns_and_each_figure_its_row(tree)
    context.close()


def assert_the_annex_names_its_columns_and_each_figure_its_row(tree: Tree) -> None:
    (table,) = [t for t in tree.all("table") if tree.name(t).startswith("Nhóm I. ")]
    assert [tree.name(head) for head in tree.below(table, "columnheader")] == ANNEX_HEADS
    (row,) = [
        row
        for row in tree.below(table, "row")
        for head in tree.below(row, "rowheader")
        if tree.name(head).startswith("Tỷ lệ hoàn thành Kế hoạch CCHC năm")
    ]
    assert "43,75" in [tree.name(cell) for cell in tree.below(row, "cell", "gridcell")]


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
    # A key may come before the page is ready to scroll, and a page without scripts cannot be told to wait for it.
    for _ in range(600):
        page.keyboard.press("ArrowRight")
        if region.evaluate("(region) => region.scrollLeft > 0"):
            break
        page.wait_for_timeout(100)
    assert region.evaluate("(region) => region.scrollLeft > 0")
    name = region.locator("tr[data-indicator=ke-hoach-ty-le-hoan-thanh] .annex__label").bounding_box()
    assert name is not None
    assert name["x"] >= 0, "the name of the row stays"
    context.close()


def test_what_only_tells_of_scrolling_sideways_is_gone_where_nothing_does(page: Page, server: str) -> None:
    page.goto(f"{server}{REPORT}")
    expect(page.locator(".table-region")).to_have_count(7)
    expect(page.locator(".table-region:is([tabindex], [role])")).to_have_count(0)
    page.close()


# Whether what has the focus shows it, by a ring of its own or of the box beside it, and lies on top where it begins.
FOCUS = """() => {
  const part = document.activeElement;
  if (part === document.body) return null;
  const drawn = getComputedStyle(part.matches("input[type=radio]") ? part.nextElementSibling : part);
  const box = part.getClientRects()[0];
  const top = document.elementFromPoint(box.left + Math.min(4, box.width / 2), box.top + box.height / 2);
  const wrong = [
    drawn.outlineStyle === "none" || parseFloat(drawn.outlineWidth) < 2 ? "no ring" : "",
    box.width > 1 && box.height > 1 ? "" : "no size",
    top && (part.contains(top) || top.contains(part)) ? "" : `covered by ${top && top.outerHTML.slice(0, 60)}`,
  ].filter(Boolean);
  return wrong.length ? `${wrong}: ${part.outerHTML.slice(0, 80)}` : "";
}"""


@pytest.mark.parametrize(("width", "theme"), [(360, "dark"), (800, "light"), (1280, "light")])
def test_focus_is_visible_wherever_the_keyboard_leads(
    browser: Browser, server: str, demo_server: str, width: int, theme: Literal["dark", "light"]
) -> None:
    """Forwards from the top, and both ways through the annex, where the head of a table and a bar stay in place."""
    page = browser.new_page(viewport={"width": width, "height": 700}, color_scheme=theme, reduced_motion="reduce")
    unseen, stops = [], 0
    for address, start, keys in (
        (server, "body", ["Tab"] * 40),
        (f"{server}{INDICATOR}", "body", ["Tab"] * 50),
        (f"{server}{REPORT}", "body", ["Tab"] * 25),
        (f"{server}{REPORT}", "[data-fold=open]", ["Tab"] * 50 + ["Shift+Tab"] * 30),
        (f"{demo_server}so-sanh/?truoc=2031-S1&sau=2032-S1", "#so-sanh-truoc", ["Tab"] * 20),
    ):
        page.goto(address)
        if start != "body":
            page.locator(start).focus()
        for key in keys:
            page.keyboard.press(key)
            wrong = page.evaluate(FOCUS)
            if wrong is None:
                break
            stops += 1
            if wrong:
                unseen.append((address, wrong))
    page.close()
    assert unseen == []
    assert stops > 150


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


def test_nothing_moves_for_who_asked_for_no_motion(browser: Browser, server: str, demo_server: str) -> None:
    page = browser.new_page(reduced_motion="reduce")
    moving = {}
    for address in (server, f"{server}{REPORT}", f"{server}tim-kiem/?q=dung+han", f"{demo_server}bao-cao/2032-s1/"):
        page.goto(address)
        moving[address] = page.evaluate(
            """() => [...document.querySelectorAll("*")].flatMap((part) => [null, "::before", "::after"]
              .filter((beside) => {
                const style = getComputedStyle(part, beside);
                const times = `${style.transitionDuration},${style.animationDuration}`.split(",");
                return times.some((time) => parseFloat(time) > 0) || style.scrollBehavior === "smooth";
              }).map((beside) => `${part.tagName}.${part.className}${beside ?? ""}`))"""
        )
    page.close()
    assert {address: parts for address, parts in moving.items() if parts} == {}


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
