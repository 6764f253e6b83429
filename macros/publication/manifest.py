"""What a build made: every file of the site and its digest, kept in the site itself.

The manifest tells our files from those of the host, and a whole site from a partial one. It stands in the site, so that
it is switched together with it and travels with a copy; it says nothing that is not public.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
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

    def lacking(self, digest: Callable[[str], str | None]) -> list[str]:
        """The paths whose file is missing or has other bytes; `digest` tells what is at a path, None for none."""
        return [path for path, known in sorted(self.files.items()) if digest(path) != known]

    def unplanned(self, site: Path) -> list[str]:
        """The paths of files below `site` that it does not speak of, but for those whose name begins with "."."""
        return [path for path in _visible(site) if path not in self.files]


def read_manifest(site: Path) -> Manifest | None:
    """The manifest of a site; None where there is none that can be read."""
    try:
        kept = json.loads((site / MANIFEST).read_text("utf-8"))
        if kept["congkhai"] != _FORMAT or not all(isinstance(known, str) for known in kept["files"].values()):
            return None
        return Manifest(kept["files"])
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _visible(site: Path) -> list[str]:
    """The files of a folder, without what hosts keep there: whatever has a name that begins with "."."""
    return sorted(_files_below(os.fspath(site), ""))


def _files_below(folder: str, above: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files_below(entry.path, f"{above}{entry.name}/")
            elif entry.is_file():
                yield above + entry.name
