"""What a search costs: the first answer of an empty cache, and each further one, on one report and on many."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.search.searching import answered, ask, header_field
from tests.search.traffic import weighed

pytestmark = pytest.mark.browser

QUERIES = ("ho so dung han", "3826", "thưởng tết nguyên đán", "giá vàng", "công chức bị kỷ luật")


@pytest.mark.parametrize("query", QUERIES)
def test_first_answer_is_light_on_one_report(browser: Browser, site: Path, server: str, query: str) -> None:
    weigh(browser, site, server, query)


@pytest.mark.parametrize("query", [*QUERIES, "bất thường", "1.509.324.500", "giải ngân năm 2031"])
def test_first_answer_is_light_on_many_reports(browser: Browser, demo_site: Path, demo_server: str, query: str) -> None:
    weigh(browser, demo_site, demo_server, query)


def weigh(browser: Browser, site: Path, server: str, query: str) -> None:
    """The first answer of an empty cache, then three further ones, each within its budget."""
    with weighed(browser, site) as (page, traffic):
        ask(page, server, query)
        traffic.first_answer()
        field = page.get_by_role("searchbox")
        for further in ("số liệu bịa đặt", "nghị quyết 12", "hội nghị toàn quốc"):
            field.fill(further)
            answered(page, further)
            traffic.further_answer()


def test_what_comes_late_after_an_answer_is_counted(browser: Browser, site: Path, server: str) -> None:
    """A budget that does not see it would keep nothing small."""
    fetch_late = "path => { setTimeout(() => fetch(new URL(`../${path}`, location.href)), 300); }"
    light, heavy = "api/v1/reports/2022-S1.csv", "bao-cao/2022-s1/index.html"
    with weighed(browser, site) as (page, traffic):
        ask(page, server, "3826")
        traffic.first_answer()
        page.evaluate(fetch_late, light)
        assert traffic.further_answer() == [light]
        page.evaluate(fetch_late, heavy)
        with pytest.raises(AssertionError, match=heavy):
            traffic.further_answer()


@pytest.mark.parametrize("query", QUERIES)
def test_a_search_begun_in_the_header_of_a_report_is_light(
    browser: Browser, site: Path, server: str, query: str
) -> None:
    """The report's page and the answer in its header together, with an empty cache."""
    with weighed(browser, site) as (page, traffic):
        page.goto(f"{server}bao-cao/2022-s1/")
        header_field(page).fill(query)
        expect(page.locator(".search__notes")).to_contain_text(f"“{query}”")
        traffic.first_answer()
