"""The second layer: complete, small however long the archive, the same each time."""

from pathlib import Path

import pytest

from macros.catalogue import load_catalogue
from macros.demo.project import write_demo
from macros.model import Catalogue
from macros.search.archive import MOST_PLACES, TEXTS, archive, bucket
from macros.search.files import index_files
from macros.search.passages import Passage
from macros.search.records import SearchedPage
from macros.search.words import words
from macros.views import addresses
from tests.conftest import ROOT

FEW, MANY = 8, 48
# A letter of the index is a byte or two; what a server sends is about a third.
MOST_BYTES = 30_000


def demo(folder: Path, periods: int) -> Catalogue:
    write_demo(ROOT, folder, periods, seed=1)
    return load_catalogue(folder)


@pytest.fixture(scope="module")
def few(demo_project: Path) -> Catalogue:
    return load_catalogue(demo_project)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return demo(tmp_path_factory.mktemp("many") / "demo", MANY)


def narratives(catalogue: Catalogue) -> list[SearchedPage]:
    """A page per report: a sentence that all have, and one of its own."""
    return [
        SearchedPage(
            addresses.report(report),
            report.title,
            "",
            [
                Passage("1. Việc chung", "doan-1-viec-chung-1", "Cơ quan công khai kết quả."),
                Passage("2. Việc riêng", "doan-2-viec-rieng-1", f"Hội nghị lần thứ {1000 + n} tại xã Bịa{n}."),
            ],
            str(report.period),
        )
        for n, report in enumerate(catalogue.reports)
    ]


def test_every_word_of_every_older_narrative_is_found_in_its_shard(few: Catalogue) -> None:
    pages = narratives(few)
    leaves, shards = archive(few, pages, ())
    assert [leaf.content["period"] for leaf in leaves] == [str(report.period) for report in few.reports[1:]]
    missing = []
    for n, page in enumerate(pages[1:]):
        number = len(leaves[n].content["rows"]) + 1
        for word in words(page.passages[1].text):
            shard = shards[bucket(word.folded, len(shards))]
            entry = shard["words"].get(word.folded, [])
            lists = {shard["slots"][entry[k]]: entry[k + 1] for k in range(0, len(entry), 2)}
            if n * TEXTS + number not in places(lists.get("h#. Việc riêng", [])):
                missing.append((page.period, word.folded))
    assert missing == []


def places(steps: list[int]) -> list[int]:
    found: list[int] = []
    for step in steps:
        if found and step == 0:
            break
        found.append((found[-1] if found else 0) + step)
    return found


def test_a_word_of_every_report_keeps_its_newest_places_and_says_that_there_are_more(many: Catalogue) -> None:
    _, shards = archive(many, narratives(many), ())
    shard = shards[bucket("khai", len(shards))]
    entry = shard["words"]["khai"]
    slot = entry.index(shard["slots"].index("h#. Việc chung"))
    steps = entry[slot + 1]
    assert len(steps) == MOST_PLACES + 1
    assert steps[-1] == 0
    assert [place // TEXTS for place in places(steps)] == list(range(MOST_PLACES))


def test_no_file_grows_with_the_archive(few: Catalogue, many: Catalogue) -> None:
    small, large = index_files(few, narratives(few)), index_files(many, narratives(many))
    first = "tim-kiem/index/catalogue.js"
    longer = len(large[first].encode()) - len(small[first].encode())
    # The name of each period, and rows that have ended since; nothing of what the reports say.
    assert longer < 4_000
    assert {name: len(text.encode()) for name, text in large.items() if len(text.encode()) > MOST_BYTES} == {}
    assert len(large) > len(small)


def test_the_index_does_not_depend_on_when_or_in_which_order_it_is_made(few: Catalogue) -> None:
    once, again = index_files(few, narratives(few)), index_files(few, narratives(few))
    assert list(once.items()) == list(again.items())


def test_documents_without_room_in_the_first_layer_have_leaves(few: Catalogue) -> None:
    documents = list(few.documents.values())
    leaves, shards = archive(few, (), documents)
    found = [record for leaf in leaves if leaf.name.startswith("vb/") for record in leaf.content["documents"]]
    assert [record[0] for record in found] == [document.id for document in documents]
    number = next(document.number for document in documents if document.number)
    word = words(str(number))[0].folded
    shard = shards[bucket(word, len(shards))]
    assert "d" in {shard["slots"][n] for n in shard["words"][word][::2]}
