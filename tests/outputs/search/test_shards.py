"""The second layer: complete, small however long the archive, its old volumes never written again."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from macros import addresses, kinds
from macros.faces.meaning import Grounds, doubt
from macros.loading.assembly import load_catalogue
from macros.outputs.search.first_layer import SearchedPage, first_layer
from macros.outputs.search.index_files import index_files
from macros.outputs.search.passages import Passage
from macros.outputs.search.search_words import abbreviations, bucket, expanded, pairs
from macros.outputs.search.segments import DOCUMENTS_A_LEAF, Leaf
from macros.outputs.search.shards import LEAVES, MOST_PLACES, Archive, archive
from macros.record import Catalogue, Report, ReportStatus
from macros.wording.doubts import SHORT_DOUBTS
from tests.conftest import ROOT
from tests.outputs.search.archives import MANY, narratives

FEW = 8  # periods of the invented project that every test shares
# A letter of the index is a byte or two; what a server sends is about a third.
MOST_BYTES = 30_000


@pytest.fixture(scope="module")
def few(demo_project: Path) -> Catalogue:
    return load_catalogue(demo_project)


def unlike(catalogue: Catalogue) -> list[SearchedPage]:
    """Pages whose every heading and passage is of one report only, in words that all of them use."""
    pages = narratives(catalogue)
    said = " ".join(passage.text for passage in pages[0].passages).split()
    return [
        replace(
            page,
            passages=[
                Passage(f"{k}. {said[(n + k) % 40]} {said[(n * k) % 40]}", f"doan-{k}", " ".join(said[n % 30 :: k]))
                for k in range(1, 9)
            ],
        )
        for n, page in enumerate(pages)
    ]


def volumes_of(made: Archive) -> Iterator[tuple[int, list[Leaf]]]:
    """Each volume's number and leaves, oldest first, documents after reports."""
    number = 0
    for leaves in (made.reports, made.documents):
        for start in range(0, len(leaves), LEAVES):
            yield number, leaves[start : start + LEAVES]
            number += 1


def held(code: int) -> set[int]:
    """The leaves that the browser reads out of a volume's number: one, or its bits."""
    return {code} if code < LEAVES else {n for n in range(LEAVES) if (code - LEAVES) >> n & 1}


def test_a_volume_names_every_leaf_of_every_word_and_pair(many: Catalogue) -> None:
    known = abbreviations({short.short: short.expansion for short in many.abbreviations.values()})
    made = archive(many, unlike(many), list(many.documents.values()))
    assert [leaf.content["period"] for leaf in made.reports] == [str(report.period) for report in many.reports[:0:-1]]
    missing = []
    for number, leaves in volumes_of(made):
        shards = made.volumes[number]
        for n, leaf in enumerate(leaves):
            for text in texts_of(leaf):
                said = list(expanded(text, known))
                for word in said:
                    entry = shards[bucket(word, len(shards))].get(word, [])
                    assert isinstance(entry, list)
                    if not any(n in held(code) for code in entry[1::2]):
                        missing.append((leaf.name, word))
                for pair in pairs(said):
                    code = shards[bucket(pair, len(shards))].get(pair)
                    if not (isinstance(code, int) and n in held(code)):
                        missing.append((leaf.name, pair))
    assert missing == []


def texts_of(leaf: Leaf) -> list[str]:
    """What a reader may ask a leaf for, read from the file itself."""
    if "documents" in leaf.content:
        return [" ".join(record[1:]) for record in leaf.content["documents"]]
    notes = [row[3] for row in leaf.content["rows"]]
    return [*notes, leaf.content["head"], *(text for part in leaf.content["passages"] for text in (part[0], part[2]))]


def test_the_words_of_one_passage_meet_on_one_line(few: Catalogue) -> None:
    made = archive(few, narratives(few), ())
    shards = made.volumes[0]
    lines = []
    for word in ("ban", "chua", "sach", "von"):
        entry = shards[bucket(word, len(shards))][word]
        assert isinstance(entry, list)
        lines.append(set(entry[::2]))
    # "Nhà văn hóa bản chưa sạch" is one passage, and in every report; "nước sạch" is said in no passage with "vốn".
    assert len(set.intersection(*lines)) == 1


