"""Which texts surely say no withheld name in any reading: told many times faster than by reading them in every way.

A name stands in a reading with all its words, and the letters of each word stand together: inside of a tag, in the text
without its tags, or in an address. Where a word of every name is in none of these, no reading says one.
"""

import re
import unicodedata

from macros.withholding.readings import FOOTNOTE_MARK, TAG, address_reading, addresses_in, levels
from macros.withholding.withheld import Withheld, unseen_removed

_TAGS = re.compile(rf"({TAG.pattern})")
# What stands within words and is none of them, by the sign that it begins with.
_UNREAD = {"<sup": FOOTNOTE_MARK, "<!--": re.compile(r"<!--.*?-->", re.DOTALL)}
_MOST_REMEMBERED = 100_000


class Prefilter:
    """Tells of many texts whether they may say one of the names. Pages share most of their tags: each is read once."""

    def __init__(self, withheld: Withheld) -> None:
        self._withheld = withheld
        # Tags and addresses that say no name.
        self._clean: set[str] = set()

    def may_say(self, text: str) -> bool:
        """Whether a reading of the text may say a withheld name; False only where none does."""
        return any(map(self._may_stand_in, levels(text)))

    def _may_stand_in(self, text: str) -> bool:
        tags: set[str] = set()
        addresses = set(addresses_in(text)) - self._clean
        for sign, pattern in _UNREAD.items():
            if sign in text:
                tags.update(pattern.findall(text))
                text = pattern.sub("", text)
        parts = _TAGS.split(text)
        # All letters together that stand together for a reader: nothing is where a tag was, of any kind.
        words = "".join(parts[::2])
        tags.update(parts[1::2])
        tags -= self._clean
        # Letters and tones that a tag parts may come together in one text and not in another.
        return (
            not unicodedata.is_normalized("NFC", words)
            or self._withheld.may_stand_in(unseen_removed(words))
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
