"""Cells of a CSV file that a spreadsheet shows and never runs."""

import csv
import io
import re
from collections.abc import Iterable

from macros.outputs.comparison_rules import NUMBER, RUN

_RUN, _NUMBER = re.compile(RUN), re.compile(NUMBER)


def csv_text(rows: Iterable[Iterable[object]]) -> str:
    """The rows as CSV: a byte-order mark so that Excel reads UTF-8, CRLF lines; a cell that would be run has `'` first.

    Numbers stay numbers, those below zero too.
    """
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return "\ufeff" + lines.getvalue()


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if _RUN.match(text) and not _NUMBER.fullmatch(text) else text
