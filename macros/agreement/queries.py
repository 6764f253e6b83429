"""What staff should look at before the public does: checks of the newest report that fail, with its figures by name.

Nothing of it is an error: the figures may stand in the source as they were typed. Hard checks are public, queries go to
the agency first.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from macros import vietnamese
from macros.record import Catalogue, Period, Question, Report, SeriesKey
from macros.record.relation import (
    CheckResult,
    Expression,
    Figure,
    NarrativeNumber,
    NoteNumber,
    Operator,
    Ratio,
    RelationType,
    Term,
)

HEADING = "Cần làm rõ"
STAFF_HEADING = "Danh sách nội bộ"
_TYPES = {
    RelationType.HARD: "Chắc chắn không khớp, trang công khai nêu ra",
    RelationType.QUERY: "Cần hỏi lại cơ quan, trang công khai không nêu",
}


@dataclass(frozen=True, slots=True)
class Clarification:
    """A check that fails in a report: which one, on which figures, and what the figures are."""

    period: Period
    relation: str
    type: RelationType
    series: tuple[SeriesKey, ...]
    text: str


def clarifications(catalogue: Catalogue) -> list[Clarification]:
    """What is to be made clear in the newest report: failing hard checks, then open queries."""
    report = catalogue.latest
    return [
        Clarification(
            report.period,
            result.relation.id,
            result.relation.type,
            result.relation.series,
            _Telling(report, catalogue).told(result),
        )
        for result in (*report.failing_checks, *report.open_queries)
    ]


def clarification_text(found: Iterable[Clarification]) -> str:
    """The list for a terminal, under its heading; "" where there is nothing to make clear."""
    found = list(found)
    if not found:
        return ""
    lines = [f"{HEADING} ({vietnamese.inside(found[0].period.label)}):"]
    for type, heading in _TYPES.items():
        of_type = [one for one in found if one.type is type]
        lines += [f"  {heading}:"] if of_type else []
        lines += [f"    - {one.text} [{one.relation}]" for one in of_type]
    return "\n".join(lines)


def staff_text(catalogue: Catalogue) -> str:
    """What people wrote for staff: questions that wait, and the notes that are published nowhere; "" for nothing."""
    lines: list[str] = []
    for report in catalogue.reports:
        label = vietnamese.inside(report.period.label)
        waiting = [f"    - {question.text} [{question.id}; {_asked(question)}]" for question in report.open_questions]
        notes = [f"    - {note.text}{f' ({note.reference})' if note.reference else ''}" for note in report.staff_notes]
        lines += [f"  Câu hỏi chưa có trả lời, {label}:", *waiting] if waiting else []
        lines += [f"  Chỉ dành cho người làm số liệu, không công bố, {label}:", *notes] if notes else []
    return "\n".join([f"{STAFF_HEADING}:", *lines]) if lines else ""


def _asked(question: Question) -> str:
    return f"hỏi ngày {vietnamese.day(question.asked)}" if question.asked else "chưa có nơi để hỏi"


@dataclass(frozen=True, slots=True)
class _Telling:
    """Tells the results of one report in words."""

    report: Report
    catalogue: Catalogue

    def told(self, result: CheckResult) -> str:
        relation = result.relation
        left = self._side(relation.left, result, result.left)
        right = self._side(relation.right, result, result.right)
        match relation.operator:
            case Operator.EQUAL:
                return f"{left}; còn {right}"
            case Operator.NOT_ABOVE:
                return f"{left}; lớn hơn {right}"
            case Operator.EACH_HAS:
                return f"{left}; nhiều hơn {right}, dù mỗi việc trước có ít nhất một việc sau"
            case Operator.IMPLIES_ZERO:
                parts = [self._named(t, value) for t in relation.right.terms if (value := result.value(t))]
                return f"{left}; nhưng {' và '.join(parts)}"

    def _side(self, side: Expression, result: CheckResult, total: Decimal | None) -> str:
        """The numbers of a side by name, and what they come to where there are several."""
        if isinstance(side, Ratio):
            top, bottom = (self._named(term, result.value(term)) for term in side.terms)
            percent = "" if total is None else f", tức {vietnamese.number(vietnamese.rounded(total, 4))}%"
            return f"{top} chia cho {bottom}{percent}"
        told = " cộng ".join(self._named(term, result.value(term)) for term in side.plus)
        told = " trừ ".join([told, *(self._named(term, result.value(term)) for term in side.minus)])
        return told if total is None or len(side.terms) == 1 else f"{told}, được {vietnamese.number(total)}"

    def _named(self, term: Term, value: Decimal | None) -> str:
        number = "chưa có số" if value is None else f"là {vietnamese.number(value)}"
        match term:
            case Figure(series):
                return f"“{self.catalogue.names[series]}” {number}"
            case NoteNumber(series, pattern):
                return f"số trong ghi chú “{pattern.replace('#', '…')}” của “{self.catalogue.names[series]}” {number}"
            case NarrativeNumber(pattern):
                return f"số trong thuyết minh “{pattern.replace('#', '…')}” {number}"
