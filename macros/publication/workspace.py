"""The folder in which one build works: beside the site, on the same disk, readable by nobody else, locked.

It holds the tree that is being built, the lock, and during the switch the journal. Whoever has the lock may clear what
it finds there: a build that lives has the lock, so all the rest is of builds that were killed.
"""

import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from macros.publication import lock, switch
from macros.publication.hosted_files import carry, is_former, ours
from macros.publication.manifest import MANIFEST, read_manifest
from macros.publication.targets import mount_points
from macros.publication.trouble import BuildFailed

PATIENCE = 60.0  # seconds for another build to end
_LOCK = "lock"
_TREE = re.compile(r"(?:new|old)-[0-9a-f]{16}")
# Beside the site, by builds of the time without workspaces.
_FORMER_BUILDING, _FORMER_REPLACED = ".dang-dung", ".ban-cu"


@dataclass(frozen=True, slots=True)
class Workspace:
    """The locked folder of one build of `site`."""

    site: Path
    folder: Path

    def fresh(self, kind: str) -> Path:
        """A path in it that no other build has had: "new" for the tree that is built, "old" for the one it replaces."""
        return self.folder / f"{kind}-{os.urandom(8).hex()}"


def workspace_folder(site: Path) -> Path:
    """Where builds of the site work."""
    return site.with_name(f".{site.name}.congkhai")


@contextmanager
def workspace(site: Path, tell: Callable[[str], None], patience: float = PATIENCE) -> Iterator[Workspace]:
    """A workspace of our own until the block ends; before it begins, what killed builds left is put in order.

    Raises BuildFailed when another build still runs after `patience` seconds, or a foreign file is in the way.
    """
    folder = workspace_folder(site)
    _refuse_foreign(folder)
    site.parent.mkdir(parents=True, exist_ok=True)
    handle = _waited_for(folder / _LOCK, site, tell, patience)
    try:
        put_in_order(site, folder)
        yield Workspace(site, folder)
    finally:
        try:
            with suppress(OSError):  # the journal stays, and the next start goes on
                put_in_order(site, folder)
        finally:
            lock.release(handle, folder / _LOCK)


def finish_interrupted(site: Path) -> bool:
    """Complete what a killed build of the site began and clear what it left, unless a build runs.

    Returns whether nothing of the kind is left.
    """
    # Whoever only reads goes on; the next build says what is wrong. RuntimeError: a link that leads to itself.
    with suppress(OSError, BuildFailed, RuntimeError):
        site = site.resolve()
        folder = workspace_folder(site)
        if not folder.is_dir() and not _former(site):
            return True
        _refuse_foreign(folder)
        if (handle := lock.acquire(folder / _LOCK)) is not None:
            try:
                put_in_order(site, folder)
            finally:
                lock.release(handle, folder / _LOCK)
            return True
    return False


def _waited_for(path: Path, site: Path, tell: Callable[[str], None], patience: float) -> int:
    end = time.monotonic() + patience
    handle = lock.acquire(path)
    if handle is None:
        tell(f"Một lần dựng khác đang ghi vào “{site}”; đợi lần đó xong rồi dựng tiếp …")
    while handle is None:
        if time.monotonic() >= end:
            raise BuildFailed(
                f"một lần dựng khác vẫn đang ghi vào “{site}” sau {patience:.0f} giây chờ. "
                "Cách sửa: đợi lần đó xong (hoặc dừng nó bằng Ctrl+C), rồi chạy lại congkhai build"
            )
        time.sleep(0.1)
        handle = lock.acquire(path)
    return handle


def _refuse_foreign(folder: Path) -> None:
    """The workspace is ours by its lock; a folder of that name which holds something else is not."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        known = False
    else:
        known = not folder.is_dir() or not any(folder.iterdir()) or (folder / _LOCK).is_file()
    if not known:
        raise BuildFailed(
            f"“{folder}” không do congkhai tạo, mà congkhai cần tên đó để dựng trang. "
            "Cách sửa: đổi tên hoặc chuyển đi nơi khác"
        )


def put_in_order(site: Path, folder: Path) -> None:
    """With the lock: complete a switch that was begun, restore a site that is away, clear what builds have left."""
    if noted := switch.begun(folder):
        replaced = switch.finish(site, folder, noted)
        planned = planned_in(site)
        if replaced is not None and (made := ours(replaced, planned)) is not None:
            carry(replaced, site, made, planned, late=True)
        (folder / switch.JOURNAL).unlink()
    (folder / f"{switch.JOURNAL}.tmp").unlink(missing_ok=True)
    for entry in list(folder.iterdir()):
        if _TREE.fullmatch(entry.name):
            _remove(entry)
    for entry in _former(site):
        if entry.name.endswith(_FORMER_REPLACED) and not site.exists():
            entry.rename(site)
        else:
            _remove(entry)


def planned_in(site: Path) -> Callable[[str], bool]:
    """Which paths the manifest of a tree speaks of."""
    manifest = read_manifest(site)
    return {*(manifest.files if manifest else ()), MANIFEST}.__contains__


def _former(site: Path) -> list[Path]:
    """What builds of the time without workspaces have left beside the site; nothing that they did not make."""
    building, replaced = (site.with_name(site.name + end) for end in (_FORMER_BUILDING, _FORMER_REPLACED))
    marked = building.is_dir() and (not any(building.iterdir()) or any(building.glob("assets/congkhai.*.css")))
    return [building] * marked + [replaced] * is_former(replaced)


def _remove(folder: Path) -> None:
    """The tree goes, unless something is mounted in it; what cannot be removed now is tried again by the next build."""
    if not any(folder in mount.parents for mount in mount_points(folder)):
        shutil.rmtree(folder, ignore_errors=True)
