"""The figures of one indicator over periods of one kind: columns for amounts, a line for rates."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from macros.views.charts.drawing import Drawing
from macros.views.charts.scale import Scale

_WIDTH, _TOP, _BOTTOM, _LEFT, _RIGHT = 420.0, 24.0, 42.0, 48.0, 14.0
_PLOT = 150.0
# Writes a figure for a reader.
Number: TypeAlias = Callable[[Decimal], str]
# So many figures fit beside each other; of more, only the ends, the highest and the lowest are written.
_WRITTEN = 9


@dataclass(frozen=True, slots=True)
class Point:
    """One period on the axis. `label` stands below it in one or two lines; `value` is None where none was reported.

    `words` say the figure, or why there is none. `breaks` marks that the indicator counts something else from here
    on, `corrected` that the figure was changed after its first publication.
    """

    label: tuple[str, str]
    value: Decimal | None
    words: str
    breaks: bool = False
    corrected: bool = False

    @property
    def name(self) -> str:
        return " ".join(part for part in self.label if part)


@dataclass(frozen=True, slots=True)
class Series:
    """What a chart shows: its name, what it is measured in, and its points, oldest first.

    `rate` draws a line on an axis to 100 where columns would say that there is more of something.
    """

    title: str
    unit: str
    points: tuple[Point, ...]
    rate: bool = False

    @property
    def known(self) -> tuple[Point, ...]:
        """The points that have a figure."""
        return tuple(point for point in self.points if point.value is not None)

    @property
    def description(self) -> str:
        """Every point in words, for who does not see the chart."""
        told = [f"{point.name}: {point.words}{_marks(point)}" for point in self.points]
        return f"{'; '.join(told)}."


def _marks(point: Point) -> str:
    marks = [(point.breaks, "từ kỳ này đổi cách tính"), (point.corrected, "đã đính chính")]
    said = ", ".join(words for has, words in marks if has)
    return f" ({said})" if said else ""


def series_chart(series: Series, id: str, number: Number, alone: bool = False) -> str:
    """The chart as SVG. `number` writes a figure; the series has two figures or more.

    The axis begins at zero. A period without a figure keeps its place, empty, and the line stops before it and before
    a break: figures that do not compare are not joined.
    """
    values = [point.value for point in series.known if point.value is not None]
    scale = Scale.holding(values, _PLOT, ceiling=Decimal(100) if series.rate and max(values) <= 100 else None)
    drawing = Drawing(id, series.title, series.description, _WIDTH, _TOP + _PLOT + _BOTTOM, alone)
    if alone:
        drawing.rect("chart__paper", 0, 0, _WIDTH, _TOP + _PLOT + _BOTTOM)
    _axis(drawing, scale, series.unit, number)
    slot = (_WIDTH - _LEFT - _RIGHT) / len(series.points)
    places = [(_LEFT + slot * (n + 0.5), point) for n, point in enumerate(series.points)]
    if series.rate:
        _line(drawing, scale, places)
    for x, point in places:
        _mark(drawing, scale, series, x, slot, point)
    _labels(drawing, places, slot)
    for x, point in _written(places):
        if point.value is not None:
            y = min(_y(scale, point.value), _y(scale, Decimal(0)))
            drawing.text("chart__text", round(x, 1), y - (13 if point.corrected else 7), number(point.value))
    return drawing.svg()


def _y(scale: Scale, value: Decimal) -> float:
    return round(_TOP + _PLOT - scale.at(value), 1)


def _axis(drawing: Drawing, scale: Scale, unit: str, number: Number) -> None:
    for tick in scale.ticks:
        y = _y(scale, tick)
        drawing.line("chart__base" if tick == 0 else "chart__line", _LEFT, y, _WIDTH - _RIGHT, y)
        drawing.text("chart__quiet", _LEFT - 5, y + 4, number(tick), "end", 11)
    drawing.text("chart__quiet", 2, 10, unit, "start", 11)


def _line(drawing: Drawing, scale: Scale, places: Sequence[tuple[float, Point]]) -> None:
    """The rates joined, piece by piece."""
    piece: list[tuple[float, float]] = []
    for x, point in places:
        if point.value is None or point.breaks:
            if len(piece) > 1:
                drawing.path("chart__path", piece)
            piece = []
        if point.value is not None:
            piece.append((round(x, 1), _y(scale, point.value)))
    if len(piece) > 1:
        drawing.path("chart__path", piece)


def _mark(drawing: Drawing, scale: Scale, series: Series, x: float, slot: float, point: Point) -> None:
    zero, hint = _y(scale, Decimal(0)), f"{point.name}: {point.words}{_marks(point)}"
    x = round(x, 1)
    if point.breaks:
        edge = round(x - slot / 2, 1)
        drawing.line("chart__break", edge, _TOP - 4, edge, _TOP + _PLOT)
    if point.value is None:
        y = top = zero - 12
        drawing.rect("chart__blank", round(x - slot * 0.3, 1), y, round(slot * 0.6, 1), 12, hint)
    else:
        y = _y(scale, point.value)
        top = min(y, zero)
        if series.rate:
            drawing.dot("chart__dot", x, y, 3.5, hint)
        else:
            width = round(min(slot * 0.62, 34), 1)
            drawing.rect("chart__bar", round(x - width / 2, 1), top, width, max(round(abs(zero - y), 1), 1), hint)
    if point.corrected:
        drawing.diamond("chart__corrected", x, top - 6, 4, hint)


def _labels(drawing: Drawing, places: Sequence[tuple[float, Point]], slot: float) -> None:
    """The periods below the axis; where they would touch, every second, third … of them."""
    widest = max(len(line) for _, point in places for line in point.label) * 5.7
    every = max(1, -(-int(widest + 4) // max(int(slot), 1)))
    for n, (x, point) in enumerate(places):
        if (len(places) - 1 - n) % every == 0:
            for line, words in enumerate(point.label):
                drawing.text("chart__quiet", round(x, 1), _TOP + _PLOT + 15 + 13 * line, words, size=11)


def _written(places: Sequence[tuple[float, Point]]) -> list[tuple[float, Point]]:
    """The points whose figure is written beside them."""
    known = [(x, point) for x, point in places if point.value is not None]
    if len(known) <= _WRITTEN:
        return known
    by_value = sorted(known, key=lambda place: place[1].value or Decimal(0))
    chosen = {id(place[1]): place for place in (known[0], known[-1], by_value[0], by_value[-1])}
    return list(chosen.values())
