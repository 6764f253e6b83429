"""A drawing is the SVG that svg.py writes of the same, and whatever words are put into one come out of it again."""

import svg
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from macros.charts.drawing import Drawing

# What XML cannot hold, no text of a project has: it is refused on the way in (E103).
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn")), min_size=1)
NUMBERS = st.floats(-999, 999).map(lambda number: round(number, 1))
STYLE = {"class": "chart__bar"}


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS)
def test_every_sign_is_what_the_library_writes(a: float, b: float, c: float, d: float) -> None:
    drawing = Drawing("", "", "", a, b, stretched=True)
    drawing.rect("chart__bar", a, b, c, d, "hint")
    drawing.line("chart__bar", a, b, c, d)
    drawing.path("chart__bar", [(a, b), (c, d)])
    drawing.strokes("chart__bar", [(a, b, c, d), (d, c, b, a)])
    drawing.dot("chart__bar", a, b, c)
    drawing.diamond("chart__bar", a, b, c)
    drawing.text("chart__bar", a, b, "words", "end", c)
    corners = [svg.Point(a, b - c), svg.Point(a + c, b), svg.Point(a, b + c), svg.Point(a - c, b)]
    strokes: list[svg.PathData] = [svg.M(a, b), svg.L(c, d), svg.M(d, c), svg.L(b, a)]
    assert drawing.svg() == str(
        svg.SVG(
            xmlns=None,
            viewBox=svg.ViewBoxSpec(0, 0, a, b),
            class_=["chart__drawing"],
            extra={"preserveAspectRatio": "none", "aria-hidden": "true", "focusable": "false"},
            elements=[
                svg.Rect(x=a, y=b, width=c, height=d, extra=STYLE, elements=[svg.Title(text="hint")]),
                svg.Line(x1=a, y1=b, x2=c, y2=d, extra=STYLE),
                svg.Polyline(points=[svg.Point(a, b), svg.Point(c, d)], extra=STYLE),
                svg.Path(d=strokes, extra=STYLE),
                svg.Circle(cx=a, cy=b, r=c, extra=STYLE),
                svg.Polygon(points=corners, extra=STYLE),
                svg.Text(x=a, y=b, text="words", font_size=c, extra={**STYLE, "text-anchor": "end"}),
            ],
        )
    )


@given(WORDS, WORDS, WORDS)
def test_words_come_out_as_they_were_put_in(title: str, words: str, hint: str) -> None:
    drawing = Drawing(title, title, words, 10, 10, alone=True, kind=words)
    drawing.text("chart__text", 1, 1, words)
    drawing.dot("chart__dot", 1, 1, 1, hint)
    root = etree.fromstring(drawing.svg().encode())
    assert (root.get("class"), root[0].get("id"), root[0].text, root[1].text) == (words, f"{title}-ten", title, words)
    assert (root[2].text, root[3][0].text) == (words, hint)
