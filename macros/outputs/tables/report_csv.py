"""A report as CSV, the contract of `api/v1/reports/<period>.csv`."""

from collections.abc import Iterator

from macros import addresses
from macros.faces import phrases
from macros.outputs.tables.csv_cells import csv_text
from macros.outputs.tables.values import shown_text
from macros.record import Catalogue, Report

COLUMNS = (
    "id",
    "section",
    "parent",
    "printed_number",
    "label",
    "unit",
    "kind",
    "value",
    "code_label",
    "status",
    "status_label",
    "note",
    "text",
    "expected",
    "url",
    "target",
)


def report_csv(report: Report, catalogue: Catalogue) -> str:
    """The rows of the annex as CSV text, with a decimal point."""
    return csv_text([COLUMNS, *_rows(report, catalogue)])


def _rows(report: Report, catalogue: Catalogue) -> Iterator[list[object]]:
    for observation in report.observations:
        indicator = observation.indicator
        yield [
            indicator.id,
            catalogue.sections_by_id[indicator.section].number,
            indicator.parent,
            indicator.printed_number,
            indicator.label,
            indicator.printed_unit,
            indicator.kind.id,
            observation.machine_text,
            indicator.kind.answer(observation.value),
            observation.status.sdmx,
            phrases.status_label(observation),
            phrases.note_text(observation),
            shown_text(observation),
            observation.expected,
            addresses.indicator(indicator) if addresses.has_page(indicator) else addresses.row(report, indicator),
            observation.target,
        ]
