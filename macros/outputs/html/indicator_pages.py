"""The pages of the indicators: one for each that can hold a value, in the order of the form, and what is below it."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from macros import addresses
from macros.faces.indicator_face import indicator_face
from macros.faces.indicator_years_face import (
    IndicatorYearsFace,
    OtherChartsFace,
    indicator_years_face,
    other_charts_face,
)
from macros.faces.years import Span
from macros.outputs.html.generated_page import GeneratedPage, PlannedPage, source_of
from macros.outputs.html.renderer import Renderer
from macros.record import Indicator, Report


def indicator_pages(renderer: Renderer) -> Iterator[PlannedPage]:
    """The page of each indicator, with the ones beside it, and behind it what that page has no room for."""
    rows = [row for row in renderer.catalogue.indicators.values() if row.kind.holds_value]
    for before, (indicator, after) in zip([None, *rows], pairwise([*rows, None]), strict=False):
        if indicator is not None:
            source = source_of(addresses.indicator(indicator))
            yield PlannedPage(source, partial(_page, renderer, indicator, before, after))
            yield from _pages_below(renderer, indicator)


def _pages_below(renderer: Renderer, indicator: Indicator) -> Iterator[PlannedPage]:
    """The pages of the figures on earlier years, and of charts; none of an indicator of few figures."""
    pages = renderer.derived.series_pages
    if others := pages.other_charts(indicator):
        yield PlannedPage(source_of(others), partial(_other_charts, renderer, indicator))
    for span, reports in pages.spans(indicator):
        source = source_of(span.below(addresses.indicator(indicator)))
        yield PlannedPage(source, partial(_years, renderer, indicator, span, reports))


def _page(renderer: Renderer, indicator: Indicator, before: Indicator | None, after: Indicator | None) -> GeneratedPage:
    face = indicator_face(indicator, before, after, renderer.derived)
    return GeneratedPage(
        source=source_of(face.address),
        title=face.name,
        description=face.description,
        headed_by_report=True,
        face=face,
        template="indicator",
        beside_template="beside_indicator",
        listed_to=0,
    )


def _other_charts(renderer: Renderer, indicator: Indicator) -> GeneratedPage:
    return _below(other_charts_face(indicator, renderer.derived), "indicator_charts")


def _years(renderer: Renderer, indicator: Indicator, span: Span, reports: Sequence[Report]) -> GeneratedPage:
    spans = [span for span, _ in renderer.derived.series_pages.spans(indicator)]
    return _below(indicator_years_face(indicator, span, reports, spans, renderer.derived), "indicator_years")


def _below(face: IndicatorYearsFace | OtherChartsFace, template: str) -> GeneratedPage:
    return GeneratedPage(
        source=source_of(face.address),
        title=face.title,
        description=face.description,
        headed_by_report=True,
        face=face,
        template=template,
        listed_to=0,
    )
