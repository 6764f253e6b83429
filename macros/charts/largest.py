"""The largest changes of a comparison, drawn within one unit: nobody can hold dossiers against persons."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from macros.charts.small import change_bar
from macros.comparing.comparison import Change, ChangeKind, Comparison
from macros.faces.change_text import size_text, told_difference
from macros.record import Catalogue
from macros.wording import comparison as wording

MOST_ROWS, MOST_GROUPS, FEWEST = 6, 3, 2
DRAWN = (ChangeKind.ROSE, ChangeKind.FELL)


@dataclass(frozen=True, slots=True)
class Largest:
    """Changes of one unit, the largest first; `reach` is the largest of each direction: falls as a positive number."""

    unit: str
    changes: tuple[Change, ...]

    @property
    def heading(self) -> str:
        """What the bars are measured in."""
        return wording.LARGEST_IN.format(unit=self.unit)

    @property
    def _reach(self) -> tuple[Decimal, Decimal]:
        moved = [_moved(change) for change in self.changes]
        return max(Decimal(0), -min(moved)), max(Decimal(0), *moved)

    def bar(self, change: Change) -> Markup:
        """The change as a bar on the scale of its unit; words beside it say the same."""
        fall, rise = self._reach
        return Markup(change_bar(_moved(change), fall, rise))

    def finding(self, catalogue: Catalogue) -> str:
        """Which changed most; "" where two changed as much."""
        first, second = self.changes[:2]
        if told_difference(first) == told_difference(second):
            return ""
        name = catalogue.names.get(first.indicator.id, first.indicator.title)
        return wording.LARGEST_FINDING.format(name=name, size=size_text(first))


def largest(comparison: Comparison) -> list[Largest]:
    """The units with most changed rows, rates first: only what is beyond the rounding, and nothing on its own."""
    units: dict[str, list[Change]] = {}
    for change in comparison.of_kind(*DRAWN):
        if change.difference:
            units.setdefault(_unit(change), []).append(change)
    several = [(unit, rows) for unit, rows in units.items() if len(rows) >= FEWEST]
    several.sort(key=lambda group: (group[0] != wording.POINTS, -len(group[1])))
    return [Largest(unit, _first(rows)) for unit, rows in several[:MOST_GROUPS]]


def _first(rows: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(sorted(rows, key=lambda change: -abs(_moved(change)))[:MOST_ROWS])


def _unit(change: Change) -> str:
    row = change.indicator
    return row.kind.difference_unit(row.unit.label if row.unit else None)


def _moved(change: Change) -> Decimal:
    assert change.difference is not None
    return change.difference
