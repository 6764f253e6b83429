"""The small project as a git repository with one commit, in which a test edits and commits."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.good_project import GOOD

Git = Callable[..., str]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return shutil.copytree(GOOD, tmp_path / "nho")


@pytest.fixture
def git(project: Path) -> Git:
    """Runs git in the project, which is a repository with one commit that holds every file."""
    names = ["-c", "user.name=Ví dụ", "-c", "user.email=vi-du@vi-du.example", "-c", "commit.gpgsign=false"]

    def git(*arguments: str) -> str:
        command = ["git", "-C", str(project), *names, *arguments]
        return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout

    git("init", "--quiet", "--initial-branch=main")
    git("add", ".")
    git("commit", "--quiet", "--message=Lần đầu")
    return git


@pytest.fixture
def edit(project: Path) -> Callable[[str, str, str], None]:
    """Replaces one text of a file by another."""

    def edit(path: str, before: str, after: str) -> None:
        file = project / path
        text = file.read_text("utf-8")
        assert text.count(before) == 1, before
        file.write_text(text.replace(before, after), "utf-8", newline="\n")

    return edit
