"""One indicator over periods of one kind as CSV, the contract of `api/v1/series/<indicator>.<kind>.csv`."""

import csv
import io

from macros.exports.values import value_text
from macros.model import Catalogue, Indicator, PeriodKind
from macros.views import phrases

COLUMNS = ("id", "period", "period_label", "value", "unit", "status", "status_label", "break", "note", "target")


def series_csv(indicator: Indicator, kind: PeriodKind, catalogue: Catalogue) -> str:
    """What the chart is drawn from, oldest first: a byte-order mark, a decimal point, CRLF lines.

    `break` holds the reason where the indicator counts something else than in the period above.
    """
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    writer.writerow(COLUMNS)
    before = None
    for report in reversed(catalogue.reports):
        row = report.by_indicator.get(indicator.id)
        if row is None or report.period.kind is not kind:
            continue
        parting = indicator.break_between(before, report.period) if before else None
        writer.writerow(
            [
                indicator.id,
                report.period,
                report.period.label,
                value_text(row),
                indicator.unit.label if indicator.unit else None,
                row.status.sdmx,
                phrases.status_label(row),
                parting.reason if parting else None,
                phrases.note_text(row),
                row.target,
            ]
        )
        before = report.period
    return "\ufeff" + lines.getvalue()
