"""The leaves of the archive: a report, or a hundred documents, as the file in which a search reads and shows them."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from macros import addresses, vietnamese
from macros.faces import phrases
from macros.outputs.search.first_layer import (
    SearchedPage,
    asked_value,
    document_record,
    doubt_place,
    passage_record,
    shown_value,
)
from macros.outputs.search.search_words import Phrases, abbreviations, bucket, expanded, pairs
from macros.record import Catalogue, Document, Report, SeriesKey
from macros.wording import report as report_words

DOCUMENTS_A_LEAF = 100
# The lines of a leaf: first its rows, each under the number that it has in the form; then head, narrative, documents.
HEAD, NARRATIVE, DOCUMENTS = 9_999, 10_000, 20_000
# Headings are told apart by so many numbers only, for an archive may have any number of them.
HEADINGS, PASSAGES_A_HEADING = 32, 256
# Of a heading what every report has, without its numbers: the pattern, and what stands in their place.
SLOT = ("[0-9]+", "#")
_FEW_DIGITS = re.compile(r"[0-9]{1,2}")

Keys = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a leaf. `line` says where texts like it stand in other leaves: in that row, or under such a heading."""

    line: int
    words: frozenset[str]
    pairs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A file of the archive and the texts in it."""

    name: str
    content: dict[str, Any]
    texts: tuple[Text, ...]


class Leaves:
    """Makes the leaves of one archive, each when it is asked for."""

    def __init__(self, catalogue: Catalogue, pages: Sequence[SearchedPage]) -> None:
        self._catalogue = catalogue
        self._told = {page.report: page for page in pages if page.report}
        self._position = {row.key: n for n, row in enumerate(catalogue.indicators.values())}
        self._keys = _reader(abbreviations({s.short: s.expansion for s in catalogue.abbreviations.values()}))

    def page(self, report: Report) -> SearchedPage | None:
        """The page of a report that is searched with it."""
        return self._told.get(report.key)

    def report(self, report: Report) -> Leaf:
        """The leaf of a report."""
        page = self.page(report)
        passages = [passage_record(passage, self._catalogue) for passage in page.passages] if page else []
        return _report_leaf(report, page, passages, self._position, self._keys)

    def documents(self, documents: Sequence[Document]) -> Iterator[Leaf]:
        """The documents, given oldest first, a hundred to a leaf: a new one changes the last leaf only."""
        for start in range(0, len(documents), DOCUMENTS_A_LEAF):
            records = [document_record(document) for document in documents[start : start + DOCUMENTS_A_LEAF]]
            texts = tuple(Text(DOCUMENTS + n, *self._keys(" ".join(record[1:]))) for n, record in enumerate(records))
            yield Leaf(f"vb/{start // DOCUMENTS_A_LEAF + 1}", {"documents": records}, texts)


def heading_slot(heading: str) -> str:
    """What a heading is in every report: its words without their numbers."""
    return f"h{re.sub(*SLOT, heading)}"


def _report_leaf(
    report: Report,
    page: SearchedPage | None,
    passages: list[list[Any]],
    position: dict[SeriesKey, int],
    keys: Callable[[str], Keys],
) -> Leaf:
    rows: list[list[Any]] = []
    texts: list[Text] = []
    for observation in report.observations:
        row = observation.indicator
        note = phrases.note_text(observation) or ""
        value, asked = shown_value(row, observation), asked_value(observation)
        if value is None and not note:
            continue
        rows.append([position[observation.key], value, asked, note, *doubt_place(report, row)])
        # Small numbers stand everywhere and say nothing.
        told = "" if _FEW_DIGITS.fullmatch(asked) else asked
        texts.append(_text(position[observation.key], keys(told), keys(note)))
    texts += _passage_texts(page, keys) if page else []
    head = _head(report)
    texts.append(_text(HEAD, keys(head)))
    content = {
        "period": str(report.period),
        "title": page.title if page else phrases.report_title(report),
        "address": page.address if page else addresses.report(report),
        "head": head,
        "rows": rows,
        "passages": passages,
    }
    return Leaf(f"ky/{report.period.slug}", content, tuple(texts))


def _passage_texts(page: SearchedPage, keys: Callable[[str], Keys]) -> Iterator[Text]:
    under: Counter[int] = Counter()
    for passage in page.passages:
        # What has no heading stands below the title of its page.
        heading = bucket(heading_slot(passage.heading or page.title), HEADINGS)
        line = NARRATIVE + heading * PASSAGES_A_HEADING + min(under[heading], PASSAGES_A_HEADING - 1)
        under[heading] += 1
        yield _text(line, keys(passage.heading), keys(passage.text))


def _text(line: int, *keys: Keys) -> Text:
    words, neighbours = zip(*keys, strict=True)
    return Text(line, frozenset().union(*words), frozenset().union(*neighbours))


def _head(report: Report) -> str:
    """Number and date of a report, by which a person may ask for it."""
    number = report_words.LISTED_NUMBER.format(number=report.printed_number) if report.printed_number else ""
    day = report_words.LISTED_DAY.format(day=vietnamese.day(report.date)) if report.date else ""
    return " ".join(part for part in (number, day) if part)


def _reader(known: Phrases) -> Callable[[str], Keys]:
    """The words and pairs of a text. Reports repeat themselves: most texts of an archive are met again and again."""

    @lru_cache(maxsize=50_000)
    def keys(text: str) -> Keys:
        said = list(expanded(text, known)) if text else []
        return frozenset(said), frozenset(pairs(said))

    return keys
