"""The sentence above a chart says what its figures carry, and nothing where they carry nothing."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from macros.faces import quotients
from macros.faces.chart_sentences import finding
from macros.record import Indicator, Report, Status, series_key
from tests.comparing.reports import ROWS, report
from tests.comparing.test_precision import RATE, WHOLE, rated


def told(reports: list[Report], row: Indicator = ROWS[WHOLE]) -> str:
    entries = [(made, made.by_key[row.key]) for made in reports]
    return finding(row, entries).replace("\u00a0", " ")


def over_years(values: str, id: str = WHOLE) -> list[Report]:
    """Reports on the first half of the years from 2030 on."""
    figures = [Status.NOT_REPORTED if value == "-" else Decimal(value) for value in values.split()]
    return [report(f"{2030 + n}-S1", {id: figure}) for n, figure in enumerate(figures)]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ("4", ""),
        ("4 -", ""),
        ("4 6", "Tăng từ 4 hồ sơ (6 tháng đầu năm 2030) lên 6 hồ sơ (6 tháng đầu năm 2031)."),
        ("6 4", "Giảm từ 6 hồ sơ (6 tháng đầu năm 2030) xuống 4 hồ sơ (6 tháng đầu năm 2031)."),
        ("4 4", "Cả 2 kỳ so sánh được đều là 4 hồ sơ."),
        ("4 6 5 9", "6 tháng đầu năm 2033: 9 hồ sơ, cao nhất trong 4 kỳ so sánh được."),
        ("4 6 5 3", "6 tháng đầu năm 2033: 3 hồ sơ, thấp nhất trong 4 kỳ so sánh được."),
        ("4 9 5 9", "6 tháng đầu năm 2033: 9 hồ sơ; 4 kỳ so sánh được nằm trong khoảng từ 4 hồ sơ đến 9 hồ sơ."),
        ("4 - 5", "Tăng từ 4 hồ sơ (6 tháng đầu năm 2030) lên 5 hồ sơ (6 tháng đầu năm 2032)."),
        ("4 6 -", "Tăng từ 4 hồ sơ (6 tháng đầu năm 2030) lên 6 hồ sơ (6 tháng đầu năm 2031)."),
    ],
)
def test_the_sentence_is_that_of_the_figures(values: str, sentence: str) -> None:
    assert told(over_years(values)) == sentence


def test_what_the_rounding_hides_is_not_ranked() -> None:
    rates = [("2030-S1", "90.1"), ("2031-S1", "99.9"), ("2032-S1", "100")]
    reports = [report(period, {RATE: Decimal(rate)}) for period, rate in rates]
    assert told(reports, ROWS[RATE]) == (
        "6 tháng đầu năm 2032: 100%; 3 kỳ so sánh được nằm trong khoảng từ 90,1% đến 100%."
    )
    assert told(reports[1:], ROWS[RATE]) == ""
    counted = [rated("2030-S1", "100", 1037, 1042), rated("2031-S1", "100", 1042, 1042)]
    drawn = quotients.drawn([(made, made.by_key[series_key(RATE)]) for made in counted], ROWS[RATE])
    assert finding(ROWS[RATE], [(made, made.by_key[series_key(RATE)]) for made in counted], drawn).replace(
        "\u00a0", " "
    ) == ("Tăng từ ≈ 99,52% (6 tháng đầu năm 2030) lên 100% (6 tháng đầu năm 2031).")


def test_a_chart_is_drawn_from_quotients_where_printed_rates_rank_otherwise() -> None:
    contrary = [rated("2030-S1", "99.7", 1403, 1407), rated("2031-S1", "100", 1037, 1042)]
    drawn = quotients.drawn([(made, made.by_key[series_key(RATE)]) for made in contrary], ROWS[RATE])
    assert [rate.text.replace("\u00a0", " ") for rate in drawn.values()] == ["≈ 99,72%", "≈ 99,52%"]
    alike = [rated("2030-S1", "99.5", 1037, 1042), rated("2031-S1", "99.7", 1403, 1407)]
    assert quotients.drawn([(made, made.by_key[series_key(RATE)]) for made in alike], ROWS[RATE]) == {}


def test_only_figures_that_compare_are_ranked() -> None:
    first, second, third = over_years("9 4 6")
    unstated = [replace(made, period=replace(made.period, number=2), cumulative=None) for made in (first, second)]
    assert told([*unstated, third]) == ""
    spring = (datetime.date(2031, 1, 1), datetime.date(2031, 5, 20))
    days = spring, (datetime.date(2032, 1, 1), datetime.date(2032, 6, 30))
    shorter, whole = (
        replace(made, data_start=start, data_end=end) for made, (start, end) in zip((second, third), days, strict=True)
    )
    assert told([shorter, whole]) == "", "more days, more dossiers"
