"""What the tests of publishing share."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import NamedTuple

import pytest

from macros.cli import main
from macros.publication.build import build_site
from tests.good_project import GOOD
from tests.sharing import Shared


class Outcome(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(project: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command in a copy of the small project."""

    def run(*arguments: str) -> Outcome:
        with pytest.raises(SystemExit) as ended:
            main(["--project", str(project), *arguments])
        printed = capsys.readouterr()
        return Outcome(int(ended.value.code or 0), printed.out, printed.err)

    return run


@pytest.fixture(scope="session")
def built_project(shared: Shared) -> Path:
    """The small project with its site, as a build leaves both. It is shared by all tests: look, do not write."""

    def make(folder: Path) -> None:
        copytree(GOOD, folder)
        build_site(folder, folder / "site")

    return shared("good-built", make)


@pytest.fixture
def standing(built_project: Path, project: Path) -> Path:
    """The site of the small project's copy, as a build has left it there."""
    copytree(built_project, project, dirs_exist_ok=True)
    return project / "site"
