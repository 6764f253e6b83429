"""The invented form: its rows, and how it changes over the years."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from macros.kinds import CODED, COUNT, HEADING, NUMBER, PERCENT, TEXT, Kind
from macros.record import Period
from tests.demo.timetable import FIRST_YEAR, Timetable

RENAMED = {"ho-so-truc-tuyen": "ho-so-nop-qua-mang"}
_UNITS = {
    "ho-so": "Hồ sơ", "nguoi": "Người", "nhiem-vu": "Nhiệm vụ", "phan-tram": "%", "tthc": "TTHC", "van-ban": "Văn bản",
    "tin-bai": "Tin, bài", "phieu": "Phiếu", "don-vi": "Đơn vị", "van-de": "Vấn đề", "don": "Đơn",
    "phan-mem": "Phần mềm", "trieu-dong": "Triệu đồng", "dong": "Đồng", "diem": "Điểm", "dich-vu": "Dịch vụ",
}  # fmt: skip
_CODE_LISTS = {
    "co-khong": "Có = 1; Không = 0",
    "hinh-thuc": "Trực tuyến = 0 Phát phiếu = 1 Kết hợp = 2",
    "thuc-hien": "Đã thực hiện = 1 Chưa thực hiện = 0",
    "chap-hanh": "Tốt = 1 Có vi phạm = 0",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the form, as defined once every change has come; `measure` is the id of a unit or of a code list.

    `starts` and `ends` are years from the first, None for a life without that end; `from_half` lets a life start with
    the first half-year.
    """

    id: str
    parent: str
    number: str | None
    label: str
    kind: Kind
    measure: str | None = None
    starts: int | None = None
    ends: int | None = None
    from_half: bool = False
    successors: tuple[str, ...] = ()
    conversion: str | None = None
    broken: tuple[int, str] | None = None
    definition: str | None = None
    former_definition: str | None = None
    documents: tuple[str, ...] = ()
    may_exceed_100: bool = False
    disciplinary: bool = False
    link: str | None = None

    @property
    def printed_unit(self) -> str | None:
        return {**_UNITS, **_CODE_LISTS}.get(self.measure or "")


@dataclass(frozen=True, slots=True)
class FormSection:
    """A numbered part of the form, with the relations between its rows; those of `QUERIES` are no laws."""

    id: str
    number: str
    label: str
    rows: tuple[Row, ...]
    relations: tuple[tuple[str, str], ...] = ()
    headings: tuple[str, ...] = ()


# What came in before may be settled now; more may be looked through than must be.
QUERIES = {"xu-ly-trong-phat-hien", "ra-soat-trong-phai"}

H, C, P, N, K, T = HEADING, COUNT, PERCENT, NUMBER, CODED, TEXT

