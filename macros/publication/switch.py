"""The new tree for the old: in one step where the system has one, else in two that the next start completes.

Linux (`renameat2`) and macOS (`renamex_np`) exchange two folders in one step: at every moment the old site stands, or
the new. Elsewhere there is a moment without a site, between two renames; a journal on the disk says what was going on.
"""

import ctypes
import errno
import json
import os
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

_AT_FDCWD = -100
_SWAP = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
JOURNAL = "journal.json"


@dataclass(frozen=True, slots=True)
class Switch:
    """A switch that was begun: the names of both trees in the workspace, and the inode of the new one."""

    new: str
    old: str
    inode: int


def begin(workspace: Path, new: Path, old: Path) -> None:
    """Note on the disk, before anything moves, that `new` is whole and is to stand."""
    noted = workspace / f"{JOURNAL}.tmp"
    with noted.open("w", encoding="utf-8") as file:
        json.dump(asdict(Switch(new.name, old.name, new.stat().st_ino)), file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(noted, workspace / JOURNAL)


def begun(workspace: Path) -> Switch | None:
    """The switch that the journal tells of; None without one."""
    try:
        noted = Switch(**json.loads((workspace / JOURNAL).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    # Names, not paths: a journal never leads out of its workspace.
    return noted if Path(noted.new).name == noted.new and Path(noted.old).name == noted.old else None


def perform(site: Path, new: Path, old: Path) -> Path | None:
    """Put `new` at `site`; returns where the tree that stood there is now, None if none stood there."""
    if not site.exists():
        new.rename(site)
        return None
    if exchange(site, new):
        return new
    site.rename(old)
    try:
        new.rename(site)
    except OSError:
        old.rename(site)
        raise
    return old


def finish(site: Path, workspace: Path, noted: Switch) -> Path | None:
    """Complete a switch that did not come to its end; returns where the replaced tree is, None if none was replaced."""
    new, old = workspace / noted.new, workspace / noted.old
    whole = next((tree for tree in (new, old) if tree.is_dir()), None)
    if whole is not None and not os.path.lexists(site):
        whole.rename(site)
    if old.is_dir():
        return old
    return new if new.is_dir() and site.stat().st_ino == noted.inode else None


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system or the disk cannot."""
    if _swap is None:
        return False
    # To whoever audits, it is the renaming that it is.
    sys.audit("os.rename", str(one), str(other), -1, -1)
    if _swap(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one))


def _swapping() -> Callable[[bytes, bytes], int] | None:
    """The call that swaps two paths; None where the system has none."""
    if sys.platform not in {"linux", "darwin"}:
        return None
    library = ctypes.CDLL(None, use_errno=True)
    try:
        if sys.platform == "darwin":
            call = library.renamex_np
            return lambda one, other: int(call(one, other, _SWAP))
        call = library.renameat2
        return lambda one, other: int(call(_AT_FDCWD, one, _AT_FDCWD, other, _SWAP))
    except AttributeError:
        return None


_swap = _swapping()


def settle(folder: Path) -> None:
    """Have the system write to the disk what it holds of the tree: a power cut after the switch finds whole files."""
    if sys.platform == "win32":
        return  # no folder can be opened there, and files are written when they are closed
    try:
        sync = ctypes.CDLL(None).syncfs
    except AttributeError:
        os.sync()
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        sync(handle)
    finally:
        os.close(handle)
