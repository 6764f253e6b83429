"""Letters that can be put right without asking anyone, since they mean nothing that another letter does not.

`congkhai fmt` mends them in data and on pages; `congkhai check` names them.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable

from macros.reading.syllables import is_syllable

# Spaces of every width but the one of the space bar.
ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_SPACE = re.compile(f"[{ODD_SPACES}]")
_LEADING = re.compile(f"^([ ]*)[{ODD_SPACES}][ {ODD_SPACES}]*", re.MULTILINE)
# No width, no meaning in Vietnamese: a break that may be, a joiner, the mark at the start of a file.
NO_WIDTH = "\u00ad\u034f\u180e\u200b-\u200d\u2060\ufeff\ufe00-\ufe0f"
_NO_WIDTH = re.compile(f"[{NO_WIDTH}]")
_BLANK_WITH_TAB = re.compile(r"^[ ]*\t[ \t]*$", re.MULTILINE)
# Letters, digits and marks of sentences; a wide < or # would become one that Markdown or YAML acts on.
_WIDE = re.compile(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a！％（）＋，－．／：；？]")
# Two letters in one, numbers of Rome, letters of formulas: "ﬁ", "Ⅲ", "𝐀".
_COMPOUND = re.compile(r"[\ufb00-\ufb06\u2160-\u217f\U0001d400-\U0001d7ff]")
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# Letters of Iceland, of Africa and of the Tatars that old converters put for Đ and Ư.
_FALSE = {"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ", "\u01a2": "Ư", "\u01a3": "ư"}
_FALSE_WORD = re.compile(f"[^\\W\\d_]*[{''.join(_FALSE)}][^\\W\\d_]*")
# A letter alone may be meant as itself.
_INITIALS = re.compile(r"[A-ZĐƯ]{2,}")
_OTHERS = dict.fromkeys(map(ord, _FALSE))
_ONLY_VIETNAMESE = re.compile("[ăĂơƠưƯ\u1ea0-\u1ef9]")

TONES, SPACES, HIDDEN, WIDE, FALSE, TABS = (
    "dấu viết rời",
    "dấu cách lạ",
    "ký tự không nhìn thấy",
    "chữ rộng, chữ ghép",
    "chữ giống Đ, Ư",
    "phím Tab",
)


def mended(text: str, indent: bool = False) -> tuple[str, Counter[str]]:
    """The text with all that is mechanical put right, and how many of what kind there were.

    With `indent`, odd spaces at the start of a line indent it; else they are dropped, since four would make it code.
    """
    told: Counter[str] = Counter()
    if text.isascii():
        return text, told

    def replaced(pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str], kind: str, text: str) -> str:
        text, number = pattern.subn(new, text)
        told[kind] += number
        return text

    text = replaced(_NO_WIDTH, "", HIDDEN, text)
    if not indent:
        text = replaced(_LEADING, r"\1", SPACES, text)
    text = replaced(_ODD_SPACE, " ", SPACES, text)
    if not _EAST_ASIAN.search(text):
        text = replaced(_WIDE, _narrow, WIDE, text)
    text = replaced(_COMPOUND, _parted, WIDE, text)
    composed = unicodedata.normalize("NFC", text)
    told[TONES] += len(text) - len(composed)
    text = _FALSE_WORD.sub(lambda word: _put_right(word[0], told), composed)
    return text, +told


def mended_yaml(text: str) -> tuple[str, Counter[str]]:
    """The text of a YAML file, mended; a Tab is a space, though not where it indents: nobody knows how far."""
    plain, told = mended(text.removeprefix("\ufeff"), indent=True)
    plain, blank = _BLANK_WITH_TAB.subn("", plain)
    lines = plain.split("\n")
    for n, line in enumerate(lines):
        content = line.lstrip(" \t")
        # A Tab in a comment is nobody's business.
        if "\t" in content and not content.startswith("#"):
            told[TABS] += content.count("\t")
            lines[n] = line[: len(line) - len(content)] + content.replace("\t", " ")
    told[TABS] += blank
    return "\n".join(lines), +told


def _put_right(word: str, told: Counter[str]) -> str:
    meant = _true(word)
    told[FALSE] += meant != word
    return meant


def _true(word: str) -> str:
    """The word with Đ and Ư for what stands in their place, where that makes it Vietnamese or initials; else itself."""
    meant = "".join(_FALSE.get(letter, letter) for letter in word)
    known = is_syllable(meant) or _INITIALS.fullmatch(meant) or _ONLY_VIETNAMESE.search(word.translate(_OTHERS))
    return meant if known else word


def false_words(text: str) -> list[tuple[str, str]]:
    """Each word that is not written with the letters that it shows, and how it is written."""
    found = [(word, _true(word)) for word in _FALSE_WORD.findall(text)]
    if not _EAST_ASIAN.search(text):
        found += [(word, _WIDE.sub(_narrow, word)) for word in re.findall(r"\S+", text) if _WIDE.search(word)]
    found += [(word, _COMPOUND.sub(_parted, word)) for word in re.findall(r"\S+", text) if _COMPOUND.search(word)]
    return [(word, meant) for word, meant in found if word != meant]


def _narrow(wide: re.Match[str]) -> str:
    return chr(ord(wide[0]) - 0xFEE0)


def _parted(letter: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", letter[0])


def mended_kinds(told: Counter[str]) -> str:
    """What was mended, in words: "3 dấu cách lạ, 1 chữ giống Đ, Ư"."""
    return ", ".join(f"{number} {kind}" for kind, number in told.items())
