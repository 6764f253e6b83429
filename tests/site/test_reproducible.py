"""A build is a function of the commit: no clock, no place, no order of a set or of the disk."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Runs the command line on a day far from today, whatever machine it is on.
ON_ANOTHER_DAY = """
import datetime, runpy, time

class Clock(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(days=500)

    @classmethod
    def utcnow(cls):
        return super().utcnow() + datetime.timedelta(days=500)

class Calendar(datetime.date):
    @classmethod
    def today(cls):
        return super().today() + datetime.timedelta(days=500)

real_time = time.time
datetime.datetime = Clock
datetime.date = Calendar
time.time = lambda: real_time() + 500 * 86400
runpy.run_module("macros.cli", run_name="__main__", alter_sys=True)
"""


def built(folder: Path, start: list[str], **environment: str) -> dict[str, bytes]:
    """Every file of a build into the folder, by its path there."""
    command = [sys.executable, *start, "build", "--site-dir", str(folder)]
    outcome = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if outcome.returncode:
        pytest.fail(f"The site could not be built:\n{outcome.stdout}{outcome.stderr}", pytrace=False)
    return files(folder)


def files(folder: Path) -> dict[str, bytes]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.mark.parametrize("address", ["", "https://cchc.example.vn/bao-cao/"], ids=["no address", "published address"])
def test_two_builds_of_one_working_tree_are_the_same_bytes(tmp_path: Path, whole_site: Path, address: str) -> None:
    command = ["-m", "macros.cli"]
    here = built(tmp_path / "here", command, CONGKHAI_SITE_URL=address) if address else files(whole_site)
    elsewhere = built(
        tmp_path / "further" / "elsewhere",
        ["-c", ON_ANOTHER_DAY],
        CONGKHAI_SITE_URL=address,
        PYTHONHASHSEED="12345",
        TZ="Pacific/Kiritimati",
        LANG="C",
        LC_ALL="C",
    )
    assert here.keys() == elsewhere.keys()
    assert [path for path in sorted(here) if here[path] != elsewhere[path]] == []
    assert "sitemap.xml.gz" in here
