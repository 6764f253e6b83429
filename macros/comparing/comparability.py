"""Like with like: whether two figures of a series may be compared at all, and why not."""

from enum import StrEnum

from macros.record import Indicator, Report


class Unlike(StrEnum):
    """Why two figures do not compare."""

    PERIOD = "period"
    CUMULATIVE = "cumulative"
    BREAK = "break"
    MEASURE = "measure"
    INCOMPLETE = "incomplete"


def basis(report: Report, indicator: Indicator) -> str:
    """What a figure covers, as a word: figures of a series compare only where it is the same.

    A figure covers its own period ("Q"), or, beginning with the year and ending later than its own length, a stretch
    that only the same period of another year has too ("Q3-cumulative"). Where a report does not say which of the two,
    only the same period of another year can be trusted to mean the same ("Q3-unstated"). Behind it stands how often
    the series has been broken by then ("Q/1").
    """
    period = report.period
    breaks = sum(1 for entered in indicator.breaks if entered.period.order <= period.order)
    broken = f"/{breaks}" if breaks else ""
    cumulative = True if indicator.cumulative else report.cumulative
    if period.opens_year or cumulative is False:
        return f"{period.kind}{broken}"
    return f"{period.kind}{period.number}-{'cumulative' if cumulative else 'unstated'}{broken}"


def unlike(before: Report, after: Report, old: Indicator, new: Indicator) -> Unlike | None:
    """Why the figures of an indicator in two reports do not compare; None where they do.

    `old` and `new` are its definitions at the time of either report.
    """
    if before.period.kind is not after.period.kind:
        return Unlike.PERIOD
    if new.break_between(before.period, after.period) is not None:
        return Unlike.BREAK
    if _measure(old) != _measure(new):
        return Unlike.MEASURE
    # The breaks of the newer definition count: those that the older one did not know yet were judged above.
    return None if basis(before, new) == basis(after, new) else Unlike.CUMULATIVE


def _measure(indicator: Indicator) -> tuple[object, ...]:
    """What a figure is counted in, or which answers it chooses from; how a unit is spelt does not count."""
    unit, codes = indicator.unit, indicator.code_list
    return indicator.kind, unit.id if unit else None, codes.codes if codes else None
