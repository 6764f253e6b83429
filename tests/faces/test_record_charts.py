"""What is drawn and what is not: quantities only, two figures at least, like with like, totals whose parts agree."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from macros import kinds
from macros.charts.face_svg import narrow_chart
from macros.faces.axis import axes
from macros.faces.progress_face import progress_face
from macros.faces.record_charts import MOST_POINTS, Chart, charts, period_lines
from macros.faces.shares_face import shares_face
from macros.faces.small_multiples import multiples
from macros.loading.assembly import load_catalogue
from macros.record import Break, Catalogue, Period, PeriodKind, ReportKey, Status, series_key
from macros.wording.charts import BY_PERIOD
from tests.comparing.reports import ROWS, report
from tests.good_project import good_catalogue

COUNT = next(id for id, row in ROWS.items() if row.kind is kinds.COUNT)
CODED = next(id for id, row in ROWS.items() if row.kind is kinds.CODED)


def catalogue(*figures: tuple[str, object], id: str = COUNT) -> Catalogue:
    """A catalogue of reports on these periods, oldest first, with this figure each."""
    reports = [report(period, {id: Decimal(value) if type(value) is str else value}) for period, value in figures]  # type: ignore[arg-type, dict-item]
    return replace(good_catalogue(), reports=tuple(reversed(reports)))


def drawn(made: Catalogue, id: str = COUNT) -> list[tuple[PeriodKind, list[str]]]:
    return [
        (chart.kind, [point.words for point in chart.series.points]) for chart in charts(ROWS[id], made, axes(made))
    ]


def test_one_figure_is_a_sentence_and_no_chart() -> None:
    assert drawn(catalogue(("2031-S1", "4"))) == []


def test_periods_of_different_kinds_share_no_axis() -> None:
    made = catalogue(("2031-S1", "4"), ("2031-A1", "9"), ("2032-S1", "5"), ("2032-A1", "8"), ("2032-Q1", "1"))
    kinds = [(kind, len(words)) for kind, words in drawn(made)]
    assert kinds == [(PeriodKind.YEAR, 2), (PeriodKind.HALF_YEAR, 2)] or kinds == [
        (PeriodKind.HALF_YEAR, 2),
        (PeriodKind.YEAR, 2),
    ]


def test_coded_answers_are_not_drawn() -> None:
    answers = good_catalogue().indicators[CODED].code_list
    assert answers is not None
    made = catalogue(("2031-S1", answers.codes[0]), ("2032-S1", answers.codes[1]), id=CODED)
    assert drawn(made, CODED) == []


def test_a_chart_shows_the_newest_periods_and_no_more_than_fit() -> None:
    made = catalogue(*[(f"{2031 + n // 12}-M{n % 12 + 1:02}", str(n)) for n in range(MOST_POINTS + 8)])
    ((_, words),) = drawn(made)
    assert len(words) == MOST_POINTS
    assert words[-1].startswith(str(MOST_POINTS + 7))


def only_chart(made: Catalogue) -> Chart:
    (chart,) = charts(ROWS[COUNT], made, axes(made))
    return chart


def test_a_chart_that_leaves_older_figures_out_says_since_when_it_shows_them() -> None:
    fits = catalogue(*[(f"{2032 + n // 12}-M{n % 12 + 1:02}", str(n)) for n in range(MOST_POINTS)])
    assert only_chart(fits).begins_late is None
    older = catalogue(*[(f"{2032 + n // 12}-M{n % 12 + 1:02}", str(n)) for n in range(MOST_POINTS + 1)])
    assert str(only_chart(older).begins_late) == "2032-M02"
    # It begins at a figure, not at a gap: the months 3 to 5 are the oldest for which there was room.
    months = [(f"{2032 + n // 12}-M{n % 12 + 1:02}", str(n)) for n in range(MOST_POINTS + 2) if n not in (2, 3, 4)]
    gap_first = only_chart(catalogue(*months))
    assert str(gap_first.begins_late) == "2032-M06"
    assert len(gap_first.series.points) == MOST_POINTS - 3


def test_a_missing_report_is_told_apart_from_a_missing_figure_and_from_another_form() -> None:
    made = catalogue(("2031-A1", "4"), ("2032-A1", Status.NOT_REPORTED), ("2034-A1", "6"))
    other = report("2033-A1", {CODED: Status.NOT_REPORTED})
    newest = report("2044-A1", {COUNT: Decimal(7)})
    last = report("2046-A1", {COUNT: Decimal(8)})
    chart = only_chart(replace(made, reports=(last, newest, made.reports[0], other, *made.reports[1:])))
    assert chart.series.description == (
        "2031: 4\u00a0hồ sơ; 2032: báo cáo để trống; 2034: 6\u00a0hồ sơ; 2035 – 2043: không có báo cáo (9 kỳ); "
        "2044: 7\u00a0hồ sơ; 2045: không có báo cáo; 2046: 8\u00a0hồ sơ."
    )
    assert [(p.is_blank, p.absent, p.missing) for p in chart.series.points] == [
        (False, False, 0),
        (True, False, 0),
        (False, True, 0),
        (False, False, 0),
        (False, False, 9),
        (False, False, 0),
        (False, False, 1),
        (False, False, 0),
    ]
    assert chart.signs == (
        "Khung nét đứt: báo cáo kỳ đó không có số liệu này.",
        "Khoảng trống: biểu mẫu kỳ đó không có chỉ tiêu này.",
        "Dấu ×: trang web không có báo cáo kỳ đó.",
        "Hai gạch chéo: bỏ qua nhiều kỳ liền nhau không có báo cáo.",
    )


def test_a_gap_of_a_century_leaves_room_for_the_figures() -> None:
    chart = only_chart(catalogue(("1945-M01", "1"), ("1945-M02", "2"), ("2145-M11", "3"), ("2145-M12", "4")))
    assert [point.missing for point in chart.series.points] == [0, 0, 200 * 12 + 8, 0, 0]


def test_a_break_is_marked_at_the_first_figure_after_a_missing_report() -> None:
    made = catalogue(("2031-A1", "4"), ("2033-A1", "6"))
    broken = replace(ROWS[COUNT], breaks=(Break(Period.parse("2032-A1"), "Đổi cách đếm."),))
    (chart,) = charts(broken, made, axes(made))
    assert [point.breaks for point in chart.series.points] == [False, False, True]


@pytest.mark.parametrize("kind", PeriodKind)
def test_every_kind_of_period_has_a_name_and_a_short_form(kind: PeriodKind) -> None:
    assert BY_PERIOD[kind]
    lines = period_lines(Period(2031, kind, 1))
    assert "2031" in lines
    assert max(map(len, lines)) <= 9


@pytest.fixture(scope="module")
def published() -> Catalogue:
    """The real record: the small project has no total of parts and no rate of counts."""
    return load_catalogue(Path(__file__).parents[2])


def test_the_parts_of_a_total_are_those_of_its_relation_and_add_up(published: Catalogue) -> None:
    report = published.reports_by_key[ReportKey.parse("2022-S1")]
    totals = {id: total for id, row in published.indicators.items() if (total := shares_face(report, row, published))}
    assert set(totals) == {"tthc-hieu-luc", "van-ban-di"}
    for id, total in totals.items():
        amounts = [share.amount for share in total.shares]
        assert sum(amounts) == report.by_key[series_key(id)].value
        assert amounts == sorted(amounts, reverse=True)
    assert [share.percent for share in totals["van-ban-di"].shares] == ["85,5%", "14,5%"]


def test_only_a_rate_of_two_counts_has_a_bar_of_progress(published: Catalogue) -> None:
    report = published.reports_by_key[ReportKey.parse("2022-S1")]
    bars = {id for id, row in published.indicators.items() if progress_face(report, row) is not None}
    assert bars == {key.indicator for key in report.rates if published.indicators[key.indicator].kind is kinds.PERCENT}
    assert "ke-hoach-ty-le-hoan-thanh" in bars


def test_small_multiples_stand_on_one_axis_and_what_has_ended_stands_apart() -> None:
    """Of one kind of period, the newest report's; whatever the form no longer has comes last under its own name."""
    made = good_catalogue()
    section = made.sections_by_id[made.indicators[COUNT].section]
    drawn = [row.id for row in section.indicators if row.kind in (kinds.COUNT, kinds.PERCENT)]
    ended, late = [id for id in drawn if id != COUNT][:2]
    figures = {
        "2031-S1": {COUNT: "1", ended: "5"},
        "2032-S1": {COUNT: "2", ended: "6", late: "7"},
        "2034-S1": {COUNT: "3", late: "8"},
        "2032-A1": {COUNT: "9", ended: "9"},
    }
    reports = [report(period, {id: Decimal(v) for id, v in rows.items()}) for period, rows in figures.items()]
    made = replace(made, reports=tuple(sorted(reports, key=lambda r: r.period.order, reverse=True)))
    groups = multiples(section, made, lambda row: charts(row, made, axes(made)))
    assert [(group.heading, [chart.indicator.id for chart in group.charts]) for group in groups] == [
        ("Số liệu theo 6 tháng", [id for id in drawn if id in (COUNT, late)]),
        ("Số liệu theo 6 tháng, chỉ tiêu không còn báo cáo", [ended]),
    ]
    named = [[[point.name for point in chart.series.points] for chart in group.charts] for group in groups]
    assert named[0][0] == named[0][1] == ["6 th. đầu 2031", "6 th. đầu 2032", "6 th. đầu 2033", "6 th. đầu 2034"]
    assert named[1] == [["6 th. đầu 2031", "6 th. đầu 2032"]]
    missing = [[point.missing for point in chart.series.points] for chart in groups[0].charts]
    assert missing == [[0, 0, 1, 0], [0, 0, 1, 0]]
    assert groups[0].signs == (
        "Khoảng trống: biểu mẫu kỳ đó không có chỉ tiêu này.",
        "Dấu ×: trang web không có báo cáo kỳ đó.",
    )
    assert groups[1].signs == ()


