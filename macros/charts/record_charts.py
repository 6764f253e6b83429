"""What of the record is drawn, and what is not: model to series, series to SVG.

No chart for coded answers and words, which are no quantities; none for a single figure, where a sentence says more; and
only periods of one kind stand on one axis, because a half-year and a year do not compare.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property, reduce
from itertools import groupby

from markupsafe import Markup

from macros import vietnamese
from macros.charts.axis import Axis, Slot
from macros.charts.series import Point, Series, series_chart
from macros.charts.small import parts_bar, progress_bar, sparkline
from macros.faces import phrases, revision_text
from macros.faces.chart_sentences import finding
from macros.faces.phrases import inside
from macros.faces.quotients import Told, drawn
from macros.faces.rates import rate_sentence
from macros.record import Catalogue, Indicator, Observation, Period, PeriodKind, Report, Section
from macros.record.relation import Figure, Operator, Outcome, Relation, Sum
from macros.wording import charts as wording
from macros.wording import figures

_FEWEST = 2
# More would be a smear on a phone; the CSV beside the chart has them all.
MOST_POINTS = 40
# A few more where that keeps the charts of a section on one axis.
_MOST_ALIGNED = 50


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
    it, in a sentence; `quotients` are drawn in the place of printed rates that rank otherwise than their counts.
    """

    indicator: Indicator
    kind: PeriodKind
    series: Series
    breaks: tuple[tuple[Period, str], ...]
    axis: Axis
    start: int
    finding: str = ""
    quotients: Mapping[Period, Told] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return f"bieu-do-{self.indicator.id}-{self.kind.lower()}"

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
        return (*drawn_from, *_signs([self]), *_target_signs(self.series), *broken)

    @property
    def caption(self) -> str:
        """What it shows and what the signs in it mean, in sentences."""
        title, unit, late = self.series.title, self.series.unit, self.begins_late
        said = (
            wording.CAPTION_UNIT.format(title=title, unit=unit) if unit else wording.CAPTION.format(title=title),
            self._axis_text,
            wording.BEGINS_LATE.format(period=inside(late.label)) if late else "",
            *self.signs,
        )
        return " ".join(sentence for sentence in said if sentence)

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
        older = any(slot.asks(self.indicator) for slot in self.axis[: self.start])
        return self.axis[self.start].first if older else None

    @property
    def svg(self) -> Markup:
        """The chart for a page as wide as a phone: classes only."""
        # Every text in it was escaped where it was drawn.
        return Markup(series_chart(self.series, self.id, vietnamese.number))

    @property
    def wide(self) -> Markup:
        """The same for a wide page."""
        return Markup(series_chart(self.series, f"{self.id}-rong", vietnamese.number, wide=True))

    @property
    def file(self) -> str:
        """The chart as a file of its own, with its colours."""
        return series_chart(self.series, self.id, vietnamese.number, alone=True, caption=self.caption)

    # Beside the figure of each report.
    @cached_property
    def spark(self) -> Markup:
        """The chart in the size of a word, beside words that say the change."""
        return Markup(sparkline(self.series))

    @cached_property
    def spark_ends(self) -> tuple[str, str]:
        """The first and the last figure of that line; a rate with its sign."""
        unit = self.series.unit if self.series.rate else None
        known = [(point, point.value) for point in self.series.known if point.value is not None]
        ends = [
            (point.about, phrases.measured(vietnamese.number(value), unit)) for point, value in (known[0], known[-1])
        ]
        first, last = (figures.ABOUT.format(figure=figure) if about else figure for about, figure in ends)
        return first, last


def _signs(made: Sequence[Chart]) -> tuple[str, ...]:
    points = [point for chart in made for point in chart.series.points]
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


def charts(indicator: Indicator, catalogue: Catalogue, axes: Mapping[PeriodKind, Axis]) -> list[Chart]:
    """The charts of an indicator, the kind of the newest report first; none where there is nothing to draw.

    `axes` are those of the catalogue, made once for all its indicators.
    """
    if not indicator.kind.is_drawn:
        return []
    return [chart for kind, axis in axes.items() if (chart := _chart(indicator, kind, axis, catalogue)) is not None]


