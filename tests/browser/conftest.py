"""Two readers' windows, each with a context of its own that is closed behind the test."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A telephone, which is touched."""
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    yield context
    context.close()


@pytest.fixture
def desk(browser: Browser) -> Iterator[BrowserContext]:
    """A desk, whose clipboard may be read."""
    context = browser.new_context(viewport=DESK)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context
    context.close()
