"""What is known of a page before it is made is what the page says once it is made."""

from macros.outputs.html.record_pages import planned_pages
from macros.outputs.html.renderer import Renderer
from tests.good_project import good_catalogue


def test_a_planned_page_is_the_page_that_is_made() -> None:
    pages = list(planned_pages(Renderer(good_catalogue())))
    for planned in pages:
        made = planned.make()
        assert (planned.source, planned.address, planned.title) == (made.source, made.address, made.title)
        assert (planned.listed, planned.redirect, planned.kept) == (made.listed, made.redirect, made.kept)
        assert planned.description in ("", made.description)
        assert bool(planned.description) or not made.listed
    assert len({planned.source for planned in pages}) == len(pages) > 20
