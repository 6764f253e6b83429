"""Two reports held against each other as CSV, the contract of `api/v1/comparisons/<before>.<after>.csv`."""

from collections.abc import Iterator
from decimal import Decimal

from macros.comparing.comparison import Change, Comparison
from macros.comparing.precision import decimal
from macros.faces import change_text as told
from macros.outputs.comparison_rules import COLUMNS, FILE_DIGITS
from macros.outputs.tables.csv_cells import csv_text
from macros.record import Catalogue, Observation
from macros.vietnamese import rounded


def comparison_csv(comparison: Comparison, catalogue: Catalogue) -> str:
    """Every row of either report, in the order of the form, with a decimal point.

    `difference` is after less before, in percentage points for a rate; empty where the figures do not compare or were
    rounded too coarsely. `relative` is the same in per cent of the figure before. Where a rate's difference is that of
    the quotients of its counts, `before_quotient` and `after_quotient` have these: the printed rates may say otherwise.
    """
    return csv_text([COLUMNS, *_rows(comparison, catalogue)])


def _rows(comparison: Comparison, catalogue: Catalogue) -> Iterator[list[object]]:
    for change in comparison.changes:
        row = change.indicator
        yield [
            row.id,
            told.reference(row, catalogue),
            row.label,
            row.unit.label if row.unit else None,
            row.kind.id,
            comparison.before.period,
            comparison.after.period,
            _before(change),
            _value(change.after),
            change.before.status.sdmx if change.before else None,
            change.after.status.sdmx if change.after else None,
            change.kind.value,
            told.kind_label(change.kind, comparison),
            _decimal(change.difference, published=change.sides is None),
            _decimal(change.relative),
            change.unlike.value if change.unlike else None,
            told.explanation_text(change, comparison),
            *_quotients(change),
        ]


def _before(change: Change) -> str | None:
    """The figure before; of an indicator that continues others, what they make."""
    return _value(change.before) if change.converted is None else f"{change.converted:f}"


def _value(observation: Observation | None) -> str | None:
    return observation.machine_text if observation else None


def _quotients(change: Change) -> tuple[str | None, str | None]:
    if change.sides is None:
        return None, None
    before, after = (_decimal(decimal(side.percent)) for side in change.sides)
    return before, after


def _decimal(value: Decimal | None, published: bool = False) -> str | None:
    """A number as machines read it; a quotient to six decimals, a difference of published figures with their digits."""
    if value is None:
        return None
    return f"{value if published else rounded(value, FILE_DIGITS):f}"
