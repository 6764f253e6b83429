"""The only place that draws: SVG elements with a class each, texts escaped, a title and a description on every chart.

svg.py writes typed elements and escapes nothing, so whatever is a text comes through here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import svg
from markupsafe import escape
from svg.elements import Element

# What the style sheet says of each class, for a chart that leaves its page. Light theme; tokens.css has the same.
_COLOURS = {
    "chart__paper": {"fill": "#fff"},
    "chart__line": {"stroke": "#d5dedf", "stroke-width": "1"},
    "chart__base": {"stroke": "#6f8083", "stroke-width": "1"},
    "chart__bar": {"fill": "#0a6472"},
    "chart__dot": {"fill": "#0a6472"},
    "chart__path": {"stroke": "#0a6472", "stroke-width": "2", "fill": "none"},
    "chart__target-rim": {"stroke": "#fff", "stroke-width": "4"},
    "chart__target": {"stroke": "#18262a", "stroke-width": "1.5"},
    "chart__break": {"stroke": "#b9690c", "stroke-width": "1.5", "stroke-dasharray": "4 3"},
    "chart__corrected": {"fill": "#fff", "stroke": "#b9690c", "stroke-width": "1.5"},
    "chart__blank": {"fill": "none", "stroke": "#6f8083", "stroke-dasharray": "2 3"},
    "chart__gone": {"stroke": "#6f8083", "stroke-width": "1.5", "fill": "none"},
    "chart__text": {"fill": "#18262a", "stroke": "#fff", "stroke-width": "3", "paint-order": "stroke"},
    "chart__quiet": {"fill": "#4a585b"},
    "chart__goal-text": {"fill": "#18262a", "stroke": "#fff", "stroke-width": "3", "paint-order": "stroke"},
    "chart__rest": {"fill": "#bcdde1"},
    "chart__part-1": {"fill": "#0a6472"},
    "chart__part-2": {"fill": "#b9690c"},
    "chart__part-3": {"fill": "#5b4a8a"},
    "chart__part-4": {"fill": "#6f8083"},
}
_FACE = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif"


_PASSED_OVER = {"aria-hidden": "true", "focusable": "false"}


@dataclass(slots=True)
class Drawing:
    """A chart while it is drawn, `width` by `height` units; `alone` when it is a file of its own.

    Without an id it has no name: a screen reader passes over it. One that is `stretched` fills what it stands in; it
    has no words.
    """

    id: str
    title: str
    description: str
    width: float
    height: float
    alone: bool = False
    kind: str = "chart__drawing"
    stretched: bool = False
    elements: list[Element] = field(default_factory=list)

    def rect(self, kind: str, x: float, y: float, width: float, height: float, hint: str = "") -> None:
        """A rectangle; `hint` is what a mouse over it shows."""
        self._add(svg.Rect(x=x, y=y, width=width, height=height, extra=self._style(kind)), hint)

    def line(self, kind: str, x1: float, y1: float, x2: float, y2: float) -> None:
        self._add(svg.Line(x1=x1, y1=y1, x2=x2, y2=y2, extra=self._style(kind)))

    def path(self, kind: str, points: Sequence[tuple[float, float]]) -> None:
        """A line through the points."""
        self._add(svg.Polyline(points=[svg.Point(*point) for point in points], extra=self._style(kind)))

    def strokes(self, kind: str, lines: Sequence[tuple[float, float, float, float]], hint: str = "") -> None:
        """Short lines that make one sign, each from x1, y1 to x2, y2."""
        path: list[svg.PathData] = [part for x1, y1, x2, y2 in lines for part in (svg.M(x1, y1), svg.L(x2, y2))]
        self._add(svg.Path(d=path, extra=self._style(kind)), hint)

    def dot(self, kind: str, x: float, y: float, radius: float, hint: str = "") -> None:
        self._add(svg.Circle(cx=x, cy=y, r=radius, extra=self._style(kind)), hint)

    def diamond(self, kind: str, x: float, y: float, size: float, hint: str = "") -> None:
        points = [svg.Point(x, y - size), svg.Point(x + size, y), svg.Point(x, y + size), svg.Point(x - size, y)]
        self._add(svg.Polygon(points=points, extra=self._style(kind)), hint)

    def text(self, kind: str, x: float, y: float, words: str, anchor: str = "middle", size: float = 12) -> None:
        """Words at a point: `anchor` is start, middle or end."""
        face = _FACE if self.alone else None
        style = {**self._style(kind), "text-anchor": anchor}
        self._add(svg.Text(x=x, y=y, text=str(escape(words)), font_size=size, font_family=face, extra=style))

    def svg(self) -> str:
        """The finished chart."""
        named = {"role": "img", "aria-labelledby": f"{self.id}-ten {self.id}-ta"} if self.id else _PASSED_OVER
        words: list[Element] = [
            svg.Title(id=f"{self.id}-ten", text=str(escape(self.title))),
            svg.Desc(id=f"{self.id}-ta", text=str(escape(self.description))),
        ]
        return svg.SVG(
            xmlns="http://www.w3.org/2000/svg" if self.alone else None,
            viewBox=svg.ViewBoxSpec(0, 0, self.width, self.height),
            width=self.width if self.alone else None,
            height=self.height if self.alone else None,
            class_=[self.kind],
            extra={"preserveAspectRatio": "none" if self.stretched else "xMinYMid meet", **named},
            elements=[*(words if self.id else []), *self.elements],
        ).as_str()

    def _style(self, kind: str) -> dict[str, str]:
        return _COLOURS[kind] if self.alone else {"class": kind}

    def _add(self, element: Element, hint: str = "") -> None:
        if hint:
            element.elements = [svg.Title(text=str(escape(hint)))]
        self.elements.append(element)
