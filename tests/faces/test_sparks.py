"""The line beside a row ends with the report's own figure, whatever was reported since, and begins a year before."""

from dataclasses import replace
from decimal import Decimal

import pytest

from macros.faces.derived import Derived
from macros.faces.sparks import MOST_POINTS
from macros.record import Catalogue, ReportKey, Status
from macros.record.reads import Read, ReadKind, noted
from tests.comparing.reports import ROWS, report
from tests.good_project import good_catalogue

ROW = next(iter(ROWS))
MONTHS = [f"{year}-M{month:02}" for year in (2031, 2032) for month in range(1, 13)]


def catalogue(figures: dict[str, Decimal | Status]) -> Catalogue:
    """A catalogue with one figure a report, oldest first."""
    reports = [report(period, {ROW: figure}) for period, figure in figures.items()]
    return replace(good_catalogue(), reports=tuple(reversed(reports)))


def drawn(made: Catalogue, period: str) -> tuple[list[Decimal | None], str, str] | None:
    """The values of the line of a report, and its ends in words."""
    face = Derived(made).spark(made.reports_by_key[ReportKey.parse(period)], made.indicators[ROW])
    return face and ([point.value for point in face.series.points], face.first, face.last)


def test_it_ends_with_the_report_and_has_a_year_before_it() -> None:
    made = catalogue({period: Decimal(n) for n, period in enumerate(MONTHS)})
    for at, period in enumerate(MONTHS):
        first = max(at - MOST_POINTS + 1, 0)
        values = list(map(Decimal, range(first, at + 1)))
        assert drawn(made, period) == ((values, str(first), str(at)) if at else None)


def test_nobody_who_draws_it_reads_a_report_of_later_or_long_before() -> None:
    made = catalogue({period: Decimal(n) for n, period in enumerate(MONTHS)})
    with noted() as reads:
        assert drawn(made, "2032-M06") is not None
    assert reads == {Read(ReadKind.REPORT, period) for period in MONTHS[5:18]}


@pytest.mark.parametrize(
    ("figures", "line"),
    [
        ({"2031-M01": Decimal(3), "2031-M02": Status.NOT_REPORTED}, None),
        (
            {"2031-M01": Decimal(3), "2031-M02": Status.NOT_REPORTED, "2031-M03": Decimal(4)},
            ([Decimal(3), None, Decimal(4)], "3", "4"),
        ),
        # A month without a report keeps its place.
        ({"2031-M01": Decimal(3), "2031-M03": Decimal(4)}, ([Decimal(3), None, Decimal(4)], "3", "4")),
        # Other kinds of period stand on other lines.
        ({"2031-M01": Decimal(3), "2031-Q1": Decimal(9), "2031-M03": Decimal(4)}, ([3, None, 4], "3", "4")),
    ],
)
def test_a_figure_that_is_not_there_leaves_a_gap(
    figures: dict[str, Decimal | Status], line: tuple[list[Decimal | None], str, str] | None
) -> None:
    made = catalogue(figures)
    assert drawn(made, "2031-M03" if "2031-M03" in figures else "2031-M02") == line
