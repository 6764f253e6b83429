"""Laws of the dates of a report: they belong to its period.

A period's name fixes no date (agencies close their books on the 14th, or the 20th, or the last day), but it does say
which part of which year a report is about. A date that no report on that period can have is a slip of the keyboard.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from macros.checks.index import Known
from macros.problems.problem import Problem
from macros.reading.project import Entry, Project
from macros.reading.shapes import ReportFile
from macros.reading.yaml_records import Spot
from macros.record import Period, PeriodKind
from macros.vietnamese import day

_MONTHS = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF_YEAR: 6,
    PeriodKind.NINE_MONTHS: 9,
    PeriodKind.YEAR: 12,
}
# Years between the end of a period and the signing of its report that nobody can explain.
_NEVER_SO_LATE = 5


def problems(project: Project, known: Known) -> Iterator[Problem]:
    for entry in project.reports:
        yield from _data_of_the_period(entry)
        yield from _signed_after_it_began(entry)


def span(period: Period) -> tuple[date, date]:
    """The first and the last day of the part of the year that a period is named after."""
    if period.kind is PeriodKind.WEEK:
        # Offices number weeks in their own ways; a few days are no matter here.
        start = date(period.year, 1, 1) + timedelta(weeks=period.number - 1)
        return start, start + timedelta(days=6)
    months = _MONTHS[period.kind]
    first, last = (period.number - 1) * months + 1, period.number * months
    end = date(period.year, 12, 31) if last >= 12 else date(period.year, last + 1, 1) - timedelta(days=1)
    return date(period.year, first, 1), end


def _data_of_the_period(entry: Entry[ReportFile]) -> Iterator[Problem]:
    """The time that data are from touches the period that they are for."""
    begins, ends = span(entry.shape.period)
    start, end = entry.shape.data_start, entry.shape.data_end
    if start and end and end < start:
        return  # one of the two is wrong, and both have been told (E411)
    if start and start > ends:
        found = f"số liệu bắt đầu ngày {day(start)}, sau khi kỳ {entry.shape.period} kết thúc ({day(ends)})"
        yield _outside(entry, ("data_start",), found, f"không muộn hơn ngày {day(ends)}")
    elif start and start.year < begins.year - 1:
        found = f"số liệu bắt đầu ngày {day(start)}, quá xa kỳ {entry.shape.period}"
        yield _outside(entry, ("data_start",), found, f"từ năm {begins.year - 1} đến ngày {day(ends)}")
    if end and end < begins:
        found = f"số liệu chốt ngày {day(end)}, trước khi kỳ {entry.shape.period} bắt đầu ({day(begins)})"
        yield _outside(entry, ("data_end",), found, f"không sớm hơn ngày {day(begins)}")
    elif end and end.year > ends.year + 1:
        found = f"số liệu chốt ngày {day(end)}, quá xa kỳ {entry.shape.period}"
        yield _outside(entry, ("data_end",), found, f"từ ngày {day(begins)} đến năm {ends.year + 1}")


def _signed_after_it_began(entry: Entry[ReportFile]) -> Iterator[Problem]:
    """Nobody signs a report, or a revision of it, before its period has begun, nor many years later."""
    begins, ends = span(entry.shape.period)
    spots: list[tuple[Spot, date | None, str]] = [(("date",), entry.shape.date, "báo cáo ký")]
    for n, revision in enumerate(entry.shape.revisions):
        spots.append((("revisions", n, "date"), revision.date, f"lần công bố {revision.number} ghi"))
    for spot, signed, what in spots:
        if signed and signed < begins:
            found = f"{what} ngày {day(signed)}, trước khi kỳ {entry.shape.period} bắt đầu ({day(begins)})"
            yield _outside(entry, spot, found, f"không sớm hơn ngày {day(begins)}")
        elif signed and spot == ("date",) and signed.year > ends.year + _NEVER_SO_LATE:
            found = f"{what} ngày {day(signed)}, quá {_NEVER_SO_LATE} năm sau kỳ {entry.shape.period}"
            yield _outside(entry, spot, found, f"không muộn hơn năm {ends.year + _NEVER_SO_LATE}")


def _outside(entry: Entry[ReportFile], spot: Spot, found: str, allowed: str) -> Problem:
    return Problem(entry.record.place(spot), "E420", found, allowed, "xem lại năm, tháng, ngày; hoặc sửa “period”")
