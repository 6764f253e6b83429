"""When the invented agency reports: its periods, the span of their data and the days on which it publishes."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import NamedTuple

from macros.record import Period, PeriodKind
from tests.demo import MOST_PERIODS

FIRST_YEAR = 2031
# What a year holds; a demonstration of many periods has more kinds of them, so that its years do not run away.
_FEW = ("Q1", "S1", "Q3", "N1", "A1")
_MORE = (*_FEW, *(f"M{month:02d}" for month in range(1, 13)))
_MOST = (*_MORE, "Q2", "Q4", *(f"W{week:02d}" for week in range(1, 53)))
_PLANS = ((40, _FEW), (150, _MORE), (MOST_PERIODS, _MOST))
# Never reported on, as it happens: the year's report was due and did not come.
NEVER_PUBLISHED = Period(FIRST_YEAR + 2, PeriodKind.YEAR, 1)
_QUARTER_ENDS = {1: 3, 2: 6, 3: 9, 4: 12}


class Span(NamedTuple):
    """The first and the last day of a period's data, and whether they accumulate from the start of the year."""

    start: datetime.date
    end: datetime.date
    cumulative: bool


@dataclass(frozen=True, slots=True)
class Timetable:
    """The periods of a demonstration, earliest first, and the kinds of period that each of its years has."""

    periods: tuple[Period, ...]
    yearly: tuple[str, ...]

    def first_of(self, year: int) -> Period:
        """The period of a year that ends first."""
        return self._of(year)[0]

    def last_of(self, year: int) -> Period:
        """The period of a year that ends last."""
        return self._of(year)[-1]

    @property
    def years(self) -> Sequence[int]:
        return range(FIRST_YEAR, self.periods[-1].year + 1)

    def _of(self, year: int) -> tuple[Period, ...]:
        return _in_order(year, self.yearly)


def timetable(periods: int) -> Timetable:
    """The first so many periods that the invented agency reports on; from 1 to MOST_PERIODS."""
    yearly = next(kinds for most, kinds in _PLANS if periods <= most)
    years = range(FIRST_YEAR, FIRST_YEAR + periods)
    due = (period for year in years for period in _in_order(year, yearly))
    published = (period for period in due if period != NEVER_PUBLISHED)
    return Timetable(tuple(islice(published, periods)), yearly)


@cache
def _in_order(year: int, kinds: tuple[str, ...]) -> tuple[Period, ...]:
    return tuple(sorted((Period.parse(f"{year}-{kind}") for kind in kinds), key=lambda period: period.order))


def span(period: Period) -> Span:
    """The data of a period: from the 15th to the 14th of a month, of a month from the 21st to the 20th."""
    year, number = period.year, period.number
    before = datetime.date(year - 1, 12, 15)
    match period.kind:
        case PeriodKind.WEEK:
            monday = datetime.date.fromisocalendar(year, number, 1)
            return Span(monday, monday + datetime.timedelta(6), False)
        case PeriodKind.MONTH:
            start = datetime.date(year - 1, 12, 21) if number == 1 else datetime.date(year, number - 1, 21)
            return Span(start, datetime.date(year, number, 20), False)
        case PeriodKind.QUARTER:
            start = before if number == 1 else datetime.date(year, _QUARTER_ENDS[number - 1], 15)
            return Span(start, datetime.date(year, _QUARTER_ENDS[number], 14), number == 1)
        case PeriodKind.HALF_YEAR:
            start = before if number == 1 else datetime.date(year, 6, 15)
            return Span(start, datetime.date(year, 6 * number, 14), number == 1)
        case PeriodKind.NINE_MONTHS:
            return Span(before, datetime.date(year, 9, 14), True)
        case PeriodKind.YEAR:
            return Span(before, datetime.date(year, 12, 14), True)


_DAYS_TO_PUBLISH = {"W": 1, "M": 3, "Q": 6, "S": 6, "N": 8, "A": 6}
_DAYS_OF_DRAFTING = {"W": 2, "M": 4, "Q": 10, "S": 10, "N": 10, "A": 10}


def published_on(period: Period) -> datetime.date:
    """The day on which the report is signed and published."""
    return span(period).end + datetime.timedelta(_DAYS_TO_PUBLISH[period.kind])


def drafted_from(period: Period) -> datetime.date:
    """The day on which its first draft is kept."""
    return published_on(period) - datetime.timedelta(_DAYS_OF_DRAFTING[period.kind])
