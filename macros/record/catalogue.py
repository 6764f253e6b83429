"""Everything that is published, checked."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from macros.kinds import CodeList
from macros.record.agency import Agency, Publisher
from macros.record.form import Indicator, Section, Unit
from macros.record.keys import ReportKey, SeriesKey
from macros.record.period import Period, PeriodKind
from macros.record.register import Abbreviation, Citation, Document, SearchWords
from macros.record.report import Report
from macros.record.revision_history import History, Knowledge


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
    search_words: SearchWords = field(default=SearchWords())
    foreign_words: Mapping[str, str] = field(default_factory=dict)
    """Words of other languages in the texts, each with its language as HTML names it."""
    history: History = field(default=History(Knowledge.NO_REPOSITORY), repr=False)
    publisher: Publisher | None = None

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """Every indicator by id, in annex order, sections included."""
        return {i.id: i for section in self.sections for i in section.indicators}

    @cached_property
    def before(self) -> dict[ReportKey, Report | None]:
        """The newest earlier report of the same kind of period, by the key of each report."""
        found: dict[ReportKey, Report | None] = {}
        last: dict[PeriodKind, Report] = {}
        for report in reversed(self.reports):
            kind = report.period.kind
            found[report.key] = last.get(kind)
            last[kind] = report
        return found

    @cached_property
    def children(self) -> dict[str, tuple[Indicator, ...]]:
        """The rows directly below each row, in annex order."""
        below: dict[str, list[Indicator]] = {id: [] for id in self.indicators}
        for indicator in self.indicators.values():
            if indicator.parent is not None:
                below[indicator.parent].append(indicator)
        return {id: tuple(rows) for id, rows in below.items()}

    @cached_property
    def names(self) -> dict[SeriesKey, str]:
        """What each series is called: the title, with that of the row above in brackets where it says too little alone.

        That is so of a title that several rows share, and of a few words that continue the row above: "- Quá hạn".
        """
        shared = Counter(indicator.title for indicator in self.indicators.values())
        return {
            row.key: f"{row.title} ({self.indicators[row.parent].title})"
            if row.parent is not None and (shared[row.title] > 1 or row.continues_row_above)
            else row.title
            for row in self.indicators.values()
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

    def around(self, report: Report, most: int) -> tuple[Report, ...]:
        """The reports nearest to a report in time, itself among them, newest first; not more than so many."""
        at = self._places[report.key]
        first = max(0, min(at - most // 2, len(self.reports) - most))
        return self.reports[first : first + most]

    @cached_property
    def _places(self) -> dict[ReportKey, int]:
        """Where each report stands among the reports."""
        return {report.key: n for n, report in enumerate(self.reports)}

    @property
    def next_period(self) -> Period | None:
        """The period that the next report is due on, while the agency exists; None where no schedule says so."""
        schedule, closed = self.agency.schedule, self.agency.valid_to
        due = schedule.after(self.latest.period) if schedule else None
        return None if due and closed and due.year > closed.year else due

    @cached_property
    def reports_by_key(self) -> dict[ReportKey, Report]:
        """Every report by its key, newest first."""
        return {report.key: report for report in self.reports}

    def report(self, key: ReportKey) -> Report | None:
        """The report that a key names, if there is one."""
        return self.reports_by_key.get(key)

    @property
    def latest(self) -> Report:
        """The report on the newest period."""
        return self.reports[0]
