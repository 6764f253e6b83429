"""The list of all indicators: by section with their newest figures, and by letter."""

from dataclasses import dataclass

from macros import addresses, vietnamese
from macros.faces import meaning, phrases
from macros.faces.derived import Derived
from macros.faces.letters_face import LetterFace, letter_faces
from macros.faces.linked_text import Linked, Part, filled
from macros.faces.parts import short_doubt
from macros.faces.sparks import SparkFace
from macros.record import Indicator, Report, ReportStatus, Section
from macros.wording import indicator as wording


@dataclass(frozen=True, slots=True)
class FigureFace:
    """The newest figure of an indicator in a line, or why there is none; `spark` is how it went."""

    text: str
    is_blank: bool
    spark: SparkFace | None
    doubt: Part | None


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A row of the form: how far below its section it stands, its name with its page, and its figure; None for a
    heading, which has no page either."""

    level: int
    name: Part
    figure: FigureFace | None


@dataclass(frozen=True, slots=True)
class IndexSection:
    """A section of the form and the rows below it."""

    anchor: str
    address: str
    heading: Linked
    rows: tuple[IndexRow, ...]


@dataclass(frozen=True, slots=True)
class IndicatorIndexFace:
    """The whole list; `figures` says whose figures stand in it, and `status` how final these are."""

    figures: str
    status: ReportStatus
    sections: tuple[IndexSection, ...]
    letters: tuple[LetterFace, ...]


def indicator_index_face(derived: Derived) -> IndicatorIndexFace:
    """The indicators of a catalogue, with the figures of its newest report."""
    catalogue = derived.catalogue
    report = catalogue.latest
    return IndicatorIndexFace(
        wording.INDEX_FIGURES.format(report=phrases.report_title(report)),
        report.status,
        tuple(_section(section, report, derived) for section in catalogue.sections),
        letter_faces(catalogue),
    )


def _section(section: Section, report: Report, derived: Derived) -> IndexSection:
    label = Part(section.label, printed=True)
    return IndexSection(
        f"nhom-{section.number.lower()}",
        addresses.section(section),
        filled(wording.INDEX_SECTION, number=section.number, section=label),
        tuple(_row(row, report, derived) for row in section.indicators[1:]),
    )


def _row(row: Indicator, report: Report, derived: Derived) -> IndexRow:
    level, name = len(derived.catalogue.ancestors(row)), phrases.numbered(row)
    if not row.kind.holds_value:
        return IndexRow(level, Part(name, printed=True), None)
    return IndexRow(level, Part(name, addresses.indicator(row), printed=True), _figure(row, report, derived))


def _figure(row: Indicator, report: Report, derived: Derived) -> FigureFace:
    observation = report.observation(row.key)
    if observation is None:
        ended = vietnamese.inside(meaning.ended(row, derived.catalogue))
        return FigureFace(ended or wording.INDEX_NO_ROW, True, None, None)
    return FigureFace(
        phrases.figure_text(observation),
        observation.value is None,
        derived.spark(report, row),
        short_doubt(meaning.doubt(report, row)),
    )
