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
    yield from warnings_between(project)
    yield from warnings_within(project)


def warnings_within(project: Project) -> Iterator[Problem]:
    """The warnings that each file gives by itself, held against nothing but the definitions."""
    known = Known.of(project)
    for family in (unusual_reports, typed_figures, names, citations, patterns, headings, typing):
        yield from family.warnings(project, known)


def warnings_between(project: Project) -> Iterator[Problem]:
    """The warnings that need more than one file, or the whole of the project's folder."""
    known = Known.of(project)
    yield from unusual_reports.documents_of_their_time(project)
    yield from citations.uncited(project)
    yield from patterns.never_fitting(project)
    for family in (slips, misplaced, unpublished, unsearchable_files):
        yield from family.warnings(project, known)
