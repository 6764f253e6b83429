"""The program that makes a site, as a digest: its own files, and every package that it may be using."""

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from macros.publication.ledger import key

_PACKAGE = Path(__file__).resolve().parents[1]


@cache
def program() -> str:
    """The digest of the code in use. Another version of it, or of what it uses, is another program."""
    digest = hashlib.sha256()
    for path in _own_files(_PACKAGE):
        digest.update(key(os.fspath(path.relative_to(_PACKAGE)), path.read_bytes()).encode())
    return key(sys.version, digest.hexdigest(), *_packages())


def _own_files(folder: Path) -> Iterator[Path]:
    for above, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (Path(above, name) for name in sorted(names))


def _packages() -> Iterator[str]:
    """What each installed package says of its files: `RECORD` has a digest of every one."""
    found = set()
    for folder in dict.fromkeys(sys.path):
        for record in Path(folder or ".").glob("*.dist-info/RECORD"):
            found.add(key(record.parent.name, record.read_bytes()))
    yield from sorted(found)
