"""The second layer of the search: where in the older reports a word stands, in files of which a query needs a few.

A *leaf* is one older report (or a hundred documents) in full. Leaves are bound in *volumes* of 32, counted from the
oldest, so that only the newest volume changes when a report is added. The *shards of a volume* say of every word and
every pair of neighbours in which of its leaves it stands: all of them. The *shards of the archive* say where each
stands last, and in which volumes further back. More reports make more files, not larger ones.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import Any, Self, TypeVar

from macros.outputs.search.first_layer import SearchedPage
from macros.outputs.search.search_words import bucket
from macros.outputs.search.segments import Leaf, Leaves
from macros.record import Catalogue, Document

# The leaves of a volume: as many as the browser's integers have bits.
LEAVES = 32
# The newest leaves that the archive's shards name for a word on a line, or for a pair; older ones are in the volumes.
MOST_PLACES = 6
# Letters of JSON in a shard, on average.
SHARD_LETTERS = 9_000

Entered = TypeVar("Entered")
Entry = list[Any] | int
Shard = dict[str, Entry]


@dataclass(frozen=True, slots=True)
class Archive:
    """The leaves, the shards of the archive and those of each volume: reports from the oldest, then documents so."""

    reports: list[Leaf]
    documents: list[Leaf]
    shards: list[Shard]
    volumes: list[list[Shard]]

    def parts(self) -> Iterator[tuple[str, Any]]:
        """Every file of the archive by its name."""
        yield from ((leaf.name, leaf.content) for leaf in (*self.reports, *self.documents))
        yield from ((f"tu/{n}", shard) for n, shard in enumerate(self.shards))
        of_reports = -(-len(self.reports) // LEAVES)
        for n, shards in enumerate(self.volumes):
            volume = volume_name(n, of_reports)
            yield from ((f"{volume}/{k}", shard) for k, shard in enumerate(shards))

    def sizes(self) -> dict[str, Any]:
        """What a browser must know to reckon the names of the files."""
        volumes = [len(shards) for shards in self.volumes]
        return {"shards": len(self.shards), "documents": len(self.documents), "volumes": volumes}


@dataclass(slots=True)
class Volume:
    """For each word and line, and for each pair, the leaves in which it stands: bit n is the n-th oldest of them."""

    size: int
    words: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    pairs: dict[str, int] = field(default_factory=dict)

    def packed(self) -> list[Any]:
        """The same for JSON."""
        words = {word: [*chain.from_iterable(lines.items())] for word, lines in self.words.items()}
        return [self.size, words, self.pairs]

    @classmethod
    def unpacked(cls, packed: list[Any]) -> Self:
        """What was packed."""
        size, words, pairs = packed
        return cls(size, {word: dict(zip(said[::2], said[1::2], strict=True)) for word, said in words.items()}, pairs)


def archive(catalogue: Catalogue, pages: Sequence[SearchedPage], documents: Sequence[Document]) -> Archive:
    """The archive of every report but the newest, and of those documents that the first layer has no room for.

    Reports and documents are given newest first, and are bound oldest first.
    """
    leaves = Leaves(catalogue, pages)
    reports, bound = list(map(leaves.report, catalogue.reports[:0:-1])), list(leaves.documents(documents[::-1]))
    volumes = [volume(some) for kind in (reports, bound) for some in in_volumes(kind)]
    return Archive(reports, bound, archive_shards(volumes, len(reports)), list(map(volume_shards, volumes)))


def in_volumes(entries: Sequence[Entered]) -> list[Sequence[Entered]]:
    """Leaves, or what leaves are made of, oldest first: so many to a volume."""
    return [entries[start : start + LEAVES] for start in range(0, len(entries), LEAVES)]


def volume(leaves: Sequence[Leaf]) -> Volume:
    """The leaves bound in one."""
    made = Volume(len(leaves))
    for n, leaf in enumerate(leaves):
        _enter(made, 1 << n, leaf)
    return made


def volume_name(number: int, of_reports: int) -> str:
    """The name of a volume, of which so many are of reports: it stays, however many come after it."""
    return f"quyen-ky/{number + 1}" if number < of_reports else f"quyen-vb/{number + 1 - of_reports}"


def volume_shards(made: Volume) -> list[Shard]:
    """Of every word and pair, in which leaves of a volume it stands."""
    return _dealt(_of_volume(made))


def archive_shards(volumes: Sequence[Volume], reports: int) -> list[Shard]:
    """Of every word and pair, where in the archive of so many reports it stands last."""
    return _dealt(_newest(volumes, -(-reports // LEAVES)))


def _enter(volume: Volume, bit: int, leaf: Leaf) -> None:
    for text in leaf.texts:
        line = text.line
        for word in text.words:
            lines = volume.words[word]
            lines[line] = lines.get(line, 0) | bit
        for pair in text.pairs:
            volume.pairs[pair] = volume.pairs.get(pair, 0) | bit


def _of_volume(volume: Volume) -> Iterator[tuple[str, Entry]]:
    """A word's lines, each with its leaves; a pair's leaves."""
    for word, lines in volume.words.items():
        yield word, [part for line, leaves in sorted(lines.items()) for part in (line, _code(leaves))]
    for pair, leaves in volume.pairs.items():
        yield pair, _code(leaves)


def _code(leaves: int) -> int:
    """One leaf as its number, several as their bits and 32."""
    return leaves.bit_length() - 1 if leaves.bit_count() == 1 else leaves + LEAVES


@dataclass(slots=True)
class _Last:
    """The newest leaves, by their number from the newest, and the volumes in which there are older ones."""

    leaves: list[int] = field(default_factory=list)
    volumes: int = 0

    def add(self, volume: int, newest: int, leaves: int) -> None:
        """Leaves of a volume, of which the last one has the number `newest`, counted from the highest bit."""
        while leaves and len(self.leaves) < MOST_PLACES:
            highest = leaves.bit_length() - 1
            self.leaves.append(newest - highest)
            leaves ^= 1 << highest
        if leaves:
            self.volumes |= 1 << volume

    def entry(self) -> Entry:
        """The first leaf and the steps to the others; at the end the volumes, the oldest in the lowest bit."""
        steps: list[Any] = [self.leaves[0], *(b - a for a, b in pairwise(self.leaves))]
        if self.volumes:
            return [*steps, f"{self.volumes:x}"]
        return steps if len(steps) > 1 else steps[0]


def _newest(volumes: Sequence[Volume], of_reports: int) -> Iterator[tuple[str, Entry]]:
    """Where each word of the archive stands last, line by line, and each pair."""
    words: dict[str, dict[int, _Last]] = defaultdict(dict)
    pairs: dict[str, _Last] = {}
    before = 0
    for n in (*range(of_reports - 1, -1, -1), *range(len(volumes) - 1, of_reports - 1, -1)):
        volume = volumes[n]
        last = before + volume.size - 1
        before += volume.size
        for word, lines in volume.words.items():
            known = words[word]
            for line, leaves in lines.items():
                if line not in known:
                    known[line] = _Last()
                known[line].add(n, last, leaves)
        for pair, leaves in volume.pairs.items():
            if pair not in pairs:
                pairs[pair] = _Last()
            pairs[pair].add(n, last, leaves)
    for word, found in words.items():
        yield word, [part for line, place in sorted(found.items()) for part in (line, place.entry())]
    yield from ((pair, place.entry()) for pair, place in pairs.items())


def _dealt(entries: Iterable[tuple[str, Entry]]) -> list[Shard]:
    """The keys dealt out to as many shards as keep each small; a pair is told from a word by its space."""
    found = sorted(entries)
    letters = sum(len(key) + 4 + _letters(entry) for key, entry in found)
    count = -(-letters // SHARD_LETTERS)
    shards: list[Shard] = [{} for _ in range(count)]
    for key, entry in found:
        shards[bucket(key, count)][key] = entry
    return shards


def _letters(entry: Entry) -> int:
    """About so many letters of JSON."""
    if isinstance(entry, int):
        return 2 if entry < LEAVES else 9
    return sum(2 + (_letters(part) if isinstance(part, (int, list)) else len(part)) for part in entry)
