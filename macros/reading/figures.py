"""A typed figure to its value: careful with numbers typed the Vietnamese way."""

import re
from dataclasses import dataclass
from decimal import Decimal

from macros.model import Code, CodeList, Kind
from macros.problems import nearest, shorten

_PLAIN = re.compile(r"-?\d{1,18}(?:[.,]\d{1,12})?")
_GROUPED = re.compile(r"-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")


@dataclass(frozen=True, slots=True)
class Refusal(Exception):
    """Why a typed figure cannot be taken, and what to type instead."""

    code: str
    found: str
    allowed: str
    remedy: str


def parse_figure(text: str, kind: Kind, code_list: CodeList | None) -> Decimal | Code | str:
    """The value that the text states for an indicator of this kind.

    `43,75` and `43.75` are the same number and keep their digits. Raises Refusal for anything that would have to be
    guessed: `10.749` may be ten thousand or ten.
    """
    match kind:
        case Kind.TEXT:
            return text
        case Kind.CODED:
            return _code(text, code_list)
        case Kind.HEADING:
            raise Refusal("E403", f"dòng tiêu đề lại có giá trị «{shorten(text)}»", "không có giá trị", "xóa «value»")
        case _:
            return _amount(text, kind)


def _code(text: str, code_list: CodeList | None) -> Code:
    assert code_list is not None, "checks/definitions.py demands a code list"
    code = code_list.code(text)
    if code is None:
        allowed = ", ".join(f"{known.code} ({known.label})" for known in code_list.codes)
        meant = next((known.code for known in code_list.codes if known.label.lower() == text.lower()), "")
        remedy = f"viết {meant}" if meant else "chọn một trong các mã trên"
        raise Refusal("E404", f"không có mã «{shorten(text)}» trong danh mục «{code_list.label}»", allowed, remedy)
    return code


def _amount(text: str, kind: Kind) -> Decimal:
    allowed = {Kind.COUNT: "một số nguyên không âm, ví dụ 48", Kind.PERCENT: "một số từ 0 đến 100, ví dụ 43,75"}.get(
        kind, "một số, ví dụ 10749656 hoặc 43,75"
    )
    if kind is not Kind.PERCENT and _GROUPED.fullmatch(text):
        plain = text.replace(".", "")
        decimal = text.replace(".", ",", 1)
        also = f"; nếu là số thập phân, viết {decimal}" if kind is Kind.NUMBER and text.count(".") == 1 else ""
        found = f"«{text}» có dấu chấm, không rõ là hàng nghìn hay thập phân"
        raise Refusal("E402", found, allowed, f"viết {plain}{also}")
    if not _PLAIN.fullmatch(text):
        raise Refusal("E402", f"«{shorten(text)}» không phải là số", allowed, _number_remedy(text))
    value = Decimal(text.replace(",", "."))
    if kind is Kind.COUNT and value != value.to_integral_value():
        raise Refusal("E405", f"số đếm «{text}» có phần lẻ", allowed, "viết số nguyên, hoặc xem lại chỉ tiêu")
    if kind is Kind.COUNT and value < 0:
        raise Refusal("E405", f"số đếm «{text}» âm", allowed, "viết số không âm")
    if kind is Kind.PERCENT and not 0 <= value <= 100:
        raise Refusal("E405", f"tỷ lệ «{text}» nằm ngoài khoảng 0–100", allowed, "xem lại tử số và mẫu số")
    return value


_WORDS = {
    "không": "0", "một": "1", "hai": "2", "ba": "3", "bốn": "4", "tư": "4", "năm": "5", "sáu": "6", "bảy": "7",
    "tám": "8", "chín": "9", "mười": "10",
}  # fmt: skip


def _number_remedy(text: str) -> str:
    bare = re.sub(r"[\s%]", "", text)
    if _PLAIN.fullmatch(bare):
        return f"viết {bare.replace('.', ',')}, không có dấu %, đơn vị hay dấu cách"
    if word := nearest(text.lower(), _WORDS):
        return f"viết bằng chữ số: {_WORDS[word]}"
    leading = re.match(r"\d+", bare)
    return f"chỉ viết số, ví dụ {leading[0]}; phần chữ đưa vào «note»" if leading else "viết bằng chữ số"
