"""Where builds of a project have put its site, besides its usual place: a killed one is completed by the next start.

Noted in the project's cache from before a switch until it is done; a note is a path and nothing more.
"""

import hashlib
from contextlib import suppress
from pathlib import Path

from macros.publication.switch import JOURNAL
from macros.publication.workspace import finish_interrupted, workspace_folder

_NOTES = Path(".cache", "switching")


def note(root: Path, site: Path) -> None:
    """Remember that the site is about to be switched; without a word where the project cannot be written to."""
    with suppress(OSError):
        path = _note_of(root, site)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(str(site), "utf-8", "surrogateescape")


def settled(root: Path, site: Path) -> None:
    """Forget the site, unless a switch of it is still open."""
    with suppress(OSError):
        if not (workspace_folder(site) / JOURNAL).exists():
            _note_of(root, site).unlink(missing_ok=True)


def finish_all_interrupted(root: Path, usual: Path) -> None:
    """Complete what killed builds of the project began, at its usual place and wherever else they were."""
    finish_interrupted(usual)
    for noted in sorted((root / _NOTES).glob("*")):
        with suppress(OSError, ValueError):
            site = Path(noted.read_text("utf-8", "surrogateescape"))
            # Of a build that runs the switch may not have begun.
            if site.is_absolute() and finish_interrupted(site):
                settled(root, site)


def _note_of(root: Path, site: Path) -> Path:
    return root / _NOTES / hashlib.sha256(str(site).encode("utf-8", "surrogateescape")).hexdigest()[:16]
