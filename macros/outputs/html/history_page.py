"""The pages of every revision of every report: one, and where there are many reports, one for those of each year."""

from collections.abc import Iterator

from macros import addresses
from macros.faces.history_face import MOST_REPORTS, HistoryYearsFace, history_years_face
from macros.outputs.html.generated_page import GeneratedPage
from macros.outputs.html.renderer import Renderer
from macros.wording import history


def history_pages(renderer: Renderer) -> Iterator[GeneratedPage]:
    """The page of the newest, of which the feed tells as well, then the pages of the reports of each year."""
    yield GeneratedPage(
        source=f"{addresses.HISTORY.rstrip('/')}.md",
        title=history.TITLE,
        description=history.DESCRIPTION,
        listed=True,
        face=renderer.derived.history,
        template="history",
    )
    catalogue = renderer.catalogue
    if len(catalogue.reports) > MOST_REPORTS:
        found = renderer.derived.report_spans
        spans = [span for span, _ in found]
        for span, reports in found:
            yield _years(history_years_face(span, reports, catalogue, spans))


def _years(face: HistoryYearsFace) -> GeneratedPage:
    return GeneratedPage(
        source=f"{face.address.rstrip('/')}.md",
        title=face.title,
        description=face.description,
        face=face,
        template="history_years",
    )
