"""What is wrong with the input, where, and how to mend it: the words of every message to staff.

A message is made here and nowhere else, so that the same defect always reads the same.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_SPACE = re.compile("[\n\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LINE_BREAK = "<U+000A>"
SITE_UNCHANGED = "trang công khai không bị thay đổi."


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a project file; line and column count from 1, and 0 means that they are not known."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        spot = [str(part) for part in (self.line, self.column) if part]
        # A name with a line break in it would pass for another message.
        return ":".join([self.path.replace("\n", _LINE_BREAK), *spot])


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One defect: its place, a stable code, what was found, what is allowed, and the remedy (Vietnamese, NFC)."""

    place: Place
    code: str
    found: str
    allowed: str
    remedy: str
    subject: str = ""

    def __str__(self) -> str:
        subject = f"{self.subject}: " if self.subject else ""
        return (
            f"{self.place}: {self.code} {subject}{self.found}\n"
            f"    Cho phép: {self.allowed}\n"
            f"    Cách sửa: {self.remedy}"
        )


class Problems(Exception):
    """All problems of one reading, in the order of their places, and the warnings beside them.

    Not `is_sure` where something could not be had that may be there another time: there may be others then.
    """

    def __init__(self, problems: Iterable[Problem], warnings: Iterable[Problem] = (), *, is_sure: bool = True) -> None:
        self.is_sure = is_sure
        self.problems: Sequence[Problem] = sorted(set(problems))
        self.warnings: Sequence[Problem] = sorted(set(warnings))
        super().__init__(f"{len(self.problems)} lỗi")

    def __str__(self) -> str:
        return "\n".join([*map(str, self.problems), f"Có {len(self.problems)} lỗi; {SITE_UNCHANGED}"])


def nearest(wrong: str, known: Iterable[str]) -> str:
    """The known word most like the wrong one, or "" when none is near."""
    from difflib import get_close_matches  # takes long to load, and most projects have nothing wrong

    matches = get_close_matches(wrong, sorted(known), n=1, cutoff=0.6)
    return matches[0] if matches else ""


def visible(text: str) -> str:
    """The text as a terminal may be given it: what would move its cursor or turn its words stands as `<U+001B>`."""
    return text if _is_plain(text) else "".join(map(_shown, text))


def visible_json(text: str) -> str:
    """A text of JSON in which such characters, which stand only in its strings, are escapes of JSON."""
    return text if _is_plain(text) else "".join(map(_escaped, text))


def _shown(letter: str) -> str:
    return letter if _is_plain(letter) else f"<U+{ord(letter):04X}>"


def _escaped(letter: str) -> str:
    return letter if _is_plain(letter) else json.dumps(letter)[1:-1]


def _is_plain(text: str) -> bool:
    return all(line.isprintable() for line in _SPACE.split(text))


def shorten(text: str, limit: int = 60) -> str:
    """The text on one line, cut to `limit` letters, fit to be quoted in a message."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"
