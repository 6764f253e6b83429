"""The largest changes of a comparison, within one unit each: nobody can hold dossiers against persons."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from macros import addresses
from macros.comparing.comparison import Change, ChangeKind, Comparison
from macros.faces.change_size import size_text, told_difference
from macros.faces.change_text import values_text
from macros.faces.linked_text import Part
from macros.record import Catalogue
from macros.wording import comparison as wording

MOST_ROWS, MOST_GROUPS, FEWEST = 6, 3, 2
DRAWN = (ChangeKind.ROSE, ChangeKind.FELL)


@dataclass(frozen=True, slots=True)
class MovedFace:
    """A change as it is drawn: the row, by how much it moved, and the words that say the same."""

    row: Part
    moved: Decimal
    size: str
    values: str


@dataclass(frozen=True, slots=True)
class LargestFace:
    """Changes of one unit, the largest first: what they are measured in, and which is the largest of all, if one is.

    `fall` and `rise` are how far the largest of each direction moved, neither below 0.
    """

    heading: str
    finding: str
    fall: Decimal
    rise: Decimal
    changes: tuple[MovedFace, ...]


def largest_faces(comparison: Comparison, catalogue: Catalogue) -> tuple[LargestFace, ...]:
    """The units with most changed rows, rates first: only what is beyond the rounding, and nothing on its own."""
    units: dict[str, list[Change]] = {}
    for change in comparison.of_kind(*DRAWN):
        if change.difference:
            units.setdefault(_unit(change), []).append(change)
    several = [(unit, rows) for unit, rows in units.items() if len(rows) >= FEWEST]
    several.sort(key=lambda group: (group[0] != wording.POINTS, -len(group[1])))
    return tuple(_largest(unit, rows, catalogue) for unit, rows in several[:MOST_GROUPS])


def _largest(unit: str, rows: Sequence[Change], catalogue: Catalogue) -> LargestFace:
    changes = sorted(rows, key=lambda change: -abs(_moved(change)))[:MOST_ROWS]
    moved = [_moved(change) for change in changes]
    return LargestFace(
        heading=wording.LARGEST_IN.format(unit=unit),
        finding=_finding(changes, catalogue),
        fall=max(Decimal(0), -min(moved)),
        rise=max(Decimal(0), *moved),
        changes=tuple(_moved_face(change, catalogue) for change in changes),
    )


def _moved_face(change: Change, catalogue: Catalogue) -> MovedFace:
    row = Part(_name(change, catalogue), addresses.indicator(change.indicator), printed=True)
    return MovedFace(row, _moved(change), size_text(change, beside=True), values_text(change))


def _finding(changes: Sequence[Change], catalogue: Catalogue) -> str:
    """Which changed most; "" where two changed as much."""
    first, second = changes[:2]
    if told_difference(first) == told_difference(second):
        return ""
    return wording.LARGEST_FINDING.format(name=_name(first, catalogue), size=size_text(first))


def _name(change: Change, catalogue: Catalogue) -> str:
    return catalogue.names.get(change.indicator.key, change.indicator.title)


def _unit(change: Change) -> str:
    row = change.indicator
    return row.kind.difference_unit(row.unit.label if row.unit else None)


def _moved(change: Change) -> Decimal:
    assert change.difference is not None
    return change.difference
