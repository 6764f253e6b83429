"""A site opened in a browser by a script that a person runs."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.install import find_browser, launch_flags
from tests.browser.serving import served

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def opened_site(site: Path | None) -> Iterator[tuple[Browser, str]]:
    """A browser, and the address at which the site is served; None is the site of this repository, built first.

    Without a browser the script ends and says how to get one.
    """
    path = find_browser()
    if path is None:
        sys.exit("Chưa có Chromium. Hãy chạy: python tests/browser/install.py")
    with tempfile.TemporaryDirectory() as folder:
        given = site or _built(Path(folder) / "site")
        with served(given) as server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=launch_flags())
            yield browser, server
            browser.close()


def _built(site: Path) -> Path:
    command = [sys.executable, "-m", "macros.cli", "--project", str(ROOT), "build", "--site-dir", str(site)]
    subprocess.run(command, cwd=ROOT, check=True)
    return site
