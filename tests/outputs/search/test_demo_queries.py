"""Queries on the invented project of many periods are answered as their table says, and as its own figures demand."""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from macros import addresses, vietnamese
from macros.loading.assembly import load_catalogue
from macros.record import Catalogue
from tests.outputs.search.engine import SearchEngine
from tests.outputs.search.searching import BEST, DEMO_QUERIES, Answer, Asked, ask_all, queries
from tests.outputs.search.test_queries import toned_only
from tests.outputs.search.typing_keys import TELEX, VNI, Keys, typed_by_keys

TABLE = queries(DEMO_QUERIES)
PASSAGE = "doan-3-cai-cach-thu-tuc-hanh-chinh-1"


@pytest.fixture(scope="module")
def catalogue(demo_project: Path) -> Catalogue:
    return load_catalogue(demo_project)


def unanswered(table: dict[str, Asked], answers: dict[str, Answer]) -> dict[str, list[str]]:
    return {query: answers[query].links[:BEST] for query in table if not table[query].answered(answers[query].links)}


def test_queries_are_answered(demo_engine: SearchEngine) -> None:
    answers = ask_all(demo_engine, (asked.query for asked in TABLE))
    assert {asked.query: wrong for asked in TABLE if (wrong := asked.broken(answers[asked.query].links))} == {}
    assert {asked.query: instead for asked in TABLE if asked.none and (instead := answers[asked.query].instead)} == {}


def test_queries_with_tones_are_answered_without_them(demo_engine: SearchEngine) -> None:
    table = {vietnamese.fold(asked.query): asked for asked in TABLE if not asked.folded}
    assert unanswered(table, ask_all(demo_engine, table)) == {}


@pytest.mark.parametrize("way", [TELEX, VNI], ids=["Telex", "VNI"])
def test_queries_with_tones_are_answered_when_the_typing_aid_is_off(demo_engine: SearchEngine, way: Keys) -> None:
    table = {typed_by_keys(asked.query, way): asked for asked in TABLE if toned_only(asked)}
    assert len(table) > 10
    assert unanswered(table, ask_all(demo_engine, table)) == {}


def computed(catalogue: Catalogue, pages: dict[str, HtmlElement]) -> list[Asked]:
    """What older reports and the register say, asked for in several forms: amounts, numbers of documents, sentences."""
    wanted: list[tuple[str, str, str]] = []
    figures = [row for report in catalogue.reports for row in report.observations if isinstance(row.value, Decimal)]
    count = Counter(row.value for row in figures)
    for row in figures:
        report = catalogue.reports_by_key[row.report]
        if row.value >= 1000 and count[row.value] == 1 and report is not catalogue.latest:
            for typed in (vietnamese.number(row.value), f"{row.value:f}"):
                wanted.append(("con số", typed, f"#{addresses.row_anchor(row.indicator)}"))
    for document in catalogue.documents.values():
        if document.symbol and document.date:
            day = f"{document.date.day}/{document.date.month}/{document.date.year}"
            number = f"{document.number}/{document.symbol}"
            plain = f"{document.type} {document.number} ngày {day}"
            for typed in (f"{number} ngày {day}", vietnamese.fold(plain), plain):
                wanted.append(("văn bản", typed, addresses.document(document)))
    for report in catalogue.reports[1:]:
        place = addresses.report(report)
        (passage,) = pages[f"{place}index.html"].xpath(f"//*[@id='{PASSAGE}']")
        sentence = " ".join(passage.text_content().split()).split(". ")[0]
        wanted += [("lời văn", text, f"{place}#{PASSAGE}") for text in (sentence, vietnamese.fold(sentence))]
    return [Asked(group, query, None, (place,), False) for group, query, place in dict.fromkeys(wanted)]


def test_what_older_reports_say_is_found(
    demo_engine: SearchEngine, catalogue: Catalogue, demo_pages: dict[str, HtmlElement]
) -> None:
    table = computed(catalogue, demo_pages)
    groups = Counter(asked.group for asked in table)
    assert min(groups[group] for group in ("con số", "văn bản", "lời văn")) >= 10, groups
    answers = ask_all(demo_engine, (asked.query for asked in table))
    assert {asked.query: wrong for asked in table if (wrong := asked.broken(answers[asked.query].links))} == {}


def test_the_table_is_worth_the_name() -> None:
    assert len(TABLE) >= 80
    assert len({asked.query for asked in TABLE}) == len(TABLE)
    assert all(asked.first or asked.top or asked.none for asked in TABLE)
    assert sum(bool(asked.first) for asked in TABLE) >= 60
    assert sum(asked.none for asked in TABLE) >= 15
    assert len({asked.group for asked in TABLE}) >= 15
