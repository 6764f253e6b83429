"""How relations live: in the form for some periods, beside one report, and in the list of what staff make clear."""

import json
import re
from pathlib import Path

import pytest

from macros.agreement.queries import clarification_text, clarifications
from macros.editing.canonical_form import formatted
from macros.loading.assembly import load_catalogue
from macros.reading.shapes import RELATIONS_FILE
from macros.reading.yaml_records import parse_record
from macros.record import ReportKey
from macros.reporting import github_report, json_report, text_report

_PLAIN = "  dung-han-trong-tong: ho-so-dung-han <= ho-so-tiep-nhan\n"
_DEFINITIONS = "data/indicators/thu-tuc.yaml"


def edit(file: Path, before: str, after: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, after), "utf-8")


def beside(project: Path, period: str, *lines: str) -> None:
    file = project / "data/relations" / f"{period}.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text("\n".join([f"period: {period}", "relations:", *(f"  {line}" for line in lines), ""]), "utf-8")


def held(project: Path) -> dict[str, list[str]]:
    """The relations that each report is held against."""
    reports = load_catalogue(project).reports
    return {str(report.period): [result.relation.id for result in report.check_results] for report in reports}


@pytest.mark.parametrize(
    ("life", "periods"),
    [
        ("", {"2031-S1", "2031-A1"}),
        ("    from: 2031-A1\n", {"2031-A1"}),
        ("    to: 2031-S1\n", {"2031-S1"}),
        ("    from: 2031-S1\n    to: 2031-A1\n", {"2031-S1", "2031-A1"}),
        ("    from: 2032-S1\n", set()),
    ],
)
def test_a_relation_is_held_against_no_report_outside_its_life(project: Path, life: str, periods: set[str]) -> None:
    law = "  dung-han-trong-tong:\n    law: ho-so-dung-han <= ho-so-tiep-nhan\n"
    edit(project / _DEFINITIONS, _PLAIN, f"{law}{life}")
    assert {period for period, ids in held(project).items() if "dung-han-trong-tong" in ids} == periods


def test_two_readings_of_one_number_may_follow_each_other(project: Path) -> None:
    """The form of the next year counts another part in."""
    mine = 'ho-so-tiep-nhan."Một cửa: #":ho-so'
    lines = (
        f"  truoc:\n    law: 'ho-so-dung-han = {mine}'\n    to: 2031-S1\n"
        f"  sau:\n    law: 'ho-so-dung-han = {mine} + ho-so-tiep-nhan'\n    from: 2031-A1\n"
    )
    edit(project / _DEFINITIONS, _PLAIN, lines)
    found = held(project)
    assert ("truoc" in found["2031-S1"], "sau" in found["2031-S1"]) == (True, False)
    assert ("truoc" in found["2031-A1"], "sau" in found["2031-A1"]) == (False, True)


def test_what_stands_beside_a_report_is_held_against_it_alone_and_is_a_query(project: Path) -> None:
    beside(project, "2031-S1", "rieng: ho-so-dung-han <= ho-so-tiep-nhan", "sai: ho-so-tiep-nhan <= ho-so-dung-han")
    report = load_catalogue(project).reports_by_key[ReportKey.parse("2031-S1")]
    results = {result.relation.id: result for result in report.check_results}
    assert (results["rieng"].hard, results["sai"].hard) == (False, False)
    assert [result.relation.id for result in report.open_queries] == ["sai"]
    assert "rieng" not in held(project)["2031-A1"]


def test_a_file_beside_a_report_has_a_canonical_form() -> None:
    typed = "relations:\n    hai:   b <= c\n    mot: 'a = b'\nperiod: 2031-S1\n"
    text = formatted(parse_record("data/relations/2031-S1.yaml", typed), RELATIONS_FILE, {})
    assert text.partition("\n")[2] == "period: 2031-S1\nrelations:\n  hai: b <= c\n  mot: a = b\n"


HARD = "“Số hồ sơ đúng hạn” là 120; lớn hơn “Số hồ sơ tiếp nhận” là 112"
ASKED = "“Số hồ sơ tiếp nhận” là 112; còn “Số hồ sơ đúng hạn” là 120"
RATE = (
    "“Tỷ lệ hồ sơ đúng hạn” là 66,7; còn “Số hồ sơ đúng hạn” là 120 chia cho “Số hồ sơ tiếp nhận” là 112, tức 107,1429%"
)
EACH = (
    "“Số hồ sơ đúng hạn” là 120; nhiều hơn “Số người được đào tạo trực tuyến” là 3, "
    "dù mỗi việc trước có ít nhất một việc sau"
)
IMPLIED = "“Niêm yết công khai” là 0; nhưng “Số hồ sơ tiếp nhận” là 112 và “Số hồ sơ đúng hạn” là 120"


@pytest.fixture
def unclear(project: Path) -> Path:
    """The good project, whose newest report fails checks of every kind."""
    newest = project / "data/reports/2031-A1.yaml"
    edit(newest, "ho-so-dung-han\n    status: not-reported", "ho-so-dung-han\n    value: 120")
    edit(
        newest, "dao-tao-truc-tuyen\n    status: pending\n    reason: Đang đào tạo.", "dao-tao-truc-tuyen\n    value: 3"
    )
    edit(project / _DEFINITIONS, _PLAIN, "  trong-tong:\n    law: ho-so-dung-han <= ho-so-tiep-nhan\n    type: hard\n")
    beside(
        project,
        "2031-A1",
        "bang: ho-so-tiep-nhan = ho-so-dung-han",
        "moi: each ho-so-dung-han has dao-tao-truc-tuyen",
        "keo-theo: phan-anh-niem-yet = 0 => ho-so-tiep-nhan, ho-so-dung-han",
        "dung: ho-so-tiep-nhan <= ho-so-dung-han",
    )
    return project


def test_what_is_to_be_made_clear_is_told_with_its_figures_by_name(unclear: Path) -> None:
    catalogue = load_catalogue(unclear)
    names = {row.id: catalogue.names[row.key] for row in catalogue.indicators.values()}
    implied = IMPLIED.replace("Niêm yết công khai", names["phan-anh-niem-yet"])
    assert clarification_text(clarifications(catalogue)) == (
        "Cần làm rõ (năm 2031):\n"
        "  Chắc chắn không khớp, trang công khai nêu ra:\n"
        f"    - {HARD} [trong-tong]\n"
        "  Cần hỏi lại cơ quan, trang công khai không nêu:\n"
        f"    - {RATE} [dung-han-ty-le]\n"
        f"    - {ASKED} [bang]\n"
        f"    - {EACH} [moi]\n"
        f"    - {implied} [keo-theo]"
    )


def test_every_form_of_the_check_carries_the_list(unclear: Path) -> None:
    found = clarifications(load_catalogue(unclear))
    assert text_report([], [], None, found) == f"{clarification_text(found)}\nKhông có lỗi."
    assert json.loads(json_report([], [], None, found))["clarify"][0] == {
        "period": "2031-A1",
        "relation": "trong-tong",
        "type": "hard",
        "indicators": ["ho-so-dung-han", "ho-so-tiep-nhan"],
        "text": HARD,
    }
    notices = re.findall(
        "^::notice file=data/reports/2031-A1.yaml,title=Cần làm rõ::", github_report([], [], None, found), re.M
    )
    assert len(notices) == len(found) == 5


def test_where_nothing_is_to_be_made_clear_nothing_is_said(project: Path) -> None:
    assert clarification_text(clarifications(load_catalogue(project))) == ""
