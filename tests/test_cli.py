"""The command `congkhai`: its exit status, its words, and that a failed build touches nothing public."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest
from click import Argument
from click.testing import CliRunner

from macros.cli import main
from macros.commands.line import congkhai
from macros.problems.codes import PROBLEM_CODES
from tests.good_project import edit


class Outcome(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def run(project: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Runs the command in a copy of the small project."""

    def run(*arguments: str) -> Outcome:
        with pytest.raises(SystemExit) as ended:
            main(["--project", str(project), *arguments])
        printed = capsys.readouterr()
        return Outcome(int(ended.value.code or 0), printed.out, printed.err)

    return run


Run = Callable[..., Outcome]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_clean_project_passes(run: Run) -> None:
    outcome = run("check")
    assert (outcome.status, outcome.err) == (0, "")
    assert "Không có lỗi" in outcome.out
    assert "2 báo cáo, 15 dòng biểu mẫu, 14 số liệu, 5 văn bản." in outcome.out


def test_a_wrong_figure_is_told_with_status_1(run: Run, project: Path) -> None:
    edit(project / "data/reports/2031-S1.yaml", "value: 48", "value: 48%")
    outcome = run("check")
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err.startswith("data/reports/2031-S1.yaml:33:12: E402 ho-so-tiep-nhan “Số hồ sơ tiếp nhận”: “48%”")
    assert outcome.err.endswith("Có 1 lỗi; trang công khai không bị thay đổi.\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "thiếu tên lệnh."),
        (["chek"], "không có lệnh “chek”. Có phải là “check”?"),
        (["xyz"], "không có lệnh “xyz”."),
        (["build", "--site-dri", "x"], "không có tùy chọn “--site-dri”. Có phải là “--site-dir”?"),
        (["build", "--site-dir"], "tùy chọn “--site-dir” thiếu giá trị."),
        (["fmt", "--check=yes"], "tùy chọn “--check” không nhận giá trị."),
        (["build", "x"], "thừa chữ (x) sau lệnh."),
        (["serve", "--port", "abc"], "giá trị của --port không hợp lệ: cần một số từ 1 đến 65535."),
        (["serve", "--port", "0"], "giá trị của --port không hợp lệ: cần một số từ 1 đến 65535."),
        (["new"], "thiếu KỲ."),
        (
            ["new", "2031-S3"],
            "không có kỳ báo cáo “2031-S3”. Viết như 2022-Q1 (quý), 2022-S1 (6 tháng), 2022-N1 (9 tháng), "
            "2022-A1 (năm), 2022-M05 (tháng), 2022-W07 (tuần).",
        ),
    ],
)
def test_wrong_usage_is_told_in_vietnamese_with_status_2(run: Run, arguments: list[str], message: str) -> None:
    assert run(*arguments) == (2, "", f"congkhai: {message}\nXem cách dùng: congkhai --help\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["fmt", "--check", "data/khong-co"], "“data/khong-co” không phải tệp số liệu hay trang của dự án"),
        (["fmt", "--check", "."], "“.” không phải tệp số liệu hay trang của dự án"),
        (["fmt", "--check", ".."], "“..” không phải tệp số liệu hay trang của dự án"),
        (["lines", "data/khong-co.yaml"], "không có tệp “data/khong-co.yaml”."),
        (["diff", "data/khong-co.yaml"], "không hiểu “data/khong-co.yaml”"),
    ],
)
def test_what_is_nowhere_is_wrong_usage_from_elsewhere_too(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], told: str
) -> None:
    elsewhere = tmp_path / "noi-khac" / "sau"
    elsewhere.mkdir(parents=True)
    monkeypatch.chdir(elsewhere)
    outcome = run(*arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert told in outcome.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["fmt", "--check", "data/units.yaml"],
        ["fmt", "--check", "data/reports", "docs"],
        ["lines", "data/reports/2031-S1.yaml"],
        ["diff", "data/reports/2031-S1.yaml", "data/reports/2031-A1.yaml"],
        ["diff", "data/reports/2031-A1.yaml"],
    ],
)
def test_a_file_is_named_from_the_project_too(
    run: Run, project: Path, git: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
) -> None:  # fmt: skip
    """With `--project`, a path of the project means the same from anywhere."""
    edit(project / "data/reports/2031-A1.yaml", "value: 112", "value: 110")
    monkeypatch.chdir(project)
    told = run(*arguments)
    elsewhere = tmp_path / "noi-khac"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert run(*arguments) == told
    assert told.status != 2
    assert told.out


