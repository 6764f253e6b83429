"""The one semantic difference: two periods, or two revisions of one, row by row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from macros.comparing.comparability import Unlike, unlike
from macros.comparing.data_windows import unequal_windows
from macros.comparing.precision import Counts, counts, decimal, half_unit
from macros.record import Indicator, Observation, Report, SeriesKey, Status, series_key


class ChangeKind(StrEnum):
    """What became of a row. Amounts are revised within a period, and rise or fall from one period to another."""

    REVISED = "revised"
    ROSE = "rose"
    FELL = "fell"
    WITHIN_ROUNDING = "within-rounding"
    APPEARED = "appeared"
    BECAME_NOT_REPORTED = "became-not-reported"
    BECAME_NOT_APPLICABLE = "became-not-applicable"
    BECAME_PENDING = "became-pending"
    CODE_CHANGED = "code-changed"
    TEXT_CHANGED = "text-changed"
    TARGET_ONLY = "target-only"
    NOTE_ONLY = "note-only"
    DEFINITION_CHANGED = "definition-changed"
    NEW_INDICATOR = "new-indicator"
    ENDED_INDICATOR = "ended-indicator"
    NOT_COMPARABLE = "not-comparable"
    UNCHANGED = "unchanged"


# What became of a row whose status is another: by its new one.
BECAME = dict.fromkeys(Status, ChangeKind.APPEARED) | {
    Status.NOT_REPORTED: ChangeKind.BECAME_NOT_REPORTED,
    Status.NOT_APPLICABLE: ChangeKind.BECAME_NOT_APPLICABLE,
    Status.PENDING: ChangeKind.BECAME_PENDING,
}
# What became of an amount, by the sign of its difference; None where that is not known.
MOVED = {1: ChangeKind.ROSE, 0: ChangeKind.UNCHANGED, -1: ChangeKind.FELL, None: ChangeKind.WITHIN_ROUNDING}
# What a definition says beside what it measures.
_DEFINED = ("label", "printed_number", "printed_unit", "definition", "cumulative")


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one row: how it stood before and after; None where the report did not have it.

    `converted` is the sum of the ended indicators' figures that an indicator continues, where the earlier report had
    those instead. `difference` is after less before, in the unit of the row (percentage points for a rate), and
    `relative` the same in per cent of the figure before; both None where they would mean nothing: for coded answers,
    words, blanks, figures that do not compare, of which `unlike` says why, and figures rounded too coarsely to tell
    which is larger. Where the counts of a rate are known, they are the `sides`, and the difference is that of their
    quotients. `windows` are the days of either report where one collected its figures for longer.
    """

    kind: ChangeKind
    before: Observation | None
    after: Observation | None
    converted: Decimal | None = None
    difference: Decimal | None = None
    unlike: Unlike | None = None
    note_changed: bool = False
    defined_otherwise: tuple[str, ...] = ()
    sides: tuple[Counts, Counts] | None = None
    windows: tuple[int, int] | None = None

    @property
    def indicator(self) -> Indicator:
        """The row, as it is defined now."""
        row = self.after or self.before
        assert row is not None
        return row.indicator

    @property
    def key(self) -> SeriesKey:
        """By what the row is found now."""
        row = self.after or self.before
        assert row is not None
        return row.key

    @property
    def relative(self) -> Decimal | None:
        """The difference in per cent of the figure before; none for rates, from 0, and where a figure is below 0."""
        base = self.base
        if self.difference is None or not base or not self.indicator.kind.is_relative:
            return None
        return None if min(base, base + self.difference) < 0 else self.difference * 100 / base

    @property
    def base(self) -> Decimal | None:
        """The amount that the difference is counted from."""
        if self.converted is not None:
            return self.converted
        return self.before.amount if self.before else None

    @property
    def size(self) -> Decimal:
        """How large the change is beside others: in per cent, or in percentage points for a rate.

        Where a figure is below 0, which has no per cent, it is measured by the larger of the two.
        """
        base, difference = self.base, self.difference
        if base is None or difference is None:
            return Decimal(-1)
        if not self.indicator.kind.is_relative or not difference:
            return abs(difference)
        if not base:
            return Decimal("Infinity")
        measure = base if self.relative is not None else max(abs(base), abs(base + difference))
        return abs(difference) * 100 / measure


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports, or two revisions of one, and what became of every row of either, in the order of the form."""

    before: Report
    after: Report
    changes: tuple[Change, ...]

    @property
    def of_revisions(self) -> bool:
        """Whether both sides are states of one period's report."""
        return self.before.period == self.after.period

    @property
    def changed(self) -> tuple[Change, ...]:
        """Every row that is not as it was."""
        return tuple(change for change in self.changes if change.kind is not ChangeKind.UNCHANGED)

    def of_kind(self, *kinds: ChangeKind) -> tuple[Change, ...]:
        """The rows of which one of these became."""
        return tuple(change for change in self.changes if change.kind in kinds)


