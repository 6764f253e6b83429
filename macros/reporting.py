"""Problems as text for people, as JSON for tools, and as annotations for a review on GitHub."""

import json
import os
from collections.abc import Iterable, Sequence

from macros.problems import SITE_UNCHANGED, Problem

GUIDE = "huong-dan/loi/"


def guide_address(problem: Problem) -> str:
    """Where the staff guide explains the problem's code; a full address when the site's own is known."""
    site = os.environ.get("CONGKHAI_SITE_URL", "")
    return f"{site}{'/' if site and not site.endswith('/') else ''}{GUIDE}#{problem.code.lower()}"


def text_report(errors: Sequence[Problem], warnings: Sequence[Problem]) -> str:
    """Errors, then warnings, then how many of each there are."""
    blocks = [_text(problem) for problem in [*errors, *warnings]]
    # A warning weighs the narrative against the figures, so it waits until those can be read.
    later = ["Cảnh báo được xét khi không còn lỗi."] if errors and not warnings else []
    return "\n".join([*blocks, *later, summary(errors, warnings)])


def _text(problem: Problem) -> str:
    return f"{problem}\n    Xem thêm: {guide_address(problem)}"


def summary(errors: Sequence[Problem], warnings: Sequence[Problem]) -> str:
    """The last line: what there is to mend."""
    counted = f"{len(errors)} lỗi" + (f", {len(warnings)} cảnh báo" if warnings else "")
    if errors:
        return f"Có {counted}; {SITE_UNCHANGED}"
    return f"Không có lỗi{f', {len(warnings)} cảnh báo' if warnings else ''}."


def json_report(errors: Sequence[Problem], warnings: Sequence[Problem]) -> str:
    """Errors and warnings as one JSON object; `line` and `column` are null where they are not known."""
    return json.dumps({"errors": _objects(errors), "warnings": _objects(warnings)}, ensure_ascii=False, indent=1)


def _objects(problems: Iterable[Problem]) -> list[dict[str, str | int | None]]:
    return [
        {
            "code": problem.code,
            "path": problem.place.path,
            "line": problem.place.line or None,
            "column": problem.place.column or None,
            "subject": problem.subject or None,
            "found": problem.found,
            "allowed": problem.allowed,
            "remedy": problem.remedy,
            "guide": guide_address(problem),
        }
        for problem in problems
    ]


def github_report(errors: Sequence[Problem], warnings: Sequence[Problem]) -> str:
    """One workflow command for each problem, which GitHub shows beside the line."""
    lines = [_annotation("error", problem) for problem in errors]
    lines += [_annotation("warning", problem) for problem in warnings]
    return "\n".join([*lines, summary(errors, warnings)])


def _annotation(level: str, problem: Problem) -> str:
    place = problem.place
    spot = {"file": place.path, "line": place.line, "col": place.column, "title": problem.code}
    properties = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in spot.items() if value)
    subject = f"{problem.subject}: " if problem.subject else ""
    message = (
        f"{subject}{problem.found}\nCho phép: {problem.allowed}\nCách sửa: {problem.remedy}"
        f"\nXem thêm: {guide_address(problem)}"
    )
    return f"::{level} {properties}::{_escaped(message)}"


def _escaped(text: str, also: str = "") -> str:
    """Text as a workflow command takes it."""
    for letter in f"%\r\n{also}":
        text = text.replace(letter, f"%{ord(letter):02X}")
    return text


REPORTS = {"text": text_report, "json": json_report, "github": github_report}
