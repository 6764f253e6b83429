"""What the home page lists, whole."""

import datetime
from dataclasses import replace
from decimal import Decimal

from macros.faces.derived import Derived
from macros.faces.home_faces import (
    CorrectionLine,
    RecentCorrectionsFace,
    SectionLine,
    SectionListFace,
    recent_corrections_face,
    section_list_face,
)
from macros.faces.linked_text import Part
from macros.record import Edition, FigureChange, ReportHistory, ReportKey, Revision, Standing, series_key
from tests.good_project import good_catalogue


def test_the_sections_with_how_much_of_them_the_newest_report_has() -> None:
    assert section_list_face(good_catalogue()) == SectionListFace(
        (
            SectionLine(
                id="thu-tuc",
                address="nhom/thu-tuc/",
                number="I",
                label="Giải quyết thủ tục",
                count="6 chỉ tiêu, 3 có số liệu",
            ),
            SectionLine(
                id="tai-chinh",
                address="nhom/tai-chinh/",
                number="II",
                label="Tài chính và nhân sự",
                count="4 chỉ tiêu, 2 có số liệu",
            ),
        )
    )


def test_what_was_corrected_lately_is_told_today_and_not_on_a_page_that_is_kept() -> None:
    made = good_catalogue()
    report = made.reports_by_key[ReportKey.parse("2031-S1")]
    after = report.by_key[series_key("bo-nhiem")]
    change = FigureChange(after.indicator, replace(after, value=Decimal(3)), after)
    revision = Revision(2, datetime.date(2031, 7, 2), "Đếm trùng một người.", None)
    edition = Edition(report.key, revision, Standing.RECORDED, None, (change,))
    first = replace(edition, revision=replace(revision, number=1), first=True)
    history = replace(made.history, reports={"2031-S1": ReportHistory((first, edition), {})})
    made = replace(made, history=history)
    link = Part("Báo cáo 6 tháng đầu năm 2031, lần 2, ngày 02/7/2031", "lich-su-sua-doi/#2031-s1-v2")
    line = CorrectionLine(link, "Đếm trùng một người.", "1 số liệu thay đổi")
    assert recent_corrections_face(Derived(made)) == RecentCorrectionsFace((line,))
    assert recent_corrections_face(Derived(made), kept=True) == RecentCorrectionsFace(())
