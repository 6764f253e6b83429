"""The published record: frozen values that every page, chart and file is made from.

Words follow SDMX, Table Schema and schema.org; see the glossary page for the Vietnamese term of each.
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Self, TypeVar

from macros.agreement import CheckResult
from macros.kinds import CodeList, Domain, Kind, Value
from macros.wording import numbers

Entry = TypeVar("Entry")


class PeriodKind(StrEnum):
    """How long a reporting period is; the value is the letter in its id."""

    WEEK = "W"
    MONTH = "M"
    QUARTER = "Q"
    HALF_YEAR = "S"
    NINE_MONTHS = "N"
    YEAR = "A"


# How many periods of a kind a year holds, and how many months one covers (0: weeks, which follow no month).
_PERIODS_A_YEAR = {"W": 53, "M": 12, "Q": 4, "S": 2, "N": 1, "A": 1}
_MONTHS = {"W": 0, "M": 1, "Q": 3, "S": 6, "N": 9, "A": 12}
# Into so many parts both months and weeks divide a year.
_YEAR = 156
# No agency of today reports on a year outside these; a mistyped one is refused.
_FIRST_YEAR, _LAST_YEAR = 1945, 2145
_PERIOD = re.compile(r"(\d{4})-([WMQSNA])(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Period:
    """What a report is about, such as 2022-S1. It says nothing about dates: those are data of each report."""

    year: int
    kind: PeriodKind
    number: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """The period written `2022-S1`, `2022-Q3`, `2022-A1`, `2022-N1`, `2022-M01`, `2022-W07`.

        Raises ValueError when there is no such period, in any year from 1945 to 2145, or it is written otherwise.
        """
        match = _PERIOD.fullmatch(text)
        if match is None:
            raise ValueError(text)
        period = cls(int(match[1]), PeriodKind(match[2]), int(match[3]))
        if not _FIRST_YEAR <= period.year <= _LAST_YEAR:
            raise ValueError(text)
        if not 1 <= period.number <= _PERIODS_A_YEAR[match[2]] or str(period) != text:
            raise ValueError(text)
        return period

    def __str__(self) -> str:
        digits = 2 if self.kind in (PeriodKind.WEEK, PeriodKind.MONTH) else 1
        return f"{self.year}-{self.kind}{self.number:0{digits}d}"

    @property
    def label(self) -> str:
        """The period in Vietnamese: "6 tháng đầu năm 2022"."""
        match self.kind:
            case PeriodKind.WEEK:
                named = numbers.WEEK
            case PeriodKind.MONTH:
                named = numbers.MONTH
            case PeriodKind.QUARTER:
                named = numbers.QUARTERS[self.number - 1]
            case PeriodKind.HALF_YEAR:
                named = numbers.HALF_YEARS[self.number - 1]
            case PeriodKind.NINE_MONTHS:
                named = numbers.NINE_MONTHS
            case PeriodKind.YEAR:
                named = numbers.YEAR
        return named.format(number=self.number, year=self.year)

    @property
    def order(self) -> tuple[int, int, int]:
        """A key that sorts periods by when they end; of two that end together the longer comes last."""
        months = _MONTHS[self.kind]
        elapsed = self.number * months * (_YEAR // 12) if months else min(self.number * (_YEAR // 52), _YEAR)
        return self.year, elapsed, months

    @property
    def opens_year(self) -> bool:
        """Whether the period begins with its year, so that its figures are those since the start of the year."""
        return self.number == 1

    def earlier(self, years: int) -> "Period":
        """The same period so many years before."""
        return Period(self.year - years, self.kind, self.number)

    @property
    def slug(self) -> str:
        """The period in an address: "2022-s1"."""
        return str(self).lower()


class Status(StrEnum):
    """Why an observation has its value, or has none. HEADING marks a row where no value belongs."""

    REPORTED = "reported"
    NOT_REPORTED = "not-reported"
    NOT_APPLICABLE = "not-applicable"
    PENDING = "pending"
    HEADING = "heading"

    @property
    def sdmx(self) -> str | None:
        """The letter of SDMX's CL_OBS_STATUS: A normal, O missing, M cannot exist; None for a heading.

        SDMX has no letter of its own for a value that is still to come, so a pending one is O as well.
        """
        return {"reported": "A", "not-reported": "O", "not-applicable": "M", "pending": "O"}.get(self)


class ReportStatus(StrEnum):
    """How final a report is."""

    DRAFT = "draft"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Unit:
    """What an amount is counted in, with every spelling that reports print."""

    id: str
    label: str
    printed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """From `period` on, an indicator counts something else than before, so that its figures do not compare."""

    period: Period
    reason: str


@dataclass(frozen=True, slots=True)
class Part:
    """One figure of a conversion: an ended indicator, and what its figure is multiplied by (-1: taken away)."""

    indicator: str
    factor: Decimal


# Labels of so few words lean on the row above them.
_WORDS, _DASHED_WORDS = 2, 4


@dataclass(frozen=True, slots=True)
class Indicator:
    """The definition of one annex row; its figures live in the reports.

    `label`, `printed_number` and `printed_unit` are as the form prints them; `unit` is the normalised unit beside them.
    `parent` is None for a section, which is itself a row. `section` is the id of that row. `conversion` is the sum by
    which the figures of ended indicators continue in this one, empty where none does; `former_ids` are ids that the
    indicator had once.
    """

    id: str
    section: str
    parent: str | None
    printed_number: str | None
    label: str
    kind: Kind
    printed_unit: str | None
    unit: Unit | None
    code_list: CodeList | None
    first_period: Period
    last_period: Period | None
    cumulative: bool
    may_exceed_100: bool
    link: str | None
    documents: tuple[str, ...]
    successors: tuple[str, ...]
    definition: str | None
    breaks: tuple[Break, ...] = ()
    conversion: tuple[Part, ...] = ()
    former_ids: tuple[str, ...] = ()

    @property
    def domain(self) -> Domain:
        """What its values may be, beside its kind."""
        return Domain(self.code_list, self.may_exceed_100)

    def break_between(self, first: Period, second: Period) -> Break | None:
        """The newest break of the series that parts two periods, in whichever order they are given."""
        early, late = sorted((first.order, second.order))
        parting = [b for b in self.breaks if early < b.period.order <= late]
        return max(parting, key=lambda b: b.period.order, default=None)

    @property
    def title(self) -> str:
        """The label as a name: without the dash or the colon that place it in the table."""
        label = self.label.removeprefix("- ").removesuffix(":")
        return label if label.endswith("..") else label.removesuffix(".")

    @property
    def continues_row_above(self) -> bool:
        """Whether the label says nothing without that of the row above: two words, or four behind a dash."""
        return len(self.title.split()) <= (_DASHED_WORDS if self.label.startswith("- ") else _WORDS)

    def lives_in(self, period: Period) -> bool:
        """Whether reports on this period have the row."""
        after = self.last_period is not None and period.order > self.last_period.order
        return period.order >= self.first_period.order and not after


@dataclass(frozen=True, slots=True)
class Section:
    """One of the numbered parts of the annex: its row and every row below it, in printed order.

    `narrative_headings` are what the narrative calls it, where that is not its label.
    """

    row: Indicator
    indicators: tuple[Indicator, ...]
    narrative_headings: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return self.row.id

    @property
    def label(self) -> str:
        return self.row.label

    @property
    def number(self) -> str:
        """The printed number: "I" … "VII"."""
        return self.row.printed_number or ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in a note. A withheld name is published nowhere; the figure stays."""

    name: str
    withheld: bool


