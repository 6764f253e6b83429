"""A page of Markdown to HTML by way of the tree of the site."""

from markdown import Markdown

from macros.outputs.html.page_context import PageContext
from macros.outputs.html.page_macros import PageMacros
from macros.outputs.html.page_tree import PageTree, Reader
from macros.outputs.html.renderer import Renderer
from macros.record import Catalogue
from tests.good_project import good_catalogue

EXTENSIONS = ["abbr", "attr_list", "def_list", "footnotes", "tables", "fenced_code", "md_in_html", "toc"]


def macros_of(catalogue: Catalogue | None = None, is_report: bool = False) -> PageMacros:
    """Macros on a page that is a report's or not."""
    macros = PageMacros(Renderer(catalogue or good_catalogue()))
    macros.page = PageContext("docs/a.md", "a/", None, is_report)
    return macros


def converted(text: str, macros: PageMacros | None = None, read: Reader | None = None, **toc: object) -> str:
    """The HTML of a page without its blocks."""
    tree = PageTree(lambda: macros or macros_of(), read)
    return Markdown(extensions=[*EXTENSIONS, tree], extension_configs={"toc": toc}).convert(text)
