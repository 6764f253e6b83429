"""The figures of one indicator over periods of one kind: columns from zero for amounts, a fitted line for rates."""

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, pairwise
from typing import TypeAlias

from macros.charts.drawing import Drawing
from macros.faces.chart_face import Point, Series
from macros.faces.scale import Scale
from macros.wording import charts, figures

# On a page a chart is drawn twice, for a phone and for a desk, and the style sheet shows the one that has room: so its
# words are 11 pixels high at the least and no larger than the text. A file has the wide one.
NARROW, WIDE = 320.0, 640.0
_TOP, _RIGHT, _PLOT = 34.0, 10.0, 150.0
# Below the axis, for periods whose names have two lines, or one.
_BOTTOMS = {True: 42.0, False: 28.0}
_TEXT = 12.0
# How wide a letter or a digit is at that size, a little more than in the widest of the faces.
_LETTER = 6.7
# How far below the axis the words under a drawing that stands alone begin, and how far apart their lines are.
_KEY, _LEADING = 50.0, 16.0
# Writes a figure for a reader.
Number: TypeAlias = Callable[[Decimal], str]
# Left, top, right, bottom.
_Box: TypeAlias = tuple[float, float, float, float]


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

    @property
    def foot(self) -> float:
        """Where columns stand, and where what has no figure is marked: zero, or the low end where the axis has none."""
        return self.y(max(self.scale.low, Decimal(0)))

    def inside(self, x: float, words: str) -> float:
        """Where words around x stand so that the edges of the drawing cut nothing off."""
        half = _wide(words) / 2
        return round(max(min(x, self.width - half), half), 1)


def _wide(words: str) -> float:
    return len(words) * _LETTER


def series_chart(
    series: Series, id: str, number: Number, alone: bool = False, caption: str = "", wide: bool = False
) -> str:
    """The chart as SVG. `number` writes a figure; the series has two figures or more.

    A chart that stands alone has its colours, and its `caption` below it.

    The axis of columns begins at zero, or below it where a figure is; that of a line fits it. A period without a figure
    or without a report keeps its place, and the line stops before it and before a break: figures that do not compare
    are not joined.
    """
    scale = series.scale(_PLOT)
    width = WIDE if alone or wide else NARROW
    written, number = number, _with_unit(series, number)
    left = min(max(_wide(number(tick)) for tick in scale.ticks) + 8, width / 2)
    frame = _Frame(width, left, scale)
    key = textwrap.wrap(caption, int(width / _LETTER)) if alone else []
    bottom = _BOTTOMS[any(point.lines[1] for point in series.points)]
    height = _TOP + _PLOT + (_KEY + _LEADING * len(key) if key else bottom)
    kind = "chart__drawing chart__drawing--wide" if wide else "chart__drawing"
    drawing = Drawing(id, series.title, series.description, width, height, alone, kind)
    if alone:
        drawing.rect("chart__paper", 0, 0, width, height)
    _axis(drawing, frame, "" if number is not written else series.unit, number)
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
    taken = _figures(drawing, frame, series, places, slot, number)
    _name_goals(drawing, frame, series, places, slot, taken)
    for n, words in enumerate(key):
        drawing.text("chart__quiet", 0, _TOP + _PLOT + _KEY + _LEADING * n, words, "start", _TEXT)
    return drawing.svg()


def _with_unit(series: Series, number: Number) -> Number:
    """Writes figures of a rate with their sign, on the axis as well: it has no other name there."""
    return (lambda value: f"{number(value)}{series.unit}") if series.rate and series.unit == "%" else number


def _axis(drawing: Drawing, frame: _Frame, unit: str, number: Number) -> None:
    for tick in frame.scale.ticks:
        y = frame.y(tick)
        drawing.line("chart__base" if tick == 0 else "chart__line", round(frame.left, 1), y, frame.right, y)
        drawing.text("chart__quiet", round(frame.left - 5, 1), y + 4, number(tick), "end", _TEXT)
    if unit:
        drawing.text("chart__quiet", 0, 13, unit, "start", _TEXT)


def _line(drawing: Drawing, frame: _Frame, places: Sequence[tuple[float, Point]]) -> None:
    """The rates joined, run by run."""
    for run in _runs(frame, places):
        if len(run) > 1:
            drawing.path("chart__path", run)


def _runs(frame: _Frame, places: Sequence[tuple[float, Point]]) -> list[list[tuple[float, float]]]:
    """Where the points stand whose figures are joined: a run ends before a gap and before a break."""
    runs: list[list[tuple[float, float]]] = [[]]
    for x, point in places:
        if point.value is None or point.breaks:
            runs.append([])
        if point.value is not None:
            runs[-1].append((round(x, 1), frame.y(point.value)))
    return runs


def _pieces(frame: _Frame, places: Sequence[tuple[float, Point]]) -> list[_Box]:
    """The straight lines between points that are joined, each from its first point to its second."""
    return [(*one, *next) for run in _runs(frame, places) for one, next in pairwise(run)]


def _goals(drawing: Drawing, frame: _Frame, series: Series, places: Sequence[tuple[float, Point]], slot: float) -> None:
    """A line across the slots of each run of periods with the same target; none where none is stated."""
    for left, y, right, _ in _goal_lines(frame, series, places, slot):
        if not series.rate:
            drawing.line("chart__target-rim", left, y, right, y)
        drawing.line("chart__target", left, y, right, y)


def _goal_lines(frame: _Frame, series: Series, places: Sequence[tuple[float, Point]], slot: float) -> list[_Box]:
    """The lines of the targets that are drawn, each from its left end to its right."""
    return [
        (round(run[0][0] - slot / 2, 1), frame.y(point.target), round(run[-1][0] + slot / 2, 1), frame.y(point.target))
        for point, run in _aims(places)
        if series.draws_targets and point.target is not None
    ]


