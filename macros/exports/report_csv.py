"""A report as CSV, the contract of `api/v1/reports/<period>.csv`."""

import csv
import io

from macros import addresses
from macros.exports.values import value_text
from macros.model import Catalogue, Code, Report
from macros.views import phrases

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
    """The rows of the annex as CSV text: a byte-order mark so that Excel reads UTF-8, a decimal point, CRLF lines."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    writer.writerow(COLUMNS)
    for observation in report.observations:
        indicator, value = observation.indicator, observation.value
        writer.writerow(
            [
                indicator.id,
                catalogue.sections_by_id[indicator.section].number,
                indicator.parent,
                indicator.printed_number,
                indicator.label,
                indicator.printed_unit,
                indicator.kind.value,
                value_text(observation),
                value.label if isinstance(value, Code) else None,
                observation.status.sdmx,
                phrases.status_label(observation),
                phrases.note_text(observation),
                phrases.cell_text(observation),
                observation.expected,
                addresses.indicator(indicator) if addresses.has_page(indicator) else addresses.row(report, indicator),
                observation.target,
            ]
        )
    return "\ufeff" + lines.getvalue()
