"""Figures, statuses, dates and citations in the reader's Vietnamese."""

import re
from decimal import Decimal

from macros import addresses, vietnamese
from macros.faces.linked_text import Part
from macros.reading.document_citations import cited
from macros.record import Catalogue, Document, Indicator, Observation, Report, Status
from macros.record.relation import Figure, Outcome
from macros.wording import figures, relations, reports

# What a cell can be, in the order in which pages list it: a value, or one of the blanks, with its meaning.
STATE_LABELS = {**figures.STATUS_LABELS, **figures.BLANK_LABELS}
STATE_MEANINGS = {**figures.STATUS_MEANINGS, **figures.BLANK_MEANINGS}
# In the order in which pages list them.
OUTCOMES = tuple(map(Outcome, relations.OUTCOME_LABELS))
# Templates have these from here.
inside, measured, PER_CENT = vietnamese.inside, vietnamese.measured, vietnamese.PER_CENT
_PERSON = re.compile(r"\{(\d{1,4})\}")


def state(observation: Observation) -> str:
    """The name of a figure's state: reported, or why it is blank."""
    return str(observation.blank or observation.status)


def state_letter(state: str) -> str | None:
    """The letter of SDMX's CL_OBS_STATUS for a state; a cell that the report left blank has no other for its reason."""
    return (Status(state) if state in figures.STATUS_LABELS else Status.NOT_REPORTED).sdmx


def status_label(observation: Observation) -> str | None:
    """The state in words, of a pending figure in those of the report where the data have them; None for a heading."""
    label = STATE_LABELS.get(state(observation))
    if observation.waiting is not None and observation.value is None:
        return figures.WAITING.format(waiting=observation.waiting)
    if label and observation.expected is not None:
        return figures.EXPECTED.format(status=label, period=inside(observation.expected.label))
    return label


def cell_text(observation: Observation) -> str:
    """What the value cell shows: "43,75", "Có (1)", "Báo cáo để trống"; nothing for a heading."""
    if observation.value is None:
        return status_label(observation) or ""
    return observation.indicator.kind.cell(observation.value)


def figure_text(observation: Observation, unit: bool = True, digits: int = 1) -> str:
    """The figure in a sentence: "43,75%", "16 nhiệm vụ", "Có", "báo cáo để trống"."""
    if observation.value is None:
        return inside(status_label(observation) or "")
    label = observation.indicator.unit.label if unit and observation.indicator.unit else None
    return observation.indicator.kind.written(observation.value, label, digits)


def opening(phrase: str) -> str:
    """The phrase as it begins a sentence."""
    return phrase[:1].upper() + phrase[1:]


def figure_with_unit(observation: Observation) -> tuple[str, str]:
    """The figure and its unit apart, for where one is set larger than the other: ("43,75", "%"), ("Có", "")."""
    unit = observation.indicator.unit.label if observation.indicator.unit else ""
    text = figure_text(observation, unit=False)
    return (text, unit) if observation.amount is not None else (text, "")


def quotation(
    report: Report, observation: Observation, catalogue: Catalogue, correction: str = "", caution: str | None = None
) -> str:
    """The figure with its source, to be copied: {address} stands for the full address of its page, {today} for the day.

    `correction` tells that the figure was corrected. `caution` is what is known against it: it goes along, with {doubt}
    for the full address of what lays it out.
    """
    quoted = f"{quoted_figure(observation, catalogue, correction)} {quoted_source(report, catalogue)}"
    return f"{quoted} {quoted_caution(caution)}" if caution else quoted


def quoted_figure(observation: Observation, catalogue: Catalogue, correction: str = "") -> str:
    """The part of a quotation that is the row's own: its name, its figure, and that this was corrected."""
    quoted = figures.QUOTED.format(name=catalogue.names[observation.key], figure=figure_text(observation))
    return figures.QUOTED_CORRECTED.format(quoted=quoted, correction=correction) if correction else quoted


def quoted_source(report: Report, catalogue: Catalogue, kept: str | None = None) -> str:
    """The part of a quotation that every row of a report shares; `kept` names the kept page that it is taken from."""
    number = report.printed_number
    official = figures.QUOTED_NUMBER.format(number=number) if number else reports.STATUS_LABELS[report.status]
    source = figures.QUOTED_REPORT.format(
        agency=catalogue.agency.name, report=inside(report_title(report)), official=inside(official)
    )
    source = figures.QUOTED_KEPT.format(source=source, kept=kept) if kept else source
    return figures.QUOTED_SOURCE.format(
        period=inside(report.period.label), source=source, address="{address}", today="{today}"
    )


def quoted_caution(caution: str) -> str:
    """The part of a quotation that says what is to be made clear of its figure."""
    return figures.QUOTED_CAUTION.format(caution=caution, doubt="{doubt}")


