"""One revision of a report as it is told: on the page of all of them, in the feed, and on the report itself."""

import datetime
from dataclasses import dataclass

from macros import addresses
from macros.comparing.comparison import Change, Comparison
from macros.faces import change_size, change_text, phrases, revision_text
from macros.faces.linked_text import Part
from macros.faces.series_pages import SeriesPages
from macros.record import Catalogue, Edition, Indicator, Revision, Standing
from macros.wording import history


@dataclass(frozen=True, slots=True)
class RevisedRowFace:
    """A row that a revision changed: where it is printed, its name, from what to what, and what has become of it.

    `sentence` says the same in one line.
    """

    where: str
    name: Part
    values: str
    fate: str
    sentence: str


@dataclass(frozen=True, slots=True)
class EditionFace:
    """A revision: of which report, which of its revisions, what kind of one, why, and what it changed.

    `rows` is None where that is not known. `declared` is the day that it states, `recorded` the moment in git; either
    is None where it is not known. `number` tells it apart from every other of the site: "2031-S1/v2".
    """

    number: str
    address: str
    anchor: str
    report: str
    revision: str
    standing: Standing
    kind: str
    reason: str
    document: Part | None
    known: str
    rows: tuple[RevisedRowFace, ...] | None
    declared: datetime.date | None
    recorded: datetime.datetime | None


def edition_face(edition: Edition, catalogue: Catalogue, pages: SeriesPages) -> EditionFace:
    """The face of a revision of a report that the catalogue has; `pages` are those of its indicators."""
    revision, recording = edition.revision, edition.recording
    return EditionFace(
        number=f"{edition.period}/v{revision.number}",
        address=addresses.edition(edition),
        anchor=addresses.edition_anchor(edition),
        report=phrases.report_title(catalogue.reports_by_key[edition.report]),
        revision=revision_text.revision_text(revision),
        standing=edition.standing,
        kind=revision_text.title(edition),
        reason=revision.reason,
        document=revision_document(revision, catalogue),
        known=_known(edition, catalogue),
        rows=revised_rows(edition, catalogue, pages),
        declared=revision.date,
        recorded=recording.moment if recording else None,
    )


def _known(edition: Edition, catalogue: Catalogue) -> str:
    """What git knows of a revision, and how much that changed, where this is known."""
    standing = phrases.opening(revision_text.standing_text(edition, catalogue.history))
    if not edition.changes:
        return standing
    return history.ENTRY_TOLD.format(standing=standing, changes=revision_text.count_text(edition))


def revision_document(revision: Revision, catalogue: Catalogue) -> Part | None:
    """The document that a revision rests on; None where it names none, or one that the register does not have."""
    document = catalogue.documents.get(revision.document or "")
    return Part(phrases.document_title(document), addresses.document(document)) if document else None


def revised_rows(edition: Edition, catalogue: Catalogue, pages: SeriesPages) -> tuple[RevisedRowFace, ...] | None:
    """The rows that a revision changed; None where that is not known."""
    if edition.changes is None:
        return None
    comparison = revision_text.comparison(edition, catalogue)
    if comparison is None:
        return ()

    def page(row: Indicator) -> str | None:
        return f"{pages.address(row, edition.report)}#lich-su" if addresses.has_page(row) else None

    changed = comparison.changed
    return tuple(_revised_row(change, comparison, catalogue, page(change.indicator)) for change in changed)


def _revised_row(change: Change, comparison: Comparison, catalogue: Catalogue, page: str | None) -> RevisedRowFace:
    row, size = change.indicator, change_size.size_text(change)
    fate = phrases.inside(change_text.kind_label(change.kind, comparison))
    return RevisedRowFace(
        where=change_text.reference(row, catalogue),
        name=Part(catalogue.names.get(row.key, row.title), page, printed=True),
        values=change_text.values_text(change),
        fate=f"{fate}; {size}" if size else fate,
        sentence=change_text.sentence(change, comparison, catalogue),
    )
