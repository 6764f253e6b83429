"""What the page of every revision of every report says; the feed tells the newest of the same."""

from dataclasses import dataclass

from macros import addresses
from macros.faces import phrases, revision_text
from macros.faces.edition_face import EditionFace, edition_face
from macros.faces.linked_text import Part
from macros.record import Catalogue
from macros.wording import revisions


@dataclass(frozen=True, slots=True)
class YearFace:
    """The revisions of one year, newest first, or those of which the year is not known."""

    year: str
    editions: tuple[EditionFace, ...]


@dataclass(frozen=True, slots=True)
class HistoryFace:
    """The page: why the history may not be whole, "" where it is, the files that could not be read, and all revisions.

    `drafts` are the reports of which nothing has been published yet.
    """

    incomplete: str
    unreadable: tuple[str, ...]
    years: tuple[YearFace, ...]
    drafts: tuple[Part, ...]

    @property
    def editions(self) -> tuple[EditionFace, ...]:
        """The revisions of all years, newest first."""
        return tuple(edition for year in self.years for edition in year.editions)


def history_face(catalogue: Catalogue) -> HistoryFace:
    """The face of the page."""
    years = revision_text.by_year(revision_text.public_editions(catalogue.history))
    return HistoryFace(
        incomplete=revisions.KNOWLEDGE_TEXTS[catalogue.history.knowledge],
        unreadable=tuple(catalogue.history.unreadable),
        years=tuple(
            YearFace(year, tuple(edition_face(edition, catalogue) for edition in editions)) for year, editions in years
        ),
        drafts=tuple(
            Part(phrases.report_title(report), addresses.report(report)) for report in revision_text.drafts(catalogue)
        ),
    )
