"""Where the files of a project are read from: a folder on disk, or a state of it that git keeps."""

import codecs
import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

from macros.problems.problem import Place, Problem
from macros.reading.old_fonts import code_of_bytes

LARGEST_FILE = 5_000_000


class Files(Protocol):
    """Files by their name, which is their path below the project with forward slashes: `data/units.yaml`."""

    def names(self, folder: str) -> Iterator[str]:
        """Every file below a folder, in the order of their names.

        Nothing that is a link, nor what lies behind one, and nothing that only looks like a file.
        """

    def waiting(self, folder: str) -> Iterator[str]:
        """Every pipe, socket and device below a folder: whoever opened it would wait for another program."""

    def links(self, folder: str) -> Iterator[str]:
        """Every link below a folder that leads to another file or folder of the machine, in the same order."""

    def beside(self) -> Iterator[str]:
        """What lies right in the project's own folder and is not hidden, in order; the name of a folder ends in "/"."""

    def has(self, name: str) -> bool:
        """Whether there is such a file."""

    def text(self, name: str) -> str | Problem:
        """The text of a file, or why it has none: it cannot be opened, is too large or is not UTF-8."""

    def content(self, name: str, most: int) -> bytes | None:
        """The first bytes of a file, as many as asked for at most; None where the project has no such file."""


class Folder:
    """The files of a folder on disk, as they are now."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def names(self, folder: str) -> Iterator[str]:
        return (found.name for found in self._walked(folder) if not found.is_link and not found.waits)

    def waiting(self, folder: str) -> Iterator[str]:
        return (found.name for found in self._walked(folder) if found.waits)

    def links(self, folder: str) -> Iterator[str]:
        return (found.name for found in self._walked(folder) if found.is_link)

    def _walked(self, folder: str) -> list["_Found"]:
        """Every file and every link below a folder. No link is followed."""
        if _is_link(self._root / folder):
            return [_Found(folder, is_link=True)]
        return sorted(_below(os.path.join(self._root, folder), folder), key=lambda found: found.name.split("/"))

    def beside(self) -> Iterator[str]:
        entries = (path for path in self._root.iterdir() if not path.name.startswith(".") and not _is_link(path))
        return iter(sorted(f"{path.name}/" if path.is_dir() else path.name for path in entries))

    def has(self, name: str) -> bool:
        return (self._root / name).is_file()

    def text(self, name: str) -> str | Problem:
        if _waits(self._root / name):
            found, remedy = "đây không phải là tệp mà là chỗ để chương trình khác ghi vào", "xóa nó khỏi thư mục"
            return Problem(Place(name), "E101", found, "tệp đọc được", remedy)
        try:
            # One byte more than allowed tells enough: a file that does not fit into memory is not read whole.
            with (self._root / name).open("rb") as file:
                raw = file.read(LARGEST_FILE + 1)
        except OSError as error:
            found, remedy = (
                f"không mở được tệp ({error.strerror})",
                "đóng tệp ở chương trình khác, xem lại quyền đọc tệp",
            )
            return Problem(Place(name), "E101", found, "tệp đọc được", remedy)
        return decoded(name, raw)

    def content(self, name: str, most: int) -> bytes | None:
        path = self._root / name
        try:
            # A link out of the project leads to what is none of its files.
            if not path.resolve(strict=True).is_relative_to(self._root.resolve()) or _waits(path):
                return None
            with path.open("rb") as file:
                return file.read(most)
        except (OSError, ValueError, RuntimeError):
            return None


class Snapshot:
    """Files held in memory: a state that git keeps."""

    def __init__(self, contents: Mapping[str, bytes]) -> None:
        self._contents = contents

    def items(self) -> Iterator[tuple[str, bytes]]:
        """Every file with its name, in the order of their names."""
        return iter(sorted(self._contents.items()))

    def names(self, folder: str) -> Iterator[str]:
        return (name for name in sorted(self._contents) if name.startswith(f"{folder}/"))

    def waiting(self, folder: str) -> Iterator[str]:
        return iter(())

    def links(self, folder: str) -> Iterator[str]:
        return iter(())

    def beside(self) -> Iterator[str]:
        return iter(())

    def has(self, name: str) -> bool:
        return name in self._contents

    def text(self, name: str) -> str | Problem:
        return decoded(name, self._contents[name])

    def content(self, name: str, most: int) -> bytes | None:
        return self._contents[name][:most] if name in self._contents else None


class Overlay:
    """Other files with one of them replaced, or added."""

    def __init__(self, files: Files, name: str, text: str) -> None:
        self._files = files
        self._name = name
        self._text = text

    def names(self, folder: str) -> Iterator[str]:
        inside = {self._name} if self._name.startswith(f"{folder}/") else set()
        return iter(sorted({*self._files.names(folder), *inside}))

    def waiting(self, folder: str) -> Iterator[str]:
        return self._files.waiting(folder)

    def links(self, folder: str) -> Iterator[str]:
        return self._files.links(folder)

    def beside(self) -> Iterator[str]:
        return self._files.beside()

    def has(self, name: str) -> bool:
        return name == self._name or self._files.has(name)

    def text(self, name: str) -> str | Problem:
        return self._text if name == self._name else self._files.text(name)

    def content(self, name: str, most: int) -> bytes | None:
        return self._text.encode("utf-8")[:most] if name == self._name else self._files.content(name, most)


class _Found(NamedTuple):
    """What lies below a folder, by its name; whoever read what `waits` would wait for another program."""

    name: str
    is_link: bool = False
    waits: bool = False


def _below(path: str, name: str) -> Iterator[_Found]:
    """Every file and every link in a folder and the folders in it; what cannot be looked into holds nothing."""
    try:
        with os.scandir(path) as found:
            entries = list(found)
    except OSError:
        return
    for entry in entries:
        inside = f"{name}/{entry.name}"
        if _is_link(entry):
            yield _Found(inside, is_link=True)
        elif entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, inside)
        else:
            yield _Found(inside, waits=not entry.is_file(follow_symlinks=False))


def _is_link(path: Path | os.DirEntry[str]) -> bool:
    """Whether a path leads elsewhere: a symbolic link, or a junction of Windows."""
    # Python 3.11 does not know junctions.
    is_junction = getattr(path, "is_junction", None)
    return path.is_symlink() or (is_junction is not None and is_junction())


def _waits(path: Path) -> bool:
    """Whether reading the path would wait for another program: a pipe, a socket, a device."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def named_file(root: Path, name: Path) -> Path | None:
    """The file that a path names: seen from where the person stands, or else from the project; None for no file."""
    return next((path for path in (name, root / name) if path.is_file()), None)


