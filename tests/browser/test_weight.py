"""What a first visit costs a reader: bytes and requests counted, nothing timed."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, CDPSession, Page

from tests.browser.page_types import PAGE_TYPES
from tests.browser.windows import PATIENCE, fresh_context

pytestmark = pytest.mark.browser

REPORT = "bao-cao/2022-s1/"
INDICATOR = "chi-tieu/ke-hoach-ty-le-hoan-thanh/"
# Compressed bytes with their headers, and requests, of a first load.
BUDGETS = {
    "": (45_000, 8),
    REPORT: (75_000, 8),
    f"{REPORT}v1/": (75_000, 8),
    f"{REPORT}chat-luong/": (45_000, 8),
    "chi-tieu/": (45_000, 8),
    "van-ban/": (45_000, 8),
    INDICATOR: (45_000, 8),
    "tim-kiem/?q=dung+han": (90_000, 8),
}
COMPARED = "so-sanh/?truoc=2031-S1&sau=2032-S1"
DEMO_BUDGETS = {
    "": (45_000, 8),
    "bao-cao/2032-s1/": (75_000, 8),
    "chi-tieu/khao-sat-hai-long/": (45_000, 8),
    "chi-tieu/ho-so-tiep-nhan/": (45_000, 8),
    COMPARED: (75_000, 8),
    "tim-kiem/?q=dung+han": (90_000, 8),
}
STILL = (
    "",
    REPORT,
    f"{REPORT}?loc=trong",
    f"{REPORT}chat-luong/",
    "chi-tieu/",
    "van-ban/",
    INDICATOR,
    "tim-kiem/",
    "tim-kiem/?q=dung+han",
    "tim-kiem/?q=zzzqqq",
)
DEMO_STILL = (
    COMPARED,
    "so-sanh/",
    "tim-kiem/?q=dung+han",
    "bao-cao/2032-s1/",
    "bao-cao/2032-s1/so-sanh/",
    "lich-su-sua-doi/",
    "chi-tieu/khao-sat-hai-long/",
)


SLOW_LINE = {"offline": False, "latency": 300, "downloadThroughput": 400_000, "uploadThroughput": 400_000}


@dataclass
class Load:
    """What a browser asked for on a page: addresses, and bytes as they came over the line."""

    addresses: list[str] = field(default_factory=list)
    bytes: int = 0

    finished: int = 0

    def watch(self, session: CDPSession) -> None:
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", lambda event: self.addresses.append(event["request"]["url"]))
        session.on("Network.loadingFinished", self._add)

    def _add(self, event: dict[str, float]) -> None:
        self.bytes += int(event["encodedDataLength"])
        self.finished += 1

    def complete(self, page: Page) -> None:
        """Waits until every answer has been counted: an idle network may be told of before the last of them."""
        for _ in range(PATIENCE // 50):
            if self.finished >= len(self.addresses):
                return
            page.wait_for_timeout(50)
        raise AssertionError(f"{len(self.addresses) - self.finished} of {self.addresses} never ended")


def test_a_first_visit_keeps_to_its_budget_on_this_host_without_a_cookie(
    browser: Browser, server: str, demo_server: str
) -> None:
    """Also where many periods bring charts, a column of changes, and a result that is fetched."""
    costs = {f"{server}{path}": most for path, most in BUDGETS.items()}
    costs |= {f"{demo_server}{path}": most for path, most in DEMO_BUDGETS.items()}
    over = {}
    for address, (most_bytes, most_requests) in costs.items():
        context = fresh_context(browser, viewport={"width": 390, "height": 800})
        page = context.new_page()
        load = Load()
        load.watch(context.new_cdp_session(page))
        page.goto(address, wait_until="networkidle")
        load.complete(page)
        assert {urlsplit(asked).netloc for asked in load.addresses} == {urlsplit(address).netloc}
        assert context.cookies() == []
        # Fewer than three requests, or hardly a byte: then nothing was counted.
        if not (10_000 < load.bytes <= most_bytes and 3 <= len(load.addresses) <= most_requests):
            over[address] = (load.bytes, len(load.addresses))
        context.close()
    assert over == {}


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_shifts_while_a_page_loads(browser: Browser, server: str, demo_server: str, width: int) -> None:
    """Nor when what the address asks for comes: a comparison, the answers of the search, a choice of rows.

    On a slow line, where a script runs long after the page is painted.
    """
    page = browser.new_page(viewport={"width": width, "height": 740})
    page.add_init_script(
        """window.shifts = 0;
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shifts += entry.value; })
          .observe({ type: "layout-shift", buffered: true });"""
    )
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    # Each page comes as on a first visit.
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    session.send("Network.emulateNetworkConditions", SLOW_LINE)
    shifts = {}
    for address in [f"{server}{path}" for path in STILL] + [f"{demo_server}{path}" for path in DEMO_STILL]:
        page.goto(address, wait_until="networkidle")
        shifts[address] = page.evaluate("window.shifts")
    page.close()
    assert {address: shift for address, shift in shifts.items() if shift} == {}


def test_no_page_holds_anything_that_a_strict_policy_refuses(browser: Browser, server: str) -> None:
    """The pages are served under `default-src 'self'`; what the browser refuses it writes to its console."""
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    for address in PAGE_TYPES:
        page.goto(f"{server}{address}", wait_until="networkidle")
    page.close()
    assert said == []
