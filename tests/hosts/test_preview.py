"""The preview follows the data, and keeps serving the last good build while they are wrong."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

PAGE = "chi-tieu/ho-so-tiep-nhan/"
ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 300.0


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (project / "macros").mkdir()  # the preview watches the code of the project
    command = [sys.executable, "-m", "macros.cli", "--project", str(project), "serve", "--port", str(port)]
    log = (project.parent / "log").open("w")
    preview = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log, env={**os.environ, "PYTHONPATH": str(ROOT)})
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        preview.terminate()
        preview.wait(PATIENCE)
        log.close()


def eventually_shows(url: str, words: str) -> bool:
    """Whether the page shows the words before patience ends."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urlopen(url, timeout=PATIENCE) as answer:
                if words in answer.read().decode("utf-8"):
                    return True
        except (URLError, TimeoutError, ConnectionError):
            pass
        time.sleep(0.2)
    return False


def eventually_logs(project: Path, words: str) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if words in (project.parent / "log").read_text("utf-8"):
            return True
        time.sleep(0.2)
    return False


def test_a_change_is_shown_and_a_mistake_keeps_the_last_good_page(project: Path, address: str) -> None:
    report = project / "data/reports/2031-A1.yaml"
    assert eventually_shows(address + PAGE, "112\u00a0hồ sơ")
    report.write_text(report.read_text("utf-8").replace("value: 112", "value: 113"), "utf-8")
    assert eventually_shows(address + PAGE, "113\u00a0hồ sơ")
    report.write_text(report.read_text("utf-8").replace("value: 113", "value: 113%"), "utf-8")
    assert eventually_logs(project, "E402")
    assert eventually_logs(project, "Chưa dựng lại được")
    assert eventually_shows(address + PAGE, "113\u00a0hồ sơ")
    report.write_text(report.read_text("utf-8").replace("value: 113%", "value: 114"), "utf-8")
    assert eventually_shows(address + PAGE, "114\u00a0hồ sơ")
