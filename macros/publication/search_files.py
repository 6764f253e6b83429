"""The index of the search as files of the site: a volume of older reports is bound again only where it changes.

A volume is made from its reports and their pages; the words of the archive are made from its volumes, the first layer
from the newest report, the pages that are no report's and all definitions. `index_files` makes the same in one piece.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from macros.outputs.search.first_layer import MOST_DOCUMENTS, SearchedPage, first_layer, newest_documents
from macros.outputs.search.index_files import FIRST, address, script
from macros.outputs.search.segments import Leaf, Leaves
from macros.outputs.search.shards import Volume, archive_shards, in_volumes, volume, volume_name, volume_shards
from macros.publication.artifact import Artifact
from macros.publication.former_build import FormerBuild, Row
from macros.publication.ledger import Ledger, key
from macros.publication.plain_data import Digests
from macros.publication.sharing import shared
from macros.record import Catalogue
from macros.record.reads import Read, noted

_FEW_VOLUMES = 4
_WORDS = "search words"


@dataclass(frozen=True, slots=True)
class _Made:
    """Files of the index by the names of their parts, of which the last are shards; where their words stand, packed."""

    parts: Mapping[str, str]
    shards: int
    words: list[Any]
    reads: frozenset[Read] = frozenset()

    def text(self) -> str:
        """The same as it is kept."""
        return json.dumps([self.parts, self.shards, self.words], ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class _Known:
    """The names of files of the index, how many of them are shards, and the digest of what they hold."""

    digest: str
    names: Sequence[str]
    shards: int


class SearchFiles:
    """The index of one site; what was made from the same by the former build is not made again."""

    def __init__(
        self, catalogue: Catalogue, pages: Sequence[SearchedPage], former: FormerBuild, ledger: Ledger | None
    ) -> None:
        self._catalogue, self._pages, self._former, self._ledger = catalogue, pages, former, ledger
        self._leaves, self._digests = Leaves(catalogue, pages), Digests()
        self._documents = newest_documents(catalogue)
        self._reports = in_volumes(catalogue.reports[:0:-1])
        self._others = in_volumes(list(self._leaves.documents(self._documents[MOST_DOCUMENTS:][::-1])))
        self._made: dict[str, _Made] = {}

    def artifacts(self, engine: str) -> Iterator[Artifact]:
        """Every file of the index; `engine` comes with the first."""
        volumes = self._volumes()
        words = self._archive_words(volumes)
        for known, make in [*((known, partial(self._bound, n)) for n, known in enumerate(volumes)), words]:
            for name in known.names:
                yield Artifact(address(name), name, partial(self._content, known, make), key(known.digest, name), False)
        sizes = {
            "shards": words[0].shards,
            "documents": sum(map(len, self._others)),
            "volumes": [known.shards for known in volumes],
        }
        newest = self._catalogue.latest.key
        near = [page for page in self._pages if page.report in (newest, None)]
        given = key(engine, self._digests.of((tuple(near), sizes)))
        yield Artifact(address(FIRST), sizes, partial(self._first, engine, near), given=given)

    def _first(self, engine: str, near: Sequence[SearchedPage], sizes: Mapping[str, Any]) -> bytes:
        first = first_layer(self._catalogue, near, self._documents[:MOST_DOCUMENTS])
        return (engine + script(FIRST, first | {"archive": sizes})).encode()

    def _volumes(self) -> list[_Known]:
        """Every volume: those that may have changed are bound, by all cores of the machine."""
        numbers = range(len(self._reports) + len(self._others))
        found = [self._row(f"search volume {n}", self._given(n)) for n in numbers]
        missing = [n for n, row in enumerate(found) if row is None]
        made = dict(zip(missing, shared(missing, lambda some: list(map(self._bound, some)), _FEW_VOLUMES), strict=True))
        return [self._known(f"search volume {n}", self._given(n), row, made.get(n)) for n, row in enumerate(found)]

    def _given(self, number: int) -> str:
        """The digest of what a volume is made from beside the record."""
        if number >= len(self._reports):
            return ""
        return key(*(self._digests.of(self._leaves.page(report)) for report in self._reports[number]))

    def _bound(self, number: int) -> _Made:
        with noted() as reads:
            leaves = self._leaves_of(number)
            made = volume(leaves)
            shards = volume_shards(made)
            parts = {leaf.name: script(leaf.name, leaf.content) for leaf in leaves}
        name = volume_name(number, len(self._reports))
        parts |= {f"{name}/{k}": script(f"{name}/{k}", shard) for k, shard in enumerate(shards)}
        return _Made(parts, len(shards), made.packed(), frozenset(reads))

    def _leaves_of(self, number: int) -> Sequence[Leaf]:
        if number < len(self._reports):
            return list(map(self._leaves.report, self._reports[number]))
        return self._others[number - len(self._reports)]

    def _archive_words(self, volumes: Sequence[_Known]) -> "tuple[_Known, partial[_Made]]":
        """The shards of the archive, and how they are made."""
        given = key(*(known.digest for known in volumes))
        make = partial(self._words, volumes)
        row = self._row(_WORDS, given)
        return self._known(_WORDS, given, row, make() if row is None else None), make

    def _words(self, volumes: Sequence[_Known]) -> _Made:
        found = [Volume.unpacked(self._of(known, partial(self._bound, n)).words) for n, known in enumerate(volumes)]
        shards = archive_shards(found, sum(map(len, self._reports)))
        return _Made({f"tu/{n}": script(f"tu/{n}", shard) for n, shard in enumerate(shards)}, len(shards), [])

    def _row(self, name: str, given: str) -> Row | None:
        return self._former.row(name, given) if self._ledger is not None else None

    def _known(self, name: str, given: str, row: Row | None, made: _Made | None) -> _Known:
        """What is known of files that were just made, or of those of a row."""
        if made is None:
            assert row is not None
            self._former.add(name, row)
            return _Known(*json.loads(row.made))
        content = made.text()
        known = _Known(key(content), list(made.parts), made.shards)
        self._made[known.digest] = made
        if self._ledger is not None:
            self._ledger.keep(known.digest, content.encode())
            told = json.dumps([known.digest, known.names, known.shards])
            self._former.add(name, self._former.made(given, made.reads, told))
        return known

    def _content(self, known: _Known, make: "partial[_Made]", name: str) -> bytes:
        return self._of(known, make).parts[name].encode()

    def _of(self, known: _Known, make: "partial[_Made]") -> _Made:
        """The files and their words: of this build, or as they are kept; made again where nothing is kept any more."""
        if known.digest not in self._made:
            kept = self._ledger.kept(known.digest) if self._ledger is not None else None
            self._made[known.digest] = _Made(*json.loads(kept)) if kept is not None else make()
        return self._made[known.digest]
