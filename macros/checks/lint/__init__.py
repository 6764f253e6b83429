"""What is probably wrong, though a person must say. Nothing here stops a build.

Each family judges what could be read and leaves the rest out, so that warnings stand beside errors.
"""

from collections.abc import Iterator

from macros.checks.known import Known
from macros.checks.lint import (
    citations,
    figures,
    headings,
    misplaced,
    names,
    patterns,
    privacy,
    reports,
    slips,
    typing,
    unpublished,
)
from macros.problems import Problem
from macros.reading.project import Project


def warnings(project: Project) -> Iterator[Problem]:
    """Every warning, family by family."""
    known = Known.of(project)
    for family in (
        reports,
        slips,
        figures,
        names,
        citations,
        patterns,
        headings,
        misplaced,
        unpublished,
        privacy,
        typing,
    ):
        yield from family.warnings(project, known)
