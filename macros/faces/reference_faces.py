"""What the tables of the glossary say: short forms, units, answers by code."""

from dataclasses import dataclass

from macros import addresses
from macros.record import Catalogue


@dataclass(frozen=True, slots=True)
class ShortFormFace:
    """A short form, and what it stands for: "" where nobody has said so. A report may leave that to its readers."""

    anchor: str
    short: str
    expansion: str
    is_in_source: bool


@dataclass(frozen=True, slots=True)
class GlossaryFace:
    """The table of short forms."""

    short_forms: tuple[ShortFormFace, ...]


def glossary_face(catalogue: Catalogue) -> GlossaryFace:
    """The face of the table of short forms."""
    return GlossaryFace(
        tuple(
            ShortFormFace(
                addresses.abbreviation_anchor(entry.short),
                entry.short,
                entry.expansion or "",
                entry.expanded_in_source,
            )
            for entry in catalogue.abbreviations.values()
        )
    )


@dataclass(frozen=True, slots=True)
class UnitsFace:
    """The table of units: each with the ways in which reports print it."""

    units: tuple[tuple[str, str], ...]


def units_face(catalogue: Catalogue) -> UnitsFace:
    """The face of the table of units."""
    return UnitsFace(tuple((unit.label, " · ".join(unit.printed)) for unit in catalogue.units.values()))


@dataclass(frozen=True, slots=True)
class CodeListFace:
    """A list of codes: each code with its meaning, and the ways in which reports print the list."""

    label: str
    codes: tuple[tuple[str, str], ...]
    printed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodeListsFace:
    """The table of all lists of codes."""

    lists: tuple[CodeListFace, ...]


def code_lists_face(catalogue: Catalogue) -> CodeListsFace:
    """The face of the table of lists of codes."""
    return CodeListsFace(
        tuple(
            CodeListFace(known.label, tuple((code.code, code.label) for code in known.codes), known.printed)
            for known in catalogue.code_lists.values()
        )
    )
