"""What was public is unsaid in no way: each way is an error with the way out, and the way out is accepted."""

from pathlib import Path

import pytest

from macros.loading.assembly import load_catalogue
from macros.problems.problem import Problems
from tests.good_project import edit
from tests.history.repositories import Git

REPORT = "data/reports/2031-S1.yaml"
ROWS = "data/indicators/tai-chinh.yaml"
REVISION_3 = "  - number: 3\n    date: 2031-07-20\n    reason: Chép sai\nobservations:\n"


def told(project: Path) -> list[str]:
    """The code, the place and the finding of each problem."""
    try:
        load_catalogue(project)
    except Problems as found:
        return [f"{problem.code} {problem.place}: {problem.found}" for problem in found.problems]
    return []


def codes(project: Path) -> set[str]:
    return {problem[:4] for problem in told(project)}


def commit(git: Git, message: str = "Ghi") -> None:
    git("add", "--all")
    git("commit", "--quiet", f"--message={message}")


def renamed(project: Path) -> None:
    """The report of the half year becomes one of the first nine months, in every file that names its period."""
    for path in [*project.rglob("*.yaml"), *project.rglob("*.md")]:
        text = path.read_text("utf-8")
        path.write_text(text.replace("2031-S1", "2031-N1").replace("2031-s1", "2031-n1"), "utf-8")
    for name in (REPORT, "docs/bao-cao/2031-s1.md", "data/quality/2031-S1.yaml"):
        old = project / name
        old.rename(old.with_name(old.name.replace("S1", "N1").replace("s1", "n1")))


def test_a_report_that_is_gone_is_missed_also_when_that_is_committed(project: Path, git: Git) -> None:
    (project / REPORT).unlink()
    assert "E422" in codes(project)
    commit(git)
    assert "E422" in codes(project)
    git("checkout", "HEAD~1", "--", REPORT)
    assert told(project) == []


def test_a_published_report_is_no_draft_again_but_a_further_revision_may_be_one(project: Path, git: Git) -> None:
    edit(project / REPORT, "status: published", "status: draft")
    assert [problem.partition(": ")[2] for problem in told(project) if problem.startswith("E422")] == [
        "báo cáo kỳ 2031-S1 đã công khai là bản đã ban hành, nay lại ghi là bản dự thảo"
    ]
    commit(git)
    assert "E422" in codes(project)
    edit(project / REPORT, "observations:\n", REVISION_3)
    assert "E422" not in codes(project)


def test_a_period_is_not_corrected_in_silence_but_by_a_revision(project: Path, git: Git) -> None:
    renamed(project)
    assert "E422" in codes(project)
    edit(project / "data/reports/2031-N1.yaml", "observations:\n", REVISION_3)
    assert "E422" not in codes(project)
    commit(git)
    assert "E422" not in codes(project)


def test_a_draft_may_go(project: Path, git: Git) -> None:
    assert not [line for line in told(project) if "2031-A1" in line]
    (project / "data/reports/2031-A1.yaml").unlink()
    assert "E422" not in codes(project)


def test_a_report_that_cannot_be_read_is_not_gone(project: Path, git: Git) -> None:
    (project / REPORT).write_text("[", "utf-8")
    assert codes(project) & {"E422", "E423", "E424"} == set()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    reason: Công khai lần đầu\n", "    reason: Đăng lần đầu\n"),
        ("    date: 2031-06-20\n", "    date: 2031-06-19\n"),
        ("    document: 07-qd-cqvd-2031\n", ""),
    ],
)
def test_what_a_revision_said_of_itself_stays_also_when_a_new_one_comes(
    project: Path, git: Git, before: str, after: str
) -> None:
    edit(project / REPORT, before, after)
    assert [line[:4] for line in told(project)] == ["E423"]
    edit(project / REPORT, "observations:\n", REVISION_3)
    assert [line[:4] for line in told(project)] == ["E423"]
    commit(git)
    assert [line[:4] for line in told(project)] == ["E423"]


def test_a_name_that_is_withheld_since_makes_way_for_other_words_and_for_nothing_else(project: Path, git: Git) -> None:
    reason, first = "    reason: Công khai lần đầu", project / REPORT
    edit(first, f"{reason}\n", f"{reason} theo ông Lê Văn Bịa Đặt, có sửa\n")
    git("commit", "-aq", "--amend", "-m", "Lần đầu")
    edit(first, "- name: Lê Văn Bịa Đặt\n", "- name: Lê Văn Bịa Đặt\n        withheld: true\n")
    assert "E419" in codes(project)
    for other, told_codes in (
        ("theo giám đốc, có sửa", set()),
        ("theo ông giám đốc, có sửa", set()),
        ("theo giám đốc", {"E423"}),
        ("không theo ai, có sửa", {"E423"}),
    ):
        text = first.read_text("utf-8")
        edit(first, "theo ông Lê Văn Bịa Đặt, có sửa", other)
        assert codes(project) == told_codes, other
        first.write_text(text, "utf-8", newline="\n")


