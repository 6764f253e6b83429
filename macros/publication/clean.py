"""The last look before a file is public: none says a withheld name. What was looked through once is known to be clean.

A file is known by its address and its bytes, and for the same names and the same program only.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from macros.problems.problem import Problems
from macros.publication.ledger import Ledger, key
from macros.publication.program import program
from macros.withholding.guard import published_names, refusal
from macros.withholding.withheld import Withheld

_DIGEST = 32


class Clean:
    """Looks through the files of one build. A digest is that of a file's content, as in the manifest."""

    def __init__(self, names: Withheld, ledger: Ledger | None = None) -> None:
        self._names = names
        self._ledger = ledger if names else None
        self._key = key("clean", program(), *names.names, "published", *names.published) if self._ledger else ""
        self._known = _split(self._ledger.kept(self._key)) if self._ledger else frozenset()

    def knows(self, address: str, digest: str) -> bool:
        """Whether the file was looked through and is clean, or there is nothing to look for."""
        return not self._names or _known_as(address, digest) in self._known

    def said(self, address: str, content: bytes, digest: str) -> list[str]:
        """The withheld names that a file or its address says; none of one that is known to be clean."""
        if self.knows(address, digest):
            return []
        return [name for _, name in published_names([(address, content)], self._names)]

    def close(self, root: Path, looked_at: Iterable[tuple[str, str, Sequence[str]]]) -> None:
        """Every file was looked at: its address, its digest and the names that it says.

        Raises Problems with the files that say one, and where it comes from.
        """
        saying: dict[str, list[str]] = {}
        clean = []
        for address, digest, said in looked_at:
            for name in said:
                saying.setdefault(name, []).append(address)
            clean.append(_known_as(address, digest))
        if saying:
            raise Problems(refusal(name, sorted(addresses), root) for name, addresses in saying.items())
        if self._ledger is not None and self._known != frozenset(clean):
            self._ledger.keep(self._key, b"".join(clean))


def _known_as(address: str, digest: str) -> bytes:
    return bytes.fromhex(key(address, digest))


def _split(kept: bytes | None) -> frozenset[bytes]:
    found = kept or b""
    return frozenset(found[n : n + _DIGEST] for n in range(0, len(found), _DIGEST))
