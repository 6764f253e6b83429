"""The pages that nobody writes, in their order: each type of page has a module of its own."""

from collections.abc import Iterator
from functools import partial

from macros import addresses
from macros.faces import phrases
from macros.faces.citing_reports import Counted, cited_documents
from macros.outputs.html.comparison_pages import comparison_chooser, comparison_page
from macros.outputs.html.document_pages import document_index_pages, document_pages
from macros.outputs.html.generated_page import PlannedPage, source_of
from macros.outputs.html.history_page import history_pages
from macros.outputs.html.indicator_index_page import indicator_index_page
from macros.outputs.html.indicator_pages import indicator_pages
from macros.outputs.html.quality_page import quality_page
from macros.outputs.html.redirect_pages import redirect_pages
from macros.outputs.html.renderer import Renderer
from macros.outputs.html.report_years_pages import report_years_pages
from macros.outputs.html.search_page import search_page
from macros.outputs.html.section_page import section_page
from macros.record import Report
from macros.wording import comparison, indicator, quality


def planned_pages(renderer: Renderer, counted: Counted = cited_documents) -> Iterator[PlannedPage]:
    """Every generated page of the site, in a fixed order; each is made when it is asked for.

    `counted` tells how often a report cites each document.
    """
    catalogue = renderer.catalogue
    found_by = (indicator.INDEX_TITLE, indicator.INDEX_DESCRIPTION)
    yield PlannedPage("chi-tieu/index.md", partial(indicator_index_page, renderer), found_by)
    for section in catalogue.sections:
        yield PlannedPage(source_of(addresses.section(section)), partial(section_page, renderer, section))
    yield from indicator_pages(renderer)
    yield from document_index_pages(renderer)
    yield from document_pages(renderer, counted)
    for report in catalogue.reports:
        yield _quality(renderer, report)
        yield PlannedPage(source_of(addresses.comparison(report)), partial(comparison_page, renderer, report))
    yield from report_years_pages(renderer)
    found_by = (comparison.CHOOSER_TITLE, comparison.CHOOSER_DESCRIPTION)
    yield PlannedPage("so-sanh.md", partial(comparison_chooser, renderer), found_by)
    yield from history_pages(renderer)
    yield from redirect_pages(renderer)
    yield PlannedPage("tim-kiem/index.md", partial(search_page, renderer))


def _quality(renderer: Renderer, report: Report) -> PlannedPage:
    """The page on the quality of a report; a search finds that of the newest."""
    title = quality.TITLE.format(report=phrases.report_title(report))
    found_by = (title, quality.DESCRIPTION) if report is renderer.catalogue.latest else None
    return PlannedPage(source_of(addresses.quality(report)), partial(quality_page, renderer, report), found_by)
