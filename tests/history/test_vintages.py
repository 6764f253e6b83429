"""For each figure what stood when; what cannot be known is said, and no date is invented."""

import json
import os
import shutil
import subprocess
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from macros import kinds
from macros.cli import main
from macros.history.public_states import read_past
from macros.history.vintages import history_of
from macros.loading.assembly import load_catalogue
from macros.outputs.tables.report_json import report_json
from macros.record import Catalogue, Knowledge, Observation, ReportKey
from tests.demo.truth import truth
from tests.good_project import GOOD
from tests.history.repositories import (
    NAMES,
    Commit,
    Content,
    copied,
    git,
    project_files,
    told,
    told_of,
    write_history,
)

GOLDEN = GOOD.parent.parent / "golden"
REPORT = "data/reports/2031-S1.yaml"


def changed(files: dict[str | bytes, Content], path: str, *changes: tuple[str, str]) -> dict[str | bytes, Content]:
    """The file with words replaced, each of which it has once."""
    content = files[path]
    assert isinstance(content, bytes)
    text = content.decode()
    for before, after in changes:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    files[path] = text.encode()
    return {path: files[path]}


REVISION_2 = """  - number: 2
    date: 2031-07-02
    reason: Sửa số hồ sơ đúng hạn
    document: 07-qd-cqvd-2031
"""
REVISION_3 = f"""{REVISION_2}  - number: 3
    date: 2031-08-01
    reason: Rút số đã chi
"""


def life() -> list[Commit]:
    """The small project, first as a draft, then published with the first of its revisions, corrected and corrected."""
    files = project_files()
    first = changed(files, REPORT, (REVISION_2, ""), ("value: 21", "value: 20"), ("status: published", "status: draft"))
    assert first
    return [
        Commit(dict(files)),
        Commit(changed(files, REPORT, ("value: 20", "value: 19"))),
        Commit(changed(files, REPORT, ("status: draft", "status: published"))),
        Commit(changed(files, REPORT, ("status: published", "status: draft"), ("value: 19", "value: 18"))),
        Commit(
            changed(
                files,
                REPORT,
                ("status: draft", "status: published"),
                ("value: 18", "value: 21"),
                ("lần đầu\n", f"lần đầu\n{REVISION_2}"),
            )
        ),
        Commit(),
        Commit(
            changed(
                files,
                REPORT,
                (REVISION_2, REVISION_3),
                ("value: 10749656", "status: not-reported"),
                ("    note: Theo Nghị định số 99/2030/NĐ-VD\n", ""),
            )
        ),
    ]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lich-su") / "nho"
    write_history(folder, life())
    return folder


def test_history_of_the_small_project(project: Path) -> None:
    assert (
        told(project)
        == """\
complete
2031-A1 lần 1: Công khai lần đầu theo bản dự thảo: Dự thảo; bản dự thảo, chưa ban hành
2031-S1 lần 1, ngày 20/6/2031: Công khai lần đầu: Công bố lần đầu; lưu vào hệ thống ngày 04/01/2031
2031-S1 lần 2, ngày 02/7/2031: Sửa số hồ sơ đúng hạn: Đính chính; 1 số liệu thay đổi; lưu vào hệ thống ngày 06/01/2031
2031-S1 lần 3, ngày 01/8/2031: Rút số đã chi: Rút số liệu; 1 số liệu thay đổi, 1 ghi chú thay đổi; \
lưu vào hệ thống ngày 08/01/2031
  ho-so-dung-han
    19 hồ sơ (lần 1, ngày 20/6/2031; lưu vào hệ thống ngày 04/01/2031)
    21 hồ sơ (lần 2, ngày 02/7/2031; lưu vào hệ thống ngày 06/01/2031)
  phan-anh-niem-yet
    Có (lần 1, ngày 20/6/2031; lưu vào hệ thống ngày 04/01/2031)
    Có (lần 3, ngày 01/8/2031; lưu vào hệ thống ngày 08/01/2031)
  kinh-phi-duoc-giao
    10.749.656 nghìn đồng (lần 1, ngày 20/6/2031; lưu vào hệ thống ngày 04/01/2031)
    báo cáo để trống (lần 3, ngày 01/8/2031; lưu vào hệ thống ngày 08/01/2031)
"""
    )


