"""The shape of `data/indicators/<section>.yaml`: the rows of a form, and the relations between them."""

from typing import Any

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from macros.reading.scalars import Flag, Id, KindWord, Link, PeriodId, RelationTypeWord, Text, Whole, refusal
from macros.reading.shapes.shape import Shape
from macros.record.relation import RelationType


class SectionShape(Shape):
    id: Id
    """Mã của nhóm chỉ tiêu, ví dụ cai-cach-tthc."""
    printed_number: Text
    """Số thứ tự in ở dòng tên nhóm, ví dụ III."""
    order: Whole
    """Thứ tự của nhóm trong biểu mẫu: 1, 2, 3, …"""
    label: Text
    """Tên nhóm đúng như in."""
    narrative_headings: list[Text] = []
    """Đề mục thuyết minh nói về nhóm này mà viết khác tên nhóm, ví dụ Cải cách công vụ. Không có thì bỏ khóa này."""
    first_period: PeriodId
    """Kỳ đầu tiên có nhóm này, ví dụ 2022-S1."""
    last_period: PeriodId | None = None
    """Kỳ cuối cùng có nhóm này. Còn dùng thì bỏ dòng này."""


class BreakShape(Shape):
    period: PeriodId
    """Từ kỳ này, số liệu không so sánh được với các kỳ trước, ví dụ 2023-S1."""
    reason: Text
    """Vì sao, viết cho người đọc, ví dụ: Từ kỳ này đếm cả hồ sơ nộp trực tuyến."""


class IndicatorShape(Shape):
    id: Id
    """Mã chỉ tiêu, ví dụ ho-so-tiep-nhan: chữ thường không dấu, nối bằng gạch ngang. Không đổi về sau."""
    parent: Id
    """Mã của dòng ngay bên trên một bậc; dòng ngoài cùng ghi mã của nhóm."""
    printed_number: Text | None = None
    """Số thứ tự in ở cột STT, đặt trong dấu nháy, ví dụ "1". Ô trống thì bỏ dòng này."""
    label: Text
    """Tên chỉ tiêu đúng như in, kể cả dấu gạch đầu dòng và dấu hai chấm."""
    kind: KindWord
    """Loại giá trị của chỉ tiêu."""
    printed_unit: Text | None = None
    """Đơn vị tính đúng như in. Ô trống thì bỏ dòng này."""
    unit: Id | None = None
    """Mã đơn vị tính trong data/units.yaml, ví dụ ho-so."""
    code_list: Id | None = None
    """Mã danh mục trong data/code-lists.yaml, ví dụ co-khong. Chỉ dùng khi kind là coded."""
    cumulative: Flag = False
    """true nếu số liệu cộng dồn từ đầu năm."""
    may_exceed_100: Flag = False
    """true nếu tỷ lệ này được phép vượt 100%."""
    disciplinary: Flag = False
    """true nếu là dòng về kỷ luật: dòng này và các dòng dưới nó không được nêu tên người."""
    first_period: PeriodId
    """Kỳ đầu tiên có chỉ tiêu này, ví dụ 2022-S1."""
    last_period: PeriodId | None = None
    """Kỳ cuối cùng có chỉ tiêu này. Còn dùng thì bỏ dòng này."""
    successors: list[Id] = []
    """Mã các chỉ tiêu thay thế, khi biểu mẫu đổi."""
    link: Link | None = None
    """Địa chỉ trang nói rõ hơn về chỉ tiêu."""
    documents: list[Id] = []
    """Mã các văn bản mà tên chỉ tiêu nhắc tới."""
    definition: Text | None = None
    """Giải thích chỉ tiêu cho người đọc."""
    breaks: list[BreakShape] = []
    """Những kỳ mà cách tính thay đổi, mỗi lần một khối; số liệu trước và sau không so sánh được."""
    conversion: Text | None = None
    """Cách đổi từ các chỉ tiêu đã kết thúc, ví dụ: muc-do-3 + muc-do-4, hoặc trieu-dong * 1000000."""
    former_ids: list[Id] = []
    """Các mã cũ của chính chỉ tiêu này; địa chỉ cũ dẫn tới địa chỉ mới."""


class RelationShape(Shape):
    """A line alone is a query that lives for ever."""

    law: Text
    """Các số liệu phải thỏa điều gì, viết trên một dòng, ví dụ: ho-so = ho-so-moi + ho-so-cu."""
    type: RelationTypeWord = RelationType.QUERY
    """hard khi không khớp thì chắc chắn có số sai, hiện trên trang; query khi cần hỏi lại. Không ghi thì là query."""
    first_period: PeriodId | None = Field(None, alias="from")
    """Kỳ đầu tiên mà quan hệ này được xét, ví dụ 2023-S1. Không ghi thì xét từ báo cáo đầu tiên."""
    last_period: PeriodId | None = Field(None, alias="to")
    """Kỳ cuối cùng mà quan hệ này được xét. Còn dùng thì bỏ dòng này."""

    @model_validator(mode="before")
    @classmethod
    def _line(cls, value: Any) -> Any:
        if value is None or value == "":
            remedy = "điền quan hệ sau dấu hai chấm, hoặc xóa dòng này"
            raise refusal("để trống", "một quan hệ, ví dụ ho-so = ho-so-moi + ho-so-cu", remedy)
        return {"law": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """An editor takes the line as well as the mapping."""
        mapping = handler(core_schema)
        return {"anyOf": [{"type": "string", "pattern": r"\S"}, mapping]}


class IndicatorsFile(Shape):
    """data/indicators/<section>.yaml"""

    section: SectionShape
    """Nhóm chỉ tiêu của tệp này."""
    indicators: list[IndicatorShape]
    """Các chỉ tiêu theo thứ tự của biểu mẫu, mỗi chỉ tiêu một khối."""
    relations: dict[Id, RelationShape] = {}
    """Các quan hệ giữa số liệu, mỗi quan hệ một dòng, ví dụ: tong: ho-so = ho-so-moi + ho-so-cu; hoặc một khối."""
