"""What is kept of reports changes nothing: whatever was edited since, loading tells what it would without."""

import io
import pickle
import random
import shutil
import subprocess
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from macros.kinds import Kind
from macros.loading.kept_histories import KeptHistory
from macros.loading.kept_parts import KEPT_PARTS
from macros.loading.kept_reports import KeptReport
from macros.reading.narrative import PageSummary
from macros.reading.outline import Outline
from macros.reading.report_summary import ReportSummary
from macros.record import Edition, Observation, Report, Vintage
from macros.record.relation import CheckResult
from macros.record.report import BODY, DETAILS, HEAD
from macros.store import Store, shared_part
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


class _Watched(pickle.Unpickler):
    """Makes whatever is asked for, and notes it."""

    def __init__(self, content: bytes, met: set[type]) -> None:
        super().__init__(io.BytesIO(content))
        self._met = met

    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name)
        if found is shared_part:
            return lambda name: name
        self._met.add(found)
        return found


def test_every_class_of_a_kept_entry_is_on_the_list(kept_recorded: MappedStore) -> None:
    """Else an entry could never be read, and nobody would be told."""
    met: set[type] = set()
    for content in kept_recorded.entries.values():
        classes: set[type] = set()
        entry = _Watched(content, classes).load()
        if isinstance(entry, KeptReport | KeptHistory):
            _Watched(entry.body if isinstance(entry, KeptReport) else entry.rest, classes).load()
            met |= classes
    dates = {kind for kind in met if kind.__module__ == "datetime"}
    assert met - {*KEPT_PARTS, KeptReport, KeptHistory} - dates == set()
    assert {KeptReport, KeptHistory, Observation, CheckResult, Vintage, ReportSummary, PageSummary} <= met


def _held(hint: Any, found: set[type]) -> None:
    """The classes of which a field may hold objects, with those that these hold; kinds are named, never held."""
    for part in get_args(hint):
        _held(part, found)
    if get_origin(hint) is not None or not isinstance(hint, type) or hint in found or issubclass(hint, Kind):
        return
    found.add(hint)
    hints = get_type_hints(hint, {**vars(sys.modules[hint.__module__]), "Outline": Outline})
    names = [field.name for field in fields(hint)] if is_dataclass(hint) else getattr(hint, "_fields", ())
    for name in names:
        _held(hints[name], found)


def test_every_class_that_a_field_of_an_entry_may_hold_is_on_the_list() -> None:
    """Also what no figure of the invented project has."""
    found: set[type] = set()
    report, edition = get_type_hints(Report), get_type_hints(Edition)
    hints = [report[name] for name in (*HEAD, *DETAILS, *BODY)] + [edition[field.name] for field in fields(Edition)]
    for hint in (*hints, ReportSummary, PageSummary, Vintage, *get_type_hints(KeptReport).values()):
        _held(hint, found)
    assert {kind for kind in found if kind.__module__.startswith("macros.")} - set(KEPT_PARTS) == set()


def test_the_list_does_not_depend_on_what_was_imported() -> None:
    named = [f"{kind.__module__}.{kind.__qualname__}" for kind in KEPT_PARTS]
    program = (
        "from macros.loading.kept_parts import KEPT_PARTS\n"
        "print(*(f'{kind.__module__}.{kind.__qualname__}' for kind in KEPT_PARTS))"
    )
    alone = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (alone.stdout.split(), len(set(named))) == (named, len(named))
    assert not [kind for kind in KEPT_PARTS if kind.__name__.startswith("_")]
