"""Relations that cannot all be meant: circles, and two equalities of which one would refute the other."""

from collections.abc import Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import permutations

from macros.checks.declarations import Declaration
from macros.checks.index import Known
from macros.problems.problem import Problem
from macros.record import Period, SeriesKey
from macros.record.relation import Expression, Figure, Operator, Sum


def conflicts(declarations: Sequence[Declaration], known: Known) -> Iterator[Problem]:
    equalities = [d for d in declarations if d.relation.operator is Operator.EQUAL]
    yield from _no_circle(equalities)
    yield from _no_proper_part(equalities, known)


def _no_circle(equalities: Sequence[Declaration]) -> Iterator[Problem]:
    """No figure is made, through several relations, out of itself; within one relation, `relations` tells it."""
    equals: dict[SeriesKey, list[Declaration]] = {}
    for declaration in equalities:
        if (defined := _defined(declaration.relation.left)) is not None:
            equals.setdefault(defined, []).append(declaration)
    # Sorted, so that of several circles, or of one's starting points, the same is told each time.
    made_of = {
        series: sorted({part for d in found for part in _figures(d.relation.right)} - {series})
        for series, found in equals.items()
    }
    try:
        TopologicalSorter(made_of).prepare()
    except CycleError as error:
        circle: list[SeriesKey] = list(reversed(error.args[1]))
        declaration = next(d for d in equals[circle[0]] if circle[1] in _figures(d.relation.right))
        yield declaration.problem(
            "E313",
            f"quan hệ đi vòng: {' → '.join(map(str, circle))}",
            "không chỉ tiêu nào được tính từ chính nó",
            "xóa một trong các quan hệ đó",
        )


def _defined(left: Expression) -> SeriesKey | None:
    """The series that an equality makes out of others."""
    match left:
        case Sum((Figure(series),), ()):
            return series
        case _:
            return None


def _figures(side: Expression) -> set[SeriesKey]:
    return {term.series for term in side.terms if isinstance(term, Figure)}


def _no_proper_part(equalities: Sequence[Declaration], known: Known) -> Iterator[Problem]:
    """One number does not equal a sum and also a proper part of that sum: 27 = 17 and 27 = 17 + 10."""
    for one, other in permutations(equalities, 2):
        if _live_together(one, other, known) and any(
            mine == theirs and _is_proper_part(part, whole)
            for mine, part in _turned(one)
            for theirs, whole in _turned(other)
        ):
            yield one.problem(
                "E323",
                f"vế phải chỉ là một phần của vế phải trong quan hệ “{other.relation.id}”, mà vế trái là một",
                "mỗi số chỉ bằng một tổng; hai cách hiểu khác nhau không thể cùng đúng",
                f"giữ cách hiểu đúng, xóa quan hệ này hoặc “{other.relation.id}”; nếu biểu mẫu đổi, ghi “from”, “to”",
            )


def _turned(declaration: Declaration) -> Iterator[tuple[Expression, Expression]]:
    """An equality, read from either side."""
    left, right = declaration.relation.left, declaration.relation.right
    yield left, right
    yield right, left


def _is_proper_part(part: Expression, whole: Expression) -> bool:
    if not (isinstance(part, Sum) and isinstance(whole, Sum)):
        return False
    inside = set(part.plus) <= set(whole.plus) and set(part.minus) <= set(whole.minus)
    return inside and len(part.terms) < len(whole.terms)


def _live_together(one: Declaration, other: Declaration, known: Known) -> bool:
    """Whether both can be held against one report: their own lives, and those of the rows that they name, overlap."""
    begins, ends = zip(_life(one, known), _life(other, known), strict=True)
    first = max((p.order for group in begins for p in group), default=None)
    last = min((p.order for group in ends for p in group), default=None)
    return first is None or last is None or first <= last


def _life(declaration: Declaration, known: Known) -> tuple[list[Period], list[Period]]:
    """The periods before which, and those after which, a relation is not held."""
    declared = declaration.declared
    rows = [known.definitions[key.indicator] for key in declared.relation.series if key.indicator in known.definitions]
    begins = [declared.first, *(row.first_period for row in rows)]
    ends = [declared.last, *(row.last_period for row in rows)]
    return [p for p in begins if p is not None], [p for p in ends if p is not None]
