"""What a search costs: the first answer of an empty cache, and each further one, on one report and on many."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.outputs.search.searching import answered, ask, header_field
from tests.outputs.search.traffic import FURTHER_BYTES, sent, weighed

pytestmark = pytest.mark.browser

# The page of a report, which may cost 75,000, and the engine with its index.
REPORT_AND_ANSWER = 125_000
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
    fetch_late = """paths => {
        setTimeout(() => paths.forEach(path => fetch(new URL(`../${path}`, location.href))), 300);
    }"""
    with weighed(browser, site) as (page, traffic):
        ask(page, server, "3826")
        asked = traffic.first_answer()
        # Any files will do that were not asked for. How heavy one is changes with the site, so they are weighed here.
        paths = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
        weights = {path: sent(site / path) for path in paths if path not in asked}
        heaviest = sorted((path for path in weights if weights[path] <= FURTHER_BYTES), key=lambda path: -weights[path])
        assert weights[heaviest[0]] + weights[heaviest[1]] > FURTHER_BYTES
        page.evaluate(fetch_late, heaviest[2:3])
        assert traffic.further_answer() == heaviest[2:3]
        page.evaluate(fetch_late, heaviest[:2])
        with pytest.raises(AssertionError, match=re.escape(heaviest[0])):
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
        traffic.first_answer(REPORT_AND_ANSWER)
