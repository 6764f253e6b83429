"""One period's report, its revisions, and what was asked and noted of it."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import cached_property
from typing import Any, Self, TypeVar

from macros.record.keys import ONE_FORM, ReportKey, SeriesKey
from macros.record.observation import Blank, Observation
from macros.record.period import Period
from macros.record.reads import Read, ReadKind, derived, note
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

    `series` is None for a question about the whole report. `asked` is None while there is nobody to ask. An answer
    takes the place of the question and takes its mark away.
    """

    id: str
    series: SeriesKey | None
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
    series: tuple[SeriesKey, ...]
    text: str
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class StaffNote:
    """A misprint or an oddity of the form, for whoever keeps the data; published nowhere."""

    id: str
    text: str
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class StoredBody:
    """The body of a report where it is kept: a digest of it, the persons that it names, and how its fields are had."""

    digest: bytes
    persons: tuple[Person, ...]
    load: Callable[[], Mapping[str, Any]]


@dataclass(frozen=True)
class Report:
    """One period's report: its head, and one row per indicator of the form, in annex order.

    `check_results` are what came of the declared relations; questions, reading notes and staff notes are what people
    wrote of it, the last of them never for the public.

    By its `HEAD` it is known among others. Whoever reads its `DETAILS` or its `BODY` has read this report
    (`macros.record.reads`), and the body may be brought in only then.
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
    check_results: tuple[CheckResult, ...] = field(default_factory=tuple, repr=False)
    questions: tuple[Question, ...] = field(default_factory=tuple, repr=False)
    reading_notes: tuple[ReadingNote, ...] = field(default_factory=tuple, repr=False)
    staff_notes: tuple[StaffNote, ...] = field(default_factory=tuple, repr=False)
    form: str = ONE_FORM

    @classmethod
    def stored(cls, known: Mapping[str, Any], body: "StoredBody") -> Self:
        """A report with its head and its details, and a body that is brought in when it is first asked for."""
        report = object.__new__(cls)
        report.__dict__.update(known)
        report.__dict__["_body"] = body
        return report

    @cached_property
    def key(self) -> ReportKey:
        """By what the report is found."""
        return ReportKey(self.period, self.form)

    @property
    def body(self) -> "StoredBody | None":
        """Where the body comes from; None for a report that was put together in this process."""
        found: StoredBody | None = self.__dict__.get("_body")
        return found

    @property
    def persons(self) -> tuple[Person, ...]:
        """Every person whom the report names, its signer last; nobody has read the report for that."""
        body = self.body
        if body is not None:
            return body.persons
        held = self.__dict__
        named = [person for row in held["observations"] for person in row.persons]
        return (*named, held["signer"]) if held["signer"] else tuple(named)

    @derived
    def rates(self) -> dict[SeriesKey, CheckResult]:
        """The result that says which two numbers a published rate is made of, by the rate.

        A query that fails says so of none: the rate may be made of others.
        """
        made = [(r.relation.rate, r) for r in self.check_results if r.missing == () and (r.hard or not r.fails)]
        return {series: result for series, result in made if series is not None}

    @derived
    def hard_checks(self) -> tuple[CheckResult, ...]:
        """The results that are told in public: those whose failure is certain from the definitions alone."""
        return tuple(result for result in self.check_results if result.hard)

    @derived
    def failing_checks(self) -> tuple[CheckResult, ...]:
        """The hard checks that fail."""
        return tuple(result for result in self.hard_checks if result.fails)

    @derived
    def open_queries(self) -> tuple[CheckResult, ...]:
        """The questions that the figures raise: for staff, who ask the agency first."""
        return tuple(result for result in self.check_results if result.fails and not result.hard)

    @derived
    def results_with(self) -> dict[SeriesKey, tuple[CheckResult, ...]]:
        """The results that each figure takes part in, queries among them."""
        return _by_series((result, result.relation.series) for result in self.check_results)

    @derived
    def failing_at(self) -> dict[SeriesKey, tuple[CheckResult, ...]]:
        """The failing hard checks by the one figure at which each is told; nothing at those that merely take part."""
        return _by_series((result, (result.place,)) for result in self.failing_checks if result.place is not None)

    @derived
    def open_questions(self) -> tuple[Question, ...]:
        """The questions that nobody has answered."""
        return tuple(question for question in self.questions if question.open)

    @derived
    def questions_at(self) -> dict[SeriesKey, tuple[Question, ...]]:
        """The questions at each figure, answered ones among them."""
        return _by_series((question, (question.series,)) for question in self.questions if question.series)

    @derived
    def notes_at(self) -> dict[SeriesKey, tuple[ReadingNote, ...]]:
        """The reading notes on each figure."""
        return _by_series((note, note.series) for note in self.reading_notes)

    @derived
    def gaps(self) -> tuple[Observation, ...]:
        """The figures that the report owes: left blank though the form asks, and no 0 of the report explains it."""
        return tuple(row for row in self.observations if row.blank is Blank.GAP)

    @derived
    def by_key(self) -> dict[SeriesKey, Observation]:
        """The observations, each by its key, in annex order."""
        return {observation.key: observation for observation in self.observations}

    def observation(self, key: SeriesKey) -> Observation | None:
        """The figure of a series, if the report has the row."""
        return self.by_key.get(key)

    @property
    def printed_number(self) -> str | None:
        """Number and symbol as printed ("12/BC-BQL"), or None while the report has no number."""
        return f"{self.number}/{self.symbol}" if self.number and self.symbol else None


DETAILS = (
    *("printed_date", "place", "signer_title", "signer", "recipients"),
    *("annex_title", "annex_attachment", "source", "revisions"),
)
"""The fields of a report that its own pages show, and that may change while its figures stay."""
BODY = ("observations", "check_results", "questions", "reading_notes", "staff_notes")
"""The fields of a report that are its body."""


class _Noted:
    """A field of a report that is noted as read whenever it is; one of its body is brought in where it is not there."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, report: Report | None, kind: type) -> Any:
        if report is None:
            return self
        held = report.__dict__
        read = held.get("_read")
        if read is None:
            # One object for all that read it: so is written once whatever lists what was read.
            read = held["_read"] = Read(ReadKind.REPORT, str(report.key))
        note(read)
        if self._name not in held:
            held.update(held["_body"].load())
        return held[self._name]

    def __set__(self, report: Report, value: Any) -> None:
        report.__dict__[self._name] = value


# Not in the class itself: a dataclass would take them for defaults.
for _name in (*DETAILS, *BODY):
    setattr(Report, _name, _Noted(_name))
HEAD = tuple(field.name for field in fields(Report) if field.name not in (*DETAILS, *BODY))
"""The fields of a report by which it is known among others; nobody is noted for reading them."""


def _by_series(entries: Iterable[tuple[Entry, Iterable[SeriesKey]]]) -> dict[SeriesKey, tuple[Entry, ...]]:
    grouped: dict[SeriesKey, list[Entry]] = {}
    for entry, series in entries:
        for key in series:
            grouped.setdefault(key, []).append(entry)
    return {key: tuple(found) for key, found in grouped.items()}
