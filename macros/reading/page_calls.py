"""What a page of Markdown calls and names: its macro calls, and whatever else it has in braces, each with its place."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import nodes

from macros.problems.problem import Place, shorten

HEADING = re.compile(r"#{1,6}\s+(.*)")
# Names that mkdocs-macros and Jinja know; whoever uses them computes something.
HOST_NAMES = frozenset({"page", "config", "range", "loop"})
_ATTRIBUTES = re.compile(r"\s*\{:[^{}]*\}\s*$")
_CALL_IN_HEADING = re.compile(r"\{\{.*?\}\}")
_QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_LONGEST_QUOTED = 200


class Dynamic:
    """An argument that is known only when the page is rendered."""


DYNAMIC = Dynamic()


@dataclass(frozen=True, slots=True)
class Call:
    """A macro call on a page: positional and keyword arguments, DYNAMIC where they are not constants."""

    macro: str
    arguments: tuple[Any, ...]
    keywords: dict[str, Any]
    place: Place
    heading: str
    spots: tuple[tuple[Any, Place], ...] = ()

    def place_of(self, argument: Any) -> Place:
        """Where a constant argument stands; the call's own place when that is not known."""
        return next((place for constant, place in self.spots if constant == argument), self.place)


@dataclass(frozen=True, slots=True)
class Strange:
    """What a page has in braces that is no macro call: an expression or a statement, as typed, and the names in it.

    `bare` is its name when it is nothing but one.
    """

    text: str
    place: Place
    names: frozenset[str]
    bare: str | None


def calls_of(name: str, found: Iterable[nodes.Node], lines: list[str]) -> Iterator[Call]:
    """The calls of macros by their names among what was found on a page."""
    seen: Counter[tuple[int, str]] = Counter()
    headings = headings_above(lines)
    for node in found:
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name):
            macro = node.node.name
            place = _place(name, lines, node.lineno, rf"\b{macro}\s*\(", seen[node.lineno, macro])
            seen[node.lineno, macro] += 1
            arguments = tuple(_constant(argument) for argument in node.args)
            keywords = {keyword.key: _constant(keyword.value) for keyword in node.kwargs}
            if node.dyn_args is not None or node.dyn_kwargs is not None:
                arguments = (DYNAMIC,)
            spots = tuple(_spots(lines, node, place))
            yield Call(macro, arguments, keywords, place, headings[min(node.lineno, len(lines))], spots)


def strange_of(name: str, template: nodes.Template, lines: list[str]) -> Iterator[Strange]:
    """Everything in braces that is not the call of a macro by its name; nothing else may be computed on a page."""
    seen: Counter[tuple[int, str]] = Counter()
    for node in template.body:
        parts, mark = list[nodes.Node]([node]), r"\{%"
        if isinstance(node, nodes.Output):
            parts, mark = [part for part in node.nodes if not isinstance(part, nodes.TemplateData)], r"\{\{"
        for part in parts:
            place = _place(name, lines, part.lineno, mark, seen[part.lineno, mark])
            seen[part.lineno, mark] += 1
            if not (isinstance(part, nodes.Call) and isinstance(part.node, nodes.Name)) or part.node.name in HOST_NAMES:
                names = frozenset(inner.name for inner in part.find_all(nodes.Name) if inner.ctx == "load")
                bare = part.name if isinstance(part, nodes.Name) else None
                yield Strange(_typed_at(lines, place), place, names | ({bare} if bare else set()), bare)


def undeclared_names(name: str, found: Iterable[nodes.Node], lines: list[str]) -> Iterator[tuple[str, Place]]:
    """Every name that the page uses and does not set itself, with its place."""
    named = [node for node in found if isinstance(node, nodes.Name)]
    own = {node.name for node in named if node.ctx != "load"}
    seen: Counter[tuple[int, str]] = Counter()
    for node in named:
        if node.ctx == "load" and node.name not in own:
            yield node.name, _place(name, lines, node.lineno, rf"\b{node.name}\b", seen[node.lineno, node.name])
            seen[node.lineno, node.name] += 1


