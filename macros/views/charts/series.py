"""The figures of one indicator over periods of one kind: columns for amounts, a line for rates."""

import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import TypeAlias

from macros.views.charts.drawing import Drawing
from macros.views.charts.scale import Scale
from macros.wording import charts

# On a page a chart is as wide as a phone leaves room for, and the style sheet lets it grow by a third at most: so its
# words are 11 to 16 pixels high wherever it stands. A file of its own has more room.
_ON_PAGE, _ALONE = 320.0, 560.0
_TOP, _BOTTOM, _RIGHT, _PLOT = 34.0, 42.0, 10.0, 150.0
_TEXT = 12.0
# How wide a letter or a digit is at that size, a little more than in the widest of the faces.
_LETTER = 6.7
# A target beyond so many times the largest figure would press the figures flat.
_FARTHEST = 5
_HUNDRED = Decimal(100)
# How far below the axis the words under a drawing that stands alone begin, and how far apart their lines are.
_KEY, _LEADING = 50.0, 16.0
# Writes a figure for a reader.
Number: TypeAlias = Callable[[Decimal], str]


@dataclass(frozen=True, slots=True)
class Point:
    """One period on the axis. `label` stands below it in one or two lines; `value` is None where none was reported.

    `words` say the figure, or why there is none. `breaks` marks that the indicator counts something else from here
    on, `corrected` that the figure was changed after its first publication, `absent` that the form of the period did
    not ask for it. `missing` is how many periods without any report the point stands for, from `label` to `until`.
    `target` is what was to be reached, in the unit of the value, and `target_words` say it; none where none is stated.
    """

    label: tuple[str, str]
    value: Decimal | None
    words: str
    breaks: bool = False
    corrected: bool = False
    absent: bool = False
    missing: int = 0
    until: tuple[str, str] = ("", "")
    target: Decimal | None = None
    target_words: str = ""

    @property
    def name(self) -> str:
        return f"{_joined(self.label)} – {_joined(self.until)}" if self.is_cut_out else _joined(self.label)

    @property
    def is_cut_out(self) -> bool:
        """Whether the axis skips periods here."""
        return self.missing > 1

    @property
    def is_blank(self) -> bool:
        """Whether its report was to have the figure and has none."""
        return self.value is None and not self.absent and not self.missing

    @property
    def lines(self) -> tuple[str, str]:
        """What stands below the axis."""
        return ("…", "") if self.is_cut_out else self.label


def _joined(label: tuple[str, str]) -> str:
    return " ".join(part for part in label if part)


@dataclass(frozen=True, slots=True)
class Series:
    """What a chart shows: its name, what it is measured in, and its points, oldest first.

    `rate` draws a line on an axis to 100: shares of a whole, where columns would say that there is more of something.
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
    def has_negative(self) -> bool:
        """Whether a figure is below zero, so that the axis does not begin there."""
        return min(_values(self.known), default=Decimal(0)) < 0

    @property
    def targets(self) -> tuple[Point, ...]:
        """The points that have a target."""
        return tuple(point for point in self.points if point.target is not None)

    @property
    def draws_targets(self) -> bool:
        """Whether the figures can still be read on a scale that holds the targets as well."""
        largest = max((abs(value) for value in _values(self.known)), default=Decimal(0))
        reach = max(largest * _FARTHEST, self.ceiling or Decimal(0)) if largest else None
        return bool(self.targets) and (reach is None or all(abs(target) <= reach for target in _targets(self.targets)))

    @property
    def ceiling(self) -> Decimal | None:
        """Where the axis of rates ends at least."""
        return _HUNDRED if self.rate and max(_values(self.known), default=_HUNDRED) <= _HUNDRED else None

    @property
    def description(self) -> str:
        """Every point in words, for who does not see the chart."""
        told = [f"{point.name}: {point.words}{_marks(point)}" for point in self.points if not point.absent]
        return f"{'; '.join(told)}."


def _values(points: Iterable[Point]) -> list[Decimal]:
    return [point.value for point in points if point.value is not None]


def _targets(points: Iterable[Point]) -> list[Decimal]:
    return [point.target for point in points if point.target is not None]


def _marks(point: Point) -> str:
    marks = [
        (bool(point.target_words), charts.POINT_TARGET.format(amount=point.target_words)),
        (point.breaks, charts.POINT_BREAK),
        (point.corrected, charts.POINT_CORRECTED),
    ]
    said = ", ".join(words for has, words in marks if has)
    return f" ({said})" if said else ""


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where things stand in one chart: its width, what is left of the plot, and its scale."""

    width: float
    left: float
    scale: Scale

    @property
    def right(self) -> float:
        return self.width - _RIGHT

    def y(self, value: Decimal) -> float:
        return round(_TOP + _PLOT - self.scale.at(value), 1)

    def inside(self, x: float, words: str) -> float:
        """Where words around x stand so that the edges of the drawing cut nothing off."""
        half = _wide(words) / 2
        return round(max(min(x, self.width - half), half), 1)


