"""Generated pages with the HTML that the plan makes of their faces when it asks for it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from macros.outputs.html.gathered import gathering
from macros.outputs.html.generated_page import GeneratedPage, PlannedPage
from macros.outputs.html.record_pages import planned_pages
from macros.outputs.html.renderer import Renderer


def whole_pages(renderer: Renderer) -> Iterator[GeneratedPage]:
    """Every generated page, in order; of one with a face, `html` and `opened` are made from it."""
    return whole_pages_of(renderer, lambda _: True)


def whole_pages_of(renderer: Renderer, wanted: Callable[[PlannedPage], bool]) -> Iterator[GeneratedPage]:
    """Those that are wanted."""
    return (_whole(page.make(), renderer) for page in planned_pages(renderer) if wanted(page))


def _whole(page: GeneratedPage, renderer: Renderer) -> GeneratedPage:
    if not page.template:
        return page
    with gathering() as gathered:
        html = renderer.faced(page.template, page.address, page.face)
    return replace(page, html=html, opened=gathered.opened)
