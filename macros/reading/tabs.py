"""Tabs in YAML text, refused before it is parsed.

PyYAML's own parser and libyaml disagree on a Tab wherever it is neither in quotes nor in a comment: `kind:⇥coded` is a
key with its value to one and a word to the other. One law before both gives one verdict.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

import yaml

from macros.problems.problem import Place, Problem, shorten

Tokens = Callable[[str], Iterable[yaml.Token]]
_ALLOWED = "dấu cách"
_COMMENT = re.compile(r"(?:^|(?<=[ \t\r\n]))#")
# As YAML breaks lines: an old Mac's file has a carriage return alone, which ends a comment too.
_BREAK = re.compile(r"\r\n|\r|\n")


def tab_problems(path: str, text: str, tokens: Tokens) -> Iterator[Problem]:
    """The first Tab of each line that stands outside quotes and comments."""
    told = 0
    for position in _stray_tabs(text, tokens):
        line = len(_BREAK.findall(text, 0, position)) + 1
        if line != told:
            told = line
            yield _problem(path, line, text[_line_start(text, position) : position])


def doubtful_tab(path: str, text: str, tokens: Tokens) -> Problem | None:
    """The first Tab of a text that can be read as it is but not with spaces for its Tabs: its meaning is unknown."""
    _, _, readable = _quotes(text.replace("\t", " "), tokens)
    position = text.find("\t", readable) if readable < len(text) else -1
    if position < 0:
        return None
    line = len(_BREAK.findall(text, 0, position)) + 1
    return _problem(path, line, text[_line_start(text, position) : position])


def _problem(path: str, line: int, before: str) -> Problem:
    place = Place(path, line, len(before) + 1)
    if not before.strip():
        return Problem(place, "E101", "đầu dòng có phím Tab", _ALLOWED, "thay phím Tab ở đầu dòng bằng dấu cách")
    remedy = f"thay phím Tab bằng một dấu cách, hoặc chạy “congkhai fmt {path}” để tự sửa"
    return Problem(place, "E101", f"có phím Tab ngay sau “{shorten(before[-30:])}”", _ALLOWED, remedy)


def _stray_tabs(text: str, tokens: Tokens) -> Iterator[int]:
    """Where a Tab stands that is neither in quotes nor in a comment, up to where the text cannot be read."""
    starts, ends, readable = _quotes(text.replace("\t", " "), tokens)
    for tab in re.finditer("\t", text):
        # Behind a fault nobody knows what is in quotes; the fault itself is told.
        if tab.start() > readable:
            return
        n = bisect_right(starts, tab.start()) - 1
        if n >= 0 and tab.start() < ends[n]:
            continue
        after_quotes = max(_line_start(text, tab.start()), ends[n] if n >= 0 else 0)
        if not _COMMENT.search(text, after_quotes, tab.start()):
            yield tab.start()


def _line_start(text: str, position: int) -> int:
    return max(text.rfind("\n", 0, position), text.rfind("\r", 0, position)) + 1


def _quotes(text: str, tokens: Tokens) -> tuple[list[int], list[int], int]:
    """Where each text in quotes starts and ends, and up to where that is known."""
    starts: list[int] = []
    ends: list[int] = []
    try:
        for token in tokens(text):
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                starts.append(token.start_mark.index)
                ends.append(token.end_mark.index)
    except yaml.MarkedYAMLError as error:
        mark = error.context_mark or error.problem_mark
        return starts, ends, mark.index if mark else len(text)
    except (yaml.YAMLError, ValueError, OverflowError):
        # An escape that stands for no letter; where it is, nobody says.
        return starts, ends, ends[-1] if ends else 0
    return starts, ends, len(text)
