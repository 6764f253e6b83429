"""Putting the files of a new site in their place: those that stand in the present site already are taken over.

A file is taken over by one more name (a hard link), so the site that stands is what keeps it between builds, and what a
reader's browser has of it stays good: its time does not change. Two trees that share files stand side by side until the
switch and no longer. Who writes into one of them changes how the file looks, in both: it is made again.
"""

import json
import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from macros.publication.artifact import Artifact
from macros.publication.known_files import KnownFiles, Mark, mark
from macros.publication.ledger import Ledger, key
from macros.publication.manifest import MANIFEST, Manifest, read_manifest


class Put(NamedTuple):
    """A file that was put in its place: the key under which it was made, its digest, and how it looks from outside."""

    made_by: str
    digest: str
    mark: Mark


class SiteFiles:
    """The files of a new site, and those of the one that stands at `site`: none without a ledger."""

    def __init__(self, site: Path | None = None, ledger: Ledger | None = None) -> None:
        manifest = read_manifest(site) if site is not None and ledger is not None else None
        self._site, self._ledger = os.path.join(os.path.realpath(site or "."), ""), ledger
        self._digests: Mapping[str, str] = manifest.files if manifest is not None else {}
        self._known = KnownFiles(Path(self._site), ledger if manifest is not None else None)
        self._made_by: Mapping[str, str] = {}
        if ledger is not None and manifest is not None and (kept := ledger.kept(self._key(manifest))) is not None:
            self._made_by = json.loads(kept)
        self.put: dict[str, Put] = {}
        self._folders: set[str] = set()
        self._rights = 0o666 & ~_umask()

    def standing(self, artifact: Artifact) -> tuple[Mark, str] | None:
        """The mark and the digest of the file that the artifact would be made into, where it stands already."""
        if not artifact.key or self._made_by.get(artifact.address) != artifact.key:
            return None
        return self._seen(artifact.address, self._digests.get(artifact.address))

    def take_over(self, artifact: Artifact, stands: tuple[Mark, str], new: Path) -> Put | None:
        """Put a file that stands into the tree at `new`; None where it was changed meanwhile or has one name only."""
        target = self._with_folder(new, artifact.address)
        try:
            os.link(self._site + artifact.address, target, follow_symlinks=False)
        except OSError:
            return None
        found = mark(target)
        if found is not None and stands[0].same_content(found) and self._may_be_read(target):
            return Put(artifact.key, stands[1], found)
        os.unlink(target)
        return None

    def _may_be_read(self, path: str) -> bool:
        """Whether a file has the rights that a new one would have: those of its host are given to the site's folder."""
        return os.name == "nt" or stat.S_IMODE(os.lstat(path).st_mode) == self._rights

    def write(self, artifact: Artifact, content: bytes, known: str, new: Path) -> Put:
        """Put bytes of that digest into the tree at `new`, by the file that stands where it has the same."""
        stands = self._seen(artifact.address, known) if self._digests.get(artifact.address) == known else None
        put = self.take_over(artifact, stands, new) if stands is not None else None
        if put is not None:
            return put
        target = self._with_folder(new, artifact.address)
        Path(target).write_bytes(content)
        left = mark(target)
        # What is found there is to be as long as what was written; without a file there is no mark.
        return Put(artifact.key, known, Mark(len(content), *(left or (0, 0, 0, 0))[1:]))

    def lacking(self, new: Path, planned: Mapping[str, str]) -> list[str]:
        """Of the files that are planned, by digest, those that are not in the tree at `new` as they were put there."""
        folder = os.path.join(new, "")
        return [path for path, known in sorted(planned.items()) if not self._is_put(path, known, mark(folder + path))]

    def _is_put(self, path: str, known: str, found: Mark | None) -> bool:
        put = self.put.get(path)
        return put is not None and put.digest == known and put.mark.same_content(found)

    def keep(self) -> None:
        """Keep what the site that stands now was made from, and how its files look, for the next build."""
        manifest = read_manifest(Path(self._site))
        if self._ledger is None or manifest is None:
            return
        made_by = {path: put.made_by for path, put in self.put.items() if put.made_by}
        self._ledger.keep(self._key(manifest), json.dumps(made_by, separators=(",", ":")).encode())
        written = {path: (put.mark, put.digest) for path, put in self.put.items()}
        KnownFiles(Path(self._site), self._ledger).keep_written(written, mark(self._site + MANIFEST))

    def _seen(self, address: str, known: str | None) -> tuple[Mark, str] | None:
        with suppress(OSError):
            seen = self._known.seen(address)
            return seen if seen is not None and seen[1] == known else None
        return None

    def _key(self, manifest: Manifest) -> str:
        return key("made by", self._site, manifest.text())

    def _with_folder(self, tree: Path, address: str) -> str:
        """The path of a file in a tree, whose folder is there."""
        path = os.path.join(tree, address)
        folder = os.path.dirname(path)
        if folder not in self._folders:
            os.makedirs(folder, exist_ok=True)
            self._folders.add(folder)
        return path


def _umask() -> int:
    """Which rights new files do not have; the system tells it only to who sets it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
