"""What an earlier build has made, kept by what it is made from: bytes that are found again are those that were kept.

An entry is a file below `.cache/so-cai` of the project, named by the digest of what it is made from. Its content is
sealed, with that name, by a secret of this user that no project holds: an entry that was cut, altered, moved, brought
along by a commit or made by somebody else is none. Nothing in it is run: it is text that the site would hold anyway, or
plain values (`macros.store`).
"""

import hashlib
import hmac
import os
import stat
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from macros.publication import user_places
from macros.publication.user_places import A_DAY, is_secret, used

FOLDER = ".cache/so-cai"
_FORMAT = b"congkhai 1\n"
_SEAL = hashlib.sha256().digest_size
_SECRET = 32
# What no build has asked for in so many days is not kept any longer.
_DAYS = 30
_OPENING = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Ledger:
    """The entries of one project."""

    def __init__(self, folder: Path, secret: bytes) -> None:
        self._folder = folder
        self._secret = secret
        self._now = time.time()

    def kept(self, key: str) -> bytes | None:
        """What was kept under a key; None where nothing was, or not by us."""
        path = self._path(key)
        try:
            found = _read(path)
        except OSError:
            return None
        seal, content = found[:_SEAL], found[_SEAL:]
        if not hmac.compare_digest(seal, self._sealed(key, content)):
            return None
        with suppress(OSError):
            used(path, self._now)
        return content

    def keep(self, key: str, content: bytes) -> None:
        """Keep bytes under a key, whole or not at all; a disk that takes nothing more is no mistake."""
        path = self._path(key)
        half = path.with_name(f"{path.name}.{os.urandom(4).hex()}.tmp")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            half.write_bytes(self._sealed(key, content) + content)
            os.replace(half, path)
        except OSError:
            with suppress(OSError):
                half.unlink()

    def tidy(self) -> None:
        """Let go of what has not been asked for in a month, and of what killed builds have left half written."""
        for path in self._folder.glob("*/*"):
            with suppress(OSError):
                age = self._now - path.lstat().st_mtime
                if age > _DAYS * A_DAY or (path.suffix == ".tmp" and age > A_DAY):
                    path.unlink()

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key[2:]

    def _sealed(self, key: str, content: bytes) -> bytes:
        return hmac.digest(self._secret, _FORMAT + key.encode() + b"\n" + content, "sha256")


def kept_or_made(ledger: Ledger | None, key: str, make: Callable[[], bytes]) -> bytes:
    """The bytes that are kept under a key, else made now and kept; without a key or a ledger just made."""
    if ledger is None or not key:
        return make()
    kept = ledger.kept(key)
    if kept is None:
        kept = make()
        ledger.keep(key, kept)
    return kept


def opened(root: Path) -> Ledger | None:
    """The ledger of the project in `root`; None where it cannot be kept safely, for whoever has no home."""
    folder = root / FOLDER
    own = secret()
    # A link that a commit brought along would have us write elsewhere.
    if own is None or Path(os.path.realpath(folder)) != Path(os.path.realpath(root)) / FOLDER:
        return None
    return Ledger(folder, own)


def key(*parts: bytes | str) -> str:
    """The digest of what something is made from; each part counts by itself."""
    digest = hashlib.sha256()
    for part in parts:
        content = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        digest.update(b"%d:" % len(content))
        digest.update(content)
    return digest.hexdigest()


def files_key(files: Iterable[tuple[str, bytes]]) -> str:
    """The digest of files with their names, in their order."""
    return key(*(part for name, content in files for part in (name, content)))


def _read(path: Path) -> bytes:
    """The bytes of a plain file: nothing is waited for, no link is followed."""
    handle = os.open(path, _OPENING)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError
        return file.read()


def secret() -> bytes | None:
    """The secret of this user, made at the first question; None where there is no place for one."""
    try:
        path = user_places.state() / "congkhai" / "khoa-so-cai"
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            half = path.with_name(f"{path.name}.{os.urandom(4).hex()}.tmp")
            handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(os.urandom(_SECRET))
            with suppress(FileExistsError):
                # Of two builds that make one at once, the first is heeded.
                os.link(half, path)
            half.unlink()
        found = _read(path)
        return found if len(found) == _SECRET and is_secret(path) else None
    except (OSError, RuntimeError):
        return None
