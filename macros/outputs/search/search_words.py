"""A text as the words that a search compares: without tones, one form for every spelling, date and number.

`search-words.js` does the same for what a reader types, by the same rules: `RULES` is laid before it.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

_DAY, _MONTH, _YEAR = r"(0?[1-9]|[12][0-9]|3[01])", r"(0?[1-9]|1[0-2])", r"([12][0-9]{3})"
# Patterns are such as Python and a browser read alike; {letter} stands for a letter or numeral, which each of the two
# names in its own way.
RULES: Mapping[str, Any] = {
    # A tone by its mark; each letter that is taken for another; marks that a folded letter is without; what has none.
    "tones": {"\u0300": "2", "\u0301": "1", "\u0303": "4", "\u0309": "3", "\u0323": "5"},
    "lookalikes": {"\u00d0": "\u0110", "\u00f0": "\u0111"},
    "marks": "[\u0300-\u036f]",
    "uncrossed": {"đ": "d"},
    # A letter that was nothing but a mark, which stands in no word.
    "bare": "\u0300",
    # Three ways to write a date, then an amount, then a word; which groups are day, month and year, and which the rest.
    "word": (
        rf"(?<![0-9]){_DAY} ?[/.-] ?{_MONTH} ?[/.-] ?{_YEAR}(?![0-9])"
        rf"|(?<![0-9]){_YEAR}[/.-]{_MONTH}[/.-]{_DAY}(?![0-9])"
        rf"|(?<![0-9]){_DAY} thang {_MONTH}(?:,? nam |, ?| ?/ ?| ){_YEAR}(?![0-9])"
        r"|([0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]{1,3}(?:,[0-9]{3}){2,}|[0-9]+[.,][0-9]+)(?![.,]?[0-9])"
        "|((?:{letter}|\u0300)+)"
    ),
    "dates": [[1, 2, 3], [6, 5, 4], [7, 8, 9]],
    "number": 10,
    "plain": 11,
    # A date as a word, and its parts; what else is a number as a word; a number whose points part thousands.
    "date": "^d([0-9]{2})([0-9]{2})y([0-9]{4})$",
    "digits": "^[0-9]+$",
    "grouped": r"^[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?$",
    # The syllables whose y is an i.
    "trailingY": "^([bcdghklmnpqrstvx]+|qu)y$",
    # A number that says as much alone as beside a neighbour.
    "longNumber": "[0-9]{3}",
    # FNV-1a of 32 bits: where it begins, by what it multiplies.
    "hash": [0x811C9DC5, 0x01000193],
}
_TONES, _UNCROSSED, _BARE = RULES["tones"], str.maketrans(RULES["uncrossed"]), RULES["bare"]
_DATES, _NUMBER, _PLAIN = RULES["dates"], RULES["number"], RULES["plain"]
_LOOKALIKES = str.maketrans(RULES["lookalikes"])
_MARKS, _DATE, _DIGITS, _GROUPED, _TRAILING_Y, _LONG_NUMBER = (
    re.compile(RULES[name]) for name in ("marks", "date", "digits", "grouped", "trailingY", "longNumber")
)
_WORD = re.compile(RULES["word"].replace("{letter}", r"[^\W_]"))


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: `folded` without its tone and hooks, `toned` with them in one spelling, and where it stands.

    A date is `d0314y2022`, a number has a decimal point and no needless zeros; both are their own `toned` form.
    """

    folded: str
    toned: str
    start: int
    end: int


def compose(text: str) -> str:
    """The text in NFC, with Đ for the Icelandic letter that looks like it and that keyboards and old files have."""
    return unicodedata.normalize("NFC", text).translate(_LOOKALIKES)


def words(text: str) -> list[Word]:
    """The words of a text, in order: "Uỷ ban, số 01/QĐ" gives uy, ban, so, 1, qd. Offsets count letters of its NFC."""
    composed = compose(text)
    flat = "".join(map(_flat, composed))
    return [word for match in _WORD.finditer(flat) if (word := _word(match, composed))]


