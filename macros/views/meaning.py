"""What must stand beside a figure that is shown alone: what it means, and that it is doubtful where it is.

Everything said is in the record: a relation that holds or fails, the definition, a remark, the place in the form.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from macros import addresses
from macros.agreement import Figure, Finding, NoteNumber, Operator, Outcome, Ratio, Sum, Term
from macros.model import Catalogue, Code, Indicator, Kind, Observation, Remark, Report, Severity
from macros.views import phrases
from macros.views.contradiction import contradiction

_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_SENTENCE = re.compile(r"(?<=\.)\s")


def figure_meaning(report: Report, observation: Observation, catalogue: Catalogue) -> str:
    """One sentence that says what a figure means, for a reader who sees it alone; "" where nothing is known to say."""
    indicator = observation.indicator
    if observation.value is None:
        return observation.reason or phrases.STATUS_MEANINGS.get(observation.status, "")
    if isinstance(observation.value, Code):
        return f"Báo cáo trả lời «{observation.value.label}» (mã {observation.value.code})."
    if rate := phrases.rate_text(report, indicator):
        return f"{rate_opening(report, observation)} {rate}."
    if observation.value == 0 and indicator.kind is Kind.COUNT:
        return "Báo cáo khẳng định là 0, không phải để trống."
    if parts := parts_text(report, indicator, catalogue):
        return f"Trong đó: {parts}."
    if indicator.definition:
        return _SENTENCE.split(indicator.definition)[0]
    if indicator.kind is Kind.PERCENT and not _is_computed(report, indicator):
        return "Báo cáo không cho biết tỷ lệ này tính từ hai số nào."
    return ""


def rate_opening(report: Report, observation: Observation) -> str:
    """What stands before the two numbers of a rate: "43,75 % ="; "Tính từ" where they do not give that figure."""
    finding = report.rates.get(observation.indicator.id)
    fails = finding is not None and finding.outcome is Outcome.FAILS
    return "Tính từ" if fails else f"{phrases.figure_text(observation)} ="


def _is_computed(report: Report, rate: Indicator) -> bool:
    """Whether a relation that can be judged says of which two numbers a rate is made."""
    own = Sum((Figure(rate.id),))
    return any(
        finding.outcome is not Outcome.NOT_COMPUTABLE
        and own in sides
        and any(isinstance(side, Ratio) for side in sides)
        for finding in report.findings_by_indicator.get(rate.id, ())
        if (sides := (finding.relation.left, finding.relation.right))
    )


_GRAVEST = list(Severity)


def remark_on(finding: Finding, report: Report) -> Remark | None:
    """The gravest remark on the first figure of a relation, which may explain why it fails."""
    first = next((term.indicator for term in finding.relation.left.terms if isinstance(term, Figure)), "")
    said = report.remarks_by_indicator.get(first, ())
    return min(said, key=lambda remark: _GRAVEST.index(remark.severity), default=None)


def place_text(indicator: Indicator, catalogue: Catalogue) -> str:
    """The row of the form that a figure belongs to, for where nothing better says what it counts.

    "" for a row directly below its section: what it counts does not follow from so wide a heading.
    """
    above = catalogue.ancestors(indicator)
    return f"Thuộc mục «{phrases.numbered(above[-1])}»." if above[1:] else ""


def parts_text(report: Report, indicator: Indicator, catalogue: Catalogue) -> str:
    """What a figure is the sum of, where a relation says so and holds: "Một cửa: 48; Một cửa liên thông: 3"."""
    for finding in report.findings_by_indicator.get(indicator.id, ()):
        match finding.relation.operator, finding.relation.left, finding.relation.right:
            case Operator.EQUAL, Sum((Figure(total),), ()), Sum((_, _, *_) as parts, ()) if total == indicator.id:
                told = [_part(term, finding, catalogue) for term in parts]
                if finding.outcome is Outcome.HOLDS and None not in told:
                    return "; ".join(text for text in told if text)
    return ""


def _part(term: Term, finding: Finding, catalogue: Catalogue) -> str | None:
    amount = phrases.value_text(value, None) if isinstance(value := finding.value(term), Decimal) else "?"
    match term:
        case Figure(indicator):
            # What stands in brackets behind a label explains at length.
            return f"{phrases.inside(_BRACKETS.sub('', catalogue.indicators[indicator].title))}: {amount}"
        case NoteNumber(_, pattern):
            return phrases.inside(pattern.replace("#", amount))
        case _:
            return None


def ended(indicator: Indicator, catalogue: Catalogue) -> str:
    """That the form no longer has a row, and since when: "Không còn báo cáo sau năm 2031"; "" for a living one."""
    if indicator.last_period is None or indicator.lives_in(catalogue.latest.period):
        return ""
    return f"Không còn báo cáo sau {phrases.inside(indicator.last_period.label)}"


class Grounds(IntEnum):
    """On what a figure is doubted; the number stands for it in the index of the search."""

    NONE = 0
    RELATION = 1
    REMARK = 2


# Where a figure is one of many in a list, in a few words; its own place tells the numbers.
SHORT_DOUBTS = {
    Grounds.NONE: "",
    Grounds.RELATION: "không khớp với số khác trong báo cáo",
    Grounds.REMARK: "có nhận xét đáng chú ý",
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a figure cannot be taken at its word, in one short line, and where on the site that is laid out."""

    grounds: Grounds
    text: str
    address: str


def doubt(report: Report, indicator: Indicator, kept: bool = False) -> Doubt | None:
    """The gravest thing known against a figure: a relation that fails, else a remark that is worth attention.

    None where there is neither. On a page that is `kept` as it was, the address is that of the whole list of today.
    """
    page = addresses.quality(report)
    for finding in report.findings_by_indicator.get(indicator.id, ()):
        if finding.outcome is Outcome.FAILS:
            anchor = "" if kept else f"#{addresses.finding_anchor(finding.relation.id)}"
            return Doubt(Grounds.RELATION, contradiction(finding, indicator.id), f"{page}{anchor}")
    for remark in report.remarks_by_indicator.get(indicator.id, ()):
        if remark.severity is Severity.HIGH:
            anchor = "" if kept else f"#{addresses.remark_anchor(remark.id)}"
            return Doubt(Grounds.REMARK, "Có nhận xét đáng chú ý về số này", f"{page}{anchor}")
    return None
