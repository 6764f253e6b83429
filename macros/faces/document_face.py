"""What the page of a document that the reports cite says."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from macros import addresses, vietnamese
from macros.faces import phrases
from macros.faces.citing_reports import CitingReport, CitingReports, Spans
from macros.faces.linked_text import Linked, Part, filled
from macros.faces.parts import page_link, row_link
from macros.faces.years import EarlierFace, Span, TurnsFace, span_links, titled, turns
from macros.record import Catalogue, Document, Observation, Report
from macros.wording import documents as wording
from macros.wording import years as counted


@dataclass(frozen=True, slots=True)
class CitingFigureFace:
    """A row that cites a document: its figure, "" for a heading, and in which period; that links to its place."""

    row: Part
    figure: str
    place: Linked


@dataclass(frozen=True, slots=True)
class DocumentFace:
    """The page of a document; what the source does not state is "", and `year` stands for a date that it does not.

    `text` is the address of its full text, None where that is not known; `is_law` says that a register has it.
    """

    title: str
    description: str
    type: Part
    number: str
    date: str
    year: int
    issuer: str
    inferred: str
    subject: str
    text: str | None
    is_law: bool
    replaces: tuple[Part, ...]
    replaced_by: tuple[Part, ...]
    figures: tuple[CitingFigureFace, ...]
    named: tuple[Part, ...]
    passages: tuple[Part, ...]
    revisions: tuple[Part, ...]
    earlier: EarlierFace | None


def document_face(
    document: Document, catalogue: Catalogue, citing: CitingReports, listed: str = addresses.DOCUMENTS
) -> DocumentFace:
    """The face of the page of a document; `citing` are the reports that cite documents, `listed` says on which list."""
    reports, earlier = citing.shown(document), citing.earlier(document)
    title, documents = phrases.document_title(document), catalogue.documents
    anchor = f"{listed}#loai-{vietnamese.slug(document.type)}"
    inferred = document.issuer and document.issuer_from
    return DocumentFace(
        title=title,
        description=_described(title, document),
        type=Part(document.type, anchor),
        number=document.printed_number or "",
        date=vietnamese.day(document.date) if document.date else "",
        year=document.year,
        issuer=document.issuer or "",
        inferred=wording.ISSUER_FROM.format(source=inferred) if inferred else "",
        subject=document.subject or "",
        text=document.url,
        is_law=document.is_law,
        replaces=tuple(document_link(documents[id]) for id in document.replaces),
        replaced_by=tuple(document_link(other) for other in documents.values() if document.id in other.replaces),
        figures=tuple(_figures(document, reports, catalogue)),
        named=tuple(page_link(row, catalogue) for row in catalogue.indicators.values() if document.id in row.documents),
        passages=tuple(_passages(catalogue, document, [report for _, found in earlier for report in _reports(found)])),
        revisions=tuple(_revisions_resting_on(document, reports)),
        earlier=_earlier(document, earlier) if earlier else None,
    )


def _earlier(document: Document, spans: Spans) -> EarlierFace:
    pages = span_links(addresses.document(document), spans, counted.CITATIONS, size=lambda citing: citing.count)
    return EarlierFace("cac-nam-truoc", wording.EARLIER, wording.EARLIER_LEAD, pages)


@dataclass(frozen=True, slots=True)
class DocumentYearsFace:
    """The page of what cites a document in the reports on some earlier years."""

    address: str
    title: str
    description: str
    turns: TurnsFace
    figures: tuple[CitingFigureFace, ...]
    passages: tuple[Part, ...]
    revisions: tuple[Part, ...]


def document_years_face(
    document: Document, span: Span, spans: Sequence[Span], reports: Sequence[Report], catalogue: Catalogue
) -> DocumentYearsFace:
    """The face of the page of a span, one of `spans`, with the reports that cite the document in it, newest first."""
    title, page = phrases.document_title(document), addresses.document(document)
    places = {addresses.report(report) for report in reports}
    return DocumentYearsFace(
        address=span.below(page),
        title=titled(title, span),
        description=wording.YEARS_DESCRIPTION.format(title=title, years=span.label),
        turns=turns(Part(title, page), span, spans),
        figures=tuple(_figures(document, reports, catalogue)),
        passages=tuple(_passages(catalogue, document, (), places)),
        revisions=tuple(_revisions_resting_on(document, reports)),
    )


def _reports(citing: Iterable[CitingReport]) -> list[Report]:
    return [one.report for one in citing]


def _described(title: str, document: Document) -> str:
    return wording.DESCRIPTION.format(title=title, subject=document.subject) if document.subject else title


def document_link(document: Document) -> Part:
    """The document by its title, with its page."""
    return Part(phrases.document_title(document), addresses.document(document))


def _figures(document: Document, reports: Iterable[Report], catalogue: Catalogue) -> Iterator[CitingFigureFace]:
    """The rows of some reports that cite a document."""
    for report in reports:
        for row in report.observations:
            if document.id in row.documents:
                yield _citing(row, report, catalogue)


def _citing(observation: Observation, report: Report, catalogue: Catalogue) -> CitingFigureFace:
    row = observation.indicator
    period, place = report.period.label, addresses.row(report, row)
    if not row.kind.holds_value:
        name = Part(catalogue.names[row.key], place, printed=True)
        return CitingFigureFace(name, "", filled(wording.FIGURES_HEADING, period=period))
    link = Part(wording.FIGURES_ROW_LINK, place)
    told = filled(wording.FIGURES_ROW, period=period, link=link)
    return CitingFigureFace(row_link(row, report, catalogue), phrases.figure_text(observation), told)


def _passages(
    catalogue: Catalogue, document: Document, elsewhere: Iterable[Report], only: Container[str] | None = None
) -> Iterator[Part]:
    """The passages that cite a document, each by a name of its own: heading, report, and which of several.

    Those of reports that are told of `elsewhere` are left out; with `only`, those of all other pages as well.
    """
    periods = {addresses.report(report): report.period.label for report in catalogue.reports}
    left_out = set(map(addresses.report, elsewhere))
    named = []
    for citation in catalogue.citations:
        page = addresses.narrative(citation.page)
        if citation.document == document.id and page not in left_out and (only is None or page in only):
            name = citation.heading or citation.page
            if period := periods.get(page):
                name = wording.PASSAGE_OF.format(heading=name, period=period)
            named.append((name, f"{page}#{addresses.citation_anchor(document.id, citation.occurrence)}"))
    several = Counter(name for name, _ in named)
    met = Counter[str]()
    for name, address in named:
        met[name] += 1
        repeated = wording.PASSAGE_REPEATED.format(passage=name, number=met[name])
        yield Part(repeated if several[name] > 1 else name, address, printed=True)


def _revisions_resting_on(document: Document, reports: Iterable[Report]) -> Iterator[Part]:
    for report in reports:
        if any(revision.document == document.id for revision in report.revisions):
            yield Part(phrases.report_title(report), addresses.report(report))
