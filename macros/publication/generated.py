"""A page that is made from the record, made into the content of a page of the site."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from markdown import Markdown
from markupsafe import Markup

from macros import addresses
from macros.outputs.html.generated_page import GeneratedPage
from macros.outputs.html.narratives import settled
from macros.outputs.html.renderer import Renderer, markdown_text
from macros.outputs.search.first_layer import SearchedPage
from macros.publication.authored import framed
from macros.publication.frame import FramedPage, headings


def searched(pages: Collection[GeneratedPage]) -> list[SearchedPage]:
    """The pages that a search finds by their titles."""
    return [SearchedPage(page.address, page.title, page.description) for page in pages if page.listed and not page.kept]


@dataclass(frozen=True, slots=True)
class Generator:
    """Completes generated pages. `known` are all addresses of the site; `markdown` is the site's own, for headings."""

    renderer: Renderer
    markdown: Markdown
    known: Collection[str]

    def completed(self, page: GeneratedPage) -> FramedPage:
        """The page with its heading, and what its words open."""
        heading = self.markdown.reset().convert(f"# {markdown_text(page.heading or page.title)}")
        if page.headed_by_report:
            heading = self.renderer.narrated(heading)
        below = settled(page.html, page.address, self.known) if page.kept else page.html
        toc = headings(page.headings)
        return framed(self.renderer, page.address, page.title, f"{heading}\n{below}", toc, _meta(page))


def _meta(page: GeneratedPage) -> dict[str, Any]:
    """What the front matter of a page would say."""
    meta: dict[str, Any] = {"title": page.title, "description": page.description}
    if page.beside:
        meta["beside"] = Markup(page.beside)
    if page.kept:
        meta["kept"] = True
    if page.script:
        meta["script"] = page.script
    if page.redirect:
        meta["redirect"] = addresses.relative(page.redirect, page.address)
    return meta
