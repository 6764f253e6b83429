"""The page that lists all indicators."""

from macros.faces.indicator_index_face import indicator_index_face
from macros.outputs.html.generated_page import GeneratedPage
from macros.outputs.html.renderer import Renderer
from macros.wording import indicator as wording


def indicator_index_page(renderer: Renderer) -> GeneratedPage:
    """The list by section and by letter."""
    face = indicator_index_face(renderer.derived)
    return GeneratedPage(
        source="chi-tieu/index.md",
        title=wording.INDEX_TITLE,
        description=wording.INDEX_DESCRIPTION,
        face=face,
        template="indicator_index",
        # The letters stand in a line of their own, above the part that they are of.
        listed_to=2,
    )
