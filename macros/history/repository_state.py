"""What git says of a project changes when this does: cheaper than reading any of it."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from macros.history.git_calls import QUIET, git_command, git_environment

_PATHS = ("objects", "shallow", "objects/info/alternates")


def state_of_history(root: Path) -> list[str] | None:
    """The newest commit, how far the history reaches back, and which objects are there; None where that is not sure.

    The same state means the same answers to whatever is read of the history; the place of the project is no part of it.
    """
    asked = ["rev-parse", *(part for path in _PATHS for part in ("--git-path", path)), "--show-prefix", "HEAD"]
    try:
        done = subprocess.run(
            git_command(root, asked),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            env=git_environment(root),
            creationflags=QUIET,
        )
    except OSError:
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


def _objects(folder: Path) -> Iterator[str]:
    """The names of all objects and packs: one that is fetched later may fill a gap."""
    for entry in sorted(os.listdir(folder)):
        if entry == "pack" or len(entry) == 2:
            yield entry
            yield from sorted(os.listdir(folder / entry))
