"""The files for machines, whole: what the small project publishes is kept in cases/golden.

When a change of the format is meant, `CONGKHAI_UPDATE_GOLDEN=1 pytest tests/exports` writes the files anew; read the
difference before you commit it.
"""

import csv
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from macros.hosts.site_build import build_site
from macros.outputs.tables.report_csv import report_csv
from macros.outputs.tables.report_json import report_json
from macros.record import Catalogue, Report, ReportKey
from tests.good_project import GOOD, good_catalogue

GOLDEN = GOOD.parent.parent / "golden"
WITHHELD = "Trần Thị Không Nêu"
EXPORTS = {"json": report_json, "csv": report_csv}
REPORTS = list(good_catalogue().reports)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, built."""
    folder = tmp_path_factory.mktemp("nho")
    build_site(copytree(GOOD, folder / "nho"), folder / "site")
    return folder / "site"


def loaded(report: Report) -> dict[str, Any]:
    return json.loads(report_json(report, good_catalogue()))


@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
@pytest.mark.parametrize("report", REPORTS, ids=lambda report: str(report.period))
def test_a_file_is_whole_as_it_was(
    report: Report, export: Callable[[Report, Catalogue], str], request: pytest.FixtureRequest
) -> None:
    extension = {function: name for name, function in EXPORTS.items()}[export]
    text = export(report, good_catalogue()).replace("\r\n", "\n")  # git keeps the golden file with bare newlines
    golden = GOLDEN / f"{report.period}.{extension}"
    if "CONGKHAI_UPDATE_GOLDEN" in os.environ:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, "utf-8", newline="\n")
    assert text == golden.read_text("utf-8")


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: str(report.period))
@pytest.mark.parametrize("extension", EXPORTS)
def test_the_site_publishes_these_files(site: Path, report: Report, extension: str) -> None:
    published = (site / "api/v1/reports" / f"{report.period}.{extension}").read_bytes()
    assert published == EXPORTS[extension](report, good_catalogue()).encode("utf-8")


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: str(report.period))
def test_csv_and_json_say_the_same(report: Report) -> None:
    text = report_csv(report, good_catalogue())
    assert text.startswith("\ufeffid,")
    assert text.count("\n") == text.count("\r\n")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    observations = loaded(report)["observations"]
    # But for the mark that keeps a spreadsheet from running what begins with a dash.
    plain = [{key: text.removeprefix("'") for key, text in row.items()} for row in rows]
    assert plain == [{key: observation[key] or "" for key in rows[0]} for observation in observations]


def test_a_zero_is_not_a_blank() -> None:
    rows = {
        row["id"]: row for row in loaded(good_catalogue().reports_by_key[ReportKey.parse("2031-S1")])["observations"]
    }
    assert {id: (rows[id]["value"], rows[id]["status"], rows[id]["text"]) for id in ("dao-tao", "kinh-phi-da-chi")} == {
        "dao-tao": ("0", "A", "0"),
        "kinh-phi-da-chi": (None, "O", "Chờ kết quả; báo cáo nêu năm 2031"),
    }


def test_a_withheld_name_is_published_nowhere(site: Path) -> None:
    names = ["Lê Văn Bịa Đặt", WITHHELD]
    found = {name for file in site.rglob("*") if file.is_file() for name in names if name.encode() in file.read_bytes()}
    assert found == {"Lê Văn Bịa Đặt"}
    assert any(WITHHELD in file.read_text("utf-8") for file in (GOOD / "data").rglob("*.yaml"))


def test_a_withheld_signer_is_published_nowhere(project: Path, tmp_path: Path) -> None:
    report = project / "data/reports/2031-S1.yaml"
    text = report.read_text("utf-8")
    name = "  name: Nguyễn Văn Ví Dụ\n"
    assert name in text
    report.write_text(text.replace(name, f"{name}  withheld: true\n"), "utf-8")
    build_site(project, tmp_path / "site")
    files = [file for file in (tmp_path / "site").rglob("*") if file.is_file()]
    assert [file for file in files if "Nguyễn Văn Ví Dụ".encode() in file.read_bytes()] == []
