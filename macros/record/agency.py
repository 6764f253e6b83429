"""The agency whose reports are published, and who publishes them."""

import datetime
from dataclasses import dataclass

from macros.record.period import Period, PeriodKind
from macros.record.register import Source


@dataclass(frozen=True, slots=True)
class Successor:
    """Who took over from an agency; the name is None where no source read so far states it."""

    name: str | None
    territory: str
    valid_from: datetime.date
    note: str | None


@dataclass(frozen=True, slots=True)
class Schedule:
    """Which periods of each year are reported on, such as Q1, S1, Q3 and A1, and where that is laid down."""

    periods: tuple[tuple[PeriodKind, int], ...]
    source: Source

    def after(self, period: Period) -> Period:
        """The first scheduled period that ends after the given one."""
        years = (period.year, period.year + 1)
        due = [Period(year, kind, number) for year in years for kind, number in self.periods]
        return min((p for p in due if p.order > period.order), key=lambda p: p.order)


@dataclass(frozen=True, slots=True)
class Agency:
    """The agency whose reports are published, and the time in which it exists."""

    id: str
    name: str
    short_name: str
    territory: str
    valid_from: datetime.date | None
    valid_to: datetime.date | None
    validity_note: str | None
    sources: tuple[Source, ...]
    successor: Successor | None
    contact: str | None
    contact_note: str | None
    schedule: Schedule | None = None
    validity_basis: str | None = None
    successor_note: str | None = None


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who keeps the website, and may be written to about it; the contact is None where there is none so far."""

    name: str
    contact: str | None
    contact_note: str | None
