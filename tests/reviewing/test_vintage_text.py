"""What was corrected and why, and what stood on a given day, held against what the demonstration's generator knows."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from macros import kinds
from macros.faces import phrases
from macros.loading.assembly import load_catalogue
from macros.record import Catalogue, ReportKey
from macros.reviewing.vintage_text import day_lines, edition_on, history_lines
from tests.demo.truth import truth
from tests.history.repositories import Commit, project_files, write_history


@pytest.fixture(scope="module")
def demo(demo_project: Path) -> Catalogue:
    return load_catalogue(demo_project)


def test_the_edition_of_a_day_is_the_newest_that_was_public_by_then(demo: Catalogue) -> None:
    revisions = truth(8, 1).revisions
    days = sorted(
        {vintage.date + timedelta(shift) for v in revisions.values() for vintage in v for shift in (-1, 0, 1)}
    )
    assert len(days) > 20
    for day in days:
        for period, vintages in revisions.items():
            expected = max((v.number for v in vintages if v.date <= day), default=None)
            found = edition_on(demo, ReportKey.parse(period), day)
            assert (found.revision.number if found else None) == expected, (period, day)


def test_every_figure_of_a_day_is_told_as_it_stood(demo: Catalogue, demo_project: Path) -> None:
    known = truth(8, 1)
    for period, vintages in known.revisions.items():
        for vintage in vintages:
            lines = list(day_lines(demo_project, demo, ReportKey.parse(period), vintage.date))
            assert lines[0] == f"Ngày {phrases.vietnamese.day(vintage.date)}, trang công khai có:"
            told = [line.strip() for line in lines[2:]]
            amounts = [cell for cell in vintage.cells.values() if cell.value or cell.status]
            assert len(told) == len(amounts), (period, vintage.number)
            for id, cell in vintage.cells.items():
                row = demo.indicators[id]
                if row.kind is kinds.COUNT and cell.value is not None:
                    shown = f"{int(cell.value):,}".replace(",", ".")
                    ending = f": {shown}\u00a0{row.unit.label}" if row.unit else f": {shown}"
                    assert any(f"{ending}" in line and row.title in line for line in told), (period, id)


def test_the_reason_and_every_corrected_figure_is_told(demo: Catalogue) -> None:
    told = "\n".join(history_lines(demo, ReportKey.parse("2031-A1"))).replace("\u00a0", " ")
    assert told.startswith(
        """\
Báo cáo năm 2031, lần 4, ngày 15/10/2032: Đính chính
  Lý do: Sửa số hồ sơ quá hạn sau khi đối chiếu hệ thống một cửa (Quyết định số 31/QĐ-SMH ngày 15/10/2032)
  Lưu vào hệ thống ngày 15/10/2032; bao-cao/2031-a1/v4/
    III.6 Đúng hạn (Số hồ sơ TTHC đã giải quyết): 2.574 → 2.522 hồ sơ (đính chính; giảm 52 hồ sơ, tức 2%)
    III.6 Quá hạn (Số hồ sơ TTHC đã giải quyết): 1 → 53 hồ sơ (đính chính; từ 1 lên 53 hồ sơ)
    III.6 Tỷ lệ hồ sơ giải quyết đúng hạn: 100,0% → 97,9% (đính chính; giảm 2,1 điểm phần trăm)
"""
    )
    assert told.count("Báo cáo năm 2031, lần ") == 4


def test_without_history_nothing_is_invented(project: Path) -> None:
    catalogue = load_catalogue(project)
    said = "Lịch sử không đủ. Không có dữ liệu lịch sử khi dựng trang web này: chưa rõ ngày công bố từng số liệu."
    first, *rest = day_lines(project, catalogue, None, date(1999, 1, 1))
    assert first.startswith(said)
    assert rest == [
        "Ngày 01/01/1999, trang công khai có:",
        "  không có báo cáo nào như vậy.",
    ]
    assert next(iter(history_lines(catalogue, ReportKey.parse("2031-S1")))).startswith(said)


def test_what_git_dates_later_is_never_said_to_have_stood(project: Path) -> None:
    write_history(project, [Commit(dict(project_files()))])
    catalogue = load_catalogue(project)
    told = [line.replace("\u00a0", " ") for line in day_lines(project, catalogue, None, date(2030, 12, 31))]
    assert told == ["Ngày 31/12/2030, trang công khai có:", "  không có báo cáo nào như vậy."]
    # The first commit, of 2/1/2031, has revision 2 of a report whose revisions are of June and July.
    told = [line.replace("\u00a0", " ") for line in day_lines(project, catalogue, None, date(2031, 6, 25))]
    assert told == [
        "Ngày 25/6/2031, trang công khai có:",
        "  không có báo cáo nào như vậy.",
        "Báo cáo tự khai có ngày đó hoặc sớm hơn, lịch sử git không cho thấy, nên không rõ trang đã có hay chưa:",
        "  Báo cáo 6 tháng đầu năm 2031, lần 1, ngày 20/6/2031 (hệ thống không còn lưu bản này); bao-cao/2031-s1/v1/",
    ]


def test_a_day_of_git_later_than_the_declared_one_is_the_day(project: Path) -> None:
    late = 2_000_000_000  # 18/5/2033
    write_history(project, [Commit(dict(project_files()), seconds=late)])
    catalogue = load_catalogue(project)
    before, after = (edition_on(catalogue, ReportKey.parse("2031-S1"), date(2033, 5, day)) for day in (17, 18))
    assert before is None
    assert after is not None
    assert after.revision.number == 2
    told = [line.replace("\u00a0", " ") for line in day_lines(project, catalogue, None, date(2033, 5, 17))]
    assert told[1:] == [
        "  không có báo cáo nào như vậy.",
        "Báo cáo tự khai có ngày đó hoặc sớm hơn, lịch sử git không cho thấy, nên không rõ trang đã có hay chưa:",
        "  Báo cáo 6 tháng đầu năm 2031, lần 1, ngày 20/6/2031 (hệ thống không còn lưu bản này); bao-cao/2031-s1/v1/",
        "  Báo cáo 6 tháng đầu năm 2031, lần 2, ngày 02/7/2031 (lưu vào hệ thống ngày 18/5/2033); bao-cao/2031-s1/v2/",
    ]
