"""What must stand beside a figure that is shown alone: what it means, and what is to be made clear of it.

Everything said is in the record: a relation that holds or fails, the definition, a question, the place in the form.
"""

import re
from dataclasses import dataclass
from enum import IntEnum

from macros import addresses, vietnamese
from macros.faces import phrases
from macros.faces.failed_checks import contradiction
from macros.faces.rates import counts_sentence, rate_sentence
from macros.record import Catalogue, Indicator, Observation, Report, series_key
from macros.record.relation import CheckResult, Figure, NoteNumber, Operator, Outcome, Ratio, Sum, Term
from macros.wording import figures

_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_PLACED = re.compile(r"\{([a-z0-9-]+)\}")
_SENTENCE = re.compile(r"(?<=\.)\s")


def figure_meaning(report: Report, observation: Observation, catalogue: Catalogue) -> str:
    """One sentence that says what a figure means, for a reader who sees it alone; "" where nothing is known to say."""
    indicator = observation.indicator
    if observation.value is None:
        return observation.reason or phrases.STATE_MEANINGS.get(phrases.state(observation), "")
    if covered := covers_text(report, observation):
        return covered
    if rate := rate_sentence(report, observation):
        return figures.SENTENCE.format(told=rate)
    if remark := indicator.kind.remark(observation.value):
        return remark
    if parts := parts_text(report, indicator, catalogue):
        return figures.SUM.format(parts=parts)
    return _SENTENCE.split(indicator.definition)[0] if indicator.definition else ""


def tile_meaning(report: Report, observation: Observation, catalogue: Catalogue, told: bool) -> str:
    """The same below a large figure: what that says already is not said again; "" where nothing else is known.

    `told` is whether the two numbers of a rate stand in what is said of its change.
    """
    if observation.value is None or covers_text(report, observation):
        return figure_meaning(report, observation, catalogue)
    if counted := counts_sentence(report, observation):
        return "" if told else figures.SENTENCE.format(told=counted)
    return figure_meaning(report, observation, catalogue) or place_text(observation.indicator, catalogue)


def covers_text(report: Report, observation: Observation) -> str:
    """What the editors say that a figure is about, with the figures of the report; "" where one of them is blank."""
    text = observation.covers or ""
    rows = [report.observation(series_key(id)) for id in _PLACED.findall(text)]
    if not text or any(row is None or row.value is None for row in rows):
        return ""
    told = _PLACED.sub(lambda place: phrases.figure_text(report.by_key[series_key(place[1])], unit=False), text)
    return figures.SENTENCE.format(told=told.removesuffix("."))


def unexplained_rate(report: Report, observation: Observation, catalogue: Catalogue) -> str:
    """That the report does not say how a rate is made, for the page of its indicator; "" where anything tells of it.

    A relation, the definition, the note, a reading note, or a count printed below the same heading may tell.
    """
    rate = observation.indicator
    if not rate.kind.is_rate or observation.value is None or rate.definition or observation.note:
        return ""
    if _is_computed(report, rate) or rate.key in report.notes_at:
        return ""
    beside = [report.observation(row.key) for row in catalogue.children.get(rate.parent or "", ())]
    counted = any(row and row.indicator.kind.is_counted and row.value is not None for row in beside)
    return "" if counted else figures.RATE_UNEXPLAINED


def _is_computed(report: Report, rate: Indicator) -> bool:
    """Whether a relation that can be judged says of which two numbers a rate is made."""
    own = Sum((Figure(rate.key),))
    return any(
        result.outcome is not Outcome.NOT_COMPUTABLE and own in sides and any(isinstance(side, Ratio) for side in sides)
        for result in report.results_with.get(rate.key, ())
        if (sides := (result.relation.left, result.relation.right))
    )


def place_text(indicator: Indicator, catalogue: Catalogue) -> str:
    """The row of the form that a figure belongs to, for where nothing better says what it counts.

    "" for a row directly below its section: what it counts does not follow from so wide a heading.
    """
    above = catalogue.ancestors(indicator)
    return figures.PLACE.format(heading=phrases.numbered(above[-1])) if above[1:] else ""


def parts_text(report: Report, indicator: Indicator, catalogue: Catalogue) -> str:
    """What a figure is the sum of, where a relation says so and holds: "Một cửa: 48; Một cửa liên thông: 3"."""
    for result in report.results_with.get(indicator.key, ()):
        match result.relation.operator, result.relation.left, result.relation.right:
            case Operator.EQUAL, Sum((Figure(total),), ()), Sum((_, _, *_) as parts, ()) if total == indicator.key:
                told = [_part(term, result, catalogue) for term in parts]
                if result.outcome is Outcome.HOLDS and None not in told:
                    return "; ".join(text for text in told if text)
    return ""


def _part(term: Term, result: CheckResult, catalogue: Catalogue) -> str | None:
    unit = catalogue.indicators[term.indicator].unit if isinstance(term, Figure) else None
    value = result.value(term)
    amount = "?" if value is None else phrases.measured(vietnamese.number(value), unit.label if unit else None)
    match term:
        case Figure():
            # What stands in brackets behind a label explains at length.
            name = phrases.inside(_BRACKETS.sub("", catalogue.indicators[term.indicator].title))
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
    """Why a figure is marked; the number stands for it in the index of the search, and for its words."""

    NONE = 0
    CHECK = 1
    QUESTION = 2


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is to be made clear of a figure, in one short line, and where on the site that is laid out."""

    grounds: Grounds
    text: str
    address: str


def doubt(report: Report, indicator: Indicator, kept: bool = False) -> Doubt | None:
    """What is marked at a figure: a hard check of which it is the total and that fails, else an open question about it.

    None where there is neither, also for a figure that merely takes part. On a page that is `kept` as it was, the
    address is that of the whole list of today.
    """
    for result in report.failing_at.get(indicator.key, ()):
        anchor = "" if kept else f"#{addresses.check_anchor(result.relation.id)}"
        return Doubt(Grounds.CHECK, contradiction(result), f"{addresses.quality(report)}{anchor}")
    for question in report.questions_at.get(indicator.key, ()):
        if question.open:
            anchor = "" if kept else f"#{addresses.question_anchor(question.id)}"
            return Doubt(Grounds.QUESTION, question.text, f"{addresses.quality(report)}{anchor}")
    return None
