"""A site opened from a disk, without a server: its search answers, and every link leads to a page, not a folder."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.outputs.search.searching import answered, header_field

pytestmark = pytest.mark.browser


def test_results_of_the_page_lead_to_pages(wide: Page, site: Path) -> None:
    root = site.as_uri()
    wide.goto(f"{root}/tim-kiem/index.html")
    field = wide.get_by_role("searchbox")
    field.fill("ho so dung han")
    field.press("Enter")
    expect(wide).to_have_url(f"{root}/tim-kiem/index.html?q=ho+so+dung+han")
    links = wide.locator("a[data-result], .result__further a")
    expect(links.first).to_contain_text("100%")
    found = links.evaluate_all("links => links.map(link => link.href)")
    assert [link for link in found if not re.search(r"/index\.html(#.*)?$", link)] == []
    links.first.click()
    expect(wide.locator(":target")).to_be_in_viewport()
    expect(wide).to_have_title(re.compile("^Tỷ lệ hồ sơ TTHC"))


def test_field_of_the_header_leads_to_pages(wide: Page, site: Path) -> None:
    wide.goto(f"{site.as_uri()}/van-ban/index.html")
    field = header_field(wide)
    options = wide.locator("header").get_by_role("option")
    field.focus()
    expect(options.first).to_be_visible()
    for query in ("", "ho so", "giá vàng"):
        field.fill(query)
        if query:
            expect(wide.locator(".search__notes")).to_contain_text(f"“{query}”")
        found = options.evaluate_all("links => links.map(link => link.href)")
        assert found
        assert [link for link in found if not re.search(r"/index\.html([?#].*)?$", link)] == []
    field.press("Enter")
    expect(wide).to_have_url(re.compile(r"/tim-kiem/index\.html\?q=gi"))
    answered(wide, "giá vàng")


def test_form_of_the_home_page_leads_to_the_page_of_results(wide: Page, site: Path) -> None:
    wide.goto(f"{site.as_uri()}/index.html")
    field = wide.locator("article").get_by_role("searchbox")
    field.fill("bien che")
    field.press("Enter")
    expect(wide.locator("a[data-result]").first).to_be_visible()