def test_what_is_not_committed_has_no_date(project: Path, tmp_path: Path) -> None:
    folder = copied(project, tmp_path / "nho")
    file = folder / REPORT
    revision_4 = f"{REVISION_3}  - number: 4\n    date: 2031-09-01\n    reason: Đếm lại\n"
    text = file.read_text("utf-8").replace(REVISION_3, revision_4).replace("value: 21", "value: 22")
    file.write_text(text, "utf-8")
    lines = told(folder).splitlines()
    assert "2031-S1 lần 4, ngày 01/9/2031: Đếm lại: Đính chính; 1 số liệu thay đổi; chưa lưu vào hệ thống" in lines
    assert "    22 hồ sơ (lần 4, ngày 01/9/2031; chưa lưu vào hệ thống)" in lines
    published = {row["id"]: row for row in published_json(folder)["observations"]}
    assert [v["recorded"] for v in published["ho-so-dung-han"]["vintages"]] == [
        "2031-01-04T01:00:00Z",
        "2031-01-06T01:00:00Z",
        None,
    ]


def published_json(folder: Path) -> dict:
    catalogue = load_catalogue(folder)
    return json.loads(report_json(catalogue.reports_by_key[ReportKey.parse("2031-S1")], catalogue))


def test_a_note_that_is_not_committed_is_a_vintage_without_a_date(project: Path, tmp_path: Path) -> None:
    folder = copied(project, tmp_path / "nho")
    file = folder / REPORT
    file.write_text(file.read_text("utf-8").replace("value: 21", "value: 21\n    note: Đã rà lại"), "utf-8")
    assert "    21 hồ sơ (lần 3, ngày 01/8/2031; chưa lưu vào hệ thống; không nêu)" in told(folder).splitlines()


def test_a_shallow_clone_dates_nothing_that_may_be_older(project: Path, tmp_path: Path) -> None:
    clone = tmp_path / "nong"
    subprocess.run(["git", "clone", "--quiet", "--depth=1", project.as_uri(), str(clone)], check=True)
    assert (
        told(clone)
        == """\
shallow
2031-A1 lần 1: Công khai lần đầu theo bản dự thảo: Dự thảo; bản dự thảo, chưa ban hành
2031-S1 lần 1, ngày 20/6/2031: Công khai lần đầu: Chưa rõ số liệu thay đổi; hệ thống không còn lưu bản này
2031-S1 lần 2, ngày 02/7/2031: Sửa số hồ sơ đúng hạn: Chưa rõ số liệu thay đổi; hệ thống không còn lưu bản này
2031-S1 lần 3, ngày 01/8/2031: Rút số đã chi: Chưa rõ số liệu thay đổi; đã lưu trong hệ thống, không rõ từ ngày nào
"""
    )
    vintages = published_json(clone)["observations"][1]["vintages"]
    assert [(v["revision"], v["recorded"], v["older"]) for v in vintages] == [(3, None, True)]


