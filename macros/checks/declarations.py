"""Every relation that a project declares, with the file and the life that it has."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.problems.problem import Problem
from macros.reading.project import Project
from macros.reading.relation_lines import DeclaredRelation, NotARelation, parse_relation
from macros.reading.yaml_records import Record
from macros.record import SeriesKey
from macros.record.relation import Figure, Ratio, Relation, RelationType

_GUIDE = 'a = b / c; a = b + c; a = b - c; a <= b; a = b; a = 0 => b, c; each a has b; a = "chữ trong ghi chú #":đơn-vị'


@dataclass(frozen=True, slots=True)
class Declaration:
    """A relation that can be read, and the file that it stands in."""

    record: Record
    declared: DeclaredRelation

    @property
    def relation(self) -> Relation:
        return self.declared.relation

    def problem(self, code: str, found: str, allowed: str, remedy: str) -> Problem:
        """What is wrong with the relation."""
        place = self.record.place(("relations", self.relation.id))
        return Problem(place, code, found, allowed, remedy, self.relation.id)


def readable_relations(project: Project) -> Iterator[Declaration]:
    """Every relation that can be read; `unreadable_relations` are the others."""
    for read in _read(project):
        if isinstance(read, Declaration):
            yield read


def unreadable_relations(project: Project) -> Iterator[Problem]:
    """The problem of every line that states no relation."""
    for read in _read(project):
        if isinstance(read, Problem):
            yield read


def rates_of_figures(project: Project) -> dict[SeriesKey, tuple[SeriesKey, SeriesKey]]:
    """The two figures that each rate is made of, where a relation says so."""
    found = {}
    for relation in (declaration.relation for declaration in readable_relations(project)):
        match relation.right:
            case Ratio(Figure(top), Figure(bottom)) if relation.rate is not None:
                found[relation.rate] = (top, bottom)
    return found


def _read(project: Project) -> Iterator[Declaration | Problem]:
    """The relations of the form first, then those beside each report, which live for it alone and are queries."""
    for form in project.indicators:
        for id, shape in form.shape.relations.items():
            parsed = _parsed(form.record, id, shape.law, shape.type)
            if isinstance(parsed, Relation):
                yield Declaration(form.record, DeclaredRelation(parsed, shape.first_period, shape.last_period))
            else:
                yield parsed
    for beside in project.relations:
        period = beside.shape.period
        for id, line in beside.shape.relations.items():
            parsed = _parsed(beside.record, id, line, RelationType.QUERY)
            if isinstance(parsed, Relation):
                yield Declaration(beside.record, DeclaredRelation(parsed, period, period))
            else:
                yield parsed


def _parsed(record: Record, id: str, line: str, type: RelationType) -> Relation | Problem:
    try:
        return parse_relation(id, line, type)
    except NotARelation as refusal:
        return Problem(record.place(("relations", id)), "E311", refusal.found, _GUIDE, "viết lại quan hệ", id)
