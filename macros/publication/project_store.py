"""The ledger of a project as what reading it is kept in: `macros.store.Store`, by this very program."""

from collections.abc import Iterator
from contextlib import contextmanager

from macros.publication.ledger import Ledger, key
from macros.publication.program import program


class ProjectStore:
    """What this program has read of a project."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.has_new = False

    def key(self, *parts: bytes | str) -> str:
        return key("read", program(), *parts)

    def kept(self, key: str) -> bytes | None:
        return self._ledger.kept(key)

    def keep(self, key: str, content: bytes) -> None:
        self.has_new = True
        self._ledger.keep(key, content)


@contextmanager
def tidied(ledger: Ledger | None) -> Iterator[ProjectStore | None]:
    """A store in a ledger, which lets go of what is old once something new was put into it; None without a ledger."""
    store = ProjectStore(ledger) if ledger is not None else None
    yield store
    if ledger is not None and store is not None and store.has_new:
        ledger.tidy()
