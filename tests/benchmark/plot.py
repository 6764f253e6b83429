"""The wall times of all sizes as a drawing: both axes by powers of ten, a line for each thing that was measured."""

from collections.abc import Iterator, Sequence
from math import ceil, floor, log10

import svg
from markupsafe import escape
from svg.elements import Element

from tests.benchmark.results import CHANGED, CHECK_COLD, COLD, NAIVE, UNCHANGED, Size

WIDTH, HEIGHT = 720.0, 420.0
LEFT, RIGHT, TOP, BOTTOM = 64.0, 190.0, 40.0, 48.0
FACE = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif"
# Each with a mark of its own, so that no line is known by its colour alone.
LINES = {NAIVE: ("#b9690c", "6 3"), COLD: ("#0a6472", ""), CHANGED: ("#5b4a8a", ""), UNCHANGED: ("#18262a", "")} | {
    CHECK_COLD: ("#6f8083", "2 3")
}


class Axis:
    """Values from the least to the most, between two places of the drawing, by powers of ten."""

    def __init__(self, values: Sequence[float], start: float, end: float) -> None:
        self._low, self._high = floor(log10(min(values))), ceil(log10(max(values)))
        self._high = max(self._high, self._low + 1)
        self._start, self._end = start, end

    def at(self, value: float) -> float:
        share = (log10(value) - self._low) / (self._high - self._low)
        return round(self._start + share * (self._end - self._start), 1)

    @property
    def powers(self) -> list[float]:
        return [10.0**power for power in range(self._low, self._high + 1)]


def plot(sizes: Sequence[Size], title: str) -> str:
    """The drawing, as a file of its own. At least one size must have been measured."""
    across = Axis([size.periods for size in sizes], LEFT, WIDTH - RIGHT)
    up = Axis([size.costs[name].wall for size in sizes for name in LINES], HEIGHT - BOTTOM, TOP)
    elements: list[Element] = [
        svg.Title(text=str(escape(title))),
        svg.Rect(x=0, y=0, width=WIDTH, height=HEIGHT, fill="#fff"),
        *_grid(across, up),
        *(element for name in LINES for element in _line(sizes, name, across, up)),
        *_names(sizes[-1], up),
    ]
    drawing = svg.SVG(
        xmlns="http://www.w3.org/2000/svg",
        viewBox=svg.ViewBoxSpec(0, 0, WIDTH, HEIGHT),
        width=WIDTH,
        height=HEIGHT,
        elements=elements,
        extra={"role": "img", "font-family": FACE},
    )
    return drawing.as_str() + "\n"


def _grid(across: Axis, up: Axis) -> Iterator[Element]:
    for power in up.powers:
        y = up.at(power)
        yield svg.Line(x1=LEFT, y1=y, x2=WIDTH - RIGHT, y2=y, stroke="#d5dedf")
        yield _text(LEFT - 8, y + 4, f"{power:g} s", "end")
    for power in across.powers:
        x = across.at(power)
        yield svg.Line(x1=x, y1=TOP, x2=x, y2=HEIGHT - BOTTOM, stroke="#d5dedf")
        yield _text(x, HEIGHT - BOTTOM + 18, f"{power:,.0f}", "middle")
    yield _text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, "periods", "middle")
    yield _text(LEFT, TOP - 16, "wall time, seconds", "start")


def _line(sizes: Sequence[Size], name: str, across: Axis, up: Axis) -> Iterator[Element]:
    colour, dashes = LINES[name]
    points = [svg.Point(across.at(size.periods), up.at(size.costs[name].wall)) for size in sizes]
    style = {"stroke-dasharray": dashes} if dashes else {}
    yield svg.Polyline(points=points, fill="none", stroke=colour, stroke_width=2, extra=style)
    for size, point in zip(sizes, points, strict=True):
        hint = svg.Title(text=str(escape(f"{name}, {size.periods:,} periods: {size.costs[name].wall:.2f} s")))
        yield svg.Circle(cx=point.x, cy=point.y, r=3.5, fill=colour, elements=[hint])


def _names(last: Size, up: Axis) -> Iterator[Element]:
    """The name of each line beside its end, highest first, none over another."""
    lowest = TOP - 16.0
    for name in sorted(LINES, key=lambda name: up.at(last.costs[name].wall)):
        lowest = max(up.at(last.costs[name].wall) + 4, lowest + 16)
        yield _text(WIDTH - RIGHT + 12, lowest, name, "start", LINES[name][0])


def _text(x: float, y: float, words: str, anchor: str, colour: str = "#4a585b") -> Element:
    return svg.Text(x=x, y=y, text=str(escape(words)), font_size=13, fill=colour, extra={"text-anchor": anchor})
