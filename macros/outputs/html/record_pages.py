"""The pages that nobody writes: one per indicator, section and document, and the lists of them."""

from collections import Counter
from collections.abc import Iterator

from macros import addresses, vietnamese
from macros.faces import phrases
from macros.faces.letters_face import letter_faces
from macros.outputs.html.comparison_pages import comparison_chooser, comparison_page
from macros.outputs.html.contents import contents
from macros.outputs.html.generated_page import GeneratedPage
from macros.outputs.html.history_page import history_page
from macros.outputs.html.indicator_index_page import indicator_index_page
from macros.outputs.html.indicator_pages import indicator_pages
from macros.outputs.html.quality_page import quality_page
from macros.outputs.html.renderer import Renderer
from macros.outputs.html.section_page import section_page
from macros.record import (
    Catalogue,
    Citation,
    Document,
    Period,
    Report,
)
from macros.wording import documents as document_words
from macros.wording import report as report_words
from macros.wording import search


def generated_pages(renderer: Renderer) -> Iterator[GeneratedPage]:
    """Every generated page of the site, in a fixed order."""
    catalogue = renderer.catalogue
    yield indicator_index_page(renderer)
    for section in catalogue.sections:
        yield section_page(renderer, section)
    yield from indicator_pages(renderer)
    yield _document_index(renderer)
    for document in catalogue.documents.values():
        yield _document_page(renderer, document)
    for report in catalogue.reports:
        yield quality_page(renderer, report)
        yield comparison_page(renderer, report)
    yield comparison_chooser(renderer)
    yield history_page(renderer)
    yield from _former_pages(renderer)
    yield _latest_page(renderer)
    yield _search_page(renderer)


def _document_index(renderer: Renderer) -> GeneratedPage:
    documents = list(renderer.catalogue.documents.values())
    types = sorted({document.type for document in documents}, key=vietnamese.fold)
    groups = [(type_, [document for document in documents if document.type == type_]) for type_ in types]
    html = renderer.html("document_index", addresses.DOCUMENTS, groups=groups)
    return GeneratedPage(
        source="van-ban/index.md",
        title=document_words.INDEX_TITLE,
        description=document_words.INDEX_DESCRIPTION,
        html=html,
        listed=True,
        headings=contents(html),
    )


def _document_page(renderer: Renderer, document: Document) -> GeneratedPage:
    catalogue = renderer.catalogue
    address = addresses.document(document)
    html = renderer.html(
        "document",
        address,
        document=document,
        replaces=[catalogue.documents[id] for id in document.replaces],
        replaced_by=[other for other in catalogue.documents.values() if document.id in other.replaces],
        observations=catalogue.observations_citing[document.id],
        definitions=[row for row in catalogue.indicators.values() if document.id in row.documents],
        citations=list(_passages(catalogue, document)),
        revisions=_revisions_resting_on(catalogue, document),
    )
    title = phrases.document_title(document)
    return GeneratedPage(
        source=f"{address.rstrip('/')}.md",
        title=title,
        description=document_words.DESCRIPTION.format(title=title, subject=document.subject)
        if document.subject
        else title,
        html=html,
    )


def _passages(catalogue: Catalogue, document: Document) -> Iterator[tuple[Citation, str]]:
    """The passages that cite a document, each by a name of its own: heading, report, and which of several."""
    periods = {addresses.report(report): report.period.label for report in catalogue.reports}
    names = []
    for citation in catalogue.citations:
        if citation.document == document.id:
            name = citation.heading or citation.page
            if period := periods.get(addresses.narrative(citation.page)):
                name = document_words.PASSAGE_OF.format(heading=name, period=period)
            names.append((citation, name))
    several = Counter(name for _, name in names)
    met = Counter[str]()
    for citation, name in names:
        met[name] += 1
        repeated = several[name] > 1
        yield citation, document_words.PASSAGE_REPEATED.format(passage=name, number=met[name]) if repeated else name


def _revisions_resting_on(catalogue: Catalogue, document: Document) -> list[Report]:
    return [r for r in catalogue.reports if any(revision.document == document.id for revision in r.revisions)]


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
    return GeneratedPage(
        source="tim-kiem/index.md",
        title=search.NAME,
        description=search.DESCRIPTION,
        html=renderer.html("search_page", addresses.SEARCH, letters=letter_faces(renderer.catalogue)),
        script="search-page",
    )
