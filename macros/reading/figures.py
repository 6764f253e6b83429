"""A typed figure to its value: careful with numbers typed the Vietnamese way."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from macros.model import Code, CodeList, Kind
from macros.problems import shorten
from macros.reading.number_words import scale, spelled
from macros.vietnamese import MINUS, fold

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


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a remedy says of a number's place: where the source states none or nothing, and where it is out of range."""

    nothing: str
    none: str
    review: str


_BLANK = "nếu nguồn để trống, thay bằng “status: not-reported”"
_NO_TARGET = "nếu nguồn không nêu mục tiêu, xóa dòng “target”"
_VALUE = _Asked("viết bằng chữ số: 0", _BLANK, "xem lại tử số và mẫu số")
_TARGET = _Asked(_NO_TARGET, _NO_TARGET, "xem lại mục tiêu trong nguồn")


def parse_figure(
    text: str, kind: Kind, code_list: CodeList | None, may_exceed_100: bool = False
) -> Decimal | Code | str:
    """The value that the text states for an indicator of this kind.

    A percentage lies between 0 and 100 unless its definition lets it exceed 100. `43,75` and `43.75` are the same
    number and keep their digits; `−5`, as print has it, is `-5`. Raises Refusal for anything that would have to be
    guessed: `10.749` may be ten thousand or ten.
    """
    match kind:
        case Kind.TEXT:
            return text
        case Kind.CODED:
            return _code(text, code_list)
        case Kind.HEADING:
            remedy = "xóa “value”; nếu nguồn in số ở dòng này, sửa “kind” của chỉ tiêu trong data/indicators"
            raise Refusal("E403", f"dòng tiêu đề lại có giá trị “{shorten(text)}”", "không có giá trị", remedy)
        case _:
            return _amount(text, kind, may_exceed_100, _VALUE)


def parse_target(text: str, kind: Kind, may_exceed_100: bool = False) -> Decimal:
    """The amount that the text states as the target of an indicator of this kind; Refusal as for its value.

    The kind is one of amounts. A source that states no target has no line for it.
    """
    return _amount(text, kind, may_exceed_100, _TARGET)


def _code(text: str, code_list: CodeList | None) -> Code:
    assert code_list is not None, "checks/definitions.py demands a code list"
    code = code_list.code(text)
    if code is None:
        allowed = ", ".join(f"{known.code} ({known.label})" for known in code_list.codes)
        word = fold(text.partition("(")[0]).strip()
        meant = next((known.code for known in code_list.codes if fold(known.label) == word), "")
        remedy = f"viết {meant}" if meant else "chọn một trong các mã trên"
        raise Refusal("E404", f"không có mã “{shorten(text)}” trong danh mục “{code_list.label}”", allowed, remedy)
    return code


def _amount(printed: str, kind: Kind, may_exceed_100: bool, asked: _Asked) -> Decimal:
    text = printed.replace(MINUS, "-", 1) if printed.startswith(MINUS) else printed
    allowed = {Kind.COUNT: "một số nguyên không âm, ví dụ 48", Kind.PERCENT: "một số từ 0 đến 100, ví dụ 43,75"}.get(
        kind, "một số, ví dụ 10749656 hoặc 43,75"
    )
    if (kind is not Kind.PERCENT or may_exceed_100) and _GROUPED.fullmatch(text):
        plain = text.replace(".", "")
        decimal = text.replace(".", ",", 1)
        also = (
            f"; nếu là số thập phân, viết {decimal}"
            if kind is not Kind.COUNT and text.count(".") == 1 and "," not in text
            else ""
        )
        found = f"“{printed}” có dấu chấm, không rõ là hàng nghìn hay thập phân"
        if kind is Kind.COUNT and "," in text:
            raise Refusal("E402", found, allowed, "số đếm không có phần lẻ; xem lại nguồn, viết liền bằng chữ số")
        raise Refusal("E402", found, allowed, f"viết {plain}{also}")
    if not _PLAIN.fullmatch(text):
        raise Refusal("E402", f"“{shorten(printed)}” không phải là số", allowed, _number_remedy(text, kind, asked))
    value = Decimal(text.replace(",", "."))
    whole, mark, decimals = text.replace(".", ",").partition(",")
    if kind is Kind.COUNT and mark:
        remedy = "viết số nguyên, hoặc xem lại chỉ tiêu" if decimals.strip("0") else f"viết {whole}"
        thousands = f"; nếu dấu phẩy là hàng nghìn, viết {whole}{decimals}" if len(decimals) == 3 else ""
        raise Refusal("E405", f"số đếm “{printed}” có phần lẻ", allowed, remedy + thousands)
    if kind is Kind.COUNT and whole.startswith("-"):
        raise Refusal("E405", f"số đếm “{printed}” âm", allowed, "viết số không âm")
    if kind is Kind.PERCENT and (whole.startswith("-") or (value > 100 and not may_exceed_100)):
        remedy = f"{asked.review}; nếu tỷ lệ được phép vượt 100, ghi “may_exceed_100: true” ở chỉ tiêu"
        raise Refusal("E405", f"tỷ lệ “{printed}” nằm ngoài khoảng 0–100", allowed, remedy)
    return value


