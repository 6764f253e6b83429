"""What git says of a project changes when this does: cheaper than reading any of it."""

import os
from collections.abc import Iterator
from pathlib import Path

from macros.history.git_calls import run_git

_PATHS = ("objects", "shallow", "objects/info/alternates")
_PLACES = ("HEAD", "refs/heads", "packed-refs", "reftable", "shallow")


def state_of_history(root: Path) -> list[str] | None:
    """The newest commit, how far the history reaches back, and which objects are there; None where that is not sure.

    The same state means the same answers to whatever is read of the history; the place of the project is no part of it.
    """
    asked = ["rev-parse", *(part for path in _PATHS for part in ("--git-path", path)), "--show-prefix", "HEAD"]
    done = run_git(root, asked)
    if done is None:
        return ["no git"]
    if done.returncode:
        # No repository, no commit, or one that git does not trust; its words name the folder.
        return None if b"dubious" in done.stderr else ["no history"]
    told = done.stdout.decode("utf-8", "surrogateescape").split("\n")
    objects, shallow, lent = (root / path for path in told[: len(_PATHS)])
    if lent.exists():
        # What another repository lends, it may take away or change.
        return None
    reached = shallow.read_text("utf-8", "surrogateescape") if shallow.exists() else "complete"
    return [*told[len(_PATHS) :], reached, *_objects(objects)]


def places_of_history(root: Path) -> list[Path]:
    """The files and folders that change with the newest commit; none without a repository, or where git tells nothing.

    Looking at them is cheaper than asking git whether there is a commit.
    """
    done = run_git(root, ["rev-parse", *(part for path in _PLACES for part in ("--git-path", path))])
    if done is None or done.returncode:
        return []
    return [root / path for path in done.stdout.decode("utf-8", "surrogateescape").split("\n") if path]


def _objects(folder: Path) -> Iterator[str]:
    """The names of all objects and packs: one that is fetched later may fill a gap."""
    for entry in sorted(os.listdir(folder)):
        if entry == "pack" or len(entry) == 2:
            yield entry
            yield from sorted(os.listdir(folder / entry))
