"""How a figure went until the period of a report, in the size of a word: what stands beside it in the report's table.

It ends with the report's own figure. One that went on to today's would say of an old report what nobody knew then, and
would have to be drawn anew in every report whenever there is another.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros import vietnamese
from macros.faces import phrases
from macros.faces.axis import Slot
from macros.faces.chart_face import Point, Series
from macros.faces.quotients import Told, drawn
from macros.record import Indicator, Observation, Period, ReportKey
from macros.wording import figures

_FEWEST = 2
# A year of months, and the month that it began from; so many points still part in the width of a word.
MOST_POINTS = 13
_NO_LABEL = ("", "")


@dataclass(frozen=True, slots=True)
class SparkFace:
    """The figures as a line, and the first and the last of them in words."""

    series: Series
    first: str
    last: str


def spark_face(indicator: Indicator, slots: Sequence[Slot]) -> SparkFace | None:
    """The line over some slots of an axis, oldest first; None where there is nothing to draw."""
    if not indicator.kind.is_drawn:
        return None
    rows = [slot.report.observation(indicator.key) if slot.report is not None else None for slot in slots]
    found = zip(slots, rows, strict=True)
    entries = [(slot.report, row) for slot, row in found if slot.report is not None and row is not None]
    if sum(row.amount is not None for _, row in entries) < _FEWEST:
        return None
    points = tuple(_points(indicator, rows, drawn(entries, indicator)))
    series = Series("", indicator.unit.label if indicator.unit else "", points, rate=indicator.kind.is_line)
    return SparkFace(series, _end(series, series.known[0]), _end(series, series.known[-1]))


def _points(
    indicator: Indicator, rows: Sequence[Observation | None], quotients: Mapping[ReportKey, Told]
) -> Iterator[Point]:
    before: Period | None = None
    for row in rows:
        if row is None:
            yield Point(_NO_LABEL, None, "")
            continue
        told = quotients.get(row.report)
        value, about = (told.value, told.about) if told is not None else (row.amount, False)
        broken = before is not None and indicator.break_between(before, row.period) is not None
        yield Point(_NO_LABEL, value, "", broken, about=about)
        before = row.period


def _end(series: Series, point: Point) -> str:
    """A figure at an end of the line; a rate with its sign."""
    assert point.value is not None
    told = phrases.measured(vietnamese.number(point.value), series.unit if series.rate else None)
    return figures.ABOUT.format(figure=told) if point.about else told
