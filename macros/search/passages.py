"""A narrative page's HTML to its passages: what a search result can lead to, each with a name of its own."""

import re
from dataclasses import dataclass
from html import unescape

# The elements that hold running text. Python-Markdown and the macros write no ">" inside an attribute.
_INLINE = r"(?:[^<]|<(?!/?(?:h[1-6]|p|li|dt|dd|ul|ol|dl|div|table|section|nav|details|form|figure|pre)\b))*"
_BLOCK = re.compile(rf"<(h[1-6]|p|li|dt|dd)((?:\s[^>]*)?)>({_INLINE})</\1>")
_ID = re.compile(r"\bid=\"([^\"]*)\"")
# Marks for the eye beside the words: the link to a heading, the number of a footnote and the way back from it.
_BESIDE = re.compile(r"<a class=\"headerlink\".*?</a>|<sup\b.*?</sup>|<a class=\"footnote-backref\".*?</a>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_LETTERS = re.compile(r"[^\W\d_]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, list entry or definition of a page: the heading above it, its anchor, its text."""

    heading: str
    anchor: str
    text: str


def marked_passages(html: str) -> tuple[str, list[Passage]]:
    """The page with an id on every passage, and the passages. A passage is counted from the heading above it."""
    found: list[Passage] = []
    heading, above, number = "", "", 0

    def mark(match: re.Match[str]) -> str:
        nonlocal heading, above, number
        element, attributes, inner = match.groups()
        text = plain_text(inner)
        if element in ("h1", "h2", "h3", "h4", "h5", "h6", "dt"):
            own = _ID.search(attributes)
            heading = text
            if own and element != "dt":
                above, number = own[1], 0
            return match[0]
        if not _LETTERS.search(text) or _PRIVATE.search(text):
            return match[0]
        number += 1
        if own := _ID.search(attributes):
            found.append(Passage(heading, own[1], text))
            return match[0]
        anchor = f"doan-{above}-{number}" if above else f"doan-{number}"
        found.append(Passage(heading, anchor, text))
        return f'<{element} id="{anchor}"{attributes}>{inner}</{element}>'

    return _BLOCK.sub(mark, html), found


def plain_text(html: str) -> str:
    """The words of a piece of HTML, as a reader sees them."""
    return " ".join(unescape(_TAG.sub("", _BESIDE.sub("", html))).split())
