"""What a first visit costs a reader: bytes and requests counted, nothing timed."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, CDPSession

from tests.browser.page_types import PAGE_TYPES

pytestmark = pytest.mark.browser

REPORT = "bao-cao/2022-s1/"
INDICATOR = "chi-tieu/ke-hoach-ty-le-hoan-thanh/"
# Compressed bytes with their headers, and requests, of a first load.
BUDGETS = {"": (90_000, 8), REPORT: (150_000, 8), INDICATOR: (90_000, 8)}


@dataclass
class Load:
    """What a browser asked for on a page: addresses, and bytes as they came over the line."""

    addresses: list[str] = field(default_factory=list)
    bytes: int = 0

    def watch(self, session: CDPSession) -> None:
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", lambda event: self.addresses.append(event["request"]["url"]))
        session.on("Network.loadingFinished", self._add)

    def _add(self, event: dict[str, float]) -> None:
        self.bytes += int(event["encodedDataLength"])


@pytest.mark.parametrize("address", BUDGETS, ids=["home", "report", "indicator"])
def test_a_first_visit_keeps_to_its_budget_on_this_host_without_a_cookie(
    browser: Browser, server: str, address: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    load = Load()
    load.watch(context.new_cdp_session(page))
    page.goto(f"{server}{address}", wait_until="networkidle")
    most_bytes, most_requests = BUDGETS[address]
    hosts = {urlsplit(asked).netloc for asked in load.addresses}
    assert hosts == {urlsplit(server).netloc}
    assert load.bytes <= most_bytes
    assert 3 <= len(load.addresses) <= most_requests
    assert context.cookies() == []
    context.close()


@pytest.mark.parametrize("address", BUDGETS, ids=["home", "report", "indicator"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_shifts_while_a_page_loads(browser: Browser, server: str, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.add_init_script(
        """window.shifts = 0;
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shifts += entry.value; })
          .observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto(f"{server}{address}", wait_until="networkidle")
    assert page.evaluate("window.shifts") == 0
    page.close()


def test_no_page_holds_anything_that_a_strict_policy_refuses(browser: Browser, server: str) -> None:
    """The pages are served under `default-src 'self'`; what the browser refuses it writes to its console."""
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    for address in PAGE_TYPES:
        page.goto(f"{server}{address}", wait_until="networkidle")
    page.close()
    assert said == []
