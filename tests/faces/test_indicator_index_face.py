"""What the list of all indicators says, whole."""

from macros.faces.derived import Derived
from macros.faces.indicator_index_face import (
    FigureFace,
    IndexRow,
    IndexSection,
    IndicatorIndexFace,
    indicator_index_face,
)
from macros.faces.letters_face import LetterFace
from macros.faces.linked_text import Part
from macros.record import ReportStatus
from tests.good_project import good_catalogue


def test_the_list_by_section_and_by_letter() -> None:
    assert indicator_index_face(Derived(good_catalogue())) == IndicatorIndexFace(
        figures="Số liệu bên cạnh mỗi chỉ tiêu là của Báo cáo năm 2031",
        status=ReportStatus.DRAFT,
        sections=(
            IndexSection(
                anchor="nhom-i",
                address="nhom/thu-tuc/",
                heading=(Part("I. "), Part("Giải quyết thủ tục", printed=True)),
                rows=(
                    IndexRow(
                        1,
                        Part("1. Số hồ sơ tiếp nhận", "chi-tieu/ho-so-tiep-nhan/", printed=True),
                        FigureFace(text="112\N{NO-BREAK SPACE}hồ sơ", is_blank=False, spark=None, doubt=None),
                    ),
                    IndexRow(
                        2,
                        Part("Số hồ sơ đúng hạn", "chi-tieu/ho-so-dung-han/", printed=True),
                        FigureFace(text="báo cáo để trống", is_blank=True, spark=None, doubt=None),
                    ),
                    IndexRow(
                        2,
                        Part("Tỷ lệ hồ sơ đúng hạn", "chi-tieu/ho-so-dung-han-ty-le/", printed=True),
                        FigureFace(text="66,7%", is_blank=False, spark=None, doubt=None),
                    ),
                    IndexRow(1, Part("2. Tiếp nhận phản ánh", printed=True), None),
                    IndexRow(
                        2,
                        Part(
                            "Có niêm yết nơi tiếp nhận tại https://vi-du.example/phan-anh",
                            "chi-tieu/phan-anh-niem-yet/",
                            printed=True,
                        ),
                        FigureFace(text="Không", is_blank=False, spark=None, doubt=None),
                    ),
                    IndexRow(
                        2,
                        Part("Hình thức lấy ý kiến", "chi-tieu/phan-anh-hinh-thuc/", printed=True),
                        FigureFace(text="không áp dụng", is_blank=True, spark=None, doubt=None),
                    ),
                    IndexRow(
                        2,
                        Part("Nội dung chính", "chi-tieu/phan-anh-noi-dung/", printed=True),
                        FigureFace(text="báo cáo để trống", is_blank=True, spark=None, doubt=None),
                    ),
                ),
            ),
            IndexSection(
                anchor="nhom-ii",
                address="nhom/tai-chinh/",
                heading=(Part("II. "), Part("Tài chính và nhân sự", printed=True)),
                rows=(
                    IndexRow(1, Part("1. Kinh phí", printed=True), None),
                    IndexRow(
                        2,
                        Part("Kinh phí được giao", "chi-tieu/kinh-phi-duoc-giao/", printed=True),
                        FigureFace(
                            text="10.749.656,5\N{NO-BREAK SPACE}nghìn đồng", is_blank=False, spark=None, doubt=None
                        ),
                    ),
                    IndexRow(
                        2,
                        Part("Kinh phí đã chi", "chi-tieu/kinh-phi-da-chi/", printed=True),
                        FigureFace(text="−12,50\N{NO-BREAK SPACE}nghìn đồng", is_blank=False, spark=None, doubt=None),
                    ),
                    IndexRow(
                        1,
                        Part("1. Số người được bổ nhiệm", "chi-tieu/bo-nhiem/", printed=True),
                        FigureFace(text="không áp dụng", is_blank=True, spark=None, doubt=None),
                    ),
                    IndexRow(
                        1,
                        Part("2. Số người được đào tạo", "chi-tieu/dao-tao/", printed=True),
                        FigureFace(
                            text="không còn báo cáo sau 6 tháng đầu năm 2031", is_blank=True, spark=None, doubt=None
                        ),
                    ),
                    IndexRow(
                        1,
                        Part("2. Số người được đào tạo trực tuyến", "chi-tieu/dao-tao-truc-tuyen/", printed=True),
                        FigureFace(text="chờ kết quả", is_blank=True, spark=None, doubt=None),
                    ),
                ),
            ),
        ),
        letters=(
            LetterFace(
                "C",
                "van-c",
                (
                    Part(
                        "Có niêm yết nơi tiếp nhận tại https://vi-du.example/phan-anh",
                        "chi-tieu/phan-anh-niem-yet/",
                        printed=True,
                    ),
                ),
            ),
            LetterFace("H", "van-h", (Part("Hình thức lấy ý kiến", "chi-tieu/phan-anh-hinh-thuc/", printed=True),)),
            LetterFace(
                "K",
                "van-k",
                (
                    Part("Kinh phí đã chi", "chi-tieu/kinh-phi-da-chi/", printed=True),
                    Part("Kinh phí được giao", "chi-tieu/kinh-phi-duoc-giao/", printed=True),
                ),
            ),
            LetterFace("N", "van-n", (Part("Nội dung chính", "chi-tieu/phan-anh-noi-dung/", printed=True),)),
            LetterFace(
                "S",
                "van-s",
                (
                    Part("Số hồ sơ đúng hạn", "chi-tieu/ho-so-dung-han/", printed=True),
                    Part("Số hồ sơ tiếp nhận", "chi-tieu/ho-so-tiep-nhan/", printed=True),
                    Part("Số người được bổ nhiệm", "chi-tieu/bo-nhiem/", printed=True),
                    Part("Số người được đào tạo", "chi-tieu/dao-tao/", printed=True),
                    Part("Số người được đào tạo trực tuyến", "chi-tieu/dao-tao-truc-tuyen/", printed=True),
                ),
            ),
            LetterFace("T", "van-t", (Part("Tỷ lệ hồ sơ đúng hạn", "chi-tieu/ho-so-dung-han-ty-le/", printed=True),)),
        ),
    )
