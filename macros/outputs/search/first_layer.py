"""What the first layer of the search holds: everything that does not grow with the archive, as plain lists.

A browser reads it whole, so names are short and every list is positional; `FIELDS` says what stands where. The last
place of a row is there only where something is known against its figure.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from macros import addresses
from macros.faces import meaning, phrases
from macros.outputs.search.passages import Passage
from macros.record import Catalogue, Document, Indicator, Observation, Report, ReportKey, ReportStatus, SeriesKey
from macros.wording import doubts

# The newest of what does grow; the rest is in the archive's shards.
MOST_DOCUMENTS = 200
MOST_LETTERS = 60_000
FIELDS = {
    "rows": ("id", "title", "parent", "section", "value", "asked", "period", "note", "doubt"),
    "documents": ("id", "title", "subject", "issuer"),
    # Of unknown meaning: the engine has all others, for it marks them.
    "abbreviations": ("anchor", "short"),
    "pages": ("address", "title", "description", "period"),
    "asked": ("page", "anchor", "phrases"),
    "passages": ("page", "heading", "anchor", "text", "section"),
}


@dataclass(frozen=True, slots=True)
class SearchedPage:
    """A page as a search knows it, and its passages; `report` is by what the report is found that it tells of."""

    address: str
    title: str
    description: str
    passages: Sequence[Passage] = field(default=())
    report: ReportKey | None = None


def first_layer(catalogue: Catalogue, pages: Sequence[SearchedPage], documents: Sequence[Document]) -> dict[str, Any]:
    """The first layer of the search: rows with their newest figure, documents, terms, pages, the newest narrative."""
    newest = catalogue.latest.key
    near = [page for page in pages if page.report == newest] + [page for page in pages if page.report is None]
    return {
        "root": {
            "indicator": addresses.INDICATORS,
            "section": addresses.SECTIONS,
            "report": addresses.REPORTS,
            "document": addresses.DOCUMENTS,
            "glossary": addresses.GLOSSARY,
        },
        "periods": [str(report.period) for report in catalogue.reports],
        "drafts": [str(report.period) for report in catalogue.reports if report.status is ReportStatus.DRAFT],
        "doubts": list(doubts.SHORT_DOUBTS),
        "sections": [[section.id, section.number, section.label] for section in catalogue.sections],
        "rows": list(_rows(catalogue)),
        "documents": [document_record(document) for document in documents],
        "abbreviations": [
            [addresses.abbreviation_anchor(short.short), short.short]
            for short in catalogue.abbreviations.values()
            if not short.expansion
        ],
        "pages": [[page.address, page.title, page.description, _period(page)] for page in near],
        "asked": list(_asked(near, catalogue)),
        "passages": list(_passages(near, catalogue)),
        "synonyms": [list(group) for group in catalogue.search_words.synonyms],
        "suggestions": list(catalogue.search_words.suggestions),
    }


def _period(page: SearchedPage) -> str:
    return str(page.report.period) if page.report else ""


def _rows(catalogue: Catalogue) -> Iterable[list[Any]]:
    """Every row of the form; its figure is that of the newest report that has the row."""
    latest = _latest(catalogue)
    position = {id: n for n, id in enumerate(catalogue.indicators)}
    number = {section.id: n for n, section in enumerate(catalogue.sections)}
    for id, row in catalogue.indicators.items():
        newest, observation = latest.get(row.key, (-1, None))
        yield [
            id,
            catalogue.names[row.key],
            -1 if row.parent is None else position[row.parent],
            number[row.section],
            shown_value(row, observation),
            asked_value(observation),
            newest,
            (observation and phrases.note_text(observation)) or "",
            *doubt_place(catalogue.reports[newest] if observation else None, row),
        ]


def shown_value(row: Indicator, observation: Observation | None) -> str | None:
    """The figure in the words of a sentence; None for a heading, which has no page of its own either."""
    if not row.kind.holds_value:
        return None
    return phrases.figure_text(observation) if observation else ""


def doubt_place(report: Report | None, row: Indicator) -> list[int]:
    """The last place of a row: on what its figure in the report is doubted. A sound figure has no such place."""
    known = meaning.doubt(report, row) if report is not None and row.kind.holds_value else None
    return [int(known.grounds)] if known else []


def asked_value(observation: Observation | None) -> str:
    """What a query may hit of a figure: its number without the unit, its answer or text, and nothing of a blank."""
    if observation is None or observation.value is None:
        return ""
    return observation.indicator.kind.searched(observation.value)


def _latest(catalogue: Catalogue) -> Mapping[SeriesKey, tuple[int, Observation]]:
    """Each row's newest observation, with the number of its report from the newest."""
    found: dict[SeriesKey, tuple[int, Observation]] = {}
    for n, report in enumerate(catalogue.reports):
        if len(found) == len(catalogue.indicators):
            break
        for observation in report.observations:
            found.setdefault(observation.key, (n, observation))
    return found


def newest_documents(catalogue: Catalogue) -> list[Document]:
    """Every document, the newest first."""
    return sorted(catalogue.documents.values(), key=_newest_first)


def _newest_first(document: Document) -> tuple[int, int]:
    return -document.year, -document.date.toordinal() if document.date else 0


def document_record(document: Document) -> list[str]:
    """A document's place in `FIELDS["documents"]`."""
    return [document.id, phrases.document_title(document), document.subject or "", document.issuer or ""]


def passage_record(passage: Passage, catalogue: Catalogue) -> list[Any]:
    """A passage's place in `FIELDS["passages"]`, without its page; its section by position, -1 for none."""
    number = next((n for n, section in enumerate(catalogue.sections) if section.id == passage.section), -1)
    return [passage.heading, passage.anchor, passage.text, number]


def _asked(pages: Sequence[SearchedPage], catalogue: Catalogue) -> Iterable[list[Any]]:
    """What a page is asked for by beside its name and text; the newest report is named by its lasting address."""
    number = {page.address: n for n, page in enumerate(pages)}
    number.update((addresses.LATEST_REPORT, n) for n, page in enumerate(pages) if page.report is not None)
    for address, words in catalogue.search_words.pages:
        page, _, anchor = address.partition("#")
        if page in number:
            yield [number[page], anchor, list(words)]


def _passages(pages: Sequence[SearchedPage], catalogue: Catalogue) -> Iterable[list[Any]]:
    """The passages of the pages, as far as they are short enough to be read by everyone who searches."""
    letters = 0
    for n, page in enumerate(pages):
        for passage in page.passages:
            letters += len(passage.text)
            if letters > MOST_LETTERS:
                return
            yield [n, *passage_record(passage, catalogue)]
