"""Cells of a CSV file that a spreadsheet shows and never runs."""

import csv
import io
import re
from collections.abc import Iterable

# What a spreadsheet takes for the beginning of a formula, in full width too, or for the end of the cell before it.
_RUN = re.compile(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"-?[0-9][0-9.,]*(?:[ \u00a0]?%)?")


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
