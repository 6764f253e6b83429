"""What the host keeps in the folder of a site (CNAME, .well-known, web.config …): told from ours, and carried over."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from macros.publication.manifest import MANIFEST, read_manifest
from macros.publication.trouble import BuildFailed

Ours = Callable[[str], bool]  # of a path below the site, with "/"

# What hosts want to find in a folder before anything is published there, besides names that begin with ".".
_HOST_FILES = {"CNAME", "web.config"}
# What a build made before there were manifests: where its files stood, and what its pages loaded.
_FORMER_PLACES = re.compile(
    r"api/v1/(?:reports|series)/[^/]+\.(?:json|csv|svg)|assets/congkhai[-./].*|tim-kiem/index/.*"
    r"|lich-su-sua-doi/feed\.xml|sitemap\.xml(?:\.gz)?"
)
_FORMER_MARK = re.compile(rb'<link[^>]* href="?[^" >]*assets/congkhai[./][^" >]*\.css')


def ours(site: Path, planned: Ours = lambda _: False) -> Ours | None:
    """Which files of a folder a build has made; None where no build has made the folder, and there are files in it.

    Where a build of the time without manifests has made it, what the next build makes as well (`planned`) is ours.
    """
    if manifest := read_manifest(site):
        made = {*manifest.files, MANIFEST}
        return made.__contains__
    if is_former(site):
        return lambda path: planned(path) or is_former_file(site, path)
    if all(entry.name.startswith(".") or entry.name in _HOST_FILES for entry in site.iterdir()):
        return lambda _: False
    return None


def is_former(site: Path) -> bool:
    """Whether a build of the time without manifests made the folder: by its map, its figures and its first page."""
    return (
        (site / "sitemap.xml").is_file()
        and (site / "api" / "v1" / "reports").is_dir()
        and is_former_file(site, "index.html")
    )


def is_former_file(site: Path, path: str) -> bool:
    """Whether that file is one of such a build, by its place or, a page, by the style sheet that it loads."""
    if _FORMER_PLACES.fullmatch(path):
        return True
    if not path.endswith(".html") or (site / path).is_symlink():
        return False
    try:
        return _FORMER_MARK.search((site / path).read_bytes()) is not None
    except OSError:
        return False


def carry(old: Path, new: Path, made: Ours, planned: Ours, late: bool = False) -> None:
    """Put what the host keeps in `old` into `new` as well; `old` stays as it is.

    Raises BuildFailed when a file of the host stands where the new site has one of its own with other bytes. `late`:
    the new site is public already, so nothing is refused; what the host has changed meanwhile is put in again.
    """
    for path, entry in _kept(old, made):
        target = new / path
        if planned(path):
            in_the_way = not (is_former_file(old, path) or _same(entry, target))
        elif os.path.lexists(target):
            in_the_way = target.is_dir() and (entry.is_symlink() or not entry.is_dir())
            if late and not in_the_way and not _same(entry, target):
                target.unlink()
                _put(entry, target)
        elif not (in_the_way := _blocked(target, new)):
            _with_folders(old, new, target.parent)
            _put(entry, target)
        if in_the_way and not late:
            raise _clash(old / path)


def _kept(folder: Path, made: Ours, below: str = "") -> Iterator[tuple[str, Path]]:
    """Files, links and empty folders that no build has made, by their path."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        path = f"{below}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if any(os.scandir(entry.path)):
                yield from _kept(Path(entry.path), made, f"{path}/")
            else:
                yield path, Path(entry.path)
        elif not made(path):
            yield path, Path(entry.path)


def _clash(path: Path) -> BuildFailed:
    return BuildFailed(
        f"“{path}” không do congkhai tạo, mà trang mới cũng có tệp ở đúng chỗ đó. "
        "Cách sửa: chuyển tệp đó đi nơi khác, hoặc đổi tên tệp trong docs/"
    )


def _same(one: Path, other: Path) -> bool:
    """Whether two entries hold the same: both folders, both links to one place, or both the same bytes."""
    try:
        if one.is_symlink() or other.is_symlink():
            return one.is_symlink() and other.is_symlink() and os.readlink(one) == os.readlink(other)
        if one.is_dir():
            return other.is_dir()
        return os.path.samefile(one, other) or one.read_bytes() == other.read_bytes()
    except OSError:
        return False


def _blocked(target: Path, new: Path) -> bool:
    """Whether the new site has a file where a folder above the target must be."""
    above = [folder for folder in target.parents if folder.is_relative_to(new)]
    return any(os.path.lexists(folder) and not folder.is_dir() for folder in above)


def _with_folders(old: Path, new: Path, folder: Path) -> None:
    """The folder, with those above it, made as the old site has them."""
    if not folder.is_dir():
        _with_folders(old, new, folder.parent)
        folder.mkdir()
        shutil.copystat(old / folder.relative_to(new), folder)


def _put(entry: Path, target: Path) -> None:
    """The same file at another place: one file with two names where the disk can, else a copy."""
    if entry.is_symlink():
        target.symlink_to(os.readlink(entry))
    elif entry.is_dir():
        target.mkdir()
        shutil.copystat(entry, target)
    else:
        try:
            os.link(entry, target)
        except OSError:
            if not entry.is_file():  # a pipe or socket of the host: copying would wait for it
                raise
            shutil.copy2(entry, target)
