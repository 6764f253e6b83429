"""What a chart shows is what the series says: columns from zero, gaps, breaks, corrections, texts that are texts."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

import lxml.etree
import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.charts.series_chart import series_chart
from macros.charts.small import parts_bar, progress_bar, sparkline
from macros.faces.chart_face import Point, Series
from macros.vietnamese import number

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = """<script>alert("1")</script> & 'x' ]]>"""
VALUES = st.lists(st.one_of(st.none(), st.decimals(0, 10**7, places=2)), min_size=2, max_size=60)


def point(year: int, value: str | None, **marks: Any) -> Point:
    amount = None if value is None else Decimal(value)
    return Point((str(year), ""), amount, "chưa có số liệu" if amount is None else number(amount), **marks)


def drawn(svg: str) -> lxml.etree._Element:
    """The chart as an XML tree: what is not well-formed fails here."""
    return lxml.etree.fromstring(svg)


def kinds(root: lxml.etree._Element, kind: str) -> list[lxml.etree._Element]:
    return root.xpath(f"//*[@class='{kind}']")


def test_columns_stand_on_zero_and_are_as_high_as_their_figures() -> None:
    series = Series("Hồ sơ", "hồ sơ", (point(2031, "10"), point(2032, "20"), point(2033, "0")))
    bars = kinds(drawn(series_chart(series, "a", number)), "chart__bar")
    feet = {round(float(bar.get("y")) + float(bar.get("height"))) for bar in bars[:2]}
    heights = [float(bar.get("height")) for bar in bars]
    assert len(feet) == 1
    assert heights[1] == pytest.approx(2 * heights[0], abs=0.2)
    assert heights[2] == 1, "a 0 is a figure and shows as a line"


def test_a_period_without_a_figure_keeps_its_place_and_stops_the_line() -> None:
    points = (point(2030, "1"), point(2031, "2"), point(2032, None), point(2033, "3"), point(2034, "4"))
    root = drawn(series_chart(Series("Tỷ lệ", "%", points, rate=True), "a", number))
    assert [len(path.get("points").split()) for path in kinds(root, "chart__path")] == [2, 2]
    assert [blank.findtext("title") for blank in kinds(root, "chart__blank")] == ["2032: chưa có số liệu"]
    assert len(kinds(root, "chart__dot")) == 4


def test_a_break_stops_the_line_and_is_marked() -> None:
    points = (point(2030, "1"), point(2031, "2"), point(2032, "3", breaks=True), point(2033, "4"))
    root = drawn(series_chart(Series("Tỷ lệ", "%", points, rate=True), "a", number))
    assert [len(path.get("points").split()) for path in kinds(root, "chart__path")] == [2, 2]
    assert len(kinds(root, "chart__break")) == 1


def test_a_corrected_figure_is_marked_and_said() -> None:
    points = (point(2030, "1"), point(2031, "2", corrected="đã đính chính"))
    root = drawn(series_chart(Series("Số", "", points), "a", number))
    assert [mark.findtext("title") for mark in kinds(root, "chart__corrected")] == ["2031: 2 (đã đính chính)"]
    assert root.findtext("desc") == "2030: 1; 2031: 2 (đã đính chính)."


def test_a_figure_that_was_taken_back_is_marked_where_it_is_missing() -> None:
    points = (point(2030, "1"), point(2031, "2"), point(2032, None, corrected="đã rút số liệu"))
    root = drawn(series_chart(Series("Số", "", points), "a", number))
    titles = [mark.findtext("title") for mark in kinds(root, "chart__corrected")]
    assert titles == ["2032: chưa có số liệu (đã rút số liệu)"]


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ("43.75 50", "42% 44% 46% 48% 50%"),
        ("99.5 99.6", "96% 98% 100%"),  # a trifle does not fill the axis
        ("100 100", "96% 98% 100%"),  # and nothing is promised beyond the whole
        ("0 1.5", "0% 2% 4%"),
        ("0 100", "0% 50% 100%"),
        ("90 120", "90% 100% 110% 120%"),
    ],
)
def test_an_axis_of_rates_fits_them_and_says_per_cent(values: str, ticks: str) -> None:
    first, second = values.split()
    series = Series("x", "%", (point(2030, first), point(2031, second)), rate=True)
    texts = [text.text for text in kinds(drawn(series_chart(series, "a", number)), "chart__quiet")]
    assert [text for text in texts if str(text).endswith("%")] == ticks.split()


@given(st.lists(st.decimals(0, 100, places=2), min_size=2, max_size=30))
def test_a_fitted_axis_holds_every_rate_and_leaves_no_room_beyond_the_whole(values: list[Decimal]) -> None:
    axis = Series("x", "%", tuple(point(2000 + n, str(v)) for n, v in enumerate(values)), rate=True).axis
    assert 0 <= axis[0] <= min(values)
    assert max(values) <= axis[-1] <= 100
    assert axis[-1] - axis[0] >= min(Decimal(4), axis[-1])


def test_the_figures_at_both_ends_are_written_and_the_target_is_named() -> None:
    points = tuple(aimed(2030 + n, value, "95") for n, value in enumerate(("90", "93", "91", "92", "94")))
    for wide in (False, True):
        root = drawn(series_chart(Series("Tỷ lệ", "%", points, rate=True), "a", number, wide=wide))
        words = {text.text for text in kinds(root, "chart__text")}
        assert {"90%", "94%"} <= words
        assert [text.text for text in kinds(root, "chart__goal-text")] == ["Mục tiêu 95 việc"]
        assert ("chart__drawing--wide" in root.get("class")) == wide


def test_a_line_the_size_of_a_word_has_its_own_range() -> None:
    root = drawn(sparkline(Series("Tỷ lệ", "%", (point(2030, "99.1"), point(2031, "99.9"), point(2032, "99.5")))))
    (path,) = kinds(root, "chart__path")
    heights = [float(pair.split(",")[1]) for pair in path.get("points").split()]
    assert heights == [19.0, 3.0, 11.0]
    assert kinds(root, "chart__line") == []
    level = drawn(sparkline(Series("Số", "", (point(2030, "7"), point(2031, "7")))))
    assert {pair.split(",")[1] for pair in kinds(level, "chart__path")[0].get("points").split()} == {"11.0"}


@given(VALUES.filter(lambda values: sum(value is not None for value in values) >= 2), st.booleans())
def test_any_series_is_drawn_inside_its_frame_with_a_name_and_a_description(
    values: list[Decimal | None], rate: bool
) -> None:
    points = tuple(point(2000 + n, None if value is None else str(value)) for n, value in enumerate(values))
    series = Series("Chỉ tiêu", "hồ sơ", points, rate)
    root = drawn(series_chart(series, "a", number))
    _, _, width, height = map(float, root.get("viewBox").split())
    for element in root.iter("rect", "circle"):
        x, y = float(element.get("x") or element.get("cx")), float(element.get("y") or element.get("cy"))
        assert 0 <= x <= width
        assert 0 <= y <= height
    named = root.get("aria-labelledby").split()
    assert [root.xpath(f"string(//*[@id='{id}'])") for id in named] == ["Chỉ tiêu", series.description]
    assert root.xpath("//@style | //style | //script") == []


def test_a_hostile_text_is_a_text() -> None:
    series = Series(
        HOSTILE, HOSTILE, (Point((HOSTILE, ""), Decimal(1), HOSTILE), Point((HOSTILE, ""), Decimal(2), "2"))
    )
    root = drawn(series_chart(series, "a", number))
    assert root.findtext("title") == HOSTILE
    assert root.findtext("desc") == f"{HOSTILE}: {HOSTILE}; {HOSTILE}: 2."
    assert not root.xpath("//*[local-name()='script']")


def test_a_sparkline_is_passed_over_and_shows_gaps_and_breaks() -> None:
    points = (point(2030, "1"), point(2031, "2"), point(2032, None), point(2033, "3"), point(2034, "4", breaks=True))
    root = drawn(sparkline(Series("Hồ sơ", "hồ sơ", points)))
    assert (root.get("aria-hidden"), root.find("title")) == ("true", None)
    assert [len(path.get("points").split()) for path in kinds(root, "chart__path")] == [2]
    assert len(kinds(root, "chart__dot")) == 3, "two figures that nothing joins, and the newest"


def test_a_chart_for_download_carries_its_colours_and_no_class() -> None:
    series = Series("Số", "hồ sơ", (point(2030, "1"), point(2031, "2")))
    root = drawn(series_chart(series, "a", number, alone=True))
    assert root.tag == f"{SVG}svg"
    assert root.xpath("//*[@class and not(local-name()='svg')]") == []
    assert all(rect.get("fill") for rect in root.iter(f"{SVG}rect"))


def test_the_parts_of_a_whole_fill_its_bar_in_order() -> None:
    svg = parts_bar("t", "d", "a", [("một", Decimal(3)), ("hai", Decimal(1))])
    widths = [float(rect.get("width")) for rect in drawn(svg).iter("rect")]
    assert widths == [298.5, 98.5]


@pytest.mark.parametrize(("rate", "width"), [("0", 0.0), ("43.75", 87.5), ("100", 200.0)])
def test_a_progress_bar_is_filled_by_its_rate(rate: str, width: float) -> None:
    bar = kinds(drawn(progress_bar("t", "d", "a", Decimal(rate))), "chart__bar")
    assert [float(rect.get("width")) for rect in bar] == [width]


@pytest.mark.parametrize(
    ("value", "goal", "whole", "width", "mark"),
    [
        ("90", "95", "100", 180.0, 190.0),  # a rate short of its target: the bar ends at 100%
        ("48", "60", "60", 160.0, 199),  # a count short of its target: the bar ends there
        ("75", "60", "60", 200.0, 160.0),  # a count beyond its target: the bar ends at the count
    ],
)
def test_a_progress_bar_has_a_mark_at_its_target(value: str, goal: str, whole: str, width: float, mark: float) -> None:
    root = drawn(progress_bar("t", "d", "a", Decimal(value), Decimal(goal), Decimal(whole)))
    assert [float(rect.get("width")) for rect in kinds(root, "chart__bar")] == [width]
    assert [float(line.get("x1")) for line in kinds(root, "chart__goal")] == [mark]


def boxes(root: lxml.etree._Element) -> dict[str, list[tuple[float, float, float, float]]]:
    """Where the words of each kind stand: left, top, right, bottom, by the width of a digit in a wide face."""
    found: dict[str, list[tuple[float, float, float, float]]] = {}
    for text in root.iter("text"):
        size = float(text.get("font-size"))
        wide = len(text.text or "") * size * 0.55
        start = float(text.get("x")) - {"start": 0, "middle": wide / 2, "end": wide}[text.get("text-anchor")]
        y = float(text.get("y"))
        found.setdefault(text.get("class"), []).append((start, y - size * 0.75, start + wide, y + size * 0.25))
    return found


@given(
    st.lists(st.one_of(st.none(), st.decimals(0, 10**6, places=0)), min_size=2, max_size=40).filter(
        lambda values: sum(value is not None for value in values) >= 2
    )
)
def test_no_words_of_a_chart_are_cut_off_or_written_over_each_other(values: list[Decimal | None]) -> None:
    points = tuple(
        Point((f"Quý {n % 4 + 1}", str(2000 + n // 4)), value, "") for n, value in enumerate(values)
    )  # fmt: skip
    root = drawn(series_chart(Series("Chỉ tiêu", "", points), "a", number))
    _, _, width, height = map(float, root.get("viewBox").split())
    for kind, words in boxes(root).items():
        for n, (left, top, right, bottom) in enumerate(words):
            assert left >= 0, kind
            assert right <= width, kind
            assert bottom <= height, kind
            for other in words[:n]:
                apart = other[2] <= left or right <= other[0] or other[3] <= top or bottom <= other[1]
                assert apart, f"{kind}: {words}"


def test_a_period_whose_form_did_not_ask_is_neither_drawn_nor_told() -> None:
    points = (Point(("2029", ""), None, "", absent=True), point(2030, "1"), point(2031, "2"))
    root = drawn(series_chart(Series("Số", "", points), "a", number))
    assert kinds(root, "chart__blank") == []
    assert root.findtext("desc") == "2030: 1; 2031: 2."
    assert "2029" in [text.text for text in kinds(root, "chart__quiet")], "it keeps its place on the axis"


def test_a_period_without_a_report_keeps_its_place_and_stops_the_line() -> None:
    gone = Point(("2032", ""), None, "không có báo cáo", missing=1)
    skipped = Point(("2034", ""), None, "không có báo cáo (9 kỳ)", missing=9, until=("2042", ""))
    points = (point(2030, "1"), point(2031, "2"), gone, point(2033, "3"), skipped, point(2043, "4"), point(2044, "5"))
    series = Series("Tỷ lệ", "%", points, rate=True)
    root = drawn(series_chart(series, "a", number))
    assert [len(path.get("points").split()) for path in kinds(root, "chart__path")] == [2, 2]
    signs = kinds(root, "chart__gone")
    assert [sign.findtext("title") for sign in signs] == [
        "2032: không có báo cáo",
        "2034 – 2042: không có báo cáo (9 kỳ)",
    ]
    assert kinds(root, "chart__blank") == []
    places = [float(dot.get("cx")) for dot in kinds(root, "chart__dot")]
    apart = [after - before for before, after in pairwise(places)]
    assert apart[1:3] == pytest.approx([2 * apart[0]] * 2, abs=0.3), "as wide as two periods"
    assert "…" in [text.text for text in kinds(root, "chart__quiet")]
    assert "2034" not in [text.text for text in kinds(root, "chart__quiet")]
    line = drawn(sparkline(series))
    assert [len(path.get("points").split()) for path in kinds(line, "chart__path")] == [2, 2]
    alone = drawn(series_chart(series, "a", number, alone=True))
    strokes = alone.findall(f"{SVG}path")
    assert len(strokes) == 2
    assert all(path.get("stroke") for path in strokes)


def aimed(year: int, value: str | None, target: str | None) -> Point:
    amount = None if target is None else Decimal(target)
    return replace(point(year, value), target=amount, target_words="" if target is None else f"{target} việc")


def lines(root: lxml.etree._Element, kind: str) -> list[tuple[float, float, float]]:
    """From where to where each line of a kind runs, and how high."""
    assert all(line.get("y1") == line.get("y2") for line in kinds(root, kind))
    return [tuple(float(line.get(side)) for side in ("x1", "x2", "y1")) for line in kinds(root, kind)]  # type: ignore[misc]


@pytest.mark.parametrize("rate", [True, False])
def test_a_target_is_a_line_over_the_periods_that_state_it_and_over_no_other(rate: bool) -> None:
    gone = Point(("2033", ""), None, "không có báo cáo", missing=1)
    points = (aimed(2031, "4", "8"), aimed(2032, None, "8"), gone, aimed(2034, "2", "8"), aimed(2035, "6", None))
    raised = (aimed(2036, "8", "9"), aimed(2037, "3", "0"))
    root = drawn(series_chart(Series("Việc", "việc", points + raised, rate), "a", number))
    dots = [float(dot.get("cx")) for dot in kinds(root, "chart__dot")]
    bars = [float(bar.get("x")) + float(bar.get("width")) / 2 for bar in kinds(root, "chart__bar")]
    first, *_, last = dots or bars
    slot = (last - first) / 6
    starts = [(0, 2), (3, 4), (5, 6), (6, 7)]
    found = lines(root, "chart__target")
    assert [line[:2] for line in found] == [
        pytest.approx((first + (start - 0.5) * slot, first + (stop - 0.5) * slot), abs=0.2) for start, stop in starts
    ]
    heights = [height for _, _, height in found]
    (zero,) = {float(line.get("y1")) for line in kinds(root, "chart__base")}
    assert heights[0] == heights[1] == pytest.approx(zero - (zero - heights[2]) * 8 / 9, abs=0.2)
    assert heights[3] == zero
    assert len(kinds(root, "chart__target-rim")) == (0 if rate else 4), "over a column it has a rim"
    assert root.findtext("desc") == (
        "2031: 4 (mục tiêu 8 việc); 2032: chưa có số liệu (mục tiêu 8 việc); 2033: không có báo cáo; "
        "2034: 2 (mục tiêu 8 việc); 2035: 6; 2036: 8 (mục tiêu 9 việc); 2037: 3 (mục tiêu 0 việc)."
    )


@pytest.mark.parametrize(
    ("values", "target", "rate", "is_drawn"),
    [
        ("1 2", "10", False, True),
        ("1 2", "10.1", False, False),  # the figures would be a fifth of the plot, and less
        ("-2 1", "10", False, True),
        ("0 0", "1000", False, True),  # a column of nothing cannot be pressed flat
        ("1 2", "95", True, True),  # the axis of a rate ends at 100 anyway
        ("1 2", "101", True, False),
        ("120 130", "500", True, True),
        ("1 2", None, False, False),
    ],
)
def test_a_target_that_is_on_no_scale_with_its_figures_is_told_and_not_drawn(
    values: str, target: str | None, rate: bool, is_drawn: bool
) -> None:
    first, second = values.split()
    series = Series("Việc", "việc", (aimed(2031, first, target), aimed(2032, second, target)), rate)
    root = drawn(series_chart(series, "a", number))
    plain = drawn(series_chart(Series("Việc", "việc", (point(2031, first), point(2032, second)), rate), "a", number))
    assert bool(kinds(root, "chart__target")) == series.draws_targets == is_drawn
    assert ("mục tiêu" in str(root.findtext("desc"))) == (target is not None)
    if not is_drawn:
        ticks = [[text.text for text in kinds(one, "chart__quiet")] for one in (root, plain)]
        assert ticks[0] == ticks[1], "what is not drawn changes no axis"


@given(
    st.lists(
        st.tuples(st.one_of(st.none(), st.integers(0, 10**4)), st.one_of(st.none(), st.integers(0, 2 * 10**4))),
        min_size=2,
        max_size=40,
    ).filter(lambda pairs: sum(value is not None for value, _ in pairs) >= 2),
    st.booleans(),
)
def test_no_target_runs_through_the_figure_of_its_period_or_out_of_the_frame(
    pairs: list[tuple[int | None, int | None]], rate: bool
) -> None:
    made = [(None if v is None else str(v), None if t is None else str(t)) for v, t in pairs]
    points = tuple(aimed(2000 + n, value, target) for n, (value, target) in enumerate(made))
    root = drawn(series_chart(Series("Việc", "", points, rate), "a", number))
    goals = lines(root, "chart__target")
    _, _, width, height = map(float, root.get("viewBox").split())
    assert all(0 <= left < right <= width and 0 <= y <= height for left, right, y in goals)
    for text in kinds(root, "chart__text"):
        middle, foot = float(text.get("x")), float(text.get("y"))
        assert 12 <= foot <= height - 28
        # The line of the slot that the figure stands in; those beside it are covered by the rim of the digits.
        if 40 <= middle <= width - 40:
            through = [y for left, right, y in goals if left + 1 < middle < right - 1 and foot - 9 < y < foot]
            assert not through


def test_a_figure_stands_beside_or_below_its_point_where_the_line_would_run_through_it() -> None:
    """A line that climbs steeply leaves room at the left above a point, one that falls at the right, a valley below."""
    for values, at in (
        (("90.0", "90.7", "94.25"), {"90,7": "left"}),
        (("94.25", "90.7", "90.0"), {"90,7": "right"}),
        (("94", "90", "94", "93"), {"90": "below"}),
        (("90", "92", "94", "96"), {}),
    ):
        points = tuple(point(2030 + n, value) for n, value in enumerate(values))
        root = drawn(series_chart(Series("Tỷ lệ", "", points, rate=True), "a", number))
        dots = {str(dot.findtext("title")).split(": ")[1]: dot for dot in kinds(root, "chart__dot")}
        moved = {}
        for text in kinds(root, "chart__text"):
            aside = float(text.get("x")) - float(dots[text.text].get("cx"))
            below = float(text.get("y")) > float(dots[text.text].get("cy"))
            if below or abs(aside) > 5:
                moved[text.text] = "below" if below else "left" if aside < 0 else "right"
        assert {words: way for words, way in moved.items() if words in at} == at, values
        path = [tuple(map(float, pair.split(","))) for pair in kinds(root, "chart__path")[0].get("points").split()]
        for text in kinds(root, "chart__text"):
            middle, foot, half = float(text.get("x")), float(text.get("y")), len(text.text) * 6.7 / 2
            for (x1, y1), (x2, y2) in pairwise(path):
                on = [(x1 + (x2 - x1) * n / 200, y1 + (y2 - y1) * n / 200) for n in range(201)]
                through = [p for p in on if abs(p[0] - middle) < half and foot - 9 < p[1] < foot]
                assert not through, (values, text.text)


def test_a_chart_that_stands_alone_has_its_caption_below_it_in_lines_that_fit() -> None:
    caption = "Việc đã làm trong kỳ, theo năm, tính bằng việc. Trục bắt đầu từ 0. " * 4 + HOSTILE
    series = Series("Việc", "việc", (point(2031, "1"), point(2032, "2")))
    root = drawn(series_chart(series, "a", number, alone=True, caption=caption))
    _, _, width, height = map(float, root.get("viewBox").split())
    words = [text for text in root.iter(f"{SVG}text") if float(text.get("y")) > 230]
    assert " ".join(str(text.text) for text in words) == caption
    assert all(float(text.get("y")) + 4 <= height and len(text.text or "") * 6.7 <= width for text in words)
    on_page = drawn(series_chart(series, "a", number, caption=caption))
    assert caption not in "".join(on_page.itertext()), "there the page says it"
