"""An earlier narrative to HTML: rendered by the macros of its own day, led to the addresses of today."""

import posixpath
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from jinja2 import TemplateError
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from macros import addresses
from macros.markup.allowed import sanitized, text_only, with_links
from macros.outputs.html.called_macros import CalledMacros
from macros.outputs.html.gathered import Opened
from macros.outputs.html.held_links import held
from macros.outputs.html.page_context import PageContext, is_report_page
from macros.outputs.html.page_macros import PageMacros
from macros.outputs.html.page_tree import PageTree
from macros.reading.author_macros import macro_signatures
from macros.reading.narrative import NarrativePage
from macros.reading.outline import piles_up

_TITLE = re.compile(r"^# .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Rendered:
    """HTML, the headings in it as Python-Markdown lists them, and what its words open."""

    html: str
    headings: Sequence[Mapping[str, Any]]
    opened: Opened


class Narratives:
    """Renders earlier narratives in the site's Markdown; its extensions and settings as Python-Markdown takes them."""

    def __init__(self, extensions: Sequence[Any], settings: Mapping[str, Any]) -> None:
        self._macros: PageMacros
        tree = PageTree(lambda: self._macros)
        self._markdown = Markdown(extensions=[*extensions, tree], extension_configs=dict(settings))
        self._links = _Links()
        self._markdown.treeprocessors.register(self._links, "congkhai-links", -100)
        self._called = CalledMacros()

    def rendered(self, narrative: NarrativePage, macros: PageMacros, address: str) -> Rendered | None:
        """The narrative below its title for the page at an address; None where it cannot be rendered today."""
        if narrative.strange or piles_up(narrative.body):
            # Whatever is worked out on a page may take for ever, and what it gave then is not known.
            return None
        is_report = is_report_page(narrative.path, narrative.period)
        context = macros.page = PageContext(narrative.path, address, narrative.period, is_report)
        self._macros = macros
        callable_macros = {name: getattr(macros, name) for name in macro_signatures()}
        try:
            text = self._called.put_in(_TITLE.sub("", narrative.body, count=1), callable_macros)
        except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError):
            return None
        if macros.problems or piles_up(text):
            return None
        self._links.source, self._links.address = narrative.source, address
        html = sanitized(self._markdown.reset().convert(text))
        html = with_links(html, lambda target, ids: _held(target, ids | context.places))
        html = macros.completed(html, context)
        headings = tuple(map(_heading, getattr(self._markdown, "toc_tokens", ())))
        return Rendered(html, headings, context.gathered.opened)


def _heading(token: Mapping[str, Any]) -> Mapping[str, Any]:
    """A heading as it is listed, its words without what a page of ours would not carry."""
    return {**token, "name": text_only(token["name"]), "children": [_heading(below) for below in token["children"]]}


class _Links(Treeprocessor):
    """Leads the links that an author wrote to today's addresses."""

    source = ""
    address = ""

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in ("href", "src"):
                if name in element.attrib:
                    element.set(name, self._led(element.attrib[name]))

    def _led(self, target: str) -> str:
        try:
            parts = urlsplit(target)
        except ValueError:
            # No address: it is not on the list of what may be led to.
            return target
        if parts.scheme or parts.netloc or not parts.path:
            return target
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.source), parts.path))
        address = addresses.narrative(path) if path.endswith(".md") else path
        return addresses.relative(f"{address}#{parts.fragment}" if parts.fragment else address, self.address)


def _held(target: str, places: Collection[str]) -> str | None:
    """A link of the narrative as it stands on the page; None where it leads to no place of the page."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        return target
    if parts.path:
        return held(target)
    return target if parts.fragment in places else None
