"""The pages of the indicators: one for each that can hold a value, in the order of the form."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from macros import addresses
from macros.faces.indicator_face import indicator_face
from macros.outputs.html.generated_page import GeneratedPage, PlannedPage, source_of
from macros.outputs.html.renderer import Renderer
from macros.record import Indicator


def indicator_pages(renderer: Renderer) -> Iterator[PlannedPage]:
    """The page of each indicator, with the ones beside it."""
    rows = [row for row in renderer.catalogue.indicators.values() if row.kind.holds_value]
    for before, (indicator, after) in zip([None, *rows], pairwise([*rows, None]), strict=False):
        if indicator is not None:
            source = source_of(addresses.indicator(indicator))
            yield PlannedPage(source, partial(_page, renderer, indicator, before, after))


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
