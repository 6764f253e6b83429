"""The pages of the documents that the reports cite."""

from collections.abc import Iterator, Sequence
from functools import partial

from macros import addresses
from macros.faces.citing_reports import CitingReports, Counted
from macros.faces.document_face import document_face, document_years_face
from macros.faces.document_index_face import (
    DocumentLists,
    document_index_face,
    document_index_years_face,
    document_lists,
)
from macros.faces.years import Span
from macros.outputs.html.generated_page import GeneratedPage, PlannedPage, source_of
from macros.outputs.html.renderer import Renderer
from macros.record import Document, Report
from macros.wording import documents


def document_index_pages(renderer: Renderer) -> Iterator[PlannedPage]:
    """The list of all documents, and those of the years that it has no room for."""
    lists = document_lists(renderer.catalogue, renderer.derived.calendar)
    found_by = (documents.INDEX_TITLE, documents.INDEX_DESCRIPTION)
    yield PlannedPage("van-ban/index.md", partial(_document_index, renderer, lists), found_by)
    for span, _ in lists.earlier:
        source = source_of(span.below(addresses.DOCUMENTS))
        yield PlannedPage(source, partial(_index_of_years, renderer, span, lists))


def _document_index(renderer: Renderer, lists: DocumentLists) -> GeneratedPage:
    return GeneratedPage(
        source="van-ban/index.md",
        title=documents.INDEX_TITLE,
        description=documents.INDEX_DESCRIPTION,
        face=document_index_face(renderer.catalogue, lists),
        template="document_index",
    )


def _index_of_years(renderer: Renderer, span: Span, lists: DocumentLists) -> GeneratedPage:
    face = document_index_years_face(span, renderer.catalogue, lists)
    return GeneratedPage(
        source=source_of(face.address),
        title=face.title,
        description=face.description,
        face=face,
        template="document_index_years",
    )


def document_pages(renderer: Renderer, counted: Counted) -> Iterator[PlannedPage]:
    """The page of each document, and behind it those of the earlier years in which many reports cite it."""
    citing = CitingReports(renderer.catalogue, renderer.derived.calendar, counted)
    lists = document_lists(renderer.catalogue, renderer.derived.calendar)
    for document in renderer.catalogue.documents.values():
        address, earlier = addresses.document(document), citing.earlier(document)
        given = [str(report.period) for report in citing.shown(document)]
        years = [(span.first, span.last, sum(one.count for one in found)) for span, found in earlier]
        yield PlannedPage(
            source_of(address),
            partial(_document_page, renderer, document, citing, lists),
            given=(tuple(given), tuple(years)),
        )
        spans = [span for span, _ in earlier]
        for span, found in earlier:
            reports = [one.report for one in found]
            make = partial(_years_page, renderer, document, span, spans, reports)
            given = [str(report.period) for report in reports]
            yield PlannedPage(source_of(span.below(address)), make, given=(tuple(given), tuple(years)))


def _years_page(
    renderer: Renderer, document: Document, span: Span, spans: Sequence[Span], reports: Sequence[Report]
) -> GeneratedPage:
    face = document_years_face(document, span, spans, reports, renderer.catalogue)
    return GeneratedPage(
        source=source_of(face.address),
        title=face.title,
        description=face.description,
        face=face,
        template="document_years",
        listed_to=0,
    )


def _document_page(
    renderer: Renderer, document: Document, citing: CitingReports, lists: DocumentLists
) -> GeneratedPage:
    address = addresses.document(document)
    face = document_face(document, renderer.catalogue, citing, lists.page(document))
    return GeneratedPage(
        source=source_of(address),
        title=face.title,
        description=face.description,
        face=face,
        template="document",
        listed_to=0,
    )
