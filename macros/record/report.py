"""One period's report, its revisions, and what was asked and noted of it."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from macros.record.observation import Blank, Observation
from macros.record.period import Period
from macros.record.register import Person
from macros.record.relation import CheckResult

Entry = TypeVar("Entry")


class ReportStatus(StrEnum):
    """How final a report is."""

    DRAFT = "draft"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Revision:
    """One published state of a report; the first has number 1. The date is None where the source does not print it."""

    number: int
    date: datetime.date | None
    reason: str
    document: str | None


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The file that a report was entered from, with its SHA-256."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to a question, when, and by whom."""

    text: str
    date: datetime.date
    by: str


@dataclass(frozen=True, slots=True)
class Question:
    """A point of a report that the site's editors ask to have made clear: public, at the one figure that it is about.

    `indicator` is None for a question about the whole report. `asked` is None while there is nobody to ask. An answer
    takes the place of the question and takes its mark away.
    """

    id: str
    indicator: str | None
    text: str
    reference: str
    asked: datetime.date | None
    answer: Answer | None = None

    @property
    def open(self) -> bool:
        return self.answer is None


@dataclass(frozen=True, slots=True)
class ReadingNote:
    """What helps to read figures rightly, by the site's editors; no mark. `reference` says where the source has it."""

    id: str
    indicators: tuple[str, ...]
    text: str
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class StaffNote:
    """A misprint or an oddity of the form, for whoever keeps the data; published nowhere."""

    id: str
    text: str
    reference: str | None = None


@dataclass(frozen=True)
class Report:
    """One period's report: its head, and one row per indicator of the form, in annex order.

    `check_results` are what came of the declared relations; questions, reading notes and staff notes are what people
    wrote of it, the last of them never for the public.
    """

    period: Period
    title: str
    status: ReportStatus
    number: str | None
    symbol: str | None
    date: datetime.date | None
    printed_date: str | None
    place: str | None
    data_start: datetime.date | None
    data_end: datetime.date | None
    cumulative: bool | None
    signer_title: str | None
    signer: Person | None
    recipients: tuple[str, ...]
    annex_title: str
    annex_attachment: str | None
    source: SourceFile
    revisions: tuple[Revision, ...]
    observations: tuple[Observation, ...] = field(repr=False)
    check_results: tuple[CheckResult, ...] = field(default=(), repr=False)
    questions: tuple[Question, ...] = field(default=(), repr=False)
    reading_notes: tuple[ReadingNote, ...] = field(default=(), repr=False)
    staff_notes: tuple[StaffNote, ...] = field(default=(), repr=False)

    @cached_property
    def rates(self) -> dict[str, CheckResult]:
        """The result that says which two numbers a published rate is made of, by the rate's indicator.

        A query that fails says so of none: the rate may be made of others.
        """
        made = [(r.relation.rate, r) for r in self.check_results if r.missing == () and (r.hard or not r.fails)]
        return {indicator: result for indicator, result in made if indicator is not None}

    @cached_property
    def hard_checks(self) -> tuple[CheckResult, ...]:
        """The results that are told in public: those whose failure is certain from the definitions alone."""
        return tuple(result for result in self.check_results if result.hard)

    @cached_property
    def failing_checks(self) -> tuple[CheckResult, ...]:
        """The hard checks that fail."""
        return tuple(result for result in self.hard_checks if result.fails)

    @cached_property
    def open_queries(self) -> tuple[CheckResult, ...]:
        """The questions that the figures raise: for staff, who ask the agency first."""
        return tuple(result for result in self.check_results if result.fails and not result.hard)

    @cached_property
    def results_by_indicator(self) -> dict[str, tuple[CheckResult, ...]]:
        """The results that each figure takes part in, queries among them."""
        return _by_indicator((result, result.relation.indicators) for result in self.check_results)

    @cached_property
    def failing_at(self) -> dict[str, tuple[CheckResult, ...]]:
        """The failing hard checks by the one figure at which each is told; nothing at those that merely take part."""
        return _by_indicator((result, (result.place,)) for result in self.failing_checks)

    @cached_property
    def open_questions(self) -> tuple[Question, ...]:
        """The questions that nobody has answered."""
        return tuple(question for question in self.questions if question.open)

    @cached_property
    def questions_at(self) -> dict[str, tuple[Question, ...]]:
        """The questions at each figure, answered ones among them."""
        return _by_indicator((question, (question.indicator,)) for question in self.questions if question.indicator)

    @cached_property
    def notes_at(self) -> dict[str, tuple[ReadingNote, ...]]:
        """The reading notes on each figure."""
        return _by_indicator((note, note.indicators) for note in self.reading_notes)

    @cached_property
    def gaps(self) -> tuple[Observation, ...]:
        """The figures that the report owes: left blank though the form asks, and no 0 of the report explains it."""
        return tuple(row for row in self.observations if row.blank is Blank.GAP)

    @cached_property
    def by_indicator(self) -> dict[str, Observation]:
        """The observations by indicator id."""
        return {observation.indicator.id: observation for observation in self.observations}

    @property
    def printed_number(self) -> str | None:
        """Number and symbol as printed ("12/BC-BQL"), or None while the report has no number."""
        return f"{self.number}/{self.symbol}" if self.number and self.symbol else None


def _by_indicator(entries: Iterable[tuple[Entry, Iterable[str]]]) -> dict[str, tuple[Entry, ...]]:
    grouped: dict[str, list[Entry]] = {}
    for entry, indicators in entries:
        for id in indicators:
            grouped.setdefault(id, []).append(entry)
    return {id: tuple(found) for id, found in grouped.items()}
