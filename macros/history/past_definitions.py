"""Earlier contents of definition files to what their indicators measured, and of registers to what units and codes
meant; leniently, as `parsed_revisions` reads reports.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from macros.kinds import HEADING, KINDS
from macros.reading.lenient import READABLE, mended
from macros.reading.sources import decoded
from macros.reading.yaml_records import parse_past_record

_NAME = "a definition"


class Measure(NamedTuple):
    """What an indicator measured: its kind, and the ids of its unit and code list, the unit also as it was printed.

    And where it stood: the words of its row, and the row above it; a section has none.
    """

    kind: str
    unit: str | None
    code_list: str | None
    printed_unit: str | None
    label: str | None = None
    parent: str | None = None


class Meant(NamedTuple):
    """What a register gives a meaning: a unit, by the key that names it in a definition, or a code of a list."""

    key: str
    id: str
    code: str | None = None


def read_measures(content: bytes) -> Mapping[str, Measure]:
    """The measures that a file of definitions states, by indicator; none where it cannot be read."""
    value = _read(content)
    entries = value.get("indicators") if isinstance(value, dict) else None
    found = [_measure(entry) for entry in entries] if isinstance(entries, list) else []
    return dict(measure for measure in [*_section(value), *found] if measure is not None)


def read_meanings(content: bytes) -> Mapping[Meant, str]:
    """The meanings that a register of units or code lists states; none where it cannot be read."""
    match _read(content):
        case {"units": list() as units}:
            return {Meant("unit", id): label for id, label in _labels(units, "id")}
        case {"code_lists": list() as lists}:
            return {
                Meant("code_list", entry["id"], code): label
                for entry in lists
                if isinstance(entry, dict) and isinstance(entry.get("id"), str)
                for code, label in _labels(entry.get("codes"), "code")
            }
    return {}


def _labels(entries: Any, key: str) -> Iterator[tuple[str, str]]:
    for entry in entries if isinstance(entries, list) else []:
        match entry:
            case {"label": str() as label} if isinstance(entry.get(key), str):
                yield entry[key], label


def _read(content: bytes) -> Any:
    """The plain value of a content, None where it cannot be read."""
    text = decoded(_NAME, content)
    record = parse_past_record(_NAME, text) if isinstance(text, str) else None
    if record is None or any(problem.code not in READABLE for problem in record.problems):
        return None
    return mended(record.value)


def _section(value: Any) -> Iterator[tuple[str, Measure]]:
    """The row of the section itself, which is a heading."""
    match value:
        case {"section": {"id": str() as id, "label": str() as label}}:
            yield id, Measure(HEADING.id, None, None, None, label)


def _measure(entry: Any) -> tuple[str, Measure] | None:
    match entry:
        case {"id": str() as id, "kind": str() as kind} if kind in KINDS:
            parts = [entry.get(key) for key in Measure._fields[1:]]
            return id, Measure(kind, *(part if isinstance(part, str) else None for part in parts))
        case _:
            return None
