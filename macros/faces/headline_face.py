"""The newest figure of an indicator, large at the top of its page, and what is said around it."""

from dataclasses import dataclass

from macros import addresses
from macros.faces import change_text, meaning, phrases, revision_text
from macros.faces.derived import Derived
from macros.faces.linked_text import Linked, Part, filled, listed
from macros.faces.meaning import Doubt
from macros.faces.parts import (
    ContextFace,
    CorrectedFace,
    LargeFigure,
    context_face,
    corrected_face,
    large_figure,
    page_link,
)
from macros.faces.progress_face import ProgressFace, progress_face
from macros.faces.rates import rate_form
from macros.record import Catalogue, Indicator, Observation, Report
from macros.wording import copying, figures
from macros.wording import indicator as wording


@dataclass(frozen=True, slots=True)
class MailFace:
    """A letter about a figure: to whom, and what it begins with."""

    email: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class HeadlineFace:
    """The newest figure of an indicator.

    `ended` says that the form no longer has the row, and what took its place. What a rate is made of is told in `rate`,
    with links; what any other figure means, in `meaning`. `change` is what became of it since the period before, and
    `all_changes` the address of the page that has those of all rows, "" where none is. `row` is where it stands in the
    report. `quotation` is what is copied of it; `kept` the address of the page that keeps it as it is, "" where none
    does. Without a `mail`, `has_contact` says whether anybody can be written to.
    """

    anchor: str
    name: str
    context: ContextFace
    ended: Linked
    figure: LargeFigure
    corrected: CorrectedFace | None
    progress: ProgressFace | None
    period: str
    status: str
    rate: Linked
    meaning: str
    doubt: Doubt | None
    note: Linked
    change: str
    all_changes: str
    row: Part
    quotation: str
    kept: str
    mail: MailFace | None
    has_contact: bool


def headline_face(report: Report, observation: Observation, derived: Derived) -> HeadlineFace:
    """The face of a figure of a report, the newest of its indicator."""
    catalogue, indicator = derived.catalogue, observation.indicator
    history = catalogue.history
    change = derived.changes_before(report).get(indicator.key)
    doubt = meaning.doubt(report, indicator)
    corrected = revision_text.correction_sentence(report, observation, history)
    past = history.reports.get(report.key)
    anchor = addresses.row_anchor(indicator)
    rate = _rate(report, observation)
    return HeadlineFace(
        anchor=anchor,
        name=catalogue.names[indicator.key],
        context=context_face(report, catalogue),
        ended=_ended(indicator, catalogue),
        figure=large_figure(observation),
        corrected=_correction(report, observation, catalogue),
        progress=progress_face(report, indicator),
        period=report.period.label,
        status=report.status,
        rate=rate,
        meaning="" if rate else _meaning(report, observation, catalogue),
        doubt=doubt,
        note=tuple(phrases.note_parts(observation, catalogue)),
        change=change_text.finding_text(change, observation),
        all_changes=addresses.comparison(report) if change else "",
        row=Part(wording.ROW_IN_REPORT.format(report=phrases.report_title(report)), addresses.row(report, indicator)),
        quotation=phrases.quotation(report, observation, catalogue, corrected, doubt.text if doubt else None),
        kept=f"{addresses.edition(past.newest)}#{anchor}" if past else "",
        mail=_mail(report, observation, catalogue),
        has_contact=phrases.contact(catalogue) is not None,
    )


def _ended(indicator: Indicator, catalogue: Catalogue) -> Linked:
    """That the form no longer has the row, and by which ones it is replaced; nothing of a living one."""
    ended = meaning.ended(indicator, catalogue)
    if not ended:
        return ()
    links = [page_link(catalogue.indicators[id], catalogue) for id in indicator.successors]
    if not links:
        return filled(wording.ENDED, ended=ended)
    *others, last = links
    successors: Part | Linked = last
    if others:
        successors = filled(wording.SUCCESSORS, others=listed(others, ", "), last=last)
    return filled(wording.ENDED_REPLACED, ended=ended, successors=successors)


def _correction(report: Report, observation: Observation, catalogue: Catalogue) -> CorrectedFace | None:
    was = revision_text.correction(report, observation, catalogue.history)
    return corrected_face(was, observation, observation.value is None)


def _rate(report: Report, observation: Observation) -> Linked:
    """What a rate is made of, each of its two numbers with a link; nothing for what is no rate."""
    parts = phrases.rate_parts(report, observation.indicator)
    if not parts:
        return ()
    (part, part_of), (whole, whole_of) = parts
    linked = filled(figures.RATE, part=_counted(part, part_of), whole=_counted(whole, whole_of))
    form, others = rate_form(report, observation)
    told = filled(form, rate=linked, **others)
    if part_of is None or whole_of is None:
        return filled(figures.SENTENCE, told=told)
    return filled(wording.RATE_NAMED, rate=told, part=part_of.title, whole=whole_of.title)


def _counted(text: str, indicator: Indicator | None) -> Part:
    return Part(text, addresses.indicator(indicator) if indicator else None)


def _meaning(report: Report, observation: Observation, catalogue: Catalogue) -> str:
    told = meaning.figure_meaning(report, observation, catalogue)
    return told or meaning.unexplained_rate(report, observation, catalogue)


def _mail(report: Report, observation: Observation, catalogue: Catalogue) -> MailFace | None:
    """The letter to whoever keeps the figures; None where no address is known."""
    email = phrases.email(catalogue)
    if email is None:
        return None
    lines = (
        copying.LETTER_PAGE.format(address=addresses.indicator(observation.indicator)),
        wording.LETTER_FIGURE.format(period=report.period.label, figure=phrases.figure_text(observation)),
        wording.LETTER_CORRECT,
    )
    subject = wording.LETTER_SUBJECT.format(name=catalogue.names[observation.key])
    return MailFace(email, subject, "\n".join(lines))
