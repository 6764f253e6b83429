"""A build has git read nothing but in the fixed way: no setting of a machine or a repository runs a program."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.history.repositories import Git

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(os.name != "posix", reason="the script that stands for git is one of a shell")
@pytest.mark.parametrize("command", ["check", "build"])
def test_git_is_called_in_the_fixed_way_alone(project: Path, git: Git, tmp_path: Path, command: str) -> None:
    real = shutil.which("git")
    folder, calls = tmp_path / "bin", tmp_path / "calls"
    folder.mkdir()
    (folder / "git").write_text(f'#!/bin/sh\nprintf "%s %s\\n" "$1" "$2" >> "{calls}"\nexec "{real}" "$@"\n')
    (folder / "git").chmod(0o755)
    subprocess.run(
        [sys.executable, "-m", "macros.cli", "--project", project, command],
        cwd=ROOT,
        env=os.environ | {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        check=True,
    )
    assert set(calls.read_text().splitlines()) == {"--no-pager -C"}
