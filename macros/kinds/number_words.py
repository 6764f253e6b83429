"""Numbers written in Vietnamese words: "mười sáu" is 16."""

import re
from collections.abc import Sequence

from macros.vietnamese import fold

_DIGITS = {
    "khong": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "nham": 5, "sau": 6, "bay": 7,
    "tam": 8, "chin": 9,
}  # fmt: skip
_SCALES = {"nghin": 1_000, "ngan": 1_000, "trieu": 1_000_000, "ty": 1_000_000_000, "ti": 1_000_000_000}
_SMALL = frozenset({"tram", "muoi", "linh", "le"})
_WORDS = frozenset({*_DIGITS, *_SCALES, *_SMALL})


def scale(word: str) -> int | None:
    """What the word multiplies a number by: "triệu" by a million; None for any other word."""
    return _SCALES.get(fold(word))


def spelled(text: str) -> tuple[int, str] | None:
    """The number that the text begins with, in words, and the rest of the text; None where it is not surely one.

    Tones may be missing ("muoi sau"). A short form such as "một nghìn hai", which may be 1002 or 1200, is not sure.
    """
    words = re.findall(r"\S+", text)
    count = next((n for n, word in enumerate(words) if fold(word) not in _WORDS), len(words))
    value = _number([fold(word) for word in words[:count]])
    return None if value is None else (value, " ".join(words[count:]))


def _number(words: Sequence[str]) -> int | None:
    """The number of folded words: groups of up to three digits, each larger one with its scale."""
    total, rest, largest = 0, list(words), None
    while scaled := next((n for n, word in enumerate(rest) if word in _SCALES), None):
        value, unit = _group(rest[:scaled], full=bool(total)), _SCALES[rest[scaled]]
        if value is None or (largest is not None and unit >= largest):
            return None
        total, largest, rest = total + value * unit, unit, rest[scaled + 1 :]
    if not rest:
        return total if largest else None
    last = _group(rest, full=largest is not None)
    return None if last is None else total + last


def _group(words: Sequence[str], full: bool) -> int | None:
    """The number below 1000 that the words say; behind a larger group (`full`) it says its hundreds or "linh"."""
    hundreds, rest = 0, list(words)
    if len(rest) > 1 and rest[1] == "tram":
        if rest[0] not in _DIGITS:
            return None
        hundreds, rest = _DIGITS[rest[0]] * 100, rest[2:]
    elif full and rest[:1] not in (["linh"], ["le"]) and "muoi" not in rest:
        return None
    below = _below_hundred(rest, behind_hundreds=len(words) > len(rest) or full)
    return None if below is None else hundreds + below


def _below_hundred(words: Sequence[str], behind_hundreds: bool) -> int | None:
    match list(words):
        case []:
            return 0 if behind_hundreds else None
        case ["linh" | "le", ones] if behind_hundreds and ones in _DIGITS:
            return _DIGITS[ones]
        case ["muoi"]:
            return 10
        case ["muoi", ones] if ones in _DIGITS:
            return 10 + _DIGITS[ones]
        case [tens, "muoi"] if _DIGITS.get(tens, 0) > 1:
            return _DIGITS[tens] * 10
        case [tens, "muoi", ones] if _DIGITS.get(tens, 0) > 1 and ones in _DIGITS:
            return _DIGITS[tens] * 10 + _DIGITS[ones]
        case [ones] if ones in _DIGITS and not behind_hundreds:
            return _DIGITS[ones]
        case _:
            return None
