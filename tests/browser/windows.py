"""A browser whose windows are kept from test to test: to begin one anew costs more than most of what is looked at.

`browser.new_context()` and `browser.new_page()` are called and closed as ever. What is closed is emptied, of its pages,
cookies, storage, permissions and routes, and handed out again; what holds its own time is thrown away. The cache is
kept: what counts bytes or requests takes `fresh_context`.
"""

from contextlib import suppress
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error, Page

from tests.browser.serving import SERVED

PATIENCE = 60_000  # milliseconds that a page is given for what it is to show
MOST_KEPT = 6
# What is set for each page; the rest is of the context as a whole.
_VIEW = ("viewport", "color_scheme", "reduced_motion")


def fresh_context(browser: Browser, **settings: Any) -> BrowserContext:
    """A context that nobody has used before, with an empty cache; it is closed for good."""
    context = Browser.new_context(browser, **settings)
    context.set_default_timeout(PATIENCE)
    return context


def with_kept_windows(browser: Browser) -> Browser:
    """The browser, with contexts and pages that are kept; each is given time for what is waited for."""
    windows = _Windows(browser)
    vars(browser).update(new_context=windows.context, new_page=windows.page)
    return browser


class _Windows:
    """Contexts that nobody uses just now, the last used last, each with what it was made with and an empty page.

    The empty page keeps alive what draws pages, which takes longest to begin.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: list[tuple[dict[str, Any], BrowserContext, Page]] = []

    def context(self, **settings: Any) -> BrowserContext:
        view = {name: settings.pop(name) for name in _VIEW if name in settings}
        context, empty = self._taken(settings)

        def new_page() -> Page:
            page = BrowserContext.new_page(context)
            if "viewport" in view:
                page.set_viewport_size(view["viewport"])
            if media := {name: value for name, value in view.items() if name != "viewport"}:
                page.emulate_media(**media)
            return page

        vars(context).update(new_page=new_page, close=lambda: self._closed(settings, context, empty))
        return context

    def page(self, **settings: Any) -> Page:
        context = self.context(**settings)
        page = context.new_page()
        vars(page).update(close=context.close)
        return page

    def _taken(self, settings: dict[str, Any]) -> tuple[BrowserContext, Page]:
        for place in reversed(range(len(self._free))):
            if self._free[place][0] == settings:
                return self._free.pop(place)[1:]
        context = fresh_context(self._browser, **settings)
        return context, BrowserContext.new_page(context)

    def _closed(self, settings: dict[str, Any], context: BrowserContext, empty: Page) -> None:
        vars(context).update(close=lambda: None)
        try:
            _emptied(context, empty)
        except Error:
            # Whatever keeps it from being emptied is not handed on.
            _ended(context)
        else:
            self._free.append((settings, context, empty))
        while len(self._free) > MOST_KEPT:
            _ended(self._free.pop(0)[1])


def _emptied(context: BrowserContext, empty: Page) -> None:
    """Leaves the context as it was made, but for its cache; raises Error where that cannot be."""
    for page in context.pages:
        if page != empty:
            Page.close(page)
    if empty.is_closed() or empty.evaluate("'__pwClock' in globalThis"):
        raise Error("it cannot be made as it was")
    context.unroute_all()
    context.clear_cookies()
    context.clear_permissions()
    session = context.new_cdp_session(empty)
    for origin in SERVED:
        session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
    session.detach()


def _ended(context: BrowserContext) -> None:
    with suppress(Error):
        BrowserContext.close(context)
