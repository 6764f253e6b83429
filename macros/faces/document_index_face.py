"""The list of all documents, by type; of many those of the newest years, and a page for each year or decade before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from macros import addresses, vietnamese
from macros.faces.document_face import document_link
from macros.faces.linked_text import Linked, Part, filled
from macros.faces.years import Calendar, EarlierFace, Span, TurnsFace, first_page, span_links, titled, turns
from macros.record import Catalogue, Document
from macros.wording import documents as wording
from macros.wording import years as counted


@dataclass(frozen=True, slots=True)
class DocumentEntryFace:
    """A document in the list: its title, which links to its page, its subject, and who the source says issued it."""

    anchor: str
    told: Linked
    issuer: str


@dataclass(frozen=True, slots=True)
class DocumentTypeFace:
    """The documents of one type, in the order of the register."""

    type: str
    documents: tuple[DocumentEntryFace, ...]


@dataclass(frozen=True, slots=True)
class DocumentIndexFace:
    """The list by type: of all `count` documents, or of the newest, with where the `earlier` are."""

    count: int
    types: tuple[DocumentTypeFace, ...]
    earlier: EarlierFace | None = None


@dataclass(frozen=True, slots=True)
class DocumentIndexYearsFace:
    """The page of the documents of some years."""

    address: str
    title: str
    description: str
    turns: TurnsFace
    types: tuple[DocumentTypeFace, ...]


Spans = Sequence[tuple[Span, tuple[Document, ...]]]


@dataclass(frozen=True, slots=True)
class DocumentLists:
    """The documents by the years that share a page, newest first; `shown` of these stand on the page of all."""

    spans: Spans
    shown: int

    @property
    def earlier(self) -> Spans:
        """Those that have a page of their own."""
        return self.spans[self.shown :]

    def page(self, document: Document) -> str:
        """Where a document is listed."""
        is_earlier = (span.below(addresses.DOCUMENTS) for span, found in self.earlier if document in found)
        return next(is_earlier, addresses.DOCUMENTS)


def document_lists(catalogue: Catalogue, calendar: Calendar) -> DocumentLists:
    """The lists of a catalogue."""
    newest_first = sorted(catalogue.documents.values(), key=lambda document: -document.year)
    spans = calendar.spans(newest_first, lambda document: document.year)
    return DocumentLists(spans, first_page(spans))


def document_index_face(catalogue: Catalogue, lists: DocumentLists) -> DocumentIndexFace:
    """The face of the page of all."""
    shown = {document.id for _, found in lists.spans[: lists.shown] for document in found}
    pages = span_links(addresses.DOCUMENTS, lists.earlier, counted.DOCUMENTS)
    return DocumentIndexFace(
        len(catalogue.documents),
        _types(document for document in catalogue.documents.values() if document.id in shown),
        EarlierFace("cac-nam-truoc", wording.EARLIER, wording.INDEX_EARLIER_LEAD, pages) if pages else None,
    )


def document_index_years_face(span: Span, catalogue: Catalogue, lists: DocumentLists) -> DocumentIndexYearsFace:
    """The face of the page of a span."""
    spans = [each for each, _ in lists.earlier]
    return DocumentIndexYearsFace(
        address=span.below(addresses.DOCUMENTS),
        title=titled(wording.INDEX_TITLE, span),
        description=wording.INDEX_YEARS_DESCRIPTION.format(years=span.label),
        turns=turns(Part(wording.INDEX_TITLE, addresses.DOCUMENTS), span, spans),
        types=_types(document for document in catalogue.documents.values() if document.year in span.years),
    )


def _types(documents: Iterable[Document]) -> tuple[DocumentTypeFace, ...]:
    types: dict[str, list[DocumentEntryFace]] = {}
    for document in documents:
        types.setdefault(document.type, []).append(_entry(document))
    return tuple(DocumentTypeFace(type, tuple(types[type])) for type in sorted(types, key=vietnamese.fold))


def _entry(document: Document) -> DocumentEntryFace:
    link = document_link(document)
    told: Linked = (link,)
    if document.subject:
        told = filled(wording.INDEX_DOCUMENT, title=link, subject=Part(document.subject, printed=True))
    issuer = "" if document.issuer_from else document.issuer or ""
    return DocumentEntryFace(f"vb-{document.id}", told, issuer)
