"""What the page of a section says around its table, whole."""

from dataclasses import replace
from decimal import Decimal

from macros.faces.chart_face import ChartFace, Point, Series
from macros.faces.derived import Derived
from macros.faces.linked_text import Part
from macros.faces.parts import ContextFace
from macros.faces.section_face import MultiplesFace, OtherSection, SectionFace, SmallChart, section_face
from macros.record import ReportStatus
from tests.comparing.reports import report
from tests.good_project import good_catalogue


def test_the_page_of_a_section() -> None:
    made = good_catalogue()
    assert section_face(made.sections[0], Derived(made)) == SectionFace(
        address="nhom/thu-tuc/",
        title="I. Giải quyết thủ tục",
        description="Nhóm I của phụ lục: Giải quyết thủ tục. Tất cả chỉ tiêu và số liệu mới nhất.",
        number="I",
        context=ContextFace(
            (
                Part("Số liệu năm 2031 của "),
                Part("Cơ quan ví dụ (bịa đặt để kiểm thử)", "gioi-thieu/"),
                Part(", theo bản dự thảo năm 2031 chưa được xác nhận. Cơ quan này không có thật."),
            ),
            "Góp ý về số liệu: Hộp thư góp ý tại trụ sở ví dụ.",
        ),
        figures="Số liệu của Báo cáo năm 2031",
        status=ReportStatus.DRAFT,
        in_report=Part("Xem nhóm này trong báo cáo", "bao-cao/2031-a1/#nhom-i"),
        multiples=(),
        others=(OtherSection("nhom/tai-chinh/", (Part("II. "), Part("Tài chính và nhân sự", printed=True))),),
    )


def test_the_charts_of_a_section_stand_over_the_same_periods() -> None:
    figures = [("2032-A1", "53"), ("2031-A1", "48")]
    reports = (report(period, {"ho-so-tiep-nhan": Decimal(value)}) for period, value in figures)
    made = replace(good_catalogue(), reports=tuple(reports))
    assert section_face(made.sections[0], Derived(made)).multiples == (
        MultiplesFace(
            "Số liệu theo năm (1)",
            "Số liệu theo năm, từ 2031 đến 2032. ",
            (
                SmallChart(
                    Part("Số hồ sơ tiếp nhận", "chi-tieu/ho-so-tiep-nhan/#qua-cac-ky", printed=True),
                    ChartFace(
                        id="bieu-do-ho-so-tiep-nhan-a",
                        series=Series(
                            title="Số hồ sơ tiếp nhận, theo năm",
                            unit="hồ sơ",
                            points=(
                                Point(label=("2031", ""), value=Decimal("48"), words="48\N{NO-BREAK SPACE}hồ sơ"),
                                Point(label=("2032", ""), value=Decimal("53"), words="53\N{NO-BREAK SPACE}hồ sơ"),
                            ),
                        ),
                        finding="Tăng từ 48\u00a0hồ sơ (năm 2031) lên 53\u00a0hồ sơ (năm 2032).",
                        caption="Số hồ sơ tiếp nhận, theo năm, tính bằng hồ sơ. Trục bắt đầu từ 0.",
                        drawing="api/v1/series/ho-so-tiep-nhan.a.svg",
                        figures="api/v1/series/ho-so-tiep-nhan.a.csv",
                    ),
                ),
            ),
        ),
    )
