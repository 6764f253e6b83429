"""What pages share and is derived from one catalogue once: comparisons, charts, and what is told of every revision."""

from collections.abc import Mapping
from functools import cached_property

from macros.comparing.comparison import Change, Comparison, compare
from macros.comparing.reference_periods import period_before
from macros.faces.axis import Axis, axes
from macros.faces.history_face import HistoryFace, history_face
from macros.faces.record_charts import Chart, charts
from macros.record import Catalogue, Indicator, Period, PeriodKind, Report


class Derived:
    """The comparisons, the charts and the history of a catalogue, each made when it is first asked for."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._charts: dict[str, list[Chart]] = {}
        self._comparisons: dict[tuple[Period, Period], Comparison] = {}
        self._changes_before: dict[Period, Mapping[str, Change]] = {}

    def comparison(self, before: Report, after: Report) -> Comparison:
        """What changed between two reports."""
        key = (before.period, after.period)
        if key not in self._comparisons:
            self._comparisons[key] = compare(before, after, self.catalogue.indicators)
        return self._comparisons[key]

    def changes_before(self, report: Report) -> Mapping[str, Change]:
        """What became of each row since the period before of the same kind, by indicator id; empty where none is."""
        if report.period not in self._changes_before:
            before = period_before(report, self.catalogue)
            changes = self.comparison(before, report).changes if before is not None else ()
            self._changes_before[report.period] = {change.indicator.id: change for change in changes}
        return self._changes_before[report.period]

    @cached_property
    def axes(self) -> dict[PeriodKind, Axis]:
        """The axis of each kind of period, the same for every chart."""
        return axes(self.catalogue)

    def charts(self, indicator: Indicator) -> list[Chart]:
        """The charts of an indicator, the kind of the newest report first."""
        if indicator.id not in self._charts:
            self._charts[indicator.id] = charts(indicator, self.catalogue, self.axes)
        return self._charts[indicator.id]

    @cached_property
    def history(self) -> HistoryFace:
        """What is told of every revision: on its page, and in the feed."""
        return history_face(self.catalogue)
