"""The pages that hold reports against each other."""

from macros import addresses
from macros.faces.comparison_page_face import chooser_face, comparison_page_face
from macros.outputs.html.contents import contents
from macros.outputs.html.generated_page import GeneratedPage
from macros.outputs.html.renderer import Renderer
from macros.record import Report
from macros.wording import comparison


def comparison_page(renderer: Renderer, report: Report) -> GeneratedPage:
    """The page of a report: with the period before, and with the same of last year."""
    address = addresses.comparison(report)
    face = comparison_page_face(report, renderer.catalogue, renderer.comparison)
    html = renderer.html("comparison", address, face=face)
    return GeneratedPage(
        source=f"{address.rstrip('/')}.md",
        title=face.title,
        description=face.description,
        html=html,
        heading=face.heading,
        headings=contents(html),
        face=face,
    )


def comparison_chooser(renderer: Renderer) -> GeneratedPage:
    """The page on which a reader chooses any two periods."""
    face = chooser_face(renderer.catalogue)
    html = renderer.html("comparison_chooser", addresses.COMPARE, face=face)
    return GeneratedPage(
        source="so-sanh.md",
        title=comparison.CHOOSER_TITLE,
        description=comparison.CHOOSER_DESCRIPTION,
        html=html,
        listed=True,
        script="compare",
        headings=contents(html),
        face=face,
    )
