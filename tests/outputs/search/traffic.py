"""What a search asks of the server, held against what it may cost."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request

from tests.browser.windows import fresh_context

# The first answer of an empty cache, the page around it counted in; and each further one.
FIRST_REQUESTS, FIRST_BYTES, FURTHER_BYTES = 10, 90_000, 30_000
# A page that asks for nothing for so long, in milliseconds, has all it wants.
QUIET = 500


class Traffic:
    """What a page asks of the server, and how many bytes a server that compresses text would send."""

    def __init__(self, page: Page, site: Path) -> None:
        self._page = page
        self._site = site
        self._paths: list[str] = []
        self._open: set[Request] = set()
        page.on("request", self._note)
        page.on("requestfinished", self._end)
        page.on("requestfailed", self._end)

    def _end(self, request: Request) -> None:
        self._open.discard(request)

    def _note(self, request: Request) -> None:
        self._open.add(request)
        path = urlsplit(request.url).path.lstrip("/")
        self._paths.append(f"{path}index.html" if path.endswith("/") or not path else path)

    def first_answer(self, most: int = FIRST_BYTES) -> list[str]:
        """The paths asked for so far, which must be within a first answer's budget; counting begins anew."""
        paths = self._settled()
        assert len(paths) <= FIRST_REQUESTS, (self._page.url, paths)
        assert self._bytes(paths) <= most, (self._page.url, paths)
        return paths

    def further_answer(self) -> list[str]:
        """The paths asked for since the last answer, which must be within a further one's budget; likewise."""
        paths = self._settled()
        assert self._bytes(paths) <= FURTHER_BYTES, (self._page.url, paths)
        return paths

    def _settled(self) -> list[str]:
        """The paths asked for until nothing is on its way and nothing more is asked for.

        The browser's own state of an idle network, once reached, is not left when more is asked for.
        """
        known = -1
        while self._open or known != len(self._paths):
            known = len(self._paths)
            # Told by the clock of the page, whose own timers it has behind it however busy the machine is.
            self._page.evaluate("(quiet) => new Promise((done) => setTimeout(done, quiet))", QUIET)
        paths, self._paths = self._paths, []
        return paths

    def _bytes(self, paths: list[str]) -> int:
        return sum(sent(self._site / path) for path in paths)


def sent(path: Path) -> int:
    """The bytes that a server which compresses text sends for a file."""
    return len(gzip.compress(path.read_bytes(), 6))


@contextmanager
def weighed(browser: Browser, site: Path) -> Iterator[tuple[Page, Traffic]]:
    """A page of a browser whose cache is empty, and what it asks of the server that serves the site."""
    context = fresh_context(browser)
    page = context.new_page()
    yield page, Traffic(page, site)
    context.close()