def may_be_thousands(text: str) -> bool:
    """Whether a number with a point may as well be a whole one with its thousands parted: `1.234`."""
    return bool(re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", text))


# A number at the start of a text, and the words behind it.
_LEADING = re.compile(
    r"(?P<number>-?[0-9](?:[0-9.,]*[0-9])?)(?:\s+(?=[^\W\d_])|\s*(?=%|[^\W\d_]{2,}\b))(?P<rest>.*)", re.DOTALL
)
_PER_CENT = re.compile(r"(?:%|phần trăm|phan tram)\s*", re.IGNORECASE)
_IN_FULL = "viết đủ con số bằng chữ số, không viết “nghìn”, “triệu”, “tỷ”"
_WORDS_TO_NOTE = "; phần chữ đưa vào “note”"


def _number_remedy(text: str, kind: Kind, asked: _Asked) -> str:
    """What to type instead; a number is proposed only where the text allows no other."""
    plain = unicodedata.normalize("NFKC", text).strip()
    bare = re.sub(r"[\s%]", "", plain).rstrip(".,;")
    # Two numbers side by side ("4 3") are not one, unless a space parts the thousands.
    parted = re.search(r"[0-9]\s+[0-9]", text) and not _SPACED.fullmatch(text.strip(" %"))
    if _PLAIN.fullmatch(bare) and not parted:
        return _typed(bare, kind, ", không có dấu %, đơn vị hay dấu cách")
    if fold(plain) == "khong co":
        return asked.nothing
    if number := spelled(plain):
        return _words_remedy(*number)
    if leading := _LEADING.fullmatch(plain):
        return _leading_remedy(leading["number"], leading["rest"], kind)
    if re.fullmatch(r"[0-9]{19,}", bare):
        return "số quá dài (nhiều nhất 18 chữ số); xem lại nguồn"
    return f"viết liền bằng chữ số, không dấu ngăn hàng nghìn; {asked.none}"


def _typed(number: str, kind: Kind, more: str) -> str:
    """Type the number; both ways to read it where its point leaves that open."""
    comma = number.replace(".", ",")
    if kind is Kind.COUNT and re.search(r",0*[1-9]", comma) and not may_be_thousands(number):
        return f"số đếm không có phần lẻ; xem lại nguồn{more}"
    if may_be_thousands(number) and kind is not Kind.PERCENT:
        also = "" if kind is Kind.COUNT else f"; nếu là số thập phân, viết {comma}"
        return f"viết {number.replace('.', '')}{also}{more}"
    return f"viết {comma}{more}"


def _words_remedy(value: int, rest: str) -> str:
    """What to type for a number in words, with the words behind it."""
    if per_cent := _PER_CENT.match(rest):
        rest = rest[per_cent.end() :]
    return f"viết bằng chữ số: {value}" + (_WORDS_TO_NOTE if rest else "")


def _leading_remedy(number: str, rest: str, kind: Kind) -> str:
    """What to type for a number with words behind it: "51 hồ sơ", "43,75 phần trăm", "132 ngàn"."""
    if per_cent := _PER_CENT.match(rest):
        more = _WORDS_TO_NOTE if rest[per_cent.end() :] else ", không có chữ “phần trăm”"
        return _typed(number, kind, more) if _PLAIN.fullmatch(number) else f"viết lại con số bằng chữ số{more}"
    word, _, behind = rest.partition(" ")
    if (times := scale(word)) and fold(behind)[:2] != "le":
        return _scaled_remedy(number, times) + (_WORDS_TO_NOTE if behind else "")
    if _GROUPED.fullmatch(number) and not may_be_thousands(number) and "," not in number:
        return f"viết {number.replace('.', '')}{_WORDS_TO_NOTE}"
    if not _PLAIN.fullmatch(number):
        return f"viết liền bằng chữ số, không dấu ngăn hàng nghìn{_WORDS_TO_NOTE}"
    return _typed(number, kind, _WORDS_TO_NOTE)


def _scaled_remedy(number: str, times: int) -> str:
    """What to type for "132 ngàn" or "1,5 triệu"."""
    if may_be_thousands(number) or not _PLAIN.fullmatch(number):
        return _IN_FULL
    value = Decimal(number.replace(",", ".")) * times
    return f"viết đủ con số: {int(value)}" if value == int(value) else _IN_FULL