def _word(match: re.Match[str], text: str) -> Word | None:
    start, end = match.span()
    if match[_PLAIN] is None:
        name = plain_number(match[_NUMBER]) if match[_NUMBER] else _date_name(match)
        return Word(name, name, start, end)
    folded = match[_PLAIN].replace(_BARE, "")
    if not folded:
        return None
    if _DIGITS.match(folded):
        digits = folded.lstrip("0") or "0"
        return Word(digits, digits, start, end)
    return Word(_one_i(folded), toned(text[start:end]), start, end)


def _date_name(match: re.Match[str]) -> str:
    day, month, year = next(found for groups in _DATES if all(found := match.group(*groups)))
    return f"d{int(month):02d}{int(day):02d}y{year}"


def plain_number(text: str) -> str:
    """A number as a machine writes it: "10.749.656" and "10,749,656" are 10749656, "43,750" is 43.75."""
    if _GROUPED.match(text):
        text = text.replace(".", "").replace(",", ".")
    elif text.count(",") > 1:
        text = text.replace(",", "")
    whole, _, decimals = text.replace(",", ".").partition(".")
    decimals = decimals.rstrip("0")
    whole = whole.lstrip("0") or "0"
    return f"{whole}.{decimals}" if decimals else whole


@lru_cache(maxsize=4096)
def _flat(letter: str) -> str:
    """One letter without marks and case."""
    flat = _MARKS.sub("", unicodedata.normalize("NFD", letter.lower())).translate(_UNCROSSED)
    return flat[:1] or _BARE


@lru_cache(maxsize=65536)
def toned(text: str) -> str:
    """A word in one spelling, its tone behind it: "hoà" and "hòa" are `hoa2`, "tỷ" and "tỉ" are `ti3`, "QĐ" is `qđ`."""
    tone = ""
    letters = []
    for letter in unicodedata.normalize("NFD", text.lower()):
        if letter in _TONES:
            tone = _TONES[letter]
        else:
            letters.append(letter)
    return _one_i(unicodedata.normalize("NFC", "".join(letters))) + tone


@lru_cache(maxsize=65536)
def _one_i(word: str) -> str:
    """The y at the end of a syllable is an i: "ty le" and "ti le" are one; that of "uy", "thuy" is another sound."""
    return _TRAILING_Y.sub(r"\1i", word)


Phrases = Mapping[str, tuple[str, ...]]


def abbreviations(expansions: Mapping[str, str | None]) -> dict[str, tuple[str, ...]]:
    """Each abbreviation of one word, as printed, with the folded words that it stands for."""
    known = {}
    for short, expansion in expansions.items():
        if expansion and len(words(short)) == 1:
            known[compose(short)] = tuple(word.folded for word in words(expansion))
    return known


def expanded(text: str, known: Phrases) -> Iterator[str]:
    """The folded words of a text, each abbreviation written out: "hồ sơ TTHC" gives ho, so, thu, tuc, hanh, chinh."""
    composed = compose(text)
    for word in words(composed):
        # As printed: "CT" is an abbreviation, "ct" and "Ct" are not.
        yield from known.get(composed[word.start : word.end], (word.folded,))
        if date := _DATE.match(word.folded):
            # A day is also of its year: "kế hoạch 15 năm 2022".
            yield date[3]


def pairs(said: Sequence[str]) -> Iterator[str]:
    """The words that stand side by side: most Vietnamese words are two syllables, each of them a word of many others.

    A number of three digits or a date tells as much alone, and would make a pair of every amount.
    """
    for one, two in pairwise(said):
        if not (_LONG_NUMBER.search(one) or _LONG_NUMBER.search(two)):
            yield f"{one} {two}"


def bucket(key: str, shards: int) -> int:
    """The shard that a key is in: FNV-1a over its letters, which the browser reckons too."""
    return _fnv(key) % shards


@lru_cache(maxsize=1 << 18)
def _fnv(key: str) -> int:
    value: int
    value, factor = RULES["hash"]
    for letter in key:
        value = ((value ^ ord(letter)) * factor) & 0xFFFFFFFF
    return value
