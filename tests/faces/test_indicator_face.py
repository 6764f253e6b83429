"""What the page of an indicator says, whole."""

from dataclasses import replace
from decimal import Decimal

from macros.faces.chart_face import ChartFace, Point, Series
from macros.faces.definition_face import DefinitionFace
from macros.faces.derived import Derived
from macros.faces.headline_face import HeadlineFace
from macros.faces.indicator_face import IndicatorFace, indicator_face
from macros.faces.linked_text import Part
from macros.faces.neighbours_face import Branch, NeighboursFace
from macros.faces.parts import CellFace, ContextFace, LargeFigure, StateFace
from macros.faces.series_table_face import ChangeCell, SeriesGroup, SeriesRow, SeriesTable
from macros.record import Catalogue, ReportStatus
from tests.comparing.reports import report
from tests.good_project import good_catalogue


def face(catalogue: Catalogue, id: str) -> IndicatorFace:
    rows = [row for row in catalogue.indicators.values() if row.kind.holds_value]
    at = next(n for n, row in enumerate(rows) if row.id == id)
    return indicator_face(rows[at], rows[at - 1], rows[at + 1], Derived(catalogue))


BEFORE = Part("Số hồ sơ đúng hạn", "chi-tieu/ho-so-dung-han/", printed=True)
AFTER = Part(
    "Có niêm yết nơi tiếp nhận tại https://vi-du.example/phan-anh", "chi-tieu/phan-anh-niem-yet/", printed=True
)


def test_the_page_of_a_rate() -> None:
    assert face(good_catalogue(), "ho-so-dung-han-ty-le") == IndicatorFace(
        name="Tỷ lệ hồ sơ đúng hạn",
        address="chi-tieu/ho-so-dung-han-ty-le/",
        description="Tỷ lệ hồ sơ đúng hạn: 66,7% (Năm 2031). I. Giải quyết thủ tục › 1. Số hồ sơ tiếp nhận.",
        path=(
            Part("I. Giải quyết thủ tục", "nhom/thu-tuc/", printed=True),
            Part("1. Số hồ sơ tiếp nhận", "chi-tieu/ho-so-tiep-nhan/", printed=True),
        ),
        headline=HeadlineFace(
            anchor="dong-ho-so-dung-han-ty-le",
            name="Tỷ lệ hồ sơ đúng hạn",
            context=ContextFace(
                (
                    Part("Số liệu năm 2031 của "),
                    Part("Cơ quan ví dụ (bịa đặt để kiểm thử)", "gioi-thieu/"),
                    Part(", theo bản dự thảo năm 2031 chưa được xác nhận. Cơ quan này không có thật."),
                ),
                "Góp ý về số liệu: Hộp thư góp ý tại trụ sở ví dụ.",
            ),
            ended=(),
            figure=LargeFigure("66,7", "%", False),
            corrected=None,
            progress=None,
            period="Năm 2031",
            status=ReportStatus.DRAFT,
            rate=(),
            meaning="Số hồ sơ đúng hạn chia cho số hồ sơ tiếp nhận.",
            doubt=None,
            note=(Part("Chưa có số hồ sơ đúng hạn để đối chiếu"),),
            change="",
            all_changes="",
            row=Part("Xem dòng này trong Báo cáo năm 2031", "bao-cao/2031-a1/#dong-ho-so-dung-han-ty-le"),
            quotation="Tỷ lệ hồ sơ đúng hạn: 66,7% (năm 2031). Nguồn: Cơ quan ví dụ (bịa đặt để kiểm thử), "
            "báo cáo năm 2031 (dự thảo / chưa cấp số). {address}, truy cập ngày {today}.",
            kept="bao-cao/2031-a1/v1/#dong-ho-so-dung-han-ty-le",
            mail=None,
            has_contact=True,
        ),
        shares=None,
        charts=(),
        chart_notice="",
        no_chart="Chưa đủ số liệu của hai kỳ cùng loại để vẽ biểu đồ.",
        other_charts=None,
        table=SeriesTable(
            caption="Số liệu đã công bố, mỗi loại kỳ một phần, kỳ mới nhất ở trên",
            has_targets=False,
            unit_is_sign=True,
            groups=(
                SeriesGroup(
                    "Số liệu theo năm",
                    (
                        SeriesRow(
                            period=Part("Năm 2031", "bao-cao/2031-a1/#dong-ho-so-dung-han-ty-le"),
                            published="dự thảo, chưa ban hành",
                            cell=CellFace(text="66,7"),
                            corrected=None,
                            unit="%",
                            target="",
                            change=None,
                            state=StateFace("Đã báo cáo", ""),
                            note=(Part("Chưa có số hồ sơ đúng hạn để đối chiếu"),),
                            below=(),
                            broken="",
                        ),
                    ),
                ),
                SeriesGroup(
                    "Số liệu theo 6 tháng",
                    (
                        SeriesRow(
                            period=Part("6 tháng đầu năm 2031", "bao-cao/2031-s1/#dong-ho-so-dung-han-ty-le"),
                            published="công bố từ lần 2, ngày 02/7/2031 hoặc trước đó",
                            cell=CellFace(text="43,750"),
                            corrected=None,
                            unit="%",
                            target="",
                            change=None,
                            state=StateFace("Đã báo cáo", ""),
                            note=(),
                            below=(),
                            broken="",
                        ),
                    ),
                ),
            ),
        ),
        earlier=None,
        revised=(),
        definition=DefinitionFace(
            id="ho-so-dung-han-ty-le",
            label=(Part("Tỷ lệ hồ sơ đúng hạn"),),
            place=(Part("I. Giải quyết thủ tục › 1. Số hồ sơ tiếp nhận", printed=True),),
            kind="Tỷ lệ phần trăm, lũy kế đến thời điểm báo cáo",
            codes="",
            unit="%",
            printed_unit="%",
            counted="Số hồ sơ đúng hạn chia cho số hồ sơ tiếp nhận.",
            used_in=(),
            lives="từ 6 tháng đầu năm 2031",
            continues=(),
            breaks=(),
            replaced_by=(),
            texts=("I. Giải quyết thủ tục › 1. Số hồ sơ tiếp nhận", "Tỷ lệ hồ sơ đúng hạn"),
        ),
        quality=None,
        documents=(),
        below=(),
        before=BEFORE,
        after=AFTER,
        neighbours=NeighboursFace(
            number="I",
            section=Part("Nhóm I. Giải quyết thủ tục", "nhom/thu-tuc/"),
            branches=(
                Branch(
                    id="ho-so-tiep-nhan",
                    title="Số hồ sơ tiếp nhận",
                    address="chi-tieu/ho-so-tiep-nhan/",
                    is_here=False,
                    below=(
                        Branch(
                            id="ho-so-dung-han",
                            title="Số hồ sơ đúng hạn",
                            address="chi-tieu/ho-so-dung-han/",
                            is_here=False,
                            below=(),
                        ),
                        Branch(
                            id="ho-so-dung-han-ty-le",
                            title="Tỷ lệ hồ sơ đúng hạn",
                            address="chi-tieu/ho-so-dung-han-ty-le/",
                            is_here=True,
                            below=(),
                        ),
                    ),
                ),
                Branch(
                    id="phan-anh",
                    title="Tiếp nhận phản ánh",
                    address="nhom/thu-tuc/#dong-phan-anh",
                    is_here=False,
                    below=(),
                ),
            ),
            position=3,
            total=6,
            before=BEFORE,
            after=AFTER,
        ),
    )


