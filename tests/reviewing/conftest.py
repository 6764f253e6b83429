"""The small project as a git repository with one commit, in which a test edits and commits."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.good_project import GOOD
from tests.good_project import edit as edit_file
from tests.history.repositories import Git, committed


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return shutil.copytree(GOOD, tmp_path / "nho")


@pytest.fixture
def git(project: Path) -> Git:
    """Runs git in the project."""
    return committed(project)


@pytest.fixture
def edit(project: Path) -> Callable[[str, str, str], None]:
    """Replaces one text of a file, named by its path below the project, by another."""
    return lambda path, before, after: edit_file(project / path, before, after)