_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def contact(catalogue: Catalogue) -> str | None:
    """Whom to write to about the figures and the site: the publisher, else the agency; None where nobody is known."""
    return (catalogue.publisher.contact if catalogue.publisher else None) or catalogue.agency.contact


def email(catalogue: Catalogue) -> str | None:
    """The address to write to about a figure: the publisher's, else the agency's; None where neither has one."""
    contacts = (catalogue.publisher.contact if catalogue.publisher else None, catalogue.agency.contact)
    found = [match[0] for contact in contacts if contact and (match := _EMAIL.search(contact))]
    return found[0] if found else None


def target_text(observation: Observation) -> str | None:
    """What was to be reached: "Mục tiêu 95%"; None where the source names no target."""
    amount = target_amount(observation)
    return figures.TARGET.format(amount=amount) if amount else None


def target_amount(observation: Observation) -> str | None:
    """What was to be reached with its unit: "95%"; None where the source names no target."""
    if observation.target is None:
        return None
    unit = observation.indicator.unit.label if observation.indicator.unit else None
    return observation.indicator.kind.written(observation.target, unit)


def rate_text(report: Report, indicator: Indicator) -> str | None:
    """A rate with the numbers it is made of, "7/16 nhiệm vụ"; None where the report does not say them."""
    parts = [text for text, _ in rate_parts(report, indicator)]
    return figures.RATE.format(part=parts[0], whole=parts[1]) if parts else None


def rate_parts(report: Report, indicator: Indicator) -> list[tuple[str, Indicator | None]]:
    """The two numbers that a rate is made of, each with the indicator whose figure it is; the second has its unit."""
    result = report.rates.get(indicator.key)
    if result is None:
        return []
    parts: list[tuple[str, Indicator | None]] = []
    for term, value in result.values[1:]:
        row = report.by_key[term.series] if isinstance(term, Figure) else None
        shown = figure_text(row, unit=bool(parts)) if row else amount_text(value)
        parts.append((shown, row.indicator if row else None))
    return parts


def note_text(observation: Observation) -> str | None:
    """The note as published: the names of persons put in, or withheld."""
    if observation.note is None:
        return None
    shown = [figures.WITHHELD if person.withheld else person.name for person in observation.persons]
    # A note of the past may have a place and no person for it.
    return _PERSON.sub(lambda mark: dict(enumerate(shown, 1)).get(int(mark[1]), mark[0]), observation.note)


def note_parts(observation: Observation, catalogue: Catalogue) -> list[Part]:
    """The note as published, its citations linked to the register."""
    text = note_text(observation) or ""
    parts: list[Part] = []
    end = 0
    for citation in cited(text):
        document = catalogue.documents.get(citation.document or "")
        if document is not None:
            parts += [Part(text[end : citation.start]), Part(citation.text, addresses.document(document))]
            end = citation.end
    return [part for part in [*parts, Part(text[end:])] if part.text]


def label_parts(indicator: Indicator) -> list[Part]:
    """The label as printed, with the link that the source prints in it."""
    if indicator.link is None or indicator.link not in indicator.label:
        return [Part(indicator.label)]
    before, _, after = indicator.label.partition(indicator.link)
    return [part for part in (Part(before), Part(indicator.link, indicator.link), Part(after)) if part.text]


def document_title(document: Document) -> str:
    """The document as it is cited: "Kế hoạch số 15/KH-BQL ngày 14/3/2022"."""
    number = document.printed_number
    if number is None:
        named = {"type": document.type, "subject": document.subject or "", "year": document.year}
        return figures.DOCUMENT_UNNUMBERED.format(**named).replace("  ", " ")
    form = figures.DOCUMENT if document.number is None else figures.DOCUMENT_NUMBERED
    title = form.format(type=document.type, number=number)
    if document.date is not None:
        return figures.DOCUMENT_DATED.format(title=title, day=vietnamese.day(document.date))
    return title


def report_title(report: Report) -> str:
    """The report's name in lists: "Báo cáo 6 tháng đầu năm 2022"."""
    return figures.REPORT.format(period=inside(report.period.label))


def section_path(indicator: Indicator, catalogue: Catalogue) -> str:
    """Where the row stands in the form: "I. Công tác chỉ đạo điều hành CCHC › 2. Kiểm tra CCHC"."""
    return " › ".join(numbered(row) for row in catalogue.ancestors(indicator))


def numbered(indicator: Indicator) -> str:
    """The title behind its printed number."""
    return f"{indicator.printed_number}. {indicator.title}" if indicator.printed_number else indicator.title


def amount_text(value: Decimal | None) -> str:
    """A number of a relation; "?" where it has none."""
    return "?" if value is None else vietnamese.number(value)
