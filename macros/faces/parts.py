"""Small faces that pages of several types share."""

import re
from dataclasses import dataclass

from macros import addresses, vietnamese
from macros.faces import phrases, relation_phrases, revision_text
from macros.faces.linked_text import Linked, Part, filled
from macros.faces.meaning import Doubt
from macros.faces.revision_text import Fate
from macros.record import Catalogue, Indicator, Observation, Question, Report, ReportStatus, Vintage
from macros.record.relation import CheckResult, Outcome
from macros.wording import context, doubts


@dataclass(frozen=True, slots=True)
class ContextFace:
    """The lines above figures: whose they are, of which period, how final; whom to write to."""

    figures: Linked
    contact: str


def context_face(report: Report, catalogue: Catalogue) -> ContextFace:
    """The lines above the figures of a report."""
    return ContextFace(_figures_of(report, catalogue), _contact(catalogue))


def _figures_of(report: Report, catalogue: Catalogue) -> Linked:
    """Whose the figures are, and what became of the agency."""
    agency = Part(catalogue.agency.name, addresses.ABOUT)
    period = vietnamese.inside(report.period.label)
    if report.status is ReportStatus.PUBLISHED:
        told = filled(context.OFFICIAL, period=period, agency=agency)
    elif year := _drafted_in(report):
        told = filled(context.DRAFT_OF_YEAR, period=period, agency=agency, year=str(year))
    else:
        told = filled(context.DRAFT, period=period, agency=agency)
    note = catalogue.agency.validity_note
    return filled(context.WITH_NOTE, figures=told, note=note) if note else told


_YEAR = re.compile(r"\b\d{4}\b")


def _drafted_in(report: Report) -> int | None:
    """The year of a draft, from its date as far as it is filled in."""
    if report.date:
        return report.date.year
    found = _YEAR.search(report.printed_date or "")
    return int(found[0]) if found else None


def _contact(catalogue: Catalogue) -> str:
    """Whom to write to; where nobody is known, the publisher's words for that or our own."""
    if known := phrases.contact(catalogue):
        return context.CONTACT.format(contact=known.rstrip(". "))
    note = catalogue.publisher.contact_note if catalogue.publisher else None
    return note or context.NO_CONTACT


def row_link(row: Indicator, report: Report, catalogue: Catalogue) -> Part:
    """The name of a row, with its page; where it has none of its own, its place in the report."""
    address = addresses.indicator(row) if addresses.has_page(row) else addresses.row(report, row)
    return Part(catalogue.names[row.key], address, printed=True)


@dataclass(frozen=True, slots=True)
class CheckFace:
    """What a check says, and its numbers; in their place what is `missing` where it could not be made."""

    outcome: Outcome
    anchor: str
    sentence: str
    numbers: str
    missing: str


def check_face(result: CheckResult, catalogue: Catalogue) -> CheckFace:
    """A check and what came of it; what a heading above it says of its outcome is not said again."""
    lacks = result.outcome is Outcome.NOT_COMPUTABLE and result.missing
    return CheckFace(
        result.outcome,
        addresses.check_anchor(result.relation.id),
        relation_phrases.relation_sentence(result.relation, catalogue),
        "" if lacks else relation_phrases.result_numbers(result),
        relation_phrases.missing_text(result, catalogue) if lacks else "",
    )


def page_link(indicator: Indicator, catalogue: Catalogue) -> Part:
    """The name of an indicator, with the address of its page."""
    return Part(catalogue.names[indicator.key], addresses.indicator(indicator), printed=True)


@dataclass(frozen=True, slots=True)
class LargeFigure:
    """A figure set large, its unit apart; one `in_words` is no number."""

    text: str
    unit: str
    in_words: bool


def large_figure(observation: Observation) -> LargeFigure:
    """The figure of a row as it stands alone."""
    text, unit = phrases.figure_with_unit(observation)
    is_blank = observation.value is None
    in_words = is_blank or observation.indicator.kind.is_answer
    return LargeFigure(phrases.opening(text) if is_blank else text, unit, in_words)


@dataclass(frozen=True, slots=True)
class StateFace:
    """What state a figure is in: a label, and the name of the state that it opens the meaning of, "" for none."""

    label: str
    opens: str


def state_face(observation: Observation) -> StateFace:
    """The state of a figure; that of one which has a value needs no meaning."""
    opens = phrases.state(observation) if observation.value is None else ""
    return StateFace(phrases.status_label(observation) or "", opens)


@dataclass(frozen=True, slots=True)
class CellFace:
    """What the value cell of a row shows. A blank opens the meaning of its `state`, and looks as its `status` says.

    An answer by a code is no quantity.
    """

    text: str
    state: str = ""
    status: str = ""
    is_answer: bool = False


def cell_face(observation: Observation) -> CellFace:
    """The value of a row, or why there is none."""
    text = phrases.cell_text(observation)
    if observation.value is None:
        return CellFace(text, phrases.state(observation), observation.status)
    return CellFace(text, is_answer=observation.indicator.kind.is_answer)


@dataclass(frozen=True, slots=True)
class CorrectedFace:
    """What a figure was before, and what has become of it."""

    before: str
    fate: Fate


def corrected_face(was: Vintage | None, observation: Observation, unit: bool = False) -> CorrectedFace | None:
    """The correction of a figure, with its `unit` where no new figure stands beside it; None where there is none."""
    if was is None:
        return None
    before = revision_text.figure_text(was.observation, unit)
    return CorrectedFace(before, revision_text.fate(was.observation, observation))


def short_doubt(doubt: Doubt | None) -> Part | None:
    """What is to be made clear of a figure in a list of many, in a word or two."""
    return Part(phrases.opening(doubts.SHORT_DOUBTS[doubt.grounds]), doubt.address) if doubt else None


@dataclass(frozen=True, slots=True)
class AnswerFace:
    """What was answered to a question: where it stands on its page, by whom and when, and the answer."""

    anchor: str
    by: str
    day: str
    text: str


def answer_face(question: Question) -> AnswerFace:
    """The answer of a question that has one."""
    answer = question.answer
    assert answer is not None, "asked of answered questions"
    return AnswerFace(addresses.question_anchor(question.id), answer.by, vietnamese.day(answer.date), answer.text)
