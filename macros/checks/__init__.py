"""Laws of the data. Each file holds one family; each function states its law in its first sentence."""

from collections.abc import Iterator

from macros.checks import definitions, figures, pages, privacy, registers, relations, remarks, reports
from macros.checks.known import Known
from macros.problems import Problem
from macros.reading.project import Project


def problems(project: Project) -> Iterator[Problem]:
    """Every broken law of the project, family by family."""
    known = Known.of(project)
    for family in (registers, definitions, relations, reports, figures, remarks, pages, privacy):
        yield from family.problems(project, known)
