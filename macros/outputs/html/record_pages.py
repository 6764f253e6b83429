"""The pages that nobody writes, in their order: each type of page has a module of its own."""

from collections.abc import Iterator

from macros.outputs.html.comparison_pages import comparison_chooser, comparison_page
from macros.outputs.html.document_pages import document_index, document_page
from macros.outputs.html.generated_page import GeneratedPage
from macros.outputs.html.history_page import history_pages
from macros.outputs.html.indicator_index_page import indicator_index_page
from macros.outputs.html.indicator_pages import indicator_pages
from macros.outputs.html.quality_page import quality_page
from macros.outputs.html.redirect_pages import former_pages, latest_page
from macros.outputs.html.renderer import Renderer
from macros.outputs.html.report_years_pages import report_years_pages
from macros.outputs.html.search_page import search_page
from macros.outputs.html.section_page import section_page


def generated_pages(renderer: Renderer) -> Iterator[GeneratedPage]:
    """Every generated page of the site, in a fixed order."""
    catalogue = renderer.catalogue
    yield indicator_index_page(renderer)
    for section in catalogue.sections:
        yield section_page(renderer, section)
    yield from indicator_pages(renderer)
    yield document_index(renderer)
    for document in catalogue.documents.values():
        yield document_page(renderer, document)
    for report in catalogue.reports:
        yield quality_page(renderer, report)
        yield comparison_page(renderer, report)
    yield from report_years_pages(renderer)
    yield comparison_chooser(renderer)
    yield from history_pages(renderer)
    yield from former_pages(renderer)
    yield latest_page(renderer)
    yield search_page(renderer)
