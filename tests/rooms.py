"""`make rooms`: a picture of the rooms of `macros/` and of who imports whom, from the imports themselves.

Kept in `docs/design/rooms.svg`; a test holds that it shows today's arrows. What is imported stands below. An arrow that
follows from others (who imports `loading` knows `record`) is not drawn.
"""

import ast
from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter
from itertools import groupby
from pathlib import Path

import svg

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs/design/rooms.svg"
# Rooms that are drawn as one box for each of their own rooms.
_OPENED = {"outputs"}
# What only holds others.
_EMPTY = {"outputs"}
_WIDE, _HIGH, _ACROSS, _DOWN, _EDGE = 200, 34, 22, 48, 20


def modules() -> dict[str, Path]:
    """Every module of the package by its name."""
    paths = sorted((ROOT / "macros").rglob("*.py"))
    return {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in paths}


def room(module: str) -> str:
    """The room that a module stands in: a folder of the package, or the module itself."""
    parts = module.split(".")[1:]
    return "/".join(parts[: 2 if parts[:1] and parts[0] in _OPENED else 1]) or "__init__"


def arrows() -> dict[str, set[str]]:
    """The rooms that each room imports."""
    known = modules()
    found: dict[str, set[str]] = {room(module): set() for module in known}
    for module, path in known.items():
        for name in _imported(ast.parse(path.read_bytes()), known):
            if room(name) != room(module):
                found[room(module)].add(room(name))
    return found


def _imported(tree: ast.AST, known: Mapping[str, Path]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "macros":
            below = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in known else node.module for name in below)


def levels(found: Mapping[str, set[str]]) -> list[list[str]]:
    """The rooms from the top down, each above all that it imports; raises CycleError where rooms import each other."""
    height: dict[str, int] = {}
    for name in TopologicalSorter(found).static_order():
        height[name] = max((height[below] + 1 for below in found[name]), default=0)
    ordered = sorted(height, key=lambda name: (-height[name], name))
    return [list(group) for _, group in groupby(ordered, key=lambda name: height[name])]


def reduced(found: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """The arrows that follow from no others."""
    reached: dict[str, set[str]] = {}
    for name in TopologicalSorter(found).static_order():
        reached[name] = set(found[name]).union(*(reached[below] for below in found[name]))
    return {
        name: {below for below in belows if not any(below in reached[other] for other in belows)}
        for name, belows in found.items()
    }


def picture() -> str:
    """The picture as SVG: a box for each room, a line from each to the rooms that it imports."""
    found = reduced({name: belows for name, belows in arrows().items() if name not in _EMPTY})
    rows = levels(found)
    widest = max(map(len, rows))
    width = 2 * _EDGE + widest * (_WIDE + _ACROSS) - _ACROSS
    places = {
        name: (_start(width, len(row)) + n * (_WIDE + _ACROSS), _EDGE + depth * (_HIGH + _DOWN))
        for depth, row in enumerate(rows)
        for n, name in enumerate(row)
    }
    lines = [_line(places[name], places[below]) for name in sorted(found) for below in sorted(found[name])]
    boxes = [box for name in sorted(places) for box in _box(name, *places[name])]
    height = 2 * _EDGE + len(rows) * (_HIGH + _DOWN) - _DOWN
    drawn = svg.SVG(viewBox=svg.ViewBoxSpec(0, 0, width, height), elements=[*lines, *boxes])
    return str(drawn).replace("><", ">\n<") + "\n"


def _start(width: int, boxes: int) -> int:
    return (width - boxes * (_WIDE + _ACROSS) + _ACROSS) // 2


def _line(above: tuple[int, int], below: tuple[int, int]) -> svg.Element:
    half = _WIDE // 2
    return svg.Line(
        x1=above[0] + half, y1=above[1] + _HIGH, x2=below[0] + half, y2=below[1], stroke="#8aa", stroke_width=1
    )


def _box(name: str, x: int, y: int) -> Iterator[svg.Element]:
    yield svg.Rect(x=x, y=y, width=_WIDE, height=_HIGH, rx=4, fill="#fff", stroke="#245")
    yield svg.Text(
        x=x + _WIDE // 2, y=y + 22, text_anchor="middle", font_family="sans-serif", font_size=14, fill="#123", text=name
    )


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8", newline="\n")
