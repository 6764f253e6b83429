"""The shapes of the registers: units, code lists, documents, glossary, synonyms."""

from typing import Annotated

from pydantic import Field

from macros.reading.scalars import CodeText, Day, Flag, Id, Language, Link, Text, Whole
from macros.reading.shapes.shape import Shape


class UnitShape(Shape):
    id: Id
    """Mã đơn vị tính, ví dụ ho-so. Chỉ tiêu dẫn mã này ở khóa “unit”."""
    label: Text
    """Cách viết thống nhất, hiện trên trang, ví dụ: hồ sơ."""
    printed: list[Text]
    """Các cách viết đã gặp trong báo cáo, đúng từng chữ, mỗi cách một dòng, ví dụ: TTHC; Thủ tục."""


class UnitsFile(Shape):
    """data/units.yaml"""

    units: list[UnitShape]
    """Các đơn vị tính, mỗi đơn vị một khối."""


class CodeShape(Shape):
    code: CodeText
    """Mã trả lời như biểu mẫu in, đặt trong dấu nháy, ví dụ "1"."""
    label: Text
    """Nghĩa của mã, ví dụ: Có."""


class CodeListShape(Shape):
    id: Id
    """Mã của danh mục, ví dụ co-khong. Chỉ tiêu dẫn mã này ở khóa “code_list”."""
    label: Text
    """Tên danh mục, ví dụ: Có hoặc không."""
    codes: Annotated[list[CodeShape], Field(min_length=2)]
    """Các mã trả lời, ít nhất hai mã."""
    printed: list[Text]
    """Các cách biểu mẫu in danh mục này ở cột đơn vị tính, đúng từng chữ, ví dụ: Có = 1 Không = 0."""


class CodeListsFile(Shape):
    """data/code-lists.yaml"""

    code_lists: list[CodeListShape]
    """Các danh mục mã, mỗi danh mục một khối."""


class DocumentShape(Shape):
    id: Id
    """Mã văn bản: số, ký hiệu, năm, ví dụ 15-kh-bql-2022."""
    type: Text
    """Loại văn bản: Luật, Nghị định, Quyết định, Kế hoạch, Công văn, …"""
    number: Text | None = None
    """Số văn bản, đặt trong dấu nháy để giữ số 0 ở đầu, ví dụ "01"."""
    symbol: Text | None = None
    """Ký hiệu, ví dụ KH-BQL."""
    printed: Text | None = None
    """Số và ký hiệu đúng như in, khi khác “số/ký hiệu”, ví dụ 68/2000/NĐ-CP."""
    date: Day | None = None
    """Ngày ban hành, viết năm-tháng-ngày, ví dụ 2022-03-14."""
    year: Whole | None = None
    """Năm ban hành, khi nguồn không nêu ngày, ví dụ 2018."""
    issuer: Text | None = None
    """Nơi ban hành, ví dụ: Chính phủ."""
    issuer_from: Text | None = None
    """Nơi ban hành suy ra từ đâu, khi nguồn không nêu, ví dụ: ký hiệu của văn bản. Hiện cạnh nơi ban hành."""
    subject: Text | None = None
    """Trích yếu, theo lời của nguồn. Nguồn không nêu thì bỏ dòng này."""
    url: Link | None = None
    """Địa chỉ toàn văn của văn bản trên mạng, nếu có."""
    replaces: list[Id] = []
    """Mã các văn bản bị văn bản này thay thế."""


class DocumentsFile(Shape):
    """data/documents.yaml"""

    documents: list[DocumentShape]
    """Các văn bản được trích dẫn, mỗi văn bản một khối."""


class AbbreviationShape(Shape):
    short: Text
    """Chữ viết tắt, ví dụ CCHC."""
    expansion: Text | None = None
    """Nghĩa đầy đủ, ví dụ: cải cách hành chính. Không rõ nghĩa thì bỏ dòng này."""
    expanded_in_source: Flag
    """true nếu chính báo cáo có viết đủ nghĩa; false nếu nghĩa lấy từ nơi khác."""


class ForeignWordShape(Shape):
    word: Text
    """Từ nước ngoài, ví dụ website. Viết chữ thường thì viết hoa hay thường trên trang đều nhận ra."""
    language: Language
    """Mã tiếng theo chuẩn BCP 47, ví dụ: en (tiếng Anh), fr (tiếng Pháp)."""


class GlossaryFile(Shape):
    """data/glossary.yaml"""

    abbreviations: list[AbbreviationShape]
    """Các chữ viết tắt, xếp theo thứ tự chữ cái tiếng Việt."""
    foreign_words: list[ForeignWordShape] = []
    """Các từ nước ngoài trong nhãn, ghi chú, thuyết minh, để phần mềm đọc màn hình đọc đúng tiếng."""


class SynonymShape(Shape):
    words: Annotated[list[Text], Field(min_length=2)]
    """Các cách nói cùng một nghĩa, ít nhất hai cách, ví dụ: mức độ 4; toàn trình."""
    reason: Text | None = None
    """Vì sao cùng nghĩa, khi không hiển nhiên."""


class PageWordsShape(Shape):
    page: Text
    """Địa chỉ của trang, ví dụ gioi-thieu/; bao-cao/moi-nhat/ là báo cáo mới nhất; có thể thêm # và tên một đề mục."""
    words: Annotated[list[Text], Field(min_length=1)]
    """Các câu mà người tìm trang này hay gõ, ví dụ: tải file Excel."""


class SynonymsFile(Shape):
    """data/synonyms.yaml"""

    synonyms: list[SynonymShape]
    """Các nhóm từ đồng nghĩa cho ô tìm kiếm, mỗi nhóm một khối."""
    suggestions: list[Text] = []
    """Các câu tìm gợi ý, hiện khi ô tìm kiếm còn trống."""
    pages: list[PageWordsShape] = []
    """Các câu dẫn tới một trang của trang web mà tên trang không nói, mỗi trang một khối."""
