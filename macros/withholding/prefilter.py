"""Which texts surely say no withheld name in any reading: told many times faster than by reading them in every way.

A name stands in a reading with all its words, and the letters of each word stand together: inside of a tag, in the text
without its tags, or in an address. Where a word of every name is in none of these, no reading says one.

Pages share most of their lines. A line in which no name begins, and nothing that ends in a later line, can be left out
of whatever text it stands in.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from macros.withholding.readings import FOOTNOTE_MARK, TAG, address_reading, addresses_in, levels
from macros.withholding.withheld import Withheld, unseen_removed

_TAGS = re.compile(rf"({TAG.pattern})")
# Lines that are looked through together are parted by this; what stands in a line of a text may not.
_END = "\0"
_APART = f"\n{_END}"
_TAGS_OF_A_LINE = re.compile(rf"(<[^<>{_END}]*>)")
# What stands within words and is none of them, by the sign that it begins with; what so begins and ends further below.
_UNREAD = {"<sup": FOOTNOTE_MARK, "<!--": re.compile(r"<!--.*?-->", re.DOTALL)}
_UNENDED = {
    "<sup": re.compile(rf"<sup\b(?![^{_END}]*</sup>)"),
    "<!--": re.compile(rf"<!--(?![^{_END}]*-->)"),
}
_UNENDED_TAG = re.compile(rf"<[^<>{_END}]*(?:{_END}|\Z)")
_MOST_REMEMBERED = 20_000
_MOST_LETTERS = 1_000_000
# What begins at the end of a line is looked for in so many more; and where they end so, too, in so many.
_MORE_LINES = (2, 8)


class Prefilter:
    """Tells of many texts whether they may say one of the names. Lines, tags and addresses are read once."""

    def __init__(self, withheld: Withheld) -> None:
        self._withheld = withheld
        # Tags and addresses that say no name.
        self._clean: set[str] = set()
        # Lines, or a few together, in which no name begins: those met of late, as many letters, and those met before.
        self._lines: set[str] = set()
        self._letters = 0
        self._former_lines: set[str] = set()

    def may_say(self, text: str) -> bool:
        """Whether a reading of the text may say a withheld name; False only where none does."""
        if _END not in text:
            lines = text.split("\n")
            doubtful = self._doubtful(set(lines))
            if not (doubtful and all(self._doubtful(_with_more(lines, doubtful, more)) for more in _MORE_LINES)):
                return False
        return any(self._may_stand_in(level) for level in levels(text))

    def _doubtful(self, lines: set[str]) -> set[str]:
        """The lines in which a name may begin; the others are remembered."""
        met = lines - self._lines
        found = met - self._former_lines
        doubtful = set(self._beginning(list(found))) if found else found
        self._remember(met - doubtful)
        return doubtful

    def _remember(self, lines: set[str]) -> None:
        self._lines |= lines
        self._letters += sum(map(len, lines))
        if self._letters > _MOST_LETTERS:
            self._former_lines, self._lines, self._letters = self._lines, set(), 0

    def _beginning(self, lines: Sequence[str]) -> Iterator[str]:
        """The lines in which a name may begin, or something that hides one from who reads line by line."""
        if not any(map(self._may_begin_in, _line_levels(lines))):
            return
        if len(lines) == 1:
            yield lines[0]
            return
        half = len(lines) // 2
        yield from self._beginning(lines[:half])
        yield from self._beginning(lines[half:])

    def _may_begin_in(self, text: str) -> bool:
        """Whether that may be so in one of the lines of a text."""
        if _has_unended_value(text) or any(sign in text and _UNENDED[sign].search(text) for sign in _UNENDED):
            return True
        return self._may_hold(text, _TAGS_OF_A_LINE, self._withheld.may_begin_in)

    def _may_stand_in(self, text: str) -> bool:
        return self._may_hold(text, _TAGS, self._withheld.may_stand_in)

    def _may_hold(self, text: str, pattern: re.Pattern[str], is_said: Callable[[str], bool]) -> bool:
        tags: set[str] = set()
        addresses = set(addresses_in(text)) - self._clean
        for sign, unread in _UNREAD.items():
            if sign in text:
                tags.update(unread.findall(text))
                text = unread.sub("", text)
        parts = pattern.split(text)
        # All letters together that stand together for a reader: nothing is where a tag was, of any kind.
        words = "".join(parts[::2])
        tags.update(parts[1::2])
        tags -= self._clean
        # Letters and tones that a tag parts may come together in one text and not in another.
        return (
            not unicodedata.is_normalized("NFC", words)
            or is_said(unseen_removed(words))
            or (pattern is _TAGS_OF_A_LINE and "<" in words and _UNENDED_TAG.search(words) is not None)
            or self._says("\n".join(tags), tags)
            or self._says(" / ".join(map(address_reading, addresses)), addresses)
        )

    def _says(self, text: str, pieces: set[str]) -> bool:
        """Whether the text of new pieces says a name; otherwise they are remembered."""
        if self._withheld.found(text):
            return True
        if len(self._clean) < _MOST_REMEMBERED:
            self._clean |= pieces
        return False


def _line_levels(lines: Iterable[str]) -> Iterator[str]:
    """The lines as they are, and with what is escaped in them put in, where there is anything escaped."""
    yield _APART.join(lines)
    escaped = [line for line in lines if "&" in line or "%" in line or "\\" in line]
    if escaped:
        yield from islice(levels(_APART.join(escaped)), 1, None)


def _has_unended_value(text: str) -> bool:
    """Whether an attribute begins in a line and not ends there: the last mark of quotation is that which opens it."""
    return any(line[max(line.rfind('"') - 1, 0) :].startswith('="') for line in text.split(_END))


def _with_more(lines: Sequence[str], doubtful: set[str], more: int) -> set[str]:
    """Each line in which a name may begin, with so many more below it."""
    return {"\n".join(lines[n : n + 1 + more]) for n, line in enumerate(lines) if line in doubtful}