def test_a_path_means_what_it_means_where_one_stands_first(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "docs" / "data").mkdir()
    (project / "docs" / "data" / "units.yaml").write_text("Chữ ở đây\n", "utf-8")
    monkeypatch.chdir(project / "docs")
    assert run("lines", "data/units.yaml").out == "Chữ ở đây\n"
    assert run("lines", "data/agency.yaml").out == (project / "data/agency.yaml").read_text("utf-8")
    monkeypatch.chdir(project / "data")
    assert run("fmt", "--check", ".").out.count("Chưa đúng dạng: data/") == len(list(Path().rglob("*.yaml")))


def test_a_period_may_be_typed_in_small_letters(run: Run) -> None:
    assert run("new", "2032-q1").out.startswith("Đã tạo data/reports/2032-Q1.yaml\nĐã tạo docs/bao-cao/2032-q1.md\n")
    told = run("revise", "2031-s1", "--reason", "Đếm lại")
    assert told.out.startswith("Đã thêm lần công bố 3 vào data/reports/2031-S1.yaml\n")
    assert run("new", "2031-s3").err.startswith("congkhai: không có kỳ báo cáo “2031-s3”. ")


def test_a_folder_that_is_no_project_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(["check"])
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("congkhai: “.” không phải thư mục dự án (không có mkdocs.yml).")


@pytest.mark.parametrize("command", [[], *([name] for name in congkhai.commands)], ids=str)
def test_help_is_vietnamese(run: Run, command: list[str]) -> None:
    outcome = run(*command, "--help")
    assert outcome.status == 0
    assert outcome.out.startswith("Cách dùng: congkhai")
    assert not re.search(r"\b(Usage|Options|Commands|OPTIONS|Show this|default|arguments|<=)\b", outcome.out)
    assert "<=" not in outcome.out


def test_every_argument_is_described() -> None:
    arguments = [p for command in congkhai.commands.values() for p in command.params if isinstance(p, Argument)]
    assert arguments
    assert [argument.name for argument in arguments if not argument.help] == []


@pytest.mark.parametrize(
    ("command", "lines"),
    [("new", ["Tham số:", "  KỲ  Kỳ báo cáo: 2022-Q1 (quý)"]), ("fmt", ["Tham số:", "  [TỆP]…  Tệp hoặc thư mục"])],
)
def test_help_says_what_stands_behind_a_command(run: Run, command: str, lines: list[str]) -> None:
    told = run(command, "--help").out
    assert told.count("Tham số:") == 1
    assert all(line in told for line in lines)


