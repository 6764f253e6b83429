"""Charts the size of a word or a stamp: how a figure went, how much of a whole, how the parts share it."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache

from markupsafe import Markup

from macros.charts.drawing import Drawing
from macros.faces.chart_face import Point, Series
from macros.faces.scale import Scale

_WIDTH, _HEIGHT, _EDGE = 84.0, 22.0, 3.0
SHADES = 4


def sparkline(series: Series) -> str:
    """How a figure went, in the size of a word: a line over its own range with gaps, its ends as dots.

    It repeats what words beside it say, so a screen reader passes over it.
    """
    values = [point.value for point in series.known if point.value is not None]
    low, high = min(values), max(values)
    scale = Scale(low, high, high - low, _HEIGHT - 2 * _EDGE) if high > low else _level(low)
    drawing = Drawing("", "", "", _WIDTH, _HEIGHT)
    points = _between_ends(series)
    step = (_WIDTH - 2 * _EDGE) / max(len(points) - 1, 1)
    piece: list[tuple[float, float]] = []
    last = (0.0, 0.0)
    for n, point in enumerate(points):
        if (point.value is None or point.breaks) and piece:
            _draw(drawing, piece)
            piece = []
        if point.value is not None:
            last = (round(_EDGE + step * n, 1), round(_HEIGHT - _EDGE - scale.at(point.value), 1))
            piece.append(last)
    _draw(drawing, piece)
    drawing.dot("chart__dot", *last, 2.6)
    return drawing.svg()


def _between_ends(series: Series) -> Sequence[Point]:
    """The points from the first figure to the last: those stand beside the line in words."""
    known = [n for n, point in enumerate(series.points) if point.value is not None]
    return series.points[known[0] : known[-1] + 1]


def _level(value: Decimal) -> Scale:
    """A scale in the middle of which a figure stands that never changed."""
    return Scale(value - 1, value + 1, Decimal(1), _HEIGHT - 2 * _EDGE)


def _draw(drawing: Drawing, piece: Sequence[tuple[float, float]]) -> None:
    if len(piece) > 1:
        drawing.path("chart__path", piece)
    elif piece:
        drawing.dot("chart__dot", *piece[0], 1.6)


_HUNDRED = Decimal(100)


def progress_bar(
    title: str, description: str, id: str, value: Decimal, goal: Decimal = _HUNDRED, whole: Decimal = _HUNDRED
) -> str:
    """How much of a whole is reached, on a bar that ends at the whole or at what lies beyond it; a mark at the goal."""
    drawing = Drawing(id, title, description, 200, 14)
    full = max(whole, value, goal)
    drawing.rect("chart__rest", 0, 3, 200, 8)
    drawing.rect("chart__bar", 0, 3, round(float(value / full) * 200, 1), 8)
    at = round(float(goal / full) * 200, 1)
    for part in ("chart__rim", "chart__goal"):
        drawing.line(part, min(at, 199), 0, min(at, 199), 14)
    return drawing.svg()


def parts_bar(title: str, description: str, id: str, parts: Sequence[tuple[str, Decimal]]) -> str:
    """How the parts share a whole: one bar, the largest part first, each in a shade of its own.

    No part is negative and at least one is above zero. From the fifth on, parts share the last shade; a line parts
    them, and the table beside the chart tells them apart.
    """
    drawing = Drawing(id, title, description, 400, 26)
    whole = sum((value for _, value in parts), Decimal(0))
    x = 0.0
    for n, (label, value) in enumerate(parts):
        width = float(value / whole) * 400
        drawing.rect(f"chart__part-{min(n + 1, SHADES)}", round(x, 1), 0, max(round(width - 1.5, 1), 0.5), 26, label)
        x += width
    return drawing.svg()


BAR_WIDTH, BAR_HEIGHT, BAR_EDGE = 200, 14, 1


def change_bar(moved: Decimal, fall: Decimal, rise: Decimal) -> Markup:
    """A change as a bar from the line of no change: to the right for a rise, to the left for a fall.

    `fall` and `rise` are the longest of either direction among the bars beside it. Words beside it say the change.
    """
    unit = (BAR_WIDTH - 2 * BAR_EDGE) / (Fraction(fall) + Fraction(rise))
    zero = BAR_EDGE + Fraction(fall) * unit
    length = abs(Fraction(moved)) * unit
    start = _tenths(zero if moved > 0 else zero - length)
    return Markup(_bar_form().format(start=start, length=max(_tenths(length), 1), zero=_tenths(zero)))


@cache
def _bar_form() -> str:
    """Any bar, with places for its numbers: only they differ, and there are many bars on a page."""
    start, length, zero = 0.25, 0.5, 0.75
    drawing = Drawing("", "", "", float(BAR_WIDTH), float(BAR_HEIGHT), stretched=True)
    drawing.rect("chart__bar", start, 2, length, 10)
    drawing.line("chart__base", zero, 0, zero, float(BAR_HEIGHT))
    form = drawing.svg()
    for number, place in ((start, "start"), (length, "length"), (zero, "zero")):
        form = form.replace(f'"{number}"', f'"{{{place}}}"')
    return form


def _tenths(exact: Fraction) -> float:
    """A place to the tenth, halves up: exact, so that a script which draws the same bar has the same place."""
    return int(exact * 10 + Fraction(1, 2)) / 10