def _wide(words: str) -> float:
    return len(words) * _LETTER


def series_chart(series: Series, id: str, number: Number, alone: bool = False, caption: str = "") -> str:
    """The chart as SVG. `number` writes a figure; the series has two figures or more.

    A chart that stands alone has its colours, and its `caption` below it.

    The axis begins at zero, or below it where a figure is. A period without a figure or without a report keeps its
    place, and the line stops before it and before a break: figures that do not compare are not joined.
    """
    values = _values(series.known) + (_targets(series.targets) if series.draws_targets else [])
    scale = Scale.holding(values, _PLOT, ceiling=series.ceiling)
    width = _ALONE if alone else _ON_PAGE
    left = min(max(_wide(number(tick)) for tick in scale.ticks) + 8, width / 2)
    frame = _Frame(width, left, scale)
    key = textwrap.wrap(caption, int(width / _LETTER)) if alone else []
    height = _TOP + _PLOT + (_KEY + _LEADING * len(key) if key else _BOTTOM)
    drawing = Drawing(id, series.title, series.description, width, height, alone)
    if alone:
        drawing.rect("chart__paper", 0, 0, width, height)
    _axis(drawing, frame, series.unit, number)
    slot = (frame.right - frame.left) / len(series.points)
    places = [(frame.left + slot * (n + 0.5), point) for n, point in enumerate(series.points)]
    if series.rate:
        # Below the line, which has the figures; but above columns, which would hide it.
        _goals(drawing, frame, series, places, slot)
        _line(drawing, frame, places)
    for x, point in places:
        _mark(drawing, frame, series, x, slot, point)
    if not series.rate:
        _goals(drawing, frame, series, places, slot)
    _labels(drawing, frame, places, slot)
    _figures(drawing, frame, series, places, number)
    for n, words in enumerate(key):
        drawing.text("chart__quiet", 0, _TOP + _PLOT + _KEY + _LEADING * n, words, "start", _TEXT)
    return drawing.svg()


def _axis(drawing: Drawing, frame: _Frame, unit: str, number: Number) -> None:
    for tick in frame.scale.ticks:
        y = frame.y(tick)
        drawing.line("chart__base" if tick == 0 else "chart__line", round(frame.left, 1), y, frame.right, y)
        drawing.text("chart__quiet", round(frame.left - 5, 1), y + 4, number(tick), "end", _TEXT)
    drawing.text("chart__quiet", 0, 13, unit, "start", _TEXT)


def _line(drawing: Drawing, frame: _Frame, places: Sequence[tuple[float, Point]]) -> None:
    """The rates joined, piece by piece."""
    piece: list[tuple[float, float]] = []
    for x, point in places:
        if point.value is None or point.breaks:
            if len(piece) > 1:
                drawing.path("chart__path", piece)
            piece = []
        if point.value is not None:
            piece.append((round(x, 1), frame.y(point.value)))
    if len(piece) > 1:
        drawing.path("chart__path", piece)


def _goals(drawing: Drawing, frame: _Frame, series: Series, places: Sequence[tuple[float, Point]], slot: float) -> None:
    """A line across the slots of each run of periods with the same target; none where none is stated."""
    if not series.draws_targets:
        return
    for target, run in groupby(places, key=lambda place: place[1].target):
        xs = [x for x, _ in run]
        if target is not None:
            left, right, y = round(xs[0] - slot / 2, 1), round(xs[-1] + slot / 2, 1), frame.y(target)
            if not series.rate:
                drawing.line("chart__target-rim", left, y, right, y)
            drawing.line("chart__target", left, y, right, y)


