"""A pipe, a socket or a device among the files is told of, and nobody waits for it."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.good_project import edit

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
PATIENCE = 600  # seconds: a busy machine is slow, and what waits would wait for ever
WAITS = "E107 đây không phải là tệp mà là chỗ để chương trình khác ghi vào"
LEADS = "E107 đây là liên kết tới chỗ khác trên máy, không phải tệp của dự án"


def told(project: Path, command: str, *more: str) -> list[str]:
    """The first lines of what a command tells; fails where it waits."""
    line = [sys.executable, "-m", "macros.cli", "--project", str(project), command, *more]
    outcome = subprocess.run(line, capture_output=True, encoding="utf-8", check=False, timeout=PATIENCE)
    assert outcome.returncode == 1
    return [said for said in (outcome.stdout + outcome.stderr).split("\n") if ": E107 " in said or ": E101 " in said]


def test_nothing_that_waits_is_opened(project: Path, tmp_path: Path) -> None:
    pipes = ["data/reports/2032-S1.yaml", "data/quality/2032-S1.yaml", "docs/trang.md", "docs/bang.pdf", "docs/anh.png"]
    for name in pipes:
        (project / name).parent.mkdir(exist_ok=True)
        os.mkfifo(project / name)
    edit(project / "docs/gioi-thieu.md", "{{ agency() }}", "[a](trang.md) [b](bang.pdf) ![c](anh.png)")
    outside = tmp_path / "ong"
    os.mkfifo(outside)
    (project / "docs/lien-ket.pdf").symlink_to(outside)
    (project / "data/indicators/moi.yaml").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listening:
        here = os.getcwd()
        os.chdir(project / "data")  # the name of a socket is short
        listening.bind("o-cam.yaml")
        os.chdir(here)
        expected = {*(f"{name}: {WAITS}" for name in [*pipes, "data/o-cam.yaml"])}
        expected |= {f"{name}: {LEADS}" for name in ("docs/lien-ket.pdf", "data/indicators/moi.yaml")}
        assert set(told(project, "check")) == expected
        assert set(told(project, "build", "--site-dir", str(tmp_path / "site"))) == expected


def test_a_file_that_the_project_needs_is_told_as_what_it_is(project: Path) -> None:
    for name in ("data/units.yaml", "docs/bao-cao/2031-s1.md"):
        (project / name).unlink()
        os.mkfifo(project / name)
    assert {f"{name}: {WAITS}" for name in ("data/units.yaml", "docs/bao-cao/2031-s1.md")} <= set(
        told(project, "check")
    )