def test_the_version_is_told_outside_a_project_too(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--project", str(tmp_path), "--version"])
    assert not ended.value.code
    assert capsys.readouterr().out == f"congkhai {version('congkhai-cchc')}\n"


def test_a_code_is_explained_on_the_terminal(run: Run) -> None:
    outcome = run("explain", "e501")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out == (
        "E501  Sai cú pháp macro\n\n"
        "Macro viết hỏng thì cả trang không dựng được. Ngoặc nhọn và dấu nháy đi thành cặp; dùng dấu nháy\nthẳng.\n\n"
        "Sai:\n    {{ report_head() }\n\nĐúng:\n    {{ report_head() }}\n"
    )


def test_every_code_is_listed_where_none_is_named(run: Run) -> None:
    assert run("explain").out == "".join(f"{code}  {PROBLEM_CODES[code].title}\n" for code in PROBLEM_CODES)


def test_a_code_that_does_not_exist_is_wrong_usage(run: Run) -> None:
    assert run("explain", "E999").err.startswith("congkhai: không có mã “E999”.")


@pytest.mark.parametrize("command", ["check", "build", "new"])
def test_whoever_refuses_the_data_links_to_the_guide(run: Run, project: Path, command: str) -> None:
    edit(project / "data/reports/2031-S1.yaml", "value: 48", "value: 48%")
    told = run(*[command, *(["2032-S1"] if command == "new" else [])]).err
    assert "\n    Xem thêm: docs/huong-dan/loi.md#e402\n" in told
    assert "\nGiải thích một mã ngay tại đây: congkhai explain E402\n" in told


def test_warnings_are_told_beside_errors(run: Run, project: Path) -> None:
    edit(project / "docs/bao-cao/2031-s1.md", "## Phụ lục", "Theo QĐ số 07, chi 10.749.656 kinh phí được giao.\n")
    edit(project / "data/reports/2031-A1.yaml", "value: 112", "value: 112%")
    told = run("check").err
    assert re.findall(r": ([EW]\d+) ", told) == ["E402", "W502", "W501"]
    assert told.endswith("Có 1 lỗi, 2 cảnh báo; trang công khai không bị thay đổi.\n")
    found = json.loads(run("check", "--format", "json").out)
    assert ([p["code"] for p in found["errors"]], [p["code"] for p in found["warnings"]]) == (
        ["E402"],
        ["W502", "W501"],
    )
    github = run("check", "--format", "github").out
    assert (github.count("::error file="), github.count("::warning file=")) == (1, 2)


@pytest.mark.parametrize(
    ("file", "before", "after", "codes"),
    [
        ("data/documents.yaml", "documents:", "documents", ["E101", "W501"]),
        ("data/glossary.yaml", "abbreviations:", "abbreviation:", ["E201", "W501"]),
        ("data/indicators/thu-tuc.yaml", "kind: percent", "kind: percen", ["E204", "W501"]),
        ("data/reports/2031-S1.yaml", "recipients:", "recipient:", ["E201"]),
    ],
)
def test_what_cannot_be_weighed_is_left_out(
    run: Run, project: Path, file: str, before: str, after: str, codes: list[str]
) -> None:
    edit(project / "docs/bao-cao/2031-s1.md", "## Phụ lục", "Chi 10.749.656 kinh phí được giao.\n")
    edit(project / file, before, after)
    assert re.findall(r": ([EW]\d+) ", run("check").err) == codes


def test_a_build_makes_the_site(run: Run, project: Path) -> None:
    outcome = run("build")
    pages = len(list((project / "site").rglob("*.html")))
    assert outcome == (0, f"Đã dựng {pages} trang vào {project / 'site'}.\n", "")
    assert (project / "site/api/v1/reports/2031-S1.json").is_file()
    assert [path.name for path in project.glob("site*")] == ["site"]


@pytest.mark.parametrize(
    ("file", "before", "after", "told"),
    [
        ("data/reports/2031-S1.yaml", "value: 48", "value: 48%", ":33:12: E402"),
        ("docs/gioi-thieu.md", "{{ agency() }}", "{{ agenci() }}", ":3:4: E502"),
        ("docs/gioi-thieu.md", "{{ agency() }}", '{{ abbr("x" ~ "yz") }}', ":3:4: E503"),
        ("docs/gioi-thieu.md", "{{ agency() }}", "{{ 1 / 0 }}", ":3:1: E508"),
        ("docs/gioi-thieu.md", "{{ agency() }}", "[x](khong-co.md)", ":3:3: E510 liên kết “khong-co.md”"),
        ("docs/gioi-thieu.md", "{{ agency() }}", "[x](index.md#khong)", ":3:3: E510 liên kết “index.md#khong”"),
    ],
    ids=["figure", "macro name", "macro argument", "expression", "link", "anchor"],
)
def test_a_failed_build_leaves_the_public_site_as_it_was(
    run: Run, project: Path, standing: Path, file: str, before: str, after: str, told: str
) -> None:
    old = contents(standing)
    edit(project / file, before, after)
    outcome = run("build")
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err.startswith(f"{file}{told}")
    assert outcome.err.endswith("trang công khai không bị thay đổi.\n")
    assert "Traceback" not in outcome.err
    assert contents(standing) == old
    assert [path.name for path in project.glob("site*")] == ["site"]


def test_a_second_build_replaces_the_first(run: Run, project: Path, standing: Path) -> None:
    old = contents(standing).keys()
    (project / "docs" / "gioi-thieu.md").rename(project / "docs" / "doi-ten.md")
    edit(project / "mkdocs.yml", "gioi-thieu.md", "doi-ten.md")
    edit(project / "data/reports/2031-S1.yaml", "value: 48", "value: 49")
    assert run("build").status == 0
    assert contents(project / "site").keys() - old == {"doi-ten/index.html"}
    assert old - contents(project / "site").keys() == {"gioi-thieu/index.html"}
    assert '"value": "49"' in (project / "site/api/v1/reports/2031-S1.json").read_text("utf-8")


def test_a_folder_that_no_build_has_made_is_not_replaced(run: Run, tmp_path: Path) -> None:
    foreign = tmp_path / "tai-lieu"
    foreign.mkdir()
    (foreign / "quan-trong.txt").write_text("đừng xóa")
    outcome = run("build", "--site-dir", str(foreign))
    assert outcome.status == 1
    assert outcome.err.startswith(f"thư mục “{foreign}” có tệp không phải do congkhai dựng.")
    assert contents(foreign) == {"quan-trong.txt": "đừng xóa".encode()}


def test_a_file_is_not_taken_for_a_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "site").write_text("một tệp")
    outcome = run("build", "--site-dir", str(tmp_path / "site"))
    assert outcome.status == 1
    assert "là một tệp, không phải thư mục" in outcome.err


