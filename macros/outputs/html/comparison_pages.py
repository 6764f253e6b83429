"""The pages that hold reports against each other."""

from macros import addresses
from macros.faces.comparison_page_face import chooser_face, comparison_page_face
from macros.outputs.html.generated_page import GeneratedPage, source_of
from macros.outputs.html.renderer import Renderer
from macros.record import Report
from macros.wording import comparison


def comparison_page(renderer: Renderer, report: Report) -> GeneratedPage:
    """The page of a report: with the period before, and with the same of last year."""
    address = addresses.comparison(report)
    face = comparison_page_face(report, renderer.catalogue, renderer.comparison)
    return GeneratedPage(
        source=source_of(address),
        title=face.title,
        description=face.description,
        heading=face.heading,
        face=face,
        template="comparison",
    )


def comparison_chooser(renderer: Renderer) -> GeneratedPage:
    """The page on which a reader chooses any two periods."""
    face = chooser_face(renderer.catalogue, renderer.derived.report_spans)
    return GeneratedPage(
        source="so-sanh.md",
        title=comparison.CHOOSER_TITLE,
        description=comparison.CHOOSER_DESCRIPTION,
        script="compare",
        face=face,
        template="comparison_chooser",
    )
