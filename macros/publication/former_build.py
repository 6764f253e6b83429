"""What the last build made, and what each file of it had read: one that has read only what is the same is not made.

That it is the same is known from digests alone. The file itself is taken from the site that stands, if it is there as
it was made; where it is not, it is made again.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from macros.publication.ledger import Ledger, key
from macros.publication.reads_digests import ReadsDigests
from macros.record.reads import Read, ReadKind, noted


@dataclass(frozen=True, slots=True)
class Row:
    """What one thing was made from: parts of the record, and the digest of them and of all else.

    `made` says what came of it: the digest of a file, or where in the ledger something is kept.
    """

    reads: frozenset[Read]
    made_from: str
    made: str


class FormerBuild:
    """The rows of the last build by name, and those of this one as they come.

    `common` is the digest of what everything is made from. Without a ledger nothing is known of any other build.
    """

    def __init__(self, digests: ReadsDigests, common: str, ledger: Ledger | None) -> None:
        self._digests, self._common, self._ledger = digests, common, ledger
        self._key = key("former build", common)
        self._former = _read(ledger.kept(self._key)) if ledger is not None else {}
        self._rows: dict[str, Row] = {}

    def row(self, name: str, given: str) -> Row | None:
        """The row of something that would be made the same; `given` is the digest of what it is made from besides."""
        row = self._former.get(name)
        if row is None or row.made_from != self._made_from(row.reads, given):
            return None
        return row

    def made(self, given: str, reads: Iterable[Read], made: str) -> Row:
        """The row of something that was just made."""
        held = frozenset(reads)
        return Row(held, self._made_from(held, given), made)

    def value(self, name: str, make: Callable[[], Any]) -> Any:
        """What `make` makes of the record, as JSON has it: now, or then."""
        row = self.row(name, "")
        if row is None:
            with noted() as reads:
                made = json.dumps(make())
            row = self.made("", reads, made)
        self.add(name, row)
        return json.loads(row.made)

    def add(self, name: str, row: Row) -> None:
        """This build has it."""
        self._rows[name] = row

    def keep(self) -> None:
        """Remember the rows of this build."""
        if self._ledger is not None and self._rows != self._former:
            self._ledger.keep(self._key, _written(self._rows))

    def _made_from(self, reads: frozenset[Read], given: str) -> str:
        # The site that stands may have been made from other settings or definitions, by which its rows do not stand.
        return key(self._common, given, self._digests.of(reads))


def _written(rows: Mapping[str, Row]) -> bytes:
    """The rows as text; parts of the record that many have read stand in it once, and so do whole sets of them."""
    parts = {read: n for n, read in enumerate(sorted({read for row in rows.values() for read in row.reads}))}
    sets = {reads: n for n, reads in enumerate(dict.fromkeys(row.reads for row in rows.values()))}
    read = [sorted(parts[part] for part in reads) for reads in sets]
    lines = [[name, sets[row.reads], row.made_from, row.made] for name, row in rows.items()]
    return json.dumps([list(parts), read, lines], separators=(",", ":")).encode()


def _read(kept: bytes | None) -> dict[str, Row]:
    if kept is None:
        return {}
    parts, read, lines = json.loads(kept)
    known = [Read(ReadKind(kind), name) for kind, name in parts]
    sets = [frozenset(known[n] for n in one) for one in read]
    return {name: Row(sets[reads], made_from, made) for name, reads, made_from, made in lines}
