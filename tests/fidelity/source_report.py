"""The first report as its source prints it, read by a parser that shares nothing with `macros`."""

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from pathlib import Path

SOURCE = Path(__file__).parent / "source" / "000_d6abedf429ac0da1.txt"
COLUMNS = 5

_ANCHOR = re.compile(r'<a href="([^"]*)">([^<]*)</a>')
_CODE = re.compile(r"([^=;\d]+?)\s*=\s*(\d+)")
_LIST_MARK = re.compile(r"^(?:#+|-)\s+")
_NOTE_MARK = re.compile(r"<sup>(\d+)</sup>")
_PAGE_BREAK = "---"
_ANNEX = "**THỐNG KÊ SỐ LIỆU"


class Level(IntEnum):
    """How deep a row of the annex stands, told by its printed number and its dash."""

    SECTION = 0
    ITEM = 1
    SUB_ROW = 2
    DASH_ROW = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the annex; the five cells are the printed text, empty where nothing is printed."""

    number: str
    label: str
    unit: str
    value: str
    note: str
    link: str | None
    level: Level
    section: str
    parent: int | None  # position of the row that this one stands under
    is_heading: bool

    @property
    def codes(self) -> dict[str, str]:
        """Code to word, where the unit column prints a list of answers: "Có = 1 Không = 0"."""
        return {code: word.strip() for word, code in _CODE.findall(self.unit)}


@dataclass(frozen=True)
class SourceReport:
    """The text of the source. Lines and blocks are plain text, white space folded."""

    text: str

    @cached_property
    def lines(self) -> list[list[str]]:
        """The annex as printed: each line of the table, split at its tabs; the first two are the column heads."""
        return [line.split("\t") for line in self.text.split("\n") if "\t" in line]

    @cached_property
    def rows(self) -> list[Row]:
        """The rows below the column heads."""
        cells = [_five_cells(line) for line in self.lines[2:]]
        levels = [_level(number, label) for number, label, *_ in cells]
        parents = [
            next((above for above in range(row - 1, -1, -1) if levels[above] < level), None)
            for row, level in enumerate(levels)
        ]
        rows: list[Row] = []
        for position, (number, label, unit, value, note) in enumerate(cells):
            link = _ANCHOR.search(label)
            parent = parents[position]
            rows.append(
                Row(
                    number=number,
                    label=_ANCHOR.sub(r"\2", label),
                    unit=unit,
                    value=value,
                    note=note,
                    link=link[1] if link else None,
                    level=levels[position],
                    section=number if parent is None else rows[parent].section,
                    parent=parent,
                    # Nothing to measure, nothing measured, and rows below that do the measuring.
                    is_heading=not unit and not value and position in parents,
                )
            )
        return rows

    @cached_property
    def blocks(self) -> list[str]:
        """Headings, paragraphs and list lines before the annex, in order, marks of Markdown and page breaks taken off.

        A sentence that a page break has cut in two is joined again; nothing else is changed.
        """
        printed = [block.strip() for block in self.text.partition(_ANNEX)[0].split("\n\n")]
        blocks: list[str] = []
        for block in printed:
            if not block or block == _PAGE_BREAK:
                continue
            if blocks and block[0].islower():
                blocks[-1] = f"{blocks[-1]} {fold(block)}"
            else:
                blocks += [_plain(line) for line in (block.split("\n") if block.startswith("- ") else [block])]
        return blocks

    @cached_property
    def footnotes(self) -> list[str]:
        """Those of the blocks that are footnotes, each behind its number."""
        return [_plain(block) for block in self.text.split("\n\n") if _NOTE_MARK.match(block)]

    @cached_property
    def annex_head(self) -> list[str]:
        """The title of the annex and the line that says what it is attached to."""
        head = (_ANNEX + self.text.partition(_ANNEX)[2]).partition("\t")[0].rpartition("\n")[0]
        return [_plain(block) for block in head.split("\n\n") if block.strip()]


def read_source() -> SourceReport:
    """The source as text in NFC."""
    return SourceReport(unicodedata.normalize("NFC", SOURCE.read_bytes().decode("utf-8")))


def fold(text: str) -> str:
    """The text with every run of white space as one space: line breaks carry no meaning in either form."""
    return " ".join(text.split())


def _five_cells(cells: list[str]) -> list[str]:
    """The cells of a row, with the empty number cell put back that a page break has eaten."""
    if len(cells) == COLUMNS - 1:
        cells = ["", *cells]
    if len(cells) != COLUMNS:
        raise ValueError(cells)
    return cells


def _level(number: str, label: str) -> Level:
    if re.fullmatch(r"[IVX]+", number):
        return Level.SECTION
    if number.isdecimal():
        return Level.ITEM
    if number:
        raise ValueError(number)
    return Level.DASH_ROW if label.startswith("- ") else Level.SUB_ROW


def _plain(block: str) -> str:
    """The words of a block without its marks; the mark of a footnote stays as its bare number."""
    return fold(_NOTE_MARK.sub(r"\1", _LIST_MARK.sub("", block)).replace("*", ""))
