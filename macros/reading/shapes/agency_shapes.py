"""The shape of `data/agency.yaml`: whose reports are published, and by whom."""

from typing import Annotated

from pydantic import Field

from macros.reading.scalars import Day, Id, Link, Text, YearlyPeriod
from macros.reading.shapes.shape import Shape


class SourceShape(Shape):
    text: Text
    """Tên nguồn, viết cho người đọc."""
    url: Link
    """Địa chỉ của nguồn, bắt đầu bằng https:// hoặc http://."""


class SuccessorShape(Shape):
    name: Text | None = None
    """Tên cơ quan kế thừa. Nguồn chưa nêu thì bỏ dòng này."""
    territory: Text
    """Địa bàn của cơ quan kế thừa, ví dụ: thành phố Cần Thơ."""
    valid_from: Day
    """Ngày bắt đầu hoạt động, viết năm-tháng-ngày, ví dụ 2025-07-01."""
    note: Text | None = None
    """Điều người đọc cần biết thêm."""


class ScheduleShape(Shape):
    periods: Annotated[list[YearlyPeriod], Field(min_length=1)]
    """Các kỳ báo cáo trong mỗi năm, ví dụ: Q1, S1, Q3, A1."""
    source: SourceShape
    """Văn bản hoặc trang quy định các kỳ này."""


class AgencyShape(Shape):
    id: Id
    """Mã của cơ quan, ví dụ bql-kcn-soc-trang: chữ thường không dấu, nối bằng gạch ngang. Không đổi về sau."""
    name: Text
    """Tên đầy đủ của cơ quan, kèm địa bàn."""
    short_name: Text
    """Tên ngắn, dùng ở đầu trang."""
    territory: Text
    """Địa bàn, ví dụ: tỉnh Sóc Trăng."""
    place: Text | None = None
    """Nơi ghi ở đầu báo cáo trước ngày tháng, ví dụ: Sóc Trăng."""
    valid_from: Day | None = None
    """Ngày cơ quan bắt đầu hoạt động với tên này, ví dụ 2020-01-01."""
    valid_to: Day | None = None
    """Ngày cuối cùng cơ quan mang tên này, ví dụ 2025-06-30."""
    validity_note: Text | None = None
    """Việc đổi tên, sáp nhập đã biết, một câu ngắn; hiện ở đầu mọi trang có số liệu."""
    validity_basis: Text | None = None
    """Văn bản là căn cứ của việc đổi tên, sáp nhập, ví dụ: Nghị quyết số 202/2025/QH15."""
    sources: list[SourceShape] = []
    """Nguồn của các thông tin về thời gian hoạt động."""
    successor: SuccessorShape | None = None
    """Cơ quan kế thừa, nếu có."""
    successor_note: Text | None = None
    """Câu ghi thay khi chưa biết cơ quan kế thừa."""
    contact: Text | None = None
    """Cách liên hệ: điện thoại, thư điện tử, địa chỉ."""
    contact_note: Text | None = None
    """Lời ghi thay khi chưa có thông tin liên hệ."""
    schedule: ScheduleShape | None = None
    """Các kỳ phải báo cáo mỗi năm; nhờ đó trang nêu được kỳ tiếp theo. Chưa rõ thì bỏ khóa này."""


class PublisherShape(Shape):
    name: Text
    """Người hoặc đơn vị quản lý trang web, ví dụ: Văn phòng Sở Nội vụ."""
    contact: Text | None = None
    """Nơi nhận góp ý về trang web: thư điện tử, điện thoại, địa chỉ. Chưa có thì bỏ dòng này."""
    contact_note: Text | None = None
    """Câu ghi thay khi chưa có nơi nhận góp ý."""


class AgencyFile(Shape):
    """data/agency.yaml"""

    agency: AgencyShape
    """Cơ quan có báo cáo được công bố."""
    publisher: PublisherShape | None = None
    """Người quản lý trang web, có thể không phải là cơ quan báo cáo."""
