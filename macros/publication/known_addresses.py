"""All addresses of a site. Whoever asks for one has read those beside it: a page that is added there may answer it."""

from collections.abc import Container, Iterable
from functools import cached_property

from macros import addresses
from macros.publication.ledger import key
from macros.record.reads import Read, ReadKind, note


class KnownAddresses(Container[str]):
    """The addresses, those of one folder together; each report has a folder of its own."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = frozenset(known)

    def __contains__(self, address: object) -> bool:
        note(Read(ReadKind.ADDRESSES, _folder(str(address))))
        return address in self._known

    @cached_property
    def digests(self) -> dict[str, str]:
        """The digest of each folder's addresses, by its name."""
        folders: dict[str, list[str]] = {}
        for address in sorted(self._known):
            folders.setdefault(_folder(address), []).append(address)
        return {folder: key(*below) for folder, below in folders.items()}


def _folder(address: str) -> str:
    parts = address.split("/", 2)
    return "/".join(parts[: 2 if f"{parts[0]}/" == addresses.REPORTS else 1])
