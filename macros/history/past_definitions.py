"""Earlier contents of definition files to what their indicators measured, and of registers to what units and codes
meant.
"""

from collections.abc import Mapping
from typing import NamedTuple

from macros.kinds import HEADING
from macros.reading.past_files import PastFiles
from macros.reading.shapes import CodeListsFile, IndicatorsFile, UnitsFile


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


class DefinitionsReader:
    """Reads contents one after the other; nothing is said by what cannot be read."""

    def __init__(self) -> None:
        self._definitions = PastFiles(IndicatorsFile, "indicators")
        self._units = PastFiles(UnitsFile, "units")
        self._code_lists = PastFiles(CodeListsFile, "code_lists")

    def measures(self, content: bytes) -> Mapping[str, Measure]:
        """The measures that a file of definitions states, by indicator; the row of the section is a heading."""
        shape = self._definitions.read_partly(content)
        if shape is None:
            return {}
        section = {shape.section.id: Measure(HEADING.id, None, None, None, shape.section.label)}
        return section | {
            row.id: Measure(row.kind.id, row.unit, row.code_list, row.printed_unit, row.label, row.parent)
            for row in shape.indicators
        }

    def meanings(self, content: bytes) -> Mapping[Meant, str]:
        """The meanings that a register of units or code lists states."""
        if (units := self._units.read_partly(content)) and units.units:
            return {Meant("unit", unit.id): unit.label for unit in units.units}
        lists = self._code_lists.read_partly(content)
        return {
            Meant("code_list", listed.id, code.code): code.label
            for listed in (lists.code_lists if lists else ())
            for code in listed.codes
        }