def _mark(drawing: Drawing, frame: _Frame, series: Series, x: float, slot: float, point: Point) -> None:
    zero, hint = frame.y(Decimal(0)), f"{point.name}: {point.words}{_marks(point)}"
    x = round(x, 1)
    if point.absent:
        return
    if point.missing:
        drawing.strokes("chart__gone", _missing(x, zero, slot, point), hint)
        return
    if point.breaks:
        edge = round(x - slot / 2, 1)
        drawing.line("chart__break", edge, _TOP - 4, edge, _TOP + _PLOT)
    if point.value is None:
        y = top = zero - 12
        drawing.rect("chart__blank", round(x - slot * 0.3, 1), y, round(slot * 0.6, 1), 12, hint)
    else:
        y = frame.y(point.value)
        top = min(y, zero)
        if series.rate:
            drawing.dot("chart__dot", x, y, 3.5, hint)
        else:
            width = round(min(slot * 0.62, 34), 1)
            drawing.rect("chart__bar", round(x - width / 2, 1), top, width, max(round(abs(zero - y), 1), 1), hint)
    if point.corrected:
        drawing.diamond("chart__corrected", x, top - 6, 4, hint)


def _missing(x: float, zero: float, slot: float, point: Point) -> list[tuple[float, float, float, float]]:
    """The lines of the sign where there is no report: a cross, or two strokes through the axis where it skips some."""
    half = min(slot * (0.2 if point.is_cut_out else 0.3), 4)
    left, right = round(x - half, 1), round(x + half, 1)
    if point.is_cut_out:
        low, high = round(zero + 5, 1), round(zero - 5, 1)
        return [(round(left - half, 1), low, x, high), (x, low, round(right + half, 1), high)]
    low, high = round(zero - 6 + half, 1), round(zero - 6 - half, 1)
    return [(left, low, right, high), (left, high, right, low)]


def _labels(drawing: Drawing, frame: _Frame, places: Sequence[tuple[float, Point]], slot: float) -> None:
    """The periods below the axis; where they would touch, every second, third … of them."""
    widest = max(_wide(line) for _, point in places for line in point.lines)
    every = max(1, -(-int(widest + 4) // max(int(slot), 1)))
    for n, (x, point) in enumerate(places):
        if (len(places) - 1 - n) % every == 0:
            # Both lines below each other, wherever the edge moves the longer one.
            at = frame.inside(x, max(point.lines, key=len))
            for line, words in enumerate(point.lines):
                drawing.text("chart__quiet", at, _TOP + _PLOT + 17 + 14 * line, words, size=_TEXT)


def _figures(
    drawing: Drawing, frame: _Frame, series: Series, places: Sequence[tuple[float, Point]], number: Number
) -> None:
    """The figures above their points, as far as they have room: the newest, highest, lowest and oldest first."""
    known = [(x, point, point.value) for x, point in places if point.value is not None]
    by_value = sorted(known, key=lambda place: place[2])
    ends = {id(place[1]): place for place in (known[-1], by_value[-1], by_value[0], known[0])}
    written: list[tuple[float, float]] = []
    for x, point, value in (ends | {id(place[1]): place for place in known}).values():
        words = number(value)
        at, half = frame.inside(x, words), _wide(words) / 2 + 2
        if all(abs(at - other) >= half + room for other, room in written):
            y = _clear(frame, series, point, min(frame.y(value), frame.y(Decimal(0))))
            drawing.text("chart__text", at, y - (13 if point.corrected else 7), words, size=_TEXT)
            written.append((at, half))


def _clear(frame: _Frame, series: Series, point: Point, y: float) -> float:
    """The height y of a point, or one next to it where its target would run through the figure above the point."""
    if point.target is None or not series.draws_targets:
        return y
    goal, below = frame.y(point.target), y + _TEXT + 14
    if not 3 <= y - goal <= _TEXT + 8:
        return y
    return below if series.rate and y - goal > 8 and below < frame.y(Decimal(0)) else goal
