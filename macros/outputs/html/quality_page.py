"""The page on the quality of the data of each report."""

from macros import addresses
from macros.faces.quality_face import quality_face
from macros.outputs.html.generated_page import GeneratedPage, source_of
from macros.outputs.html.renderer import Renderer
from macros.record import Report
from macros.wording import quality


def quality_page(renderer: Renderer, report: Report) -> GeneratedPage:
    """The page of a report."""
    address = addresses.quality(report)
    face = quality_face(report, renderer.catalogue)
    return GeneratedPage(
        source=source_of(address),
        title=face.title,
        description=quality.DESCRIPTION,
        heading=quality.HEADING,
        face=face,
        template="quality",
    )