def _mark(drawing: Drawing, frame: _Frame, series: Series, x: float, slot: float, point: Point) -> None:
    zero, hint = frame.foot, point.sentence
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
    drawing: Drawing,
    frame: _Frame,
    series: Series,
    places: Sequence[tuple[float, Point]],
    slot: float,
    number: Number,
) -> list[_Box]:
    """The figures above their points, as far as they have room: those at the ends, the highest and the lowest first.

    Where a line would run through it, the figure of a rate stands beside or below its point. Where they stand is
    handed back.
    """
    known = [(x, point, point.value) for x, point in places if point.value is not None]
    by_value = sorted(known, key=lambda place: place[2])
    ends = {id(place[1]): place for place in (known[-1], known[0], by_value[-1], by_value[0])}
    lines = [*_pieces(frame, places), *_goal_lines(frame, series, places, slot)] if series.rate else []
    taken: list[_Box] = []
    for x, point, value in (ends | {id(place[1]): place for place in known}).values():
        words = figures.ABOUT.format(figure=number(value)) if point.about else number(value)
        y = _clear(frame, series, point, min(frame.y(value), frame.foot)) - (13 if point.corrected else 7)
        spots = [_spot(frame, x, y, words)]
        if series.rate:
            heights = [y, *(below for below in [frame.y(value) + _TEXT + 5] if below + 3 <= _TOP + _PLOT)]
            spots += [_spot(frame, x + aside, height, words) for height in heights for aside in (0.0, *_asides(words))]
        room = [spot for spot in spots if all(spot[2] <= other[0] or other[2] <= spot[0] for other in taken)]
        free = [spot for spot in room if not any(_crosses(line, spot) for line in lines)]
        # A figure at an end, the highest and the lowest are written even where the line runs behind them.
        for box in free[:1] or (room[:1] if id(point) in ends else []):
            drawing.text("chart__text", round((box[0] + box[2]) / 2, 1), round(box[3] - 3, 1), words, size=_TEXT)
            taken.append(box)
    return taken


def _asides(words: str) -> tuple[float, float]:
    """How far words stand beside a point, so that they end or begin at it."""
    return (-_wide(words) / 2, _wide(words) / 2)


def _spot(frame: _Frame, x: float, y: float, words: str) -> _Box:
    """What words around x cover whose foot is at y; the edges of the drawing cut nothing off."""
    at, half = frame.inside(x, words), _wide(words) / 2 + 2
    return (at - half, y - _TEXT, at + half, y + 3)


def _crosses(line: _Box, box: _Box) -> bool:
    """Whether a line, from its first point to its second, runs through a box."""
    (x1, y1, x2, y2), enters, leaves = line, 0.0, 1.0
    for start, way, low, high in ((x1, x2 - x1, box[0], box[2]), (y1, y2 - y1, box[1], box[3])):
        if way == 0:
            if not low < start < high:
                return False
        else:
            first, second = sorted(((low - start) / way, (high - start) / way))
            enters, leaves = max(enters, first), min(leaves, second)
    return enters < leaves


def _name_goals(
    drawing: Drawing,
    frame: _Frame,
    series: Series,
    places: Sequence[tuple[float, Point]],
    slot: float,
    taken: Sequence[_Box],
) -> None:
    """The words of each target at its line, where no figure stands; those of the newest above the drawing otherwise."""
    if not series.draws_targets:
        return
    boxes = list(taken)
    runs = [(point, [x for x, _ in run]) for point, run in _aims(places)]
    for n, (point, xs) in enumerate(reversed(runs)):
        words = charts.TARGET_LABEL.format(amount=point.target_words)
        box = _free(frame, (xs[0] - slot / 2, xs[-1] + slot / 2), frame.y(point.target or Decimal(0)), words, boxes)
        if box is not None:
            drawing.text("chart__goal-text", round(box[0], 1), round(box[3] - 3, 1), words, "start", _TEXT)
            boxes.append(box)
        elif n == 0:
            drawing.text("chart__goal-text", frame.right, 13, words, "end", _TEXT)


def _aims(places: Sequence[tuple[float, Point]]) -> list[tuple[Point, list[tuple[float, Point]]]]:
    """The runs of periods with the same target, each with the first of its points."""
    runs = [list(run) for _, run in groupby(places, key=lambda place: place[1].target)]
    return [(run[0][1], run) for run in runs if run[0][1].target is not None]


def _free(frame: _Frame, run: tuple[float, float], y: float, words: str, taken: Sequence[_Box]) -> _Box | None:
    """Where words stand at a line, above or below it, left or right, so that they cover nothing; None where nowhere."""
    wide = _wide(words)
    left, right = run[0], min(run[1], frame.right)
    if right - left < wide:
        return None
    for start in (left + 2, right - wide, (left + right - wide) / 2):
        for foot in (y - 2, y + _TEXT + 5):
            box = (start, foot - _TEXT - 1, start + wide, foot)
            outside = box[1] < 16 or box[3] > _TOP + _PLOT or start < frame.left
            if not outside and all(_apart(box, other) for other in taken):
                return box
    return None


def _apart(one: _Box, other: _Box) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def _clear(frame: _Frame, series: Series, point: Point, y: float) -> float:
    """The height y of a point, or one next to it where its target would run through the figure above the point."""
    if point.target is None or not series.draws_targets:
        return y
    goal, below = frame.y(point.target), y + _TEXT + 14
    if not 3 <= y - goal <= _TEXT + 8:
        return y
    return below if series.rate and y - goal > 8 and below < frame.foot else goal
