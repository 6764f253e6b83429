"""What of the record is drawn, and what is not: model to series, with the words around them.

No chart for coded answers and words, which are no quantities; none for a single figure, where a sentence says more; and
only periods of one kind stand on one axis, because a half-year and a year do not compare.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import reduce
from itertools import groupby

from macros import addresses, vietnamese
from macros.faces import phrases, revision_text
from macros.faces.axis import Axis, Slot
from macros.faces.chart_face import ChartFace, Point, Series
from macros.faces.chart_sentences import finding
from macros.faces.phrases import inside
from macros.faces.quotients import Told, drawn
from macros.record import Catalogue, Indicator, Observation, Period, PeriodKind, ReportKey
from macros.record.reads import derived
from macros.wording import charts as wording

_FEWEST = 2
# More would be a smear on a phone; the CSV beside the chart has them all.
MOST_POINTS = 40


# What is said of a figure that is not what it was.
_FATES = {
    revision_text.Fate.CORRECTED: wording.POINT_CORRECTED,
    revision_text.Fate.ADDED: wording.POINT_ADDED,
    revision_text.Fate.RETRACTED: wording.POINT_RETRACTED,
}


# What each sign in a chart means, for those that occur.
_SIGNS: tuple[tuple[Callable[[Point], bool], str], ...] = (
    (lambda point: point.is_blank, wording.SIGN_BLANK),
    (lambda point: bool(point.corrected), wording.SIGN_CORRECTED),
    (lambda point: point.absent, wording.SIGN_ABSENT),
    (lambda point: point.missing == 1, wording.SIGN_MISSING),
    (lambda point: point.is_cut_out, wording.SIGN_CUT_OUT),
)


@dataclass(frozen=True)
class Chart:
    """A series of one indicator over periods of one kind, and the breaks in it with their reasons.

    `axis` has every period of the kind; `start` is the slot at which the chart begins. `finding` is what one sees in
    it, in a sentence; `quotients` are drawn in the place of printed rates that rank otherwise than their counts. A
    `part` is one of the charts of some years, counted from 1; 0 is the chart of the newest. Of a series that
    `is_paged`, older figures stand on pages of their years.
    """

    indicator: Indicator
    kind: PeriodKind
    series: Series
    breaks: tuple[tuple[Period, str], ...]
    axis: Axis
    start: int
    finding: str = ""
    quotients: Mapping[ReportKey, Told] = field(default_factory=dict)
    part: int = 0
    is_paged: bool = False

    @derived
    def face(self) -> ChartFace:
        """The chart as it is drawn, made once for all pages that show it."""
        return ChartFace(
            f"bieu-do-{self.indicator.id}-{self.kind.lower()}{f'-{self.part}' if self.part else ''}",
            self.series,
            self.finding,
            self.caption,
            drawing="" if self.part else addresses.series_file(self.indicator, self.kind, "svg"),
            figures=addresses.series_file(self.indicator, self.kind, "csv"),
        )

    @property
    def stop(self) -> int:
        """The slot before which it ends."""
        return self.start + len(self.series.points)

    @property
    def signs(self) -> tuple[str, ...]:
        """What the signs in it mean, of those that occur."""
        broken = (
            wording.SIGN_BREAK.format(period=inside(period.label), reason=reason) for period, reason in self.breaks
        )
        drawn_from = (wording.SIGN_QUOTIENTS,) if self.quotients else ()
        return (*drawn_from, *series_signs([self.series]), *_target_signs(self.series), *broken)

    @property
    def caption(self) -> str:
        """What it shows and what the signs in it mean, in sentences."""
        title, unit = self.series.title, self.series.unit
        said = (
            wording.CAPTION_UNIT.format(title=title, unit=unit) if unit else wording.CAPTION.format(title=title),
            self._axis_text,
            self._window,
            *self.signs,
        )
        return " ".join(sentence for sentence in said if sentence)

    @property
    def _window(self) -> str:
        """Which periods it shows, where there are others."""
        if self.part:
            points = self.series.points
            return wording.WINDOW.format(first=points[0].name, last=points[-1].name)
        late = self.begins_late
        if late is None:
            return ""
        sentence = wording.BEGINS_LATE_PAGED if self.is_paged else wording.BEGINS_LATE
        return sentence.format(period=inside(late.label))

    @property
    def _axis_text(self) -> str:
        """Where the axis begins; of one that does not begin at zero, where it ends too."""
        if self.series.has_negative:
            return wording.AXIS_BELOW_ZERO
        ticks = self.series.axis
        if ticks[0] == 0:
            return wording.AXIS_FROM_ZERO
        low, high = (phrases.measured(vietnamese.number(tick), self.series.unit) for tick in (ticks[0], ticks[-1]))
        return wording.AXIS_FITTED.format(low=low, high=high)

    @property
    def begins_late(self) -> Period | None:
        """The first period that it shows, where there are older figures than it has room for."""
        row, before = self.indicator, reversed(self.axis[: self.start])
        older = any(row.lives_in(slot.first) and slot.asks(row) for slot in before)
        return self.axis[self.start].first if older else None


def series_signs(made: Sequence[Series]) -> tuple[str, ...]:
    """What the signs in some series mean, of those that occur."""
    points = [point for series in made for point in series.points]
    return tuple(words for occurs, words in _SIGNS if any(occurs(point) for point in points))


# So many targets after each other are named in the caption; of more the newest.
_MOST_TARGETS = 3


def _target_signs(series: Series) -> Iterator[str]:
    """What the line of the targets is, with them; or that they are not drawn."""
    if not series.targets:
        return
    amounts = [amount for amount, _ in groupby(point.target_words for point in series.targets)]
    if len(amounts) <= _MOST_TARGETS:
        named = reduce(lambda earlier, later: wording.TARGETS_IN_TURN.format(earlier=earlier, later=later), amounts)
    else:
        named = wording.TARGETS_MANY.format(newest=amounts[-1])
    asked = [point for point in series.points if point.value is not None or point.is_blank]
    if not series.draws_targets:
        yield wording.SIGN_TARGET_FAR.format(targets=named)
    elif len(series.targets) < len(asked):
        yield wording.SIGN_TARGET_PARTLY.format(targets=named)
    else:
        yield wording.SIGN_TARGET.format(targets=named)


def charts(
    indicator: Indicator, catalogue: Catalogue, axes: Mapping[PeriodKind, Axis], paged: Collection[PeriodKind] = ()
) -> list[Chart]:
    """The charts of an indicator, the kind of the newest report first; none where there is nothing to draw.

    `axes` are those of the catalogue, made once for all its indicators. Of the kinds that are `paged`, older figures
    stand on pages of their years.
    """
    if not indicator.kind.is_drawn:
        return []
    made = (_chart(indicator, kind, axis, catalogue, kind in paged) for kind, axis in axes.items())
    return [chart for chart in made if chart is not None]


def _chart(indicator: Indicator, kind: PeriodKind, axis: Axis, catalogue: Catalogue, paged: bool) -> Chart | None:
    # From the newest on, so that no older report is read than those that have room.
    last = next((n for n in range(len(axis) - 1, -1, -1) if axis[n].asks(indicator)), None)
    if last is None:
        return None
    stop = last + 1
    start = next(n for n in range(max(0, stop - MOST_POINTS), stop) if axis[n].asks(indicator))
    return _drawn(indicator, kind, axis, (start, stop), catalogue, is_paged=paged)


def _drawn(
    indicator: Indicator,
    kind: PeriodKind,
    axis: Axis,
    window: tuple[int, int],
    catalogue: Catalogue,
    *,
    part: int = 0,
    is_paged: bool = False,
) -> Chart | None:
    """The chart from a slot of the axis to before another; None where there are too few figures to draw."""
    start, stop = window
    asking = [slot.report for slot in axis[start:stop] if slot.report is not None and slot.asks(indicator)]
    if len(asking) < _FEWEST:
        return None
    entries = [(report, report.by_key[indicator.key]) for report in asking]
    quotients = drawn(entries, indicator)
    points, breaks = series_points(indicator, axis[start:stop], catalogue, quotients)
    unit = indicator.unit.label if indicator.unit else ""
    title = wording.TITLE.format(name=catalogue.names[indicator.key], by_period=wording.BY_PERIOD[kind])
    series = Series(title, unit, points, rate=indicator.kind.is_line)
    if len(series.known) < _FEWEST:
        return None
    found = finding(indicator, entries, quotients)
    return Chart(indicator, kind, series, breaks, axis, start, found, quotients, part, is_paged)


def charts_of_years(
    indicator: Indicator, years: range, catalogue: Catalogue, axes: Mapping[PeriodKind, Axis]
) -> Iterator[Chart]:
    """The charts of an indicator over the periods of some years, by kind, oldest first; several where one is too long.

    They are of one length then, as far as that goes, and begin where the calendar says, not where figures end.
    """
    if not indicator.kind.is_drawn:
        return
    for kind, axis in axes.items():
        edges = bisect_left(axis, years[0], key=_year), bisect_right(axis, years[-1], key=_year)
        within = [n for n in range(*edges) if axis[n].report is not None]
        if not within:
            continue
        start, stop = within[0], within[-1] + 1
        parts = -(-(stop - start) // MOST_POINTS)
        for part in range(parts):
            first, last = (start + (stop - start) * edge // parts for edge in (part, part + 1))
            if (chart := _drawn(indicator, kind, axis, (first, last), catalogue, part=part + 1)) is not None:
                yield chart


def _year(slot: Slot) -> int:
    return slot.first.year


def series_points(
    indicator: Indicator, slots: Axis, catalogue: Catalogue, quotients: Mapping[ReportKey, Told]
) -> tuple[tuple[Point, ...], tuple[tuple[Period, str], ...]]:
    """What stands in each slot, and the breaks between them with their reasons."""
    points, breaks = [], []
    before: Period | None = None
    for slot in slots:
        if slot.report is None or not slot.asks(indicator):
            points.append(_empty(slot))
            continue
        row = slot.report.by_key[indicator.key]
        parting = indicator.break_between(before, row.period) if before else None
        if parting is not None:
            breaks.append((parting.period, parting.reason))
        value, words, about = _shown(row, quotients.get(slot.report.key))
        was = revision_text.correction(slot.report, row, catalogue.history)
        corrected = _FATES[revision_text.fate(was.observation, row)] if was else ""
        aim = phrases.target_amount(row) or ""
        label, is_broken = period_lines(row.period), parting is not None
        point = Point(label, value, words, is_broken, corrected, target=row.target, target_words=aim, about=about)
        points.append(point)
        before = row.period
    return tuple(points), tuple(breaks)


def _shown(row: Observation, quotient: Told | None) -> tuple[Decimal | None, str, bool]:
    """The number that a chart draws, what is said of it, and whether it is about that number only."""
    words = phrases.figure_text(row)
    if quotient is None or quotient.value == row.value:
        return row.amount, words, bool(quotient and quotient.about)
    words = wording.POINT_QUOTIENT.format(quotient=quotient.text, figure=words)
    return quotient.value, words, quotient.about


def _empty(slot: Slot) -> Point:
    """A slot without a report, or whose form did not ask for the figure."""
    label = period_lines(slot.first)
    if slot.report is not None:
        return Point(label, None, "", absent=True)
    words = wording.POINT_MISSING if slot.count == 1 else wording.POINTS_MISSING.format(count=slot.count)
    return Point(label, None, words, missing=slot.count, until=period_lines(slot.last))


def shown(made: Sequence[Chart], kind: PeriodKind) -> Chart | None:
    """The chart over periods of a kind, if there is one."""
    return next((chart for chart in made if chart.kind is kind), None)


def of_kind_first(made: Sequence[Chart], kind: PeriodKind) -> list[Chart]:
    """The charts with that over periods of a kind first: beside a figure stands the chart that it is in."""
    return sorted(made, key=lambda chart: chart.kind is not kind)


def period_lines(period: Period) -> tuple[str, str]:
    """A period in two short lines below an axis: ("Quý I", "2022"), ("2022", "")."""
    match period.kind:
        case PeriodKind.WEEK:
            return wording.AXIS_WEEK.format(number=period.number), str(period.year)
        case PeriodKind.MONTH:
            return wording.AXIS_MONTH.format(number=period.number), str(period.year)
        case PeriodKind.QUARTER:
            return wording.AXIS_QUARTERS[period.number - 1], str(period.year)
        case PeriodKind.HALF_YEAR:
            return wording.AXIS_HALF_YEARS[period.number - 1], str(period.year)
        case PeriodKind.NINE_MONTHS:
            return wording.AXIS_NINE_MONTHS, str(period.year)
        case PeriodKind.YEAR:
            return str(period.year), ""
