"""The shape of `data/reports/<period>.yaml`: a report's head, its revisions and its figures."""

from typing import Annotated

from pydantic import Field

from macros.reading.scalars import Day, Figure, Flag, Id, PeriodId, ReportStatusWord, StatusWord, Target, Text, Whole
from macros.reading.shapes.shape import Shape
from macros.record import ReportKey, SeriesKey, series_key


class PersonShape(Shape):
    name: Text
    """Họ và tên. Chỗ của tên trong ghi chú viết {1}, {2}."""
    withheld: Flag = False
    """true nếu không công bố tên này trên trang."""


class RevisionShape(Shape):
    number: Whole
    """Lần công bố: 1, 2, 3, …"""
    date: Day | None = None
    """Ngày công khai hoặc đính chính, ví dụ 2022-06-20."""
    reason: Text
    """Lý do, ví dụ: Sửa số hồ sơ đúng hạn."""
    document: Id | None = None
    """Mã của văn bản đính chính trong data/documents.yaml."""


class SourceFileShape(Shape):
    file: Text
    """Tên tệp nguồn mà số liệu được chép ra."""
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """Mã SHA-256 của tệp nguồn, 64 ký tự. Trên Windows: certutil -hashfile TÊN_TỆP SHA256."""


class AnnexShape(Shape):
    title: Text
    """Tên phụ lục đúng như in."""
    attachment: Text | None = None
    """Dòng “Kèm theo Báo cáo số …” đúng như in."""


class ObservationShape(Shape):
    indicator: Id
    """Mã chỉ tiêu trong data/indicators. Không đổi."""
    value: Figure | None = None
    """Giá trị, ví dụ 48, 43.75, hoặc mã trả lời. Nguồn ghi 0 thì viết 0; để trống thì bỏ dòng này, viết status."""
    target: Target = None
    """Mục tiêu mà nguồn nêu cho số này, ví dụ 95. Nguồn không nêu thì bỏ dòng này."""
    status: StatusWord | None = None
    """Vì sao không có giá trị. Có giá trị thì bỏ dòng này."""
    expected: PeriodId | None = None
    """Kỳ sẽ có giá trị, khi status là pending và nguồn nêu thời điểm, ví dụ 2022-Q3."""
    waiting: Text | None = None
    """Nguồn cho biết việc đến đâu, khi status là pending, viết ngắn, ví dụ: kiểm tra trong Quý III/2022."""
    reason: Text | None = None
    """Căn cứ trong nguồn của status."""
    note: Text | None = None
    """Ghi chú đúng như in. Tên người thay bằng {1}, {2} và đặt ở persons."""
    persons: list[PersonShape] = []
    """Những người được nêu tên trong ghi chú, theo thứ tự {1}, {2}."""
    covers: Text | None = None
    """Số này nói về gì, một câu cho người đọc; số liệu viết bằng mã: {ho-so-tra}/{ho-so-nhan} hồ sơ đã trả kết quả."""

    @property
    def series(self) -> SeriesKey:
        """By what the figure is found."""
        return series_key(self.indicator)


class ReportFile(Shape):
    """data/reports/<period>.yaml"""

    period: PeriodId
    """Kỳ báo cáo: 2022-Q1 (quý I), 2022-S1 (6 tháng), 2022-N1 (9 tháng), 2022-A1 (cả năm), 2022-M05 (tháng 5)."""
    title: Text
    """Tên báo cáo đúng như in."""
    status: ReportStatusWord
    """draft khi chưa có số; published khi đã ban hành."""
    number: Text | None = None
    """Số của báo cáo, đặt trong dấu nháy, ví dụ "12". Chưa có số thì bỏ dòng này."""
    symbol: Text | None = None
    """Ký hiệu của báo cáo, ví dụ BC-BQL."""
    date: Day | None = None
    """Ngày ký, viết năm-tháng-ngày, ví dụ 2022-06-20."""
    printed_date: Text | None = None
    """Dòng ngày tháng đúng như in, khi nguồn để trống ngày, ví dụ: ngày tháng năm 2022."""
    place: Text | None = None
    """Nơi ghi ở đầu báo cáo trước ngày tháng, ví dụ: Sóc Trăng."""
    data_start: Day | None = None
    """Ngày đầu của kỳ số liệu, theo nguồn, ví dụ 2021-12-15."""
    data_end: Day | None = None
    """Ngày cuối của kỳ số liệu, theo nguồn, ví dụ 2022-06-14."""
    cumulative: Flag | None = None
    """true nếu số liệu tính từ đầu năm, false nếu chỉ tính riêng kỳ này. Nguồn không nêu thì bỏ dòng này."""
    signer_title: Text | None = None
    """Chức vụ người ký đúng như in, ví dụ: TRƯỞNG BAN."""
    signer: PersonShape | None = None
    """Người ký."""
    recipients: list[Text] = []
    """Nơi nhận, mỗi nơi một dòng."""
    annex: AnnexShape
    """Phụ lục số liệu."""
    source: SourceFileShape
    """Tệp nguồn của báo cáo."""
    revisions: Annotated[list[RevisionShape], Field(min_length=1)]
    """Các lần công bố và đính chính, mỗi lần một khối."""
    observations: list[ObservationShape]
    """Số liệu, mỗi chỉ tiêu một khối, theo thứ tự của biểu mẫu."""

    @property
    def report(self) -> ReportKey:
        """By what the report is found."""
        return ReportKey(self.period)
