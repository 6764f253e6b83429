"""The pages of the reports on earlier years, which the list of all reports has no room for."""

from collections.abc import Iterator

from macros.faces.report_list_face import ReportYearsFace, report_years_faces
from macros.outputs.html.generated_page import GeneratedPage
from macros.outputs.html.renderer import Renderer


def report_years_pages(renderer: Renderer) -> Iterator[GeneratedPage]:
    """A page for each year or decade, newest first; none where the list has room for all."""
    return map(_page, report_years_faces(renderer.derived))


def _page(face: ReportYearsFace) -> GeneratedPage:
    return GeneratedPage(
        source=f"{face.address.rstrip('/')}.md",
        title=face.title,
        description=face.description,
        face=face,
        template="report_years",
    )
