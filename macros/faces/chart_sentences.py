"""What one sees in a chart, as one sentence made of its figures; none where they do not carry one.

Figures are ranked only among those that compare with the newest, and only where their rounding leaves no doubt.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from macros.comparing.comparability import basis
from macros.comparing.data_windows import unequal_windows
from macros.comparing.precision import counts, decimal, half_unit
from macros.faces import phrases
from macros.faces.quotients import Told
from macros.record import Indicator, Observation, Report, ReportKey
from macros.wording import charts as wording

Entry: TypeAlias = tuple[Report, Observation]
_PAIR = 2


def finding(indicator: Indicator, entries: Iterable[Entry], drawn: Mapping[ReportKey, Told] | None = None) -> str:
    """The sentence above the chart of an indicator; `entries` are its reports with their rows, oldest first.

    `drawn` are the quotients that the chart shows in the place of printed rates.
    """
    known = [(report, row) for report, row in entries if row.amount is not None]
    alike = _comparable(indicator, known)
    if len(alike) < _PAIR:
        return ""
    newest, earlier = alike[-1][0], alike[:-1]
    signs = [_compared(one, alike[-1], indicator) for one in earlier]
    shown = _Shown(drawn or {})
    figure, period = shown.text(alike[-1]), newest.period.label
    if not any(sign != 0 for sign in signs):
        return wording.FINDING_EQUAL.format(count=len(alike), figure=figure)
    if len(alike) == _PAIR:
        return _pair(earlier[0], alike[-1], signs[0], shown)
    if all(sign == 1 for sign in signs):
        return wording.FINDING_HIGHEST.format(period=period, figure=figure, count=len(alike))
    if all(sign == -1 for sign in signs):
        return wording.FINDING_LOWEST.format(period=period, figure=figure, count=len(alike))
    lowest, highest = (shown.text(end(alike, key=shown.value)) for end in (min, max))
    return wording.FINDING_RANGE.format(period=period, figure=figure, count=len(alike), lowest=lowest, highest=highest)


def _comparable(indicator: Indicator, known: Sequence[Entry]) -> list[Entry]:
    """The figures that compare with the newest; amounts that were collected for longer or shorter do not."""
    if not known:
        return []
    newest = known[-1][0]
    grows = indicator.kind.grows_with_time
    return [
        (report, row)
        for report, row in known
        if basis(report, indicator) == basis(newest, indicator) and not (grows and unequal_windows(report, newest))
    ]


def _compared(before: Entry, after: Entry, indicator: Indicator) -> int | None:
    """Whether the later figure is above (1), below (-1) or as printed the same (0); None where rounding hides it."""
    old, new = (counts(report, indicator) for report, _ in (before, after))
    if old and new:
        difference, slack = decimal(new.percent - old.percent), Decimal(0)
    else:
        difference = _printed(after) - _printed(before)
        slack = half_unit(before[1]) + half_unit(after[1])
    if difference and abs(difference) < slack:
        return None
    return (difference > 0) - (difference < 0)


@dataclass(frozen=True, slots=True)
class _Shown:
    """The figures as the chart shows them."""

    drawn: Mapping[ReportKey, Told]

    def value(self, entry: Entry) -> Decimal:
        told = self.drawn.get(entry[0].key)
        return told.value if told else _printed(entry)

    def text(self, entry: Entry) -> str:
        told = self.drawn.get(entry[0].key)
        return told.text if told else phrases.figure_text(entry[1])


def _pair(before: Entry, after: Entry, sign: int | None, shown: _Shown) -> str:
    if not sign or shown.value(before) == shown.value(after):
        return ""
    return (wording.FINDING_ROSE if sign > 0 else wording.FINDING_FELL).format(
        before=shown.text(before),
        first=phrases.inside(before[0].period.label),
        after=shown.text(after),
        last=phrases.inside(after[0].period.label),
    )


def _printed(entry: Entry) -> Decimal:
    amount = entry[1].amount
    assert amount is not None
    return amount
