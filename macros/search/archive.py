"""The second layer of the search: what every older report says, in files of which a query needs a few.

A *leaf* is one report (or a hundred documents) in full; a *shard* says, for each of its words, in which leaves the word
stands. A query reads the shards of its rarest words and then the newest leaves that they agree on, where it finds text
to judge and to show. More reports make more files, not larger ones.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from macros import vietnamese
from macros.model import Catalogue, Document, Report
from macros.search.records import SearchedPage, asked_value, document_record, passage_record, shown_value
from macros.search.words import Phrases, abbreviations, expanded
from macros.views import addresses, wording

# A word's place: the number of its leaf times this, plus the number of the text in the leaf.
TEXTS = 1024
# The newest places of a word that are kept for each heading or row: what is older is found by rarer words beside it.
MOST_PLACES = 12
DOCUMENTS_A_LEAF = 100
# Letters of JSON in a shard; twice as many shards when the average is above it.
SHARD_LETTERS = 9_000
_DIGITS = re.compile(r"\d+")
_FEW_DIGITS = re.compile(r"\d{1,2}")


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a leaf: `slot` is what it is about in every report (a heading or a row), `words` are what it says."""

    number: int
    slot: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A file of the archive and the texts in it."""

    name: str
    content: dict[str, Any]
    texts: tuple[Text, ...]


def archive(
    catalogue: Catalogue, pages: Sequence[SearchedPage], documents: Sequence[Document]
) -> tuple[list[Leaf], list[dict[str, Any]]]:
    """The leaves, newest first, and the shards; `documents` are those that the first layer has no room for.

    Shard n holds the words whose `bucket` is n: each with its slots, and each slot with its newest places.
    """
    known = abbreviations({short.short: short.expansion for short in catalogue.abbreviations.values()})
    by_period = {page.period: page for page in pages if page.period}
    older = catalogue.reports[1:]
    leaves = [_report_leaf(report, by_period.get(str(report.period)), catalogue, known) for report in older]
    leaves += _document_leaves(documents, catalogue, known)
    return leaves, _shards(_places(leaves))


def leaf_name(report: Report) -> str:
    return f"ky/{report.period.slug}"


def _report_leaf(report: Report, page: SearchedPage | None, catalogue: Catalogue, known: Phrases) -> Leaf:
    rows: list[list[Any]] = []
    texts: list[Text] = []
    position = _positions(catalogue)
    for observation in report.observations:
        row = observation.indicator
        note = wording.note_text(observation) or ""
        value, asked = shown_value(row, observation), asked_value(observation)
        if value is None and not note:
            continue
        rows.append([position[row.id], value, asked, note])
        # Small numbers stand everywhere and say nothing.
        told = "" if _FEW_DIGITS.fullmatch(asked) else asked
        texts.append(Text(len(rows) - 1, f"r{position[row.id]}", _words(told, known) | _words(note, known)))
    passages = [passage_record(passage, catalogue) for passage in page.passages] if page else []
    for n, (heading, _, text, _) in enumerate(passages):
        slot = f"h{_DIGITS.sub('#', heading)}"
        texts.append(Text(len(rows) + n, slot, _words(heading, known) | _words(text, known)))
    head = _head(report)
    content = {
        "period": str(report.period),
        "title": page.title if page else wording.report_title(report),
        "address": page.address if page else addresses.report(report),
        "head": head,
        "rows": rows,
        "passages": passages,
    }
    texts.append(Text(len(rows) + len(passages), "b", _words(head, known)))
    return Leaf(leaf_name(report), content, tuple(texts))


def _head(report: Report) -> str:
    """Number and date of a report, by which a person may ask for it."""
    number = f"Số {report.printed_number}" if report.printed_number else ""
    day = f"ngày {vietnamese.day(report.date)}" if report.date else ""
    return " ".join(part for part in (number, day) if part)


@lru_cache(maxsize=2)
def _positions_of(ids: tuple[str, ...]) -> dict[str, int]:
    return {id: n for n, id in enumerate(ids)}


def _positions(catalogue: Catalogue) -> dict[str, int]:
    return _positions_of(tuple(catalogue.indicators))


def _document_leaves(documents: Sequence[Document], catalogue: Catalogue, known: Phrases) -> Iterator[Leaf]:
    for start in range(0, len(documents), DOCUMENTS_A_LEAF):
        records = [document_record(document) for document in documents[start : start + DOCUMENTS_A_LEAF]]
        texts = tuple(Text(n, "d", _words(" ".join(record[1:]), known)) for n, record in enumerate(records))
        yield Leaf(f"vb/{start // DOCUMENTS_A_LEAF + 1}", {"documents": records}, texts)


def _words(text: str, known: Phrases) -> frozenset[str]:
    return _cached_words(text, tuple(known.items())) if text else frozenset()


@lru_cache(maxsize=50_000)
def _cached_words(text: str, known: tuple[tuple[str, tuple[str, ...]], ...]) -> frozenset[str]:
    # Reports repeat themselves: most texts of an archive are met again and again.
    return frozenset(expanded(text, dict(known)))


Places = dict[str, dict[str, list[int]]]


def _places(leaves: Sequence[Leaf]) -> Places:
    """For each word and slot the newest places; one more than are kept says that there are older ones."""
    places: Places = defaultdict(dict)
    for n, leaf in enumerate(leaves):
        for text in leaf.texts:
            place = n * TEXTS + min(text.number, TEXTS - 1)
            for word in text.words:
                found = places[word].setdefault(text.slot, [])
                if len(found) <= MOST_PLACES:
                    found.append(place)
    return places


def bucket(word: str, shards: int) -> int:
    """The shard that a word is in: FNV-1a over its letters, which the browser reckons too."""
    value = 0x811C9DC5
    for letter in word:
        value = ((value ^ ord(letter)) * 0x01000193) & 0xFFFFFFFF
    return value % shards


def _shards(places: Places) -> list[dict[str, Any]]:
    """The words dealt out to as many shards as keep each small; in each, its own list of slots."""
    if not places:
        return []
    letters = sum(len(word) + sum(4 + 6 * len(found) for found in slots.values()) for word, slots in places.items())
    count = 1
    while letters / count > SHARD_LETTERS:
        count *= 2
    shards: list[dict[str, Any]] = [{"slots": [], "words": {}} for _ in range(count)]
    numbers: list[dict[str, int]] = [{} for _ in range(count)]
    for word in sorted(places):
        n = bucket(word, count)
        entry: list[int | list[int]] = []
        for slot, found in sorted(places[word].items()):
            number = numbers[n].setdefault(slot, len(numbers[n]))
            # Differences, and a 0 at the end of a list that goes on.
            steps = [found[0], *(b - a for a, b in pairwise(found[:MOST_PLACES]))]
            entry += [number, [*steps, 0] if len(found) > MOST_PLACES else steps]
        shards[n]["words"][word] = entry
    for n, known in enumerate(numbers):
        shards[n]["slots"] = list(known)
    return shards
