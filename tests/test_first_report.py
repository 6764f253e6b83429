"""A next report, published as README tells, changes nothing of what is kept of the first one for tests to quote."""

import re
import shutil
from pathlib import Path

import pytest

from macros import cli
from macros.loading.assembly import load_catalogue
from tests.conftest import ROOT
from tests.first_report import FIRST, first_alone, is_alone

CITED = """
  - id: 99-qd-bql-2099
    type: Quyết định
    number: "99"
    symbol: QĐ-BQL
    date: 2099-12-01
"""


def files(project: Path) -> dict[str, bytes]:
    return {p.relative_to(project).as_posix(): p.read_bytes() for p in project.rglob("*") if p.is_file()}


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    """The project of this repository, with its first report alone."""
    return first_alone(ROOT, tmp_path / "alone")


@pytest.fixture
def followed(alone: Path, tmp_path: Path) -> Path:
    """The same, and after it a report on a further year, which cites a document of its own."""
    project = shutil.copytree(alone, tmp_path / "followed")
    with pytest.raises(SystemExit):
        cli.main(["--project", str(project), "new", "2099-A1"])
    report = project / "data/reports/2099-A1.yaml"
    text = report.read_text("utf-8").replace("    value:\n", "    status: not-reported\n")
    report.write_text(re.sub("  file:\n  sha256:\n", f"  file: x.txt\n  sha256: {'ab' * 32}\n", text), "utf-8")
    with (project / "data/documents.yaml").open("a", encoding="utf-8") as documents:
        documents.write(CITED)
    with (project / "docs/bao-cao/2099-a1.md").open("a", encoding="utf-8") as page:
        page.write('\n{{ document("99-qd-bql-2099", "Quyết định số 99/QĐ-BQL ngày 01/12/2099") }}\n')
    return project


def test_the_copy_has_the_first_report_alone_and_is_sound(alone: Path) -> None:
    assert [str(report.period) for report in load_catalogue(alone).reports] == [FIRST]
    assert is_alone(alone)


def test_a_report_that_follows_leaves_no_trace_in_the_copy(alone: Path, followed: Path, tmp_path: Path) -> None:
    assert [str(report.period) for report in load_catalogue(followed).reports] == ["2099-A1", FIRST]
    assert not is_alone(followed)
    assert files(first_alone(followed, tmp_path / "again")) == files(alone)


def test_nothing_is_left_out_where_nothing_follows(alone: Path) -> None:
    if is_alone(ROOT):
        here = {path: content for path, content in files(alone).items() if path.startswith(("data/", "docs/"))}
        assert here == {path: (ROOT / path).read_bytes() for path in here}
        assert here.keys() == {
            path.relative_to(ROOT).as_posix()
            for part in ("data", "docs")
            for path in (ROOT / part).rglob("*")
            if path.is_file()
        }
