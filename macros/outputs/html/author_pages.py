"""A page of an author to HTML: its macros called, its Markdown converted, its links led to where they lead on the site.

What comes of it is what MkDocs with mkdocs-macros makes of the same page; a test compares whole sites.
"""

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from macros import addresses
from macros.outputs.html.called_macros import CalledMacros
from macros.outputs.html.page_context import PageContext
from macros.outputs.html.page_macros import PageMacros
from macros.outputs.html.page_tree import PageTree
from macros.reading.author_macros import macro_signatures
from macros.reading.narrative import NarrativePage

# Each kind of element that leads somewhere, and the attribute that says where.
_LEADS = {"a": "href", "img": "src"}


@dataclass(frozen=True, slots=True)
class PageHtml:
    """A page as HTML, and its headings as Python-Markdown lists them."""

    html: str
    headings: Sequence[Mapping[str, Any]]


class AuthorPages:
    """Renders the pages of authors; the extensions of Markdown and their settings as Python-Markdown takes them."""

    def __init__(
        self, macros: PageMacros, tree: PageTree, extensions: Sequence[Any], settings: Mapping[str, Any]
    ) -> None:
        self._macros = macros
        self._markdown = Markdown(extensions=[*extensions, tree], extension_configs=dict(settings))
        self._links = _Links()
        self._markdown.treeprocessors.register(self._links, "congkhai-links", 0)
        self._called = CalledMacros()

    def rendered(self, page: NarrativePage, context: PageContext) -> PageHtml:
        """The page; raises whatever a macro or an extension does, which no page that was checked lets them do."""
        self._macros.page = context
        callable_macros = {name: getattr(self._macros, name) for name in macro_signatures()}
        text = self._called.put_in(page.body.lstrip("\ufeff\n"), callable_macros)
        self._links.source, self._links.address = page.source, context.address
        html = self._markdown.reset().convert(text)
        return PageHtml(html, getattr(self._markdown, "toc_tokens", ()))


class _Links(Treeprocessor):
    """Leads the links to pages and files of `docs/` to their addresses."""

    source = ""
    address = ""

    def run(self, root: Element) -> None:
        for element in root.iter():
            name = _LEADS.get(element.tag)
            if name is not None and (target := element.get(name)) is not None:
                element.set(name, self._led(target))

    def _led(self, target: str) -> str:
        parts = urlsplit(target)
        if parts.scheme or parts.netloc or not parts.path or target.startswith(("/", "\\")) or AMP_SUBSTITUTE in target:
            return target
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.source), unquote(parts.path)))
        address = (addresses.narrative(path) or "./") if path.endswith(".md") else path
        led = addresses.shortest(address, self.address)
        return urlunsplit(("", "", led, parts.query, parts.fragment))
