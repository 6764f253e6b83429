"""The tree that Python-Markdown makes of a page: marked, and asked what the page holds, before it becomes HTML.

Both hosts have Markdown use this extension, so that what is known of a page does not depend on who renders it.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import NBSP_PLACEHOLDER
from markdown.extensions.toc import escape_cdata
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE

from macros.outputs.html.gathered import gathering
from macros.outputs.html.page_context import SIGN, WORDS_BEGIN, WORDS_END, PageContext
from macros.outputs.html.page_macros import PageMacros

# What stands in a text for something else: of ours a block, and the beginning and end of words that are marked
# already; of Python-Markdown a tag, an entity or an escaped character.
_SIGNS = re.compile(f"({SIGN}|\x02[^\x03]*\x03)")
# No running text, or words whose language or meaning is told already.
_WHOLE = frozenset({"code", "pre", "kbd", "samp", "button", "abbr"})
_CELLS = frozenset({"td", "th"})
# After footnotes, attributes and short forms of Markdown's own are there, and before headings are listed.
_MARKING, _READING = 6, -50

# The words of an element, as a reader sees them.
Words = Callable[[Element], str]
Reader = Callable[[PageContext, Element, Words], None]


class PageTree(Extension):
    """Marks the texts of the page that these macros are on, and lets `read` take from its tree what it wants."""

    def __init__(self, macros: Callable[[], PageMacros], read: Reader | None = None) -> None:
        super().__init__()
        self._macros, self._read = macros, read

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Marks(md, self._macros), "congkhai-marks", _MARKING)
        md.treeprocessors.register(_Readings(md, self._macros, self._read), "congkhai-readings", _READING)
        md.postprocessors.register(_WithoutSigns(md), "congkhai-signs", -50)
        md.registerExtension(_AsHtml(md))


class _AsHtml(Extension):
    """Has Markdown write HTML as it is written today; it takes its format when all its extensions are there."""

    def __init__(self, md: Markdown) -> None:
        super().__init__()
        self._md = md

    def reset(self) -> None:
        self._md.set_output_format("html")


class _WithoutSigns(Postprocessor):
    """In code between fences the words of a macro are what they are."""

    def run(self, text: str) -> str:
        if WORDS_END not in text:
            return text
        return "".join([part for part in _SIGNS.split(text) if not _is_around_words(part)])


class _Marks(Treeprocessor):
    """Marks foreign words, in a report short forms too, wherever a text stands in the tree."""

    def __init__(self, md: Markdown, macros: Callable[[], PageMacros]) -> None:
        super().__init__(md)
        self._macros = macros

    def run(self, root: Element) -> None:
        macros = self._macros()
        self._page, self._marking, self._is_marked = macros.page, macros.marking, False
        with gathering(self._page.gathered):
            self.mark(root)

    def mark(self, element: Element, whole: bool = False) -> None:
        """Mark what stands in an element, in its order."""
        whole = whole or element.tag in _WHOLE or "lang" in element.attrib
        children = list(element)
        element.text, first = self._marked(element.text, whole)
        behind = []
        for child in children:
            self.mark(child, whole)
            child.tail, marks = self._marked(child.tail, whole)
            behind.append(marks)
        for child, marks in zip(reversed(children), reversed(behind), strict=True):
            _put(element, list(element).index(child) + 1, marks)
        _put(element, 0, first)

    def _marked(self, text: str | None, whole: bool) -> tuple[str | None, list[Element]]:
        """What of a text stands before its first mark, and its marks with what follows each."""
        if not text or not text.strip():
            return text, []
        made: list[str | Element] = []
        # Between two stretches of words there is a sign.
        for number, part in enumerate(_SIGNS.split(text)):
            made += self._signed(part) if number % 2 else self._stretch(part, whole)
        before = [part for part in made if isinstance(part, str)]
        if len(before) == len(made):
            return "".join(before), []
        return _joined(made)

    def _signed(self, sign: str) -> Iterable[str]:
        """What stays of a sign; that around words has told where these begin or end."""
        self._page.follow(sign)
        if not _is_around_words(sign):
            return (sign,)
        self._is_marked = sign != WORDS_END
        return ()

    def _stretch(self, words: str, whole: bool) -> Iterable[str | Element]:
        if whole or self._is_marked:
            return (words,)
        return self._marking.elements(words, self._page.is_report)


class _Readings(Treeprocessor):
    """Settles the finished tree, and takes notes of it."""

    def __init__(self, md: Markdown, macros: Callable[[], PageMacros], read: Reader | None) -> None:
        super().__init__(md)
        self._listed, self._macros, self._read = _Marks(md, macros), macros, read

    def run(self, root: Element) -> None:
        page = self._macros().page
        if len(root) and root[0].tag == "h1":
            page.title = self._words(root[0], pictures=True)
        for element in root.iter():
            if element.tag == "h1":
                page.is_headed = True
            elif element.tag in _CELLS and "style" in element.attrib:
                # The alignment of columns, which Markdown writes as a style: a strict policy forbids each.
                del element.attrib["style"]
            elif element.tag == "a" and element.get("class") == "headerlink":
                # It stands inside the heading: a screen reader would read "#" at its end, and the keyboard stop.
                element.attrib.update({"aria-hidden": "true", "tabindex": "-1"})
            elif element.tag == "div" and element.get("class") == "toc":
                self._listed.run(element)
        if self._read is not None:
            self._read(page, root, self._words)
        _without_paragraphs(root, page)

    def _words(self, element: Element, pictures: bool = False) -> str:
        """The words of an element, with those that stand for its pictures where these are wanted."""
        return " ".join("".join(self._texts(element, pictures)).split())

    def _texts(self, element: Element, pictures: bool) -> Iterator[str]:
        yield self._plain(element.text)
        for child in element:
            if pictures and child.tag == "img":
                yield self._plain(child.get("alt"))
            # Marks for the eye beside the words: the number of a footnote, links to a heading and back from a note.
            elif child.tag != "sup" and child.get("class") not in ("headerlink", "footnote-backref"):
                yield from self._texts(child, pictures)
            yield self._plain(child.tail)

    def _plain(self, text: str | None) -> str:
        if not text:
            return ""
        text = HTML_PLACEHOLDER_RE.sub(self._stashed, text)
        return unescape(escape_cdata(text.replace(AMP_SUBSTITUTE, "&").replace(NBSP_PLACEHOLDER, "\u00a0")))

    def _stashed(self, sign: re.Match[str]) -> str:
        """An entity stands for its letter; of a tag a reader sees nothing."""
        number = int(sign[1])
        stashed = self.md.htmlStash.rawHtmlBlocks[number] if number < self.md.htmlStash.html_counter else ""
        return stashed if isinstance(stashed, str) and stashed.startswith("&") else ""


def _without_paragraphs(element: Element, page: PageContext) -> None:
    """Take away the paragraph around each sign of a block that stands alone."""
    for number, child in reversed(list(enumerate(element))):
        if child.tag != "p" or len(child) or not page.is_block(child.text):
            _without_paragraphs(child, page)
            continue
        element.remove(child)
        left = f"{child.text}{child.tail or ''}"
        if number:
            element[number - 1].tail = f"{element[number - 1].tail or ''}{left}"
        else:
            element.text = f"{element.text or ''}{left}"


def _is_around_words(part: str) -> bool:
    return part == WORDS_END or part.startswith(WORDS_BEGIN)


def _joined(made: list[str | Element]) -> tuple[str, list[Element]]:
    before, marks = "", list[Element]()
    for part in made:
        if isinstance(part, Element):
            marks.append(part)
        elif marks:
            marks[-1].tail = (marks[-1].tail or "") + part
        else:
            before += part
    return before, marks


def _put(element: Element, at: int, marks: list[Element]) -> None:
    for offset, mark in enumerate(marks):
        element.insert(at + offset, mark)
