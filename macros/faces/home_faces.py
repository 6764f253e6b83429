"""What the home page lists beside its key figures: the sections of the form, and what was corrected lately."""

from dataclasses import dataclass

from macros import addresses
from macros.faces import phrases, revision_text
from macros.faces.derived import Derived
from macros.faces.linked_text import Part
from macros.record import Catalogue, Edition, Section
from macros.wording import home as wording

_MOST_CORRECTIONS = 3


@dataclass(frozen=True, slots=True)
class SectionLine:
    """A section: its id, which has a drawing, its number and label, and how much of it the newest report has."""

    id: str
    address: str
    number: str
    label: str
    count: str


@dataclass(frozen=True, slots=True)
class SectionListFace:
    """The sections of the form, in its order."""

    sections: tuple[SectionLine, ...]


def section_list_face(catalogue: Catalogue) -> SectionListFace:
    """The sections with the newest report."""
    return SectionListFace(tuple(_section(section, catalogue) for section in catalogue.sections))


def _section(section: Section, catalogue: Catalogue) -> SectionLine:
    rows = [row for row in catalogue.latest.observations if row.indicator.section == section.id]
    figures = [row for row in rows if row.indicator.kind.holds_value]
    reported = sum(1 for row in figures if row.value is not None)
    count = wording.SECTION_COUNT.format(figures=len(figures), reported=reported)
    return SectionLine(section.id, addresses.section(section), section.number, section.label, count)


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """A revision that changed figures: of which report, why, and how many."""

    revision: Part
    reason: str
    count: str


@dataclass(frozen=True, slots=True)
class RecentCorrectionsFace:
    """The newest revisions that changed figures, newest first."""

    corrections: tuple[CorrectionLine, ...]


def recent_corrections_face(derived: Derived, kept: bool = False) -> RecentCorrectionsFace:
    """What was corrected lately, in the newest few; nothing on a page that is `kept` as it was."""
    recent = [] if kept else revision_text.recent_corrections(derived.catalogue, _MOST_CORRECTIONS)
    return RecentCorrectionsFace(tuple(_correction(edition, derived) for edition in recent))


def _correction(edition: Edition, derived: Derived) -> CorrectionLine:
    report = phrases.report_title(derived.catalogue.reports_by_key[edition.report])
    told = wording.CORRECTION.format(report=report, revision=revision_text.revision_text(edition.revision))
    return CorrectionLine(
        Part(told, derived.entry(edition)), edition.revision.reason, revision_text.count_text(edition)
    )