def test_a_small_chart_over_older_periods_shows_the_figures_that_it_has_there() -> None:
    """One chart of a group begins late for lack of room; what it has before that is no gap of the form."""
    made = good_catalogue()
    section = made.sections_by_id[made.indicators[COUNT].section]
    drawn = [row.id for row in section.indicators if row.kind in (kinds.COUNT, kinds.PERCENT)]
    first, second = [id for id in drawn if id != COUNT][:2]
    months = [f"{2031 + n // 12}-M{n % 12 + 1:02}" for n in range(MOST_POINTS + 4)]
    rows = [{first: Decimal(1), **({second: Decimal(2)} if n < 3 else {})} for n in range(len(months))]
    newest = report("2040-A1", {COUNT: Decimal(1)})
    reports = [report(month, figures) for month, figures in zip(months, rows, strict=True)]  # type: ignore[arg-type]
    made = replace(made, reports=(newest, *reversed(reports)))
    (group,) = multiples(section, made, lambda row: charts(row, made, axes(made)))
    long, short = group.charts
    assert [point.absent for point in long.series.points] == [False] * (MOST_POINTS + 4)
    assert [point.absent for point in short.series.points] == [False] * 3 + [True] * (MOST_POINTS + 1)


@pytest.mark.parametrize(("kind", "is_rate"), [(kinds.PERCENT, True), (kinds.NUMBER, False), (kinds.COUNT, False)])
def test_only_shares_of_a_whole_are_lines_on_an_axis_that_fits_them(kind: kinds.Kind, is_rate: bool) -> None:
    """Scores and money are amounts: columns from zero."""
    row = next(row for row in ROWS.values() if row.kind is kind)
    made = catalogue(("2031-S1", "16.2"), ("2032-S1", "17.9"), id=row.id)
    (chart,) = charts(row, made, axes(made))
    assert [kind in narrow_chart(chart.face) for kind in ("chart__path", "chart__bar")] == [is_rate, not is_rate]
    assert (chart.series.ceiling == 100) == is_rate
    assert (chart.series.axis[0] == 0) == (not is_rate)
    assert chart.series.axis[0] <= Decimal("16.2") < Decimal("17.9") <= chart.series.axis[-1]


