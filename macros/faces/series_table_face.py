"""The figures of an indicator over the periods as a table: those of each kind of period below each other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from macros import addresses, vietnamese
from macros.comparing.comparison import Change
from macros.faces import change_size, phrases, revision_text
from macros.faces.axis import gaps_between
from macros.faces.derived import Derived
from macros.faces.linked_text import Linked, Part
from macros.faces.parts import CellFace, CorrectedFace, StateFace, cell_face, corrected_face, state_face
from macros.record import Catalogue, Indicator, Observation, PeriodKind, Report
from macros.wording import charts, comparison
from macros.wording import indicator as wording

Entries = Sequence[tuple[Report, Observation]]


@dataclass(frozen=True, slots=True)
class ChangeCell:
    """What became of a figure since the period before: how it is told, where all changes are, what a phone names."""

    text: str
    address: str
    label: str


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A figure of the indicator: its period with the address of its row, and what the table says of it.

    `published` says when it was first public; `cell` is None where there is no figure. `below` are the sentences that
    stand between it and the figure before: reports that are missing, `broken` that the indicator counts something else.
    """

    period: Part
    published: str
    cell: CellFace | None
    corrected: CorrectedFace | None
    unit: str
    target: str
    change: ChangeCell | None
    state: StateFace
    note: Linked
    below: tuple[str, ...]
    broken: str


@dataclass(frozen=True, slots=True)
class SeriesGroup:
    """The figures over periods of one kind, the newest first; a `heading` where there are other kinds."""

    heading: str
    rows: tuple[SeriesRow, ...]


@dataclass(frozen=True, slots=True)
class SeriesTable:
    """The whole table. `has_targets`: a figure has a target, so that there is a column of them."""

    caption: str
    has_targets: bool
    unit_is_sign: bool
    groups: tuple[SeriesGroup, ...]


def series_table(
    indicator: Indicator, series: Entries, derived: Derived, before: Mapping[PeriodKind, Report] | None = None
) -> SeriesTable:
    """The table of an indicator; `series` are reports with their rows, newest first.

    Where the table is one of several, `before` are the reports of each kind that come before those in it.
    """
    kinds, before = dict.fromkeys(report.period.kind for report, _ in series), before or {}
    several = len(kinds) > 1
    groups = (
        SeriesGroup(
            charts.GROUP.format(by_period=charts.BY_PERIOD[kind]) if several else "",
            tuple(_rows([entry for entry in series if entry[0].period.kind is kind], before.get(kind), derived)),
        )
        for kind in kinds
    )
    return SeriesTable(
        wording.TABLE_CAPTION_KINDS if several else wording.TABLE_CAPTION,
        any(observation.target is not None for _, observation in series),
        indicator.unit is not None and indicator.unit.label == phrases.PER_CENT,
        tuple(groups),
    )


def _rows(entries: Entries, before: Report | None, derived: Derived) -> Iterator[SeriesRow]:
    """The rows of one kind of period; the oldest is held against the report `before`, which stands on another page."""
    for (report, observation), earlier in zip(entries, [*(report for report, _ in entries[1:]), before], strict=True):
        below: tuple[str, ...] = ()
        broken = ""
        if earlier is not None:
            gaps = gaps_between(earlier, report, derived.places)
            below = tuple(gap.told for gap in gaps)
            sentence = wording.BREAK_OF_PAGE if earlier is before else wording.BREAK
            broken = _broken(observation.indicator, earlier, report, sentence)
        change = derived.changes_before(report).get(observation.key)
        yield _row(report, observation, derived.catalogue, change, below, broken)


def _row(
    report: Report,
    observation: Observation,
    catalogue: Catalogue,
    change: Change | None,
    below: tuple[str, ...],
    broken: str,
) -> SeriesRow:
    indicator, history = observation.indicator, catalogue.history
    is_blank = observation.value is None
    was = revision_text.correction(report, observation, history)
    return SeriesRow(
        # The tables of all indicators say the same of a report: said once, they take a third less memory.
        period=Part(intern(report.period.label), addresses.row(report, indicator)),
        published=intern(revision_text.first_text(report, indicator.key, history)),
        cell=None if is_blank else cell_face(observation),
        corrected=corrected_face(was, observation, is_blank),
        unit=indicator.unit.label if indicator.unit and not is_blank else "",
        target=phrases.target_amount(observation) or "",
        change=_change(change, report) if change else None,
        state=_state(state_face(observation)),
        note=tuple(phrases.note_parts(observation, catalogue)),
        below=below,
        broken=broken,
    )


@lru_cache(maxsize=256)
def _state(face: StateFace) -> StateFace:
    """The one of equal faces that all rows share."""
    return face


def _change(change: Change, report: Report) -> ChangeCell:
    text = change_size.size_text(change) or vietnamese.inside(comparison.KIND_LABELS[change.kind])
    before = change.before
    label = wording.CELL_CHANGE.format(period=vietnamese.inside(before.period.label)) if before else ""
    return ChangeCell(text, intern(addresses.comparison(report)), intern(label))


def _broken(indicator: Indicator, earlier: Report, report: Report, sentence: str) -> str:
    broken = indicator.break_between(earlier.period, report.period)
    if broken is None:
        return ""
    return sentence.format(period=vietnamese.inside(broken.period.label), reason=broken.reason)