_LEGAL_TYPES = frozenset(
    {"Hiến pháp", "Luật", "Pháp lệnh", "Nghị định", "Nghị quyết", "Thông tư", "Thông tư liên tịch"}
)


@dataclass(frozen=True, slots=True)
class Document:
    """A source document, known by number, symbol and year; each may be missing where the source omits it.

    `issuer_from` is what the issuer was inferred from, None where the source names it.
    """

    id: str
    type: str
    number: str | None
    symbol: str | None
    printed: str | None
    year: int
    date: datetime.date | None
    issuer: str | None
    subject: str | None
    replaces: tuple[str, ...]
    url: str | None = None
    issuer_from: str | None = None

    @property
    def is_law(self) -> bool:
        """Whether the national register of legal documents is the place to look for its text."""
        return self.type in _LEGAL_TYPES or (self.symbol or "").endswith("-TTg")

    @property
    def printed_number(self) -> str | None:
        """Number and symbol as printed in a citation: "15/KH-BQL"."""
        return self.printed or (f"{self.number}/{self.symbol}" if self.number and self.symbol else None)


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form; `expansion` is None where nobody has stated it."""

    short: str
    expansion: str | None
    expanded_in_source: bool


@dataclass(frozen=True, slots=True)
class SearchWords:
    """What helps a search beyond the record: phrases of one meaning, queries to suggest, what pages are asked for.

    `pages` is by address, of which a part after # may name a heading.
    """

    synonyms: tuple[tuple[str, ...], ...] = ()
    suggestions: tuple[str, ...] = ()
    pages: tuple[tuple[str, tuple[str, ...]], ...] = ()


class Blank(StrEnum):
    """Why a cell that may hold a value has none, told apart further than its status does (`macros.blanks`)."""

    GAP = "not-reported"
    HEAD_IS_ZERO = "head-is-zero"  # a printed 0 leaves nothing to report
    IF_ANY = "if-any"  # the form asks only "(nếu có)"
    NOT_APPLICABLE = "not-applicable"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Observation:
    """The figure of one indicator in one report.

    A reported observation has a `value`, which the indicator's kind reads: an amount with its published digits, an
    answer, or text. Any other has a status that says why not. `note` is as printed, except that `{1}` stands for the
    first of `persons`. `documents` are the ids of the documents that the note cites. `target` is what the source says
    was to be reached, in the same unit. `covers` says in the editors' words what the figure is about; `{id}` stands for
    the figure of another row. `waiting` is how far the source says a pending matter is; `blank` why there is no value,
    None where there is one.
    """

    indicator: Indicator
    period: Period
    status: Status
    value: Value | None
    note: str | None
    persons: tuple[Person, ...]
    documents: tuple[str, ...]
    expected: Period | None
    reason: str | None
    target: Decimal | None = None
    covers: str | None = None
    waiting: str | None = None
    blank: Blank | None = None

    @property
    def amount(self) -> Decimal | None:
        """The value where it is one that can be more or less; None for answers, words and blanks."""
        return self.indicator.kind.amount(self.value)

    @property
    def quantity(self) -> Decimal | None:
        """The value as relations judge it: an amount, or a code of digits, of which they may ask whether it is 0."""
        return self.indicator.kind.quantity(self.value)

    @property
    def machine_text(self) -> str | None:
        """The value for machines, with all its published digits; None for a blank."""
        return None if self.value is None else self.indicator.kind.machine_text(self.value)


def shown_figure(observation: Observation | None) -> tuple[object, ...]:
    """What makes a figure another one: its status, its value with all its digits, when it is expected; not its note."""
    if observation is None:
        return ()
    return observation.status, observation.machine_text or "", observation.expected


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


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact that is not in a report was read."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Successor:
    """Who took over from an agency; the name is None where no source read so far states it."""

    name: str | None
    territory: str
    valid_from: datetime.date
    note: str | None


@dataclass(frozen=True, slots=True)
class Schedule:
    """Which periods of each year are reported on, such as Q1, S1, Q3 and A1, and where that is laid down."""

    periods: tuple[tuple[PeriodKind, int], ...]
    source: Source

    def after(self, period: Period) -> Period:
        """The first scheduled period that ends after the given one."""
        years = (period.year, period.year + 1)
        due = [Period(year, kind, number) for year in years for kind, number in self.periods]
        return min((p for p in due if p.order > period.order), key=lambda p: p.order)


@dataclass(frozen=True, slots=True)
class Agency:
    """The agency whose reports are published, and the time in which it exists."""

    id: str
    name: str
    short_name: str
    territory: str
    valid_from: datetime.date | None
    valid_to: datetime.date | None
    validity_note: str | None
    sources: tuple[Source, ...]
    successor: Successor | None
    contact: str | None
    contact_note: str | None
    schedule: Schedule | None = None
    validity_basis: str | None = None
    successor_note: str | None = None


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who keeps the website, and may be written to about it; the contact is None where there is none so far."""

    name: str
    contact: str | None
    contact_note: str | None


