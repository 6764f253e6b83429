"""Which periods have a slot on the axis of a chart: those with a report, and those between them that have none.

A chart that closes up over a report that is not there would draw two years as one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import gcd

from macros.faces.phrases import inside
from macros.record import Catalogue, Indicator, Period, PeriodKind, Report, ReportKey
from macros.wording import numbers

# A longer run of periods without a report takes one slot: more would leave none for the figures.
MOST_MISSING = 6
# The periods that a year always holds. Offices number weeks in their own ways, so nobody misses a 53rd.
_EVERY_YEAR = {
    PeriodKind.WEEK: 52,
    PeriodKind.MONTH: 12,
    PeriodKind.QUARTER: 4,
    PeriodKind.HALF_YEAR: 2,
    PeriodKind.NINE_MONTHS: 1,
    PeriodKind.YEAR: 1,
}
# Kinds of which agencies leave out every second, where a longer period ends on the same day.
_THINNED = (PeriodKind.QUARTER, PeriodKind.HALF_YEAR)


@dataclass(frozen=True, slots=True)
class Slot:
    """A period with its report, or `count` periods in a row without one, from `first` to `last`."""

    first: Period
    last: Period
    count: int
    report: Report | None

    def asks(self, indicator: Indicator) -> bool:
        """Whether it has a report whose form has the row."""
        last = indicator.last_period
        if self.report is None or (last is not None and self.first.order > last.order):
            # Nobody need read a report for a row that has ended before.
            return False
        return indicator.key in self.report.by_key

    @property
    def told(self) -> str:
        """That there is no report, as a sentence."""
        if self.count == 1:
            return numbers.NO_REPORT.format(period=inside(self.first.label))
        first, last = inside(self.first.label), inside(self.last.label)
        return numbers.NO_REPORTS.format(count=self.count, first=first, last=last)


Axis = tuple[Slot, ...]


def axes(catalogue: Catalogue) -> dict[PeriodKind, Axis]:
    """The axis of every kind of period that has a report, oldest first; the kind of the newest report first."""
    reports: dict[PeriodKind, dict[ReportKey, Report]] = {}
    for report in catalogue.reports:
        reports.setdefault(report.period.kind, {})[report.key] = report
    return {kind: tuple(_slots(kind, found, catalogue)) for kind, found in reports.items()}


def _slots(kind: PeriodKind, reports: dict[ReportKey, Report], catalogue: Catalogue) -> Iterator[Slot]:
    numbers = _numbers(kind, {key.period.number for key in reports}, catalogue)
    oldest, newest = min(reports, key=_order), max(reports, key=_order)
    years = range(oldest.period.year, newest.period.year + 1)
    between = [ReportKey(Period(year, kind, n), newest.form) for year in years for n in numbers]
    due = [key for key in between if _order(oldest) < _order(key) < _order(newest)]
    for has_report, run in groupby(sorted({*reports, *due}, key=_order), key=reports.__contains__):
        keys = list(run)
        if has_report or len(keys) <= MOST_MISSING:
            yield from (Slot(key.period, key.period, 1, reports.get(key)) for key in keys)
        else:
            yield Slot(keys[0].period, keys[-1].period, len(keys), None)


def _order(key: ReportKey) -> tuple[int, int, int, int]:
    """The order of periods; of the last two weeks of a year the 53rd comes last."""
    return *key.period.order, key.period.number


def _numbers(kind: PeriodKind, reported: set[int], catalogue: Catalogue) -> Sequence[int]:
    """The periods of each year that a report is looked for on.

    Those of the agency's schedule, as long as its reports keep to it. Else all that a year holds, or of quarters and
    half-years every second or fourth where none stands between.
    """
    schedule = catalogue.agency.schedule
    every_year = _EVERY_YEAR[kind]
    scheduled = schedule.periods if schedule else ()
    due = {number for due_kind, number in scheduled if due_kind is kind and number <= every_year}
    known = due | {number for number in reported if number <= every_year}
    if known == due:
        return sorted(due)
    if kind not in _THINNED:
        return range(1, every_year + 1)
    step = gcd(every_year, *(late - early for early, late in pairwise(sorted(known))))
    return range(min(known) % step or step, every_year + 1, step)


def places(made: Mapping[PeriodKind, Axis]) -> dict[ReportKey, tuple[Axis, int]]:
    """On which axis each report has its slot, and where."""
    slots = ((slot.report, axis, n) for axis in made.values() for n, slot in enumerate(axis))
    return {report.key: (axis, n) for report, axis, n in slots if report is not None}


def gaps_between(earlier: Report, later: Report, known: Mapping[ReportKey, tuple[Axis, int]]) -> list[Slot]:
    """What is missing between two reports on periods of one kind, newest first."""
    (axis, first), (_, last) = known[earlier.key], known[later.key]
    return [slot for slot in axis[first:last] if slot.report is None][::-1]
