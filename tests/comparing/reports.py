"""Reports to compare, made from the small project's rows; all figures are invented."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from macros import kinds
from macros.kinds import Code
from macros.record import Indicator, Observation, Period, Report, ReportKey, Status
from tests.good_project import good_catalogue

Figure = Decimal | Code | str | Status
ROWS = {id: row for id, row in good_catalogue().indicators.items() if row.kind is not kinds.HEADING}
FIRST = good_catalogue().reports_by_key[ReportKey.parse("2031-S1")]


def report(period: str, figures: Mapping[str, Figure | tuple[Figure, str]], **head: object) -> Report:
    """A report on a period with these figures, each alone or with its note, in the order given."""
    when = Period.parse(period)
    observations = tuple(_observation(ROWS[id], when, figure) for id, figure in figures.items())
    known = {"check_results": (), **head}
    return replace(FIRST, period=when, observations=observations, **known)  # type: ignore[arg-type]


def redefined(before: Report, row_id: str, /, **fields: object) -> Report:
    """The report with another definition of one row."""
    rows = [
        replace(row, indicator=replace(row.indicator, **fields)) if row.indicator.id == row_id else row  # type: ignore[arg-type]
        for row in before.observations
    ]
    return replace(before, observations=tuple(rows))


def _observation(row: Indicator, period: Period, figure: Figure | tuple[Figure, str]) -> Observation:
    value, note = figure if isinstance(figure, tuple) else (figure, None)
    status = value if isinstance(value, Status) else Status.REPORTED
    return Observation(
        indicator=row,
        period=period,
        status=status,
        value=None if isinstance(value, Status) else value,
        note=note,
        persons=(),
        documents=(),
        expected=None,
        reason=None,
    )
