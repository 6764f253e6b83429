"""What must stand beside a figure that is shown alone: what it means, and that it is doubtful where it is.

Everything said is in the record: a relation that holds or fails, the definition, a remark, the place in the form.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from macros import addresses
from macros.agreement import CheckResult, Figure, NoteNumber, Operator, Outcome, Sum, Term
from macros.model import Catalogue, Code, Indicator, Kind, Observation, Remark, Report, Severity
from macros.views import phrases
from macros.views.contradiction import contradiction
from macros.views.rates import rate_sentence
from macros.wording import doubts, figures

_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_SENTENCE = re.compile(r"(?<=\.)\s")


def figure_meaning(report: Report, observation: Observation, catalogue: Catalogue) -> str:
    """One sentence that says what a figure means, for a reader who sees it alone; "" where nothing is known to say."""
    indicator = observation.indicator
    if observation.value is None:
        return observation.reason or figures.STATUS_MEANINGS.get(observation.status, "")
    if isinstance(observation.value, Code):
        return figures.ANSWER.format(answer=observation.value.label, code=observation.value.code)
    if rate := rate_sentence(report, observation):
        return figures.SENTENCE.format(told=rate)
    if observation.value == 0 and indicator.kind is Kind.COUNT:
        return figures.ZERO
    if parts := parts_text(report, indicator, catalogue):
        return figures.SUM.format(parts=parts)
    if indicator.definition:
        return _SENTENCE.split(indicator.definition)[0]
    return ""


_GRAVEST = list(Severity)


def remark_on(result: CheckResult, report: Report) -> Remark | None:
    """The gravest remark on the first figure of a relation, which may explain why it fails."""
    first = next((term.indicator for term in result.relation.left.terms if isinstance(term, Figure)), "")
    said = report.remarks_by_indicator.get(first, ())
    return min(said, key=lambda remark: _GRAVEST.index(remark.severity), default=None)


def place_text(indicator: Indicator, catalogue: Catalogue) -> str:
    """The row of the form that a figure belongs to, for where nothing better says what it counts.

    "" for a row directly below its section: what it counts does not follow from so wide a heading.
    """
    above = catalogue.ancestors(indicator)
    return figures.PLACE.format(heading=phrases.numbered(above[-1])) if above[1:] else ""


def parts_text(report: Report, indicator: Indicator, catalogue: Catalogue) -> str:
    """What a figure is the sum of, where a relation says so and holds: "Một cửa: 48; Một cửa liên thông: 3"."""
    for result in report.results_by_indicator.get(indicator.id, ()):
        match result.relation.operator, result.relation.left, result.relation.right:
            case Operator.EQUAL, Sum((Figure(total),), ()), Sum((_, _, *_) as parts, ()) if total == indicator.id:
                told = [_part(term, result, catalogue) for term in parts]
                if result.outcome is Outcome.HOLDS and None not in told:
                    return "; ".join(text for text in told if text)
    return ""


def _part(term: Term, result: CheckResult, catalogue: Catalogue) -> str | None:
    amount = phrases.value_text(value, None) if isinstance(value := result.value(term), Decimal) else "?"
    match term:
        case Figure(indicator):
            # What stands in brackets behind a label explains at length.
            name = phrases.inside(_BRACKETS.sub("", catalogue.indicators[indicator].title))
            return figures.SUM_PART.format(name=name, amount=amount)
        case NoteNumber(_, pattern):
            return phrases.inside(pattern.replace("#", amount))
        case _:
            return None


def ended(indicator: Indicator, catalogue: Catalogue) -> str:
    """That the form no longer has a row, and since when: "Không còn báo cáo sau năm 2031"; "" for a living one."""
    if indicator.last_period is None or indicator.lives_in(catalogue.latest.period):
        return ""
    return figures.ENDED.format(period=phrases.inside(indicator.last_period.label))


class Grounds(IntEnum):
    """On what a figure is doubted; the number stands for it in the index of the search, and for its words."""

    NONE = 0
    RELATION = 1
    REMARK = 2


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a figure cannot be taken at its word, in one short line, and where on the site that is laid out."""

    grounds: Grounds
    text: str
    address: str


def doubt(report: Report, indicator: Indicator, kept: bool = False) -> Doubt | None:
    """The gravest thing known against a figure: a hard check that fails, else a remark that is worth attention.

    None where there is neither. On a page that is `kept` as it was, the address is that of the whole list of today.
    """
    page = addresses.quality(report)
    for result in report.hard_by_indicator.get(indicator.id, ()):
        if result.fails:
            anchor = "" if kept else f"#{addresses.check_anchor(result.relation.id)}"
            return Doubt(Grounds.RELATION, contradiction(result, indicator.id), f"{page}{anchor}")
    for remark in report.remarks_by_indicator.get(indicator.id, ()):
        if remark.severity is Severity.HIGH:
            anchor = "" if kept else f"#{addresses.remark_anchor(remark.id)}"
            return Doubt(Grounds.REMARK, doubts.REMARK, f"{page}{anchor}")
    return None
