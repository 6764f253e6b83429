"""What tests share: the small project, and the built site, served and opened in a browser."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

import hypothesis
import lxml.html
import pytest
from lxml.html import HtmlElement
from playwright.sync_api import Browser, expect, sync_playwright

from macros.hosts.site_build import build_site
from macros.loading.assembly import load_catalogue
from macros.outputs.assets import reduced_sheets
from macros.record import Catalogue
from tests.browser.install import find_browser, launch_flags
from tests.browser.serving import served
from tests.browser.windows import PATIENCE, with_kept_windows
from tests.demo.project import write_demo
from tests.first_report import first_alone, is_alone
from tests.good_project import GOOD
from tests.history.repositories import Git, committed
from tests.sharing import Shared, made_once, shared_folder

# A busy machine is slow; that is nothing a test may fail for.
hypothesis.settings.register_profile("patient", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("patient")
# What is started in the background of a shell is deaf to Ctrl+C, and so would be all that tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
expect.set_options(timeout=PATIENCE)
ROOT = Path(__file__).parent.parent
BROWSER_REQUIRED = "CONGKHAI_BROWSER_REQUIRED"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """`-m "not browser"` leaves out whatever opens a browser, so whatever opens one must say so."""
    silent = [item.nodeid for item in items if opens_a_browser(item) and not item.get_closest_marker("browser")]
    if silent:
        raise pytest.UsageError("not marked with pytest.mark.browser: " + ", ".join(silent))


def opens_a_browser(item: pytest.Item) -> bool:
    return "browser" in getattr(item, "fixturenames", ())


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    """Makes a folder once for all processes of the run, by name; what is in it is looked at, never written."""
    return partial(made_once, shared_folder(tmp_path_factory))


@pytest.fixture(scope="session", autouse=True)
def _state(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What builds keep for this user is kept elsewhere while tests run."""
    for variable in ("XDG_STATE_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        os.environ[variable] = str(tmp_path_factory.mktemp("state"))


@pytest.fixture(scope="session", autouse=True)
def _told_once() -> Iterator[None]:
    """What is the same at every build, and most of the cost of a small one, is found out once by each process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reduced_sheets, "used_rules", cache(reduced_sheets.used_rules))
        yield


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the small project, for one test to spoil."""
    return shutil.copytree(GOOD, tmp_path / "nho")


@pytest.fixture(scope="session")
def built_project(shared: Shared) -> Path:
    """The small project with its site, as a build leaves both. It is shared by all tests: look, do not write."""

    def make(folder: Path) -> None:
        shutil.copytree(GOOD, folder)
        build_site(folder, folder / "site")

    return shared("good-built", make)


@pytest.fixture
def standing(built_project: Path, project: Path) -> Path:
    """The site of the small project's copy, as a build has left it there."""
    shutil.copytree(built_project, project, dirs_exist_ok=True)
    return project / "site"


@pytest.fixture
def git(project: Path) -> Git:
    """Runs git in that copy, which becomes a repository with one commit that holds every file."""
    return committed(project)


@pytest.fixture(scope="session")
def whole_site(shared: Shared) -> Path:
    """The site built from the repository's own data, once for all tests, also where a room has another `site`."""
    return shared("site", partial(built, ROOT))


@pytest.fixture(scope="session")
def site(whole_site: Path) -> Path:
    """The same, where a room has no other."""
    return whole_site


def built(project: Path, folder: Path) -> Path:
    """The folder, with the site of the project in it."""
    command = [sys.executable, "-m", "macros.cli", "--project", str(project), "build", "--site-dir", str(folder)]
    outcome = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", errors="replace", check=False)
    if outcome.returncode:
        pytest.fail(f"The site could not be built:\n{outcome.stdout}{outcome.stderr}", pytrace=False)
    return folder


@pytest.fixture(scope="session")
def pages(whole_site: Path) -> dict[str, HtmlElement]:
    """Every page of the site, parsed, by its path below the root of the site: "bao-cao/2022-s1/index.html"."""
    return parsed(whole_site)


def parsed(site: Path) -> dict[str, HtmlElement]:
    """Every page below a folder, by its path."""
    paths = sorted(site.rglob("*.html"))
    return {path.relative_to(site).as_posix(): lxml.html.fromstring(path.read_text("utf-8")) for path in paths}


# ---- the first report alone: tests that quote it are true whatever is published next; laws hold on all the site ------


@pytest.fixture(scope="session")
def first_project(shared: Shared) -> Path:
    """The repository's project with the first report alone: the repository itself while it has no other.

    It is shared by all tests: look, do not write.
    """
    return ROOT if is_alone(ROOT) else shared("first-project", partial(first_alone, ROOT))


@pytest.fixture(scope="session")
def first_catalogue(first_project: Path) -> Catalogue:
    """Its record, whose latest report is the first."""
    return load_catalogue(first_project)


@pytest.fixture(scope="session")
def first_site(first_project: Path, request: pytest.FixtureRequest, shared: Shared) -> Path:
    """The site built from it."""
    if first_project == ROOT:
        return request.getfixturevalue("whole_site")
    return shared("first-site", partial(built, first_project))


@pytest.fixture(scope="session")
def first_pages(first_project: Path, first_site: Path, request: pytest.FixtureRequest) -> dict[str, HtmlElement]:
    """Every page of that site, parsed, by its path below the root of the site."""
    return request.getfixturevalue("pages") if first_project == ROOT else parsed(first_site)


@pytest.fixture(scope="session")
def first_server(first_site: Path) -> Iterator[str]:
    """The address at which that site is served, in the same way as the others."""
    with served(first_site) as address:
        yield address


@pytest.fixture(scope="session")
def report_page(first_pages: dict[str, HtmlElement]) -> HtmlElement:
    """The page of the first report."""
    return first_pages["bao-cao/2022-s1/index.html"]


@pytest.fixture(scope="session")
def report_json(first_site: Path) -> dict[str, Any]:
    """The first report as published for machines."""
    return json.loads((first_site / "api/v1/reports/2022-S1.json").read_text("utf-8"))


# ---- an invented project of many reports ----------------------------------------------------------------------------


@pytest.fixture(scope="session")
def demo_project(shared: Shared) -> Path:
    """The invented project of 8 periods and seed 1, with its git history; `tests.demo.truth` knows what it says.

    It is shared by all tests: look, do not write.
    """
    return shared("demo-project", partial(write_demo, ROOT, periods=8, seed=1))


@pytest.fixture(scope="session")
def demo_site(demo_project: Path, shared: Shared) -> Path:
    """The site of the invented project, built once for all tests."""
    return shared("demo-site", partial(built, demo_project))


@pytest.fixture(scope="session")
def demo_pages(demo_site: Path) -> dict[str, HtmlElement]:
    """Every page of the invented project's site, parsed, by its path below the root of the site."""
    return parsed(demo_site)


@pytest.fixture(scope="session")
def server(whole_site: Path) -> Iterator[str]:
    """The address at which the site is served on this machine, under a strict policy, ending in "/"."""
    with served(whole_site) as address:
        yield address


@pytest.fixture(scope="session")
def demo_server(demo_site: Path) -> Iterator[str]:
    """The address at which the invented project's site is served in the same way."""
    with served(demo_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; on a machine that has none the test fails where CI demands one and is skipped elsewhere."""
    path = find_browser()
    if path is None:
        reason = "no Chromium, Chrome or Edge on this machine; tests/browser/install.py installs one"
        if os.environ.get(BROWSER_REQUIRED) == "1":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=launch_flags())
        yield with_kept_windows(chromium)
        chromium.close()
