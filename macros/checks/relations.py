"""Laws of the declared relations themselves; whether they hold in a report is no error but a finding."""

from collections import Counter
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from macros.agreement import Expression, Figure, Operator, Ratio, Relation, Sum
from macros.checks.known import Known, repeated, unknown
from macros.model import Kind
from macros.problems import Problem
from macros.reading.project import Entry, Project
from macros.reading.records import Spot
from macros.reading.relations import NotARelation, parse_relation
from macros.reading.scalars import explained
from macros.reading.shapes import IndicatorsFile

_GUIDE = 'a = b / c; a = b + c; a = b - c; a <= b; a = b; a = 0 => b, c; a = "chữ trong ghi chú #"'


def problems(project: Project, known: Known) -> Iterator[Problem]:
    first: dict[str, str] = {}
    equals: dict[str, list[tuple[Relation, Entry[IndicatorsFile]]]] = {}
    for entry in project.indicators:
        ids: list[tuple[str, Spot]] = [(id, ("relations", id)) for id in entry.shape.relations]
        yield from repeated(entry.record, ids, "quan hệ", first)
        for id, line in entry.shape.relations.items():
            try:
                relation = parse_relation(id, entry.shape.section.id, line)
            except NotARelation as refusal:
                yield Problem(
                    entry.record.place(("relations", id)), "E311", refusal.found, _GUIDE, "viết lại quan hệ", id
                )
                continue
            for indicator in relation.indicators:
                spot: Spot = ("relations", id)
                yield from unknown(
                    entry.record, spot, indicator, known.indicators, "chỉ tiêu", "data/indicators", id, known.labels
                )
            yield from _typed(entry, relation, known)
            yield from _two_sided(entry, relation)
            if relation.operator is Operator.EQUAL and (defined := _defined(relation)) is not None:
                equals.setdefault(defined, []).append((relation, entry))
    yield from _no_circle(equals)


def readable_relations(project: Project) -> Iterator[tuple[Entry[IndicatorsFile], Relation]]:
    """Every relation that can be read, with the file that declares it; `problems` tells of the others."""
    for entry in project.indicators:
        for id, line in entry.shape.relations.items():
            try:
                relation = parse_relation(id, entry.shape.section.id, line)
            except NotARelation:
                continue
            yield entry, relation


def _typed(entry: Entry[IndicatorsFile], relation: Relation, known: Known) -> Iterator[Problem]:
    """Amounts are held against amounts of one kind, per cent or counts; an answer by code only against 0."""
    sides, definitions = (relation.left, relation.right), known.definitions
    kinds = [
        {definitions[t.indicator].kind for t in side.terms if isinstance(t, Figure) and t.indicator in definitions}
        for side in sides
    ]
    found = ""
    if forbidden := (kinds[0] | kinds[1]) & {Kind.HEADING, Kind.TEXT}:
        found = f"chỉ tiêu kind {', '.join(map(explained, sorted(forbidden)))} không có số để so"
    elif relation.operator is not Operator.IMPLIES_ZERO:
        percent = [_is_percent(side, kind) for side, kind in zip(sides, kinds, strict=True)]
        if Kind.CODED in kinds[0] | kinds[1]:
            found = "câu trả lời theo mã không cộng, không so lớn nhỏ được"
        elif None not in percent and percent[0] != percent[1]:
            found = "một vế là tỷ lệ phần trăm, vế kia là số đếm"
        elif any(Kind.PERCENT in kind and len(kind) > 1 for kind in kinds):
            found = "cộng tỷ lệ phần trăm với số đếm"
        elif any(isinstance(side, Ratio) and Kind.PERCENT in kind for side, kind in zip(sides, kinds, strict=True)):
            found = "chia tỷ lệ phần trăm cho nhau"
    if found:
        yield Problem(
            entry.record.place(("relations", relation.id)),
            "E312",
            found,
            "số đếm với số đếm, tỷ lệ với tỷ lệ hoặc với thương hai số đếm",
            "xem lại các mã trong quan hệ",
            relation.id,
        )


def _is_percent(side: Sum | Ratio, kinds: set[Kind]) -> bool | None:
    """Whether a side is in per cent; None when only notes and narrative speak on it."""
    if isinstance(side, Ratio):
        return True
    return Kind.PERCENT in kinds if kinds else None


def _defined(relation: Relation) -> str | None:
    """The indicator that an equality makes out of others."""
    match relation.left:
        case Sum((Figure(indicator),), ()):
            return indicator
        case _:
            return None


def _no_circle(equals: dict[str, list[tuple[Relation, Entry[IndicatorsFile]]]]) -> Iterator[Problem]:
    """No figure is made, through several relations, out of itself; within one relation, `_two_sided` tells it."""
    # Sorted, so that of several circles, or of one's starting points, the same is told each time.
    made_of = {
        indicator: sorted({part for relation, _ in relations for part in _figures(relation.right)} - {indicator})
        for indicator, relations in equals.items()
    }
    try:
        TopologicalSorter(made_of).prepare()
    except CycleError as error:
        circle: list[str] = list(reversed(error.args[1]))
        relation, entry = next(pair for pair in equals[circle[0]] if circle[1] in _figures(pair[0].right))
        yield Problem(
            entry.record.place(("relations", relation.id)),
            "E313",
            f"quan hệ đi vòng: {' → '.join(circle)}",
            "không chỉ tiêu nào được tính từ chính nó",
            "xóa một trong các quan hệ đó",
            relation.id,
        )


def _figures(side: Expression) -> set[str]:
    return {term.indicator for term in side.terms if isinstance(term, Figure)}


def _two_sided(entry: Entry[IndicatorsFile], relation: Relation) -> Iterator[Problem]:
    """A relation holds different figures against each other: none stands in it twice."""
    named = Counter(t.indicator for t in relation.left.terms + relation.right.terms if isinstance(t, Figure))
    for indicator in sorted(indicator for indicator, times in named.items() if times > 1):
        yield Problem(
            entry.record.place(("relations", relation.id)),
            "E313",
            f"chỉ tiêu «{indicator}» đứng hai lần trong một quan hệ",
            "mỗi chỉ tiêu một lần",
            "xem lại các mã trong quan hệ",
            relation.id,
        )
