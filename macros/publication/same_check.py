"""A check of what was checked already has nothing to do: what it said is said again.

What a check judges is a digest: everything that a site is made from (`unchanged`), what lies beside it in the project's
folder, and what it was asked for. Where there is any doubt there is no digest, and the project is checked.
"""

import json
import os
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from macros.publication.ledger import Ledger, key
from macros.publication.unchanged import FOLDERS, inputs

# Of files beside `data` and `docs` a check asks for the names alone, and for none in the site. More than so many are
# looked through by the check itself, which knows where to look.
_SITE = "site"
_MOST_BESIDE = 20_000


class Said(NamedTuple):
    """What was printed: a text, whether it went to standard error, and whether a terminal may show it in colours."""

    text: str
    err: bool = False
    in_colours: bool = False


class Outcome(NamedTuple):
    """What a check came to: its exit status, and all that it said; whether it would say the same again."""

    status: int
    said: tuple[Said, ...]
    is_sure: bool = True


def judged(root: Path, ledger: Ledger, *asked: str) -> str | None:
    """The digest of everything that a check judges; None where that is not sure."""
    made_from = inputs(root, ledger)
    try:
        beside = list(islice(_beside(os.fspath(root)), _MOST_BESIDE + 1))
    except OSError:
        return None
    return None if made_from is None or len(beside) > _MOST_BESIDE else key("check", made_from, *asked, "", *beside)


def kept(ledger: Ledger, judged: str) -> Outcome | None:
    """What a check of the same said."""
    found = ledger.kept(judged)
    if found is None:
        return None
    status, said = json.loads(found)
    return Outcome(status, tuple(Said(*one) for one in said))


def keep(ledger: Ledger, judged: str, outcome: Outcome) -> None:
    """Keep what a check said, unless something could not be had that may be there another time."""
    if outcome.is_sure:
        ledger.keep(judged, json.dumps(outcome[:2]).encode())


def _beside(root: str) -> Iterator[str]:
    """What a check may find beside the project's own files: each name, and what sort of thing has it."""
    for entry in _entries(root):
        if not entry.name.startswith("."):
            yield _named(entry)
            if entry.is_dir(follow_symlinks=False) and entry.name not in (_SITE, *FOLDERS):
                yield from _below(entry.path)


def _below(folder: str) -> Iterator[str]:
    for entry in _entries(folder):
        yield _named(entry)
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)
    yield ".."


def _entries(folder: str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        return sorted(found, key=lambda entry: entry.name)


def _named(entry: os.DirEntry[str]) -> str:
    return f"{stat.S_IFMT(entry.stat(follow_symlinks=False).st_mode)} {entry.name}"
