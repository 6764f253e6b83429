"""What a build made: every file of the site and its digest, kept in the site itself.

The manifest tells our files from those of the host, and a whole site from a partial one. It stands in the site, so that
it is switched together with it and travels with a copy; it says nothing that is not public.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

MANIFEST = ".congkhai.json"
_FORMAT = 1


def digest(content: bytes) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of a site, by their path below it with "/", and the digest of each; the manifest is not among them."""

    files: Mapping[str, str]

    def text(self) -> str:
        """The file: one line for each path, in their order, so that two builds compare."""
        return json.dumps({"congkhai": _FORMAT, "files": dict(sorted(self.files.items()))}, indent=0) + "\n"

    def lacking(self, site: Path) -> list[str]:
        """The paths whose file is missing below `site` or has other bytes."""
        return [path for path, known in sorted(self.files.items()) if _digest_of(site / path) != known]


def _digest_of(path: Path) -> str | None:
    try:
        return digest(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def read_manifest(site: Path) -> Manifest | None:
    """The manifest of a site; None where there is none that can be read."""
    try:
        kept = json.loads((site / MANIFEST).read_text("utf-8"))
        if kept["congkhai"] != _FORMAT or not all(isinstance(known, str) for known in kept["files"].values()):
            return None
        return Manifest(kept["files"])
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


@dataclass(slots=True)
class Planned:
    """Collects, while a site is made, what each of its files must hold."""

    files: dict[str, str] = field(default_factory=dict)

    def page(self, path: str, text: str) -> str:
        """The text, which is to be the file at `path`."""
        self.files[path] = digest(text.encode("utf-8", errors="xmlcharrefreplace"))
        return text

    def template(self, path: str, text: str) -> str:
        """The same for a template, of which MkDocs writes no file where it says nothing."""
        return self.page(path, text) if text.strip() else text

    def file(self, path: str, content: bytes) -> None:
        """The bytes are to be the file at `path`; a page of that path stands above them."""
        self.files.setdefault(path, digest(content))

    def beside(self, site: Path, paths: Iterable[Path]) -> None:
        """Files that another part of the build has written: nobody said what they are to hold, so as they are."""
        for path in paths:
            self.file(path.relative_to(site).as_posix(), path.read_bytes())


def visible_files(site: Path) -> list[Path]:
    """The files of a folder, without what MkDocs leaves alone: whatever has a name that begins with "."."""
    paths = (path for path in site.rglob("*") if path.is_file())
    return sorted(p for p in paths if not any(part.startswith(".") for part in p.relative_to(site).parts))