def test_a_revision_of_a_draft_is_free_and_a_document_may_be_added(project: Path, git: Git) -> None:
    edit(project / "data/reports/2031-A1.yaml", "    reason: Công khai lần đầu theo", "    reason: Công khai theo")
    first = "    reason: Công khai lần đầu\n"
    edit(project / REPORT, first, f"{first}    document: 07-qd-cqvd-2031\n")
    assert told(project) == []


@pytest.mark.parametrize(
    ("key", "before", "after"),
    [
        ("label", "    label: Kinh phí được giao\n", "    label: Kinh phí được cấp\n"),
        ("label", "    label: Kinh phí\n", "    label: Tiền\n"),
        ("label", "  label: Tài chính và nhân sự\n", "  label: Tài chính\n"),
        (
            "parent",
            "    parent: kinh-phi\n    label: Kinh phí đã chi\n",
            "    parent: tai-chinh\n    label: Kinh phí đã chi\n",
        ),
        ("kind", "    label: Kinh phí đã chi\n    kind: number\n", "    label: Kinh phí đã chi\n    kind: count\n"),
    ],
)
def test_a_row_of_a_published_report_is_not_redefined_but_with_a_revision_of_it(
    project: Path, git: Git, key: str, before: str, after: str
) -> None:
    edit(project / ROWS, before, after)
    found = [line for line in told(project) if line.startswith("E424")]
    assert len(found) == 1
    assert f"(“{key}”) đổi từ “" in found[0]
    assert found[0].endswith("trong khi báo cáo kỳ 2031-S1 đã công khai dùng dòng này")
    edit(project / REPORT, "observations:\n", REVISION_3)
    assert "E424" not in codes(project)
    commit(git)
    assert "E424" not in codes(project)


@pytest.mark.parametrize(
    ("register", "before", "after", "what"),
    [
        (
            "units",
            "label: nghìn đồng",
            "label: triệu đồng",
            "đơn vị “nghin-dong” đổi từ “nghìn đồng” thành “triệu đồng”",
        ),
        ("code-lists", "label: Có\n", "label: Chưa\n", "mã “1” của danh mục “co-khong” đổi từ “Có” thành “Chưa”"),
    ],
)
def test_what_a_unit_or_code_of_a_published_report_means_is_not_changed_but_with_a_revision_of_it(
    project: Path, git: Git, register: str, before: str, after: str, what: str
) -> None:
    edit(project / f"data/{register}.yaml", before, after)
    found = [line for line in told(project) if line.startswith("E424")]
    assert [line.partition(": ")[2] for line in found] == [
        f"{what}, trong khi báo cáo kỳ 2031-S1 đã công khai dùng nghĩa này"
    ]
    commit(git)
    assert [line for line in told(project) if line.startswith("E424")] == found
    edit(project / REPORT, "observations:\n", REVISION_3)
    assert "E424" not in codes(project)
    commit(git)
    assert "E424" not in codes(project)


def test_a_unit_or_code_that_no_published_report_uses_changes_freely_and_one_may_be_added(
    project: Path, git: Git
) -> None:
    units, lists = project / "data/units.yaml", project / "data/code-lists.yaml"
    for path, more in (
        (units, "\n  - id: lan\n    label: lần\n    printed: [Lần]\n"),
        (lists, "\n  - id: xa\n    label: Xã\n    codes:\n      - code: A\n        label: Một\n"
         "      - code: B\n        label: Hai\n    printed: [A B]\n"),
    ):  # fmt: skip
        path.write_text(path.read_text("utf-8") + more, "utf-8")
    commit(git)
    edit(units, "label: lần", "label: lượt")
    edit(lists, "label: Một", "label: Hai mốt")
    edit(units, 'printed: ["Người"]', 'printed: ["Người", "người"]')
    assert "E424" not in codes(project)


def test_committing_the_new_definition_does_not_hide_it(project: Path, git: Git) -> None:
    edit(project / ROWS, "    label: Kinh phí được giao\n", "    label: Kinh phí được cấp\n")
    commit(git)
    assert codes(project) == {"E424"}


def test_a_row_that_no_published_report_has_changes_freely_and_an_id_may_be_renamed(project: Path, git: Git) -> None:
    edit(project / ROWS, "label: Số người được đào tạo trực tuyến", "label: Số người học trực tuyến")
    for path in [*project.rglob("*.yaml"), *project.rglob("*.md")]:
        path.write_text(path.read_text("utf-8").replace("kinh-phi-da-chi", "kinh-phi-chi"), "utf-8")
    edit(project / ROWS, "  - id: kinh-phi-chi\n", "  - id: kinh-phi-chi\n    former_ids: [kinh-phi-da-chi]\n")
    assert codes(project) & {"E422", "E423", "E424"} == set()


def test_without_history_nothing_is_judged(project: Path) -> None:
    edit(project / ROWS, "    label: Kinh phí được giao\n", "    label: Kinh phí được cấp\n")
    assert told(project) == []
