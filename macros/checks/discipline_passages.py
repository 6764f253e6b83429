"""A passage of the narrative on discipline names nobody."""

import re
from collections.abc import Iterator

from macros.checks.index import Known
from macros.checks.person_rules import disciplinary_rows, somebody
from macros.problems.problem import Place, Problem, shorten
from macros.reading.narrative import NarrativePage
from macros.reading.project import Project
from macros.vietnamese import fold

# Of folded text. "Nâng cao ý thức kỷ luật" speaks of nobody; a sanction does.
_SANCTION = re.compile(
    r"\b(?:khien trach|canh cao|cach chuc|buoc thoi viec|ha bac luong|giang chuc|bai nhiem"
    r"|(?:bi|xu ly|xu li|thi hanh|hinh thuc|quyet dinh|chiu)\s+(?:\w+\s+){0,2}(?:ky|ki) luat)\b"
)
_HEADING = re.compile(r"#{1,6}\s")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
_LONGEST = 20_000  # letters of one passage that are looked at; no paragraph of a report is so long


def problems(project: Project, known: Known) -> Iterator[Problem]:
    rows = disciplinary_rows(known)
    for page in project.pages:
        told = {(call.place.line, call.macro) for call in page.calls if rows & {a for a in call.arguments if _id(a)}}
        lines = {line for line, _ in told}
        for first, passage, heading in _passages(page):
            within = range(first, first + passage.count("\n") + 1)
            on_discipline = _SANCTION.search(fold(f"{heading}\n{passage}")) or any(line in lines for line in within)
            if on_discipline and (named := somebody(passage)):
                line = first + passage.count("\n", 0, named.start())
                column = named.start() - (passage.rfind("\n", 0, named.start()) + 1) + 1
                yield Problem(
                    Place(page.path, line, column),
                    "E417",
                    f"đoạn thuyết minh về kỷ luật lại nêu tên người (“{shorten(named[0])}”)",
                    "đoạn văn về kỷ luật không có tên người",
                    "thay tên bằng chức danh hoặc số người, ví dụ “một công chức”",
                )


def _id(argument: object) -> bool:
    return isinstance(argument, str)


def _passages(page: NarrativePage) -> Iterator[tuple[int, str, str]]:
    """The paragraphs and list items of a page: first line, text and the heading above."""
    heading, start, held = "", 0, list[str]()
    for n, line in enumerate([*page.lines(), ""], 1):
        if held and (not line.strip() or _ITEM.match(line) or _HEADING.match(line)):
            yield start, "\n".join(held)[:_LONGEST], heading
            held = []
        if _HEADING.match(line):
            heading = line[:_LONGEST]
        if line.strip():
            start = start if held else n
            held.append(line)
