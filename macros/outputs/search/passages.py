"""A narrative page's HTML to its passages: what a search result can lead to, each with a name of its own."""

import re
from dataclasses import dataclass
from html import unescape

from macros.outputs.search.heading_sections import SectionOf, no_section
from macros.wording import search

# The elements that hold running text. Python-Markdown and the macros write no ">" inside an attribute.
_INLINE = r"(?:[^<]|<(?!/?(?:h[1-6]|p|li|dt|dd|ul|ol|dl|div|table|section|nav|details|form|figure|pre)\b))*"
_BLOCK = re.compile(rf"<(h[1-6]|p|li|dt|dd)((?:\s[^>]*)?)>({_INLINE})</\1>")
_ID = re.compile(r"\bid=\"([^\"]*)\"")
# Marks for the eye beside the words: the link to a heading, the number of a footnote and the way back from it.
_BESIDE = re.compile(r"<a class=\"headerlink\".*?</a>|<sup\b.*?</sup>|<a class=\"footnote-backref\".*?</a>", re.DOTALL)
# Where the text of a footnote begins, and a mark in the text that leads to one.
_NOTE = re.compile(r"(?=<li id=\"fn:)")
_REFERENCE = re.compile(r"href=\"#(fn:[^\"]*)\"")
_TAG = re.compile(r"<[^>]*>")
_LETTERS = re.compile(r"[^\W\d_]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, list entry or definition of a page: the heading above it, its anchor, its text, its section's id."""

    heading: str
    anchor: str
    text: str
    section: str | None = None


def marked_passages(html: str, section_of: SectionOf = no_section) -> tuple[str, list[Passage]]:
    """The page with an id on every passage, and the passages. A passage is counted from the heading above it.

    It is of the section that this heading names, or else one above it; a footnote is of the section that refers to it.
    """
    body, notes, rest = html.partition('<div class="footnote">')
    marker = _Marker(section_of)
    body = _BLOCK.sub(marker.mark, body)
    if notes:
        marker.enter(search.FOOTNOTES, "chu-thich")
        rest = "".join(_BLOCK.sub(marker.mark, marker.noted(note)) for note in _NOTE.split(rest))
    return body + notes + rest, marker.found


class _Marker:
    """Names the passages of a page one after the other, and keeps them."""

    def __init__(self, section_of: SectionOf) -> None:
        self.found: list[Passage] = []
        self._section_of = section_of
        # The headings above the present place: level and section of each.
        self._above: list[tuple[int, str | None]] = []
        self._noted: dict[str, str | None] = {}
        self.enter("", "")

    def enter(self, heading: str, id: str, level: int = 1) -> None:
        """A new heading begins; passages below it are counted anew."""
        while self._above and self._above[-1][0] >= level:
            self._above.pop()
        self._section = self._section_of(heading) or (self._above[-1][1] if self._above else None)
        self._above.append((level, self._section))
        self._headed = self._heading = heading
        self._id = id
        self._number = 0

    def noted(self, note: str) -> str:
        """The text of a footnote begins, or a text with none; it is handed back as it is."""
        named = _ID.search(note)
        self._section = self._noted.get(named[1]) if named else None
        return note

    def mark(self, match: re.Match[str]) -> str:
        element, attributes, inner = match.groups()
        text = plain_text(inner)
        own = _ID.search(attributes)
        if element.startswith("h"):
            self.enter(text, own[1] if own else self._id, int(element[1]))
        for note in _REFERENCE.findall(inner):
            self._noted.setdefault(note, self._section)
        if element.startswith("h"):
            return match[0]
        if element == "dt":
            self._heading = text
            return match[0]
        if not _LETTERS.search(text) or _PRIVATE.search(text):
            return match[0]
        heading = self._heading
        if element == "dd":
            # A term heads its own definition only.
            self._heading = self._headed
        self._number += 1
        if own:
            self.found.append(Passage(heading, own[1], text, self._section))
            return match[0]
        anchor = f"doan-{self._id}-{self._number}" if self._id else f"doan-{self._number}"
        self.found.append(Passage(heading, anchor, text, self._section))
        return f'<{element} id="{anchor}"{attributes}>{inner}</{element}>'


def plain_text(html: str) -> str:
    """The words of a piece of HTML, as a reader sees them."""
    return " ".join(unescape(_TAG.sub("", _BESIDE.sub("", html))).split())