def decoded(name: str, raw: bytes) -> str | Problem:
    """The text in the bytes of a file, or why they are none."""
    if len(raw) > LARGEST_FILE:
        return Problem(Place(name), "E101", "tệp quá lớn", "tệp dưới 5 MB", "tách tệp, mỗi kỳ báo cáo một tệp")
    try:
        return raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        return _not_utf8(Place(name, raw.count(b"\n", 0, error.start) + 1), raw)


def _not_utf8(place: Place, raw: bytes) -> Problem:
    """What a file seems to be in that is not UTF-8; saved as UTF-8, text of an old font would stay unreadable."""
    allowed = "tệp văn bản mã hóa UTF-8"
    if raw[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) or raw[:4000].count(0) * 4 > len(raw[:4000]):
        remedy = "lưu lại tệp với mã hóa UTF-8 (trong Notepad: Save As, mục Encoding chọn UTF-8)"
        return Problem(place, "E101", "tệp mã hóa UTF-16 (“Unicode” của Notepad), không phải UTF-8", allowed, remedy)
    code, word = code_of_bytes(raw)
    if not code:
        return Problem(place, "E101", "tệp không phải UTF-8", allowed, "lưu lại tệp với mã hóa UTF-8")
    found = f"tệp không phải UTF-8, có lẽ là {code}: đọc như thế thì ra chữ “{word}”"
    if code == "Windows-1258":
        remedy = "mở tệp bằng mã hóa Vietnamese (Windows), xem chữ đã đúng rồi lưu lại với mã hóa UTF-8"
    else:
        remedy = (
            f"chuyển sang Unicode, ví dụ bằng UniKey Toolkit (Ctrl+Shift+F6): nguồn {code}, đích Unicode; "
            "chỉ lưu lại với mã hóa UTF-8 thì chữ vẫn hỏng"
        )
    return Problem(place, "E101", found, allowed, remedy)
