"""What is kept of reports changes nothing: whatever was edited since, loading tells what it would without."""

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from macros.store import Store
from tests.demo.project import write_demo
from tests.loading.projects import EDITS, outcome, publication
from tests.sharing import Shared
from tests.stores import MappedStore

ROOT = Path(__file__).parent.parent.parent
# Of a project with a history most edits of what was published are mistakes; of one without, few are.
_WITH_HISTORY = ["a value", "a note", "a draft again", "a revision", "a label of the form", "a report that goes"]
_OF_HISTORY = ["a commit", "another history", "another branch", "no history"]


@pytest.fixture(scope="session")
def recorded(shared: Shared) -> Path:
    """An invented project of five reports with its history; look, do not write."""

    def make(folder: Path) -> None:
        write_demo(ROOT, folder, 5, 1)

    return shared("five-reports", make)


@pytest.fixture(scope="session")
def plain(shared: Shared, recorded: Path) -> Path:
    """The same without its history."""
    return shared("five-plain-reports", lambda folder: shutil.copytree(recorded, folder, ignore=lambda *_: [".git"]))


@pytest.fixture(scope="session")
def kept_recorded(recorded: Path) -> MappedStore:
    """What a check of the project with a history has left; copy it to use it."""
    store = MappedStore()
    assert outcome(recorded, store)[0] == "sound"
    return store


@pytest.fixture(scope="session")
def kept_plain(plain: Path) -> MappedStore:
    store = MappedStore()
    assert outcome(plain, store)[0] == "sound"
    return store


def _is_as_if_nothing_were_kept(told: Path, kept: MappedStore, folder: Path, edit: str) -> None:
    project = shutil.copytree(told, folder / "p")
    EDITS[edit](project)
    cold, store = outcome(project), MappedStore(entries=dict(kept.entries))
    assert outcome(project, store) == cold
    assert outcome(project, store) == cold, "with what was kept of the edited project"


@pytest.mark.parametrize("edit", [name for name in EDITS if name not in _OF_HISTORY])
def test_an_edited_project_loads_as_if_nothing_were_kept(
    plain: Path, kept_plain: MappedStore, tmp_path: Path, edit: str
) -> None:
    _is_as_if_nothing_were_kept(plain, kept_plain, tmp_path, edit)


@pytest.mark.parametrize("edit", [*_WITH_HISTORY, *_OF_HISTORY])
def test_so_does_one_with_a_history(recorded: Path, kept_recorded: MappedStore, tmp_path: Path, edit: str) -> None:
    _is_as_if_nothing_were_kept(recorded, kept_recorded, tmp_path, edit)


@pytest.mark.parametrize("seed", range(3))
def test_edits_one_after_the_other_load_as_if_nothing_were_kept(recorded: Path, tmp_path: Path, seed: int) -> None:
    chance, store, project = random.Random(seed), MappedStore(), tmp_path / "p"
    for name in chance.sample(list(EDITS), 6):
        if not project.exists() or chance.random() < 0.4:
            # Mended: all is again as it was, whatever was kept meanwhile.
            shutil.rmtree(project, ignore_errors=True)
            shutil.copytree(recorded, project)
        try:
            EDITS[name](project)
        except (AssertionError, OSError, subprocess.CalledProcessError):
            continue  # an edit before it took away what it would change
        assert outcome(project, store) == outcome(project), name


@pytest.mark.parametrize("edit", ["nothing", "a value", "a link between reports", "a name that is withheld no more"])
def test_a_site_is_made_from_the_same(plain: Path, kept_plain: MappedStore, tmp_path: Path, edit: str) -> None:
    project = shutil.copytree(plain, tmp_path / "p")
    EDITS[edit](project)
    assert publication(project, MappedStore(entries=dict(kept_plain.entries))) == publication(project)


@pytest.mark.parametrize(
    ("edit", "new"), [("nothing", 0), ("a value", 1), ("a paragraph", 1), ("a question", 1), ("a label of the form", 5)]
)
def test_only_what_changed_is_kept_anew(
    plain: Path, kept_plain: MappedStore, tmp_path: Path, edit: str, new: int
) -> None:
    project = shutil.copytree(plain, tmp_path / "p")
    EDITS[edit](project)
    store = MappedStore(entries=dict(kept_plain.entries))
    outcome(project, store)
    # Of each report an entry of its own, and one of what git tells of it.
    assert len(store.entries) == len(kept_plain.entries) + 2 * new


def test_bodies_are_not_unpacked_before_somebody_asks(plain: Path, kept_plain: MappedStore) -> None:
    catalogue = publication(plain, kept_plain)[0]
    assert [report for report in catalogue.reports if "observations" in report.__dict__] == []  # type: ignore[attr-defined]


def test_another_program_takes_nothing(plain: Path, kept_plain: MappedStore) -> None:
    store = MappedStore(program="2", entries=dict(kept_plain.entries))
    assert outcome(plain, store) == outcome(plain)
    assert (store.found, len(store.entries)) == (0, 2 * len(kept_plain.entries))


@pytest.mark.parametrize(
    "spoilt", [b"", b"\x80\x05.", b"\x80\x05cos\nsystem\n(S'true'\ntR."], ids=["empty", "cut", "hostile"]
)
def test_what_is_no_entry_of_ours_is_none(plain: Path, kept_plain: MappedStore, spoilt: bytes) -> None:
    """The ledger lets none of them through; a store that does makes no code run."""
    store: Store = MappedStore(entries=dict.fromkeys(kept_plain.entries, spoilt))
    assert outcome(plain, store) == outcome(plain)
