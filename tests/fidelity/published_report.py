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
    """The text of a cell without the site's own links: signs of one character, and the one to a page in these words."""
    cell = copy.deepcopy(cell)
    of_one = "[@aria-label or @aria-hidden][string-length(normalize-space()) = 1]"
    for sign in cell.xpath(f".//a{of_one} | .//a[normalize-space() = 'Trang của chỉ tiêu']"):
        sign.drop_tree()
    return fold(cell.text_content())
