"""Laws of the model's own types."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros import kinds
from macros.record import Break, Period, PeriodKind, Schedule, Source, Status
from tests.good_project import good_catalogue

NUMBERS = {"W": 53, "M": 12, "Q": 4, "S": 2, "N": 1, "A": 1}
ALL = [
    f"{year}-{kind}{number:0{2 if kind in 'WM' else 1}d}"
    for year in (1999, 2022, 2031)
    for kind, last in NUMBERS.items()
    for number in range(1, last + 1)
]


@pytest.mark.parametrize("text", ALL)
def test_a_period_reads_back_as_it_is_written(text: str) -> None:
    assert str(Period.parse(text)) == text
    assert Period.parse(text).slug == text.lower()


@pytest.mark.parametrize(
    "text",
    [
        "", "2022", "2022-S", "2022-S0", "2022-S3", "2022-S01", "2022-Q5", "2022-A2", "2022-N2", "2022-M1", "2022-M13",
        "2022-M00", "2022-W00", "2022-W54", "2022-W7", "2022-s1", "2022-X1", "22-S1", "02022-S1", " 2022-S1",
        "0000-S1", "1944-A1", "2146-S1", "2202-S1",
        "2022-S1 ", "2022-S1\n", "2022S1", "2022/S1", "S1-2022", "２０２２-S1", "2022-S１", "Quý I năm 2022",
    ],
)  # fmt: skip
def test_anything_else_is_no_period(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        Period.parse(text)


@given(st.text())
def test_only_what_is_written_so_is_a_period(text: str) -> None:
    try:
        period = Period.parse(text)
    except ValueError:
        return
    assert str(period) == text


@given(st.sampled_from(ALL), st.sampled_from(ALL))
def test_periods_are_ordered_by_their_end_and_the_longer_comes_last(one: str, other: str) -> None:
    first, second = Period.parse(one), Period.parse(other)
    assert (first.order == second.order) == (first == second)
    if first.year < second.year:
        assert first.order < second.order


def test_the_periods_of_a_year_in_order() -> None:
    texts = ["2022-A1", "2022-Q4", "2022-S2", "2022-N1", "2022-Q3", "2022-S1", "2022-Q2", "2022-Q1", "2021-A1"]
    assert [str(p) for p in sorted(map(Period.parse, reversed(texts)), key=lambda p: p.order)] == [
        "2021-A1", "2022-Q1", "2022-Q2", "2022-S1", "2022-Q3", "2022-N1", "2022-Q4", "2022-S2", "2022-A1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2022-W07", "Tuần 7 năm 2022"),
        ("2022-M11", "Tháng 11 năm 2022"),
        ("2022-Q1", "Quý I năm 2022"),
        ("2022-Q4", "Quý IV năm 2022"),
        ("2022-S1", "6 tháng đầu năm 2022"),
        ("2022-S2", "6 tháng cuối năm 2022"),
        ("2022-N1", "9 tháng đầu năm 2022"),
        ("2022-A1", "Năm 2022"),
    ],
)
def test_a_period_has_a_vietnamese_label(text: str, label: str) -> None:
    assert Period.parse(text).label == label


@given(st.sampled_from(ALL))
def test_no_two_periods_share_a_label(text: str) -> None:
    assert [other for other in ALL if Period.parse(other).label == Period.parse(text).label] == [text]


def test_every_kind_of_period_is_tested() -> None:
    assert set(NUMBERS) == set(PeriodKind)


@pytest.mark.parametrize(
    ("first", "last", "period", "lives"),
    [
        ("2022-S1", None, "2022-S1", True),
        ("2022-S1", None, "2030-A1", True),
        ("2022-S1", None, "2022-Q1", False),
        ("2022-S1", None, "2021-A1", False),
        ("2022-S1", "2023-A1", "2023-A1", True),
        ("2022-S1", "2023-A1", "2024-Q1", False),
        ("2022-S1", "2022-S1", "2022-S1", True),
        ("2022-S1", "2022-S1", "2022-A1", False),
    ],
)
def test_an_indicator_lives_from_its_first_to_its_last_period(
    first: str, last: str | None, period: str, lives: bool
) -> None:
    row = good_catalogue().indicators["bo-nhiem"]
    row = replace(row, first_period=Period.parse(first), last_period=Period.parse(last) if last else None)
    assert row.lives_in(Period.parse(period)) is lives


@pytest.mark.parametrize(("label", "title"), [("- Số hồ sơ:", "Số hồ sơ"), ("Khác.", "Khác"), ("A - B: c", "A - B: c")])
def test_a_title_is_the_label_without_what_places_it_in_the_table(label: str, title: str) -> None:
    assert replace(good_catalogue().indicators["bo-nhiem"], label=label).title == title


def test_every_status_has_its_sdmx_letter() -> None:
    assert {status: status.sdmx for status in Status} == {
        Status.REPORTED: "A",
        Status.NOT_REPORTED: "O",
        Status.NOT_APPLICABLE: "M",
        Status.PENDING: "O",
        Status.HEADING: None,
    }


def test_a_report_has_one_row_for_each_indicator_that_lives_in_its_period() -> None:
    catalogue = good_catalogue()
    for report in catalogue.reports:
        alive = [row.id for row in catalogue.indicators.values() if row.lives_in(report.period)]
        assert [observation.indicator.id for observation in report.observations] == alive


def test_only_a_reported_observation_has_a_value() -> None:
    for report in good_catalogue().reports:
        for observation in report.observations:
            assert (observation.value is not None) == (observation.status is Status.REPORTED)
            assert (observation.status is Status.HEADING) == (observation.indicator.kind is kinds.HEADING)


def test_the_newest_report_comes_first() -> None:
    catalogue = good_catalogue()
    assert [str(report.period) for report in catalogue.reports] == ["2031-A1", "2031-S1"]
    assert catalogue.latest is catalogue.reports[0]


def test_ancestors_lead_from_the_section_down() -> None:
    catalogue = good_catalogue()
    row = catalogue.indicators["ho-so-dung-han-ty-le"]
    assert [above.id for above in catalogue.ancestors(row)] == ["thu-tuc", "ho-so-tiep-nhan"]


@pytest.mark.parametrize(
    ("latest", "following"),
    [
        ("2022-S1", "2022-Q3"),
        ("2022-Q3", "2022-A1"),
        ("2022-A1", "2023-Q1"),
        ("2022-Q1", "2022-S1"),
        ("2022-M05", "2022-S1"),
    ],
)
def test_the_next_scheduled_period_is_the_first_that_ends_later(latest: str, following: str) -> None:
    yearly = tuple((PeriodKind(text[0]), int(text[1])) for text in ("Q1", "S1", "Q3", "A1"))
    schedule = Schedule(yearly, Source("Ví dụ", "https://vi-du.example/"))
    assert str(schedule.after(Period.parse(latest))) == following


@given(st.sampled_from(ALL), st.sampled_from(ALL), st.sampled_from(ALL))
def test_a_break_parts_the_periods_on_either_side_of_it(one: str, other: str, broken: str) -> None:
    row = next(iter(good_catalogue().indicators.values()))
    parted = replace(row, breaks=(Break(Period.parse(broken), "Ví dụ"),))
    early, late = sorted([Period.parse(one), Period.parse(other)], key=lambda period: period.order)
    at = Period.parse(broken).order
    assert (parted.break_between(early, late) is not None) == (early.order < at <= late.order)
    assert parted.break_between(early, late) == parted.break_between(late, early)


def test_a_few_words_that_continue_the_row_above_are_named_with_it() -> None:
    """In a list of changes "Quá hạn" alone says nothing."""
    row = next(row for row in good_catalogue().indicators.values() if row.parent is not None)
    assert row.parent is not None
    above = good_catalogue().indicators[row.parent].title
    section = next(section for section in good_catalogue().sections if section.id == row.section)
    names = {}
    for label in ("- Quá hạn:", "Khác", "- Tiếp nhận trực tuyến", "Số hồ sơ quá hạn", "- Số hồ sơ đã quá hạn"):
        rows = tuple(replace(other, label=label) if other is row else other for other in section.indicators)
        made = replace(good_catalogue(), sections=(replace(section, indicators=rows),))
        names[label] = made.names[row.key]
    assert names == {
        "- Quá hạn:": f"Quá hạn ({above})",
        "Khác": f"Khác ({above})",
        "- Tiếp nhận trực tuyến": f"Tiếp nhận trực tuyến ({above})",
        "Số hồ sơ quá hạn": "Số hồ sơ quá hạn",
        "- Số hồ sơ đã quá hạn": "Số hồ sơ đã quá hạn",
    }
