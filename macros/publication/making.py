"""How a file of the plan comes to its bytes, and what it was made from: so that it is known whether it still stands."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace

from macros.publication.artifact import Artifact
from macros.publication.former_build import FormerBuild, Row
from macros.publication.ledger import Ledger, kept_or_made
from macros.record.reads import ReadKind, noted


@dataclass(frozen=True, slots=True)
class Making:
    """Makes files; what is not known to be the same is made. Some can be made only while it is `opened`."""

    former: FormerBuild | None = None
    ledger: Ledger | None = None
    opened: Callable[[], AbstractContextManager[None]] = nullcontext

    def known(self, artifact: Artifact) -> Artifact:
        """The artifact with its key, where it is known what of the record it reads."""
        row = self._row(artifact)
        if row is None or self.former is None:
            return artifact
        self.former.add(artifact.address, row)
        return replace(artifact, key=row.made_from, dear=False)

    def made(self, artifact: Artifact) -> tuple[bytes, Artifact, Row | None]:
        """The bytes of a file, made now unless they are kept; the artifact with its key, and the row of it.

        There is no row of what may be made into something else though nothing has changed.
        """
        if artifact.given is None or self.former is None:
            return self.content(artifact), artifact, None
        with noted() as reads:
            content = artifact.content()
        if any(read.kind is ReadKind.UNSURE for read in reads):
            return content, artifact, None
        row = self.former.made(artifact.given, reads, "")
        return content, replace(artifact, key=row.made_from, dear=False), row

    def remember(self, rows: Iterable[tuple[str, Row | None]]) -> None:
        """These files were made from that."""
        for address, row in rows:
            if row is not None and self.former is not None:
                self.former.add(address, row)

    def content(self, artifact: Artifact) -> bytes:
        """The bytes of a file: kept ones where it has a key and they are there, else made now and kept."""
        return kept_or_made(self.ledger, artifact.key if artifact.dear else "", artifact.content)

    def _row(self, artifact: Artifact) -> Row | None:
        if artifact.given is None or self.former is None:
            return None
        return self.former.row(artifact.address, artifact.given)
