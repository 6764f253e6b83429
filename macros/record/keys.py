"""By what figures and reports are found, each as plain data with a canonical text.

A figure belongs to a series: an indicator of a form, broken down by members of dimensions. A report is a form filled in
on a period. What people type is a bare id or a bare period; `series_key` and `ReportKey.parse` say what it means.
"""

from functools import cache
from typing import NamedTuple, Self, TypeAlias

from macros.record.period import Period

# The id of the form that is meant where none is named; no project names one yet.
ONE_FORM = "form"


class Member(NamedTuple):
    """A member of a dimension that figures are broken down by: the level of districts among those of government."""

    dimension: str
    id: str


Breakdown: TypeAlias = tuple[Member, ...]
# Broken down by nothing: the total over all members.
WHOLE: Breakdown = ()


class SeriesKey(NamedTuple):
    """By what a figure is found among those of a report, and a series through all reports; `series_key` makes it.

    The members of a breakdown stand in the order of the dimensions of their indicator.
    """

    form: str
    indicator: str
    breakdown: Breakdown

    def __str__(self) -> str:
        """The canonical text, another for each key: the bare id of the indicator where nothing else need be said."""
        members = ",".join(f"{member.dimension}={member.id}" for member in self.breakdown)
        return f"{_prefix(self.form)}{self.indicator}{f'({members})' if members else ''}"


def series_key(indicator: str, form: str = ONE_FORM, breakdown: Breakdown = WHOLE) -> SeriesKey:
    """The key of an indicator's series: of its total, and of the one form, where nothing else is named.

    Whatever knows an indicator by its id alone, such as a source or an author, comes to figures through this. Equal
    keys are one object.
    """
    return _one(form, indicator, breakdown)


@cache
def _one(form: str, indicator: str, breakdown: Breakdown) -> SeriesKey:
    return SeriesKey(form, indicator, breakdown)


class ReportKey(NamedTuple):
    """By what a report is found: the form that it fills in, and the period."""

    period: Period
    form: str = ONE_FORM

    @classmethod
    def parse(cls, text: str) -> Self:
        """The key of the report that a bare period means; raises ValueError where it is no period."""
        return cls(Period.parse(text))

    def __str__(self) -> str:
        """The canonical text, another for each key: the bare period where nothing else need be said."""
        return _prefix(self.form) + str(self.period)

    def earlier(self, years: int) -> "ReportKey":
        """The same form on the same period so many years before."""
        return ReportKey(self.period.earlier(years), self.form)

    @property
    def order(self) -> tuple[tuple[int, int, int], str]:
        """What sorts reports by when their periods end, those on one period by their forms."""
        return self.period.order, self.form


def _prefix(form: str) -> str:
    return "" if form == ONE_FORM else f"{form}/"
