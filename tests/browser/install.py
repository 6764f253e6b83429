"""Finds a Chromium that Playwright can drive, and installs one if there is none.

Run by `make test`; `find_browser` and `launch_flags` are also what the browser tests use. Needs only the standard
library until a page is opened.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import TextIOWrapper
from pathlib import Path

CHOICE = "CONGKHAI_CHROMIUM"
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chrome",
    "msedge",
)
# The font package gives the pages Vietnamese letters on a machine that has no fonts at all.
DEBIAN_BROWSER = ("chromium", "fonts-noto-core")
# What Playwright's own Node.js is linked with and a minimal Debian lacks.
DEBIAN_DRIVER = ("libatomic1",)
TITLE = "Công khai cải cách hành chính"


class BrowserError(Exception):
    """No browser can be had or driven; the message, in Vietnamese, says why and what to do."""


def find_browser() -> Path | None:
    """The browser to drive: the one chosen by CONGKHAI_CHROMIUM, else one on the machine, else Playwright's own.

    None when there is none; a choice that does not exist is not replaced by another browser.
    """
    if choice := os.environ.get(CHOICE):
        path = shutil.which(choice)
        return Path(path) if path else None
    return next((path for path in _candidates() if _starts(path)), None)


def launch_flags() -> list[str]:
    """Flags for a Chromium that makes no connection of its own; as root it does not start inside its sandbox."""
    flags = [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    return ["--no-sandbox", *flags] if _is_root() else flags


def install_browser() -> None:
    """Installs a browser: Debian's package where that is allowed without asking, else Playwright's own build.

    Raises BrowserError when neither can be had.
    """
    if _install_from_debian(DEBIAN_BROWSER):
        return
    print("Tải Chromium của Playwright ...", flush=True)
    if subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False).returncode:
        raise BrowserError(
            "Không cài được trình duyệt. Hãy tự cài Chromium, Chrome hoặc Edge rồi chạy lại;\n"
            f"nếu trình duyệt nằm ở chỗ khác thường, hãy đặt biến {CHOICE}=/đường/dẫn/tới/chromium.\n"
            f"Trên Debian: sudo apt-get install {' '.join(DEBIAN_BROWSER)}"
        )


def prepare_driver() -> None:
    """Makes sure that Playwright itself starts; raises BrowserError when it does not."""
    complaint = _drivers_complaint()
    if complaint and _install_from_debian(DEBIAN_DRIVER):
        complaint = _drivers_complaint()
    if complaint:
        raise BrowserError(
            f"Playwright không khởi động được:\n{complaint}\n"
            f"Nếu thiếu thư viện, trên Debian hoặc Ubuntu: sudo apt-get install {' '.join(DEBIAN_DRIVER)}"
        )


def open_a_page(browser: Path) -> None:
    """Opens a Vietnamese page served on this machine; raises BrowserError when the browser cannot be driven."""
    from playwright.sync_api import Error, sync_playwright

    try:
        with _served_page() as address, sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=browser, args=launch_flags())
            page = chromium.new_page()
            page.goto(address)
            title = page.title()
            chromium.close()
    except Error as error:
        raise BrowserError(
            f"Playwright không điều khiển được {browser}:\n{_reason(error.message)}\n"
            f"Hãy thử một trình duyệt khác: {CHOICE}=/đường/dẫn/tới/chromium make test"
        ) from error
    if title != TITLE:
        raise BrowserError(f"{browser} mở trang thử nhưng đọc được tiêu đề {title!r}.")


def main() -> int:
    """Makes sure that a browser can be driven, says which, and returns the exit code."""
    _speak_utf8()
    try:
        prepare_driver()
        browser = _found_or_installed()
        open_a_page(browser)
    except BrowserError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Trình duyệt để kiểm thử: {browser}", flush=True)
    return 0


def _found_or_installed() -> Path:
    if browser := find_browser():
        return browser
    if choice := os.environ.get(CHOICE):
        raise BrowserError(f"{CHOICE}={choice} không phải là một chương trình chạy được. Hãy sửa hoặc bỏ biến này.")
    install_browser()
    if browser := find_browser():
        return browser
    raise BrowserError(f"Đã cài nhưng không tìm thấy trình duyệt. Hãy đặt biến {CHOICE}=/đường/dẫn/tới/chromium.")


def _candidates() -> Iterator[Path]:
    for name in NAMES:
        if path := shutil.which(name):
            yield Path(path)
    yield from (path for path in _usual_places() if path.is_file())
    if (own := _playwrights_own()) and own.is_file():
        yield own


def _usual_places() -> list[Path]:
    if sys.platform == "win32":
        folders = filter(None, map(os.environ.get, ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")))
        vendors = {"Chromium": "chrome", "Google/Chrome": "chrome", "Microsoft/Edge": "msedge"}
        return [Path(f, v, "Application", f"{name}.exe") for f in folders for v, name in vendors.items()]
    if sys.platform == "darwin":
        folders = (Path("/Applications"), Path.home() / "Applications")
        names = ("Chromium", "Google Chrome", "Microsoft Edge")
        return [folder / f"{name}.app/Contents/MacOS/{name}" for folder in folders for name in names]
    return []


def _playwrights_own() -> Path | None:
    """Where Playwright keeps, or would keep, the browser that it downloads.

    Asked in a process of its own, as Playwright cannot be started twice in the one that runs the tests.
    """
    question = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    command = [sys.executable, "-X", "utf8", "-c", question]
    answer = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return Path(answer.stdout.strip()) if answer.returncode == 0 else None


def _starts(path: Path) -> bool:
    """Whether the program tells its version; Ubuntu's `chromium-browser` may be a script that only asks for a snap."""
    if sys.platform == "win32":
        return True  # there --version opens a window instead
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=300, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _drivers_complaint() -> str:
    """What Playwright says when it does not start; nothing when it does."""
    command = [sys.executable, "-m", "playwright", "--version"]
    answer = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    return (answer.stderr.strip() or f"mã lỗi {answer.returncode}") if answer.returncode else ""


def _install_from_debian(packages: tuple[str, ...]) -> bool:
    """True when apt-get could be used without asking and has installed the packages.

    False is not yet a failure: Ubuntu, for one, has no package called `chromium`.
    """
    root = _root_prefix()
    if root is None or not shutil.which("apt-get"):
        return False
    print(f"Cài bằng apt-get: {' '.join(packages)} ...", flush=True)
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    # One stale source makes an update fail and need not stop the install, so only the install's outcome counts.
    _run_quietly([*apt, "update"])
    return _run_quietly([*apt, "install", "--yes", "--no-install-recommends", *packages])


def _run_quietly(command: list[str]) -> bool:
    """Whether the command succeeds; what it says is shown only when it fails."""
    outcome = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if outcome.returncode:
        print(outcome.stdout, file=sys.stderr, flush=True)
    return outcome.returncode == 0


def _root_prefix() -> list[str] | None:
    """What makes a command run as root without a question; None where that is not to be had."""
    if _is_root():
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


class _Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(f"<!doctype html><html lang=vi><title>{TITLE}</title>".encode())

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: one request is expected."""


def _reason(message: str) -> str:
    """Playwright's first line and what the browser itself said, without the long command line and the log."""
    first, *rest = message.partition("Call log:")[0].splitlines()
    return "\n".join([first, *(line for line in rest if "[err]" in line)])


@contextmanager
def _served_page() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Page) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