def test_figures_over_the_years_with_what_stands_between_them() -> None:
    id = "ho-so-tiep-nhan"
    years = [("2034-A1", "53"), ("2033-A1", "48"), ("2031-A1", "51")]
    made = replace(good_catalogue(), reports=tuple(report(year, {id: Decimal(value)}) for year, value in years))
    told = face(made, id)
    assert told.table == SeriesTable(
        caption="Số liệu đã công bố, kỳ mới nhất ở trên",
        has_targets=False,
        unit_is_sign=False,
        groups=(
            SeriesGroup(
                "",
                (
                    SeriesRow(
                        period=Part("Năm 2034", "bao-cao/2034-a1/#dong-ho-so-tiep-nhan"),
                        published="",
                        cell=CellFace(text="53"),
                        corrected=None,
                        unit="hồ sơ",
                        target="",
                        change=ChangeCell(
                            "tăng 5\N{NO-BREAK SPACE}hồ sơ, tức 10,4%", "bao-cao/2034-a1/so-sanh/", "So với năm 2033:"
                        ),
                        state=StateFace("Đã báo cáo", ""),
                        note=(),
                        below=(),
                        broken="",
                    ),
                    SeriesRow(
                        period=Part("Năm 2033", "bao-cao/2033-a1/#dong-ho-so-tiep-nhan"),
                        published="",
                        cell=CellFace(text="48"),
                        corrected=None,
                        unit="hồ sơ",
                        target="",
                        change=ChangeCell(
                            "giảm 3\N{NO-BREAK SPACE}hồ sơ, tức 5,9%", "bao-cao/2033-a1/so-sanh/", "So với năm 2031:"
                        ),
                        state=StateFace("Đã báo cáo", ""),
                        note=(),
                        below=("Trang web không có báo cáo năm 2032.",),
                        broken="",
                    ),
                    SeriesRow(
                        period=Part("Năm 2031", "bao-cao/2031-a1/#dong-ho-so-tiep-nhan"),
                        published="",
                        cell=CellFace(text="51"),
                        corrected=None,
                        unit="hồ sơ",
                        target="",
                        change=None,
                        state=StateFace("Đã báo cáo", ""),
                        note=(),
                        below=(),
                        broken="",
                    ),
                ),
            ),
        ),
    )
    assert told.charts == (
        ChartFace(
            id="bieu-do-ho-so-tiep-nhan-a",
            series=Series(
                title="Số hồ sơ tiếp nhận, theo năm",
                unit="hồ sơ",
                points=(
                    Point(label=("2031", ""), value=Decimal("51"), words="51\N{NO-BREAK SPACE}hồ sơ"),
                    Point(label=("2032", ""), value=None, words="không có báo cáo", missing=1, until=("2032", "")),
                    Point(label=("2033", ""), value=Decimal("48"), words="48\N{NO-BREAK SPACE}hồ sơ"),
                    Point(label=("2034", ""), value=Decimal("53"), words="53\N{NO-BREAK SPACE}hồ sơ"),
                ),
            ),
            finding="Năm 2034: 53\N{NO-BREAK SPACE}hồ sơ, cao nhất trong 3 kỳ so sánh được.",
            caption="Số hồ sơ tiếp nhận, theo năm, tính bằng hồ sơ. Trục bắt đầu từ 0. "
            "Dấu ×: trang web không có báo cáo kỳ đó.",
            drawing="api/v1/series/ho-so-tiep-nhan.a.svg",
            figures="api/v1/series/ho-so-tiep-nhan.a.csv",
        ),
    )
