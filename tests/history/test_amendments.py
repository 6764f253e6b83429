"""A figure of a published report changes only with a new revision entry; what git does not know is not judged."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from macros.loading.assembly import load_catalogue
from macros.problems.problem import Problem, Problems
from tests.good_project import edit
from tests.history.repositories import Git, committed

REPORT = "data/reports/2031-S1.yaml"
DRAFT = "data/reports/2031-A1.yaml"
REVISION_3 = """  - number: 3
    date: 2031-07-20
    reason: Đếm sót một hồ sơ
observations:
"""


@contextmanager
def on_a_branch(git: Git, message: str) -> Iterator[None]:
    """What is done in the block is committed on the branch "khac"; then main is checked out again."""
    git("checkout", "--quiet", "-b", "khac")
    yield
    git("commit", "--quiet", "--all", f"--message={message}")
    git("checkout", "--quiet", "main")


def merge_after_a_commit_of_its_own(project: Path, git: Git) -> None:
    """The branch "khac" comes to main, which has moved on since."""
    edit(project / DRAFT, "value: 112", "value: 113")
    git("commit", "--quiet", "--all", "--message=Nhánh chính")
    git("merge", "--quiet", "--no-ff", "--message=Gộp", "khac")


def told(project: Path) -> list[str]:
    """What is said of the project, which is nothing but amendments."""
    try:
        load_catalogue(project)
    except Problems as found:
        return [_sentence(problem) for problem in found.problems]
    return []


def _sentence(problem: Problem) -> str:
    return f"{problem.place}: {problem.subject}: {problem.found}" if problem.code == "E418" else str(problem)


CHANGED = (
    f"{REPORT}:33:12: ho-so-tiep-nhan “Số hồ sơ tiếp nhận”: "
    "số liệu đã ban hành bị đổi từ “48” thành “49” mà không có lần công bố mới"
)


def test_a_draft_changes_freely(project: Path, git: Git) -> None:
    edit(project / DRAFT, "value: 112", "value: 113")
    assert told(project) == []


def test_a_published_figure_does_not_change_unannounced(project: Path, git: Git) -> None:
    edit(project / REPORT, "value: 48", "value: 49")
    assert told(project) == [CHANGED]


def test_committing_the_change_does_not_hide_it(project: Path, git: Git) -> None:
    edit(project / REPORT, "value: 48", "value: 49")
    git("commit", "--quiet", "--all", "--message=Lén sửa")
    assert told(project) == [CHANGED]


def test_a_published_figure_changes_with_a_new_revision(project: Path, git: Git) -> None:
    edit(project / REPORT, "value: 48", "value: 49")
    edit(project / REPORT, "observations:\n", REVISION_3)
    assert told(project) == []
    git("commit", "--quiet", "--all", "--message=Lần 3")
    assert told(project) == []


def test_after_a_revision_its_own_figures_count(project: Path, git: Git) -> None:
    edit(project / REPORT, "value: 48", "value: 49")
    edit(project / REPORT, "observations:\n", REVISION_3)
    git("commit", "--quiet", "--all", "--message=Lần 3")
    edit(project / REPORT, "value: 49", "value: 50")
    (sentence,) = told(project)
    assert "bị đổi từ “49” thành “50”" in sentence


def test_taking_a_revision_back_brings_its_figures_back(project: Path, git: Git) -> None:
    edit(project / REPORT, "value: 48", "value: 49")
    edit(project / REPORT, "observations:\n", REVISION_3)
    git("commit", "--quiet", "--all", "--message=Lần 3")
    edit(project / REPORT, REVISION_3, "observations:\n")
    removed, figure = told(project)
    assert "E423 lần 3 đã công khai nhưng không còn" in removed
    assert "bị đổi từ “48” thành “49”" in figure


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("value: 21", "status: not-reported", "từ “21” thành “not-reported”"),
        ("expected: 2031-A1", "expected: 2032-Q1", "từ “pending 2031-A1” thành “pending 2032-Q1”"),
        ("value: Thái độ phục vụ", "value: Thời gian chờ", "từ “Thái độ phục vụ” thành “Thời gian chờ”"),
    ],
    ids=["blank", "expected", "text"],
)
def test_whatever_the_public_sees_of_a_figure_counts(
    project: Path, git: Git, before: str, after: str, change: str
) -> None:
    edit(project / REPORT, before, after)
    (sentence,) = told(project)
    assert change in sentence


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("value: 43,750", "value: 43.750"),
        ("note: Theo Nghị định số 99/2030/NĐ-VD", "note: Căn cứ Nghị định số 99/2030/NĐ-VD"),
        ("value: 48", "value: 48 # đã kiểm tra"),
        ("reason: Báo cáo ghi sẽ quyết toán cuối năm.", "reason: Cuối năm mới quyết toán."),
        ("title: Kết quả", "title: Báo cáo kết quả"),
    ],
    ids=["decimal mark", "note", "comment", "reason", "head"],
)
def test_what_is_no_figure_changes_freely(project: Path, git: Git, before: str, after: str) -> None:
    edit(project / REPORT, before, after)
    assert told(project) == []


def test_going_back_to_draft_hides_no_change(project: Path, git: Git) -> None:
    edit(project / REPORT, "status: published", "status: draft")
    git("commit", "--quiet", "--all", "--message=Về dự thảo")
    edit(project / REPORT, "value: 48", "value: 49")
    # Published once with 48: what the public has read stays read, whatever the status says now.
    taken_back, changed = told(project)
    assert (" E422 " in taken_back, changed) == (True, CHANGED)
    edit(project / REPORT, "status: draft", "status: published")
    assert told(project) == [CHANGED]


def test_a_draft_that_becomes_published_was_free_before(project: Path, git: Git) -> None:
    edit(project / REPORT, "status: published", "status: draft")
    git("commit", "--quiet", "--all", "--amend", "--message=Dự thảo")
    edit(project / REPORT, "value: 48", "value: 49")
    edit(project / REPORT, "status: draft", "status: published")
    assert told(project) == []
    git("commit", "--quiet", "--all", "--message=Ban hành")
    assert told(project) == []


def test_a_change_that_comes_with_a_merge_is_found(project: Path, git: Git) -> None:
    with on_a_branch(git, "Nhánh khác"):
        edit(project / REPORT, "value: 48", "value: 49")
    merge_after_a_commit_of_its_own(project, git)
    assert told(project) == [CHANGED]


def test_a_merge_of_an_announced_change_is_accepted(project: Path, git: Git) -> None:
    with on_a_branch(git, "Lần 3"):
        edit(project / REPORT, "value: 48", "value: 49")
        edit(project / REPORT, "observations:\n", REVISION_3)
    merge_after_a_commit_of_its_own(project, git)
    assert told(project) == []


def test_a_change_made_while_merging_is_found(project: Path, git: Git) -> None:
    with on_a_branch(git, "Nhánh khác"):
        edit(project / DRAFT, "value: 112", "value: 113")
    git("merge", "--quiet", "--no-ff", "--no-commit", "khac")
    edit(project / REPORT, "value: 48", "value: 49")
    git("commit", "--quiet", "--all", "--message=Gộp, tiện tay sửa")
    assert told(project) == [CHANGED]


def test_a_file_that_git_does_not_know_is_not_judged(project: Path, git: Git) -> None:
    git("rm", "--quiet", "--cached", REPORT)
    git("commit", "--quiet", "--amend", "--message=Không có báo cáo")
    edit(project / REPORT, "value: 48", "value: 49")
    assert told(project) == []


def test_without_a_repository_nothing_is_judged(project: Path) -> None:
    edit(project / REPORT, "value: 48", "value: 49")
    assert told(project) == []


def test_a_repository_without_commits_knows_nothing(project: Path) -> None:
    subprocess.run(["git", "-C", str(project), "init", "--quiet"], check=True)
    edit(project / REPORT, "value: 48", "value: 49")
    assert told(project) == []


def test_without_git_nothing_is_judged(project: Path, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(project / REPORT, "value: 48", "value: 49")
    monkeypatch.setenv("PATH", "")
    assert told(project) == []


def test_a_shallow_clone_judges_by_what_it_holds(project: Path, git: Git, tmp_path: Path) -> None:
    edit(project / REPORT, "value: 48", "value: 49")
    git("commit", "--quiet", "--all", "--message=Lén sửa")
    clone = tmp_path / "nong"
    subprocess.run(["git", "clone", "--quiet", "--depth=1", project.as_uri(), str(clone)], check=True)
    assert told(clone) == []
    edit(clone / REPORT, "value: 49", "value: 50")
    (sentence,) = told(clone)
    assert "bị đổi từ “49” thành “50”" in sentence


def test_the_project_may_lie_below_the_root_of_the_repository(project: Path, tmp_path: Path) -> None:
    committed(tmp_path)
    edit(project / REPORT, "value: 48", "value: 49")
    assert told(project) == [CHANGED]


def test_a_committed_version_that_cannot_be_read_is_passed_over(project: Path, git: Git) -> None:
    good = (project / REPORT).read_bytes()
    (project / REPORT).write_bytes(b"\xff\xfe[[[")
    git("commit", "--quiet", "--all", "--message=Hỏng")
    (project / REPORT).write_bytes(good)
    git("commit", "--quiet", "--all", "--message=Lành")
    assert told(project) == []
    edit(project / REPORT, "value: 48", "value: 49")
    assert told(project) == [CHANGED]
