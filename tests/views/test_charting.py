"""What is drawn and what is not: quantities only, two figures at least, like with like, totals whose parts agree."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from macros.catalogue import load_catalogue
from macros.model import Catalogue, Kind, Period, PeriodKind
from macros.views.charting import KIND_NAMES, MOST_POINTS, charts, multiples, period_lines, progress, whole
from tests.comparing.reports import ROWS, report
from tests.good_project import good_catalogue

COUNT = next(id for id, row in ROWS.items() if row.kind is Kind.COUNT)
CODED = next(id for id, row in ROWS.items() if row.kind is Kind.CODED)


def catalogue(*figures: tuple[str, object], id: str = COUNT) -> Catalogue:
    """A catalogue of reports on these periods, oldest first, with this figure each."""
    reports = [report(period, {id: Decimal(value) if isinstance(value, str) else value}) for period, value in figures]  # type: ignore[arg-type, dict-item]
    return replace(good_catalogue(), reports=tuple(reversed(reports)))


def drawn(made: Catalogue, id: str = COUNT) -> list[tuple[PeriodKind, list[str]]]:
    return [(chart.kind, [point.words for point in chart.series.points]) for chart in charts(ROWS[id], made)]


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


@pytest.mark.parametrize("kind", PeriodKind)
def test_every_kind_of_period_has_a_name_and_a_short_form(kind: PeriodKind) -> None:
    assert KIND_NAMES[kind]
    lines = period_lines(Period(2031, kind, 1))
    assert "2031" in lines
    assert max(map(len, lines)) <= 9


@pytest.fixture(scope="module")
def published() -> Catalogue:
    """The real record: the small project has no total of parts and no rate of counts."""
    return load_catalogue(Path(__file__).parents[2])


def test_the_parts_of_a_total_are_those_of_its_relation_and_add_up(published: Catalogue) -> None:
    report = published.reports_by_period["2022-S1"]
    totals = {id: total for id, row in published.indicators.items() if (total := whole(report, row, published))}
    assert set(totals) == {"tthc-hieu-luc", "van-ban-di"}
    for total in totals.values():
        amounts = [share.amount for share in total.shares]
        assert sum(amounts) == total.observation.value
        assert amounts == sorted(amounts, reverse=True)
    assert [str(share.percent) for share in totals["van-ban-di"].shares] == ["85.5", "14.5"]


def test_only_a_rate_of_two_counts_has_a_bar_of_progress(published: Catalogue) -> None:
    report = published.reports_by_period["2022-S1"]
    bars = {id for id, row in published.indicators.items() if progress(report, row) is not None}
    assert bars == {id for id in report.rates if published.indicators[id].kind is Kind.PERCENT}
    assert "ke-hoach-ty-le-hoan-thanh" in bars


def test_small_multiples_stand_on_one_axis_and_what_has_ended_stands_apart() -> None:
    """Of one kind of period, the newest report's; whatever the form no longer has comes last under its own name."""
    made = good_catalogue()
    section = made.sections_by_id[made.indicators[COUNT].section]
    drawn = [row.id for row in section.indicators if row.kind in (Kind.COUNT, Kind.PERCENT)]
    ended, late = [id for id in drawn if id != COUNT][:2]
    figures = {
        "2031-S1": {COUNT: "1", ended: "5"},
        "2032-S1": {COUNT: "2", ended: "6", late: "7"},
        "2033-S1": {COUNT: "3", late: "8"},
        "2032-A1": {COUNT: "9", ended: "9"},
    }
    reports = [report(period, {id: Decimal(v) for id, v in rows.items()}) for period, rows in figures.items()]
    made = replace(made, reports=tuple(sorted(reports, key=lambda r: r.period.order, reverse=True)))
    groups = multiples(section, made, lambda row: charts(row, made))
    assert [(group.heading, [chart.indicator.id for chart in group.charts]) for group in groups] == [
        ("Số liệu theo 6 tháng", [id for id in drawn if id in (COUNT, late)]),
        ("Số liệu theo 6 tháng, chỉ tiêu không còn báo cáo", [ended]),
    ]
    axes = [[[point.name for point in chart.series.points] for chart in group.charts] for group in groups]
    assert axes[0][0] == axes[0][1] == ["6 th. đầu 2031", "6 th. đầu 2032", "6 th. đầu 2033"]
    assert axes[1] == [["6 th. đầu 2031", "6 th. đầu 2032"]]
    assert groups[0].marks == ("Chỗ trống hẳn: biểu mẫu kỳ đó không có chỉ tiêu này.",)
