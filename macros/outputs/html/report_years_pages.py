"""The pages of the reports on earlier years, which the list of all reports has no room for."""

from collections.abc import Iterator, Sequence
from functools import partial

from macros import addresses
from macros.faces.report_list_face import earlier_years, report_years_face
from macros.faces.years import Span
from macros.outputs.html.generated_page import GeneratedPage, PlannedPage, source_of
from macros.outputs.html.renderer import Renderer
from macros.record import Report


def report_years_pages(renderer: Renderer) -> Iterator[PlannedPage]:
    """A page for each year or decade, newest first; none where the list has room for all."""
    for span, reports in earlier_years(renderer.derived):
        yield PlannedPage(source_of(span.below(addresses.REPORTS)), partial(_page, renderer, span, reports))


def _page(renderer: Renderer, span: Span, reports: Sequence[Report]) -> GeneratedPage:
    face = report_years_face(span, reports, renderer.derived)
    return GeneratedPage(
        source=source_of(face.address),
        title=face.title,
        description=face.description,
        face=face,
        template="report_years",
    )
