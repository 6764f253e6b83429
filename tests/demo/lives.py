"""What becomes of each invented report: its figures when first published, and at every correction since."""

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from macros.record import Period, PeriodKind
from macros.vietnamese import inside
from tests.demo.figures import AMENDMENTS, Cells, first_figures
from tests.demo.form import Form
from tests.demo.registers import InventedDocument
from tests.demo.timetable import FIRST_YEAR, published_on

FIRST_REASON = "Công khai lần đầu"
# The year's first report was published under another period, and its file renamed when that was found out.
_MISNAMED = Period(FIRST_YEAR, PeriodKind.YEAR, 1)
_MISTAKEN_FOR = Period(FIRST_YEAR, PeriodKind.HALF_YEAR, 2)
_MISNAMED_REASON = "Sửa kỳ báo cáo: số liệu tính cả năm, không phải 6 tháng cuối năm"
# How many corrections the reports get, in turn; those on weeks and months get few.
_CORRECTIONS = (2, 1, 0, 2, 3, 0, 1, 1)
_DAYS_AFTER = (21, 140, 300)
# So long after these the draft of the next one is being written, on a branch of its own.
_DAYS_TO_NEXT = 87


@dataclass(frozen=True, slots=True)
class Vintage:
    """What a report said from one day on: the revision, and the figure of every row by id."""

    number: int
    date: datetime.date
    reason: str
    document: InventedDocument | None
    period: Period
    cells: Cells


@dataclass(frozen=True, slots=True)
class Life:
    """A report at its position in the timetable, with its vintages, the first published first."""

    position: int
    period: Period
    vintages: tuple[Vintage, ...]


def lives(form: Form, seed: int) -> tuple[Life, ...]:
    """The life of every report of the timetable."""
    decisions: Counter[int] = Counter()
    turns = count()
    return tuple(
        Life(position, period, tuple(_vintages(form, position, seed, decisions, turns)))
        for position, period in enumerate(form.timetable.periods)
    )


def _vintages(form: Form, position: int, seed: int, decisions: Counter[int], turns: Iterator[int]) -> Iterator[Vintage]:
    period = form.timetable.periods[position]
    cells = first_figures(form, position, seed)
    published = published_on(period)
    named = _MISTAKEN_FOR if period == _MISNAMED else period
    yield Vintage(1, published, FIRST_REASON, None, named, cells)
    for turn in range(_corrections(position, period)):
        reason, changes, has_document = _amendment(cells, next(turns))
        if period == _MISNAMED and turn == 0:
            reason = _MISNAMED_REASON
        date = published + datetime.timedelta(_days_after(period, turn))
        document = _decision(date, period, decisions) if has_document else None
        cells = cells | changes
        yield Vintage(turn + 2, date, reason, document, period, cells)


def _corrections(position: int, period: Period) -> int:
    if period.kind in (PeriodKind.WEEK, PeriodKind.MONTH):
        return 1 if position % 8 == 0 else 0
    return _CORRECTIONS[position % len(_CORRECTIONS)]


def _days_after(period: Period, turn: int) -> int:
    return _DAYS_TO_NEXT if turn == 0 and period.kind in "QS" and period.number == 1 else _DAYS_AFTER[turn]


def _amendment(cells: Cells, turn: int) -> tuple[str, Cells, bool]:
    """The next amendment in turn that changes anything."""
    for amendment in (*AMENDMENTS[turn % len(AMENDMENTS) :], *AMENDMENTS):
        if changes := amendment.changes(cells):
            # What was to be reached stays, whatever was.
            kept = {id: replace(cell, target=cells[id].target) for id, cell in changes.items()}
            return amendment.reason, kept, amendment.has_document
    raise AssertionError("a note can always be changed")


def _decision(date: datetime.date, period: Period, decisions: Counter[int]) -> InventedDocument:
    decisions[date.year] += 1
    label = inside(period.label)
    return InventedDocument("Quyết định", 30 + decisions[date.year], "QĐ", date, f"đính chính báo cáo {label}")
