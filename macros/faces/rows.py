"""Rows of the annex as a reader goes through them: their marks, and what they can be chosen by."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.comparing.comparison import Change
from macros.faces import phrases
from macros.faces.change_text import STILL, cell_text
from macros.faces.meaning import Doubt, doubt
from macros.record import Indicator, Observation, Question, ReadingNote, Report, Section, SeriesKey, Status
from macros.wording import annex


@dataclass(frozen=True, slots=True)
class RowMarks:
    """What stands below a row of the annex: at most one open line, and what is folded.

    `doubt` is a failing hard check or an open question; `answered` are questions that have their answer.
    """

    doubt: Doubt | None
    answered: tuple[Question, ...]
    notes: tuple[ReadingNote, ...]

    def __bool__(self) -> bool:
        return bool(self.doubt or self.answered or self.notes)


def row_marks(report: Report, indicator: Indicator, kept: bool = False) -> RowMarks:
    """What stands below a row; `kept` as of `meaning.doubt`."""
    answered = tuple(question for question in report.questions_at.get(indicator.key, ()) if not question.open)
    return RowMarks(doubt(report, indicator, kept), answered, report.notes_at.get(indicator.key, ()))


def section_texts(report: Report, section: Section) -> list[str]:
    """The labels and notes that a section shows in a report, in order."""
    rows = [(row, report.observation(row.key)) for row in section.indicators]
    return [text for row, figure in rows if figure for text in (row.label, phrases.note_text(figure)) if text]


def section_states(report: Report, section: Section) -> list[str]:
    """Why rows of a section have no value in a report: each state once, in order."""
    rows = [report.by_key[row.key] for row in section.indicators if row.key in report.by_key]
    blank = [phrases.state(row) for row in rows if row.value is None and row.status is not Status.HEADING]
    return list(dict.fromkeys(blank))


@dataclass(frozen=True, slots=True)
class ChangeColumn:
    """What the annex can show in its column of changes: what became of each row since one report, by its key.

    `windows` are the days for which either report collected figures, the earlier first, where one did so for longer.
    """

    before: Report
    changes: Mapping[SeriesKey, Change]
    windows: tuple[int, int] | None = None


def row_changes(columns: Sequence[ChangeColumn], indicator: Indicator) -> list[tuple[int, Change, str]]:
    """What is said of a row in each column of changes, with the number of the column; columns that say nothing lack."""
    found = [(n, column.changes.get(indicator.key)) for n, column in enumerate(columns, 1)]
    told = [(n, change, cell_text(change)) for n, change in found if change is not None]
    return [(n, change, words) for n, change, words in told if words]


_ALL, _CHANGED = "tat-ca", "thay-doi"


def row_traits(report: Report, observation: Observation, changes: Mapping[SeriesKey, Change]) -> list[str]:
    """What a reader can choose a row by. `changes` are those since the period before, by the keys of the rows."""
    traits = ["trong" if observation.value is None else "co-so-lieu"]
    change = changes.get(observation.key)
    if change is not None and change.kind not in STILL:
        traits.append(_CHANGED)
    return [*traits, "luu-y"] if row_marks(report, observation.indicator) else traits


@dataclass(frozen=True, slots=True)
class RowChoice:
    """A choice of rows: its name in the address, its label, and how many figures have it."""

    trait: str
    label: str
    count: int


def row_choices(report: Report, changes: Mapping[SeriesKey, Change]) -> list[RowChoice]:
    """The choices of rows that the annex offers; changed rows only where there is a period before."""
    figures = [row for row in report.observations if row.indicator.kind.holds_value]
    counts = Counter(trait for row in figures for trait in row_traits(report, row, changes))
    counts[_ALL] = len(figures)
    offered = [(trait, label) for trait, label in annex.CHOICES.items() if changes or trait != _CHANGED]
    return [RowChoice(trait, label, counts[trait]) for trait, label in offered]


@dataclass(frozen=True, slots=True)
class SectionTally:
    """How many figures a section has in a report, how many of them have a value, how many are to be made clear."""

    figures: int
    reported: int
    marked: int


def section_tally(report: Report, section: Section) -> SectionTally:
    """What a folded section says of itself."""
    rows = [report.by_key[row.key] for row in section.indicators if row.key in report.by_key]
    figures = [row for row in rows if row.indicator.kind.holds_value]
    return SectionTally(
        len(figures),
        sum(1 for row in figures if row.value is not None),
        sum(1 for row in figures if doubt(report, row.indicator)),
    )
