"""Problems as text for people, as JSON for tools, and as annotations for a review on GitHub."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from textwrap import fill, indent

from macros.agreement.queries import HEADING, Clarification, clarification_text
from macros.problems.codes import Explanation
from macros.problems.problem import SITE_UNCHANGED, Problem, visible_json
from macros.staff_guide import guide_page


def guide_address(problem: Problem, site: Path | None = None) -> str:
    """Where the staff guide explains the problem's code; `site` is where this machine has the guide, if it has."""
    return f"{guide_page(site)}#{problem.code.lower()}"


def text_report(
    errors: Sequence[Problem],
    warnings: Sequence[Problem],
    site: Path | None = None,
    unclear: Sequence[Clarification] = (),
) -> str:
    """Errors, then warnings, then what is to be made clear, then how many errors and warnings there are.

    `site` is where this machine has the guide, if it has.
    """
    told = [*errors, *warnings]
    blocks = [f"{problem}\n    Xem thêm: {guide_address(problem, site)}" for problem in told]
    explain = [f"Giải thích một mã ngay tại đây: congkhai explain {told[0].code}"] if told else []
    clarify = [clarification_text(unclear)] if unclear else []
    return "\n".join([*blocks, *explain, *clarify, summary(errors, warnings)])


def summary(errors: Sequence[Problem], warnings: Sequence[Problem]) -> str:
    """The last line: what there is to mend."""
    counted = f"{len(errors)} lỗi" + (f", {len(warnings)} cảnh báo" if warnings else "")
    if errors:
        return f"Có {counted}; {SITE_UNCHANGED}"
    return f"Không có lỗi{f', {len(warnings)} cảnh báo' if warnings else ''}."


def json_report(
    errors: Sequence[Problem],
    warnings: Sequence[Problem],
    site: Path | None = None,
    unclear: Sequence[Clarification] = (),
) -> str:
    """Errors, warnings and what is to be made clear as one JSON object; `line` and `column` are null where not known.

    Another machine may read it, so `site` is not looked at.
    """
    told = {"errors": _objects(errors), "warnings": _objects(warnings), "clarify": [_unclear(one) for one in unclear]}
    return visible_json(json.dumps(told, ensure_ascii=False, indent=1))


def _unclear(one: Clarification) -> dict[str, str | list[str]]:
    return {
        "period": str(one.period),
        "relation": one.relation,
        "type": one.type.value,
        "indicators": [key.indicator for key in one.series],
        "text": one.text,
    }


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


def github_report(
    errors: Sequence[Problem],
    warnings: Sequence[Problem],
    site: Path | None = None,
    unclear: Sequence[Clarification] = (),
) -> str:
    """One workflow command for each problem, which GitHub shows beside the line; `site` is not looked at."""
    lines = [_annotation("error", problem) for problem in errors]
    lines += [_annotation("warning", problem) for problem in warnings]
    lines += [_notice(one) for one in unclear]
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


def _notice(one: Clarification) -> str:
    file = _escaped(f"data/reports/{one.period}.yaml", ":,")
    return f"::notice file={file},title={_escaped(HEADING, ':,')}::{_escaped(f'{one.text} [{one.relation}]')}"


def _escaped(text: str, also: str = "") -> str:
    """Text as a workflow command takes it."""
    for letter in f"%\r\n{also}":
        text = text.replace(letter, f"%{ord(letter):02X}")
    return text


def explanation_text(code: str, explanation: Explanation) -> str:
    """What the staff guide says of a code, for a terminal."""
    examples = (("Sai", explanation.wrong), ("Đúng", explanation.right))
    shown = [f"{name}:\n{indent(example, '    ')}" for name, example in examples]
    return "\n\n".join([f"{code}  {explanation.title}", fill(explanation.why, 100), *shown])


REPORTS = {"text": text_report, "json": json_report, "github": github_report}
