"""`congkhai revise` writes the next revision entry, changes nothing else, and says plainly why it cannot."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from macros import cli
from macros.editing.canonical_form import data_files, format_files
from macros.editing.new_revision import add_revision
from macros.loading.assembly import load_catalogue
from macros.problems.problem import Problems
from macros.reading.commented import comments
from macros.record import Period
from tests.good_project import GOOD

S1 = Period.parse("2031-S1")
REPORT = "data/reports/2031-S1.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = shutil.copytree(GOOD, tmp_path / "nho")
    format_files(folder, data_files(folder))
    return folder


def lines(project: Path) -> list[str]:
    return (project / REPORT).read_text("utf-8").splitlines()


def test_a_skeleton_is_added_and_nothing_else(project: Path) -> None:
    before = lines(project)
    assert add_revision(project, S1) == (project / REPORT, 3)
    after = lines(project)
    place = after.index("  - number: 3")
    assert after[place : place + 4] == ["  - number: 3", "    date:", "    reason:", ""]
    assert after[:place] + after[place + 4 :] == before
    assert format_files(project, {project / REPORT: data_files(project)[project / REPORT]}) == ({}, [])


def test_a_skeleton_is_no_revision_until_it_is_filled_in(project: Path) -> None:
    add_revision(project, S1)
    with pytest.raises(Problems, match="khóa “reason” để trống"):
        load_catalogue(project)


def test_a_whole_entry_is_a_revision(project: Path) -> None:
    add_revision(project, S1, date(2031, 8, 1), 'Sửa: "đúng hạn" # 1', "07-qd-cqvd-2031")
    (report,) = (r for r in load_catalogue(project).reports if r.period == S1)
    newest = report.revisions[-1]
    assert (newest.number, newest.date, newest.reason, newest.document) == (
        3,
        date(2031, 8, 1),
        'Sửa: "đúng hạn" # 1',
        "07-qd-cqvd-2031",
    )


def test_no_comment_is_lost(project: Path) -> None:
    file = project / REPORT
    text = (
        file.read_text("utf-8")
        .replace("revisions:\n", "# trên\nrevisions: # bên\n")
        .replace("value: 21", "value: 21 # x")
    )
    file.write_text(f"{text}# cuối\n", "utf-8")
    before = comments(file.read_text("utf-8"))
    add_revision(project, S1)
    assert comments(file.read_text("utf-8")) == before


def run(project: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--project", str(project), "revise", *arguments])
    said = capsys.readouterr()
    return int(ended.value.code or 0), said.out, said.err


def test_the_command_says_what_to_do_next(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, capsys, "2031-S1", "--reason", "Đếm lại") == (
        0,
        f"Đã thêm lần công bố 3 vào {REPORT}\nĐiền “date”, sửa số liệu, rồi chạy: congkhai check\n",
        "",
    )


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["2031-Z1"], 2, "congkhai: không có kỳ báo cáo “2031-Z1”. Viết như 2022-Q1 (quý), 2022-S1 (6 tháng), "),
        (["2031-S2"], 1, "Không ghi gì: chưa có báo cáo kỳ 2031-S2 (data/reports/2031-S2.yaml). Có phải là “2031-S1”?"),
        (
            ["2050-W12"],
            1,
            "Không ghi gì: chưa có báo cáo kỳ 2050-W12 (data/reports/2050-W12.yaml). Các kỳ đã có: ",
        ),
        (["2031-A1"], 1, "Không ghi gì: báo cáo 2031-A1 chưa ban hành (status: draft), nên sửa số liệu không cần lần "),
        (
            ["2031-S1", "--date", "31/2/2031"],
            2,
            "congkhai: không hiểu ngày “31/2/2031”. Viết như ",
        ),
        (["2031-S1", "--date", "1/7/2031"], 1, "Không ghi gì: ngày 01/7/2031 trước ngày của lần 2 (02/7/2031)."),
        (
            ["2031-S1", "--reason", " "],
            2,
            "congkhai: --reason để trống. Viết lý do, hoặc bỏ tùy chọn này rồi điền",
        ),
        (
            ["2031-S1", "--document", "07-qd-cqvd-2032"],
            1,
            "Không ghi gì: không có văn bản “07-qd-cqvd-2032” trong data/documents.yaml. Có phải là “07-qd-cqvd-2031”?",
        ),
        ([], 2, "congkhai: thiếu KỲ."),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, message: str
) -> None:
    before = (project / REPORT).read_bytes()
    code, out, err = run(project, capsys, *arguments)
    assert (code, out) == (status, "")
    assert err.startswith(message), err
    assert (project / REPORT).read_bytes() == before


def test_an_unfinished_entry_is_finished_first(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add_revision(project, S1, reason="Đếm lại")
    before = (project / REPORT).read_bytes()
    code, _, err = run(project, capsys, "2031-S1")
    assert (code, err) == (1, "Không ghi gì: lần công bố 3 còn dang dở: hãy điền “date” của lần đó trước.\n")
    assert (project / REPORT).read_bytes() == before


@pytest.mark.parametrize("text", ["period: [", "", "\t- a", "period: 2031-S1\nperiod: 2031-S1\n"])
def test_a_file_that_cannot_be_read_is_left_alone(project: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    (project / REPORT).write_text(text, "utf-8")
    code, out, err = run(project, capsys, "2031-S1")
    assert (code, out) == (1, "")
    assert "Không ghi gì" in err
    assert (project / REPORT).read_text("utf-8") == text
