"""Markdown pages to what they call and cite, without rendering them.

A page is read as the Jinja template that it is, so that every wrong id of every page is known, with its line, before
anything is built, and so that a document knows where it is cited.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.problems.problem import Place, Problem, shorten
from macros.reading.characters import character_problems, page_problems
from macros.reading.conflicts import conflict_problems
from macros.reading.page_calls import (
    HEADING,
    Call,
    Strange,
    calls_of,
    headings_above,
    printed_words,
    strange_of,
    undeclared_names,
)
from macros.reading.scalars import PERIOD_FORMS, PERIOD_REMEDY
from macros.reading.sources import Files
from macros.reading.yaml_records import MOST_PROBLEMS, Record, parse_record
from macros.record import Citation, Period, ReportKey
from macros.record.late import Late
from macros.vietnamese import invisible_characters

if TYPE_CHECKING:
    from macros.reading.outline import Outline

# Notes for maintainers live beside the pages but are not pages.
NOT_PAGES = ("decisions", "design")
# Only a report's own narrative rests on the documents that it cites; a guide merely mentions them.
REPORT_PAGES = "bao-cao/"
_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)
# What no reader sees as words: how it opens, how it closes, and whether it closes on its line.
_MACROS = {"{{": ("}}", False), "{%": ("%}", False), "{#": ("#}", False)}
_NOT_WRITTEN = _MACROS | {"```": ("```", False), "`": ("`", True)}
_NOT_TYPED = _NOT_WRITTEN | {"](": (")", True), "[^": ("]", True)}
_EMPHASIS = re.compile(r"\*+|\b_|_\b")
_ENVIRONMENT = Environment(keep_trailing_newline=True)


class PagePart(NamedTuple):
    """A part of a page below its front matter: its text as typed, or the words of its own that a macro prints.

    Of a statement there are none. `line` is where the part begins in the file.
    """

    text: str
    line: int
    is_typed: bool
    is_statement: bool = False


class PageSummary(NamedTuple):
    """What is asked of a page that was read before: what it leads to, what it cites, which anchors its macros make."""

    outline: "Outline"
    citations: tuple[Citation, ...]
    made_anchors: frozenset[str]


@dataclass(frozen=True)
class NarrativePage(Late):
    """One Markdown page: its address in `docs/`, the period of its front matter, and what it calls and names.

    `gives_period` is whether the front matter gives one, right, wrong or unreadable.
    `strange` is what stands in braces and is no macro call; `parts` are its text and its macros in their order.

    A page that is known to be right has a summary, and is read when more than that is asked of it.
    """

    path: str
    source: str
    text: str
    period: Period | None
    calls: tuple[Call, ...]
    names: tuple[tuple[str, Place], ...]
    gives_period: bool = False
    strange: tuple[Strange, ...] = field(default_factory=tuple)
    parts: tuple[PagePart, ...] = field(default_factory=tuple)

    @classmethod
    def known(cls, path: str, source: str, text: str, period: Period, summary: PageSummary) -> Self:
        """A page with a summary; its text is known to be one that can be read, and gives this period."""
        head = {"path": path, "source": source, "text": text, "period": period, "gives_period": True}
        return cls.late({**head, "_summary": summary}, lambda: _read_again(path, source, text))

    @property
    def summary(self) -> PageSummary | None:
        """What is known of a page that was read before; None for one that has been read in this process."""
        found: PageSummary | None = self.__dict__.get("_summary")
        return found

    def front_matter(self) -> Record | None:
        """What stands between the two lines `---` at the head of the page; None where there is none."""
        return _front_matter(self.path, self.text)

    @property
    def period_place(self) -> Place | None:
        """Where the front matter gives a period; None when it gives none."""
        record = self.front_matter() if self.gives_period else None
        if record is None:
            return None
        return Place(self.path) if record.problems else record.place(("period",))

    @property
    def body(self) -> str:
        """The page's text below its front matter."""
        return _FRONT_MATTER.sub("", self.text)

    def written_lines(self) -> list[str]:
        """The page's lines with macros, front matter and code blanked out, link targets kept, column for column."""
        return _blanked(_NOT_WRITTEN, self.text)

    def headings(self) -> list[tuple[int, str]]:
        """The page's headings: number of the line, words as they are printed."""
        lines = self.lines()
        return [(n, text) for n, text in enumerate(headings_above(lines)) if n and HEADING.match(lines[n - 1])]

    @property
    def report(self) -> ReportKey | None:
        """By what the report is found whose figures the page has; None for those of the newest."""
        return ReportKey(self.period) if self.period is not None else None

    @property
    def is_report(self) -> bool:
        """Whether the page is the narrative of a report."""
        return self.source.startswith(REPORT_PAGES) and self.period is not None

    def plain_text(self) -> str:
        """The page's own words: macros replaced by the text they print, figures called by macro left out."""
        return _EMPHASIS.sub("", "".join(part.text for part in self.parts).removesuffix("\n"))

    def lines(self) -> list[str]:
        """The page's lines with the front matter blanked out."""
        return _blanked({}, self.text)

    def typed_lines(self) -> list[str]:
        """The page's lines with macros, front matter, code, link targets and footnote marks blanked out."""
        return _blanked(_NOT_TYPED, self.text)

    def citations(self) -> Iterator[Citation]:
        """The documents that a report's page cites, in order; nothing for any other page."""
        if self.summary is not None:
            yield from self.summary.citations
            return
        if not self.is_report:
            return
        seen: Counter[str] = Counter()
        for call in self.calls:
            document = call.arguments[0] if call.arguments else call.keywords.get("document")
            if call.macro == "document" and isinstance(document, str):
                seen[document] += 1
                yield Citation(document, self.source, call.heading, seen[document])


