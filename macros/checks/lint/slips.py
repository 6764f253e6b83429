"""Figures of the newest report that look like slips of the hand: a digit too many, a point lost, a fraction for a rate.

Precision before recall: only the newest report is looked at, each figure is told of once, and one that has been of the
same size before is none.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from macros.checks.declarations import rates_of_figures
from macros.checks.index import Known
from macros.kinds import Domain, Refusal
from macros.problems.problem import Problem
from macros.reading.project import Entry, Project
from macros.reading.report_summary import ReportSummary, report_summary
from macros.reading.shapes import IndicatorShape, ReportFile
from macros.record import Period, SeriesKey
from macros.vietnamese import number

# How near to ten or a hundred times, and how many the fewer must be: 1 and then 12 is no slip.
_NEAR, _FEWEST = Decimal("0.2"), 10
# What is at most three times another is of its size.
_LIKE = 3
_HIGH_RATE, _LOW_RATE = 50, 1
_TIMES = {
    Decimal(10): "gấp khoảng 10 lần",
    Decimal(100): "gấp khoảng 100 lần",
    Decimal("0.1"): "chỉ bằng khoảng một phần mười",
    Decimal("0.01"): "chỉ bằng khoảng một phần trăm",
}
_KEEP = "nếu nguồn ghi đúng như vậy thì giữ nguyên"


def warnings(project: Project, known: Known) -> Iterator[Problem]:
    if not project.reports_complete or not project.reports:
        return
    newest, *earlier = sorted(project.reports, key=lambda entry: report_summary(entry).period.order, reverse=True)
    rates = rates_of_figures(project)
    values = _amounts(newest, known)
    past = list(map(report_summary, earlier))
    for n, observation in enumerate(newest.shape.observations):
        key = observation.series
        if key in values:
            definition = known.definitions[key.indicator]
            slip = _fraction(values, key, rates) or _against_past(definition, newest.shape, key, values[key], past)
            if slip is not None:
                place = newest.record.place(("observations", n, "value"))
                yield Problem(place, slip.code, slip.found, slip.allowed, slip.remedy, key.indicator)


@dataclass(frozen=True, slots=True)
class _Slip:
    """What may be wrong with a figure."""

    code: str
    found: str
    allowed: str
    remedy: str


def _amounts(entry: Entry[ReportFile], known: Known) -> dict[SeriesKey, Decimal]:
    found = {}
    for observation in entry.shape.observations:
        definition = known.definitions.get(observation.indicator)
        if definition is not None and (amount := _amount(definition, observation.value)) is not None:
            found[observation.series] = amount
    return found


def _amount(definition: IndicatorShape, typed: str | None) -> Decimal | None:
    if typed is None or not definition.kind.is_amount:
        return None
    try:
        value = definition.kind.parse(typed, Domain(may_exceed_100=definition.may_exceed_100))
    except Refusal:
        return None
    return definition.kind.amount(value)


def _fraction(
    values: Mapping[SeriesKey, Decimal], key: SeriesKey, rates: Mapping[SeriesKey, tuple[SeriesKey, SeriesKey]]
) -> _Slip | None:
    """A rate that agrees with its two figures once it is multiplied by a hundred."""
    if key not in rates:
        return None
    typed = values[key]
    top, bottom = (values.get(part) for part in rates[key])
    if top is None or not bottom or not 0 < typed <= 1:
        return None
    exact, exponent = top * 100 / bottom, typed.as_tuple().exponent
    digit = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    if abs(typed - exact) <= digit / 2 or abs(typed * 100 - exact) > digit * 50:
        return None
    return _Slip(
        "W523",
        f"tỷ lệ {number(typed)} là thương của {number(top)} và {number(bottom)}, chưa tính ra phần trăm",
        "tỷ lệ phần trăm, ví dụ 93,75",
        f"nếu nguồn ghi {number(typed.scaleb(2))}%, viết {number(typed.scaleb(2))}; {_KEEP}",
    )


def _against_past(
    definition: IndicatorShape, report: ReportFile, key: SeriesKey, value: Decimal, past: Sequence[ReportSummary]
) -> _Slip | None:
    """A figure that is far from the last one that it compares with, and like none before."""
    first: tuple[Period, Decimal] | None = None
    # Most figures are like the first that they are held against.
    for comparable in _comparable(definition, report, key, past):
        if _alike(value, comparable[1]):
            return None
        first = first or comparable
    if first is None:
        return None
    period, last = first
    if definition.kind.is_rate and value <= _LOW_RATE:
        if last <= _HIGH_RATE:
            return None
        hundredfold = f"nếu nguồn ghi {number(value.scaleb(2))}%, viết {number(value.scaleb(2))}; " if value else ""
        return _Slip(
            "W522",
            f"tỷ lệ {number(value)}%, mà kỳ {period} là {number(last)}%",
            "tỷ lệ phần trăm, ví dụ 93,75",
            f"xem lại nguồn; {hundredfold}{_KEEP}",
        )
    times = next((t for t in _TIMES if last and abs(value / last / t - 1) <= _NEAR), None)
    if times is None or min(value, last) < (_LOW_RATE if definition.kind.is_rate else _FEWEST):
        return None
    return _Slip(
        "W521",
        f"số {number(value)} {_TIMES[times]} số {number(last)} của kỳ {period}",
        "số cùng cỡ với kỳ trước",
        f"xem lại nguồn, có thể thừa hoặc thiếu chữ số hay dấu phẩy; {_KEEP}",
    )


def _alike(one: Decimal, other: Decimal) -> bool:
    return one <= other * _LIKE and other <= one * _LIKE


def _comparable(
    definition: IndicatorShape, report: ReportFile, key: SeriesKey, past: Sequence[ReportSummary]
) -> Iterator[tuple[Period, Decimal]]:
    """What earlier reports say of the same span of a year, newest first, as far back as the series is one.

    Where figures are known not to add up over the year, those of every period of the same length compare.
    """
    for earlier in past:
        period = earlier.period
        if any(b.period.order > period.order and b.period.order <= report.period.order for b in definition.breaks):
            return
        apart = definition.cumulative or report.cumulative is not False or earlier.cumulative is not False
        same = period.kind is report.period.kind and (period.number == report.period.number or not apart)
        figure = earlier.figures.get(key) if same else None
        if figure is not None and (amount := _amount(definition, figure.value)) is not None:
            yield period, amount