def test_staff_are_told_that_their_clone_is_shallow(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clone = tmp_path / "nong"
    subprocess.run(["git", "clone", "--quiet", "--depth=1", project.as_uri(), str(clone)], check=True)
    with pytest.raises(SystemExit) as ended:
        main(["--project", str(clone), "check"])
    assert not ended.value.code
    assert capsys.readouterr().err == (
        "Lưu ý: kho git bị cắt bớt phần đầu, nên trang không biết những gì công khai trước đó. "
        "Cách sửa: git fetch --unshallow\n"
    )


def test_a_rewritten_history_says_what_it_no_longer_holds(project: Path, tmp_path: Path) -> None:
    files = {path.relative_to(project).as_posix(): path for path in project.rglob("*") if path.is_file()}
    kept: dict[str | bytes, Content] = {
        name: path.read_bytes() for name, path in files.items() if not name.startswith((".git/", ".cache/"))
    }
    write_history(tmp_path / "gop", [Commit(kept)])
    lines = told(tmp_path / "gop").splitlines()
    assert lines[2:5] == [
        "2031-S1 lần 1, ngày 20/6/2031: Công khai lần đầu: Chưa rõ số liệu thay đổi; hệ thống không còn lưu bản này",
        "2031-S1 lần 2, ngày 02/7/2031: Sửa số hồ sơ đúng hạn: Chưa rõ số liệu thay đổi; "
        "hệ thống không còn lưu bản này",
        "2031-S1 lần 3, ngày 01/8/2031: Rút số đã chi: Chưa rõ số liệu thay đổi; lưu vào hệ thống ngày 02/01/2031",
    ]


@pytest.mark.parametrize("without", [Knowledge.NO_GIT, Knowledge.NO_REPOSITORY, Knowledge.NO_COMMITS])
def test_without_a_history_only_the_report_speaks(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, without: Knowledge
) -> None:
    folder = copied(project, tmp_path / "nho")
    git(folder, "checkout", "--quiet", "--orphan", "trong") if without is Knowledge.NO_COMMITS else None
    if without is Knowledge.NO_GIT:
        monkeypatch.setenv("PATH", "")
    if without is Knowledge.NO_REPOSITORY:
        (folder / ".git").rename(tmp_path / "khac")
    unknown = "chưa lưu vào hệ thống" if without is Knowledge.NO_COMMITS else "không có dữ liệu lịch sử để đối chiếu"
    lost = "hệ thống không còn lưu bản này" if without is Knowledge.NO_COMMITS else unknown
    assert told(folder).splitlines() == [
        without,
        "2031-A1 lần 1: Công khai lần đầu theo bản dự thảo: Dự thảo; bản dự thảo, chưa ban hành",
        f"2031-S1 lần 1, ngày 20/6/2031: Công khai lần đầu: Chưa rõ số liệu thay đổi; {lost}",
        f"2031-S1 lần 2, ngày 02/7/2031: Sửa số hồ sơ đúng hạn: Chưa rõ số liệu thay đổi; {lost}",
        f"2031-S1 lần 3, ngày 01/8/2031: Rút số đã chi: Chưa rõ số liệu thay đổi; {unknown}",
    ]


def test_a_revision_that_was_taken_back_keeps_its_place(project: Path, tmp_path: Path) -> None:
    folder = copied(project, tmp_path / "nho")
    ids = git(folder, "log", "--format=%H", "-n2").split()
    git(folder, "checkout", "--quiet", ids[1], "--", REPORT)
    git(folder, *NAMES, "commit", "--quiet", "--message=Lui")
    # No such project passes the check any more; the pages of one that had done so keep the address.
    shutil.copytree(folder, tmp_path / "khong-git", ignore=shutil.ignore_patterns(".git"))
    catalogue = load_catalogue(tmp_path / "khong-git")
    history = history_of(read_past(folder), catalogue)
    lines = told_of(replace(catalogue, history=history)).splitlines()
    (line,) = (line for line in lines if line.startswith("2031-S1 lần 3"))
    assert line.endswith("lưu vào hệ thống ngày 08/01/2031; sau đó báo cáo không còn nêu lần này")


def test_a_name_that_is_withheld_today_is_in_no_vintage(tmp_path: Path) -> None:
    files = project_files()
    commits = [
        Commit({**files, **changed(files, REPORT, (REVISION_2, ""), ("        withheld: true\n", ""))}),
        Commit(
            changed(
                files,
                REPORT,
                ("lần đầu\n", f"lần đầu\n{REVISION_2}"),
                ("name: Trần Thị Không Nêu\n", "name: Trần Thị Không Nêu\n        withheld: true\n"),
                ("value: 2\n    note: Bổ nhiệm ông", "value: 3\n    note: Bổ nhiệm ông"),
            )
        ),
    ]
    write_history(tmp_path, commits)
    catalogue = load_catalogue(tmp_path)
    text = report_json(catalogue.reports_by_key[ReportKey.parse("2031-S1")], catalogue)
    assert "Trần Thị Không Nêu" not in text
    assert text.count("Bổ nhiệm ông Lê Văn Bịa Đặt và bà [không công bố tên]") == 6


def test_an_indicator_that_was_renamed_keeps_its_history(tmp_path: Path) -> None:
    files = project_files()
    first = dict(files) | changed(files, REPORT, (REVISION_2, ""), ("value: 21", "value: 20"))
    renamed = {
        path: content.replace(b"ho-so-dung-han", b"ho-so-som-han").replace(
            b"- id: ho-so-som-han\n", b"- id: ho-so-som-han\n    former_ids: [ho-so-dung-han]\n"
        )
        for path, content in files.items()
        if isinstance(content, bytes) and b"ho-so-dung-han" in content
    }
    files |= renamed
    second = changed(files, REPORT, ("lần đầu\n", f"lần đầu\n{REVISION_2}"), ("value: 20", "value: 21"))
    write_history(tmp_path, [Commit(first), Commit(renamed), Commit(second)])
    assert told(tmp_path).splitlines()[-3:] == [
        "  ho-so-som-han",
        "    20 hồ sơ (lần 1, ngày 20/6/2031; lưu vào hệ thống ngày 02/01/2031)",
        "    21 hồ sơ (lần 2, ngày 02/7/2031; lưu vào hệ thống ngày 04/01/2031)",
    ]


def test_a_figure_of_another_day_stands_in_the_unit_of_its_day(tmp_path: Path) -> None:
    files = project_files()
    form = "data/indicators/tai-chinh.yaml"
    text = files[form]
    assert isinstance(text, bytes)
    before, mark, after = text.decode().partition("label: Kinh phí được giao\n    kind: number\n")
    once = after.replace("Nghìn đồng\n    unit: nghin-dong", "Triệu đồng\n    unit: trieu-dong", 1)
    units = files["data/units.yaml"]
    assert isinstance(units, bytes)
    old_unit = "  - id: trieu-dong\n    label: triệu đồng\n    printed: [Triệu đồng]\n".encode()
    first = dict(files) | {form: f"{before}{mark}{once}".encode(), "data/units.yaml": units + old_unit}
    files_then = dict(files)
    first |= changed(files_then, REPORT, (REVISION_2, ""), ("value: 10749656", "value: 10750"))
    second = {form: text, "data/units.yaml": units}
    second |= changed(files_then, REPORT, ("lần đầu\n", f"lần đầu\n{REVISION_2}"), ("value: 10750", "value: 10749656"))
    write_history(tmp_path, [Commit(first), Commit(second)])
    assert told(tmp_path).splitlines()[-3:] == [
        "  kinh-phi-duoc-giao",
        "    10.750 Triệu đồng (lần 1, ngày 20/6/2031; lưu vào hệ thống ngày 02/01/2031)",
        "    10.749.656 nghìn đồng (lần 2, ngày 02/7/2031; lưu vào hệ thống ngày 03/01/2031)",
    ]


# ---- the demonstration, whose truth is known -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def demo(demo_project: Path) -> Catalogue:
    return load_catalogue(demo_project)


def test_every_public_figure_of_the_demonstration_is_told_and_no_other(demo: Catalogue) -> None:
    known = truth(8, 1).figures
    headings = {id for id, row in demo.indicators.items() if row.kind is kinds.HEADING}
    wanted = {
        (period, id): [
            (s.revision, s.since, s.reason, s.document, s.value, s.status, s.expected, s.note) for s in figures
        ]
        for (period, id), figures in known.items()
        if id not in headings
    }
    found = {
        (str(report.period), key.indicator): [
            (v.revision.number, v.revision.date, v.revision.reason, v.revision.document, *said(v.observation))
            for v in vintages
        ]
        for report, past in demo.history.reports.items()
        for key, vintages in past.vintages.items()
    }
    assert found == wanted
    assert sum(len(vintages) for vintages in found.values()) > len(found) + 10, "some were corrected"


def said(observation: Observation | None) -> tuple[str | None, ...]:
    """Value, status, expected period and note as the truth has them."""
    assert observation is not None
    value = observation.value
    text = f"{value:f}" if isinstance(value, Decimal) else value if value is None else str(value)
    status = None if value is not None else str(observation.status)
    return text, status, str(observation.expected) if observation.expected else None, observation.note


def test_the_history_of_the_demonstration_whole(demo: Catalogue) -> None:
    """When a change is meant, `CONGKHAI_UPDATE_GOLDEN=1 pytest tests/history` writes the file anew."""
    golden = GOLDEN / "lich-su-minh-hoa.txt"
    text = told_of(demo)
    if "CONGKHAI_UPDATE_GOLDEN" in os.environ:
        golden.write_text(text, "utf-8", newline="\n")
    assert text == golden.read_text("utf-8")


def test_the_demonstration_is_long_enough_to_mean_something(demo_project: Path) -> None:
    assert int(git(demo_project, "rev-list", "--count", "HEAD")) >= 200
    assert int(git(demo_project, "rev-list", "--count", "--merges", "HEAD")) >= 3
    assert read_past(demo_project).moved, "a report whose period was corrected"
