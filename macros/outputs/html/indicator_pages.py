"""The pages of the indicators: one for each that can hold a value, in the order of the form."""

from collections.abc import Iterator
from itertools import pairwise

from macros.faces.indicator_face import IndicatorFace, indicator_face
from macros.outputs.html.generated_page import GeneratedPage
from macros.outputs.html.renderer import Renderer


def indicator_pages(renderer: Renderer) -> Iterator[GeneratedPage]:
    """The page of each indicator, with the ones beside it."""
    rows = [row for row in renderer.catalogue.indicators.values() if row.kind.holds_value]
    for before, (indicator, after) in zip([None, *rows], pairwise([*rows, None]), strict=False):
        if indicator is not None:
            yield _page(indicator_face(indicator, before, after, renderer.derived))


def _page(face: IndicatorFace) -> GeneratedPage:
    return GeneratedPage(
        source=f"{face.address.rstrip('/')}.md",
        title=face.name,
        description=face.description,
        headed_by_report=True,
        face=face,
        template="indicator",
        beside_template="beside_indicator",
        listed_to=0,
    )
