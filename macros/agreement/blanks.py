"""Why a cell is blank, as far as the form, the printed zeros and the hard relations of a report tell; no 0 is invented.

Four things are told apart without accusing anybody: a cell that a 0 leaves nothing to fill in, a cell that the form
asks for only "(nếu có)", a pending one, and one that the report simply owes. Only the last is a gap.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from macros.record import Blank, Indicator, Observation, SeriesKey, Status, series_key
from macros.record.relation import Figure, Operator, Relation, RelationType, Sum

_IF_ANY = re.compile(r"\(\s*nếu có\s*\)", re.IGNORECASE)


def reasons(observations: Sequence[Observation], relations: Iterable[Relation]) -> dict[SeriesKey, Blank]:
    """Why each figure without a value has none; what the report itself says comes first."""
    rows = {row.key: row for row in observations}
    hard = [relation for relation in relations if relation.type is RelationType.HARD]
    zero = _closed(hard, {key for key, row in rows.items() if _is_zero(row)}, _below_no_block(rows))
    asked = _closed(hard, zero | {key for key, row in rows.items() if _is_asked_if_any(row, rows)}, None)
    found = {}
    for key, row in rows.items():
        if row.status is Status.NOT_REPORTED:
            found[key] = Blank.HEAD_IS_ZERO if key in zero else Blank.IF_ANY if key in asked else Blank.GAP
        elif row.status in (Status.NOT_APPLICABLE, Status.PENDING):
            found[key] = Blank(row.status.value)
    return found


def _is_zero(row: Observation) -> bool:
    return row.quantity == 0


def _is_asked_if_any(row: Observation, rows: Mapping[SeriesKey, Observation]) -> bool:
    """Whether the form asks for a blank only "(nếu có)": so its label says, or that of a row above without a value."""
    if row.value is not None or not row.indicator.kind.holds_value:
        return False
    if _says_if_any(row.indicator):
        return True
    return any(_says_if_any(above.indicator) and above.value is None for above in _above(row, rows))


def _below_no_block(rows: Mapping[SeriesKey, Observation]) -> set[SeriesKey]:
    """Blank counts and rates right below a row that the form asks for only "(nếu có)" and that prints 0: none there."""
    return {
        key
        for key, row in rows.items()
        if row.value is None
        and row.indicator.kind.follows_zero
        and any(_says_if_any(above.indicator) and _is_zero(above) for above in _above(row, rows))
    }


def _says_if_any(indicator: Indicator) -> bool:
    return bool(_IF_ANY.search(indicator.label))


def _above(row: Observation, rows: Mapping[SeriesKey, Observation]) -> Iterable[Observation]:
    """The rows above one in the tree of the form, the nearest first."""
    while (parent := row.indicator.parent) is not None:
        above = rows.get(series_key(parent, row.indicator.form))
        if above is None:
            return
        yield above
        row = above


def _closed(hard: Collection[Relation], known: set[SeriesKey], more: set[SeriesKey] | None) -> set[SeriesKey]:
    """The rows known to be 0, and those that must then be 0 by hard relations."""
    found = known | (more or set())
    while new := {key for relation in hard for key in _forced(relation, found)} - found:
        found |= new
    return found


def _forced(relation: Relation, zero: Collection[SeriesKey]) -> Iterable[SeriesKey]:
    """What a relation makes 0 when the rows of its head or of its total are."""
    match relation.left, relation.right:
        case Sum(left, ()), Sum(right, ()):
            heads, parts = _keys(left), _keys(right)
        case _:
            return ()
    if not heads or not parts:
        return ()
    match relation.operator:
        case Operator.IMPLIES_ZERO:
            return parts if _all(heads, zero) else ()
        case Operator.NOT_ABOVE | Operator.EACH_HAS:
            return heads if _all(parts, zero) else ()
        case Operator.EQUAL:
            return (*(parts if _all(heads, zero) else ()), *(heads if _all(parts, zero) else ()))


def _all(keys: Iterable[SeriesKey], zero: Collection[SeriesKey]) -> bool:
    return all(key in zero for key in keys)


def _keys(terms: Sequence[object]) -> tuple[SeriesKey, ...]:
    """The keys of terms; none where a term is a number of a text."""
    found = tuple(term.series for term in terms if isinstance(term, Figure))
    return found if len(found) == len(terms) else ()
