"""What reading a project is kept in can be spoilt at will, and shared: it changes nothing that a check says."""

import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.publication.ledger import FOLDER, opened
from macros.publication.project_store import ProjectStore, tidied
from tests.loading.projects import outcome

ROOT = Path(__file__).resolve().parents[2]
Harm = Callable[[list[Path]], None]


def store(root: Path) -> ProjectStore:
    ledger = opened(root)
    assert ledger is not None
    return ProjectStore(ledger)


def entries(root: Path) -> list[Path]:
    return sorted(path for path in (root / FOLDER).rglob("*") if path.is_file())


def _cut(paths: list[Path]) -> None:
    for path in paths:
        path.write_bytes(path.read_bytes()[:-9])


def _altered(paths: list[Path]) -> None:
    chance = random.Random(1)
    for path in paths:
        content = bytearray(path.read_bytes())
        content[chance.randrange(len(content))] ^= 1
        path.write_bytes(content)


def _exchanged(paths: list[Path]) -> None:
    """Each is sealed, with its own name."""
    contents = [path.read_bytes() for path in paths]
    for path, content in zip(paths, [*contents[1:], contents[0]], strict=True):
        path.write_bytes(content)


def _emptied(paths: list[Path]) -> None:
    for path in paths:
        path.write_bytes(b"")


@pytest.mark.parametrize("harm", [_cut, _altered, _exchanged, _emptied])
def test_a_spoilt_entry_is_none(project: Path, harm: Harm) -> None:
    told = outcome(project, store(project))
    assert told == outcome(project)
    harm(entries(project))
    assert outcome(project, store(project)) == told
    assert outcome(project, store(project)) == told, "what was spoilt is kept anew"


def test_an_entry_of_another_user_is_none(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "other"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "other"))
    outcome(project, store(project))
    foreign = {path: path.read_bytes() for path in entries(project)}
    monkeypatch.undo()
    told = outcome(project)
    assert outcome(project, store(project)) == told
    assert all(path.read_bytes() != content for path, content in foreign.items()), "each was made and kept anew"


def test_checks_at_once_say_the_same(project: Path) -> None:
    command = [sys.executable, "-m", "macros.cli", "--project", str(project), "check"]
    alone = subprocess.run([*command, "--no-cache"], cwd=ROOT, capture_output=True, check=False)
    both = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    for process in both:
        assert (*process.communicate(), process.returncode) == (alone.stdout, alone.stderr, alone.returncode)
    again = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert (again.stdout, again.stderr, again.returncode) == (alone.stdout, alone.stderr, alone.returncode)


def test_a_check_that_keeps_nothing_leaves_nothing(project: Path) -> None:
    with tidied(None) as nothing:
        assert nothing is None
        outcome(project, nothing)
    assert not (project / FOLDER).exists()


def test_what_was_kept_is_no_part_of_the_project_s_place(project: Path, tmp_path: Path) -> None:
    told = outcome(project, store(project))
    moved = shutil.copytree(project, tmp_path / "elsewhere")
    before = entries(moved)
    assert outcome(moved, store(moved)) == told
    assert entries(moved) == before, "nothing was kept anew"
