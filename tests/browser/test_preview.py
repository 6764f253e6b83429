"""A page that is open in a preview shows a change by itself, at the same place, and tells what is wrong."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from macros.hosts.preview_answers import PreviewAnswers
from macros.hosts.preview_server import PreviewServer
from macros.hosts.previewed_site import PreviewedSite
from macros.hosts.watching import Watching
from tests.good_project import edit

pytestmark = pytest.mark.browser
REPORT = "data/reports/2031-A1.yaml"


@pytest.fixture
def previewed(project: Path) -> Iterator[str]:
    """The address of a preview of the small project, ending in "/"."""
    site = PreviewedSite(project, lambda message: None)
    watching = Watching(site)
    with PreviewServer(
        "127.0.0.1:0", PreviewAnswers(site, watching, lambda message: None), lambda message: None
    ) as server:
        site.state()
        watching.start()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_a_change_is_shown_where_the_reader_was_and_a_mistake_stands_over_the_page(
    browser: Browser, project: Path, previewed: str
) -> None:
    page = browser.new_page(viewport={"width": 800, "height": 400})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{previewed}bao-cao/2031-a1/")
    page.evaluate("scrollTo({ top: 500, behavior: 'instant' })")
    place = page.evaluate("scrollY")
    assert place == 500
    edit(project / REPORT, "value: 112", "value: 113")
    expect(page.locator("main")).to_contain_text("Cả năm tiếp nhận 113\u00a0hồ sơ")
    page.wait_for_function(f"scrollY === {place}")
    edit(project / REPORT, "value: 113", "value: 113%")
    wrong = page.get_by_role("alert")
    expect(wrong).to_contain_text(f"{REPORT}:16:12: E402")
    assert wrong.evaluate("(wrong) => getComputedStyle(wrong).position") == "fixed"
    expect(page.locator("main")).to_contain_text("Cả năm tiếp nhận 113\u00a0hồ sơ")
    edit(project / REPORT, "value: 113%", "value: 114")
    expect(page.locator("main")).to_contain_text("Cả năm tiếp nhận 114\u00a0hồ sơ")
    expect(wrong).to_have_count(0)
    page.wait_for_function(f"scrollY === {place}")
    assert errors == []
    page.close()


def test_a_search_finds_what_was_just_written(browser: Browser, project: Path, previewed: str) -> None:
    page = browser.new_page()
    edit(project / "docs/gioi-thieu.md", "# ", "# Thượng nguồn sông Đà: ")
    page.goto(f"{previewed}tim-kiem/?q=thuong+nguon+song+da")
    expect(page.locator("main")).to_contain_text("Thượng nguồn sông Đà")
    page.close()
