"""What tiles and the summary of a report say, whole."""

from decimal import Decimal

from macros.faces.derived import Derived
from macros.faces.key_figures_face import KeyFiguresFace, TileFace, key_figures_face
from macros.faces.linked_text import Part
from macros.faces.meaning import Doubt, Grounds
from macros.faces.parts import ContextFace, LargeFigure
from macros.faces.progress_face import ProgressFace
from macros.faces.report_summary_face import ReportSummaryFace, report_summary_face
from macros.record import ReportKey, ReportStatus, series_key
from tests.good_project import good_catalogue


def test_tiles_of_a_rate_and_of_a_figure_that_fails_a_check() -> None:
    made = good_catalogue()
    report = made.reports_by_key[ReportKey.parse("2031-S1")]
    figures = [report.by_key[series_key(id)] for id in ("ho-so-dung-han-ty-le", "dao-tao")]
    assert key_figures_face(report, figures, Derived(made)) == KeyFiguresFace(
        (
            TileFace(
                address="chi-tieu/ho-so-dung-han-ty-le/",
                figure=LargeFigure("43,750", "%", False),
                name="Tỷ lệ hồ sơ đúng hạn",
                corrected=None,
                progress=ProgressFace(
                    id="",
                    title="21/48\N{NO-BREAK SPACE}hồ sơ (43,750%)",
                    description="Thanh đầy là 100%.",
                    value=Decimal("43.750"),
                    goal=Decimal("100"),
                    whole=Decimal("100"),
                ),
                meaning="21/48\N{NO-BREAK SPACE}hồ sơ.",
                doubt=None,
                spark=None,
                change="",
            ),
            TileFace(
                address="chi-tieu/dao-tao/",
                figure=LargeFigure("0", "người", False),
                name="Số người được đào tạo",
                corrected=None,
                progress=None,
                meaning="Báo cáo ghi 0, không phải để trống.",
                doubt=Doubt(
                    Grounds.CHECK,
                    "Tổng không khớp số thành phần: báo cáo ghi tổng là 0, số thành phần là 2.",
                    "bao-cao/2031-s1/chat-luong/#quan-he-bo-nhiem-da-dao-tao",
                ),
                spark=None,
                change="",
            ),
        )
    )


def test_the_summary_of_a_report() -> None:
    made = good_catalogue()
    assert report_summary_face(made.reports_by_key[ReportKey.parse("2031-S1")], made) == ReportSummaryFace(
        context=ContextFace(
            (
                Part("Số liệu 6 tháng đầu năm 2031 của "),
                Part("Cơ quan ví dụ (bịa đặt để kiểm thử)", "gioi-thieu/"),
                Part(". Cơ quan này không có thật."),
            ),
            "Góp ý về số liệu: Hộp thư góp ý tại trụ sở ví dụ.",
        ),
        title=Part("Báo cáo 6 tháng đầu năm 2031", "bao-cao/2031-s1/"),
        is_latest=False,
        status=ReportStatus.PUBLISHED,
    )
    assert report_summary_face(made.latest, made).is_latest