@dataclass(frozen=True, slots=True)
class Citation:
    """A document cited in a narrative: the page, the heading above it, and which citation of that document it is."""

    document: str
    page: str
    heading: str
    occurrence: int


class Knowledge(StrEnum):
    """How much git can tell of what was public when."""

    COMPLETE = "complete"
    UNSURE = "unsure"
    SHALLOW = "shallow"
    NO_GIT = "no-git"
    NO_REPOSITORY = "no-repository"
    NO_COMMITS = "no-commits"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Recording:
    """The first-parent commit in which something is first seen public.

    `moment` is its committer date, None where it may have been public before: at the end of a shallow clone. `content`
    is git's id of the report's file in it, `period` the one that the report was about then.
    """

    period: Period
    commit: str
    content: str
    moment: datetime.datetime | None


@dataclass(frozen=True, slots=True)
class Vintage:
    """One state of a figure and its note that was public, from its revision on until the next vintage.

    `observation` is None where the report no longer had the row. `recording` is None for what stands in the working
    copy only, and where the commit that brought it cannot be known. An `older` vintage may have been public earlier,
    under an earlier revision: what came before is not kept. One that is not `announced` came without a revision.
    """

    observation: Observation | None
    revision: Revision
    recording: Recording | None
    older: bool = False
    announced: bool = True


