"""The data files of the invented project, as text in canonical form."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from macros.editing.canonical_form import canonical_text
from macros.reading.commented import Branch, Entry, Node
from macros.reading.shapes import DATA_FILES, REPORT_FILE
from macros.record import Period
from macros.vietnamese import day, inside
from tests.demo import INVENTED
from tests.demo.figures import Cell, Cells
from tests.demo.form import QUERIES, SECTIONS, Form, FormSection, Row
from tests.demo.lives import Vintage
from tests.demo.registers import AGENCY, SYMBOL
from tests.demo.timetable import FIRST_YEAR, span

_KINDS = {kind.name: kind for kind in DATA_FILES}
_ROW_KINDS = {row.id: row.kind for section in SECTIONS for row in section.rows}


@dataclass(frozen=True, slots=True)
class Stage:
    """How far the form has come: the year, from the first, of its newest yearly and newest half-yearly change."""

    year: int = 0
    half: int = 0

    def has(self, row: Row) -> bool:
        """Whether the row is in the form."""
        return row.starts is None or row.starts <= (self.half if row.from_half else self.year)


def data_text(name: str, value: Mapping[str, Any]) -> str:
    """The text of a data file of a named kind; keys without a value are left out."""
    tree = _tree(value)
    assert isinstance(tree, Branch), "a mapping is a branch"
    return canonical_text(tree, _KINDS[name], _ROW_KINDS)


def _tree(value: Any) -> Node:
    if isinstance(value, Mapping):
        entries = [Entry(key, _tree(below), 0, 0) for key, below in value.items() if below not in (None, (), [], {})]
        return Branch(True, False, 0, entries=entries)
    if isinstance(value, list | tuple):
        return Branch(False, False, 0, entries=[Entry(None, _tree(below), 0, 0) for below in value])
    return str(value)


def indicators_text(form: Form, section: FormSection, stage: Stage, former_ids: Mapping[str, str]) -> str:
    """The definitions of a section at a stage of the form."""
    rows = [form.rows[row.id] for row in section.rows if row.id in form.rows and stage.has(row)]
    ids = {row.id for row in rows}
    first = form.timetable.first_of(FIRST_YEAR)
    return data_text(
        "indicators",
        {
            "section": {
                "id": section.id,
                "printed_number": section.number,
                "order": SECTIONS.index(section) + 1,
                "label": section.label,
                "narrative_headings": section.headings,
                "first_period": first,
            },
            "indicators": [_indicator(form, row, stage, former_ids) for row in rows],
            "relations": {
                id: line if id in QUERIES else {"law": line, "type": "hard"}
                for id, line in section.relations
                if _named(line) <= ids
            },
        },
    )


def _named(line: str) -> set[str]:
    return {word for word in re.findall(r"[a-z0-9-]+", line) if re.search("[a-z]", word)}


def _indicator(form: Form, row: Row, stage: Stage, former_ids: Mapping[str, str]) -> dict[str, Any]:
    ended = row.ends is not None and stage.year > row.ends
    broken = row.broken is not None and stage.half >= row.broken[0]
    measure = "code_list" if row.kind.has_code_list else "unit"
    return {
        "id": row.id,
        "parent": row.parent,
        "printed_number": row.number,
        "label": row.label,
        "kind": row.kind.id,
        "printed_unit": row.printed_unit,
        measure: row.measure,
        "may_exceed_100": "true" if row.may_exceed_100 else None,
        "disciplinary": "true" if row.disciplinary else None,
        "first_period": form.first(row),
        "last_period": form.last(row) if ended else None,
        "successors": row.successors if ended else None,
        "link": row.link,
        "documents": row.documents,
        "definition": row.definition if broken or row.broken is None else row.former_definition,
        "breaks": [{"period": form.break_of(row), "reason": row.broken[1]}] if broken and row.broken else None,
        "conversion": row.conversion,
        "former_ids": [former_ids[row.id]] if row.id in former_ids else None,
    }


@dataclass(frozen=True, slots=True)
class Head:
    """What of a report's head is not in its vintage: its number in the year, and whether it is signed."""

    number: int
    seed: int
    published: bool


def report_text(period: Period, vintages: Sequence[Vintage], cells: Cells, head: Head) -> str:
    """The text of a report's file whose revisions are those of the vintages and whose figures are the cells."""
    label = inside(period.label)
    signed, data = vintages[0].date, span(vintages[-1].period)
    number = f"{head.number:02d}" if head.published else None
    mapping = {
        "period": period,
        "title": f"Kết quả cải cách hành chính {label} ({INVENTED})",
        "status": "published" if head.published else "draft",
        "number": number,
        "symbol": f"BC-{SYMBOL}",
        "date": signed if head.published else None,
        "place": "Ví Dụ",
        "data_start": data.start,
        "data_end": data.end,
        "cumulative": "true" if data.cumulative else "false",
        "signer_title": "GIÁM ĐỐC",
        "signer": {"name": _signer(period)} if head.published else None,
        "recipients": ["Sở Nội vụ tỉnh Ví Dụ (bịa đặt)", "Các phòng", "Lưu: VT"],
        "annex": {
            "title": f"THỐNG KÊ SỐ LIỆU CẢI CÁCH HÀNH CHÍNH {period.label.upper()} ({INVENTED.upper()})",
            "attachment": f"Kèm theo Báo cáo số {number}/BC-{SYMBOL} ngày {day(signed)} của {AGENCY}"
            if head.published
            else None,
        },
        "source": {
            "file": f"bao-cao-bia-dat-{vintages[-1].period.slug}.docx",
            "sha256": hashlib.sha256(f"{head.seed} {vintages[-1].period}".encode()).hexdigest(),
        },
        "revisions": [
            {
                "number": vintage.number,
                "date": vintage.date if head.published else None,
                "reason": vintage.reason,
                "document": vintage.document.id if vintage.document else None,
            }
            for vintage in vintages
        ],
    }
    blocks = "\n\n".join(_block(id, cell) for id, cell in cells.items())
    return f"{data_text(REPORT_FILE.name, mapping)}\nobservations:\n{blocks}\n"


def _signer(period: Period) -> str:
    return ("Nguyễn Văn Minh Họa", "Lê Thị Thí Dụ")[(period.year - FIRST_YEAR) // 2 % 2]


# Most figures stay the same from one version of a report to the next.
@lru_cache(maxsize=65_536)
def _block(id: str, cell: Cell) -> str:
    block = {
        "indicator": id,
        "value": cell.value,
        "target": cell.target,
        "status": cell.status,
        "expected": cell.expected,
        "reason": cell.reason,
        "note": cell.note,
        "persons": [{"name": name, "withheld": "true" if withheld else None} for name, withheld in cell.persons],
    }
    return data_text(REPORT_FILE.name, {"observations": [block]}).partition("observations:\n")[2].rstrip("\n")


def quality_text(period: Period, written: Mapping[str, Any]) -> str:
    return data_text("quality", {"period": period, **written})
