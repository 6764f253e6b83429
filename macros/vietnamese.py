"""Vietnamese text: one canonical form in, the reader's forms out.

Machine text (ids, addresses) is lower-case ASCII; reader text has the decimal comma, the dot for thousands and dates
such as 14/3/2022. No other module writes either by hand.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache
from itertools import filterfalse

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
# What no category of Unicode tells to be invisible: joiners, fillers of Korean, the empty Braille cell, vowels of Khmer
# that are never written.
_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0") | set(map(chr, range(0xFE00, 0xFE10)))
_NOTHING = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp", "Zs"})


# The capital letters that Vietnamese is written with, for a class of a regular expression.
CAPITALS = "".join(
    letter
    for letter in map(chr, range(0x41, 0x1EFA))
    if letter == "Đ" or (letter.isupper() and unicodedata.normalize("NFD", letter)[0].isascii())
)


# The words of labels and pages are asked for again and again.
@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The text without tones, hooks and case: "Hồ sơ đúng hạn" and its NFD form both give "ho so dung han"."""
    if text.isascii():
        return text.lower()
    # Đ has no decomposition, so NFD alone would leave it; nor has the Icelandic letter that is typed in its place.
    flat = unicodedata.normalize("NFD", text.lower().replace("đ", "d").replace("\u00f0", "d"))
    return "".join(filterfalse(unicodedata.combining, flat))


def slug(text: str, separator: str = "-") -> str:
    """The text as lower-case ASCII words joined by `separator`; fit for an id, an address or an anchor."""
    return _NOT_SLUG.sub(separator, fold(text)).strip(separator)


# What headings are counted by, as printed: "3.", "III.", "1/ ", "3.1", "II.1", "a)", "1.a)", "1." right before its
# word, "Phần II:", "Phần II", "Phần thứ nhất:". No number or year of a name ("2021 - 2025", "15/KH-BQL") is one.
_HEADING_NUMBER = re.compile(
    r"""\A[\W_]*(?:
        (?:(?:phần|mục|chương)\s+)?(?:
            (?:[IVXLC]+|\d{1,2}|[a-zđ])(?:\.\d{1,2})*(?:\.[a-zđ])?\s*[.):/–—-]+(?:\s+|\Z)
          | (?:[IVXLC]+|\d{1,2}|[a-zđ])(?:\.\d{1,2})+(?:\s+|\)(?=[^\W\d_]))
          | (?:[IVXLC]+|\d{1,2})(?:\.\d{1,2})*\.(?=[^\W\d_])
          | (?:[IVXLC]+|\d{1,2}|[a-zđ])\)(?=[^\W\d_])
        )
      | (?:phần|mục|chương)\s+(?-i:[IVXLC]+|\d{1,2})\s+
      | (?:phần|mục|chương)\s+(?:thứ\s+)?(?:nhất|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)\s*[.):/–—-]+\s+
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# A bracket says an abbreviation or a remark of the words before it.
_BRACKET = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W_]+")


def heading_name(heading: str, expansions: Mapping[str, str | None]) -> str:
    """What a heading names, to be compared: folded, without number and brackets, abbreviations of one word written out.

    "3. Cải cách TTHC" and "III. Cải cách thủ tục hành chính (TTHC)" both give "cai cach thu tuc hanh chinh".
    """
    name = _HEADING_NUMBER.sub("", _BRACKET.sub(" ", unicodedata.normalize("NFC", heading)), count=1)
    return slug(_WORD.sub(lambda word: expansions.get(word[0]) or word[0], name), " ")


def is_nfc(text: str) -> bool:
    """Whether the letters are precomposed, as Vietnamese state documents must be."""
    return unicodedata.is_normalized("NFC", text)


def invisible_characters(text: str) -> list[str]:
    """The characters that a reader cannot see but a search stumbles over, each once, as `U+200B`.

    Spaces of odd widths are among them, and what no file of text may hold: halves of letters and non-characters.
    """
    return sorted(f"U+{ord(c):04X}" for c in set(text) if is_invisible(c))


@lru_cache(maxsize=4096)
def is_invisible(letter: str) -> bool:
    """Whether a character is one of those of `invisible_characters`."""
    if letter in " \n\t":
        return False
    code = ord(letter)
    none = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return none or letter in _INVISIBLE or unicodedata.category(letter) in _NOTHING


# The minus of print; files for machines have the hyphen.
MINUS = "\N{MINUS SIGN}"
PER_CENT = "%"
# A number as reports print one, and no part of a longer one: "10.749.656", "43,75", "048", "−2". A point that does not
# part thousands is a decimal point: "43.75". What is longer than any amount is no number. A minus belongs to the number
# that it touches, unless it stands between two; a hyphen may as well be a dash, and is left out.
PRINTED_NUMBER = (
    rf"(?:(?<![\w.,)%\]]){MINUS})?(?<![\d.,])"
    r"(?:[1-9]\d{0,2}(?:\.\d{3}){1,7}(?:,\d{1,12})?|\d{1,18}(?:[.,]\d{1,12})?)(?!\d|[.,]\d)"
)
_THOUSANDS = re.compile(rf"{MINUS}?[1-9]\d{{0,2}}(?:\.\d{{3}})+(?:,\d+)?")


def printed_number(text: str) -> Decimal:
    """The value of a number that `PRINTED_NUMBER` matches."""
    whole = text.replace(".", "") if _THOUSANDS.fullmatch(text) else text
    return Decimal(whole.replace(",", ".").replace(MINUS, "-"))


def number(value: Decimal, digits: int = 1) -> str:
    """The number as Vietnamese readers write it: 43.750 -> "43,750", 10749656 -> "10.749.656", -2 -> "−2".

    Every published decimal is kept. `digits` pads the whole part with zeros, as office texts do ("02 công chức").
    """
    sign, rest = (MINUS, -value) if value < 0 else ("", value)
    whole, _, decimals = f"{rest:f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".").rjust(digits, "0")
    return f"{sign}{grouped},{decimals}" if decimals else f"{sign}{grouped}"


def measured(amount: str, unit: str | None) -> str:
    """An amount with its unit: "16 nhiệm vụ", and without a space "43,75%"."""
    if not unit:
        return amount
    return f"{amount}{unit}" if unit == PER_CENT else f"{amount}\u00a0{unit}"


def rounded(value: Decimal, digits: int) -> Decimal:
    """The number with so many decimals at most and no last zeros, halves away from zero as one rounds by hand."""
    # Whatever its size: the usual 28 digits refuse a thousandth of a very large number.
    with localcontext(prec=max(28, value.adjusted() + digits + 2)):
        exact = value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP).normalize()
    return exact if exact else Decimal(0)


def day(value: date) -> str:
    """The date as state documents print it: days under 10 and months 1 and 2 take a zero (14/3/2022, 28/02/2022)."""
    month = f"{value.month:02d}" if value.month < 3 else str(value.month)
    return f"{value.day:02d}/{month}/{value.year}"


def inside(phrase: str) -> str:
    """The phrase as it stands inside a sentence; a short form that it begins with stays one: "TTHC cấp tỉnh"."""
    return phrase if phrase[1:2].isupper() else phrase[:1].lower() + phrase[1:]
