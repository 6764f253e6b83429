"""Which page has the figure of an indicator on a period: that of the indicator, or of a long series that of its year.

It follows from the heads of reports and the lives of indicators: no figure is read for it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from macros import addresses
from macros.faces.years import Calendar, Span
from macros.record import Indicator, Period, PeriodKind, Report, ReportKey

# As many figures of one kind of period as a chart has room for, so that the table has all that is drawn above it; of
# weeks those of a year.
_MOST_ROWS, _MOST_WEEKS = 40, 53


@dataclass(frozen=True)
class Living:
    """The reports whose form has a row, newest first; `shown` are those in the table on the indicator's own page."""

    reports: tuple[Report, ...]

    @cached_property
    def shown(self) -> tuple[Report, ...]:
        """The newest of each kind of period."""
        return tuple(report for report, is_shown in self._divided if is_shown)

    @cached_property
    def older(self) -> tuple[Report, ...]:
        """Those that stand on pages of their years alone."""
        return tuple(report for report, is_shown in self._divided if not is_shown)

    @cached_property
    def older_keys(self) -> frozenset[ReportKey]:
        """By what these are found."""
        return frozenset(report.key for report in self.older)

    @cached_property
    def before(self) -> dict[ReportKey, Report]:
        """The report before of the same kind of period, by the report after it."""
        newest: dict[PeriodKind, ReportKey] = {}
        found = {}
        for report in self.reports:
            kind = report.period.kind
            if kind in newest:
                found[newest[kind]] = report
            newest[kind] = report.key
        return found

    @property
    def _divided(self) -> Iterator[tuple[Report, bool]]:
        met = Counter[PeriodKind]()
        for report in self.reports:
            kind = report.period.kind
            met[kind] += 1
            yield report, met[kind] <= (_MOST_WEEKS if kind is PeriodKind.WEEK else _MOST_ROWS)


_Life = tuple[Period, Period | None]
Spans = list[tuple[Span, tuple[Report, ...]]]


def _life(indicator: Indicator) -> _Life:
    """What its reports follow from: the same for nearly all rows of a form."""
    return indicator.first_period, indicator.last_period


class SeriesPages:
    """The pages of the indicators of a site with these reports, newest first."""

    def __init__(self, reports: Sequence[Report], calendar: Calendar) -> None:
        self._reports, self._calendar = reports, calendar
        self._living: dict[_Life, Living] = {}
        self._spans: dict[_Life, Spans] = {}

    def living(self, indicator: Indicator) -> Living:
        """The reports whose form has the row."""
        life = _life(indicator)
        if life not in self._living:
            self._living[life] = Living(tuple(r for r in self._reports if indicator.lives_in(r.period)))
        return self._living[life]

    def spans(self, indicator: Indicator) -> Spans:
        """The years that have a page, newest first, with all their reports: such as have one that is not shown."""
        life = _life(indicator)
        if life not in self._spans:
            self._spans[life] = self._made_spans(self.living(indicator))
        return self._spans[life]

    def _made_spans(self, living: Living) -> Spans:
        older = {self._calendar.span(report.period.year) for report in living.older}
        spans = self._calendar.spans(living.reports, lambda report: report.period.year)
        return [(span, reports) for span, reports in spans if span in older]

    def paged(self, indicator: Indicator) -> tuple[PeriodKind, ...]:
        """The kinds of period of a series that is drawn and has pages of its years: charts there lead to its files.

        The kind of the newest report comes first.
        """
        living = self.living(indicator)
        if not (living.older and indicator.kind.is_drawn):
            return ()
        return tuple(dict.fromkeys(report.period.kind for report in living.reports))

    def other_charts(self, indicator: Indicator) -> str:
        """The page of the charts of all kinds of period but one; "" where the indicator's own page has all charts."""
        return f"{addresses.indicator(indicator)}cac-loai-ky/" if len(self.paged(indicator)) > 1 else ""

    def address(self, indicator: Indicator, report: ReportKey) -> str:
        """The page that has the figure of a report."""
        page = addresses.indicator(indicator)
        if report not in self.living(indicator).older_keys:
            return page
        return self._calendar.span(report.period.year).below(page)

    def before(self, indicator: Indicator, report: Report) -> Report | None:
        """The report before of the same kind of period whose form has the row."""
        return self.living(indicator).before.get(report.key)
