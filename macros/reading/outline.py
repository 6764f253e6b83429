"""A page's Markdown to what it leads to and what can be led to: links, pictures, anchors, footnotes.

The page is read by the very Markdown that the site is made with; only the figures and blocks that macros put in are
left out, for a link needs none of them. `markup.rendering` converts a page as well: there marks stand where macros
print, so that what was typed is told from what they make, and anchors would be those of marks. Here words stand, as on
the site.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

from jinja2 import TemplateSyntaxError
from markdown import Markdown
from markdown.extensions.toc import slugify
from markdown.treeprocessors import Treeprocessor

from macros import vietnamese
from macros.reading.mkdocs_settings import Settings
from macros.reading.narrative import NarrativePage, PagePart, parts_of

# MkDocs always has these.
_BUILT_IN = ("toc", "tables", "fenced_code")
# What a project without settings of its own is read with.
_USUAL: Mapping[str, Mapping[str, Any]] = {
    "abbr": {},
    "attr_list": {},
    "def_list": {},
    "footnotes": {},
    "md_in_html": {},
    "toc": {"slugify": vietnamese.slug},
}
# A longer page is a mistake, and reading Markdown takes long.
LONGEST_PAGE = 400_000
# Stands for what a macro prints where that is a figure or a title; it cannot occur in a checked text.
_FIGURE = "\ue000"
_CODE = frozenset({"code", "pre"})
_BLOCKS = frozenset({"p", "ul", "ol", "dl", "pre", "table", "blockquote", "div", "section"})
_BREAK = "\ue003"
_ITEM = re.compile(r"[ ]*(?:[-–•+*][ ]+\S|[-–•][^\W\d_]|\d{1,2}[.)][ ]+\S)")
_UNDEFINED = re.compile(r"\[\^([^\]\s]+)\]")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link or a picture leads, as it is written; a picture has a text that stands for it, if only an empty one.

    `occurrence` counts those of the page that are written alike, from 0.
    """

    address: str
    alternative: str | None
    occurrence: int


@dataclass(frozen=True, slots=True)
class Outline:
    """What a page leads to, and what on it can be led to.

    Of `anchors`, the `changing` ones are made of a heading that prints a figure, and the `repeated` ones of several
    headings: which of these has the address goes by their order. `undefined` are footnotes that are
    called and not written, `orphans` those that are written and not called. `indented` is the first line of each text
    that is code for its indentation alone; `run_on` the first item of each list that became words of a paragraph.
    """

    targets: tuple[Target, ...]
    anchors: frozenset[str]
    changing: frozenset[str]
    undefined: tuple[str, ...]
    orphans: tuple[str, ...]
    repeated: tuple[str, ...] = ()
    indented: tuple[str, ...] = ()
    run_on: tuple[str, ...] = ()


def outlined(page: NarrativePage, settings: Settings | None) -> Outline | None:
    """The outline of a page; None where its Markdown is too long, nested too deeply, or makes an extension fail."""
    if _is_too_much(page.text):
        return None
    extensions = settings.extensions if settings else _USUAL
    options = tuple((name, tuple(sorted(part.items()))) for name, part in sorted(extensions.items()))
    try:
        return _outline("".join(map(_printed, page.parts)), options)
    except Exception:
        # Extensions trust what authors type: `{: id= }` makes one raise TypeError. The check of links tells of it.
        return None


def _is_too_much(text: str) -> bool:
    return len(text) > LONGEST_PAGE or piles_up(text)


def piles_up(text: str) -> bool:
    """Whether a paragraph opens so many brackets in each other that Markdown takes minutes to look for their ends."""
    depth = 0
    for found in _BRACKETS.finditer(text):
        depth = depth + 1 if found[0] == "[" else max(depth - 1, 0) if found[0] == "]" else 0
        if depth > _DEEPEST:
            return True
    return False


_BRACKETS = re.compile(r"[][]|\n[ \t]*\n")
_DEEPEST = 100


def first_unreadable(page: NarrativePage, settings: Settings | None) -> int:
    """The first line of a page, counted from 1, up to which it cannot be read; the last where that is not sure."""
    lines = page.text.split("\n")

    def fails(n: int) -> bool:
        text = "\n".join(lines[:n])
        try:
            return _is_too_much(text) or outlined(replace(page, text=text, parts=parts_of(text)), settings) is None
        except (TemplateSyntaxError, RecursionError, ValueError):
            return True

    return bisect_left(range(1, len(lines)), True, key=fails) + 1


# A page is asked for its anchors by every page that links to it, and told again in every run of a preview.
@lru_cache(maxsize=2048)
def _outline(text: str, extensions: tuple[tuple[str, tuple[tuple[str, Any], ...]], ...]) -> Outline:
    markdown, reading = _converter(extensions)
    reading.forget()
    try:
        markdown.reset().convert(text)
    except Exception:
        # In the middle of a page it may have left itself in any state.
        _converter.cache_clear()
        raise
    return reading.outline(_footnotes(markdown))


