"""Small faces that pages of several types share."""

import re
from dataclasses import dataclass

from macros import addresses, vietnamese
from macros.faces import phrases, relation_phrases
from macros.faces.linked_text import Linked, Part, filled
from macros.record import Catalogue, Indicator, Report, ReportStatus
from macros.record.relation import CheckResult, Outcome
from macros.wording import context


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
    return Part(catalogue.names[row.id], address)


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
