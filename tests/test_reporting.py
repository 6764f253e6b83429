"""What `congkhai check` prints of problems, word for word, for people, for tools and for GitHub."""

import json
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from macros.problems.codes import PROBLEM_CODES
from macros.problems.problem import Place, Problem
from macros.reporting import REPORTS, github_report, guide_address, json_report, summary, text_report

ROOT = Path(__file__).parents[1]
ERROR = Problem(
    Place("data/reports/2031-S1.yaml", 33, 12),
    "E402",
    "“48%, 50:50” không phải là số",
    "một số nguyên không âm,\nví dụ 48",
    "viết 48, không có dấu %",
    "ho-so-tiep-nhan “Số hồ sơ tiếp nhận”",
)
NOWHERE = Problem(Place("data/a,b:c.yaml"), "E100", "thiếu tệp", "tệp này là bắt buộc", "khôi phục tệp")
WARNING = Problem(Place("docs/index.md", 3), "W502", "văn bản gõ tay", "macro document", "gọi macro document")


@pytest.fixture(autouse=True)
def no_site_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CONGKHAI_SITE_URL", raising=False)


def test_the_text_report_is_exactly_this() -> None:
    assert text_report([ERROR, NOWHERE], [WARNING]) == (
        "data/reports/2031-S1.yaml:33:12: E402 ho-so-tiep-nhan “Số hồ sơ tiếp nhận”: “48%, 50:50” không phải là số\n"
        "    Cho phép: một số nguyên không âm,\nví dụ 48\n"
        "    Cách sửa: viết 48, không có dấu %\n"
        "    Xem thêm: docs/huong-dan/loi.md#e402\n"
        "data/a,b:c.yaml: E100 thiếu tệp\n"
        "    Cho phép: tệp này là bắt buộc\n"
        "    Cách sửa: khôi phục tệp\n"
        "    Xem thêm: docs/huong-dan/loi.md#e100\n"
        "docs/index.md:3: W502 văn bản gõ tay\n"
        "    Cho phép: macro document\n"
        "    Cách sửa: gọi macro document\n"
        "    Xem thêm: docs/huong-dan/loi.md#w502\n"
        "Giải thích một mã ngay tại đây: congkhai explain E402\n"
        "Có 2 lỗi, 1 cảnh báo; trang công khai không bị thay đổi."
    )


def test_the_json_report_is_exactly_this() -> None:
    assert json.loads(json_report([ERROR, NOWHERE], [WARNING])) == {
        "errors": [
            {
                "code": "E402",
                "path": "data/reports/2031-S1.yaml",
                "line": 33,
                "column": 12,
                "subject": "ho-so-tiep-nhan “Số hồ sơ tiếp nhận”",
                "found": "“48%, 50:50” không phải là số",
                "allowed": "một số nguyên không âm,\nví dụ 48",
                "remedy": "viết 48, không có dấu %",
                "guide": "docs/huong-dan/loi.md#e402",
            },
            {
                "code": "E100",
                "path": "data/a,b:c.yaml",
                "line": None,
                "column": None,
                "subject": None,
                "found": "thiếu tệp",
                "allowed": "tệp này là bắt buộc",
                "remedy": "khôi phục tệp",
                "guide": "docs/huong-dan/loi.md#e100",
            },
        ],
        "warnings": [
            {
                "code": "W502",
                "path": "docs/index.md",
                "line": 3,
                "column": None,
                "subject": None,
                "found": "văn bản gõ tay",
                "allowed": "macro document",
                "remedy": "gọi macro document",
                "guide": "docs/huong-dan/loi.md#w502",
            }
        ],
        "clarify": [],
    }


def test_the_json_report_keeps_vietnamese_letters_readable() -> None:
    assert "không phải là số" in json_report([ERROR], [])


