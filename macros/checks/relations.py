"""Laws of the declared relations themselves; whether one holds in a report is no error but a check result."""

from collections import Counter
from collections.abc import Iterator

from macros.checks.declarations import Declaration, readable_relations, unreadable_relations
from macros.checks.index import Known, beside_no_report, repeated, unknown
from macros.checks.relation_conflicts import conflicts
from macros.checks.relation_measures import measure_problems
from macros.problems.problem import Problem
from macros.reading.project import Project
from macros.reading.yaml_records import Spot
from macros.record.relation import Figure


def problems(project: Project, known: Known) -> Iterator[Problem]:
    """Every broken law of the relations: of the form's own, and of those beside a report."""
    yield from _identified(project)
    yield from _beside_reports(project, known)
    yield from unreadable_relations(project)
    declarations = list(readable_relations(project))
    for declaration in declarations:
        yield from _known_names(declaration, known)
        yield from _two_sided(declaration)
        yield from _living(declaration)
        yield from measure_problems(declaration, known)
    yield from conflicts(declarations, known)


def _identified(project: Project) -> Iterator[Problem]:
    """A relation has an id of its own: in all of the form, and in the file beside a report."""
    first: dict[str, str] = {}
    for form in project.indicators:
        ids: list[tuple[str, Spot]] = [(id, ("relations", id)) for id in form.shape.relations]
        yield from repeated(form.record, ids, "quan hệ", first)
    for beside in project.relations:
        ids = [(id, ("relations", id)) for id in beside.shape.relations]
        # Another report may have its own of the same name.
        yield from repeated(beside.record, ids, "quan hệ", dict(first))


def _beside_reports(project: Project, known: Known) -> Iterator[Problem]:
    """A file of relations stands beside one report."""
    for entry in project.relations:
        yield from beside_no_report(project, entry.record, entry.shape.report, known)


def _known_names(declaration: Declaration, known: Known) -> Iterator[Problem]:
    """A relation names indicators that are defined."""
    relation = declaration.relation
    for key in relation.series:
        spot: Spot = ("relations", relation.id)
        yield from unknown(
            declaration.record,
            spot,
            key.indicator,
            known.indicators,
            "chỉ tiêu",
            "data/indicators",
            relation.id,
            known.labels,
        )


def _two_sided(declaration: Declaration) -> Iterator[Problem]:
    """A relation holds different figures against each other: none stands in it twice."""
    relation = declaration.relation
    named = Counter(t.series for t in relation.left.terms + relation.right.terms if isinstance(t, Figure))
    for key in sorted(key for key, times in named.items() if times > 1):
        yield declaration.problem(
            "E313",
            f"chỉ tiêu “{key}” đứng hai lần trong một quan hệ",
            "mỗi chỉ tiêu một lần",
            "xem lại các mã trong quan hệ",
        )


def _living(declaration: Declaration) -> Iterator[Problem]:
    """The life of a relation does not end before it begins."""
    first, last = declaration.declared.first, declaration.declared.last
    if first is not None and last is not None and last.order < first.order:
        yield declaration.problem(
            "E325",
            f"quan hệ kết thúc ở kỳ {last}, trước kỳ bắt đầu {first}",
            "“to” không sớm hơn “from”",
            "xem lại “from” và “to”",
        )
