"""What the tests of the search share in a browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page


@pytest.fixture
def any_page(browser: Browser) -> Iterator[Page]:
    """A page as wide as a desk's screen, on which something may go wrong."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    yield page
    page.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page as wide as a phone, on which nothing may go wrong."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("dialog", lambda dialog: wrong.append(f"dialog {dialog.message}") or dialog.dismiss())
    yield page
    page.close()
    assert wrong == []


@pytest.fixture
def wide(page: Page) -> Page:
    """The same, as wide as a desk's screen."""
    page.set_viewport_size({"width": 1280, "height": 800})
    return page
