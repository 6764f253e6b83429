"""What the tests of the search share: pages in a browser, and archives to search."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from macros.loading.assembly import load_catalogue
from macros.record import Catalogue
from tests.browser.serving import served
from tests.conftest import ROOT
from tests.demo.project import write_demo
from tests.outputs.search.archives import MANY, search_site
from tests.outputs.search.engine import SearchEngine
from tests.sharing import Shared


@pytest.fixture(scope="session")
def site(first_site: Path) -> Path:
    """In this room the site of the first report alone, whose answers are known."""
    return first_site


@pytest.fixture(scope="session")
def server(first_server: str) -> str:
    """The address at which it is served."""
    return first_server


@pytest.fixture(scope="session")
def engine(first_site: Path) -> SearchEngine:
    """Its search, asked without a browser."""
    return SearchEngine(first_site)


@pytest.fixture(scope="session")
def demo_engine(demo_site: Path) -> SearchEngine:
    """The search of the invented project's site, likewise."""
    return SearchEngine(demo_site)


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


@pytest.fixture(scope="session")
def many(shared: Shared) -> Catalogue:
    """The invented project of many periods. It is shared by all tests: look, do not change."""
    return load_catalogue(shared(f"demo-{MANY}", partial(write_demo, ROOT, periods=MANY, seed=1)))


@pytest.fixture(scope="module")
def archive_site(demo_site: Path, index: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The search page over the `index` that the module of the test makes."""
    return search_site(demo_site, tmp_path_factory.mktemp("archive") / "site", index)


@pytest.fixture(scope="module")
def archive_server(archive_site: Path) -> Iterator[str]:
    """The address at which it is served."""
    with served(archive_site) as address:
        yield address
