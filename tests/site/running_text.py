"""The running text of a page, and what of it is marked neither as a short form nor with its language."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from macros.outputs.html.marking import OUR_WORDS
from macros.record import Catalogue

# No running text: code as it is typed, drawings, what a browser shows as plain text.
_NOT_TEXT = {"code", "pre", "script", "style", "svg", "option", "title", "textarea"}


def texts(root: HtmlElement, *beside: str) -> Iterator[tuple[HtmlElement, str]]:
    """Every piece of text below an element with the element that it stands in, but for text in elements `beside`."""
    for part in root.iter():
        if not isinstance(part.tag, str):
            continue
        within = {part.tag, *(above.tag for above in part.iterancestors())}
        if not within & {*_NOT_TEXT, *beside}:
            yield part, part.text or ""
        outer = part.getparent()
        if outer is not None and not (within - {part.tag}) & {*_NOT_TEXT, *beside}:
            yield outer, part.tail or ""


def foreign_words(root: HtmlElement, catalogue: Catalogue) -> Iterator[tuple[str, bool, str]]:
    """Each listed word of another language as it is listed, whether it has its language, and the text around it."""
    listed = OUR_WORDS | dict(catalogue.foreign_words)
    word = re.compile(rf"(?<![\w/.@-])(?:{'|'.join(map(re.escape, listed))})(?![\w/@-]|\.\w)", re.IGNORECASE)
    cased = {each for each in listed if each != each.lower()}
    for part, text in texts(root):
        for match in word.finditer(text):
            name = match[0] if match[0] in cased else match[0].lower()
            if name in listed:
                yield name, _language(part) == listed[name], text.strip()


def _language(part: HtmlElement) -> str:
    """The language that a screen reader reads an element in."""
    return next((above.get("lang") for above in (part, *part.iterancestors()) if above.get("lang")), "vi")


def closed_short_forms(label: HtmlElement, catalogue: Catalogue) -> list[str]:
    """The texts of a label in which a short form whose meaning is known is not marked."""
    known = [entry.short for entry in catalogue.abbreviations.values() if entry.expansion]
    word = re.compile(rf"(?<![\w/-])(?:{'|'.join(map(re.escape, known))})(?![\w/]|-\w)")
    # In the number of a document letters are no short form of a word.
    return [text for _, text in texts(label, "abbr", "button") if word.search(re.sub(r"\S*\d\S*/\S+", "", text))]
