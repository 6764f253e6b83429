"""The page of results and the history of the browser: whatever was asked can be gone back to, as it stood."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.outputs.search.searching import answered, ask, shown

pytestmark = pytest.mark.browser


def submit(page: Page, query: str) -> None:
    field = page.get_by_role("searchbox")
    field.press("ControlOrMeta+a")
    field.press_sequentially(query)
    field.press("Enter")
    stands(page, query)


def stands(page: Page, query: str) -> None:
    """The page shows the query and its answer."""
    expect(page.get_by_role("searchbox")).to_have_value(query)
    answered(page, query)
    expect(page).to_have_title(re.compile(f"^{query} - Tìm kiếm - "))


def test_back_and_forward_go_from_query_to_query(page: Page, server: str) -> None:
    page.goto(f"{server}van-ban/")
    page.goto(f"{server}tim-kiem/")
    plain = page.title()
    length = page.evaluate("history.length")
    queries = ["hai long", "bien che", "ky luat"]
    answers = {}
    for query in queries:
        submit(page, query)
        answers[query] = shown(page)
    # The empty page became the first query; the letters in between left nothing behind.
    assert page.evaluate("history.length") == length + 2
    for query in ["bien che", "hai long"]:
        page.go_back()
        stands(page, query)
        links = shown(page)
        assert links == answers[query]
    page.go_forward()
    stands(page, "bien che")
    page.go_back()
    page.go_back()
    expect(page).to_have_url(f"{server}van-ban/")
    page.goto(f"{server}tim-kiem/")
    expect(page).to_have_title(plain)


def test_a_query_that_came_with_the_address_is_kept_when_another_is_typed(page: Page, server: str) -> None:
    ask(page, server, "hai long")
    submit(page, "bien che")
    page.go_back()
    stands(page, "hai long")


def test_the_same_query_in_another_spelling_is_no_new_entry(page: Page, server: str) -> None:
    page.goto(f"{server}tim-kiem/?q=hai%20long")
    answered(page)
    length = page.evaluate("history.length")
    page.get_by_role("searchbox").press("Enter")
    stands(page, "hai long")
    assert page.evaluate("history.length") == length


def test_filters_are_gone_back_to_one_by_one(page: Page, server: str) -> None:
    page.goto(f"{server}tim-kiem/")
    # Typed and not submitted: choosing a filter keeps it all the same.
    page.get_by_role("searchbox").press_sequentially("ke hoach")
    stands(page, "ke hoach")
    page.get_by_text("Lọc theo loại, nhóm, kỳ").click()
    kind = page.get_by_label("Loại")
    counts = {"": page.locator("a[data-result]").count()}
    for choice in ("van-ban", "thuyet-minh"):
        kind.select_option(choice)
        expect(page).to_have_url(re.compile(f"loai={choice}"))
        answered(page)
        counts[choice] = page.locator("a[data-result]").count()
    assert len(set(counts.values())) == 3
    for choice in ("van-ban", ""):
        page.go_back()
        expect(kind).to_have_value(choice)
        expect(page.locator("a[data-result]")).to_have_count(counts[choice])
        stands(page, "ke hoach")


def test_one_comes_back_to_the_place_that_one_left(page: Page, server: str) -> None:
    ask(page, server, "ho so")
    result = page.locator("a[data-result]").nth(8)
    result.scroll_into_view_if_needed()
    # From the middle of the list to a result and back, and to another query and back.
    page.evaluate("scrollTo(0, 700)")
    place = page.evaluate("scrollY")
    assert place > 300
    result.evaluate("link => link.click()")
    expect(page).not_to_have_url(re.compile("tim-kiem"))
    page.go_back()
    stands(page, "ho so")
    assert page.evaluate("scrollY") == place
    page.reload()
    stands(page, "ho so")
    assert page.evaluate("scrollY") == place
    page.get_by_role("searchbox").evaluate("field => { field.value = 'ky luat'; field.form.requestSubmit(); }")
    stands(page, "ky luat")
    page.evaluate("scrollTo(0, 0)")
    page.go_back()
    stands(page, "ho so")
    assert page.evaluate("scrollY") == place


def test_a_place_on_the_page_is_led_to(page: Page, server: str) -> None:
    page.goto(f"{server}tim-kiem/")
    page.get_by_role("navigation", name="Bảng chữ cái").get_by_role("link").last.click()
    expect(page.locator(":target")).to_be_in_viewport()
    page.reload()
    expect(page.locator(":target")).to_be_in_viewport()


# As Safari does after a hundred changes in half a minute.
STINGY = """
window.isStingy = false;
for (const name of ["replaceState", "pushState"]) {
  const own = history[name];
  history[name] = (...how) => {
    if (isStingy) throw new DOMException("too many calls", "SecurityError");
    own.apply(history, how);
  };
}
"""


def test_browser_that_takes_no_more_changes_loses_no_answer(page: Page, server: str) -> None:
    page.add_init_script(STINGY)
    page.clock.install(time="2030-01-01T00:00:00")
    page.goto(f"{server}tim-kiem/")
    page.evaluate("isStingy = true")
    field = page.get_by_role("searchbox")
    field.press_sequentially("hai long")
    stands(page, "hai long")
    field.press("Enter")
    stands(page, "hai long")
    expect(page).to_have_url(f"{server}tim-kiem/")
    # The address follows when it may.
    page.evaluate("isStingy = false")
    page.clock.fast_forward(6_000)
    expect(page).to_have_url(f"{server}tim-kiem/?q=hai+long")