def test_the_archive_names_the_newest_places_and_the_volumes_of_the_others(many: Catalogue) -> None:
    made = archive(many, narratives(many), ())
    shard = made.shards[bucket("nuoc sach", len(made.shards))]
    assert "nuoc sach" not in shard
    for key in ("nong thon", "thon"):
        entry = made.shards[bucket(key, len(made.shards))][key]
        assert isinstance(entry, list)
        steps = entry if " " in key else entry[1]
        assert steps == [0, *[1] * (MOST_PLACES - 1), "7"], key
    last = made.reports[0].content["passages"][0]
    assert last[2] == narratives(many)[-1].passages[0].text


@pytest.mark.parametrize("pages", [narratives, unlike], ids=["alike", "unlike"])
def test_no_file_grows_with_the_archive(few: Catalogue, many: Catalogue, pages: object) -> None:
    assert callable(pages)
    small, large = index_files(few, pages(few)), index_files(many, pages(many))
    first = "tim-kiem/index/catalogue.js"
    longer = len(large[first].encode()) - len(small[first].encode())
    # The name of each period, and rows that have ended since; nothing of what the reports say.
    assert longer < 50 * (MANY - FEW)
    assert {name: len(text.encode()) for name, text in large.items() if len(text.encode()) > MOST_BYTES} == {}
    assert len(large) > len(small)


def test_a_new_report_leaves_every_old_leaf_and_full_volume_as_it_was(many: Catalogue) -> None:
    before = replace(many, reports=many.reports[1:])
    old, new = index_files(before, unlike(before)), index_files(many, unlike(many)[:1] + unlike(before))
    full = (len(before.reports) - 1) // LEAVES
    volumes = tuple(f"tim-kiem/index/quyen-ky/{n + 1}/" for n in range(full))
    kept = {name: text for name, text in old.items() if name.startswith(("tim-kiem/index/ky/", *volumes))}
    assert full == 2
    assert Counter(name.split("/")[2] for name in kept)["quyen-ky"] > full
    assert {name: new.get(name) for name in kept} == kept


def test_what_is_known_against_a_figure_goes_with_it_into_every_file(few: Catalogue) -> None:
    """The last place of a row, in the first layer and in the leaves; a sound figure has none."""
    position = dict(enumerate(few.indicators))
    reports = {str(report.period): report for report in few.reports}

    def known(report: Report, id: str) -> list[int]:
        row = few.indicators[id]
        found = doubt(report, row) if row.kind is not kinds.HEADING else None
        return [found.grounds.value] if found else []

    first = first_layer(few, (), ())
    assert [few.reports[row[6]] for row in first["rows"] if row[6] < 0] == []
    assert [row[8:] for row in first["rows"]] == [known(few.reports[row[6]], row[0]) for row in first["rows"]]
    told = [
        (row[4:], known(reports[leaf.content["period"]], position[row[0]]))
        for leaf in archive(few, (), ()).reports
        for row in leaf.content["rows"]
    ]
    assert [had for had, _ in told] == [due for _, due in told]
    assert {len(had) for had, _ in told} == {0, 1}
    drafts = [period for period, report in reports.items() if report.status is ReportStatus.DRAFT]
    assert first["drafts"] == drafts
    assert first["doubts"] == [SHORT_DOUBTS[grounds] for grounds in Grounds]


def test_the_index_does_not_depend_on_when_or_in_which_order_it_is_made(few: Catalogue) -> None:
    once, again = index_files(few, narratives(few)), index_files(few, narratives(few))
    assert list(once.items()) == list(again.items())


def test_documents_without_room_in_the_first_layer_have_leaves_that_stay(many: Catalogue) -> None:
    documents = list(many.documents.values()) * 9
    made = archive(many, (), documents)
    found = [record[0] for leaf in made.documents for record in leaf.content["documents"]]
    assert found == [document.id for document in documents[::-1]]
    more = archive(many, (), [documents[3], *documents])
    full = len(documents) // DOCUMENTS_A_LEAF
    assert full > 1
    assert [leaf.content for leaf in more.documents[:full]] == [leaf.content for leaf in made.documents[:full]]


def test_a_site_of_one_report_has_no_archive() -> None:
    catalogue = load_catalogue(ROOT)
    alone = replace(catalogue, reports=catalogue.reports[:1])
    made = archive(alone, narratives(alone), ())
    assert (made.reports, made.documents, made.shards, made.volumes) == ([], [], [], [])
    assert addresses.SEARCH_INDEX + "catalogue.js" in index_files(alone, narratives(alone))
