"""What pages share and is derived from one catalogue once: comparisons, charts, and what is told of every revision."""

from collections.abc import Mapping
from functools import cached_property

from macros.comparing.comparison import Change, Comparison, compare
from macros.comparing.reference_periods import period_before
from macros.faces.axis import Axis, axes, places
from macros.faces.history_face import EntryOf, EntryPlaces, HistoryFace, history_face
from macros.faces.record_charts import Chart, charts
from macros.faces.series_pages import SeriesPages
from macros.faces.sparks import MOST_POINTS, SparkFace, spark_face
from macros.faces.years import Calendar, Span
from macros.record import Catalogue, Indicator, PeriodKind, Report, ReportKey, SeriesKey
from macros.record.reads import Memo, derived


class Derived:
    """The comparisons, the charts and the history of a catalogue, each made when it is first asked for.

    `entry` tells where revisions are told of, where another catalogue knows that.
    """

    def __init__(self, catalogue: Catalogue, entry: EntryOf | None = None) -> None:
        self.catalogue = catalogue
        self._entry = entry
        self._charts = Memo(self._make_charts)
        self._comparisons = Memo(self._compare)
        self._changes_before = Memo(self._make_changes_before)

    def comparison(self, before: Report, after: Report) -> Comparison:
        """What changed between two reports."""
        return self._comparisons((before.key, after.key))

    def changes_before(self, report: Report) -> Mapping[SeriesKey, Change]:
        """What became of each row since the period before of the same kind, by its key; empty where none is."""
        return self._changes_before(report.key)

    @derived
    def axes(self) -> dict[PeriodKind, Axis]:
        """The axis of each kind of period, the same for every chart."""
        return axes(self.catalogue)

    @cached_property
    def places(self) -> Mapping[ReportKey, tuple[Axis, int]]:
        """Where each report stands on its axis."""
        return places(self.axes)

    @cached_property
    def series_pages(self) -> SeriesPages:
        """Which page has the figure of an indicator on a period."""
        return SeriesPages(self.catalogue.reports, self.calendar)

    def charts(self, indicator: Indicator) -> list[Chart]:
        """The charts of an indicator, the kind of the newest report first."""
        return self._charts(indicator.key)

    def spark(self, report: Report, indicator: Indicator) -> SparkFace | None:
        """How an indicator went until a report, over periods of its kind; None where there is nothing to draw."""
        axis, at = self.places[report.key]
        return spark_face(indicator, axis[max(at + 1 - MOST_POINTS, 0) : at + 1])

    @cached_property
    def calendar(self) -> Calendar:
        """Which years share a page."""
        return Calendar.of(self.catalogue.reports)

    @cached_property
    def report_spans(self) -> list[tuple[Span, tuple[Report, ...]]]:
        """The reports by the years that share a page, newest first."""
        return self.calendar.spans(self.catalogue.reports, lambda report: report.period.year)

    @cached_property
    def entry(self) -> EntryOf:
        """Where each revision is told of."""
        return self._entry or EntryPlaces.of(self.catalogue, self.calendar)

    @derived
    def history(self) -> HistoryFace:
        """The page of all revisions."""
        return history_face(self.catalogue, self.report_spans, self.series_pages)

    def _compare(self, reports: tuple[ReportKey, ReportKey]) -> Comparison:
        before, after = (self.catalogue.reports_by_key[key] for key in reports)
        return compare(before, after, self.catalogue.indicators)

    def _make_changes_before(self, key: ReportKey) -> Mapping[SeriesKey, Change]:
        report = self.catalogue.reports_by_key[key]
        before = period_before(report, self.catalogue)
        changes = self.comparison(before, report).changes if before is not None else ()
        return {change.key: change for change in changes}

    def _make_charts(self, series: SeriesKey) -> list[Chart]:
        row = self.catalogue.indicators[series.indicator]
        paged = {report.period.kind for report in self.series_pages.living(row).older}
        return charts(row, self.catalogue, self.axes, paged)
