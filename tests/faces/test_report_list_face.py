"""What the list of reports says, whole."""

from macros.faces.derived import Derived
from macros.faces.linked_text import Part
from macros.faces.report_list_face import ReportLine, ReportListFace, YearFace, report_list_face
from macros.record import ReportStatus
from tests.good_project import good_catalogue


def test_the_reports_by_year() -> None:
    assert report_list_face(Derived(good_catalogue())) == ReportListFace(
        (
            YearFace(
                2031,
                (
                    ReportLine(
                        title=Part("Báo cáo năm 2031", "bao-cao/2031-a1/"),
                        is_latest=True,
                        status=ReportStatus.DRAFT,
                        meta=(
                            Part("Chưa có số · chưa ghi ngày · "),
                            Part("Kết quả cải cách hành chính năm 2031 (bịa đặt)", printed=True),
                        ),
                        corrected=(),
                    ),
                    ReportLine(
                        title=Part("Báo cáo 6 tháng đầu năm 2031", "bao-cao/2031-s1/"),
                        is_latest=False,
                        status=ReportStatus.PUBLISHED,
                        meta=(
                            Part("Số 12/BC-CQVD · ngày 20/6/2031 · "),
                            Part("Kết quả cải cách hành chính 6 tháng đầu năm 2031 (bịa đặt)", printed=True),
                        ),
                        corrected=(),
                    ),
                ),
            ),
        )
    )
