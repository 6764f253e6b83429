"""What was public is what the main line of history had, published, under a declared revision, and nothing else."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.history.git import Objects, recorded
from macros.history.public_states import read_past
from macros.record import Knowledge, ReportKey, series_key
from tests.history.repositories import Commit, git, public, report, write_history

REPORT = "data/reports/2031-S1.yaml"
ONE = (1, {"a": "48", "b": "7"})
TWO = (2, {"a": "49", "b": "7"})


def edits(*contents: bytes | None) -> list[Commit]:
    return [Commit({REPORT: content}) for content in contents]


def test_each_declared_revision_is_a_state(tmp_path: Path) -> None:
    write_history(tmp_path, edits(report("48"), report("49", revisions=2)))
    assert public(tmp_path) == [ONE, TWO]


def test_a_draft_is_no_state_and_neither_is_one_between_two_revisions(tmp_path: Path) -> None:
    draft = report("50", status="draft")
    write_history(tmp_path, edits(draft, report("48"), draft, report("49", revisions=2)))
    assert public(tmp_path) == [ONE, TWO]


def test_what_leaves_every_figure_as_it_was_is_no_new_state(tmp_path: Path) -> None:
    same = [
        report("48").replace(b"status", b"# chu thich\nstatus"),
        report("48").replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + report("48"),
        report("48").replace(b"\n\n", b"\n"),
        report('"48"'),
        report("48").replace(b"- indicator: a\n    value: 48", b"- {indicator: a, value: 48}"),
    ]
    write_history(tmp_path, edits(report("48"), *same))
    assert public(tmp_path) == [ONE]


def test_a_figure_changed_without_a_revision_was_never_public(tmp_path: Path) -> None:
    write_history(tmp_path, edits(report("48"), report("999"), report("48"), report("49", revisions=2)))
    assert public(tmp_path) == [ONE, TWO]


def test_a_note_changed_without_a_revision_was_public(tmp_path: Path) -> None:
    write_history(tmp_path, edits(report("48"), report("48", note="Một cửa")))
    assert [
        state.version.figures[series_key("a")].note for state in read_past(tmp_path).states[ReportKey.parse("2031-S1")]
    ] == [
        None,
        "Một cửa",
    ]


def test_a_revert_brings_the_earlier_revision_back(tmp_path: Path) -> None:
    write_history(tmp_path, edits(report("48"), report("49", revisions=2), report("48"), report("49", revisions=2)))
    assert public(tmp_path) == [ONE, TWO, ONE, TWO]


def test_a_file_that_goes_and_comes_back_is_the_same_report(tmp_path: Path) -> None:
    write_history(tmp_path, edits(report("48"), None, report("48"), report("49", revisions=2)))
    assert public(tmp_path) == [ONE, TWO]


def test_a_report_is_known_by_its_period_whatever_its_file_is_called(tmp_path: Path) -> None:
    other = "data/reports/bao-cao-nua-nam.yaml"
    commits = [
        Commit({other: report("48")}),
        Commit({other: None, REPORT: report("48")}),
        Commit({REPORT: report("49", revisions=2)}),
    ]
    write_history(tmp_path, commits)
    assert public(tmp_path) == [ONE, TWO]


def test_a_copy_of_a_report_under_another_name_speaks_for_no_one(tmp_path: Path) -> None:
    copy = "data/reports/ban-sao.yaml"
    write_history(tmp_path, [Commit({REPORT: report("48")}), Commit({copy: report("999", revisions=2)})])
    assert public(tmp_path) == [ONE]


@pytest.mark.parametrize("path", ["data/reports/cu/2031-S1.yaml", "data/reports/2031-S1.yml", "data/2031-S1.yaml"])
def test_what_no_build_reads_is_no_report(tmp_path: Path, path: str) -> None:
    write_history(tmp_path, [Commit({path: report("48")})])
    assert public(tmp_path) == []


def test_a_merge_counts_at_the_merge(tmp_path: Path) -> None:
    ids = write_history(
        tmp_path,
        [
            Commit({REPORT: report("48")}),
            Commit({REPORT: report("60", revisions=2)}, branch="khac"),
            Commit({REPORT: report("49", revisions=2)}, branch="khac"),
            Commit({"data/khac": b"x"}),
            Commit({REPORT: report("49", revisions=2)}, merges="khac"),
        ],
    )
    assert public(tmp_path) == [ONE, TWO]
    assert [state.commit.id for state in read_past(tmp_path).states[ReportKey.parse("2031-S1")]] == [ids[0], ids[4]]


def test_a_commit_made_twice_changes_nothing(tmp_path: Path) -> None:
    both = [Commit({REPORT: report("49", revisions=2)}, branch=branch) for branch in ("khac", "main")]
    merged = Commit({REPORT: report("49", revisions=2)}, merges="khac")
    write_history(tmp_path, [Commit({REPORT: report("48")}), *both, merged])
    assert public(tmp_path) == [ONE, TWO]


def test_a_report_whose_period_was_wrong_keeps_its_history_under_the_right_one(tmp_path: Path) -> None:
    right = "data/reports/2031-A1.yaml"
    corrected = report("49", revisions=2).replace(b"period: 2031-S1", b"period: 2031-A1")
    write_history(tmp_path, [Commit({REPORT: report("48")}), Commit({REPORT: None, right: corrected})])
    past = read_past(tmp_path)
    assert public(tmp_path, "2031-A1") == [ONE, TWO]
    former, now = map(ReportKey.parse, ("2031-S1", "2031-A1"))
    assert (dict(past.moved), public(tmp_path)) == ({former: now}, [])
    # Under the former period one revision was public.
    assert past.moved_reports() == {former: (now, frozenset({1}))}


def test_another_report_does_not_take_over_the_history_of_one_that_is_gone(tmp_path: Path) -> None:
    other = {"data/reports/2031-A1.yaml": report("49", revisions=2, period="2031-A1")}
    write_history(tmp_path, [Commit({REPORT: report("48")}), Commit({REPORT: None, **other})])
    assert (public(tmp_path), public(tmp_path, "2031-A1")) == ([ONE], [TWO])
    assert dict(read_past(tmp_path).moved) == {}


def test_the_project_may_lie_below_the_top_of_its_repository(tmp_path: Path) -> None:
    inside = "các dự án/một"
    paths = {f"{inside}/{REPORT}": report("48"), REPORT: report("999")}
    write_history(tmp_path, [Commit({path: content}) for path, content in paths.items()])
    assert public(tmp_path / inside) == [ONE]


# ---- what a history may hold -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe[[[",
        b"[" * 5_000,
        b"period: 2031-S1\nstatus: published\n" * 2,
        b"a: &a [1]\nb: [*a, *a]\n",
        report("48").replace(b"period: 2031-S1", b"period: 2031-X9"),
        report("48").replace(b"status: published", b"status: ban hanh"),
        report("48").replace(b"number: 1", b"number: mot"),
        report("48").replace(b"- indicator: a", b"- chi_tieu: a"),
        report("48", more="  - indicator: a\n    value: 1\n"),
        b"",
        b"\0" * 100,
    ],
)
def test_a_version_that_cannot_be_read_is_passed_over_and_named(tmp_path: Path, content: bytes) -> None:
    write_history(tmp_path, edits(report("48"), content, report("49", revisions=2)))
    assert public(tmp_path) == [ONE, TWO]
    assert read_past(tmp_path).unreadable == (REPORT,)


def test_what_is_no_file_of_text_is_passed_over(tmp_path: Path) -> None:
    id = write_history(tmp_path / "khac", edits(report("1")))[0]
    commits = [
        Commit({REPORT: report("48")}),
        Commit({REPORT: ("160000", id.encode())}),
        Commit({REPORT: ("120000", b"../units.yaml")}),
        Commit({b"data/reports/k\xff\xfe.yaml": report("999", revisions=2)}),
        Commit({b"data/reports/k\xff\xfe.yaml": b"[", REPORT: ("100755", report("49", revisions=3))}),
    ]
    write_history(tmp_path / "du-an", commits)
    past = read_past(tmp_path / "du-an")
    assert public(tmp_path / "du-an") == [ONE, (2, {"a": "999", "b": "7"}), (3, {"a": "49", "b": "7"})]
    assert past.unreadable == ("data/reports/k\\udcff\\udcfe.yaml",)


def test_a_content_that_would_not_fit_is_passed_over(tmp_path: Path) -> None:
    huge = report("999", revisions=2) + b"# " + b"x" * 6_000_000
    write_history(tmp_path, edits(report("48"), huge, report("49", revisions=2)))
    assert public(tmp_path) == [ONE, TWO]
    with Objects(tmp_path) as objects:
        assert objects.blob("HEAD:data/reports/2031-S1.yaml") == report("49", revisions=2)
        assert len(objects.blob("HEAD~1:data/reports/2031-S1.yaml") or b"") == 5_000_001
        assert objects.blob("HEAD~2:data/reports/2031-S1.yaml") == report("48")
        assert objects.blob("HEAD:khong-co") is None
        assert objects.blob("HEAD:data\nHEAD") is None
        assert objects.blob("HEAD:data") is None


@pytest.mark.parametrize("seconds", [0, 1, 253_402_300_800, 99_999_999_999_999])
def test_a_clock_may_have_been_wrong(tmp_path: Path, seconds: int) -> None:
    write_history(tmp_path, [Commit({REPORT: report("48")}, seconds=seconds)])
    assert public(tmp_path) == [ONE]


# ---- what git may be -------------------------------------------------------------------------------------------------


def test_outside_a_repository_nothing_is_known(tmp_path: Path) -> None:
    assert read_past(tmp_path).knowledge is Knowledge.NO_REPOSITORY


def test_without_git_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_history(tmp_path, edits(report("48")))
    monkeypatch.setenv("PATH", "")
    assert read_past(tmp_path).knowledge is Knowledge.NO_GIT


def test_before_the_first_commit_nothing_is_known(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    assert read_past(tmp_path).knowledge is Knowledge.NO_COMMITS


def test_a_damaged_repository_is_not_read(tmp_path: Path) -> None:
    write_history(tmp_path, edits(report("48")))
    shutil.rmtree(tmp_path / ".git/objects")
    (tmp_path / ".git/objects").mkdir()
    assert read_past(tmp_path).knowledge in (Knowledge.UNREADABLE, Knowledge.NO_COMMITS)


def test_a_shallow_clone_knows_that_it_is_one(tmp_path: Path) -> None:
    write_history(tmp_path / "day-du", edits(report("48"), report("49", revisions=2), report("50", revisions=3)))
    clone = tmp_path / "nong"
    source = (tmp_path / "day-du").as_uri()
    subprocess.run(["git", "clone", "--quiet", "--depth=2", source, str(clone)], check=True)
    log = recorded(clone, ["data/reports"])
    assert (log.knowledge, [commit.boundary for commit in log.commits]) == (Knowledge.SHALLOW, [True, False])
    assert public(clone) == [TWO, (3, {"a": "50", "b": "7"})]


@pytest.mark.parametrize(
    "settings",
    [
        "[log]\n\tshowRoot = false\n\tdiffMerges = combined\n\tfollow = true\n\tshowSignature = true\n\tdate = iso",
        "[core]\n\tquotePath = true\n\tpager = false\n[color]\n\tui = always\n[diff]\n\trenames = copies",
        "[diff]\n\texternal = /khong/co\n\torderFile = /khong/co\n[format]\n\tpretty = oneline",
    ],
)
def test_whatever_a_user_has_configured_the_history_reads_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str
) -> None:
    project = tmp_path / "du-an"
    commits = [
        Commit({REPORT: report("48")}),
        Commit({REPORT: report("49", revisions=2)}, branch="khac"),
        Commit({"data/reports/chữ.yaml": b"period: x"}),
        Commit({REPORT: report("49", revisions=2)}, merges="khac"),
    ]
    write_history(project, commits)
    (tmp_path / "settings").write_text(settings)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "settings"))
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "khong-co"))
    monkeypatch.setenv("GIT_PAGER", "false")
    assert public(project) == [ONE, TWO]


def test_a_replaced_commit_is_read_as_it_was(tmp_path: Path) -> None:
    ids = write_history(tmp_path, edits(report("48"), report("49", revisions=2), report("60", revisions=2)))
    git(tmp_path, "reset", "--quiet", "--hard", ids[1])
    git(tmp_path, "replace", ids[1], ids[2])
    assert public(tmp_path) == [ONE, TWO]


@pytest.mark.parametrize("commits", [3, 60])
def test_reading_takes_as_many_processes_however_long_the_history_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, commits: int
) -> None:
    project = tmp_path / "du-an"
    write_history(project, edits(*(report(f"{n}.{commits}", revisions=n) for n in range(1, commits + 1))))
    started: list[list[str]] = []

    class Counted(subprocess.Popen):  # type: ignore[type-arg]
        def __init__(self, command: list[str], **rest: object) -> None:
            started.append(command)
            super().__init__(command, **rest)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "Popen", Counted)
    assert len(public(project)) == commits
    assert [command[0] for command in started] == ["git"] * 3
    # What the process has read it does not ask for again.
    assert len(public(project)) == commits
    assert len(started) == 5


def test_the_processes_are_given_nothing_to_wait_for(tmp_path: Path) -> None:
    """Run with a terminal's worth of questions open, reading ends by itself."""
    write_history(tmp_path, edits(report("48")))
    reading = f"read_past(Path({str(tmp_path)!r}))"
    code = f"from pathlib import Path; from macros.history.public_states import read_past; {reading}"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, stdin=subprocess.PIPE, capture_output=True, timeout=600, check=False)
    assert (done.returncode, done.stdout) == (0, b"")
