"""Numbers as people type them, and what to type instead of those that could be another."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from macros.kinds.number_words import scale, spelled
from macros.vietnamese import fold

_PLAIN = re.compile(r"-?[0-9]{1,18}(?:[.,][0-9]{1,12})?")
_SPACED = re.compile(r"-?[0-9]{1,3}(?:\s[0-9]{3})+(?:[.,][0-9]+)?")
_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a remedy says of a number's place: where the source states none or nothing, and where it is out of range."""

    nothing: str
    none: str
    review: str


_BLANK = "nếu nguồn để trống, thay bằng “status: not-reported”"
_NO_TARGET = "nếu nguồn không nêu mục tiêu, xóa dòng “target”"
VALUE = Asked("viết bằng chữ số: 0", _BLANK, "xem lại tử số và mẫu số")
TARGET = Asked(_NO_TARGET, _NO_TARGET, "xem lại mục tiêu trong nguồn")


def is_plain(text: str) -> bool:
    """Whether the text is a number that can be read in one way: `-12,50`."""
    return bool(_PLAIN.fullmatch(text))


def is_grouped(text: str) -> bool:
    """Whether points stand where thousands are parted: `10.749`, `1.234.567,8`."""
    return bool(_GROUPED.fullmatch(text))


def may_be_thousands(text: str) -> bool:
    """Whether a number with a point may as well be a whole one with its thousands parted: `1.234`."""
    return bool(re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", text))


def grouped_remedy(text: str, undivided: str) -> str:
    """What to type for a number with points; `undivided` says why it has no decimals, "" where it may have some."""
    if undivided and "," in text:
        return f"{undivided}; xem lại nguồn, viết liền bằng chữ số"
    decimal = text.replace(".", ",", 1)
    is_open = not undivided and text.count(".") == 1 and "," not in text
    also = f"; nếu là số thập phân, viết {decimal}" if is_open else ""
    return f"viết {text.replace('.', '')}{also}"


# A number at the start of a text, and the words behind it.
_LEADING = re.compile(
    r"(?P<number>-?[0-9](?:[0-9.,]*[0-9])?)(?:\s+(?=[^\W\d_])|\s*(?=%|[^\W\d_]{2,}\b))(?P<rest>.*)", re.DOTALL
)
_PER_CENT = re.compile(r"(?:%|phần trăm|phan tram)\s*", re.IGNORECASE)
_IN_FULL = "viết đủ con số bằng chữ số, không viết “nghìn”, “triệu”, “tỷ”"
_WORDS_TO_NOTE = "; phần chữ đưa vào “note”"


def remedy(text: str, undivided: str, reaches_thousands: bool, asked: Asked) -> str:
    """What to type instead of what is no number; a number is proposed only where the text allows no other.

    `undivided` and `reaches_thousands` are those of the kind of amounts.
    """
    form = _Form(undivided, reaches_thousands)
    plain = unicodedata.normalize("NFKC", text).strip()
    bare = re.sub(r"[\s%]", "", plain).rstrip(".,;")
    # Two numbers side by side ("4 3") are not one, unless a space parts the thousands.
    parted = re.search(r"[0-9]\s+[0-9]", text) and not _SPACED.fullmatch(text.strip(" %"))
    if _PLAIN.fullmatch(bare) and not parted:
        return form.typed(bare, ", không có dấu %, đơn vị hay dấu cách")
    if fold(plain) == "khong co":
        return asked.nothing
    if number := spelled(plain):
        return _words_remedy(*number)
    if leading := _LEADING.fullmatch(plain):
        return form.leading(leading["number"], leading["rest"])
    if re.fullmatch(r"[0-9]{19,}", bare):
        return "số quá dài (nhiều nhất 18 chữ số); xem lại nguồn"
    return f"viết liền bằng chữ số, không dấu ngăn hàng nghìn; {asked.none}"


@dataclass(frozen=True, slots=True)
class _Form:
    """What numbers a kind of amounts has, and so what a typed one may mean."""

    undivided: str
    reaches_thousands: bool

    def typed(self, number: str, more: str) -> str:
        """Type the number; both ways to read it where its point leaves that open."""
        comma = number.replace(".", ",")
        if self.undivided and re.search(r",0*[1-9]", comma) and not may_be_thousands(number):
            return f"{self.undivided}; xem lại nguồn{more}"
        if may_be_thousands(number) and self.reaches_thousands:
            also = "" if self.undivided else f"; nếu là số thập phân, viết {comma}"
            return f"viết {number.replace('.', '')}{also}{more}"
        return f"viết {comma}{more}"

    def leading(self, number: str, rest: str) -> str:
        """What to type for a number with words behind it: "51 hồ sơ", "43,75 phần trăm", "132 ngàn"."""
        if per_cent := _PER_CENT.match(rest):
            more = _WORDS_TO_NOTE if rest[per_cent.end() :] else ", không có chữ “phần trăm”"
            return self.typed(number, more) if _PLAIN.fullmatch(number) else f"viết lại con số bằng chữ số{more}"
        word, _, behind = rest.partition(" ")
        if (times := scale(word)) and fold(behind)[:2] != "le":
            return _scaled_remedy(number, times) + (_WORDS_TO_NOTE if behind else "")
        if _GROUPED.fullmatch(number) and not may_be_thousands(number) and "," not in number:
            return f"viết {number.replace('.', '')}{_WORDS_TO_NOTE}"
        if not _PLAIN.fullmatch(number):
            return f"viết liền bằng chữ số, không dấu ngăn hàng nghìn{_WORDS_TO_NOTE}"
        return self.typed(number, _WORDS_TO_NOTE)


def _words_remedy(value: int, rest: str) -> str:
    """What to type for a number in words, with the words behind it."""
    if per_cent := _PER_CENT.match(rest):
        rest = rest[per_cent.end() :]
    return f"viết bằng chữ số: {value}" + (_WORDS_TO_NOTE if rest else "")


def _scaled_remedy(number: str, times: int) -> str:
    """What to type for "132 ngàn" or "1,5 triệu"."""
    if may_be_thousands(number) or not _PLAIN.fullmatch(number):
        return _IN_FULL
    value = Decimal(number.replace(",", ".")) * times
    return f"viết đủ con số: {int(value)}" if value == int(value) else _IN_FULL