def _read_again(path: str, source: str, text: str) -> Mapping[str, Any]:
    read, _ = parse_page(path, source, text)
    assert read is not None, "a page with a summary can be read"
    return vars(read)


def page_names(files: Files) -> list[str]:
    """Every Markdown page below `docs/`, in the order of their names."""
    return [name for name in files.names("docs") if name.endswith(".md") and name.split("/")[1] not in NOT_PAGES]


def read_page(
    files: Files, name: str, mended: Callable[[str], str] = str
) -> tuple[NarrativePage | None, list[Problem]]:
    """One page below `docs/`, None when it cannot be read, and what is wrong with its text once it is `mended`."""
    text = files.text(name)
    if isinstance(text, Problem):
        return None, [text]
    return parse_page(name, name.removeprefix("docs/"), mended(text))


# A page of the past is read twice: as a part of its project, and to be shown.
@lru_cache(maxsize=16)
def parse_page(name: str, source: str, text: str) -> tuple[NarrativePage | None, list[Problem]]:
    """The page in a Markdown text; `name` is its path in messages, `source` its path below `docs/`."""
    period, gives_period, problems = _front_matter_period(name, text)
    body = _below_front_matter(text)
    problems += conflict_problems(name, text, markdown=True)
    problems += page_problems(name, _lines(body))
    lines = _lines(text)
    try:
        below = _ENVIRONMENT.parse(body)
        front = text[: len(text) - len(body.lstrip("\n"))]
        # What stands in braces there counts as well.
        template = _ENVIRONMENT.parse(text) if "{" in front or "\r" in front else below
    # A number of thousands of digits is no syntax error to Jinja and no number to Python.
    except (TemplateSyntaxError, RecursionError, ValueError) as error:
        line = error.lineno if isinstance(error, TemplateSyntaxError) else 0
        curly = re.search("[“”‘’]", "".join(lines[line - 1 : line]))
        problems.append(
            Problem(
                Place(name, line, _opening("".join(lines[line - 1 : line])) if line else 0),
                "E501",
                "sai cú pháp macro",
                '{{ tên_macro("mã", …) }}, dấu ngoặc và dấu nháy đi thành cặp',
                f'thay dấu nháy cong {curly[0]} bằng dấu nháy thẳng "'
                if curly
                else "xem lại dấu ngoặc, dấu nháy và dấu phẩy ở dòng này hoặc dòng ngay trên",
            )
        )
        return None, problems
    found = list(template.find_all((nodes.Call, nodes.Name)))
    calls = tuple(calls_of(name, found, lines))
    problems += _escaped_letters(calls)
    names = tuple(undeclared_names(name, found, lines))
    strange = tuple(islice(strange_of(name, template, lines), MOST_PROBLEMS))
    parts = tuple(_parts(below))
    return NarrativePage(name, source, text, period, calls, names, gives_period, strange, parts), problems


