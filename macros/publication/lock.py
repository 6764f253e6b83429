"""A lock that the system keeps: whoever holds it loses it by ending, however he ends."""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
else:
    import fcntl

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def acquire(path: Path) -> int | None:
    """The handle of the locked file, made with its folder where there is none; None while another process holds it."""
    while True:
        if not _has_folder(path.parent):
            continue
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        except FileNotFoundError:
            continue  # its holder took the folder away in between
        try:
            if not _taken(handle):
                os.close(handle)
                return None
            if _still_there(handle, path):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _has_folder(folder: Path) -> bool:
    """Makes the folder where there is none; False where another process took it away in between."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except FileExistsError:
        # It was there when it was to be made, and was no folder just after: it is gone, or something else.
        with suppress(FileNotFoundError):
            if not stat.S_ISDIR(folder.lstat().st_mode):
                raise
        return False
    return True


def _still_there(handle: int, path: Path) -> bool:
    """Whether the file that is locked is the one that the next comer will find."""
    try:
        return os.path.samestat(os.fstat(handle), os.stat(path))
    except FileNotFoundError:
        return False


def release(handle: int, path: Path) -> None:
    """Give the lock back. Where its folder holds nothing else, file and folder go."""
    try:
        if sys.platform == "win32":  # an open file cannot be removed there
            os.close(handle)
            handle = -1
        if [entry.name for entry in path.parent.iterdir()] == [path.name]:
            path.unlink()
            path.parent.rmdir()
    except OSError:
        pass  # the next comer has opened it already
    finally:
        if handle >= 0:
            os.close(handle)
