"""A file that looks as it did is not read again, and whatever was done to a file is seen."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.publication import known_files
from macros.publication.known_files import KnownFiles, mark
from macros.publication.ledger import Ledger
from macros.publication.manifest import digest

_A_MINUTE = 60_000_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file that was written a minute ago."""
    made = tmp_path / "folder"
    made.mkdir()
    older(made / "a", b"one")
    return made


def older(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    found = path.stat()
    os.utime(path, ns=(found.st_mtime_ns, found.st_mtime_ns - _A_MINUTE))


def asked(folder: Path, path: str = "a") -> str | None:
    known = KnownFiles(folder, Ledger(folder.parent / "ledger", b"secret"))
    found = known.digest(path)
    known.keep()
    return found


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From now on nothing is read."""

    def refused(*_: object) -> None:
        raise AssertionError("read")

    return lambda: monkeypatch.setattr(known_files, "open", refused, raising=False)


def test_a_file_that_looks_as_it_did_is_not_read_again(folder: Path, unread: Callable[[], None]) -> None:
    assert asked(folder) == digest(b"one")
    unread()
    assert asked(folder) == digest(b"one")


def _rewritten(path: Path) -> None:
    """Other content of the same length and time, in the same file."""
    found = path.stat()
    path.write_bytes(b"two")
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


def _replaced(path: Path) -> None:
    found = path.stat()
    path.with_name("b").write_bytes(b"two")
    path.with_name("b").replace(path)
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


@pytest.mark.parametrize("change", [lambda path: path.write_bytes(b"two"), _rewritten, _replaced])
def test_whatever_is_done_to_a_file_is_seen(folder: Path, change: Callable[[Path], object]) -> None:
    assert asked(folder) == digest(b"one")
    change(folder / "a")
    assert asked(folder) == digest(b"two")


@pytest.mark.parametrize("age", [0, 2_000_000_000])
def test_what_was_written_just_before_is_not_noted(folder: Path, unread: Callable[[], None], age: int) -> None:
    """Nor what was written in the tick before, on a disk that counts in two seconds."""
    (folder / "b").write_bytes(b"new")
    found = (folder / "b").stat()
    os.utime(folder / "b", ns=(found.st_mtime_ns, found.st_mtime_ns - age))
    assert asked(folder, "b") == digest(b"new")
    unread()
    with pytest.raises(AssertionError, match="read"):
        asked(folder, "b")


def test_nothing_is_known_of_another_folder_or_by_another_secret(folder: Path, unread: Callable[[], None]) -> None:
    asked(folder)
    folder.rename(folder.with_name("other"))
    unread()
    with pytest.raises(AssertionError, match="read"):
        asked(folder.with_name("other"))
    folder.with_name("other").rename(folder)
    with pytest.raises(AssertionError, match="read"):
        KnownFiles(folder, Ledger(folder.parent / "ledger", b"another")).digest("a")


@pytest.mark.parametrize("what", ["nothing", "folder", "link", "below a file"])
def test_what_is_no_plain_file_has_no_digest(folder: Path, what: str) -> None:
    (folder / "folder").mkdir()
    (folder / "link").symlink_to("a")
    assert asked(folder, "a/b" if what == "below a file" else what) is None


def test_of_what_was_put_there_only_what_stands_so_is_kept(folder: Path, unread: Callable[[], None]) -> None:
    older(folder / "b", b"two")
    seen = {path: mark(folder / path) for path in "ab"}
    os.link(folder / "a", folder / "one more name")
    (folder / "b").write_bytes(b"2")
    ledger = Ledger(folder.parent / "ledger", b"secret")
    put = {path: (found, digest(b"one")) for path, found in seen.items() if found is not None}
    KnownFiles(folder, ledger).keep_written(put, None)
    assert asked(folder, "b") == digest(b"2")
    KnownFiles(folder, ledger).keep_written(put, None)
    unread()
    assert asked(folder) == digest(b"one")


def test_a_disk_whose_clock_is_behind_is_judged_by_its_own_clock(folder: Path, unread: Callable[[], None]) -> None:
    seen = mark(folder / "a")
    assert seen is not None
    KnownFiles(folder, Ledger(folder.parent / "ledger", b"secret")).keep_written({"a": (seen, digest(b"one"))}, seen)
    unread()
    with pytest.raises(AssertionError, match="read"):
        asked(folder)
