"""The page of every revision of every report."""

from macros import addresses
from macros.outputs.html.generated_page import GeneratedPage
from macros.outputs.html.renderer import Renderer
from macros.wording import history


def history_page(renderer: Renderer) -> GeneratedPage:
    """The page; the feed beside it tells the newest of the same."""
    face = renderer.derived.history
    return GeneratedPage(
        source=f"{addresses.HISTORY.rstrip('/')}.md",
        title=history.TITLE,
        description=history.DESCRIPTION,
        listed=True,
        face=face,
        template="history",
    )
