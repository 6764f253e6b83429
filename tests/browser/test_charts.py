"""Charts as a reader meets them: words of a readable size on a phone and no larger than the text on a desk."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

# The size of each word on the screen: what the drawing says times how much it is grown or shrunk.
_SIZES = """
(figures) => figures.flatMap((figure) => [...figure.querySelectorAll("svg text")].map(
  (text) => text.getScreenCTM().a * parseFloat(getComputedStyle(text).fontSize)))
"""
_UNFOLD = "document.querySelectorAll('details').forEach((part) => { part.open = true; })"


def opened(browser: Browser, address: str, width: int) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address)
    page.evaluate(_UNFOLD)
    return page


@pytest.mark.parametrize("width", [360, 1280])
def test_the_words_of_a_chart_are_as_large_as_small_print_and_no_larger_than_the_text(
    browser: Browser, demo_server: str, width: int
) -> None:
    for path, figures in (("chi-tieu/ho-so-tiep-nhan/", ".chart--series"), ("nhom/cai-cach-tthc/", ".multiples")):
        page = opened(browser, f"{demo_server}{path}", width)
        sizes = page.locator(figures).evaluate_all(_SIZES)
        text = page.locator("article p").last.evaluate("(p) => parseFloat(getComputedStyle(p).fontSize)")
        assert sizes, path
        assert min(sizes) >= 11, path
        assert max(sizes) <= text, path
        page.close()


def test_small_multiples_have_a_key_lead_to_their_figures_and_stay_whole_on_paper(
    browser: Browser, demo_server: str, demo_site: Path
) -> None:
    page = opened(browser, f"{demo_server}nhom/chi-dao-dieu-hanh/", 1280)
    for grid in page.locator(".multiples").all():
        key = grid.locator("xpath=preceding-sibling::p[1]")
        for sign, word in (
            (".chart__blank", "Khung nét đứt"),
            (".chart__break", "Vạch đứt"),
            (".chart__corrected", "Hình thoi"),
            (".chart__target", "Vạch ngang"),
            (".chart__gone", "Dấu ×"),
        ):
            assert (grid.locator(sign).count() > 0) == (word in key.inner_text()), word
    for link in page.locator(".multiples__name").evaluate_all(
        "(links) => links.map((link) => link.getAttribute('href'))"
    ):
        path, anchor = link.split("#")
        target = (demo_site / "nhom/chi-dao-dieu-hanh" / path / "index.html").resolve()
        assert f'id="{anchor}"' in target.read_text("utf-8")
    page.emulate_media(media="print")
    cut = page.locator(".multiples > li").evaluate_all("(all) => all.map((one) => getComputedStyle(one).breakInside)")
    assert set(cut) == {"avoid"}
    expect(page.locator(".multiples").first).to_be_visible()
    page.close()