def test_check_prints_the_list_for_staff_only_when_asked(run: Run) -> None:
    assert "Danh sách nội bộ" not in run("check").out
    assert run("check", "--all").out.endswith(
        "Danh sách nội bộ:\n"
        "  Câu hỏi chưa có trả lời, 6 tháng đầu năm 2031:\n"
        "    - Báo cáo ghi số người được bổ nhiệm. Cần làm rõ: đã tính người được bổ nhiệm lại chưa? "
        "[bo-nhiem-so-nguoi; chưa có nơi để hỏi]\n"
        "  Chỉ dành cho người làm số liệu, không công bố, 6 tháng đầu năm 2031:\n"
        "    - Tên biểu mẫu in thiếu dấu chấm.\n"
    )


def test_a_new_period_is_unfilled_until_it_is_filled(run: Run, project: Path) -> None:
    file, page = project / "data/reports/2032-Q1.yaml", project / "docs/bao-cao/2032-q1.md"
    outcome = run("new", "2032-Q1")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.startswith("Đã tạo data/reports/2032-Q1.yaml\nĐã tạo docs/bao-cao/2032-q1.md\n")

    unfilled = run("check")
    assert unfilled.status == 1
    assert set(re.findall(r"^(\S+?):\d", unfilled.err, re.MULTILINE)) == {"data/reports/2032-Q1.yaml"}

    edit(file, "  file:\n  sha256:\n", f"  file: a.txt\n  sha256: {'0' * 64}\n")
    unfilled = run("check")
    assert unfilled.status == 1
    assert unfilled.err.count(": E409 ") == file.read_text("utf-8").count("    value:\n") == 10

    file.write_text(file.read_text("utf-8").replace("    value:\n", "    status: not-reported\n"), "utf-8")
    assert run("check").status == 0
    assert "{{ annex() }}" in page.read_text("utf-8")
    assert run("build").status == 0


def test_a_period_that_is_there_is_not_overwritten(run: Run, project: Path) -> None:
    before = contents(project)
    outcome = run("new", "2031-S1")
    assert outcome == (1, "", "Kỳ 2031-S1 đã có: data/reports/2031-S1.yaml. Không ghi gì.\n")
    assert contents(project) == before


def test_nothing_is_written_when_only_the_page_is_there(run: Run, project: Path) -> None:
    (project / "docs/bao-cao/2032-q1.md").write_text("# Đã viết\n", "utf-8")
    before = contents(project)
    assert run("new", "2032-Q1").status == 1
    assert contents(project) == before


