"""The only place that draws: SVG elements with a class each, texts escaped, a title and description on every chart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import escape

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
# What an attribute between double quotes does not hold as it is.
_IN_QUOTES = str.maketrans({"&": "&amp;", '"': "&quot;", "<": "&lt;"})


def _element(name: str, attributes: Mapping[str, object], content: str = "") -> str:
    """An element around what is markup already; an attribute that is None is not there."""
    given = "".join(
        [f' {key}="{str(value).translate(_IN_QUOTES)}"' for key, value in attributes.items() if value is not None]
    )
    return f"<{name}{given}>{content}</{name}>" if content else f"<{name}{given}/>"


def _worded(name: str, attributes: Mapping[str, object], words: str) -> str:
    """An element around words."""
    return _element(name, attributes, str(escape(words)))


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join([f"{x},{y}" for x, y in points])


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
    elements: list[str] = field(default_factory=list)

    def rect(self, kind: str, x: float, y: float, width: float, height: float, hint: str = "") -> None:
        """A rectangle; `hint` is what a mouse over it shows."""
        self._add("rect", {"x": x, "y": y, "width": width, "height": height}, kind, hint)

    def line(self, kind: str, x1: float, y1: float, x2: float, y2: float) -> None:
        self._add("line", {"x1": x1, "y1": y1, "x2": x2, "y2": y2}, kind)

    def path(self, kind: str, points: Sequence[tuple[float, float]]) -> None:
        """A line through the points."""
        self._add("polyline", {"points": _points(points)}, kind)

    def strokes(self, kind: str, lines: Sequence[tuple[float, float, float, float]], hint: str = "") -> None:
        """Short lines that make one sign, each from x1, y1 to x2, y2."""
        path = " ".join([f"M {x1} {y1} L {x2} {y2}" for x1, y1, x2, y2 in lines])
        self._add("path", {"d": path}, kind, hint)

    def dot(self, kind: str, x: float, y: float, radius: float, hint: str = "") -> None:
        self._add("circle", {"cx": x, "cy": y, "r": radius}, kind, hint)

    def diamond(self, kind: str, x: float, y: float, size: float, hint: str = "") -> None:
        corners = [(x, y - size), (x + size, y), (x, y + size), (x - size, y)]
        self._add("polygon", {"points": _points(corners)}, kind, hint)

    def text(self, kind: str, x: float, y: float, words: str, anchor: str = "middle", size: float = 12) -> None:
        """Words at a point: `anchor` is start, middle or end."""
        face = {"font-family": _FACE if self.alone else None, "font-size": size}
        placed = {"x": x, "y": y, **self._style(kind), "text-anchor": anchor}
        self.elements.append(_worded("text", face | placed, words))

    def svg(self) -> str:
        """The finished chart."""
        sized = {"width": self.width, "height": self.height} if self.alone else {}
        shown = {"class": self.kind, "preserveAspectRatio": "none" if self.stretched else "xMinYMid meet"}
        return _element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg" if self.alone else None,
                "viewBox": f"0 0 {self.width} {self.height}",
                **sized,
                **shown,
                **self._name(),
            },
            "".join([*self._words(), *self.elements]),
        )

    def _name(self) -> Mapping[str, str]:
        """How a screen reader finds the words of the chart."""
        return {"role": "img", "aria-labelledby": f"{self.id}-ten {self.id}-ta"} if self.id else _PASSED_OVER

    def _words(self) -> Sequence[str]:
        if not self.id:
            return ()
        title = _worded("title", {"id": f"{self.id}-ten"}, self.title)
        return (title, _worded("desc", {"id": f"{self.id}-ta"}, self.description))

    def _style(self, kind: str) -> Mapping[str, str]:
        return _COLOURS[kind] if self.alone else {"class": kind}

    def _add(self, name: str, attributes: Mapping[str, object], kind: str, hint: str = "") -> None:
        inside = _worded("title", {}, hint) if hint else ""
        self.elements.append(_element(name, {**attributes, **self._style(kind)}, inside))
