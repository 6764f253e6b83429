"""Dates and figures of a report that can be so, but seldom are."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal

from macros.checks.dates import span
from macros.checks.declarations import rates_of_figures
from macros.checks.index import Known
from macros.kinds import COUNT, Domain, Refusal
from macros.kinds.typed_numbers import may_be_thousands
from macros.problems.problem import Problem
from macros.reading.project import Entry, Project
from macros.reading.report_summary import report_summary
from macros.reading.shapes import ReportFile
from macros.reading.yaml_records import Spot
from macros.record import SeriesKey
from macros.vietnamese import day

# Books are closed up to six weeks before a period's last day, or a little after it.
_USUAL = timedelta(days=46)


def warnings(project: Project, known: Known) -> Iterator[Problem]:
    rates = rates_of_figures(project)
    for entry in project.reports:
        yield from _usual_data_dates(entry)
        yield from _signed_in_time(entry)
        yield from _dotted_rates(entry, known, rates)


def _usual_data_dates(entry: Entry[ReportFile]) -> Iterator[Problem]:
    """Data are closed about when the period ends, and begin about when it, or its year, begins."""
    begins, ends = span(entry.shape.period)
    start, end = entry.shape.data_start, entry.shape.data_end
    starts = (begins, date(begins.year, 1, 1))
    if start and start <= ends and start.year >= begins.year - 1 and not any(abs(start - s) <= _USUAL for s in starts):
        found = f"số liệu bắt đầu ngày {day(start)}, xa ngày đầu kỳ {entry.shape.period} ({day(begins)})"
        yield _unusual(entry, ("data_start",), found, "gần ngày đầu kỳ hoặc đầu năm")
    if end and begins <= end and end.year <= ends.year + 1 and abs(end - ends) > _USUAL:
        found = f"số liệu chốt ngày {day(end)}, xa ngày cuối kỳ {entry.shape.period} ({day(ends)})"
        yield _unusual(entry, ("data_end",), found, "gần ngày cuối kỳ")


def _signed_in_time(entry: Entry[ReportFile]) -> Iterator[Problem]:
    """A report is signed after its data are closed, and within a year."""
    begins, ends = span(entry.shape.period)
    signed, closed = entry.shape.date, entry.shape.data_end
    if signed is None or signed < begins:
        return
    if closed and closed >= begins and signed < closed:
        found = f"báo cáo ký ngày {day(signed)}, trước ngày chốt số liệu {day(closed)}"
        yield _unusual(entry, ("date",), found, "ngày ký không sớm hơn ngày chốt số liệu")
    elif ends + timedelta(days=366) < signed and signed.year <= ends.year + 5:
        found = f"báo cáo ký ngày {day(signed)}, hơn một năm sau kỳ {entry.shape.period}"
        yield _unusual(entry, ("date",), found, "trong vòng một năm sau kỳ báo cáo")


def _unusual(entry: Entry[ReportFile], spot: Spot, found: str, allowed: str) -> Problem:
    return Problem(
        entry.record.place(spot), "W506", found, allowed, "xem lại nguồn; nếu nguồn ghi đúng như vậy thì giữ nguyên"
    )


def documents_of_their_time(project: Project) -> Iterator[Problem]:
    """A document that a report rests on is not of a time after every report, nor of a time without one."""
    if project.documents is None or not project.reports or not project.reports_complete:
        return
    latest = max(report_summary(entry).period.year for entry in project.reports) + 1
    for n, document in enumerate(project.documents.shape.documents):
        year = document.date.year if document.date else document.year
        if year is not None and not 1945 <= year <= latest:
            yield Problem(
                project.documents.record.place(("documents", n, "date" if document.date else "year")),
                "W506",
                f"văn bản ghi năm {year}",
                f"từ năm 1945 đến năm {latest}",
                "xem lại năm của văn bản trong nguồn",
                document.id,
            )


def _dotted_rates(
    entry: Entry[ReportFile], known: Known, rates: Mapping[SeriesKey, tuple[SeriesKey, SeriesKey]]
) -> Iterator[Problem]:
    """A rate such as 1.234 says by its comma that it is no count of thousands, unless its own two counts say so."""
    values = {observation.series: observation.value for observation in entry.shape.observations}
    for n, observation in enumerate(entry.shape.observations):
        definition, typed = known.definitions.get(observation.indicator), observation.value
        if definition is None or not definition.kind.is_rate or definition.may_exceed_100:
            continue
        if typed is None or not may_be_thousands(typed) or Decimal(typed) > 100:
            continue
        top, bottom = [_count(values.get(part)) for part in rates.get(observation.series, ())] or (None, None)
        if top is not None and bottom and abs(top * 100 / bottom - Decimal(typed)) <= Decimal("0.0005"):
            continue
        comma, thousands = typed.replace(".", ","), typed.replace(".", "")
        yield Problem(
            entry.record.place(("observations", n, "value")),
            "W509",
            f"“{typed}” được hiểu là {comma}%, nhưng dấu chấm trước ba chữ số cũng có thể là hàng nghìn",
            "tỷ lệ có ba chữ số thập phân viết bằng dấu phẩy",
            f"nếu đúng là tỷ lệ, viết {comma}; nếu là {thousands} thì số bị điền nhầm dòng, xem lại nguồn",
            observation.indicator,
        )


def _count(typed: str | None) -> Decimal | None:
    try:
        return COUNT.parse(typed or "", Domain())
    except Refusal:
        return None
