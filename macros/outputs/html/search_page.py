"""The page of the search."""

from macros.faces.search_page_face import search_page_face
from macros.outputs.html.generated_page import GeneratedPage
from macros.outputs.html.renderer import Renderer
from macros.wording import search


def search_page(renderer: Renderer) -> GeneratedPage:
    """The page on which results stand, and every indicator by letter for who has no script."""
    face = search_page_face(renderer.catalogue)
    return GeneratedPage(
        source="tim-kiem/index.md",
        title=search.NAME,
        description=search.DESCRIPTION,
        script="search-page",
        face=face,
        template="search_page",
        listed_to=0,
    )
