"""Round numbers along an axis, and where they stand on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from `low` to `high`, over `length` units."""

    low: Decimal
    high: Decimal
    step: Decimal
    length: float

    @classmethod
    def holding(
        cls, values: Iterable[Decimal], length: float, lines: int = 4, ceiling: Decimal | None = None
    ) -> "Scale":
        """A scale on which every value and zero has its place, in about so many steps: for columns.

        `ceiling` is where the axis ends at least, such as 100 for a rate. Whole figures get whole steps.
        """
        known = [*values, Decimal(0)]
        low, high = min(known), max([*known, *([ceiling] if ceiling is not None else [])])
        step = _step((high - low) / lines or Decimal(1))
        if all(value == value.to_integral_value() for value in known):
            # The first of two that are equal: 1 instead of 1.0, whose ticks would be written 1,0 and 2,0.
            step = max(Decimal(1), step)
        return cls(_down(low, step), -_down(-high, step) or step, step, length)

    @classmethod
    def fitted(
        cls,
        values: Iterable[Decimal],
        length: float,
        lines: int = 4,
        least: Decimal = Decimal(0),
        ceiling: Decimal | None = None,
    ) -> "Scale":
        """A scale as long as its values need, `least` at the least, so that no trifle fills it: for lines.

        It leaves 0 and the `ceiling` no more than the values do.
        """
        known = list(values)
        low, high = min(known), max(known)
        room = max(least - (high - low), Decimal(0)) / 2
        floor = Decimal(0) if low >= 0 else None
        low, high = low - room, high + room
        step = _step((high - low) / lines or Decimal(1))
        low, high = _down(low, step), -_down(-high, step)
        if floor is not None:
            low = max(low, floor)
        if ceiling is not None:
            high = min(high, -_down(-ceiling, step))
        return cls(low, high if high > low else low + step, step, length)

    def at(self, value: Decimal) -> float:
        """How far from the low end a value stands."""
        return round(float((value - self.low) / (self.high - self.low)) * self.length, 1)

    @property
    def ticks(self) -> tuple[Decimal, ...]:
        """The round numbers, the lowest first."""
        return tuple(self.low + self.step * n for n in range(int((self.high - self.low) / self.step) + 1))


def _step(rough: Decimal) -> Decimal:
    """The smallest of 1, 2, 5, 10, 20 … that is not below the rough step."""
    magnitude = Decimal(1).scaleb(rough.adjusted())
    return next(step * magnitude for step in _STEPS if step * magnitude >= rough)


def _down(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).to_integral_value("ROUND_FLOOR") * step
