"""A report as JSON, the contract of `api/v1/reports/<period>.json`."""

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from macros import addresses
from macros.comparing.comparability import basis
from macros.comparing.data_windows import window_days
from macros.comparing.precision import Counts, counts, half_unit
from macros.comparing.reference_periods import published
from macros.faces import phrases, relation_phrases
from macros.faces.change_text import beside_text, reference
from macros.outputs.tables.history_json import revisions, vintages
from macros.outputs.tables.values import shown_text
from macros.record import Catalogue, Observation, Question, Report, SeriesKey
from macros.record.relation import CheckResult, Figure, NarrativeNumber, NoteNumber, Term
from macros.wording import reports


def report_json(report: Report, catalogue: Catalogue) -> str:
    """The report as JSON text: `observations` are all rows of the annex, in its order.

    `relations` are the hard checks; `questions` and `reading_notes` are by the site's editors, and `remarks` are both
    in one list, as before they were told apart. `indicators` are ids of observations; a mark stands at the `place` of a
    failing check and at the `indicator` of an open question only. Queries are for staff, who ask the agency first.
    `blank` tells further why a cell has no value: "not-reported" alone is a gap. `quality` counts.
    `value` is a decimal string with its published digits, a code, or text; null where there is none. `status` is the
    letter of SDMX's CL_OBS_STATUS, null for a heading; `reporting_status` is our own word, which tells a pending figure
    from one not reported. `text` is what the annex shows, `figure` the same in a sentence, `beside` what stands beside
    it there. `amount` is the value as a number that can be more or less, null where it is none; `half_unit` is by how
    much the true number may differ from a rounded one, "0" for a count; `counts` are the two numbers that a rate is
    made of, null where they are not known; `cut` is whether the rate drops digits of their quotient instead of rounding
    it. `reference` is where the row is printed ("VI.5"); `title` is its label without what places it in the table, and
    `name` the same with the title of the row above in brackets where several rows share it or it says nothing alone.
    `comparisons` are the addresses of files that hold the report against earlier ones, by period. `data_days` are the
    days from `data_start` to `data_end`. Two figures of a series
    compare only where `basis` is the same; `conversions` are the sums by which the figures of ended indicators
    continue in others. `history` says how much git could tell: `revisions` and `vintages` are complete only where it
    is "complete". `url` is relative to the root of the site.
    """
    return json.dumps(_report(report, catalogue), ensure_ascii=False, indent=1) + "\n"


def _report(report: Report, catalogue: Catalogue) -> dict[str, Any]:
    signer = report.signer
    return {
        "period": str(report.period),
        "period_label": report.period.label,
        "title": report.title,
        "status": report.status.value,
        "status_label": reports.STATUS_LABELS[report.status],
        "number": report.number,
        "symbol": report.symbol,
        "date": report.date and report.date.isoformat(),
        "data_start": report.data_start and report.data_start.isoformat(),
        "data_end": report.data_end and report.data_end.isoformat(),
        "data_days": window_days(report),
        "cumulative": report.cumulative,
        "signer_title": report.signer_title,
        "signer": signer.name if signer and not signer.withheld else None,
        "recipients": list(report.recipients),
        "agency": catalogue.agency.name,
        "agency_id": catalogue.agency.id,
        "source": {"file": report.source.name, "sha256": report.source.sha256},
        "history": catalogue.history.knowledge.value,
        "revisions": revisions(report, catalogue),
        "url": addresses.report(report),
        "conversions": {
            row.id: [{"indicator": part.indicator, "factor": f"{part.factor:f}"} for part in row.conversion]
            for row in catalogue.indicators.values()
            if row.conversion
        },
        "comparisons": {
            str(other.period): addresses.comparison_file(other.period, report.period)
            for other in published(report, catalogue)
        },
        "relations": [_relation(result, catalogue) for result in report.hard_checks],
        "remarks": _remarks(report),
        "questions": [_question(question) for question in report.questions],
        "reading_notes": [
            {"id": note.id, "indicators": _ids(note.series), "text": note.text, "reference": note.reference}
            for note in report.reading_notes
        ],
        "quality": _quality(report, catalogue),
        "observations": [_observation(observation, report, catalogue) for observation in report.observations],
    }


def _question(question: Question) -> dict[str, Any]:
    """A question with what became of it; `asked` is null while there is nobody to ask."""
    answer = question.answer
    return {
        "id": question.id,
        "indicator": question.series.indicator if question.series else None,
        "text": question.text,
        "reference": question.reference,
        "asked": question.asked and question.asked.isoformat(),
        "answer": answer and {"text": answer.text, "date": answer.date.isoformat(), "by": answer.by},
    }