class Standing(StrEnum):
    """What became of a revision of a report."""

    RECORDED = "recorded"  # git keeps the state in which it became public
    UNRECORDED = "unrecorded"  # it stands in the working copy only
    DRAFT = "draft"  # it belongs to a draft, which has no public history
    LOST = "lost"  # the history does not hold it
    WITHDRAWN = "withdrawn"  # git keeps it, and the report no longer declares it


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure before and after a revision; None where the report did not have the row."""

    indicator: Indicator
    before: Observation | None
    after: Observation | None

    @property
    def of_note(self) -> bool:
        """Whether the figure stayed and only what is said beside it changed."""
        return shown_figure(self.before) == shown_figure(self.after)


@dataclass(frozen=True, slots=True)
class Edition:
    """One revision of a report as the public saw it, and the figures and notes that it changed.

    `changes` is None where the state before or after it is not known; `first` is the one with which the report became
    public, as far as that is known.
    """

    period: Period
    revision: Revision
    standing: Standing
    recording: Recording | None
    changes: tuple[FigureChange, ...] | None
    first: bool = False

    @property
    def corrections(self) -> tuple[FigureChange, ...]:
        """The figures that the revision is known to have changed; notes are none."""
        return tuple(change for change in self.changes or () if not change.of_note)


@dataclass(frozen=True, slots=True)
class ReportHistory:
    """What was public of one report: its editions and, by the id of the indicator, the vintages; oldest first.

    A draft that was never published has editions and no vintages.
    """

    editions: tuple[Edition, ...]
    vintages: dict[str, tuple[Vintage, ...]]

    def correction(self, observation: Observation) -> Vintage | None:
        """What a figure was before it was last corrected; None for one that stands as first published.

        A note is no figure: one that changed alone corrects nothing. Nothing is known of a figure that is not public.
        """
        vintages = self.vintages.get(observation.indicator.id, ())
        now = shown_figure(observation)
        if not vintages or shown_figure(vintages[-1].observation) != now:
            return None
        return next((v for v in reversed(vintages) if shown_figure(v.observation) != now), None)

    @property
    def newest(self) -> Edition:
        """The edition that stands now."""
        return next((e for e in reversed(self.editions) if e.standing is not Standing.WITHDRAWN), self.editions[-1])


@dataclass(frozen=True, slots=True)
class History:
    """What git can tell of every report, by the text of its period.

    `moved` leads from the period that a report was published for to the one that it was corrected to. `unreadable` are
    the paths of files that once could not be read, so that a state may be missing. `recorded` is when git last recorded
    a change of any data, a draft's too.
    """

    knowledge: Knowledge
    reports: dict[str, ReportHistory] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    unreadable: tuple[str, ...] = ()
    recorded: datetime.datetime | None = None

    @property
    def editions(self) -> tuple[Edition, ...]:
        """Every edition of every report."""
        return tuple(edition for report in self.reports.values() for edition in report.editions)


@dataclass(frozen=True)
class Catalogue:
    """Everything that is published, checked: reports newest first, sections and indicators in annex order."""

    agency: Agency
    units: dict[str, Unit]
    code_lists: dict[str, CodeList]
    documents: dict[str, Document]
    abbreviations: dict[str, Abbreviation]
    sections: tuple[Section, ...]
    reports: tuple[Report, ...]
    citations: tuple[Citation, ...]
    search_words: SearchWords = SearchWords()
    foreign_words: Mapping[str, str] = field(default_factory=dict)
    """Words of other languages in the texts, each with its language as HTML names it."""
    history: History = field(default=History(Knowledge.NO_REPOSITORY), repr=False)
    publisher: Publisher | None = None

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """Every indicator by id, in annex order, sections included."""
        return {i.id: i for section in self.sections for i in section.indicators}

    @cached_property
    def children(self) -> dict[str, tuple[Indicator, ...]]:
        """The rows directly below each row, in annex order."""
        below: dict[str, list[Indicator]] = {id: [] for id in self.indicators}
        for indicator in self.indicators.values():
            if indicator.parent is not None:
                below[indicator.parent].append(indicator)
        return {id: tuple(rows) for id, rows in below.items()}

    @cached_property
    def names(self) -> dict[str, str]:
        """Each indicator's title by id, with that of the row above in brackets where it would not be understood alone.

        That is so of a title that several rows share, and of a few words that continue the row above: "- Quá hạn".
        """
        shared = Counter(indicator.title for indicator in self.indicators.values())
        return {
            id: f"{row.title} ({self.indicators[row.parent].title})"
            if row.parent is not None and (shared[row.title] > 1 or row.continues_row_above)
            else row.title
            for id, row in self.indicators.items()
        }

    @cached_property
    def sections_by_id(self) -> dict[str, Section]:
        """Every section by the id of its row."""
        return {section.id: section for section in self.sections}

    def ancestors(self, indicator: Indicator) -> tuple[Indicator, ...]:
        """The rows above an indicator, the section first."""
        above: list[Indicator] = []
        while indicator.parent is not None:
            indicator = self.indicators[indicator.parent]
            above.append(indicator)
        return tuple(reversed(above))

    @cached_property
    def observations_citing(self) -> dict[str, tuple[Observation, ...]]:
        """The observations whose note cites each document, newest report first."""
        citing: dict[str, list[Observation]] = {id: [] for id in self.documents}
        for report in self.reports:
            for observation in report.observations:
                for id in observation.documents:
                    citing[id].append(observation)
        return {id: tuple(observations) for id, observations in citing.items()}

    def around(self, report: Report, most: int) -> tuple[Report, ...]:
        """The reports nearest to a report in time, itself among them, newest first; not more than so many."""
        at = self.reports.index(report)
        first = max(0, min(at - most // 2, len(self.reports) - most))
        return self.reports[first : first + most]

    @property
    def next_period(self) -> Period | None:
        """The period that the next report is due on, while the agency exists; None where no schedule says so."""
        schedule, closed = self.agency.schedule, self.agency.valid_to
        due = schedule.after(self.latest.period) if schedule else None
        return None if due and closed and due.year > closed.year else due

    @cached_property
    def reports_by_period(self) -> dict[str, Report]:
        """Every report by the text of its period."""
        return {str(report.period): report for report in self.reports}

    @property
    def latest(self) -> Report:
        """The report on the newest period."""
        return self.reports[0]
