"""Laws of the data. Each file holds one family; each function states its law in its first sentence."""

from collections.abc import Iterable, Iterator
from types import ModuleType

from macros.checks import (
    dates,
    definitions,
    discipline_passages,
    front_matter,
    links,
    markup,
    observations,
    pages,
    quality,
    registers,
    relations,
    report_heads,
    site_settings,
    unread,
    withheld_names,
)
from macros.checks.index import Known, Moved
from macros.problems.problem import Problem
from macros.reading.project import Project


def problems(project: Project, moved: Moved | None = None) -> Iterator[Problem]:
    """Every broken law of the project, family by family; `moved` is as in `Known`.

    Those of one file by itself are not asked of files that are known to keep them.
    """
    known, unjudged = Known.of(project, moved), project.unjudged
    yield from _of(project, known, (registers, definitions, relations))
    yield from _of(unjudged, known, (report_heads, dates, observations, quality, pages))
    yield from _of(project, known, (links,))
    yield from _of(unjudged, known, (markup, discipline_passages))
    yield from _of(project, known, (withheld_names, unread))
    yield from _of(unjudged, known, (front_matter,))
    yield from _of(project, known, (site_settings,))


def assembly_problems(project: Project) -> Iterator[Problem]:
    """Every broken law without which the files do not make one catalogue: ids lead somewhere, values are values.

    Relations are no part of a figure: one that means nothing is left out.
    """
    yield from _of(project, Known.of(project), (registers, definitions, report_heads, observations))


def _of(project: Project, known: Known, families: Iterable[ModuleType]) -> Iterator[Problem]:
    for family in families:
        yield from family.problems(project, known)