SECTIONS = (
    FormSection(
        "chi-dao-dieu-hanh",
        "I",
        "Công tác chỉ đạo, điều hành cải cách hành chính",
        (
            Row("ke-hoach-ty-le", "", "1", "Tỷ lệ hoàn thành kế hoạch cải cách hành chính", P, "phan-tram",
                definition="Số nhiệm vụ đã hoàn thành chia cho số nhiệm vụ đề ra trong năm."),
            Row("ke-hoach-de-ra", "ke-hoach-ty-le", None, "- Số nhiệm vụ đề ra trong năm:", C, "nhiem-vu"),
            Row("ke-hoach-hoan-thanh", "ke-hoach-ty-le", None, "- Số nhiệm vụ đã hoàn thành:", C, "nhiem-vu"),
            Row("van-ban-chi-dao", "", "2", "Số văn bản chỉ đạo đã ban hành", C, "van-ban"),
            Row("tuyen-truyen", "", "3", "Tuyên truyền cải cách hành chính:", H),
            Row("tuyen-truyen-ty-le", "tuyen-truyen", None, "Tỷ lệ thực hiện kế hoạch tuyên truyền", P, "phan-tram"),
            Row("tin-bai", "tuyen-truyen", None, "Số tin, bài đã đăng", C, "tin-bai", ends=0,
                successors=("tin-bai-cong-thong-tin", "tin-bai-mang-xa-hoi")),
            Row("tin-bai-cong-thong-tin", "tuyen-truyen", None, "Số tin, bài trên cổng thông tin điện tử", C, "tin-bai",
                starts=1),
            Row("tin-bai-mang-xa-hoi", "tuyen-truyen", None, "Số tin, bài trên mạng xã hội", C, "tin-bai", starts=1),
            Row("kiem-tra", "", "4", "Kiểm tra cải cách hành chính:", H),
            Row("kiem-tra-don-vi", "kiem-tra", None, "Số đơn vị đã kiểm tra", C, "don-vi"),
            Row("kiem-tra-phat-hien", "kiem-tra", None, "Số vấn đề phát hiện qua kiểm tra", C, "van-de"),
            Row("kiem-tra-da-xu-ly", "kiem-tra", None, "Số vấn đề đã xử lý", C, "van-de"),
            Row("khao-sat", "", "5", "Khảo sát sự hài lòng:", H),
            Row("khao-sat-hinh-thuc", "khao-sat", None, "Hình thức khảo sát", K, "hinh-thuc"),
            Row("khao-sat-so-phieu", "khao-sat", None, "Số phiếu khảo sát", C, "phieu", starts=1, from_half=True),
            Row("khao-sat-hai-long", "khao-sat", None, "Tỷ lệ hài lòng", P, "phan-tram",
                broken=(2, "Từ kỳ này tính cả phiếu khảo sát trực tuyến."),
                definition="Số phiếu trả lời hài lòng trở lên, kể cả phiếu trực tuyến, chia cho số phiếu thu về.",
                former_definition="Số phiếu trả lời hài lòng trở lên chia cho số phiếu thu về."),
            Row("ky-luat-ky-cuong", "", "6", "Chấp hành kỷ luật, kỷ cương hành chính", K, "chap-hanh"),
            Row("sang-kien", "", "7", "Số sáng kiến cải cách hành chính", C, "nhiem-vu"),
        ),
        (
            ("ke-hoach-dung-ty-le", "ke-hoach-ty-le = ke-hoach-hoan-thanh / ke-hoach-de-ra"),
            ("ke-hoach-trong-de-ra", "ke-hoach-hoan-thanh <= ke-hoach-de-ra"),
            ("xu-ly-trong-phat-hien", "kiem-tra-da-xu-ly <= kiem-tra-phat-hien"),
        ),
        ("Chỉ đạo, điều hành",),
    ),
    FormSection(
        "cai-cach-the-che",
        "II",
        "Cải cách thể chế",
        (
            Row("vbqppl-ban-hanh", "", "1", "Số văn bản quy phạm pháp luật đã tham mưu ban hành", C, "van-ban",
                documents=("99-nd-vd-2030",)),
            Row("vbqppl-dung-tien-do", "vbqppl-ban-hanh", None, "- Trong đó đúng tiến độ:", C, "van-ban"),
            Row("vbqppl-phai-ra-soat", "", "2", "Số văn bản phải rà soát", C, "van-ban"),
            Row("vbqppl-da-ra-soat", "", "3", "Số văn bản đã rà soát", C, "van-ban"),
            Row("linh-vuc-theo-doi", "", "4", "Lĩnh vực trọng tâm theo dõi thi hành pháp luật", T),
        ),
        (
            ("dung-tien-do-trong-tong", "vbqppl-dung-tien-do <= vbqppl-ban-hanh"),
            ("ra-soat-trong-phai", "vbqppl-da-ra-soat <= vbqppl-phai-ra-soat"),
            ("khong-ban-hanh-khong-dung", "vbqppl-ban-hanh = 0 => vbqppl-dung-tien-do"),
        ),
    ),
    FormSection(
        "cai-cach-tthc",
        "III",
        "Cải cách thủ tục hành chính",
        (
            Row("tthc-hieu-luc", "", "1", "Tổng số TTHC đang có hiệu lực:", C, "tthc"),
            Row("tthc-cap-tinh", "tthc-hieu-luc", None, "- Số TTHC cấp tỉnh:", C, "tthc"),
            Row("tthc-cap-huyen", "tthc-hieu-luc", None, "- Số TTHC cấp huyện:", C, "tthc", ends=0,
                definition="Dòng này kết thúc cùng cấp huyện; không có chỉ tiêu thay thế."),
            Row("tthc-cap-xa", "tthc-hieu-luc", None, "- Số TTHC cấp xã:", C, "tthc"),
            Row("niem-yet", "", "2", "Niêm yết địa chỉ tiếp nhận phản ánh, kiến nghị", K, "co-khong",
                link="https://vi-du.example/phan-anh"),
            Row("don-khieu-nai", "", "3", "Số đơn khiếu nại về TTHC", C, "don", ends=0, successors=("don-thu",)),
            Row("don-to-cao", "", "4", "Số đơn tố cáo về TTHC", C, "don", ends=0, successors=("don-thu",)),
            Row("don-thu", "", "3", "Số đơn khiếu nại, tố cáo về TTHC", C, "don", starts=1,
                conversion="don-khieu-nai + don-to-cao"),
            Row("ho-so-tiep-nhan", "", "5", "Số hồ sơ TTHC tiếp nhận trong kỳ", C, "ho-so"),
            Row("ho-so-truc-tuyen", "ho-so-tiep-nhan", None, "- Tiếp nhận trực tuyến:", C, "ho-so"),
            Row("ho-so-truc-tiep", "ho-so-tiep-nhan", None, "- Tiếp nhận trực tiếp, qua bưu chính:", C, "ho-so"),
            Row("ho-so-da-giai-quyet", "", "6", "Số hồ sơ TTHC đã giải quyết", C, "ho-so"),
            Row("ho-so-dung-han", "ho-so-da-giai-quyet", None, "- Đúng hạn:", C, "ho-so"),
            Row("ho-so-qua-han", "ho-so-da-giai-quyet", None, "- Quá hạn:", C, "ho-so"),
            Row("ho-so-dung-han-ty-le", "ho-so-da-giai-quyet", None, "Tỷ lệ hồ sơ giải quyết đúng hạn", P, "phan-tram",
                definition="Số hồ sơ giải quyết đúng hạn chia cho số hồ sơ đã giải quyết."),
            Row("ho-so-so-hoa", "", "7", "Số hồ sơ được số hóa", C, "ho-so", starts=3),
        ),
        (
            ("tthc-tong", "tthc-hieu-luc = tthc-cap-tinh + tthc-cap-huyen + tthc-cap-xa"),
            ("tthc-tong-hai-cap", "tthc-cap-tinh <= tthc-hieu-luc"),
            ("tiep-nhan-tong", "ho-so-tiep-nhan = ho-so-truc-tuyen + ho-so-truc-tiep"),
            ("giai-quyet-tong", "ho-so-da-giai-quyet = ho-so-dung-han + ho-so-qua-han"),
            ("dung-han-dung-ty-le", "ho-so-dung-han-ty-le = ho-so-dung-han / ho-so-da-giai-quyet"),
        ),
    ),
    FormSection(
        "to-chuc-bo-may",
        "IV",
        "Cải cách tổ chức bộ máy hành chính nhà nước",
        (
            Row("bien-che-giao", "", "1", "Số biên chế được giao", C, "nguoi"),
            Row("bien-che-co-mat", "", "2", "Số biên chế có mặt", C, "nguoi"),
            Row("bien-che-chua-dung", "", "3", "Số biên chế chưa sử dụng", C, "nguoi"),
            Row("sap-xep-don-vi", "", "4", "Sắp xếp đơn vị sự nghiệp trực thuộc", K, "thuc-hien"),
        ),
        (("bien-che-con-lai", "bien-che-chua-dung = bien-che-giao - bien-che-co-mat"),),
        ("Tổ chức bộ máy",),
    ),
    FormSection(
        "che-do-cong-vu",
        "V",
        "Cải cách chế độ công vụ",
        (
            Row("bo-nhiem", "", "1", "Số người được bổ nhiệm", C, "nguoi"),
            Row("dao-tao-ke-hoach", "", "2", "Số người phải đào tạo theo kế hoạch", C, "nguoi"),
            Row("dao-tao-thuc-te", "", "3", "Số người đã được đào tạo", C, "nguoi"),
            Row("dao-tao-ty-le", "", "3", "Tỷ lệ thực hiện kế hoạch đào tạo", P, "phan-tram", may_exceed_100=True),
            Row("ky-luat", "", "4", "Số người bị kỷ luật", C, "nguoi", disciplinary=True),
            Row("ky-luat-khien-trach", "ky-luat", None, "- Khiển trách:", C, "nguoi"),
            Row("ky-luat-canh-cao", "ky-luat", None, "- Cảnh cáo trở lên:", C, "nguoi"),
        ),
        (
            ("dao-tao-dung-ty-le", "dao-tao-ty-le = dao-tao-thuc-te / dao-tao-ke-hoach"),
            ("ky-luat-tong", "ky-luat = ky-luat-khien-trach + ky-luat-canh-cao"),
        ),
        ("Chế độ công vụ",),
    ),
    FormSection(
        "tai-chinh-cong",
        "VI",
        "Cải cách tài chính công",
        (
            Row("kinh-phi", "", "1", "Kinh phí cải cách hành chính:", H),
            Row("kinh-phi-giao-trieu", "kinh-phi", None, "- Kinh phí được giao:", N, "trieu-dong", ends=0,
                successors=("kinh-phi-giao",)),
            Row("kinh-phi-giao", "kinh-phi", None, "- Kinh phí được giao:", N, "dong", starts=1,
                conversion="kinh-phi-giao-trieu * 1000000"),
            Row("giai-ngan-trieu", "kinh-phi", None, "- Kinh phí đã giải ngân:", N, "trieu-dong", ends=0,
                successors=("giai-ngan",)),
            Row("giai-ngan", "kinh-phi", None, "- Kinh phí đã giải ngân:", N, "dong", starts=1,
                conversion="giai-ngan-trieu * 1000000"),
            Row("giai-ngan-ty-le", "kinh-phi", None, "Tỷ lệ giải ngân", P, "phan-tram"),
            Row("don-vi-tu-chu", "", "2", "Số đơn vị sự nghiệp tự chủ tài chính", C, "don-vi"),
        ),
        (
            ("giai-ngan-dung-ty-le-trieu", "giai-ngan-ty-le = giai-ngan-trieu / kinh-phi-giao-trieu"),
            ("giai-ngan-dung-ty-le", "giai-ngan-ty-le = giai-ngan / kinh-phi-giao"),
        ),
        ("Tài chính công",),
    ),
    FormSection(
        "chinh-phu-so",
        "VII",
        "Xây dựng và phát triển chính quyền số",
        (
            Row("van-ban-di", "", "1", "Số văn bản đi", C, "van-ban"),
            Row("van-ban-di-dien-tu", "van-ban-di", None, "- Trong đó gửi điện tử:", C, "van-ban"),
            Row("van-ban-di-ty-le", "van-ban-di", None, "Tỷ lệ văn bản gửi điện tử", P, "phan-tram",
                broken=(1, "Từ kỳ này không tính văn bản mật."),
                definition="Số văn bản gửi điện tử chia cho số văn bản đi, không kể văn bản mật.",
                former_definition="Số văn bản gửi điện tử chia cho số văn bản đi."),
            Row("dich-vu-cong", "", "2", "Số dịch vụ công trực tuyến", C, "dich-vu", ends=0,
                successors=("dich-vu-cong-toan-trinh", "dich-vu-cong-mot-phan")),
            Row("dich-vu-cong-muc-4", "dich-vu-cong", None, "- Trong đó mức độ 4:", C, "dich-vu", ends=0,
                successors=("dich-vu-cong-toan-trinh",)),
            Row("dich-vu-cong-toan-trinh", "", "2", "Số dịch vụ công trực tuyến toàn trình", C, "dich-vu", starts=1,
                conversion="dich-vu-cong-muc-4"),
            Row("dich-vu-cong-mot-phan", "", "3", "Số dịch vụ công trực tuyến một phần", C, "dich-vu", starts=1,
                conversion="dich-vu-cong - dich-vu-cong-muc-4"),
            Row("phan-mem-dung-chung", "", "4", "Số phần mềm dùng chung", C, "phan-mem", ends=4,
                definition="Dòng này kết thúc; không có chỉ tiêu thay thế."),
            Row("dich-vu-noi-bat", "", "5", "Dịch vụ được dùng nhiều nhất", T),
            Row("diem-chuyen-doi-so", "", "6", "Điểm chuyển đổi số tự chấm", N, "diem"),
        ),
        (("dien-tu-trong-tong", "van-ban-di-dien-tu <= van-ban-di"),),
        ("Chính quyền số",),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Form:
    """The form of a timetable: every row with its life, as the definitions stand after all changes."""

    timetable: Timetable

    @cached_property
    def rows(self) -> dict[str, Row]:
        """Every row that the timetable reaches, in the order of the form, by id; parents are filled in."""
        last = self.timetable.periods[-1].year - FIRST_YEAR
        reached = ((section, row) for section in SECTIONS for row in section.rows if (row.starts or 0) <= last)
        return {row.id: replace(row, parent=row.parent or section.id) for section, row in reached}

    def first(self, row: Row) -> Period:
        """The first period that has the row."""
        year = FIRST_YEAR + (row.starts or 0)
        return Period.parse(f"{year}-S1") if row.from_half else self.timetable.first_of(year)

    def last(self, row: Row) -> Period | None:
        """The last period that has the row; None for one that goes on."""
        return None if row.ends is None else self.timetable.last_of(FIRST_YEAR + row.ends)

    def break_of(self, row: Row) -> Period | None:
        """The period from which the row counts something else; None for one that never does."""
        return None if row.broken is None else Period.parse(f"{FIRST_YEAR + row.broken[0]}-S1")

    def living(self, period: Period) -> Iterator[Row]:
        """The rows that a report on the period has, in the order of the form."""
        for row in self.rows.values():
            last = self.last(row)
            ended = last is not None and period.order > last.order
            if period.order >= self.first(row).order and not ended:
                yield row