def by_size(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """The changes, the largest first; those without a size last, in their own order."""
    return tuple(sorted(changes, key=lambda change: change.size, reverse=True))


def compare(before: Report, after: Report, indicators: Mapping[str, Indicator]) -> Comparison:
    """What changed from one report to the other.

    `indicators` are the definitions of today, by id: they say which id was once another, and which ended indicators
    continue in a new one. A row's definition is that of its own report, which for an earlier revision may be older.
    """
    former = {series_key(old, row.form): row.key for row in indicators.values() for old in row.former_ids}
    old = {former.get(key, key): row for key, row in before.by_key.items()}
    new = {former.get(key, key): row for key, row in after.by_key.items()}
    figures = _Figures(before, after, old, indicators)
    return Comparison(before, after, tuple(figures.change(old.get(key), new.get(key)) for key in _merged(old, new)))


def _merged(old: Mapping[SeriesKey, Observation], new: Mapping[SeriesKey, Observation]) -> Iterator[SeriesKey]:
    """The keys of both, in the order of the new rows; what is gone stands behind the row that it followed."""
    gone: dict[SeriesKey | None, list[SeriesKey]] = {}
    last: SeriesKey | None = None
    for key in old:
        if key in new:
            last = key
        else:
            gone.setdefault(last, []).append(key)
    yield from gone.get(None, ())
    for key in new:
        yield key
        yield from gone.get(key, ())


@dataclass(frozen=True, slots=True)
class _Figures:
    """The two reports of one comparison, from which each row is judged."""

    before: Report
    after: Report
    old: Mapping[SeriesKey, Observation]
    indicators: Mapping[str, Indicator]

    def change(self, old: Observation | None, new: Observation | None) -> Change:
        if new is None:
            return Change(ChangeKind.ENDED_INDICATOR, old, None)
        if old is None:
            return self._continued(new) if new.indicator.conversion else Change(ChangeKind.NEW_INDICATOR, None, new)
        why = unlike(self.before, self.after, old.indicator, new.indicator)
        redefined = tuple(name for name in _DEFINED if getattr(old.indicator, name) != getattr(new.indicator, name))
        noted = _beside(old) != _beside(new)
        aimed = old.target != new.target
        sides = self._counts(new.indicator) if why is None else None
        difference = self._difference(old, new, sides) if why is None else None
        kind = self._kind(old, new, why, bool(redefined), difference)
        if kind is ChangeKind.UNCHANGED and (aimed or noted):
            kind = ChangeKind.TARGET_ONLY if aimed else ChangeKind.NOTE_ONLY
        windows = unequal_windows(self.before, self.after)
        return Change(kind, old, new, None, difference, why, noted, redefined, sides, windows)

    def _counts(self, row: Indicator) -> tuple[Counts, Counts] | None:
        """The counts of a rate in either report; of two revisions the printed figures are told: they were corrected."""
        if self._of_revisions:
            return None
        before, after = counts(self.before, row), counts(self.after, row)
        return (before, after) if before and after else None

    @property
    def _of_revisions(self) -> bool:
        return self.before.period == self.after.period

    def _difference(self, old: Observation, new: Observation, sides: tuple[Counts, Counts] | None) -> Decimal | None:
        """After less before; None where the two were rounded too coarsely to tell which is larger."""
        if old.amount is None or new.amount is None:
            return None
        if sides is not None:
            return decimal(sides[1].percent - sides[0].percent)
        return _beyond(new.amount - old.amount, half_unit(old) + half_unit(new))

    def _kind(
        self, old: Observation, new: Observation, why: Unlike | None, redefined: bool, difference: Decimal | None
    ) -> ChangeKind:
        if why in (Unlike.BREAK, Unlike.MEASURE):
            return ChangeKind.DEFINITION_CHANGED
        if old.value is not None and new.value is not None and why is not None:
            return ChangeKind.NOT_COMPARABLE
        if old.status is not new.status:
            return BECAME[new.status]
        if old.value is not None and new.value is not None:
            changed = self._changed(old, new, difference)
            if changed is not ChangeKind.UNCHANGED:
                return changed
        return ChangeKind.DEFINITION_CHANGED if redefined else ChangeKind.UNCHANGED

    def _same(self, old: Observation, new: Observation) -> bool:
        """Whether two values are the same; between revisions, 43.7 and 43.70 are not."""
        return old.machine_text == new.machine_text if self._of_revisions else old.value == new.value

    def _changed(self, old: Observation, new: Observation, difference: Decimal | None) -> ChangeKind:
        both = old.amount is not None and new.amount is not None
        if both and not self._of_revisions:
            return _moved(difference)
        if self._same(old, new):
            return ChangeKind.UNCHANGED
        if both:
            return ChangeKind.REVISED
        return ChangeKind(new.indicator.kind.changed)

    def _continued(self, new: Observation) -> Change:
        """An indicator that the earlier report did not have, held against those that it continues."""
        row = new.indicator
        if not self._reaches(row):
            return Change(ChangeKind.NEW_INDICATOR, None, new)
        converted = self._converted(row)
        why = Unlike.INCOMPLETE if converted is None else unlike(self.before, self.after, row, row)
        if converted is None or why is not None or new.amount is None:
            return Change(ChangeKind.NEW_INDICATOR, None, new, unlike=why)
        difference = _beyond(new.amount - converted, half_unit(new) + self._slack(row))
        windows = unequal_windows(self.before, self.after)
        return Change(_moved(difference), None, new, converted, difference, windows=windows)

    def _reaches(self, row: Indicator) -> bool:
        """Whether the earlier report has any of the indicators that a row continues, directly or through others."""
        return any(
            part.series in self.old
            or (part.indicator in self.indicators and self._reaches(self.indicators[part.indicator]))
            for part in row.conversion
        )

    def _slack(self, row: Indicator) -> Decimal:
        """By how much the true sum of the ended indicators' figures may differ from that of the printed ones."""
        total = Decimal(0)
        for part in row.conversion:
            found, ended = self.old.get(part.series), self.indicators.get(part.indicator)
            slack = half_unit(found) if found is not None else self._slack(ended) if ended is not None else Decimal(0)
            total += abs(part.factor) * slack
        return total

    def _converted(self, row: Indicator) -> Decimal | None:
        """The sum that the ended indicators' figures make, through their own predecessors where need be."""
        total = Decimal(0)
        for part in row.conversion:
            found = self.old.get(part.series)
            ended = self.indicators.get(part.indicator)
            if found is not None:
                value = found.amount
            else:
                value = self._converted(ended) if ended is not None and ended.conversion else None
            if value is None:
                return None
            total += part.factor * value
        # Nobody has published the sum: its last zeros say nothing about how exact it is.
        return total.normalize()


def _beyond(difference: Decimal, slack: Decimal) -> Decimal | None:
    """The difference of two rounded figures; None where their true numbers may stand the other way round."""
    return None if difference and abs(difference) < slack else difference


def _moved(difference: Decimal | None) -> ChangeKind:
    return MOVED[None if difference is None else (difference > 0) - (difference < 0)]


def _beside(observation: Observation) -> tuple[object, ...]:
    """What a row says beside its value and its target."""
    return observation.note, observation.persons, observation.expected, observation.reason