def test_a_caption_says_where_the_axis_begins() -> None:
    row = next(row for row in ROWS.values() if row.kind is kinds.NUMBER)
    captions = []
    for second in ("-2.5", "2.5"):
        made = catalogue(("2031-S1", "16.2"), ("2032-S1", second), id=row.id)
        (chart,) = charts(row, made, axes(made))
        captions.append(("Trục bắt đầu từ 0." in chart.caption, "Số âm nằm dưới vạch 0." in chart.caption))
    assert captions == [(False, True), (True, False)]


def test_rows_that_ended_long_apart_share_no_axis() -> None:
    """An axis of more places than a chart has room for would be a smear; the order of the form stays."""
    made = good_catalogue()
    section = made.sections_by_id[made.indicators[COUNT].section]
    early, late = [row.id for row in section.indicators if row.kind in (kinds.COUNT, kinds.PERCENT)][:2]
    months = [f"{2031 + n // 12}-M{n % 12 + 1:02}" for n in range(60)]
    reports = [
        report(month, {early: Decimal(n)} if n < 3 else {late: Decimal(n)} if n > 56 else {CODED: Status.NOT_REPORTED})
        for n, month in enumerate(months)
    ]
    reports.append(report("2036-M01", {CODED: Status.NOT_REPORTED}))
    made = replace(made, reports=tuple(reversed(reports)))
    groups = multiples(section, made, lambda row: charts(row, made, axes(made)))
    assert [[(chart.indicator.id, len(chart.series.points)) for chart in group.charts] for group in groups] == [
        [(late, 3)],
        [(early, 3)],
    ]
