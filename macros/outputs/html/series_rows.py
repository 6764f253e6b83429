"""The table of an indicator's figures as HTML, written as text: a row for each report that has it."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from macros.faces.series_table_face import SeriesGroup, SeriesRow, SeriesTable
from macros.outputs.html.marking import Marking
from macros.outputs.html.pieces import Pieces, To
from macros.wording import indicator as wording

_NARROW, _WIDE = 6, 7


@dataclass(frozen=True, slots=True)
class SeriesRows:
    """Writes the head and the bodies of the table."""

    marking: Marking
    pieces: Pieces

    def rows(self, table: SeriesTable, to: To) -> Markup:
        """All of the table but its caption."""
        bodies = "".join([self._body(table, group, to) for group in table.groups])
        return Markup(f"<thead><tr>{' '.join(self._heads(table))}</tr></thead>\n{bodies}")

    def _body(self, table: SeriesTable, group: SeriesGroup, to: To) -> str:
        width = _WIDE if table.has_targets else _NARROW
        heading = f'<th scope="rowgroup" colspan="{width}">{self.marking.text(group.heading)}</th>'
        kind = f'      <tr class="series-kind">{heading}</tr>\n' if group.heading else ""
        rows = "".join([line for row in group.rows for line in self._lines(table, row, width, to)])
        return f"    <tbody>\n{kind}{rows}    </tbody>\n"

    def _lines(self, table: SeriesTable, row: SeriesRow, width: int, to: To) -> Iterator[str]:
        """The row of a figure, and what stands between it and the one before."""
        yield f"      <tr>{' '.join(self._cells(table, row, to))}</tr>\n"
        for gap in row.below:
            yield f'      <tr class="series-gap"><td colspan="{width}">{self.marking.text(gap)}</td></tr>\n'
        if row.broken:
            yield f'      <tr class="series-break"><td colspan="{width}">{self.marking.text(row.broken)}</td></tr>\n'

    def _cells(self, table: SeriesTable, row: SeriesRow, to: To) -> Iterator[str]:
        published = f'<span class="first-published">{self.marking.text(row.published)}</span>'
        yield f'<th scope="row">{self.pieces.link(row.period, to)} {published}</th>'
        value = self.pieces.value(row.cell) if row.cell else "–"
        was = f" {self.pieces.corrected(row.corrected)}" if row.corrected else ""
        yield f'<td class="amount">{value}{was}</td>'
        sign = ' class="unit--sign"' if table.unit_is_sign else ""
        yield f"<td{sign}>{self.marking.text(row.unit)}</td>"
        if table.has_targets:
            label = f' data-label="{escape(wording.CELL_TARGET)}"' if row.target else ""
            yield f"<td{label}>{self.marking.text(row.target)}</td>"
        yield self._change_cell(row, to)
        reported = ' class="series__reported"' if row.cell else ""
        yield f"<td{reported}>{self.pieces.state(row.state)}</td>"
        yield f"<td>{self.pieces.link_parts(row.note, to)}</td>"

    def _change_cell(self, row: SeriesRow, to: To) -> str:
        change = row.change
        if change is None:
            return '<td class="series__none">–</td>'
        label = f' data-label="{escape(change.label)}"' if change.label else ""
        text = self.marking.text(change.text)
        return f'<td{label}><a class="change__link" href="{escape(to(change.address))}">{text}</a></td>'

    def _heads(self, table: SeriesTable) -> Iterator[str]:
        text = self.marking.text
        yield f'<th scope="col">{text(wording.HEAD_PERIOD)}</th>'
        yield f'<th scope="col" class="amount">{text(wording.HEAD_FIGURE)}</th>'
        targets = (wording.HEAD_TARGET,) if table.has_targets else ()
        for head in (wording.HEAD_UNIT, *targets, wording.HEAD_CHANGE, wording.HEAD_STATUS, wording.HEAD_NOTE):
            yield f'<th scope="col">{text(head)}</th>'
