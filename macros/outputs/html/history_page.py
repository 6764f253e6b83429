"""The pages of every revision of every report: one, and where there are many reports, one for those of each year."""

from collections.abc import Iterator, Sequence
from functools import partial

from macros import addresses
from macros.faces.history_face import MOST_REPORTS, history_years_face
from macros.faces.years import Span
from macros.outputs.html.generated_page import GeneratedPage, PlannedPage, source_of
from macros.outputs.html.renderer import Renderer
from macros.record import Report
from macros.wording import history


def history_pages(renderer: Renderer) -> Iterator[PlannedPage]:
    """The page of the newest, of which the feed tells as well, then the pages of the reports of each year."""
    newest = (history.TITLE, history.DESCRIPTION)
    yield PlannedPage(source_of(addresses.HISTORY), partial(_newest, renderer), newest)
    if len(renderer.catalogue.reports) > MOST_REPORTS:
        for span, reports in renderer.derived.report_spans:
            yield PlannedPage(source_of(span.below(addresses.HISTORY)), partial(_years, renderer, span, reports))


def _newest(renderer: Renderer) -> GeneratedPage:
    return GeneratedPage(
        source=source_of(addresses.HISTORY),
        title=history.TITLE,
        description=history.DESCRIPTION,
        face=renderer.derived.history,
        template="history",
    )


def _years(renderer: Renderer, span: Span, reports: Sequence[Report]) -> GeneratedPage:
    spans = [span for span, _ in renderer.derived.report_spans]
    face = history_years_face(span, reports, renderer.catalogue, spans, renderer.derived.series_pages)
    return GeneratedPage(
        source=source_of(face.address),
        title=face.title,
        description=face.description,
        face=face,
        template="history_years",
    )