def _chart(indicator: Indicator, kind: PeriodKind, axis: Axis, catalogue: Catalogue) -> Chart | None:
    asked = [n for n, slot in enumerate(axis) if slot.asks(indicator)]
    if len(asked) < _FEWEST:
        return None
    stop = asked[-1] + 1
    start = next(n for n in asked if n >= stop - MOST_POINTS)
    asking = [slot.report for slot in axis[start:stop] if slot.report is not None and slot.asks(indicator)]
    entries = [(report, report.by_indicator[indicator.id]) for report in asking]
    quotients = drawn(entries, indicator)
    points, breaks = _points(indicator, axis[start:stop], catalogue, quotients)
    unit = indicator.unit.label if indicator.unit else ""
    title = wording.TITLE.format(name=catalogue.names[indicator.id], by_period=wording.BY_PERIOD[kind])
    series = Series(title, unit, points, rate=indicator.kind.is_line)
    if len(series.known) < _FEWEST:
        return None
    return Chart(indicator, kind, series, breaks, axis, start, finding(indicator, entries, quotients), quotients)


def _points(
    indicator: Indicator, slots: Axis, catalogue: Catalogue, quotients: Mapping[Period, Told]
) -> tuple[tuple[Point, ...], tuple[tuple[Period, str], ...]]:
    """What stands in each slot, and the breaks between them with their reasons."""
    points, breaks = [], []
    before: Period | None = None
    for slot in slots:
        if slot.report is None or not slot.asks(indicator):
            points.append(_empty(slot))
            continue
        row = slot.report.by_indicator[indicator.id]
        parting = indicator.break_between(before, row.period) if before else None
        if parting is not None:
            breaks.append((parting.period, parting.reason))
        value, words, about = _shown(row, quotients.get(row.period))
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


@dataclass(frozen=True, slots=True)
class Multiples:
    """Small charts beside each other, all over the same periods of one kind, under one heading."""

    heading: str
    charts: tuple[Chart, ...]

    @property
    def signs(self) -> tuple[str, ...]:
        """What the signs in these charts mean, of those that occur."""
        told = [
            (any(chart.quotients for chart in self.charts), wording.SIGN_SOME_QUOTIENTS),
            (any(chart.series.draws_targets for chart in self.charts), wording.SIGN_TARGETS),
            (any(chart.breaks for chart in self.charts), wording.SIGN_BREAKS),
        ]
        return (*_signs(self.charts), *(words for occurs, words in told if occurs))


def multiples(section: Section, catalogue: Catalogue, made: Callable[[Indicator], list[Chart]]) -> list[Multiples]:
    """The small multiples of a section, in the order of the form; first those of the newest report's kind of period.

    Indicators that the form no longer has stand apart at the end, and those that have charts of other kinds of period
    only stand under the name of that kind.
    """
    grouped: dict[tuple[bool, PeriodKind], list[Chart]] = {}
    newest = catalogue.latest.period.kind
    rows = [(row, made(row)) for row in section.indicators]
    for kind in dict.fromkeys(report.period.kind for report in catalogue.reports):
        for row, found in rows:
            chart = shown(found, newest) or (found[0] if found else None)
            if chart is not None and chart.kind is kind:
                has_ended = row.id not in catalogue.latest.by_indicator
                grouped.setdefault((has_ended, kind), []).append(chart)
    living_first = sorted(grouped.items(), key=lambda group: group[0][0])
    alike = ((_group_heading(*group), near) for group, found in living_first for near in _near(found))
    return [Multiples(heading, _aligned(near, catalogue)) for heading, near in alike]


def _group_heading(has_ended: bool, kind: PeriodKind) -> str:
    sentence = wording.GROUP_ENDED if has_ended else wording.GROUP
    return sentence.format(by_period=wording.BY_PERIOD[kind])


def _near(found: Sequence[Chart]) -> Iterator[list[Chart]]:
    """The charts of one kind that have room on one axis; rows that ended long apart have one each."""
    place = {chart.indicator.id: n for n, chart in enumerate(found)}
    near: list[Chart] = []
    for chart in sorted(found, key=lambda each: -each.stop):
        if near and near[0].stop - min(each.start for each in (*near, chart)) > _MOST_ALIGNED:
            yield sorted(near, key=lambda each: place[each.indicator.id])
            near = []
        near.append(chart)
    yield sorted(near, key=lambda each: place[each.indicator.id])


def _aligned(found: Sequence[Chart], catalogue: Catalogue) -> tuple[Chart, ...]:
    """The charts of one kind on one axis: from the oldest period that any of them shows to the newest."""
    start, stop = min(chart.start for chart in found), max(chart.stop for chart in found)
    return tuple(_over(chart, start, stop, catalogue) for chart in found)


