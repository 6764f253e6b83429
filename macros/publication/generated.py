"""A page that is made from the record, made into the content of a page of the site."""

from collections.abc import Container
from dataclasses import dataclass
from typing import Any

from markdown import Markdown
from markupsafe import Markup

from macros import addresses
from macros.outputs.html.contents import contents
from macros.outputs.html.gathered import Gathered, gathering
from macros.outputs.html.generated_page import GeneratedPage
from macros.outputs.html.held_links import settled
from macros.outputs.html.page_context import PageContext
from macros.outputs.html.page_macros import PageMacros
from macros.outputs.html.renderer import Renderer, markdown_text
from macros.publication.authored import framed
from macros.publication.frame import FramedPage, headings


@dataclass(frozen=True, slots=True)
class Generator:
    """Completes generated pages. `known` are all addresses of the site; `markdown` is the site's own, for headings.

    It marks the words of the page that `macros` are on.
    """

    renderer: Renderer
    macros: PageMacros
    markdown: Markdown
    known: Container[str]

    def completed(self, page: GeneratedPage) -> FramedPage:
        """The page with its heading, and what its words open."""
        self.macros.page = PageContext("", page.address, None, page.headed_by_report)
        heading = self.markdown.reset().convert(f"# {markdown_text(page.heading or page.title)}")
        headed = self.macros.page.gathered
        if page.template:
            return self._faced(page, heading, headed)
        below = settled(page.html, page.address, self.known) if page.kept else page.html
        headed.add(page.opened)
        toc, meta = headings(page.headings), _meta(page)
        return framed(self.renderer, page.address, page.title, f"{heading}\n{below}", headed.opened, toc, meta)

    def _faced(self, page: GeneratedPage, heading: str, headed: Gathered) -> FramedPage:
        """A page that is made from its face."""
        with gathering() as gathered:
            html = self.renderer.faced(page.template, page.address, page.face)
        beside = self.renderer.faced(page.beside_template, page.address, page.face) if page.beside_template else ""
        toc = headings(contents(gathered.headings, page.listed_to)) if page.listed_to else ()
        headed.add(gathered.opened)
        meta = _meta(page, beside)
        return framed(self.renderer, page.address, page.title, f"{heading}\n{html}", headed.opened, toc, meta)


def _meta(page: GeneratedPage, beside: str = "") -> dict[str, Any]:
    """What the front matter of a page would say."""
    meta: dict[str, Any] = {"title": page.title, "description": page.description}
    if beside:
        meta["beside"] = Markup(beside)
    if page.kept:
        meta["kept"] = True
    if page.script:
        meta["script"] = page.script
    if page.redirect:
        meta["redirect"] = addresses.relative(page.redirect, page.address)
    return meta
