"""Where programs keep what is this user's, outside of any project, and how it is known to be nobody else's."""

import os
import stat
import sys
from pathlib import Path

A_DAY = 86_400.0


def state() -> Path:
    """Where programs keep what is this user's and this machine's; raises RuntimeError for whoever has no home."""
    return _place("XDG_STATE_HOME", ".local", "state")


def cache() -> Path:
    """Where they keep what they can make again; raises RuntimeError as `state` does."""
    return _place("XDG_CACHE_HOME", ".cache")


def _place(variable: str, *below_home: str) -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    return Path(os.environ.get(variable) or Path.home().joinpath(*below_home))


def is_secret(file: Path) -> bool:
    """Whether it is a plain file of this user, which nobody else can read or write; raises OSError where none is."""
    found = file.lstat()
    return stat.S_ISREG(found.st_mode) and _is_ours(found, 0o077)


def is_guarded(folder: Path) -> bool:
    """Whether it is a folder of this user, in which nobody else can write; raises OSError where none is."""
    found = folder.lstat()
    return stat.S_ISDIR(found.st_mode) and _is_ours(found, 0o022)


def _is_ours(found: os.stat_result, refused: int) -> bool:
    """Whether something belongs to this user and gives others none of these rights, where files have owners."""
    user = getattr(os, "geteuid", None)
    return user is None or (found.st_uid == user() and not found.st_mode & refused)


def used(path: Path, now: float) -> None:
    """Let the time of a file or folder tell that it is in use, to the day; raises OSError where it cannot be."""
    if now - path.stat().st_mtime > A_DAY:
        os.utime(path)
