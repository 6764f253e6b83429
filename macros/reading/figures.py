"""A typed figure to its value: careful with numbers typed the Vietnamese way."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from macros.model import Code, CodeList, Kind
from macros.problems import shorten
from macros.vietnamese import fold

_PLAIN = re.compile(r"-?[0-9]{1,18}(?:[.,][0-9]{1,12})?")
_SPACED = re.compile(r"-?[0-9]{1,3}(?:\s[0-9]{3})+(?:[.,][0-9]+)?")
_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Refusal(Exception):
    """Why a typed figure cannot be taken, and what to type instead."""

    code: str
    found: str
    allowed: str
    remedy: str


def parse_figure(
    text: str, kind: Kind, code_list: CodeList | None, may_exceed_100: bool = False
) -> Decimal | Code | str:
    """The value that the text states for an indicator of this kind.

    A percentage lies between 0 and 100 unless its definition lets it exceed 100. `43,75` and `43.75` are the same
    number and keep their digits. Raises Refusal for anything that would have to be guessed: `10.749` may be ten
    thousand or ten.
    """
    match kind:
        case Kind.TEXT:
            return text
        case Kind.CODED:
            return _code(text, code_list)
        case Kind.HEADING:
            remedy = "xóa «value»; nếu nguồn in số ở dòng này, sửa «kind» của chỉ tiêu trong data/indicators"
            raise Refusal("E403", f"dòng tiêu đề lại có giá trị «{shorten(text)}»", "không có giá trị", remedy)
        case _:
            return _amount(text, kind, may_exceed_100)


def _code(text: str, code_list: CodeList | None) -> Code:
    assert code_list is not None, "checks/definitions.py demands a code list"
    code = code_list.code(text)
    if code is None:
        allowed = ", ".join(f"{known.code} ({known.label})" for known in code_list.codes)
        word = fold(text.partition("(")[0]).strip()
        meant = next((known.code for known in code_list.codes if fold(known.label) == word), "")
        remedy = f"viết {meant}" if meant else "chọn một trong các mã trên"
        raise Refusal("E404", f"không có mã «{shorten(text)}» trong danh mục «{code_list.label}»", allowed, remedy)
    return code


def _amount(text: str, kind: Kind, may_exceed_100: bool) -> Decimal:
    allowed = {Kind.COUNT: "một số nguyên không âm, ví dụ 48", Kind.PERCENT: "một số từ 0 đến 100, ví dụ 43,75"}.get(
        kind, "một số, ví dụ 10749656 hoặc 43,75"
    )
    if (kind is not Kind.PERCENT or may_exceed_100) and _GROUPED.fullmatch(text):
        plain = text.replace(".", "")
        decimal = text.replace(".", ",", 1)
        also = f"; nếu là số thập phân, viết {decimal}" if kind is not Kind.COUNT and text.count(".") == 1 else ""
        found = f"«{text}» có dấu chấm, không rõ là hàng nghìn hay thập phân"
        if kind is Kind.COUNT and "," in text:
            raise Refusal("E402", found, allowed, "số đếm không có phần lẻ; xem lại nguồn, viết liền bằng chữ số")
        raise Refusal("E402", found, allowed, f"viết {plain}{also}")
    if not _PLAIN.fullmatch(text):
        raise Refusal("E402", f"«{shorten(text)}» không phải là số", allowed, _number_remedy(text))
    value = Decimal(text.replace(",", "."))
    whole, mark, decimals = text.replace(".", ",").partition(",")
    if kind is Kind.COUNT and mark:
        remedy = "viết số nguyên, hoặc xem lại chỉ tiêu" if decimals.strip("0") else f"viết {whole}"
        thousands = f"; nếu dấu phẩy là hàng nghìn, viết {whole}{decimals}" if len(decimals) == 3 else ""
        raise Refusal("E405", f"số đếm «{text}» có phần lẻ", allowed, remedy + thousands)
    if kind is Kind.COUNT and whole.startswith("-"):
        raise Refusal("E405", f"số đếm «{text}» âm", allowed, "viết số không âm")
    if kind is Kind.PERCENT and (whole.startswith("-") or (value > 100 and not may_exceed_100)):
        remedy = "xem lại tử số và mẫu số; nếu tỷ lệ được phép vượt 100, ghi «may_exceed_100: true» ở chỉ tiêu"
        raise Refusal("E405", f"tỷ lệ «{text}» nằm ngoài khoảng 0–100", allowed, remedy)
    return value


_WORDS = {
    "khong": "0", "khong co": "0", "mot": "1", "hai": "2", "ba": "3", "bon": "4", "tu": "4", "nam": "5", "sau": "6",
    "bay": "7", "tam": "8", "chin": "9", "muoi": "10",
}  # fmt: skip


def _number_remedy(text: str) -> str:
    """What to type instead; a number is proposed only where the text allows no other."""
    bare = re.sub(r"[\s%]", "", unicodedata.normalize("NFKC", text))
    # Two numbers side by side ("4 3") are not one, unless a space parts the thousands.
    parted = re.search(r"[0-9]\s+[0-9]", text) and not _SPACED.fullmatch(text.strip(" %"))
    if _PLAIN.fullmatch(bare) and not parted:
        return f"viết {bare.replace('.', ',')}, không có dấu %, đơn vị hay dấu cách"
    if word := _WORDS.get(fold(text).strip()):
        return f"viết bằng chữ số: {word}"
    if leading := re.match(r"([0-9]+)\s+[^\W\d_]", text):
        return f"chỉ viết số, ví dụ {leading[1]}; phần chữ đưa vào «note»"
    if re.fullmatch(r"[0-9]{19,}", bare):
        return "số quá dài (nhiều nhất 18 chữ số); xem lại nguồn"
    return "viết liền bằng chữ số, không dấu ngăn hàng nghìn; nếu nguồn để trống, thay bằng «status: not-reported»"
