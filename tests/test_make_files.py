"""Windows without make has the same targets, with the same tools."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
BATCH = (ROOT / "make.cmd").read_bytes().decode("utf-8")
# What maintainers do, on a machine with make.
MAINTAINERS = {"fuzz", "rooms", "screenshots", "accessibility", "lighthouse", "clean"}


def test_every_target_is_there_and_described() -> None:
    described = set(re.findall(r"^([a-z]+):.*## ", MAKEFILE, re.MULTILINE)) - MAINTAINERS
    labels = set(re.findall(r"^:([a-z]+)\r$", BATCH, re.MULTILINE))
    assert described <= labels
    assert described <= set(re.findall(r'^if /i "%~1"=="(\w+)" goto \1\r$', BATCH, re.MULTILINE))
    assert described <= set(re.findall(r"^echo   make (\w+) +\S", BATCH, re.MULTILINE))


def test_the_locks_are_made_in_the_same_way() -> None:
    assert "requirements/tools.lock" in MAKEFILE
    assert "requirements\\tools.lock" in BATCH
    options = re.search(r"uv pip compile (.*?)--custom-compile-command", MAKEFILE, re.DOTALL)
    assert options is not None
    assert [option for option in re.findall(r"--[a-z-]+", options[1]) if option not in BATCH] == []


def test_a_batch_file_has_the_line_ends_of_windows() -> None:
    assert BATCH.count("\n") == BATCH.count("\r\n")


def test_every_package_is_installed_by_its_hash() -> None:
    installed = [
        line for line in f"{MAKEFILE}\n{BATCH}".splitlines() if re.search(r"\bpip\b.* install |%PIP% install", line)
    ]
    assert installed
    assert [line for line in installed if "--require-hashes" not in line and "--no-index" not in line] == []
    for lock in sorted((ROOT / "requirements").glob("*.lock")):
        pins = re.findall(r"^([a-z0-9][\w.-]*==\S+)(.*)$", lock.read_text("utf-8"), re.MULTILINE)
        assert pins, lock
        assert [pin for pin, rest in pins if not rest.endswith("\\")] == [], lock
