"""A check says again what it said of the same, without reading it; whatever may change its words is looked at."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.checks.lint.misplaced import _FOLDERS, _ROOMS
from macros.commands import judging
from macros.history import public_states
from macros.history.git import Log
from macros.problems.problem import nearest
from macros.publication import same_check
from macros.record import Knowledge
from tests.good_project import edit
from tests.history.repositories import Git
from tests.publication.conftest import Run
from tests.publication.test_ledger import HEAVY

ROOT = Path(__file__).resolve().parents[2]
WATCHED = f"""
import sys
from macros.cli import main
try:
    main(sys.argv[1:])
finally:
    print(sorted(sys.modules.keys() & set({HEAVY})))
"""


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The projects that were really checked, one after the other."""
    checked: list[Path] = []
    outcome = judging.outcome

    def watched(root: Path, *others: object) -> same_check.Outcome:
        checked.append(root)
        return outcome(root, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(judging, "outcome", watched)
    return checked


def alone(project: Path, *options: str) -> tuple[str, str]:
    """What a check in a process of its own says, and which heavy modules it has loaded."""
    command = [sys.executable, "-c", WATCHED, "--project", str(project), "check", *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    *said, loaded = done.stdout.splitlines()
    return "\n".join(said) + done.stderr, loaded


@pytest.mark.parametrize("typed", [["--help"], ["build", "--help"], ["chek"], ["--version", "x"], []])
def test_a_command_that_reads_nothing_loads_nothing_that_reads(typed: list[str]) -> None:
    done = subprocess.run([sys.executable, "-c", WATCHED, *typed], cwd=ROOT, capture_output=True, encoding="utf-8")
    heavy = [name for name in HEAVY if f"'{name}'" in done.stdout.splitlines()[-1]]
    assert heavy == (["importlib.metadata"] if "--version" in typed else [])


def test_a_second_check_loads_nothing_that_reads_and_says_the_same(project: Path, git: Git) -> None:
    said, loaded = alone(project)
    assert "macros.loading.assembly" in loaded
    assert alone(project) == (said, "[]")


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_errors_and_their_status_are_said_again(run: Run, project: Path, checks: list[Path], form: str) -> None:
    edit(project / "data/reports/2031-S1.yaml", "value: 48", "value: bốn mươi")
    first = run("check", "--format", form)
    assert first.status == 1
    assert run("check", "--format", form) == first
    assert len(checks) == 1
    # As a whole run says it.
    assert run("check", "--format", form, "--no-cache") == first
    assert len(checks) == 2


def test_what_is_asked_for_counts(run: Run, checks: list[Path]) -> None:
    asked = (["check"], ["check", "--all"], ["check", "--format", "json"], ["check", "--format", "github"])
    first = [run(*command) for command in asked]
    assert [run(*command) for command in asked] == first
    assert len(checks) == len(asked)


@pytest.mark.parametrize(
    "changed",
    [
        lambda project: edit(project / "data/reports/2031-S1.yaml", "value: 48", "value: 49"),
        lambda project: edit(project / "docs/gioi-thieu.md", "# Giới thiệu", "# Giới thiệu trang"),
        lambda project: edit(project / "mkdocs.yml", "site_name: ", "site_name: Trang "),
        lambda project: (project / "2031-S2.yaml").write_text("x"),
        lambda project: (project / "datas").mkdir() or (project / "datas/2031-S2.yaml").write_text("x"),
        lambda project: (
            (project / "reports/sau").mkdir(parents=True) or (project / "reports/sau/a.yaml").write_text("x")
        ),
        lambda project: (project / "Data").mkdir(),
        lambda project: (project / "docs.md").symlink_to("mkdocs.yml"),
    ],
)
def test_whatever_a_check_looks_at_counts(
    run: Run, project: Path, checks: list[Path], changed: Callable[[Path], object]
) -> None:
    run("check")
    changed(project)
    second = run("check")
    assert len(checks) == 2
    assert run("check", "--no-cache") == second


def test_where_the_guide_stands_counts(
    run: Run, project: Path, checks: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "2031-S2.yaml").write_text("x")
    said = [run("check").out]
    (project / "site/huong-dan/loi").mkdir(parents=True)
    (project / "site/huong-dan/loi/index.html").write_text("x")
    said.append(run("check").out)
    monkeypatch.setenv("CONGKHAI_SITE_URL", "https://vi-du.example/")
    said.append(run("check").out)
    assert len(checks) == len(set(said)) == 3


def test_a_site_is_no_folder_whose_files_a_check_looks_for(run: Run, project: Path, checks: list[Path]) -> None:
    assert not nearest("site", [*_ROOMS, *_FOLDERS])
    (project / "site").mkdir()
    first = run("check")
    (project / "site/2031-S2.yaml").write_text("x")
    assert run("check") == first
    assert len(checks) == 1


def test_what_is_wrong_while_git_cannot_be_read_is_looked_for_again(
    run: Run, project: Path, git: Git, checks: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(project / "data/reports/2031-S1.yaml", "value: 48", "value: bốn mươi")
    with monkeypatch.context() as failing:
        failing.setattr(public_states, "recorded", lambda root, folders: Log(Knowledge.UNREADABLE))
        assert run("check").status == 1
    assert run("check") == run("check", "--no-cache")
    assert len(checks) == 3


def test_a_change_while_the_check_runs_is_not_taken_for_what_it_read(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = project / "data/reports/2031-S1.yaml"
    sound, outcome = report.read_text("utf-8"), judging.outcome

    def edited_meanwhile(root: Path, *others: object) -> same_check.Outcome:
        edit(report, "value: 48", "value: bốn mươi")
        return outcome(root, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(judging, "outcome", edited_meanwhile)
    assert run("check").status == 1
    monkeypatch.setattr(judging, "outcome", outcome)
    report.write_text(sound, "utf-8", newline="")
    assert run("check").status == 0


def test_more_files_beside_than_are_worth_a_look_are_a_doubt(
    run: Run, project: Path, checks: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(same_check, "_MOST_BESIDE", 3)
    for number in range(4):
        (project / f"tep-{number}.txt").write_text("x")
    assert run("check") == run("check")
    assert len(checks) == 2