def test_the_github_report_is_exactly_this() -> None:
    assert github_report([ERROR, NOWHERE], [WARNING]) == (
        "::error file=data/reports/2031-S1.yaml,line=33,col=12,title=E402::"
        "ho-so-tiep-nhan “Số hồ sơ tiếp nhận”: “48%25, 50:50” không phải là số%0A"
        "Cho phép: một số nguyên không âm,%0Aví dụ 48%0A"
        "Cách sửa: viết 48, không có dấu %25%0AXem thêm: docs/huong-dan/loi.md#e402\n"
        "::error file=data/a%2Cb%3Ac.yaml,title=E100::"
        "thiếu tệp%0ACho phép: tệp này là bắt buộc%0ACách sửa: khôi phục tệp%0AXem thêm: docs/huong-dan/loi.md#e100\n"
        "::warning file=docs/index.md,line=3,title=W502::"
        "văn bản gõ tay%0ACho phép: macro document%0ACách sửa: gọi macro document%0A"
        "Xem thêm: docs/huong-dan/loi.md#w502\n"
        "Có 2 lỗi, 1 cảnh báo; trang công khai không bị thay đổi."
    )


def test_a_github_command_stays_on_its_line_and_gives_its_text_back() -> None:
    hostile = Problem(Place("a.yaml", 1), "E402", "x%0Ay\r\n::error::z", "%25", "100%")
    command, _ = github_report([hostile], []).split("\n")
    message = command.split("::", 2)[2]
    for written, meant in (("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        message = message.replace(written, meant)
    assert message == "x%0Ay\r\n::error::z\nCho phép: %25\nCách sửa: 100%\nXem thêm: docs/huong-dan/loi.md#e402"


@pytest.mark.parametrize(
    ("errors", "warnings", "line"),
    [
        ([], [], "Không có lỗi."),
        ([], [WARNING], "Không có lỗi, 1 cảnh báo."),
        ([ERROR], [], "Có 1 lỗi; trang công khai không bị thay đổi."),
        ([ERROR, NOWHERE], [WARNING], "Có 2 lỗi, 1 cảnh báo; trang công khai không bị thay đổi."),
    ],
)
def test_the_summary_counts_errors_and_warnings(errors: list[Problem], warnings: list[Problem], line: str) -> None:
    assert summary(errors, warnings) == line


def test_a_report_of_nothing() -> None:
    assert text_report([], []) == "Không có lỗi."
    assert github_report([], []) == "Không có lỗi."
    assert json.loads(json_report([], [])) == {"errors": [], "warnings": [], "clarify": []}


@pytest.mark.parametrize(
    ("site", "address"),
    [
        ("", "docs/huong-dan/loi.md#e402"),
        ("https://vi-du.example/cchc/", "https://vi-du.example/cchc/huong-dan/loi/#e402"),
        ("https://vi-du.example", "https://vi-du.example/huong-dan/loi/#e402"),
    ],
)
def test_the_guide_address_is_full_where_the_site_is_known(
    monkeypatch: pytest.MonkeyPatch, site: str, address: str
) -> None:
    monkeypatch.setenv("CONGKHAI_SITE_URL", site)
    assert guide_address(ERROR) == address


def test_the_guide_address_opens_the_build_on_this_machine(tmp_path: Path) -> None:
    page = tmp_path / "trang web" / "huong-dan" / "loi" / "index.html"
    page.parent.mkdir(parents=True)
    page.touch()
    assert guide_address(ERROR, tmp_path / "trang web") == f"{page.as_uri()}#e402"
    assert guide_address(ERROR, tmp_path / "khac") == "docs/huong-dan/loi.md#e402"
    assert f"\n    Xem thêm: {page.as_uri()}#e402\n" in text_report([ERROR], [], tmp_path / "trang web")
    # Another machine reads these.
    assert "file:" not in json_report([ERROR], [], tmp_path) + github_report([ERROR], [], tmp_path)


def test_every_form_has_a_report() -> None:
    assert set(REPORTS) == {"text", "json", "github"}


@pytest.mark.parametrize("code", PROBLEM_CODES)
def test_the_guide_explains_the_code_at_that_address(site: Path, pages: dict[str, HtmlElement], code: str) -> None:
    page, _, anchor = guide_address(Problem(Place("a"), code, "", "", ""), site).partition("#")
    assert page == (site / "huong-dan/loi/index.html").as_uri()
    (heading,) = pages["huong-dan/loi/index.html"].xpath(f"//h3[@id='{anchor}']")
    assert heading.text_content().startswith(f"{code} {PROBLEM_CODES[code].title}")


def test_without_a_site_the_address_is_a_file_of_the_project() -> None:
    page, _, _ = guide_address(ERROR).partition("#")
    assert (ROOT / page).is_file()
