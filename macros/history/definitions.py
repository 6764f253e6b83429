"""Earlier contents of definition files to what their indicators measured, leniently, as `versions` reads reports."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from macros.model import Kind
from macros.reading.files import decoded
from macros.reading.lenient import READABLE, mended
from macros.reading.records import parse_record

_NAME = "a definition"


class Measure(NamedTuple):
    """What an indicator measured: its kind, and the ids of its unit and code list, the unit also as it was printed."""

    kind: str
    unit: str | None
    code_list: str | None
    printed_unit: str | None


def read_measures(content: bytes) -> Mapping[str, Measure]:
    """The measures that a file of definitions states, by indicator; none where it cannot be read."""
    text = decoded(_NAME, content)
    record = parse_record(_NAME, text) if isinstance(text, str) else None
    if record is None or any(problem.code not in READABLE for problem in record.problems):
        return {}
    value = mended(record.value)
    entries = value.get("indicators") if isinstance(value, dict) else None
    found = [_measure(entry) for entry in entries] if isinstance(entries, list) else []
    return dict(measure for measure in found if measure is not None)


def _measure(entry: Any) -> tuple[str, Measure] | None:
    match entry:
        case {"id": str() as id, "kind": str() as kind} if kind in list(Kind):
            parts = [entry.get(key) for key in ("unit", "code_list", "printed_unit")]
            unit, code_list, printed = (part if isinstance(part, str) else None for part in parts)
            return id, Measure(kind, unit, code_list, printed)
        case _:
            return None