def parts_of(text: str) -> tuple[PagePart, ...]:
    """The parts of a Markdown text; raises TemplateSyntaxError where it is no template."""
    return tuple(_parts(_ENVIRONMENT.parse(_below_front_matter(text))))


def _below_front_matter(text: str) -> str:
    """The text with empty lines for its front matter, so that every other line keeps its number."""
    return _FRONT_MATTER.sub(lambda front: "\n" * front[0].count("\n"), text)


def _parts(template: nodes.Template) -> Iterator[PagePart]:
    for node in template.body:
        if not isinstance(node, nodes.Output):
            yield PagePart("", node.lineno, is_typed=False, is_statement=True)
            continue
        for part in node.nodes:
            yield PagePart(printed_words(part), part.lineno, isinstance(part, nodes.TemplateData))


def _escaped_letters(calls: tuple[Call, ...]) -> Iterator[Problem]:
    """Letters of a macro's words that no reader sees, though the page has them as escapes: `\\u200b`."""
    for call in calls:
        for argument in (*call.arguments, *call.keywords.values()):
            if isinstance(argument, str) and invisible_characters(argument):
                found = character_problems(call.place_of(argument), argument)
                yield from (replace(problem, remedy="xóa mã này, gõ thẳng chữ cần viết") for problem in found)


def _lines(text: str) -> list[str]:
    """The lines as an editor counts them; `splitlines` would also break at a stray form feed."""
    return re.split("\r\n|\n", text)


def _opening(line: str) -> int:
    """The column of the first macro on a line, where a person looks for the mistake; 1 when there is none."""
    columns = [line.find(mark) for mark in ("{{", "{%", "{#")]
    return min((column for column in columns if column >= 0), default=0) + 1


def _blanked(marks: Mapping[str, tuple[str, bool]], text: str) -> list[str]:
    """The lines of a page with front matter and all that the marks enclose blanked out, column for column.

    Found by hand, since a pattern would look for the end of each mark that never ends, to the end of the page.
    """
    text = _FRONT_MATTER.sub(_blank, text)
    opening = re.compile("|".join(map(re.escape, marks)) or "(?!)")
    pieces, done, position, line_end = [], 0, 0, -1
    unclosed: dict[str, int] = {}
    while found := opening.search(text, position):
        closing, on_line = marks[found[0]]
        position = found.end()
        if position > line_end:
            line_end = text.find("\n", position) % (len(text) + 1)
        end = line_end if on_line else len(text)
        if unclosed.get(found[0], -1) >= end:
            continue
        closed = text.find(closing, position, end)
        if closed < 0:
            unclosed[found[0]] = end
            continue
        position = closed + len(closing)
        pieces += [text[done : found.start()], _blank(text[found.start() : position])]
        done = position
    return "".join([*pieces, text[done:]]).split("\n")


def _blank(text: str | re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", text if isinstance(text, str) else text[0])


def _front_matter(name: str, text: str) -> Record | None:
    front = _FRONT_MATTER.match(text)
    # The leading newline keeps line numbers those of the page.
    return parse_record(name, "\n" + front[1]) if front else None


def _front_matter_period(name: str, text: str) -> tuple[Period | None, bool, list[Problem]]:
    """The period that the front matter gives, whether it gives one, and what is wrong with it."""
    record = _front_matter(name, text)
    if record is None:
        return None, False, []
    if record.problems:
        return None, True, record.problems
    if not isinstance(record.value, dict) or record.value.get("period") is None:
        return None, False, []
    written = record.value["period"]
    try:
        return Period.parse(written if isinstance(written, str) else ""), True, []
    except ValueError:
        found = f"khóa “period”: không có kỳ báo cáo “{shorten(str(written))}”"
        return None, True, [Problem(record.place(("period",)), "E203", found, PERIOD_FORMS, PERIOD_REMEDY)]
