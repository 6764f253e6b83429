"""What a search costs: the first answer of an empty cache, and each further one, on one report and on many."""

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.search.searching import ask

pytestmark = pytest.mark.browser

FIRST_REQUESTS, FIRST_BYTES, FURTHER_BYTES = 10, 150_000, 30_000


class Traffic:
    """What the browser asks of the server, and how many bytes a server that compresses text would send."""

    def __init__(self, page: Page, site: Path) -> None:
        self._site = site
        self.paths: list[str] = []
        page.on("request", self._note)

    def _note(self, request: Request) -> None:
        path = urlsplit(request.url).path.lstrip("/")
        self.paths.append(f"{path}index.html" if path.endswith("/") or not path else path)

    def bytes(self) -> int:
        return sum(len(gzip.compress((self._site / path).read_bytes(), 6)) for path in self.paths)


QUERIES = ("ho so dung han", "3826", "thưởng tết nguyên đán", "giá vàng", "công chức bị kỷ luật")


@pytest.mark.parametrize("query", QUERIES)
def test_first_answer_is_light_on_one_report(browser: Browser, site: Path, server: str, query: str) -> None:
    weigh(browser, site, server, query)


@pytest.mark.parametrize("query", [*QUERIES, "bất thường", "1.509.324.500", "giải ngân năm 2031"])
def test_first_answer_is_light_on_many_reports(browser: Browser, demo_site: Path, demo_server: str, query: str) -> None:
    weigh(browser, demo_site, demo_server, query)


def weigh(browser: Browser, site: Path, server: str, query: str) -> None:
    """The first answer of an empty cache, then three further ones, each within its budget."""
    context = browser.new_context()
    page = context.new_page()
    traffic = Traffic(page, site)
    ask(page, server, query)
    page.wait_for_load_state("networkidle")
    assert len(traffic.paths) <= FIRST_REQUESTS, traffic.paths
    assert traffic.bytes() <= FIRST_BYTES
    field = page.get_by_role("searchbox")
    for further in ("số liệu bịa đặt", "nghị quyết 12", "hội nghị toàn quốc"):
        traffic.paths.clear()
        field.fill(further)
        expect(page.locator("[data-search-state=done]")).to_be_attached()
        page.wait_for_load_state("networkidle")
        assert traffic.bytes() <= FURTHER_BYTES, traffic.paths
    context.close()


@pytest.mark.parametrize("query", QUERIES)
def test_a_search_begun_in_the_header_of_a_report_is_light(
    browser: Browser, site: Path, server: str, query: str
) -> None:
    """The report's page and the answer in its header together, with an empty cache."""
    context = browser.new_context()
    page = context.new_page()
    traffic = Traffic(page, site)
    page.goto(f"{server}bao-cao/2022-s1/")
    page.locator("header").get_by_role("combobox").fill(query)
    expect(page.locator(".search__notes")).to_contain_text(f"«{query}»")
    page.wait_for_load_state("networkidle")
    assert len(traffic.paths) <= FIRST_REQUESTS, traffic.paths
    assert traffic.bytes() <= FIRST_BYTES
    context.close()
