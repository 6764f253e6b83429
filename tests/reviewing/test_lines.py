"""A report's file as sentences: what git diff and git log -p show."""

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.reviewing.lines import file_lines
from tests.good_project import GOOD

Git = Callable[..., str]
Edit = Callable[[str, str, str], None]
PUBLISHED = "data/reports/2031-S1.yaml"
DRIVER = f"diff.congkhai.textconv={shlex.join([sys.executable, '-m', 'macros.cli', 'lines'])}"


def test_a_report_is_one_sentence_a_figure() -> None:
    assert list(file_lines(GOOD, GOOD / "data/reports/2031-A1.yaml")) == [
        "Báo cáo năm 2031: Kết quả cải cách hành chính năm 2031 (bịa đặt)",
        "Lần công bố 1: Công khai lần đầu theo bản dự thảo",
        "status: draft",
        "symbol: BC-CQVD",
        "printed_date: ngày tháng năm 2031",
        "annex.title: THỐNG KÊ SỐ LIỆU NĂM 2031",
        "source.file: bao-cao-vi-du-2031-a1.txt",
        f"source.sha256: {'1' * 64}",
        "",
        "I.1 Số hồ sơ tiếp nhận [ho-so-tiep-nhan]: 112\u00a0Hồ sơ",
        "I.1 Số hồ sơ đúng hạn [ho-so-dung-han]: báo cáo để trống",
        "I.1 Tỷ lệ hồ sơ đúng hạn [ho-so-dung-han-ty-le]: 66,7%; ghi chú: Chưa có số hồ sơ đúng hạn để đối chiếu",
        "I.2 Có niêm yết nơi tiếp nhận tại https://vi-du.example/phan-anh [phan-anh-niem-yet]: Không",
        "I.2 Hình thức lấy ý kiến [phan-anh-hinh-thuc]: không áp dụng; căn cứ: Năm 2031 không lấy ý kiến.",
        "I.2 Nội dung chính [phan-anh-noi-dung]: báo cáo để trống",
        "II.1 Kinh phí được giao [kinh-phi-duoc-giao]: 10.749.656,5\u00a0Nghìn đồng",
        "II.1 Kinh phí đã chi [kinh-phi-da-chi]: −12,50\u00a0Nghìn đồng",
        "II.1 Số người được bổ nhiệm [bo-nhiem]: không áp dụng",
        "II.2 Số người được đào tạo trực tuyến [dao-tao-truc-tuyen]: chờ kết quả; căn cứ: Đang đào tạo.",
    ]


@pytest.mark.parametrize("text", ["", "observations: [", "units: []\n", "\x00\n", "period: 2031-S1\n"])
def test_what_is_no_report_stays_as_it_is(text: str, tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_text(text, "utf-8", newline="\n")
    assert "\n".join(file_lines(GOOD, file)) == text.rstrip("\n")


def test_without_definitions_an_id_stands_for_itself(tmp_path: Path) -> None:
    lines = list(file_lines(tmp_path, GOOD / "data/reports/2031-A1.yaml"))
    assert "[kinh-phi-duoc-giao]: 10749656.5" in lines


@pytest.mark.parametrize("command", [("diff",), ("log", "-p", "-1"), ("show",)])
def test_git_shows_sentences(project: Path, git: Git, edit: Edit, command: tuple[str, ...]) -> None:
    (project / ".gitattributes").write_text("data/reports/*.yaml diff=congkhai\n", "utf-8")
    edit(PUBLISHED, "    value: 21\n", "    value: 24\n")
    if command[0] != "diff":
        git("commit", "--quiet", "--all", "--message=Hai")
    shown = subprocess.run(
        ["git", "-c", DRIVER, *command, "--", PUBLISHED],
        cwd=project,
        check=True,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONIOENCODING": "utf-8"},
    ).stdout
    body = shown[shown.index("\n@@ ") :]
    changed = [line for line in body.splitlines() if line.startswith(("-", "+"))]
    assert changed == [
        "-I.1 Số hồ sơ đúng hạn [ho-so-dung-han]: 21\u00a0Bộ hồ sơ",
        "+I.1 Số hồ sơ đúng hạn [ho-so-dung-han]: 24\u00a0Bộ hồ sơ",
    ]


def test_the_raw_difference_is_one_figure_a_hunk_too(project: Path, git: Git, edit: Edit) -> None:
    edit(PUBLISHED, "    value: 21\n", "    value: 24\n")
    edit(PUBLISHED, "    value: 48\n", "    value: 50\n")
    raw = git("diff", "-U1", "--", PUBLISHED)
    assert raw.count("\n@@ ") == 2
