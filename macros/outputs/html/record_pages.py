"""The pages that nobody writes: one per indicator, section and document, and the lists of them."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from macros import addresses, vietnamese
from macros.charts.axis import gaps_below
from macros.faces import phrases, revision_text
from macros.faces.neighbours import neighbourhood
from macros.outputs.html.comparison_pages import comparison_chooser, comparison_page
from macros.outputs.html.contents import contents
from macros.outputs.html.generated_page import GeneratedPage
from macros.outputs.html.quality_page import quality_page
from macros.outputs.html.renderer import Renderer
from macros.record import (
    Catalogue,
    Citation,
    Document,
    Indicator,
    Observation,
    Period,
    PeriodKind,
    Report,
    Section,
)
from macros.wording import documents as document_words
from macros.wording import history as history_words
from macros.wording import indicator as indicator_words
from macros.wording import report as report_words
from macros.wording import search
from macros.wording import section as section_words

Series = list[tuple[Report, Observation]]


def generated_pages(renderer: Renderer) -> Iterator[GeneratedPage]:
    """Every generated page of the site, in a fixed order."""
    catalogue = renderer.catalogue
    yield _indicator_index(renderer)
    for section in catalogue.sections:
        yield _section_page(renderer, section)
    figures = [row for row in catalogue.indicators.values() if row.kind.holds_value]
    for n, indicator in enumerate(figures):
        before = figures[n - 1] if n else None
        after = figures[n + 1] if n + 1 < len(figures) else None
        yield _indicator_page(renderer, indicator, before, after)
    yield _document_index(renderer)
    for document in catalogue.documents.values():
        yield _document_page(renderer, document)
    for report in catalogue.reports:
        yield quality_page(renderer, report)
        yield comparison_page(renderer, report)
    yield comparison_chooser(renderer)
    yield _history_page(renderer)
    yield from _former_pages(renderer)
    yield _latest_page(renderer)
    yield _search_page(renderer)


def _indicator_page(
    renderer: Renderer, indicator: Indicator, before: Indicator | None, after: Indicator | None
) -> GeneratedPage:
    catalogue = renderer.catalogue
    series = [(r, r.by_indicator[indicator.id]) for r in catalogue.reports if indicator.id in r.by_indicator]
    documents = dict.fromkeys(indicator.documents)
    for _, observation in series:
        documents.update(dict.fromkeys(observation.documents))
    address = addresses.indicator(indicator)
    html = renderer.html(
        "indicator",
        address,
        indicator=indicator,
        series=series,
        groups=_by_kind(series),
        gaps=gaps_below(indicator, renderer.axes),
        documents=[catalogue.documents[id] for id in documents],
        before=before,
        after=after,
        used_in=_rates_of(catalogue, indicator),
    )
    beside = renderer.html(
        "beside_indicator",
        address,
        section=catalogue.sections_by_id[indicator.section],
        around=neighbourhood(indicator, catalogue),
        before=before,
        after=after,
    )
    latest = (
        indicator_words.LATEST.format(figure=phrases.figure_text(series[0][1]), period=series[0][0].period.label)
        if series
        else ""
    )
    return GeneratedPage(
        source=f"{address.rstrip('/')}.md",
        title=catalogue.names[indicator.id],
        description=indicator_words.DESCRIPTION.format(
            name=catalogue.names[indicator.id], latest=latest, place=phrases.section_path(indicator, catalogue)
        ),
        html=html,
        beside=beside,
        headed_by_report=True,
    )


def _by_kind(series: Series) -> list[tuple[PeriodKind, Series]]:
    """The figures of an indicator apart for each kind of period, that of the newest first: like stands below like."""
    kinds = dict.fromkeys(report.period.kind for report, _ in series)
    return [(kind, [one for one in series if one[0].period.kind is kind]) for kind in kinds]


def _rates_of(catalogue: Catalogue, indicator: Indicator) -> list[Indicator]:
    """The rates that a count is part of."""
    return [
        catalogue.indicators[rate]
        for rate, result in catalogue.latest.rates.items()
        if indicator.id in result.relation.indicators and rate != indicator.id
    ]


def _section_page(renderer: Renderer, section: Section) -> GeneratedPage:
    address = addresses.section(section)
    html = renderer.html("section", address, section=section, report=renderer.catalogue.latest)
    return GeneratedPage(
        source=f"{address.rstrip('/')}.md",
        title=section_words.TITLE.format(number=section.number, section=section.label),
        description=section_words.DESCRIPTION.format(number=section.number, section=section.label),
        html=html,
        headed_by_report=True,
    )


def _by_letter(catalogue: Catalogue) -> list[tuple[str, list[Indicator]]]:
    """The indicators that can hold a value in the order of the alphabet, under their first letters."""
    rows = [row for row in catalogue.indicators.values() if row.kind.holds_value]
    ordered = sorted(rows, key=lambda row: (vietnamese.fold(catalogue.names[row.id]), row.id))
    return [
        (letter.upper(), list(group))
        for letter, group in groupby(ordered, key=lambda row: vietnamese.fold(catalogue.names[row.id])[:1])
    ]


def _indicator_index(renderer: Renderer) -> GeneratedPage:
    catalogue = renderer.catalogue
    letters = _by_letter(catalogue)
    html = renderer.html("indicator_index", addresses.INDICATORS, letters=letters, report=catalogue.latest)
    return GeneratedPage(
        source="chi-tieu/index.md",
        title=indicator_words.INDEX_TITLE,
        description=indicator_words.INDEX_DESCRIPTION,
        html=html,
        listed=True,
        # The letters stand in a line of their own, above the part that they are of.
        headings=contents(html, deepest=2),
    )


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


def _history_page(renderer: Renderer) -> GeneratedPage:
    catalogue = renderer.catalogue
    years = revision_text.by_year(revision_text.public_editions(catalogue.history))
    html = renderer.html("history", addresses.HISTORY, years=years, drafts=revision_text.drafts(catalogue))
    return GeneratedPage(
        source=f"{addresses.HISTORY.rstrip('/')}.md",
        title=history_words.TITLE,
        description=history_words.DESCRIPTION,
        html=html,
        listed=True,
        headings=contents(html),
    )


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
        html=renderer.html("search_page", addresses.SEARCH, letters=_by_letter(renderer.catalogue)),
        script="search-page",
    )
