"""Conflict markers of git: what a merge leaves in a file for a person to decide."""

import re
from collections.abc import Iterator

from macros.problems.problem import Place, Problem

_MARKER = re.compile(r"^(<{7}|>{7}|\|{7}|={7})(?:[ \t][^\n]*)?\r?$", re.MULTILINE)
_OPENING, _MIDDLE, _CLOSING = "<<<<<<<", "=======", ">>>>>>>"


def conflict_problems(path: str, text: str, markdown: bool = False) -> Iterator[Problem]:
    """Every conflict that is still in a text, with the lines of all its markers; a marker left alone is told too.

    In Markdown seven = under a line of words are a heading, where no other marker is open.
    """
    if not any(mark in text for mark in (_OPENING, _MIDDLE, _CLOSING, "|" * 7)):
        return
    block: list[int] = []
    for line, mark in _markers(text, markdown):
        if block and (mark == _OPENING):
            yield _problem(path, block)
            block = []
        block.append(line)
        if mark == _CLOSING:
            yield _problem(path, block)
            block = []
    if block:
        yield _problem(path, block)


def _markers(text: str, markdown: bool) -> Iterator[tuple[int, str]]:
    inside = False
    for found in _MARKER.finditer(text):
        mark = found[1]
        above = text[: found.start()].rstrip("\r\n") if mark == _MIDDLE and not inside else ""
        underline = above and text[len(above) : found.start()].count("\n") == 1
        if markdown and underline and found[0].strip() == _MIDDLE:
            continue
        inside = mark != _CLOSING and (inside or mark in (_OPENING, "|" * 7))
        yield text.count("\n", 0, found.start()) + 1, mark


def _problem(path: str, lines: list[int]) -> Problem:
    where = f"các dòng {', '.join(map(str, lines[:-1]))} và {lines[-1]}" if len(lines) > 1 else f"dòng {lines[0]}"
    return Problem(
        Place(path, lines[0], 1),
        "E109",
        f"hai bản sửa chưa được gộp: git để lại dấu <<<<<<<, =======, >>>>>>> ở {where}",
        "một bản duy nhất, không còn dấu của git",
        "giữ phần đúng của hai bản, xóa phần kia và xóa cả các dòng dấu này",
    )