@pytest.mark.parametrize("form", ["text", "json", "github"])
@pytest.mark.parametrize(("typed", "status"), [("value: 48", 0), ("value: 48%", 1)])
def test_every_form_of_the_report_ends_with_the_same_status(
    run: Run, project: Path, form: str, typed: str, status: int
) -> None:
    edit(project / "data/reports/2031-S1.yaml", "value: 48", typed)
    outcome = run("check", "--format", form)
    assert outcome.status == status
    if form == "json":
        assert len(json.loads(outcome.out)["errors"]) == status
    if form == "github":
        assert outcome.out.count("::error file=") == status
    assert "\x1b" not in outcome.out + outcome.err


def test_a_warning_is_told_and_is_no_error(run: Run, project: Path) -> None:
    edit(project / "docs/bao-cao/2031-s1.md", "## Phụ lục", "Cơ quan tiếp nhận 48 hồ sơ.\n\n## Phụ lục")
    outcome = run("check")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.startswith("docs/bao-cao/2031-s1.md:20:19: W501 ho-so-tiep-nhan “Số hồ sơ tiếp nhận”: ")
    assert "\nKhông có lỗi, 1 cảnh báo.\n" in outcome.out
    assert len(json.loads(run("check", "--format", "json").out)["warnings"]) == 1


def test_an_unknown_form_is_wrong_usage(run: Run) -> None:
    outcome = run("check", "--format", "xml")
    assert outcome.status == 2
    assert outcome.err.startswith("congkhai: giá trị của --format không hợp lệ: chọn một trong: text, json, github.")


@pytest.mark.parametrize(("form", "on_a_terminal"), [("text", True), ("text", False), ("json", True), ("github", True)])
def test_colours_appear_only_in_text_on_a_terminal(project: Path, form: str, on_a_terminal: bool) -> None:
    edit(project / "data/reports/2031-S1.yaml", "value: 48", "value: 48%")
    arguments = ["--project", str(project), "check", "--format", form]
    outcome = CliRunner().invoke(congkhai, arguments, color=on_a_terminal)
    assert outcome.exit_code == 1
    assert ("\x1b[31m" in outcome.output) == ("\x1b[32m" in outcome.output) == (on_a_terminal and form == "text")


@pytest.mark.parametrize(("terminal", "seconds", "told"), [(True, 5.0, True), (True, 0.1, False), (False, 5.0, False)])
def test_progress_is_told_on_a_terminal_when_reading_is_slow(
    project: Path, monkeypatch: pytest.MonkeyPatch, terminal: bool, seconds: float, told: bool
) -> None:
    class Screen(StringIO):
        def isatty(self) -> bool:
            return terminal

    screen, ticks = Screen(), iter([0.0])
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr("macros.commands.checking.time.monotonic", lambda: next(ticks, seconds))
    with pytest.raises(SystemExit) as ended:
        main(["--project", str(project), "check"])
    assert not ended.value.code
    # Counted to the end, then wiped away.
    lines = screen.getvalue().split("\r")
    files = len([*project.rglob("data/**/*.yaml"), *project.rglob("docs/**/*.md")])
    wanted = [f"Đang đọc [{'#' * (30 * n // files):.<30}] {n}/{files} tệp" for n in range(1, files + 1)]
    assert lines == (["", *wanted, " " * len(wanted[-1]), ""] if told else [""])


# Presses Ctrl+C while the n-th module below the command is being looked for.
PRESSED = """
import signal, sys
from macros.cli import main
left = int(sys.argv[1])
def imported(event, arguments):
    global left
    if event == "import":
        left -= 1
        if left == 0:
            signal.raise_signal(signal.SIGINT)
sys.addaudithook(imported)
main(["--version"])
"""


@pytest.mark.parametrize("at", [1, 2, 10, 60])
def test_ctrl_c_while_the_command_is_being_loaded_has_its_sentence(at: int) -> None:
    command = [sys.executable, "-c", PRESSED, str(at)]
    outcome = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (outcome.returncode, outcome.stdout, outcome.stderr) == (130, "", "Đã dừng theo yêu cầu (Ctrl+C).\n")
