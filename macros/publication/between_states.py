"""What is kept from one state of a project to the next, for a site of which each file is made when it is asked for."""

from dataclasses import dataclass, field

from macros.faces.citing_reports import cited_documents
from macros.history.public_states import Past
from macros.record import Report


@dataclass(frozen=True, slots=True)
class BetweenStates:
    """What was public, where that is known already; how often reports cite documents, by what decides that."""

    past: Past | None = None
    cited: dict[tuple[bytes, tuple[str | None, ...]], dict[str, int]] = field(default_factory=dict)

    def cited_documents(self, report: Report) -> dict[str, int]:
        """How often a report cites each document; the figures of one that has not changed are not looked at."""
        if report.body is None:
            return cited_documents(report)
        decided = (report.body.digest, tuple(revision.document for revision in report.revisions))
        if decided not in self.cited:
            self.cited[decided] = cited_documents(report)
        return self.cited[decided]
