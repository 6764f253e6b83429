"""The index that is kept in pieces is the one that is made in one piece, whatever has changed since."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from macros.loading.assembly import load_catalogue
from macros.outputs.search import shards
from macros.outputs.search.first_layer import SearchedPage
from macros.outputs.search.index_files import index_files
from macros.publication import search_files
from macros.publication.former_build import FormerBuild
from macros.publication.ledger import Ledger
from macros.publication.making import Making
from macros.publication.reads_digests import ReadsDigests
from macros.publication.search_files import SearchFiles
from macros.record import Catalogue, Report
from tests.outputs.search.archives import narratives

FIRST = "catalogue.js"


@pytest.fixture(scope="module")
def eight(demo_project: Path) -> Catalogue:
    return load_catalogue(demo_project)


@pytest.fixture(autouse=True)
def small_volumes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two reports to a volume, and a few documents in the first layer."""
    monkeypatch.setattr(shards, "LEAVES", 2)
    for module in ("macros.publication.search_files", "macros.outputs.search.index_files"):
        monkeypatch.setattr(f"{module}.MOST_DOCUMENTS", 3)


class Index:
    """The index of one site after the other, in one ledger."""

    def __init__(self, folder: Path) -> None:
        self.ledger = Ledger(folder, b"secret")
        self.keys: dict[str, str] = {}

    def changed(self, catalogue: Catalogue, pages: list[SearchedPage]) -> set[str]:
        """The files that are not known to be the same, once all are as they would be made in one piece."""
        digests = ReadsDigests(catalogue)
        former = FormerBuild(digests, str(digests.rest), self.ledger)
        making, files = Making(former), SearchFiles(catalogue, pages, former, self.ledger)
        made = [making.made(file) for file in files.artifacts("engine;")]
        assert {file.address: content.decode() for content, file, _ in made} == index_files(catalogue, pages, "engine;")
        making.remember((file.address, row) for _, file, row in made)
        former.keep()
        before, self.keys = self.keys, {file.address: file.key for _, file, _ in made}
        assert all(self.keys.values())
        return {path.removeprefix("tim-kiem/index/") for path, key in self.keys.items() if before.get(path) != key}


@pytest.fixture
def index(eight: Catalogue, tmp_path: Path) -> Index:
    made = Index(tmp_path)
    assert len(made.changed(eight, narratives(eight))) == len(made.keys) > len(eight.reports)
    return made


def corrected(report: Report) -> Report:
    first = next(row for row in report.observations if row.note)
    return replace(
        report,
        observations=tuple(
            replace(row, note="Số liệu đính chính lần một") if row is first else row for row in report.observations
        ),
    )


def with_report(catalogue: Catalogue, number: int, change: Callable[[Report], Report]) -> Catalogue:
    reports = list(catalogue.reports)
    reports[number] = change(reports[number])
    return replace(catalogue, reports=tuple(reports))


def test_nothing_is_bound_again_where_nothing_changed(
    eight: Catalogue, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("bound again")

    monkeypatch.setattr(search_files, "volume", refused)
    assert index.changed(eight, narratives(eight)) == set()


def test_a_figure_of_the_newest_report_changes_the_first_layer_only(eight: Catalogue, index: Index) -> None:
    assert index.changed(with_report(eight, 0, corrected), narratives(eight)) == {FIRST}


def test_a_note_of_an_older_report_changes_its_volume_and_the_words(eight: Catalogue, index: Index) -> None:
    changed = index.changed(with_report(eight, 7, corrected), narratives(eight))
    assert {path.partition("/")[0] for path in changed} == {"ky", "quyen-ky", "tu"}
    oldest, second = (report.period.slug for report in eight.reports[:-3:-1])
    assert {path for path in changed if path.startswith("ky/")} == {f"ky/{oldest}.js", f"ky/{second}.js"}
    assert {path for path in changed if path.startswith("quyen-ky/")} <= {f"quyen-ky/1/{n}.js" for n in range(9)}


def test_a_word_of_a_page_changes_its_volume_and_the_words(eight: Catalogue, index: Index) -> None:
    pages = narratives(eight, {str(eight.reports[-1].period): ("V. Đề xuất", "Kiến nghị sửa nghị định.")})
    assert {path.partition("/")[0] for path in index.changed(eight, pages)} == {"ky", "quyen-ky", "tu"}


def test_a_new_report_changes_the_newest_volume(eight: Catalogue, tmp_path: Path) -> None:
    index, before = Index(tmp_path), replace(eight, reports=eight.reports[1:])
    index.changed(before, narratives(before))
    changed = index.changed(eight, narratives(eight))
    assert {path for path in changed if path.startswith("ky/")} == {f"ky/{eight.reports[1].period.slug}.js"}


def test_what_is_kept_no_more_is_made_again(eight: Catalogue, index: Index, tmp_path: Path) -> None:
    for n, entry in enumerate(sorted(path for path in tmp_path.rglob("*") if path.is_file())):
        if n % 2:
            entry.write_bytes(entry.read_bytes()[:-1])
    index.changed(eight, narratives(eight))
    index.changed(with_report(eight, 7, corrected), narratives(eight))
