"""The files that a project is made from, by how they look from outside: what a preview looks at to know of a change.

Looking reads no file. But two changes in one tick of the disk's clock leave a file looking the same: of a file that was
written only just now the content counts as well, until it is older than any tick.
"""

import hashlib
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from macros.publication.known_files import A_TICK, Mark, mark

_FOLLOWED = ("data", "docs", "mkdocs.yml")
# What a build has made is no file of the project.
_SITE = "site"


class Seen(NamedTuple):
    """How a file looked, and while it was new the digest of what it held."""

    mark: Mark
    digest: str = ""

    def same(self, before: "Seen | None") -> bool:
        if before is None or self.mark != before.mark:
            return False
        return not before.digest or self.digest == before.digest


Look = Mapping[str, Seen]
# What is no plain file, but is there.
_THERE = Seen(Mark(0, 0, 0, 0))


class FollowedFiles:
    """What the project in `root` is made from: its own files, and the folders and files besides.

    Of what else lies in the project's folder the names count, for a check looks at them.
    """

    def __init__(self, root: Path, besides: Iterable[Path] = ()) -> None:
        self._root = root
        self._followed = [*(root / name for name in _FOLLOWED), *besides]

    def look(self, before: Look | None = None) -> Look:
        """The files as they are; those that were new `before` are read once more."""
        known, now = before or {}, time.time_ns()
        found = {}
        for path in self._paths():
            with suppress(OSError):  # it may go while it is looked at
                seen = mark(path)
                if seen is not None:
                    is_new = seen.written > now - A_TICK or (path in known and bool(known[path].digest))
                    found[path] = Seen(seen, _digest(path) if is_new else "")
                elif os.path.lexists(path):
                    found[path] = _THERE
        return found | dict.fromkeys(_names_in(self._root), _THERE)

    def settled(self, before: Look | None = None, pause: float = 0.02) -> Look:
        """The files once nobody is writing them: two looks in a row that find the same, or the last of many."""
        look = self.look(before)
        for _ in range(50):
            time.sleep(pause)
            again = self.look(look)
            if not changed(look, again):
                return again
            look = again
        return look

    def _paths(self) -> Iterator[str]:
        for path in map(os.fspath, self._followed):
            if os.path.isdir(path) and not os.path.islink(path):
                yield from _below(path)
            else:
                yield path


def changed(before: Look, now: Look) -> list[str]:
    """The files that came, went or are not as they were."""
    return sorted(
        {path for path in before.keys() | now.keys() if path not in now or not now[path].same(before.get(path))}
    )


def _names_in(folder: Path) -> Iterator[str]:
    """What lies right in a folder, with a "/" at the end: as names only."""
    with suppress(OSError):
        names = (name for name in os.listdir(folder) if not name.startswith(".") and name != _SITE)
        yield from (f"{folder / name}/" for name in names)


def _below(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name == "__pycache__":
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)
        else:
            yield entry.path


def _digest(path: str) -> str:
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()
