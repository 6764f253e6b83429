"""A reporting period: its id, its name in Vietnamese, and which of two comes later."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Self

from macros.wording import numbers


class PeriodKind(StrEnum):
    """How long a reporting period is; the value is the letter in its id."""

    WEEK = "W"
    MONTH = "M"
    QUARTER = "Q"
    HALF_YEAR = "S"
    NINE_MONTHS = "N"
    YEAR = "A"


# How many periods of a kind a year holds, and how many months one covers (0: weeks, which follow no month).
_PERIODS_A_YEAR = {"W": 53, "M": 12, "Q": 4, "S": 2, "N": 1, "A": 1}
_MONTHS = {"W": 0, "M": 1, "Q": 3, "S": 6, "N": 9, "A": 12}
# Into so many parts both months and weeks divide a year.
_YEAR = 156
# No agency of today reports on a year outside these; a mistyped one is refused.
_FIRST_YEAR, _LAST_YEAR = 1945, 2145
_PERIOD = re.compile(r"(\d{4})-([WMQSNA])(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Period:
    """What a report is about, such as 2022-S1. It says nothing about dates: those are data of each report."""

    year: int
    kind: PeriodKind
    number: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """The period written `2022-S1`, `2022-Q3`, `2022-A1`, `2022-N1`, `2022-M01`, `2022-W07`.

        Raises ValueError when there is no such period, in any year from 1945 to 2145, or it is written otherwise.
        """
        match = _PERIOD.fullmatch(text)
        if match is None:
            raise ValueError(text)
        period = cls(int(match[1]), PeriodKind(match[2]), int(match[3]))
        if not _FIRST_YEAR <= period.year <= _LAST_YEAR:
            raise ValueError(text)
        if not 1 <= period.number <= _PERIODS_A_YEAR[match[2]] or str(period) != text:
            raise ValueError(text)
        return period

    def __str__(self) -> str:
        return _written(self)

    @property
    def label(self) -> str:
        """The period in Vietnamese: "6 tháng đầu năm 2022"."""
        match self.kind:
            case PeriodKind.WEEK:
                named = numbers.WEEK
            case PeriodKind.MONTH:
                named = numbers.MONTH
            case PeriodKind.QUARTER:
                named = numbers.QUARTERS[self.number - 1]
            case PeriodKind.HALF_YEAR:
                named = numbers.HALF_YEARS[self.number - 1]
            case PeriodKind.NINE_MONTHS:
                named = numbers.NINE_MONTHS
            case PeriodKind.YEAR:
                named = numbers.YEAR
        return named.format(number=self.number, year=self.year)

    @property
    def order(self) -> tuple[int, int, int]:
        """A key that sorts periods by when they end; of two that end together the longer comes last."""
        months = _MONTHS[self.kind]
        elapsed = self.number * months * (_YEAR // 12) if months else min(self.number * (_YEAR // 52), _YEAR)
        return self.year, elapsed, months

    @property
    def opens_year(self) -> bool:
        """Whether the period begins with its year, so that its figures are those since the start of the year."""
        return self.number == 1

    def earlier(self, years: int) -> "Period":
        """The same period so many years before."""
        return Period(self.year - years, self.kind, self.number)

    @property
    def slug(self) -> str:
        """The period in an address: "2022-s1"."""
        return str(self).lower()


# Asked for at nearly every figure.
@lru_cache(maxsize=4096)
def _written(period: Period) -> str:
    digits = 2 if period.kind in (PeriodKind.WEEK, PeriodKind.MONTH) else 1
    return f"{period.year}-{period.kind}{period.number:0{digits}d}"
