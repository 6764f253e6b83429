"""A page's Markdown to HTML as the site will have it, a mark for each macro; and what of it was typed as HTML.

It is for judging what an author typed; where links and anchors lead, `reading.outline` asks of a text without marks.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.util import HtmlStash

# Around the words that a macro prints: no checked text has these characters.
OPENED, CLOSED = "\ue002", "\ue003"
# What MkDocs adds to every list.
_ALWAYS = ("toc", "tables", "fenced_code")


# By identity: settings hold functions and lists, and one text of settings gives one object.
@dataclass(frozen=True, eq=False)
class Extensions:
    """Which extensions of Python-Markdown a site uses, and their settings."""

    names: tuple[str, ...]
    settings: Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Expanded:
    """A page's Markdown without macros and comments, and on which line of its file each part begins."""

    text: str
    starts: Sequence[int]
    lines: Sequence[int]

    def line(self, offset: int) -> int:
        """The line of the file on which a character of the text stands."""
        part = max(bisect_right(self.starts, offset) - 1, 0)
        if not self.starts:
            return 0
        return self.lines[part] + self.text.count("\n", self.starts[part], offset)


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """HTML as the site will have it, and the pieces of it that the author typed as HTML, as typed."""

    html: str
    typed: tuple[str, ...]


class Part(Protocol):
    """A part of a page's source: typed text, or what stands for a macro, and on which line of the file it begins."""

    @property
    def text(self) -> str: ...

    @property
    def line(self) -> int: ...

    @property
    def is_typed(self) -> bool: ...


def expanded(source: Iterable[Part]) -> Expanded:
    """The Markdown that a page's macros leave, each macro a mark around the words that stand for it."""
    pieces: list[str] = []
    starts: list[int] = []
    lines: list[int] = []
    length = 0
    for part in source:
        piece = part.text if part.is_typed else f"{OPENED}{_plain(part.text)}{CLOSED}"
        if piece:
            starts.append(length)
            lines.append(part.line)
            pieces.append(piece)
            length += len(piece)
    return Expanded("".join(pieces), starts, lines)


def _plain(words: str) -> str:
    """Words that Markdown cannot take for anything else."""
    return "".join(c if c.isalnum() or c == " " else f"&#{ord(c)};" for c in words)


def rendered_page(markdown: str, extensions: Extensions) -> RenderedPage:
    """The HTML of a Markdown text without macros, and what of it was typed as HTML."""
    converter, stash = _converter(extensions)
    try:
        html = converter.reset().convert(markdown)
    except Exception:
        # In the middle of a page it may have left itself in any state.
        _converter.cache_clear()
        raise
    return RenderedPage(html, tuple(stash.typed))


class _Stash(HtmlStash):
    """Keeps what an author typed as HTML beside what Python-Markdown stashes of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.typed: list[str] = []
        self.listening = True

    def store(self, html: str | Element) -> str:
        if self.listening:
            if isinstance(html, Element):
                # Imported here: it brings the modules of the network along, and few pages have such an element.
                from xml.sax.saxutils import quoteattr

                told = "".join(f" {name}={quoteattr(value)}" for name, value in html.attrib.items())
                self.typed.append(f"<{html.tag}{told}>")
            elif html.lstrip().startswith("<"):
                # Entities are stashed too, and are text.
                self.typed.append(html)
        return super().store(html)

    def reset(self) -> None:
        super().reset()
        self.typed = []


class _Fences(Preprocessor):
    """Fenced code is stashed as HTML that no author typed."""

    def __init__(self, inner: Preprocessor, stash: _Stash) -> None:
        super().__init__(inner.md)
        self._inner, self._stash = inner, stash

    def run(self, lines: list[str]) -> list[str]:
        self._stash.listening = False
        try:
            return self._inner.run(lines)
        finally:
            self._stash.listening = True


# Making a converter takes as long as a page.
@lru_cache(maxsize=4)
def _converter(extensions: Extensions) -> tuple[Markdown, _Stash]:
    settings = {name: dict(options) for name, options in extensions.settings.items()}
    try:
        converter = Markdown(extensions=list(extensions.names), extension_configs=settings)
    except Exception:
        # Whatever an extension raises of options that it does not take: the settings' own check tells of them.
        converter = Markdown(extensions=list(_ALWAYS))
    stash = converter.htmlStash = _Stash()
    if "fenced_code_block" in converter.preprocessors:
        inner = converter.preprocessors["fenced_code_block"]
        converter.preprocessors.register(_Fences(inner, stash), "fenced_code_block", 25)
    return converter, stash


# By what they say, for options may be lists; one object for one saying, and there is one for a site.
_KNOWN: dict[str, Extensions] = {}


def extensions_of(given: Mapping[str, Mapping[str, Any]]) -> Extensions:
    """The extensions that a site uses: those of its settings with their options, and those that MkDocs adds."""
    found: dict[str, Mapping[str, Any]] = {name: {} for name in _ALWAYS} | dict(given)
    options = {name: options for name, options in found.items() if options}
    return _KNOWN.setdefault(repr(list(found.items())), Extensions(tuple(found), options))
