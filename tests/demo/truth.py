"""What a demonstration has published, known from how it was invented and from nowhere else.

Tests hold what the software reads out of the files and their history against it.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property

from macros.kinds import Kind
from macros.reading.conversions import parse_conversion
from macros.record import Period
from tests.demo.figures import Cell
from tests.demo.form import Form, Row
from tests.demo.lives import Life, Vintage, lives
from tests.demo.timetable import timetable


@dataclass(frozen=True, slots=True)
class PublicFigure:
    """What stood on the site for one figure since a day, by which revision and why."""

    revision: int
    since: datetime.date
    reason: str
    document: str | None
    value: str | None
    status: str | None
    expected: str | None
    note: str | None


@dataclass(frozen=True)
class Truth:
    """The public record of a demonstration; periods and ids are those of today."""

    form: Form
    lives: tuple[Life, ...]

    @cached_property
    def figures(self) -> dict[tuple[str, str], tuple[PublicFigure, ...]]:
        """Every state of each figure that was public, oldest first, by period and indicator."""
        return {
            (str(life.period), id): tuple(_public(id, life.vintages))
            for life in self.lives
            for id in life.vintages[0].cells
        }

    @cached_property
    def revisions(self) -> dict[str, tuple[Vintage, ...]]:
        """The vintages of each report, oldest first, by period."""
        return {str(life.period): life.vintages for life in self.lives}

    def changes(self, first: str, second: str) -> dict[str, str]:
        """How each row differs between two periods of one kind, each as it stands now, by the id of the row.

        "rose", "fell", "unchanged", "note-only", "target-only", "text-changed", "code-changed", "appeared",
        "became-not-reported", "became-not-applicable", "became-pending", "new", "ended", and "broken" where the row
        counts something else. A row that continues ended ones is compared with what they make.
        """
        before, after = (self.revisions[period][-1].cells for period in (first, second))
        said = {
            id: self._change(self.form.rows[id], before, after, Period.parse(first), Period.parse(second))
            for id in after
        }
        return {**said, **{id: "ended" for id in before if id not in after}}

    def _change(self, row: Row, before: dict[str, Cell], after: dict[str, Cell], first: Period, second: Period) -> str:
        now = after[row.id]
        old = before.get(row.id) or _converted(row, before)
        if old is None:
            return "new"
        broken = self.form.break_of(row)
        if broken is not None and first.order < broken.order <= second.order:
            return "broken"
        if now.value is None and now.status != old.status:
            return f"became-{now.status}"
        if now.value is not None and old.value is None:
            return "appeared"
        if now.value is not None and old.value is not None and now.value != old.value:
            return _moved(row.kind, old.value, now.value)
        if row.id not in before or (now.note, now.target) == (old.note, old.target):
            return "unchanged"
        return "note-only" if now.target == old.target else "target-only"


@cache
def truth(periods: int, seed: int) -> Truth:
    """The truth of the demonstration of so many periods."""
    form = Form(timetable(periods))
    return Truth(form, lives(form, seed))


def _public(id: str, vintages: tuple[Vintage, ...]) -> Iterator[PublicFigure]:
    last: Cell | None = None
    for vintage in vintages:
        cell = vintage.cells[id]
        if cell != last:
            document = vintage.document.id if vintage.document else None
            said = (cell.value, cell.status, cell.expected, cell.note)
            yield PublicFigure(vintage.number, vintage.date, vintage.reason, document, *said)
        last = cell


def _converted(row: Row, before: dict[str, Cell]) -> Cell | None:
    """What ended rows make of a new one, if all of them have a value."""
    parts = parse_conversion(row.conversion) if row.conversion else ()
    values = [before[part.indicator].value if part.indicator in before else None for part in parts]
    if not parts or None in values:
        return None
    return Cell(str(sum(part.factor * Decimal(value or 0) for part, value in zip(parts, values, strict=True))))


def _moved(kind: Kind, old: str, new: str) -> str:
    if not kind.is_amount:
        return kind.changed
    before, after = Decimal(old), Decimal(new)
    return "unchanged" if before == after else "rose" if after > before else "fell"
