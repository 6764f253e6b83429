"""The first report as its built page shows it, read from the HTML alone."""

import copy
from dataclasses import dataclass

from lxml.html import HtmlElement

from tests.fidelity.source_report import fold


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of the annex as a reader sees it."""

    indicator: str
    number: str
    label: str
    unit: str
    value: str
    note: str


def shown_rows(page: HtmlElement) -> list[ShownRow]:
    """The rows of all annex tables of the page, in order."""
    return [_shown_row(row) for row in page.iterfind(".//tr[@data-indicator]")]


def _shown_row(row: HtmlElement) -> ShownRow:
    number, label, unit, value, note = (_printed_text(cell) for cell in row.xpath("td|th"))
    return ShownRow(row.get("data-indicator"), number, label, unit, value, note)


def _printed_text(cell: HtmlElement) -> str:
    """The text of a cell without the site's own link signs, one character behind a spoken name or not spoken."""
    cell = copy.deepcopy(cell)
    for sign in cell.xpath(".//a[@aria-label or @aria-hidden][string-length(normalize-space()) = 1]"):
        sign.drop_tree()
    return fold(cell.text_content())