def _remarks(report: Report) -> list[dict[str, Any]]:
    """Open questions, then reading notes, in the form of the list that was there before."""
    asked = [
        (question.id, "medium", question.text, question.reference, _ids([question.series] if question.series else []))
        for question in report.open_questions
    ]
    noted = [(note.id, "low", note.text, note.reference, _ids(note.series)) for note in report.reading_notes]
    return [
        {"id": id, "severity": severity, "text": text, "reference": reference, "indicators": indicators}
        for id, severity, text, reference, indicators in (*asked, *noted)
    ]


def _ids(series: Iterable[SeriesKey]) -> list[str]:
    return [key.indicator for key in series]


def _quality(report: Report, catalogue: Catalogue) -> dict[str, int]:
    """Counts, and no rate: checks that had something to check, questions, and figures that revisions corrected."""
    past = catalogue.history.reports.get(report.key)
    return {
        "checks_made": sum(1 for result in report.hard_checks if result.made),
        "checks_failing": len(report.failing_checks),
        "questions": len(report.questions),
        "questions_asked": sum(1 for question in report.questions if question.asked),
        "questions_answered": sum(1 for question in report.questions if not question.open),
        "figures_corrected": sum(len(edition.corrections) for edition in past.editions) if past else 0,
        "gaps": len(report.gaps),
    }


def _observation(observation: Observation, report: Report, catalogue: Catalogue) -> dict[str, Any]:
    indicator = observation.indicator
    made_of = counts(report, indicator)
    return {
        "id": indicator.id,
        "reference": reference(indicator, catalogue),
        "section": catalogue.sections_by_id[indicator.section].number,
        "parent": indicator.parent,
        "printed_number": indicator.printed_number,
        "label": indicator.label,
        "title": indicator.title,
        "name": catalogue.names[indicator.key],
        "link": indicator.link,
        "unit": indicator.printed_unit,
        "unit_id": indicator.unit.id if indicator.unit else None,
        "unit_label": indicator.unit.label if indicator.unit else None,
        "kind": indicator.kind.id,
        "value": observation.machine_text,
        "amount": f"{observation.amount:f}" if observation.amount is not None else None,
        "half_unit": f"{half_unit(observation):f}" if observation.amount is not None else None,
        "counts": made_of and _counts(made_of),
        "cut": made_of and made_of.cut,
        "target": f"{observation.target:f}" if observation.target is not None else None,
        "target_text": phrases.target_amount(observation),
        "code_label": indicator.kind.answer(observation.value),
        "status": observation.status.sdmx,
        "reporting_status": observation.status.value,
        "status_label": phrases.status_label(observation),
        "expected": str(observation.expected) if observation.expected else None,
        "waiting": observation.waiting,
        "blank": observation.blank and observation.blank.value,
        "reason": observation.reason,
        "note": phrases.note_text(observation),
        "text": shown_text(observation),
        "figure": phrases.figure_text(observation),
        "beside": beside_text(observation),
        "documents": list(observation.documents),
        "basis": basis(report, indicator),
        "breaks": [
            {"period": str(parted.period), "period_label": parted.period.label, "reason": parted.reason}
            for parted in sorted(indicator.breaks, key=lambda parted: parted.period.order)
        ],
        "vintages": vintages(report, observation, catalogue),
        "url": addresses.indicator(indicator) if addresses.has_page(indicator) else addresses.row(report, indicator),
    }


def _counts(known: Counts) -> list[str]:
    return [str(int(known.part)), str(int(known.whole))]


def _relation(result: CheckResult, catalogue: Catalogue) -> dict[str, Any]:
    """A relation with its outcome; what cannot be written out in decimals is rounded to four of them.

    `checked` is whether something was there to check; `cut` is a rate whose further digits were dropped, not rounded.
    """
    return {
        "id": result.relation.id,
        "sentence": relation_phrases.relation_sentence(result.relation, catalogue),
        "type": result.relation.type.value,
        "outcome": result.outcome.value,
        "checked": result.made,
        "cut": result.cut,
        "left": _decimal(result.left),
        "right": _decimal(result.right),
        "difference": _decimal(result.difference),
        "place": result.place.indicator if result.fails and result.place else None,
        "indicators": _ids(result.relation.series),
        "terms": [_term(term, value) for term, value in result.values],
    }


def _term(term: Term, value: Decimal | None) -> dict[str, str | None]:
    """Where a number of a relation comes from: the value of an indicator, its note, or the narrative."""
    match term:
        case Figure(series):
            return {"origin": "value", "indicator": series.indicator, "pattern": None, "value": _decimal(value)}
        case NoteNumber(series, pattern):
            return {"origin": "note", "indicator": series.indicator, "pattern": pattern, "value": _decimal(value)}
        case NarrativeNumber(pattern):
            return {"origin": "narrative", "indicator": None, "pattern": pattern, "value": _decimal(value)}


def _decimal(value: Decimal | None) -> str | None:
    if value is None:
        return None
    rounded = round(value, 4)
    return f"{value if rounded == value else rounded:f}"
