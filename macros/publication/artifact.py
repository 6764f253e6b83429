"""A file of the site, before it is made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of the site: its address, what it is made from, and how that becomes its bytes.

    The address is the path of the file below the site, a page's ending in "index.html". A file with a `key` is the same
    whenever it is made under that key, and may be kept: in the site that stands and, where it is `dear`, in the ledger.
    One that is `given` a digest is made from the record, from what every file is made from, and from what has that
    digest: it has a key as soon as it is known what of the record it reads.
    """

    address: str
    made_from: Any
    how: Callable[[Any], bytes]
    key: str = ""
    dear: bool = True
    given: str | None = None

    def content(self) -> bytes:
        """The bytes of the file, made now."""
        return self.how(self.made_from)


def text(address: str, content: str) -> Artifact:
    """A file of text that is known already."""
    return Artifact(address, content, str.encode)


def file_of(url: str) -> str:
    """The file in which the page at an address stands."""
    return f"{url}index.html" if not url or url.endswith("/") else url


def address_of(file: str) -> str:
    """Where a file is found on the site, as `addresses` has it."""
    return file.removesuffix("index.html") if file.endswith(("/index.html", "index.html")) else file