def printed_words(part: nodes.Node) -> str:
    """What a piece of a page prints, as far as it is words of the page's own."""
    if isinstance(part, nodes.TemplateData):
        return part.data
    if not isinstance(part, nodes.Call) or not isinstance(part.node, nodes.Name):
        return ""
    arguments = [_constant(argument) for argument in part.args]
    keywords = {keyword.key: _constant(keyword.value) for keyword in part.kwargs}
    match part.node.name:
        case "observation":
            # The annex's own figure: held against the annex it would agree with itself.
            return "…"
        case "typed" | "foreign":
            printed = arguments[0] if arguments else keywords.get("text")
        case "document" | "abbr" | "indicator":
            printed = arguments[1] if len(arguments) > 1 else keywords.get("text")
            first = arguments[0] if arguments else ""
            printed = printed or (first if isinstance(first, str) and first.isupper() else "")
        case _:
            return ""
    return printed if isinstance(printed, str) else ""


def headings_above(lines: list[str]) -> list[str]:
    """For each line number, from 0, the text of the heading that the line stands under.

    Macros in it are replaced by the text they print.
    """
    headings = [""]
    for line in lines:
        match = HEADING.match(line)
        # Markdown lets a heading end in number signs too.
        words = _ATTRIBUTES.sub("", match[1]).rstrip().rstrip("#").rstrip() if match else ""
        headings.append(_CALL_IN_HEADING.sub(_printed, words) if match else headings[-1])
    return headings


def _printed(call: re.Match[str]) -> str:
    quoted = _QUOTED.findall(call[0])
    return "".join(quoted[-1]) if quoted else ""


def _typed_at(lines: list[str], place: Place) -> str:
    """What a person typed in braces at a place, as far as it stands on that line."""
    start = max(place.column - 1, 0)
    rest = lines[place.line - 1][start : start + _LONGEST_QUOTED] if place.line <= len(lines) else ""
    typed = re.match(r"(\{\{|\{%).*?(\}\}|%\}|$)", rest)
    return shorten(typed[0] if typed else rest)


def _spots(lines: list[str], call: nodes.Call, place: Place) -> Iterator[tuple[str, Place]]:
    """Each quoted argument of a call with its place."""
    for node in (*call.args, *(keyword.value for keyword in call.kwargs)):
        if isinstance(node, nodes.Const) and isinstance(node.value, str) and node.lineno <= len(lines):
            after = place.column if node.lineno == place.line else 0
            start = _quoted_at(lines[node.lineno - 1], node.value, after)
            if start >= 0:
                yield node.value, Place(place.path, node.lineno, start + 1)


def _quoted_at(line: str, words: str, after: int) -> int:
    """Where on a line words stand in quotation marks, with the mark; -1 for nowhere."""
    found = line.find(words, after + 1)
    while found >= 0:
        end = found + len(words)
        if line[found - 1] in "\"'" and line[end : end + 1] in ('"', "'"):
            return found - 1
        found = line.find(words, found + 1)
    return -1


def _constant(node: nodes.Expr) -> Any:
    """The value of a literal; anything else is not worked out, for it may take for ever: `9**9**9`."""
    if isinstance(node, nodes.Neg) and isinstance(node.node, nodes.Const) and isinstance(node.node.value, int):
        return -node.node.value
    return node.value if isinstance(node, nodes.Const) else DYNAMIC


def _place(name: str, lines: list[str], line: int, pattern: str, occurrence: int) -> Place:
    """The place of the n-th match of the pattern on a line; the line alone when it stands on another one."""
    columns = _columns(lines[line - 1], pattern) if line <= len(lines) else ()
    return Place(name, line, columns[occurrence] if occurrence < len(columns) else 0)


@lru_cache(maxsize=64)
def _columns(line: str, pattern: str) -> tuple[int, ...]:
    """Where the pattern matches; kept, for a line may call a macro thousands of times."""
    return tuple(match.start() + 1 for match in re.finditer(pattern, line))
