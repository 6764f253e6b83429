"""What an author may call on a page, and with which arguments: the one list that checks, pages and the guide share."""

import inspect
from typing import Protocol


class AuthorMacros(Protocol):
    """What an author may call on a page. Parameter names say what an argument must be an id of."""

    def observation(
        self, indicator: str, period: str | None = None, unit: bool = True, digits: int = 1, link: bool = True
    ) -> str:
        """Một số liệu trong câu, kèm đơn vị và liên kết tới chỉ tiêu."""

    def indicator(self, indicator: str, text: str | None = None) -> str:
        """Liên kết tới trang của một chỉ tiêu."""

    def document(self, document: str, text: str | None = None) -> str:
        """Trích dẫn một văn bản, liên kết tới sổ văn bản."""

    def abbr(self, abbreviation: str) -> str:
        """Một chữ viết tắt kèm nghĩa đầy đủ."""

    def typed(self, text: str) -> str:
        """Một con số gõ tay có chủ ý: trông giống số trong phụ lục nhưng là số khác."""

    def annex(self, section: str | None = None, period: str | None = None) -> str:
        """Bảng phụ lục, cả bảng hoặc một nhóm."""

    def key_figures(self, *indicators: str, period: str | None = None) -> str:
        """Các ô số liệu chính."""

    def report_head(self, period: str | None = None) -> str:
        """Phần đầu báo cáo: cơ quan, số, ngày, trạng thái, nguồn."""

    def report_summary(self, period: str | None = None) -> str:
        """Tên, trạng thái và liên kết của một báo cáo."""

    def recent_corrections(self) -> str:
        """Những lần đính chính gần nhất của mọi báo cáo; không có lần nào thì không in gì."""

    def downloads(self, period: str | None = None) -> str:
        """Các tệp tải về của một báo cáo."""

    def report_list(self) -> str:
        """Danh sách các báo cáo, mới nhất trước."""

    def section_list(self) -> str:
        """Danh sách các nhóm chỉ tiêu."""

    def status_list(self) -> str:
        """Bảng giải thích các trạng thái số liệu."""

    def code_lists(self) -> str:
        """Bảng giải thích các danh mục mã."""

    def units(self) -> str:
        """Bảng đơn vị tính và các cách viết trong báo cáo."""

    def glossary(self) -> str:
        """Bảng chữ viết tắt."""

    def agency(self) -> str:
        """Thông tin về cơ quan công bố."""

    def search_box(self) -> str:
        """Ô tìm kiếm."""

    def accessibility(self) -> str:
        """Kết quả lần kiểm tra khả năng tiếp cận gần nhất."""

    def foreign(self, text: str, language: str = "en") -> str:
        """Chữ nước ngoài, để phần mềm đọc màn hình đọc đúng tiếng."""

    def problem_codes(self) -> str:
        """Mọi mã lỗi, mỗi mã một ví dụ sai và cách sửa."""


def macro_signatures() -> dict[str, inspect.Signature]:
    """The signature of every macro, as an author calls it, in the order of the guide."""
    signatures = {}
    for name, function in vars(AuthorMacros).items():
        if not name.startswith("_") and inspect.isfunction(function):
            signature = inspect.signature(function)
            signatures[name] = signature.replace(parameters=list(signature.parameters.values())[1:])
    return signatures
