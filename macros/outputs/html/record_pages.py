"""The pages that nobody writes: one per indicator, section and document, and the lists of them."""

from collections.abc import Iterator

from macros import addresses
from macros.faces import phrases
from macros.faces.search_page_face import search_page_face
from macros.outputs.html.comparison_pages import comparison_chooser, comparison_page
from macros.outputs.html.document_pages import document_index, document_page
from macros.outputs.html.generated_page import GeneratedPage
from macros.outputs.html.history_page import history_page
from macros.outputs.html.indicator_index_page import indicator_index_page
from macros.outputs.html.indicator_pages import indicator_pages
from macros.outputs.html.quality_page import quality_page
from macros.outputs.html.renderer import Renderer
from macros.outputs.html.section_page import section_page
from macros.record import (
    Period,
)
from macros.wording import report as report_words
from macros.wording import search


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
    yield comparison_chooser(renderer)
    yield history_page(renderer)
    yield from _former_pages(renderer)
    yield _latest_page(renderer)
    yield _search_page(renderer)


def _former_pages(renderer: Renderer) -> Iterator[GeneratedPage]:
    """A page under each address that something once had, which leads on to the one that it has now."""
    catalogue = renderer.catalogue
    for indicator in catalogue.indicators.values():
        has_page = addresses.has_page(indicator)
        target = addresses.indicator(indicator) if has_page else addresses.row(catalogue.latest, indicator)
        for id in indicator.former_ids:
            yield _redirect(renderer, f"{addresses.INDICATORS}{id}/", target, catalogue.names[indicator.id])
    for old, new in catalogue.history.moved.items():
        report = catalogue.reports_by_period.get(new)
        if report is not None and old not in catalogue.reports_by_period:
            former = f"{addresses.REPORTS}{Period.parse(old).slug}/"
            yield _redirect(renderer, former, addresses.report(report), phrases.report_title(report))
            for edition in catalogue.history.reports[new].editions:
                if edition.recording is not None and str(edition.recording.period) == old:
                    kept = f"{former}v{edition.revision.number}/"
                    yield _redirect(renderer, kept, addresses.edition(edition), phrases.report_title(report))


def _redirect(renderer: Renderer, former: str, target: str, name: str) -> GeneratedPage:
    return GeneratedPage(
        source=f"{former.rstrip('/')}.md",
        title=name,
        description=report_words.LEADS_ON_DESCRIPTION.format(page=name),
        html=renderer.html("former", former, target=target, name=name),
        redirect=target,
    )


def _latest_page(renderer: Renderer) -> GeneratedPage:
    return GeneratedPage(
        source="bao-cao/moi-nhat.md",
        title=report_words.LATEST_TITLE,
        description=report_words.LATEST_DESCRIPTION,
        html=renderer.html("latest", addresses.LATEST_REPORT, report=renderer.catalogue.latest),
        redirect=addresses.report(renderer.catalogue.latest),
    )


def _search_page(renderer: Renderer) -> GeneratedPage:
    face = search_page_face(renderer.catalogue)
    return GeneratedPage(
        source="tim-kiem/index.md",
        title=search.NAME,
        description=search.DESCRIPTION,
        html=renderer.html("search_page", addresses.SEARCH, face=face),
        script="search-page",
        face=face,
    )
