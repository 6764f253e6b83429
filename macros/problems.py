"""What is wrong with the input, where, and how to mend it: the words of every message to staff.

A message is made here and nowhere else, so that the same defect always reads the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

SITE_UNCHANGED = "trang công khai không bị thay đổi."


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a project file; line and column count from 1, and 0 means that they are not known."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        spot = [str(part) for part in (self.line, self.column) if part]
        return ":".join([self.path, *spot])


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
    """All problems of one reading, in the order of their places, and the warnings beside them."""

    def __init__(self, problems: Iterable[Problem], warnings: Iterable[Problem] = ()) -> None:
        self.problems: Sequence[Problem] = sorted(set(problems))
        self.warnings: Sequence[Problem] = sorted(set(warnings))
        super().__init__(f"{len(self.problems)} lỗi")

    def __str__(self) -> str:
        return "\n".join([*map(str, self.problems), f"Có {len(self.problems)} lỗi; {SITE_UNCHANGED}"])


def nearest(wrong: str, known: Iterable[str]) -> str:
    """The known word most like the wrong one, or "" when none is near."""
    matches = get_close_matches(wrong, sorted(known), n=1, cutoff=0.6)
    return matches[0] if matches else ""


def shorten(text: str, limit: int = 60) -> str:
    """The text on one line, cut to `limit` letters, fit to be quoted in a message."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"
