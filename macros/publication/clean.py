"""The last look before a file is public: none says a withheld name. What was looked through once is known to be clean.

A file is known by its address and its bytes, and for the same names and the same program only.
"""

from collections.abc import Iterable
from pathlib import Path

from macros.problems import Problem, Problems
from macros.publication.ledger import Ledger, key
from macros.publication.program import program
from macros.withholding.guard import published_names, refusal
from macros.withholding.names import Withheld

_DIGEST = 32


class Clean:
    """Looks through the files of one build; `digest` is that of a file's content, as in the manifest."""

    def __init__(self, names: Withheld, ledger: Ledger | None = None) -> None:
        self._names = names
        self._ledger = ledger if names else None
        self._key = key("clean", program(), *names.names, "published", *names.published) if self._ledger else ""
        self._known = _split(self._ledger.kept(self._key)) if self._ledger else frozenset()
        self._found: list[bytes] = []
        self._saying: dict[str, list[str]] = {}

    def is_clean(self, address: str, content: bytes, digest: str) -> bool:
        """Whether neither a file nor its address says a withheld name; what does is remembered."""
        if not self._names:
            return True
        looked_at = bytes.fromhex(key(address, digest))
        if looked_at not in self._known:
            said = list(published_names([(address, content)], self._names))
            for _, name in said:
                self._saying.setdefault(name, []).append(address)
            if said:
                return False
        self._found.append(looked_at)
        return True

    def close(self, root: Path) -> None:
        """Every file was looked at. Raises Problems with the files that say a name, and where it comes from."""
        if self._saying:
            raise Problems(self._refusals(root))
        if self._ledger is not None and self._known != frozenset(self._found):
            self._ledger.keep(self._key, b"".join(self._found))

    def _refusals(self, root: Path) -> Iterable[Problem]:
        return [refusal(name, sorted(addresses), root) for name, addresses in self._saying.items()]


def _split(kept: bytes | None) -> frozenset[bytes]:
    found = kept or b""
    return frozenset(found[n : n + _DIGEST] for n in range(0, len(found), _DIGEST))
