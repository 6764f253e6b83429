"""How exact a figure is, and what that leaves to say of a change: exact numbers throughout."""

from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction

from macros.record import Indicator, Observation, Report
from macros.record.relation import Figure, Outcome, Term

# Of a quotient that no decimal ends.
_DIGITS = 28


def half_unit(observation: Observation) -> Decimal:
    """By how much the true number may differ from the one that is printed: half a unit of its last digit.

    A count is exact. A rate and an amount are rounded even where they are whole.
    """
    return observation.indicator.kind.half_unit(observation.value)


@dataclass(frozen=True, slots=True)
class Counts:
    """The two whole numbers of which a rate is made; the whole is above 0.

    `printed` is the rate that the report prints of them, `cut` whether it drops digits instead of rounding.
    """

    part: Decimal
    whole: Decimal
    printed: Decimal
    cut: bool = False

    @property
    def percent(self) -> Fraction:
        return Fraction(self.part) * 100 / Fraction(self.whole)

    @property
    def exact(self) -> bool:
        """Whether the printed rate is the quotient itself."""
        return Fraction(self.printed) == self.percent


def counts(report: Report, indicator: Indicator) -> Counts | None:
    """The counts of a published rate; None where they are not stated, do not give it, or were rounded themselves."""
    result = report.rates.get(indicator.key)
    if not indicator.kind.is_rate or result is None or result.outcome is not Outcome.HOLDS:
        return None
    printed = report.by_key[indicator.key].amount
    match result.values[1:]:
        case (part, top), (whole, bottom) if printed is not None and top is not None and bottom is not None:
            exact = bottom > 0 and _is_count(part, top, report) and _is_count(whole, bottom, report)
            return Counts(top, bottom, printed, result.cut) if exact else None
        case _:
            return None


def _is_count(term: Term, value: Decimal, report: Report) -> bool:
    if isinstance(term, Figure):
        row = report.observation(term.series)
        return row is not None and row.indicator.kind.is_counted
    rows = [row.indicator for row in report.observations]
    rounded = {row.unit.id for row in rows if row.unit and row.kind.is_rounded}
    return value == value.to_integral_value() and term.unit not in rounded


def decimal(exact: Fraction) -> Decimal:
    """A fraction as a decimal, to far more digits than anything is told with."""
    with localcontext(prec=_DIGITS):
        return Decimal(exact.numerator) / Decimal(exact.denominator)
