"""A page that an author wrote, as a host has rendered its Markdown, made into the content of a page of the site."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from xml.etree.ElementTree import Element

from macros.markup.allowed import refused
from macros.outputs.html.contents import enough
from macros.outputs.html.gathered import Opened
from macros.outputs.html.page_context import PageContext, is_report_page
from macros.outputs.html.page_macros import PageMacros
from macros.outputs.html.page_tree import PageTree, Words
from macros.outputs.html.renderer import Renderer
from macros.outputs.search.first_layer import SearchedPage
from macros.outputs.search.heading_sections import headed_sections, no_section
from macros.outputs.search.passages import named_passages
from macros.problems.problem import Place, Problem, Problems, shorten
from macros.publication.frame import FramedPage, Heading
from macros.record import Catalogue, Period, ReportKey

_HOME = "index.md"


@dataclass(frozen=True, slots=True)
class AuthoredPage:
    """A page of `docs/` whose macros and Markdown have been rendered, its links led to where they lead on the site.

    `title` is that of the navigation or the front matter (`is_titled`), else what a page without a heading is called.
    """

    source: str
    url: str
    title: str
    html: str
    toc: Sequence[Heading]
    meta: Mapping[str, Any]
    is_titled: bool
    context: PageContext

    @property
    def is_homepage(self) -> bool:
        return self.source == _HOME


def page_context(source: str, url: str, meta: Mapping[str, Any]) -> PageContext:
    """What the macros of a page must know before it is rendered."""
    written, path = meta.get("period"), f"docs/{source}"
    period = Period.parse(str(written)) if written else None
    # The home page only leads to others: it is no answer.
    is_searched = not (source == _HOME or meta.get("search", {}).get("exclude"))
    return PageContext(path, url, period, is_report_page(path, period), is_searched)


@dataclass(frozen=True, slots=True)
class CompletedPage:
    """A page as it goes into the frame, what it says for the search, and the mistakes that its macros have found."""

    source: str
    framed: FramedPage
    searched: SearchedPage | None
    problems: Sequence[Problem]


@dataclass(frozen=True, slots=True)
class Author:
    """Completes the pages of authors, each as soon as its macros were called."""

    renderer: Renderer
    macros: PageMacros

    def completed(self, page: AuthoredPage) -> CompletedPage:
        """The page with its late blocks. Raises Problems where a host has made of it what may not stand on a page."""
        refuse_strange(page)
        meta, title = dict(page.meta), page.title
        if not page.is_titled:
            meta["title"] = title = page.context.title or title
        context, searched = page.context, None
        if context.is_searched:
            report, description = (
                ReportKey(context.period) if context.period else None,
                str(meta.get("description", "")),
            )
            searched = SearchedPage(page.url, title, description, context.passages, report)
        html = self.macros.completed(page.html, context)
        opened = context.gathered.opened
        content = framed(self.renderer, page.url, title, html, opened, page.toc, meta, page.is_homepage)
        content = replace(content, is_headed=context.is_headed)
        return CompletedPage(page.source, content, searched, self.macros.found_problems())

    def tree(self) -> PageTree:
        """What a host has Markdown use beside the extensions of the settings."""
        return PageTree(lambda: self.macros, self._read)

    def _read(self, page: PageContext, root: Element, words: Words) -> None:
        """Give each passage of a page that is searched a name."""
        if page.is_searched:
            sections = headed_sections(self.catalogue, page.period) if page.period else no_section
            page.passages = named_passages(root, words, sections, {} if page.period else page.telling)

    @property
    def catalogue(self) -> Catalogue:
        return self.renderer.catalogue


def framed(
    renderer: Renderer,
    url: str,
    title: str,
    html: str,
    opened: Opened,
    toc: Sequence[Heading],
    meta: dict[str, Any],
    is_homepage: bool = False,
) -> FramedPage:
    """What any page puts into the frame: its content with what its short forms and buttons open below it."""
    if not enough(toc):
        meta["hide"] = [*(meta.get("hide") or ()), "toc"]
    content = renderer.explained(html, url, opened)
    canonical = f"{renderer.site}{url}" if renderer.site else None
    return FramedPage(url, title, content, toc, meta, is_homepage, canonical)


def refuse_strange(page: AuthoredPage) -> None:
    """What a host made of an author's page is judged again as it goes out: an extension may add what no check has seen.

    Raises Problems.
    """
    if found := refused(page.html, macros=True):
        shown = found[0].value or found[0].element
        raise Problems(
            [
                Problem(
                    Place(page.context.path),
                    "E106",
                    "trang dựng ra có " + (f"phần “{shorten(shown)}”" if shown else "thẻ HTML lồng nhau sai"),
                    "chữ, Markdown và macro, không có thẻ HTML",
                    "chạy “congkhai check”; nếu lệnh ấy không báo gì, xem lại “markdown_extensions” trong mkdocs.yml",
                )
            ]
        )
