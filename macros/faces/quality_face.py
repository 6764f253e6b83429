"""What the page on the quality of the data of a report says."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate

from macros import addresses, vietnamese
from macros.faces import failed_checks, phrases
from macros.faces.linked_text import Part
from macros.faces.parts import CheckFace, ContextFace, check_face, context_face, row_link
from macros.record import Blank, Catalogue, Observation, Question, ReadingNote, Report, Section, SeriesKey, Status
from macros.record.relation import CheckResult, Outcome
from macros.wording import quality


@dataclass(frozen=True, slots=True)
class PointFace:
    """A point to be made clear, or one that was: the row that it is about, None for the whole report, and its figure.

    Beside its text stands one of two: the figures `compared`, each by name, or what is said `aside`.
    """

    anchor: str
    row: Part | None
    figure: str
    text: str
    compared: tuple[tuple[str, str], ...] = ()
    aside: str = ""


@dataclass(frozen=True, slots=True)
class BlanksFace:
    """Rows without a value that lack nothing, under what is said of all of them."""

    state: str
    rows: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class NoteFace:
    """A reading note and the rows that it is about."""

    anchor: str
    rows: tuple[Part, ...]
    text: str


@dataclass(frozen=True, slots=True)
class CheckGroupFace:
    """The checks of which one thing is told."""

    outcome: Outcome
    checks: tuple[CheckFace, ...]


@dataclass(frozen=True, slots=True)
class StretchFace:
    """A stretch of a bar: what it stands for, where it begins, and how many rows it is of."""

    kind: str
    start: int
    width: int


@dataclass(frozen=True, slots=True)
class SectionStatusFace:
    """How many rows of a section have a value, and why others have none, in the order of `quality.COLUMNS`."""

    section: Part
    bar: tuple[StretchFace, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class QualityFace:
    """The page, from top to bottom. `listed` is how many checks `checks` has; `made` tells what came of all."""

    title: str
    report: Part
    context: ContextFace
    nobody_asked: bool
    points: tuple[PointFace, ...]
    answered: tuple[PointFace, ...]
    gaps: tuple[Part, ...]
    other_blanks: tuple[BlanksFace, ...]
    notes: tuple[NoteFace, ...]
    made: str
    listed: int
    checks: tuple[CheckGroupFace, ...]
    sections: tuple[SectionStatusFace, ...]
    totals: tuple[int, ...]


def quality_face(report: Report, catalogue: Catalogue) -> QualityFace:
    """The face of the page of a report."""
    title = phrases.report_title(report)
    nobody_asked = bool(report.open_questions) and not any(question.asked for question in report.open_questions)
    checks = tuple(_checks(report, catalogue))
    sections = tuple(_section_status(section, report) for section in catalogue.sections)
    return QualityFace(
        title=quality.TITLE.format(report=title),
        report=Part(title, addresses.report(report)),
        context=context_face(report, catalogue),
        nobody_asked=nobody_asked,
        points=(
            *(_failing(result, report, catalogue) for result in report.failing_checks),
            *(_asked(question, report, catalogue, nobody_asked) for question in report.open_questions),
        ),
        answered=tuple(_answered(question, report, catalogue) for question in report.questions if not question.open),
        gaps=tuple(row_link(row.indicator, report, catalogue) for row in report.gaps),
        other_blanks=tuple(_other_blanks(report, catalogue)),
        notes=tuple(_note(note, report, catalogue) for note in report.reading_notes),
        made=_made(report),
        listed=sum(len(group.checks) for group in checks),
        checks=checks,
        sections=sections,
        totals=tuple(sum(column) for column in zip(*(section.counts for section in sections), strict=True)),
    )


def _point(
    series: SeriesKey | None,
    anchor: str,
    text: str,
    report: Report,
    catalogue: Catalogue,
    compared: Iterable[tuple[str, str]] = (),
    aside: str = "",
) -> PointFace:
    row = row_link(catalogue.indicators[series.indicator], report, catalogue) if series else None
    figure = _figure(report.observation(series) if series else None)
    return PointFace(anchor, row, figure, text, tuple(compared), aside)


def _figure(row: Observation | None) -> str:
    """What the report has in the cell of a row; "" where it has no such row."""
    if row is None:
        return ""
    return quality.PRINTED_BLANK if row.blank is Blank.GAP else phrases.opening(phrases.figure_text(row))


def _failing(result: CheckResult, report: Report, catalogue: Catalogue) -> PointFace:
    anchor, compared = addresses.check_anchor(result.relation.id), failed_checks.parts_told(result, catalogue)
    return _point(result.place, anchor, failed_checks.contradiction(result), report, catalogue, compared)


def _asked(question: Question, report: Report, catalogue: Catalogue, nobody_asked: bool) -> PointFace:
    if nobody_asked:
        aside = quality.WHERE.format(reference=question.reference)
    else:
        day = question.asked
        asked = quality.ASKED.format(day=vietnamese.day(day)) if day else quality.NOT_ASKED
        aside = quality.WHERE_ASKED.format(reference=question.reference, asked=asked)
    anchor = addresses.question_anchor(question.id)
    return _point(question.series, anchor, question.text, report, catalogue, aside=aside)


def _answered(question: Question, report: Report, catalogue: Catalogue) -> PointFace:
    answer = question.answer
    assert answer is not None, "an open question has no answer"
    aside = quality.ANSWERED_BY.format(by=answer.by, day=vietnamese.day(answer.date))
    anchor = addresses.question_anchor(question.id)
    return _point(question.series, anchor, answer.text, report, catalogue, aside=aside)


def _other_blanks(report: Report, catalogue: Catalogue) -> Iterable[BlanksFace]:
    """The blanks that are no gap, by what is said of them, in annex order."""
    found: defaultdict[str, list[Part]] = defaultdict(list)
    for row in report.observations:
        if row.blank not in (None, Blank.GAP):
            found[phrases.status_label(row) or ""].append(row_link(row.indicator, report, catalogue))
    return (BlanksFace(state, tuple(rows)) for state, rows in found.items())


def _note(note: ReadingNote, report: Report, catalogue: Catalogue) -> NoteFace:
    rows = tuple(row_link(catalogue.indicators[key.indicator], report, catalogue) for key in note.series)
    return NoteFace(addresses.note_anchor(note.id), rows, note.text)


def _made(report: Report) -> str:
    """How many checks were made, and how many of them hold."""
    made, fails = sum(1 for result in report.hard_checks if result.made), len(report.failing_checks)
    sentence = quality.CHECKS_MADE if fails else quality.CHECKS_HOLD
    return sentence.format(made=made, holds=made - fails, fails=fails)


def _checks(report: Report, catalogue: Catalogue) -> Iterable[CheckGroupFace]:
    """The hard checks by what is told of them, but for those that fail: they stand above."""
    for outcome in phrases.OUTCOMES:
        results = [result for result in report.hard_checks if _told(result) is outcome]
        if results and outcome is not Outcome.FAILS:
            yield CheckGroupFace(outcome, tuple(check_face(result, catalogue) for result in results))


def _told(result: CheckResult) -> Outcome:
    """What is said to have come of a check: of one that had nothing to check, that it was not made."""
    return Outcome.NOT_APPLICABLE if result.outcome is Outcome.HOLDS and not result.made else result.outcome


def _section_status(section: Section, report: Report) -> SectionStatusFace:
    counts = _status_counts([row for row in report.observations if row.indicator.section == section.id])
    title, anchor = f"{section.number}. {section.label}", f"#nhom-{section.number.lower()}"
    return SectionStatusFace(
        Part(title, f"{addresses.report(report)}{anchor}"),
        _bar(counts) if counts["total"] else (),
        tuple(counts[column] for column in quality.COLUMNS),
    )


def _status_counts(rows: Iterable[Observation]) -> Mapping[str, int]:
    """The rows that can hold a value by what they hold; a coded 0 is an answer, not a zero.

    The `zero` ones are among the reported. Of what is left blank only the `gaps` lack: what stands below a printed 0
    and what is asked "nếu có" does not.
    """
    rows = list(rows)
    blank = Counter(row.blank for row in rows)
    counts = {
        "reported": sum(1 for row in rows if row.status is Status.REPORTED),
        "gaps": blank[Blank.GAP],
        "no_gap": blank[Blank.HEAD_IS_ZERO] + blank[Blank.IF_ANY],
        "not_applicable": blank[Blank.NOT_APPLICABLE],
        "pending": blank[Blank.PENDING],
    }
    return counts | {"total": sum(counts.values()), "zero": sum(1 for row in rows if row.amount == 0)}


def _bar(counts: Mapping[str, int]) -> tuple[StretchFace, ...]:
    """The rows of a section side by side, in the order of the key above the table."""
    widths = {
        "reported": counts["reported"] - counts["zero"],
        "zero": counts["zero"],
        "pending": counts["pending"],
        "not-applicable": counts["not_applicable"],
        "no-gap": counts["no_gap"],
        "blank": counts["gaps"],
    }
    starts = accumulate((widths[kind] for kind in quality.BAR), initial=0)
    return tuple(StretchFace(kind, start, widths[kind]) for kind, start in zip(quality.BAR, starts, strict=False))
