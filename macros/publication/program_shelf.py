"""What the program makes of its own files and its packages', kept for every project of a user: compiled templates and
style sheets, which take longer than the pages of a small site.

It is a ledger like a project's, sealed by the same secret: an entry that was cut, altered or made by somebody else is
none. It stands where the system keeps what may be deleted at any time, with a folder for each program.
"""

import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from macros.publication import user_places
from macros.publication.ledger import Ledger, key, secret
from macros.publication.program import program
from macros.publication.user_places import is_guarded, used

# The folders of so many programs stay: this one, and what a machine with several versions uses in turn.
_PROGRAMS = 4


class ProgramShelf:
    """What this program has made of its own."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def kept(self, *about: str) -> bytes | None:
        """What was kept of that; None where nothing was, or not by us."""
        return self._ledger.kept(key("program", program(), *about))

    def keep(self, content: bytes, *about: str) -> None:
        self._ledger.keep(key("program", program(), *about), content)

    def kept_or_made(self, make: Callable[[], str], *about: str) -> str:
        """The text that is kept of that, else made now and kept."""
        kept = self.kept(*about)
        if kept is not None:
            return kept.decode()
        made = make()
        self.keep(made.encode(), *about)
        return made


def opened() -> ProgramShelf | None:
    """The shelf of this program and this user; None where it cannot be kept safely."""
    try:
        own = secret()
        folder = _folder() / program()[:32]
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if own is None or not is_guarded(folder.parent) or not is_guarded(folder):
            return None
        used(folder, time.time())
    except (OSError, RuntimeError):
        return None
    return ProgramShelf(Ledger(folder, own))


def tidy() -> None:
    """Let go of what programs have made that nobody uses any more."""
    with suppress(OSError, RuntimeError):
        programs = sorted(_folder().iterdir(), key=lambda folder: folder.stat().st_mtime, reverse=True)
        for folder in programs[_PROGRAMS:]:
            shutil.rmtree(folder, ignore_errors=True)


def _folder() -> Path:
    """Where this user's programs keep what they can make again."""
    return user_places.cache() / "congkhai" / "chuong-trinh"
