"""What the tables of the glossary say: short forms, units, answers by code, states of a figure."""

from dataclasses import dataclass

from macros import addresses
from macros.faces import phrases
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


@dataclass(frozen=True, slots=True)
class StateLine:
    """What a cell can be, with its meaning; `letter` stands for it in files, None for what no file has."""

    anchor: str
    label: str
    meaning: str
    letter: str | None


@dataclass(frozen=True, slots=True)
class StatesFace:
    """The table of states, in the order in which pages list them."""

    states: tuple[StateLine, ...]


def states_face() -> StatesFace:
    """The face of the table of states: a value, or one of the blanks."""
    return StatesFace(
        tuple(
            StateLine(f"tt-{state}", label, phrases.STATE_MEANINGS[state], phrases.state_letter(state))
            for state, label in phrases.STATE_LABELS.items()
        )
    )
