"""What one test does in a window of the browser is not there for the next."""

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

LEFT = """async () => [localStorage.length, document.cookie,
  (await navigator.permissions.query({ name: "geolocation" })).state,
  innerWidth, matchMedia("(prefers-color-scheme: dark)").matches]"""


def test_a_window_is_handed_on_empty(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 500, "height": 400}, color_scheme="dark")
    context.grant_permissions(["geolocation"])
    context.route("**/*.css", lambda route: route.abort())
    page = context.new_page()
    page.goto(server)
    page.evaluate("localStorage.setItem('a', 'b'); document.cookie = 'c=d'")
    assert page.evaluate(LEFT) == [1, "c=d", "granted", 500, True]
    context.close()
    context.close()
    page = browser.new_page()
    assert page.context is context
    page.goto(server)
    assert page.evaluate(LEFT) == [0, "", "prompt", 1280, False]
    assert page.evaluate("document.styleSheets.length") > 0
    page.close()


def test_two_windows_at_once_are_two(browser: Browser, server: str) -> None:
    one, other = browser.new_page(), browser.new_page()
    for page in (one, other):
        page.goto(server)
    one.evaluate("localStorage.setItem('a', 'b')")
    assert other.evaluate("localStorage.length") == 0
    one.close()
    other.close()


def test_a_window_with_a_clock_of_its_own_is_handed_to_nobody(browser: Browser, server: str) -> None:
    page = browser.new_page()
    page.clock.install(time="2030-01-01T00:00:00")
    page.goto(server)
    assert page.evaluate("new Date().getFullYear()") == 2030
    context = page.context
    page.close()
    page = browser.new_page()
    assert page.context is not context
    assert page.evaluate("new Date().getFullYear()") < 2030
    page.close()
