"""The files of a plan put in their place: made or taken over, each judged for withheld names before it is there."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from macros.publication.artifact import Artifact, text
from macros.publication.clean import Clean
from macros.publication.former_build import Row
from macros.publication.ledger import Ledger
from macros.publication.making import Making
from macros.publication.manifest import MANIFEST, Manifest, digest
from macros.publication.phases import Phase, Phases
from macros.publication.sharing import shared
from macros.publication.site_files import Put, SiteFiles
from macros.withholding.withheld import Withheld

_FEW_FILES = 128


@dataclass(frozen=True, slots=True)
class Plan:
    """Every file of a site."""

    root: Path
    names: Withheld
    artifacts: Sequence[Artifact]
    phases: Phases = field(default_factory=Phases)
    ledger: Ledger | None = None
    making: Making = field(default_factory=Making)

    def preview(self, site: Path) -> None:
        """Put every file below `site`, for this machine alone."""
        with self.making.opened():
            for artifact in self.artifacts:
                _put(site, artifact.address, self.making.content(artifact))

    def publish(self, site: Path, files: SiteFiles | None = None) -> bool:
        """Put every file below `site`, and beside them what they are; what stands already, by `files`, is taken over.

        Gives whether the same would come of it again; not where something could not be had that may be there then.
        Raises Problems where one says a withheld name, with where the name comes from; that file is not put there.
        """
        files, clean = files or SiteFiles(), Clean(self.names, self.ledger)
        self.phases.begin(Phase.WRITING)
        known = list(map(self.making.known, self.artifacts))
        placed = [_taken_over(artifact, files, clean, site) for artifact in known]
        others = [artifact for artifact, made in zip(known, placed, strict=True) if made is None]

        def put(some: Sequence[Artifact]) -> list[_Placed]:
            with self.making.opened():
                return [self._placed(site, artifact, files, clean) for artifact in some]

        made = shared(others, put, _FEW_FILES)
        whole = [*filter(None, placed), *made]
        self.phases.begin(Phase.GUARDING)
        clean.close(self.root, ((file.address, file.digest, file.said) for file in whole))
        self.phases.begin(Phase.WRITING)
        self.making.remember((file.address, file.row) for file in made)
        manifest = text(MANIFEST, Manifest({file.address: file.digest for file in whole}).text())
        put_there = {file.address: file.put for file in (*whole, _written(manifest, manifest.content(), files, site))}
        files.put = {address: found for address, found in put_there.items() if found is not None}
        return self.making.former is None or all(
            one.given is None or file.row is not None for one, file in zip(others, made, strict=True)
        )

    def _placed(self, site: Path, artifact: Artifact, files: SiteFiles, clean: Clean) -> "_Placed":
        """Put a file there unless it says a withheld name."""
        self.phases.begin(Phase.MAKING)
        content, artifact, row = self.making.made(artifact)
        self.phases.begin(Phase.GUARDING)
        known = digest(content)
        if said := clean.said(artifact.address, content, known):
            return _Placed(artifact.address, known, said, None)
        self.phases.begin(Phase.WRITING)
        return _written(artifact, content, files, site, known)._replace(row=row)


class _Placed(NamedTuple):
    """A file of the plan: its address, its digest, the withheld names that it says; without any, where it was put.

    `row` is what it was made from, where that is remembered.
    """

    address: str
    digest: str
    said: Sequence[str]
    put: Put | None
    row: Row | None = None


def _taken_over(artifact: Artifact, files: SiteFiles, clean: Clean, site: Path) -> _Placed | None:
    """The file that stands, where it was made from the same and is known to say no withheld name."""
    stands = files.standing(artifact)
    if stands is None or not clean.knows(artifact.address, stands[1]):
        return None
    put = files.take_over(artifact, stands, site)
    return _Placed(artifact.address, put.digest, (), put) if put is not None else None


def _written(artifact: Artifact, content: bytes, files: SiteFiles, site: Path, known: str = "") -> _Placed:
    """A file of these bytes, put in its place."""
    known = known or digest(content)
    return _Placed(artifact.address, known, (), files.write(artifact, content, known, site))


def _put(site: Path, address: str, content: bytes) -> None:
    path = site / address
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
