"""The tree of a narrative page to its passages: what a search result can lead to, each with a name of its own."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from xml.etree.ElementTree import Element

from macros.outputs.search.heading_sections import SectionOf, no_section
from macros.wording import search

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# The elements that hold running text, where no other of these blocks is in them.
_NAMED = _HEADINGS | {"p", "li", "dt", "dd"}
_BLOCKS = _NAMED | {"ul", "ol", "dl", "div", "table", "section", "nav", "details", "form", "figure", "pre"}
_LETTERS = re.compile(r"[^\W\d_]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
# The note that a mark in the text leads to; its text stands in an element of that id.
_NOTE = "fn:"


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, list entry or definition of a page: the heading above it, its anchor, its text, its section's id."""

    heading: str
    anchor: str
    text: str
    section: str | None = None


class Place(Protocol):
    """Where a block of ours says something: its text, its own id and the term of which it is said; "" for none."""

    @property
    def text(self) -> str: ...

    @property
    def id(self) -> str: ...

    @property
    def term(self) -> str: ...


class Telling(Protocol):
    """A block of ours that says something, and takes the ids of its places."""

    @property
    def says(self) -> Sequence[Place]: ...

    ids: Sequence[str]


def named_passages(
    root: Element,
    words: Callable[[Element], str],
    section_of: SectionOf = no_section,
    telling: Mapping[str, Telling] | None = None,
) -> list[Passage]:
    """The passages of a page, each of which has an id from now on. A passage is counted from the heading above it.

    It is of the section that this heading names, or else one above it; a footnote is of the section that refers to it.
    The paragraph that is the sign of a block in `telling` has the passages of that block.
    """
    marker = _Marker(words, section_of, telling or {})
    for element in root.iter():
        marker.read(element)
    return marker.found


class _Marker:
    """Names the passages of a page one after the other, and keeps them."""

    def __init__(self, words: Callable[[Element], str], section_of: SectionOf, telling: Mapping[str, Telling]) -> None:
        self.found: list[Passage] = []
        self._words, self._section_of, self._telling = words, section_of, telling
        # The headings above the present place: level and section of each.
        self._above: list[tuple[int, str | None]] = []
        self._noted: dict[str, str | None] = {}
        self._enter("", "")

    def read(self, element: Element) -> None:
        """The next element of the page."""
        if element.tag == "div" and element.get("class") == "footnote":
            self._enter(search.FOOTNOTES, "chu-thich")
            self._section = None
        elif element.tag == "li" and element.get("id", "").startswith(_NOTE):
            self._section = self._noted.get(element.get("id", ""))
        if element.tag == "p" and (block := self._telling.get(element.text or "")) is not None:
            self._tell(block)
        elif element.tag in _NAMED and not any(part.tag in _BLOCKS for part in element.iter() if part is not element):
            self._name(element)

    def _enter(self, heading: str, id: str, level: int = 1) -> None:
        """A new heading begins; passages below it are counted anew."""
        while self._above and self._above[-1][0] >= level:
            self._above.pop()
        self._section = self._section_of(heading) or (self._above[-1][1] if self._above else None)
        self._above.append((level, self._section))
        self._headed = self._heading = heading
        self._id = id
        self._number = 0

    def _name(self, element: Element) -> None:
        text, own = self._words(element), element.get("id", "")
        if element.tag in _HEADINGS:
            self._enter(text, own or self._id, int(element.tag[1]))
        for link in element.iter("a"):
            if (leads := link.get("href", "").removeprefix("#")).startswith(_NOTE):
                self._noted.setdefault(leads, self._section)
        if element.tag == "dt":
            self._heading = text
        elif element.tag not in _HEADINGS and (anchor := self._passage(text, own)):
            element.set("id", anchor)
        if element.tag == "dd":
            # A term heads its own definition only.
            self._heading = self._headed

    def _tell(self, block: Telling) -> None:
        ids = []
        for place in block.says:
            self._heading = place.term or self._headed
            ids.append(self._passage(place.text, place.id))
        block.ids = ids
        self._heading = self._headed

    def _passage(self, text: str, own: str) -> str:
        """The anchor of a passage; "" for what says nothing."""
        if not _LETTERS.search(text) or _PRIVATE.search(text):
            return own
        self._number += 1
        anchor = own or (f"doan-{self._id}-{self._number}" if self._id else f"doan-{self._number}")
        self.found.append(Passage(self._heading, anchor, text, self._section))
        return anchor
