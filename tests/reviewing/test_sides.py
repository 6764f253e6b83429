"""What a reviewer names, and the exact words that the answer is given in."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.problems.problem import Problems
from macros.reviewing.sides import NotFound, difference, difference_report

DRAFT = "data/reports/2031-A1.yaml"
PUBLISHED = "data/reports/2031-S1.yaml"
Git = Callable[..., str]
Edit = Callable[[str, str, str], None]


def told(project: Path, before: str, after: str | None = None, form: str = "text") -> str:
    found, catalogue = difference(project, before, after)
    return difference_report(found, catalogue, form)


@pytest.fixture
def edited(project: Path, git: Git, edit: Edit) -> Path:
    """The project with a corrected report, a figure taken out, and a new note."""
    edit(DRAFT, "value: 112", "value: 110")
    edit(DRAFT, "    status: not-applicable\n    reason: Năm 2031 không lấy ý kiến.\n", "    value: 2\n")
    edit(PUBLISHED, "    value: 21\n", "    value: 24\n    note: Đếm sót ba hồ sơ\n")
    edit(
        PUBLISHED,
        "observations:\n",
        "  - number: 3\n    date: 2031-07-20\n    reason: Đếm sót ba hồ sơ\n\nobservations:\n",
    )
    return project


EDITED = """\
Báo cáo năm 2031
  Có báo cáo còn là dự thảo; số liệu có thể thay đổi khi ban hành.
  1 chỉ tiêu đính chính; 1 chỉ tiêu bổ sung số liệu; 12 chỉ tiêu không đổi.
  Đính chính (1)
    I.1 Số hồ sơ tiếp nhận: 112 → 110 hồ sơ (giảm 2\u00a0hồ sơ, tức 1,8%)
  Bổ sung số liệu (1)
    I.2 Hình thức lấy ý kiến: không áp dụng → Kết hợp (ghi chú đổi)

