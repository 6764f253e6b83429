"""Headings of the narrative that seem to speak of a section, and do not say so."""

from collections.abc import Iterator, Sequence

from macros.checks.index import Known
from macros.problems.problem import Place, Problem, shorten
from macros.reading.project import Project
from macros.vietnamese import heading_name

FEWEST_WORDS = 3


def warnings(project: Project, known: Known) -> Iterator[Problem]:
    """A heading that is worded almost like one section is said to be that section's, so that search knows it."""
    if not project.indicators_complete:
        return
    names: list[tuple[str, str]] = []
    for entry in project.indicators:
        section = entry.shape.section
        for heading in (section.label, *section.narrative_headings):
            names.append((heading_name(heading, known.expansions), section.id))
    files = {entry.shape.section.id: (entry.shape.section.label, entry.record.path) for entry in project.indicators}
    said = {name for name, _ in names}
    for page in project.pages:
        for line, heading in page.headings() if page.is_report else ():
            name = heading_name(heading, known.expansions)
            near = [] if name in said else sorted({id for other, id in names if _alike(name.split(), other.split())})
            if len(near) == 1:
                label, path = files[near[0]]
                yield Problem(
                    Place(page.path, line),
                    "W510",
                    f"đề mục “{shorten(heading)}” gần giống tên nhóm “{shorten(label)}”, chưa rõ có phải nhóm ấy không",
                    "đề mục viết như tên nhóm, hoặc có trong “narrative_headings” của nhóm",
                    f"nếu đề mục nói về nhóm ấy, thêm nó vào “narrative_headings” trong {path}",
                )


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether all words of the shorter stand in the longer, in their order."""
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return len(short) >= FEWEST_WORDS and len(short) * 2 >= len(long) and all(word in rest for word in short)