# Making a converter takes as long as a page.
@lru_cache(maxsize=4)
def _converter(extensions: tuple[tuple[str, tuple[tuple[str, Any], ...]], ...]) -> tuple[Markdown, "_Reading"]:
    names = [name for name, _ in extensions]
    configs = {name: dict(options) for name, options in extensions}
    toc = configs.setdefault("toc", {})
    reading = _Reading(toc.get("slugify") or slugify)
    toc["slugify"] = reading.slug
    markdown = Markdown(extensions=[*_BUILT_IN, *(n for n in names if n not in _BUILT_IN)], extension_configs=configs)
    markdown.treeprocessors.register(reading, "congkhai-outline", -100)
    return markdown, reading


def _footnotes(markdown: Markdown) -> Sequence[str]:
    """The footnotes that the text writes, by their marks."""
    for extension in markdown.registeredExtensions:
        written = getattr(extension, "footnotes", None)
        if isinstance(written, Mapping):
            return list(written)
    return []


class _Reading(Treeprocessor):
    """Takes notes on the finished tree."""

    def __init__(self, slug: Callable[[str, str], str]) -> None:
        super().__init__()
        self._slug = slug
        self.forget()

    def forget(self) -> None:
        """Begin another page."""
        self._root: Element | None = None
        self._changing: set[str] = set()
        self._made: Counter[str] = Counter()

    def slug(self, text: str, separator: str) -> str:
        """The anchor of a heading; those of headings with a figure are remembered."""
        made = self._slug(text, separator)
        if _FIGURE in text:
            self._changing.add(made)
        self._made[made] += 1
        return made

    def run(self, root: Element) -> None:
        self._root = root

    def outline(self, footnotes: Sequence[str]) -> Outline:
        root = self._root if self._root is not None else Element("div")
        anchors = {element.attrib["id"] for element in root.iter() if "id" in element.attrib}
        undefined = (mark for text in _texts(root) for mark in _UNDEFINED.findall(text))
        return Outline(
            tuple(_targets(root)),
            frozenset(anchors),
            frozenset(self._changing),
            tuple(dict.fromkeys(undefined)),
            tuple(mark for mark in footnotes if f"fnref:{mark}" not in anchors),
            tuple(made for made, number in self._made.items() if number > 1 or f"{made}_1" in anchors),
            # Code between fences is no part of the tree any more.
            tuple(_first_line("".join(element.itertext())) for element in root.iter("pre")),
            tuple(filter(None, map(_run_on, root.iter()))),
        )


def _targets(root: Element) -> Iterator[Target]:
    seen: Counter[str] = Counter()
    for element in root.iter():
        made = element.get("class", "").startswith(("footnote-", "headerlink"))
        address = element.get({"a": "href", "img": "src"}.get(str(element.tag), ""))
        # A mail address is written in entities of Markdown's own.
        if address is None or made or "\x02" in address or _FIGURE in address:
            continue
        yield Target(address, element.get("alt", "") if element.tag == "img" else None, seen[address])
        seen[address] += 1


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.split("\n") if line.strip()), "")


def _run_on(element: Element) -> str:
    """The first item of a list that Markdown took for words of a paragraph, as its text; "" for none.

    One line that begins with a dash may be the middle of a sentence: two are a list, and so is one below a colon.
    """
    if element.tag not in ("p", "li") or any(child.tag in _BLOCKS for child in element):
        return ""
    lines = _inline_text(element).split("\n")
    items = [n for n, line in enumerate(lines) if _ITEM.match(line) and not (n and lines[n - 1].endswith(_BREAK))]
    if len(items) > 1 and items[-1]:
        return lines[items[0]].strip()
    below_colon = len(items) == 1 and items[0] and lines[items[0] - 1].rstrip().endswith(":")
    return lines[items[0]].strip() if below_colon else ""


def _inline_text(element: Element) -> str:
    parts = [str(element.text or "")]
    for child in element:
        parts.append(_BREAK if child.tag == "br" else "" if child.tag in _CODE else "".join(child.itertext()))
        parts.append(str(child.tail or ""))
    return "".join(parts)


def _texts(element: Element) -> Iterator[str]:
    """Every piece of text that is no code."""
    if element.tag not in _CODE:
        yield str(element.text or "")
        for child in element:
            yield from _texts(child)
            yield str(child.tail or "")


def _printed(part: PagePart) -> str:
    """A part as Markdown: of a macro the words that it prints, as far as they stand on the page."""
    if part.is_typed or part.is_statement:
        return part.text
    return _FIGURE if part.text in ("", "…") else part.text
