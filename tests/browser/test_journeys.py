"""Readers' journeys through the built site in headless Chromium: phone and desktop, light and dark, with and without
JavaScript, and never beyond this machine."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.fidelity.source_report import fold, read_source

pytestmark = pytest.mark.browser

PHONE: ViewportSize = {"width": 360, "height": 740}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
GROUNDS = {"light": "rgb(255, 255, 255)", "dark": "rgb(17, 24, 26)"}
RATE = "Tỷ lệ hoàn thành Kế hoạch CCHC năm"
WORDS = "giải quyết đúng hạn"
PLAN = "Kế hoạch số 15/KH-BQL ngày 14/3/2022"


@dataclass
class Reader:
    """A page of the browser and what went wrong or went out while it was read."""

    page: Page
    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def watch(self) -> None:
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("response", lambda answer: self.errors.append(answer.url) if answer.status >= 400 else None)
        self.page.context.on("request", lambda request: self._note(request.url))

    def _note(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme not in ("data", "blob") and parts.hostname != "127.0.0.1":
            self.foreign.append(address)


@pytest.fixture(scope="module")
def server(first_server: str) -> str:
    """Here the site of the first report alone, whose words are quoted."""
    return first_server


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def viewport(request: pytest.FixtureRequest) -> ViewportSize:
    return request.param


@pytest.fixture
def context(browser: Browser, scheme: str, viewport: ViewportSize) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=viewport, color_scheme=scheme, locale="vi-VN")
    yield context
    context.close()


@pytest.fixture
def reader(context: BrowserContext) -> Iterator[Reader]:
    """A reader; when the journey ends, nothing has failed and nothing was asked of another host."""
    reader = Reader(context.new_page())
    reader.watch()
    yield reader
    assert reader.errors == []
    assert reader.foreign == []


def test_from_the_home_page_to_a_figure_to_its_document_and_back(reader: Reader, server: str, scheme: str) -> None:
    page = reader.page
    page.goto(server)
    expect(page.locator("body")).to_have_css("background-color", GROUNDS[scheme])

    page.locator("article").get_by_role("link", name="Báo cáo 6 tháng đầu năm 2022").first.click()
    expect(page).to_have_url(f"{server}bao-cao/2022-s1/")
    expect(page.locator(".report-head")).to_contain_text("Dự thảo / chưa cấp số")

    row = page.locator("tr[data-indicator=ke-hoach-ty-le-hoan-thanh]")
    expect(row).to_contain_text("43,75")
    row.get_by_role("link", name=RATE).last.click()
    expect(page).to_have_url(f"{server}chi-tieu/ke-hoach-ty-le-hoan-thanh/")
    expect(page.locator("h1")).to_contain_text(RATE)
    expect(page.locator("article")).to_contain_text("7/16 nhiệm vụ (43,75%)")

    page.locator("article").get_by_role("link", name=PLAN).first.click()
    expect(page).to_have_url(f"{server}van-ban/15-kh-bql-2022/")
    expect(page.locator("h1")).to_contain_text(PLAN)

    page.get_by_role("link", name="1. Công tác chỉ đạo điều hành (6 tháng đầu năm 2022)").click()
    expect(page).to_have_url(re.compile(rf"^{re.escape(server)}bao-cao/2022-s1/#."))
    expect(page.locator(f"[id='{urlsplit(page.url).fragment}']")).to_be_in_viewport()


def test_latest_report_is_reached_at_its_stable_address(reader: Reader, server: str) -> None:
    reader.page.goto(f"{server}bao-cao/moi-nhat/")
    expect(reader.page).to_have_url(f"{server}bao-cao/2022-s1/")


@pytest.mark.parametrize("scheme", ["light"], indirect=True)
def test_search_box_of_the_home_page_finds_an_indicator(reader: Reader, server: str) -> None:
    page = reader.page
    page.goto(server)
    box = page.locator("article").get_by_role("search")
    box.get_by_role("searchbox").fill(WORDS)
    box.get_by_role("button").click()
    expect(page).to_have_url(re.compile(r"/tim-kiem/\?q="))
    open_found(page, server)


@pytest.mark.parametrize("scheme", ["light"], indirect=True)
def test_search_box_of_the_page_of_an_unknown_address_finds_an_indicator(reader: Reader, server: str) -> None:
    page = reader.page
    page.goto(f"{server}404.html")
    box = page.locator("article").get_by_role("search")
    box.get_by_role("searchbox").fill(WORDS)
    box.get_by_role("searchbox").press("Enter")
    expect(page).to_have_url(re.compile(rf"^{re.escape(server)}tim-kiem/\?q="))
    open_found(page, server)


@pytest.mark.parametrize("scheme", ["light"], indirect=True)
def test_search_of_every_page_finds_an_indicator_while_typing(reader: Reader, server: str) -> None:
    page = reader.page
    page.goto(f"{server}van-ban/")
    opener = page.locator("[data-search-open]")
    if opener.is_visible():
        opener.click()
    page.locator("header").get_by_role("combobox").press_sequentially(WORDS)
    open_found(page, server)


def open_found(page: Page, server: str) -> None:
    """Opens the indicator among what the search has found for WORDS; it is marked there."""
    found = page.locator("a[data-result][href*='chi-tieu/ho-so-dung-han-ty-le/']").first
    expect(found).to_be_visible()
    expect(found).to_contain_text(
        "Tỷ lệ hồ sơ TTHC tiếp nhận được giải quyết đúng hạn — 100% (6 tháng đầu năm 2022, dự thảo)"
    )
    found.click()
    expect(page).to_have_url(re.compile(rf"^{re.escape(server)}chi-tieu/ho-so-dung-han-ty-le/#"))
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator(":target")).to_contain_text("100%")


def test_report_is_complete_without_javascript(
    browser: Browser, server: str, scheme: str, viewport: ViewportSize
) -> None:
    context = browser.new_context(viewport=viewport, color_scheme=scheme, locale="vi-VN", java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}bao-cao/2022-s1/")
    rows = page.locator("tr[data-indicator]:visible").all_inner_texts()
    text = fold(page.locator("article").inner_text().replace("#", ""))
    context.close()

    report = read_source()
    shown = [fold(row) for row in rows]
    expected = [[fold(words) for words in (row.label, row.value, row.note)] for row in report.rows]
    assert len(shown) == len(expected)
    missing = [(row, words) for row, cells in zip(shown, expected, strict=True) for words in cells if words not in row]
    assert missing == []
    narrative = " ".join(block for block in report.blocks[4:] if block not in report.footnotes)
    assert narrative in text
    assert [note for note in report.footnotes if note.partition(" ")[2] not in text] == []
