"""One indicator over periods of one kind as CSV, the contract of `api/v1/series/<indicator>.<kind>.csv`."""

from collections.abc import Iterator

from macros.comparing.precision import counts
from macros.faces import phrases
from macros.outputs.tables.csv_cells import csv_text
from macros.record import Catalogue, Indicator, PeriodKind, Report

COLUMNS = (
    "id",
    "period",
    "period_label",
    "value",
    "unit",
    "status",
    "status_label",
    "break",
    "note",
    "target",
    "part",
    "whole",
)


def series_csv(indicator: Indicator, kind: PeriodKind, catalogue: Catalogue) -> str:
    """What the chart is drawn from, oldest first, with a decimal point.

    `break` holds the reason where the indicator counts something else than in the period above. `part` and `whole` are
    the two numbers of a rate, where they are known; where printed rates rank otherwise, a chart draws their quotients.
    """
    return csv_text([COLUMNS, *_rows(indicator, kind, catalogue)])


def _rows(indicator: Indicator, kind: PeriodKind, catalogue: Catalogue) -> Iterator[list[object]]:
    before = None
    for report in reversed(catalogue.reports):
        row = report.observation(indicator.key)
        if row is None or report.period.kind is not kind:
            continue
        parting = indicator.break_between(before, report.period) if before else None
        yield [
            indicator.id,
            report.period,
            report.period.label,
            row.machine_text,
            indicator.unit.label if indicator.unit else None,
            row.status.sdmx,
            phrases.status_label(row),
            parting.reason if parting else None,
            phrases.note_text(row),
            row.target,
            *_counts(report, indicator),
        ]
        before = report.period


def _counts(report: Report, indicator: Indicator) -> tuple[str | None, str | None]:
    known = counts(report, indicator)
    return (f"{known.part:f}", f"{known.whole:f}") if known else (None, None)