def _over(chart: Chart, start: int, stop: int, catalogue: Catalogue) -> Chart:
    """The chart over the slots of a part of its axis, which holds its own."""
    if (start, stop) == (chart.start, chart.stop):
        return chart
    points, breaks = _points(chart.indicator, chart.axis[start:stop], catalogue, chart.quotients)
    return replace(chart, series=replace(chart.series, points=points), breaks=breaks, start=start)


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


@dataclass(frozen=True, slots=True)
class Share:
    """One part of a whole: its row, its amount, and what per cent of the whole that is, to one decimal."""

    indicator: Indicator
    amount: Decimal
    percent: Decimal


@dataclass(frozen=True, slots=True)
class Whole:
    """A total of a report and the parts that make it up, the largest first."""

    observation: Observation
    shares: tuple[Share, ...]
    names: tuple[str, ...]

    def amount(self, share: Share) -> str:
        """The amount of a part with its unit, which is that of the whole."""
        unit = self.observation.indicator.unit
        return phrases.measured(vietnamese.number(share.amount), unit.label if unit else None)

    @property
    def finding(self) -> str:
        """What one sees: the largest part, or that the largest are equal."""
        first = self.shares[0]
        largest = sum(1 for share in self.shares if share.amount == first.amount)
        if largest > 1:
            return wording.FINDING_PARTS_EQUAL.format(count=largest, amount=self.amount(first))
        percent = phrases.measured(vietnamese.number(first.percent), phrases.PER_CENT)
        return wording.FINDING_PARTS.format(name=self.names[0], amount=self.amount(first), percent=percent)

    @property
    def svg(self) -> Markup:
        id = f"cac-phan-{self.observation.indicator.id}"
        title = wording.WHOLE.format(figure=phrases.figure_text(self.observation))
        told = "; ".join(
            wording.WHOLE_PART.format(
                name=name,
                amount=self.amount(share),
                percent=phrases.measured(vietnamese.number(share.percent), phrases.PER_CENT),
            )
            for name, share in zip(self.names, self.shares, strict=True)
        )
        parts = [(name, share.amount) for name, share in zip(self.names, self.shares, strict=True)]
        return Markup(parts_bar(title, f"{told}.", id, parts))


def whole(report: Report, indicator: Indicator, catalogue: Catalogue) -> Whole | None:
    """What a published total is made of, where a relation says so and it holds; None where nothing is shared."""
    observation = report.by_indicator.get(indicator.id)
    if observation is None or (total := observation.amount) is None or total <= 0:
        return None
    for result in report.results_by_indicator.get(indicator.id, ()):
        parts = list(_parts(result.relation, indicator, catalogue))
        if result.outcome is not Outcome.HOLDS or len(parts) < _FEWEST:
            continue
        amounts = [(row, report.by_indicator[row.id].amount) for row in parts]
        known = [(row, amount) for row, amount in amounts if amount is not None and amount >= 0]
        if len(known) == len(parts):
            known.sort(key=lambda part: -part[1])
            shares = [Share(row, amount, vietnamese.rounded(amount * 100 / total, 1)) for row, amount in known]
            return Whole(observation, tuple(shares), tuple(row.title for row, _ in known))
    return None


def _parts(relation: Relation, indicator: Indicator, catalogue: Catalogue) -> Iterator[Indicator]:
    """The rows that a relation adds up to an indicator, all of them amounts in the form."""
    match relation.operator, relation.left, relation.right:
        case Operator.EQUAL, Sum((Figure(total),), ()), Sum(parts, ()) if total == indicator.id:
            if all(isinstance(part, Figure) for part in parts):
                yield from (catalogue.indicators[part.indicator] for part in parts if isinstance(part, Figure))


def progress(report: Report, indicator: Indicator, named: bool = True) -> Markup | None:
    """A figure on its way to its target, or a rate of two counts to 100%; None for any other figure.

    One that is not `named` stands beside words that say the same: a screen reader passes over it.
    """
    observation = report.by_indicator.get(indicator.id)
    if observation is None or (value := observation.amount) is None:
        return None
    target, id = observation.target, f"tien-do-{indicator.id}" if named else ""
    full = indicator.kind.whole
    rate = full is not None and 0 <= value <= full
    if target is not None and target > 0 and value >= 0:
        goal = phrases.target_text(observation)
        title = f"{phrases.figure_text(observation)}; {inside(goal or '')}"
        if full is not None and rate and target <= full:
            return Markup(progress_bar(title, wording.BAR_WHOLE_TARGET, id, value, target, full))
        return Markup(progress_bar(title, wording.BAR_TARGET, id, value, target, target))
    said = rate_sentence(report, observation)
    return Markup(progress_bar(said, wording.BAR_WHOLE, id, value)) if said and rate else None
