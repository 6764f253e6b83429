"""The charts of a section as small multiples: beside each other, on one axis as far as they have room on it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from macros.faces.record_charts import Chart, series_points, series_signs, shown
from macros.record import Catalogue, Indicator, PeriodKind, Section
from macros.wording import charts as wording

# A few more than on an axis of its own, where that keeps the charts of a section on one axis.
_MOST_ALIGNED = 50


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
        return (*series_signs([chart.series for chart in self.charts]), *(words for occurs, words in told if occurs))


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
                has_ended = row.key not in catalogue.latest.by_key
                grouped.setdefault((has_ended, kind), []).append(chart)
    living_first = sorted(grouped.items(), key=lambda group: group[0][0])
    alike = ((_group_heading(*group), near) for group, found in living_first for near in _near(found))
    return [Multiples(heading, _aligned(near, catalogue)) for heading, near in alike]


def _group_heading(has_ended: bool, kind: PeriodKind) -> str:
    sentence = wording.GROUP_ENDED if has_ended else wording.GROUP
    return sentence.format(by_period=wording.BY_PERIOD[kind])


def _near(found: Sequence[Chart]) -> Iterator[list[Chart]]:
    """The charts of one kind that have room on one axis; rows that ended long apart have one each."""
    place = {chart.indicator.key: n for n, chart in enumerate(found)}
    near: list[Chart] = []
    for chart in sorted(found, key=lambda each: -each.stop):
        if near and near[0].stop - min(each.start for each in (*near, chart)) > _MOST_ALIGNED:
            yield sorted(near, key=lambda each: place[each.indicator.key])
            near = []
        near.append(chart)
    yield sorted(near, key=lambda each: place[each.indicator.key])


def _aligned(found: Sequence[Chart], catalogue: Catalogue) -> tuple[Chart, ...]:
    """The charts of one kind on one axis: from the oldest period that any of them shows to the newest."""
    start, stop = min(chart.start for chart in found), max(chart.stop for chart in found)
    return tuple(_over(chart, start, stop, catalogue) for chart in found)


def _over(chart: Chart, start: int, stop: int, catalogue: Catalogue) -> Chart:
    """The chart over the slots of a part of its axis, which holds its own."""
    if (start, stop) == (chart.start, chart.stop):
        return chart
    points, breaks = series_points(chart.indicator, chart.axis[start:stop], catalogue, chart.quotients)
    return replace(chart, series=replace(chart.series, points=points), breaks=breaks, start=start)