Báo cáo 6 tháng đầu năm 2031
  Lần công bố 3: Đếm sót ba hồ sơ
  1 chỉ tiêu đính chính; 13 chỉ tiêu không đổi.
  Đính chính (1)
    I.1 Số hồ sơ đúng hạn: 21 → 24\u00a0hồ sơ (tăng 3\u00a0hồ sơ, tức 14,3%; ghi chú đổi)"""


@pytest.mark.parametrize("names", [("HEAD",), ("main",), ("HEAD^{commit}",)])
def test_a_commit_is_held_against_the_project_as_it_stands(edited: Path, names: tuple[str, ...]) -> None:
    assert told(edited, *names) == EDITED.replace("110 hồ sơ", "110\u00a0hồ sơ")


def test_two_commits(edited: Path, git: Git) -> None:
    git("commit", "--quiet", "--all", "--message=Hai")
    assert told(edited, "HEAD~1", "HEAD") == told(edited, "HEAD~1")
    assert told(edited, "HEAD") == "Không có gì thay đổi."


def test_a_file_is_held_against_its_last_commit_and_any_two_files_against_each_other(
    edited: Path, git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(edited)
    alone = told(edited, PUBLISHED)
    assert alone == EDITED.replace("110 hồ sơ", "110\u00a0hồ sơ").split("\n\n")[1]
    (tmp_path / "old.yaml").write_text(git("show", f"HEAD:./{PUBLISHED}"), "utf-8")
    assert told(edited, str(tmp_path / "old.yaml"), PUBLISHED) == alone


def test_a_period_beside_a_commit_is_that_report_then_and_now(edited: Path) -> None:
    assert told(edited, "HEAD", "2031-a1") == EDITED.replace("110 hồ sơ", "110\u00a0hồ sơ").split("\n\n")[0]


def test_two_periods_of_different_kinds_are_only_set_side_by_side(project: Path) -> None:
    lines = told(project, "2031-S1", "2031-A1").split("\n")
    assert lines[:3] == [
        "Báo cáo 6 tháng đầu năm 2031 → năm 2031",
        "  Hai kỳ khác loại nên số liệu chỉ được đặt cạnh nhau, không tính chênh lệch.",
        "  1 chỉ tiêu kỳ này có số liệu, kỳ trước không có; 2 chỉ tiêu kỳ này để trống; "
        "2 chỉ tiêu kỳ này không áp dụng; 1 chỉ tiêu mới; 1 chỉ tiêu đã bỏ; 1 chỉ tiêu chỉ đổi ghi chú; "
        "4 chỉ tiêu không so sánh được.",
    ]
    assert "    I.1 Số hồ sơ tiếp nhận: 48 và 112\u00a0hồ sơ (ghi chú đổi)" in lines


def test_a_report_that_came_and_one_that_went(project: Path, git: Git) -> None:
    (project / DRAFT).unlink()
    (project / "docs/bao-cao/2031-a1.md").unlink(missing_ok=True)
    git("checkout", "--quiet", "-b", "khong-co-nam")
    git("commit", "--quiet", "--all", "--message=Bỏ báo cáo năm")
    assert told(project, "main", "khong-co-nam") == "Báo cáo không còn: năm 2031\n  5 số liệu, 1 lần công bố"
    assert told(project, "khong-co-nam", "main") == "Báo cáo mới: năm 2031\n  5 số liệu, 1 lần công bố"


def test_markdown_says_the_same_and_takes_nothing_for_markup(edited: Path, edit: Edit) -> None:
    edit(PUBLISHED, "reason: Đếm sót ba hồ sơ", "reason: Đếm *sót* 3 < 4 [hồ sơ](x) & `1`")
    report = told(edited, "HEAD", "2031-S1", "markdown")
    assert report == (
        "## Báo cáo 6 tháng đầu năm 2031\n\n"
        r"Lần công bố 3: Đếm \*sót\* 3 &lt; 4 \[hồ sơ\](x) &amp; \`1\`  " "\n"
        "1 chỉ tiêu đính chính; 13 chỉ tiêu không đổi.  \n\n"
        "### Đính chính (1)\n\n"
        "- I.1 Số hồ sơ đúng hạn: 21 → 24\u00a0hồ sơ (tăng 3\u00a0hồ sơ, tức 14,3%; ghi chú đổi)"
    )  # fmt: skip


def test_json_holds_both_figures_and_the_exact_difference(edited: Path) -> None:
    content = json.loads(told(edited, "HEAD", form="json"))
    assert [(c["after"], len(c["changes"]), c["unchanged"]) for c in content["comparisons"]] == [
        ("2031-A1", 2, 12),
        ("2031-S1", 1, 13),
    ]
    assert content["comparisons"][1]["changes"] == [
        {
            "indicator": "ho-so-dung-han",
            "label": "- Số hồ sơ đúng hạn:",
            "kind": "revised",
            "before": {"value": "21", "status": "reported"},
            "after": {"value": "24", "status": "reported"},
            "converted": None,
            "counts": None,
            "difference": "3",
            "relative": "14.2857",
            "not_comparable": None,
            "note_changed": True,
            "definition_changed": [],
            "sentence": "I.1 Số hồ sơ đúng hạn: 21 → 24\u00a0hồ sơ "
            "(đính chính; tăng 3\u00a0hồ sơ, tức 14,3%; ghi chú đổi)",
        }
    ]


def test_html_is_a_page_of_its_own(edited: Path) -> None:
    page = told(edited, "HEAD", form="html")
    assert page.startswith('<!doctype html>\n<html lang="vi">')
    assert page.count("<tr") == 2 + 3
    assert "<a " not in page


def test_an_old_state_that_breaks_no_law_of_its_time_is_read(project: Path, git: Git, edit: Edit) -> None:
    """A person's name in a remark on discipline is refused today; the figures of such a commit still compare."""
    page = project / "docs/bao-cao/2031-s1.md"
    page.write_text(page.read_text("utf-8") + '\n{{ observation("khong-co") }}\n', "utf-8", newline="\n")
    git("commit", "--quiet", "--all", "--message=Trang sai")
    git("checkout", "--quiet", "HEAD~1", "--", "docs")
    assert told(project, "HEAD") == "Không có gì thay đổi."


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("2031-S2",), "chưa có báo cáo 6 tháng cuối năm 2031. Các kỳ có báo cáo: 2031-A1, 2031-S1."),
        (
            ("2031-S1",),
            "chưa có báo cáo nào cùng loại kỳ trước 6 tháng đầu năm 2031. "
            "Ghi thêm kỳ thứ hai để so sánh hai kỳ bất kỳ.",
        ),
        (
            ("2031S1",),
            "không hiểu “2031S1”: không phải kỳ báo cáo, tệp số liệu, hay bản lưu trong git. Có phải là “2031-S1”?",
        ),
        (
            ("--exec=x", "HEAD"),
            "không hiểu “--exec=x”: không phải kỳ báo cáo, tệp số liệu, hay bản lưu trong git. "
            "Các kỳ có báo cáo: 2031-A1, 2031-S1.",
        ),
        (
            ("HEAD~9",),
            "không hiểu “HEAD~9”: không phải kỳ báo cáo, tệp số liệu, hay bản lưu trong git. "
            "Các kỳ có báo cáo: 2031-A1, 2031-S1.",
        ),
    ],
)
def test_a_name_that_means_nothing(project: Path, git: Git, names: tuple[str, ...], message: str) -> None:
    with pytest.raises(NotFound) as caught:
        difference(project, *names, *[None] * (2 - len(names)))
    assert str(caught.value) == message


