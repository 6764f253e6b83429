"""What the files of a folder hold, told without reading those that look as they did when they were read.

As in git's index a file is known by its size, its times and its inode. One that was written within a tick of the disk's
clock before it was noted might be written once more and look the same: it is not noted, and is read the next time.
"""

import hashlib
import json
import os
import stat
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from macros.publication.ledger import Ledger, key

# The coarsest clock of a disk that is in use (FAT) counts in two seconds (ns).
A_TICK = 2_100_000_000


class Mark(NamedTuple):
    """How a file looks from outside; `written` is when its content was, `changed` when anything of it was (ns)."""

    size: int
    written: int
    changed: int
    inode: int

    def same_content(self, other: "Mark | None") -> bool:
        """Whether it is the same file, unwritten since; another name that it got or lost does not count."""
        return other is not None and self[:2] == other[:2] and self.inode == other.inode


def mark(path: str | Path) -> Mark | None:
    """The mark of a plain file; None for anything else, or nothing."""
    try:
        found = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return Mark(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


class KnownFiles:
    """The digests of the files of one folder; with a ledger, those that were kept there count."""

    def __init__(self, folder: Path, ledger: Ledger | None = None) -> None:
        self._folder, self._ledger = os.path.join(os.path.realpath(folder), ""), ledger
        self._key = key("known files", self._folder)
        self._known: dict[str, list[int | str]] = {}
        if ledger is not None and (kept := ledger.kept(self._key)) is not None:
            self._known = json.loads(kept)
        self._found: dict[str, list[int | str]] = {}
        self._since = time.time_ns()

    def digest(self, path: str) -> str | None:
        """The SHA-256 of a plain file, as `seen` tells it; None where there is none."""
        found = self.seen(path)
        return None if found is None else found[1]

    def seen(self, path: str) -> tuple[Mark, str] | None:
        """The mark and the SHA-256 of a plain file by its path below the folder, with "/"; None where there is none.

        Raises OSError where it cannot be read.
        """
        now = mark(self._folder + path)
        known = self._known.get(path)
        if now is not None and known is not None and known[:-1] == [*now]:
            self._found[path] = known
            return now, str(known[-1])
        while now is not None:
            with open(self._folder + path, "rb") as file:
                digest = hashlib.sha256(file.read()).hexdigest()
            before, now = now, mark(self._folder + path)
            if before == now:
                self._note(path, now, digest)
                return now, digest
        return None

    def keep(self, whole: bool = True) -> None:
        """Keep what was asked for, for the next time; `whole`: whatever was not asked for is gone."""
        found = self._found if whole else self._known | self._found
        if self._ledger is not None and found != self._known:
            self._ledger.keep(self._key, json.dumps(found, separators=(",", ":")).encode())
            self._known = found

    def keep_written(self, files: Mapping[str, tuple[Mark, str]], clock: Mark | None) -> None:
        """Keep the digests of files that this process has put there, as far as they stand as it left them.

        `clock` is the mark of a file written last, for the disk may have a clock of its own.
        """
        if clock is not None:
            self._since = min(self._since, clock.written)
        self._found = {}
        for path, (left, digest) in files.items():
            now = mark(self._folder + path)
            if now is not None and left.same_content(now):
                self._note(path, now, digest)
        self.keep()

    def _note(self, path: str, seen: Mark, digest: str) -> None:
        if seen.written < self._since - A_TICK:
            self._found[path] = [*seen, digest]
