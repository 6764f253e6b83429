"""The shapes of what stands beside a report: `data/quality/<period>.yaml`, `data/relations/<period>.yaml`."""

from typing import Annotated

from pydantic import Field

from macros.reading.scalars import Asked, Day, Id, PeriodId, Text
from macros.reading.shapes.shape import Shape
from macros.record import ReportKey, SeriesKey, series_key


class AnswerShape(Shape):
    text: Text
    """Nội dung trả lời, đúng như được trả lời hoặc tóm tắt trung thực."""
    date: Day
    """Ngày trả lời, viết năm-tháng-ngày, ví dụ 2022-07-20."""
    by: Text
    """Cơ quan hoặc người trả lời, ví dụ: Văn phòng Ban Quản lý."""


class QuestionShape(Shape):
    id: Id
    """Mã của câu hỏi, ví dụ bien-che-gom-hop-dong. Không đổi: địa chỉ của câu hỏi trên trang dùng mã này."""
    indicator: Id | None = None
    """Mã của một chỉ tiêu mà câu hỏi nói tới. Hỏi về cả báo cáo thì bỏ dòng này."""
    text: Text
    """Điều đã biết (báo cáo ghi gì), rồi một câu hỏi sau chữ “Cần làm rõ:”. Nhiều nhất 3 câu, 40 tiếng."""
    reference: Text
    """Nơi in trong báo cáo để kiểm lại."""
    asked: Asked
    """Ngày đã hỏi cơ quan, ví dụ 2022-07-14; chưa hỏi được ai thì viết: chưa có nơi để hỏi."""
    answer: AnswerShape | None = None
    """Trả lời của cơ quan, đủ nội dung, ngày và người trả lời. Chưa có trả lời thì bỏ khóa này."""

    @property
    def series(self) -> SeriesKey | None:
        """By what the figure is found; None where the question is about the whole report."""
        return series_key(self.indicator) if self.indicator else None


class ReadingNoteShape(Shape):
    id: Id
    """Mã của lưu ý, ví dụ dao-tao-thuc-te."""
    indicators: Annotated[list[Id], Field(min_length=1)]
    """Mã các chỉ tiêu mà lưu ý nói tới."""
    text: Text
    """Điều cần biết để đọc đúng số liệu, không phải câu hỏi."""
    reference: Text | None = None
    """Nơi in trong báo cáo để kiểm lại."""

    @property
    def series(self) -> tuple[SeriesKey, ...]:
        """By what the figures are found."""
        return tuple(map(series_key, self.indicators))


class StaffNoteShape(Shape):
    id: Id
    """Mã của mục."""
    text: Text
    """Lỗi in hoặc cách trình bày của biểu mẫu, để người làm số liệu biết; không công bố."""
    reference: Text | None = None
    """Nơi in trong báo cáo."""


class QualityFile(Shape):
    """data/quality/<period>.yaml"""

    period: PeriodId
    """Kỳ của báo cáo, ví dụ 2022-S1."""
    questions: list[QuestionShape] = []
    """Điểm cần làm rõ, công bố tại đúng một chỉ tiêu, mỗi câu hỏi một khối."""
    reading_notes: list[ReadingNoteShape] = []
    """Lưu ý khi đọc số liệu, công bố ở trang chất lượng số liệu, mỗi lưu ý một khối."""
    for_staff: list[StaffNoteShape] = []
    """Danh sách nội bộ: lỗi in, cách trình bày của biểu mẫu. Không công bố ở đâu; congkhai check --all in ra."""

    @property
    def report(self) -> ReportKey:
        """By what the report is found."""
        return ReportKey(self.period)


class RelationsFile(Shape):
    """data/relations/<period>.yaml"""

    period: PeriodId
    """Kỳ của báo cáo mà các quan hệ này đọc lời, ví dụ 2022-S1."""
    relations: dict[Id, Text] = {}
    """Các quan hệ chỉ đúng với lời của riêng báo cáo này, mỗi quan hệ một dòng; đều là điều cần hỏi."""

    @property
    def report(self) -> ReportKey:
        """By what the report is found."""
        return ReportKey(self.period)