def test_without_git_only_periods_and_files_can_be_named(project: Path) -> None:
    with pytest.raises(NotFound, match="không hiểu “HEAD”"):
        difference(project, "HEAD", None)


def test_a_project_with_errors_tells_them(project: Path, git: Git, edit: Edit) -> None:
    edit(DRAFT, "value: 112", "value: mười")
    with pytest.raises(Problems, match="1 lỗi"):
        difference(project, "HEAD", None)


def test_a_revision_alone_is_held_against_the_one_before(edited: Path, git: Git) -> None:
    git("commit", "--quiet", "--all", "--message=Đính chính")
    expected = """\
Báo cáo 6 tháng đầu năm 2031
  Lần công bố 3: Đếm sót ba hồ sơ
  1 chỉ tiêu đính chính; 13 chỉ tiêu không đổi.
  Đính chính (1)
    I.1 Số hồ sơ đúng hạn: 21 → 24\u00a0hồ sơ (tăng 3\u00a0hồ sơ, tức 14,3%; ghi chú đổi)"""
    assert told(edited, "2031-S1/v3") == expected
    assert told(edited, "2031-s1@2", "2031-S1") == expected
    assert told(edited, "2031-S1/v3", "2031-S1") == "Báo cáo 6 tháng đầu năm 2031\n  Không có gì thay đổi."


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "2031-S1/v9",
            "không có lần công bố 9 của báo cáo 6 tháng đầu năm 2031. Báo cáo này có 2 lần: 2031-S1/v1 … 2031-S1/v2.",
        ),
        ("2031-A1/v1", "“2031-A1/v1” là lần công bố đầu, trước đó không có lần nào. Ghi thêm B để so sánh."),
        # The first commit holds the second revision: what stood before was never recorded.
        (
            "2031-S1/v2",
            "git không giữ lần công bố 1 của báo cáo 6 tháng đầu năm 2031, "
            "hoặc bản lưu không đọc được theo dạng hiện nay.",
        ),
    ],
)
def test_a_revision_that_is_not_known(project: Path, git: Git, name: str, message: str) -> None:
    with pytest.raises(NotFound) as caught:
        difference(project, name, None)
    assert str(caught.value) == message


def test_the_largest_changes_come_first_when_asked(project: Path, git: Git, edit: Edit) -> None:
    edit(DRAFT, "value: 112", "value: 113")
    edit(DRAFT, "value: 10749656.5", "value: 5000000")
    found, catalogue = difference(project, "HEAD", None)
    told = [difference_report(order, catalogue, "text") for order in (found, found.largest_first())]
    assert [report.index("hồ sơ tiếp nhận") < report.index("Kinh phí được giao") for report in told] == [True, False]
