"""The file of a report, as shaped, to its record: figures, what came of relations, why cells are blank, questions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from macros import record
from macros.agreement import blanks, judgement
from macros.kinds import Refusal, Value
from macros.reading import shapes
from macros.reading.document_citations import cited
from macros.reading.narrative import NarrativePage
from macros.reading.relation_lines import DeclaredRelation
from macros.record import Status
from macros.record.relation import NarrativeNumber

T = TypeVar("T")


def report_record(shape: shapes.ReportFile, indicators: Mapping[str, record.Indicator]) -> record.Report:
    given = {observation.series: observation for observation in shape.observations}
    # A report gives every row that lives in its period and no other; one of the past need not have.
    rows = [i for i in indicators.values() if i.key in given or (not i.kind.holds_value and i.lives_in(shape.period))]
    return record.Report(
        period=shape.period,
        title=shape.title,
        status=shape.status,
        number=shape.number,
        symbol=shape.symbol,
        date=shape.date,
        printed_date=shape.printed_date,
        place=shape.place,
        data_start=shape.data_start,
        data_end=shape.data_end,
        cumulative=shape.cumulative,
        signer_title=shape.signer_title,
        signer=_person(shape.signer) if shape.signer else None,
        recipients=tuple(shape.recipients),
        annex_title=shape.annex.title,
        annex_attachment=shape.annex.attachment,
        source=record.SourceFile(shape.source.file, shape.source.sha256),
        revisions=tuple(record.Revision(r.number, r.date, r.reason, r.document) for r in shape.revisions),
        observations=tuple(_observation(row, shape.period, given.get(row.key)) for row in rows),
    )


def checked(
    report: record.Report,
    relations: Iterable[DeclaredRelation],
    pages: Sequence[NarrativePage],
    quality: shapes.QualityFile | None,
) -> record.Report:
    """The report with the result of every relation that lives then and whose figures it has, and what else is known.

    That is why its blanks are blank, and what was written of it.
    """
    rows = report.by_key
    held = [
        r.relation for r in relations if r.lives_in(report.period) and all(key in rows for key in r.relation.series)
    ]
    # Rendering a page to words takes longer than all the rest: only where a relation asks for them.
    narrated = any(isinstance(term, NarrativeNumber) for relation in held for term in relation.terms)
    figures = _figures(report, "\n".join(page.plain_text() for page in pages) if narrated else "")
    why = blanks.reasons(report.observations, held)
    return _annotated(
        replace(
            report,
            check_results=tuple(judgement.judge(relation, figures) for relation in held),
            observations=tuple(
                replace(row, blank=why[row.key]) if row.key in why else row for row in report.observations
            ),
        ),
        quality,
    )


def _annotated(report: record.Report, quality: shapes.QualityFile | None) -> record.Report:
    """The report with the questions, the reading notes and the staff notes on it."""
    if quality is None:
        return report
    return replace(
        report,
        questions=tuple(map(_question, quality.questions)),
        reading_notes=tuple(
            record.ReadingNote(note.id, note.series, note.text, note.reference) for note in quality.reading_notes
        ),
        staff_notes=tuple(record.StaffNote(note.id, note.text, note.reference) for note in quality.for_staff),
    )


def _question(shape: shapes.QuestionShape) -> record.Question:
    answer = record.Answer(shape.answer.text, shape.answer.date, shape.answer.by) if shape.answer else None
    return record.Question(shape.id, shape.series, shape.text, shape.reference, shape.asked, answer)


def _figures(report: record.Report, narrative: str) -> judgement.Figures:
    """What the relations of a report are held against."""
    rows = [row.indicator for row in report.observations]
    rounded = [row for row in rows if row.kind.is_rounded]
    counted = {row.unit.id for row in rows if row.unit and row.kind.is_counted}
    return judgement.Figures(
        values={row.key: amount for row in report.observations if (amount := row.quantity) is not None},
        notes={o.key: o.note for o in report.observations if o.note},
        narrative=narrative,
        rounded=frozenset(row.key for row in rounded),
        rounded_units=frozenset(row.unit.id for row in rounded if row.unit) - counted,
        signed=frozenset(row.key for row in rows if row.kind.is_signed),
    )


def _observation(
    indicator: record.Indicator, period: record.Period, shape: shapes.ObservationShape | None
) -> record.Observation:
    value = None
    status = Status.HEADING
    if shape is not None and indicator.kind.holds_value:
        status = _status(shape)
        if shape.value is not None:
            value = _value(shape.value, indicator)
    return record.Observation(
        indicator=indicator,
        period=period,
        status=status,
        value=value,
        note=shape.note if shape else None,
        persons=tuple(map(_person, shape.persons)) if shape else (),
        documents=_unique(c.document for c in cited(shape.note or "") if c.document) if shape else (),
        expected=shape.expected if shape else None,
        reason=shape.reason if shape else None,
        target=_target(indicator, shape),
        covers=shape.covers if shape else None,
        waiting=shape.waiting if shape else None,
    )


def _status(shape: shapes.ObservationShape) -> Status:
    """Why there is no value, or that there is one; only a past state says neither."""
    if shape.status is None or shape.status in (Status.REPORTED, Status.HEADING):
        return Status.REPORTED if shape.value is not None else Status.NOT_REPORTED
    return shape.status


def _value(text: str, indicator: record.Indicator) -> Value:
    """The value as the definition reads it; a past one that it cannot read as it was typed."""
    try:
        return indicator.kind.parse(text, indicator.domain)
    except Refusal:
        return text


def _target(indicator: record.Indicator, shape: shapes.ObservationShape | None) -> Decimal | None:
    if shape is None or shape.target is None:
        return None
    try:
        return indicator.kind.parse_target(shape.target, indicator.domain)
    except Refusal:
        return None


def _person(shape: shapes.PersonShape) -> record.Person:
    return record.Person(shape.name, shape.withheld)


def _unique(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))
