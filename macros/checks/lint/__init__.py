"""What is probably wrong, though a person must say. Nothing here stops a build.

Each family judges what could be read and leaves the rest out, so that warnings stand beside errors.
"""

from collections.abc import Iterator

from macros.checks.index import Known
from macros.checks.lint import (
    citations,
    headings,
    misplaced,
    names,
    patterns,
    slips,
    typed_figures,
    typing,
    unpublished,
    unsearchable_files,
    unusual_reports,
)
from macros.problems.problem import Problem
from macros.reading.project import Project


def warnings(project: Project) -> Iterator[Problem]:
    """Every warning, family by family."""
    known = Known.of(project)
    for family in (
        unusual_reports,
        slips,
        typed_figures,
        names,
        citations,
        patterns,
        headings,
        misplaced,
        unpublished,
        unsearchable_files,
        typing,
    ):
        yield from family.warnings(project, known)
