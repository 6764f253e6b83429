"""Every indicator under the first letter of its name."""

from dataclasses import dataclass
from itertools import groupby

from macros import vietnamese
from macros.faces.linked_text import Part
from macros.faces.parts import page_link
from macros.record import Catalogue


@dataclass(frozen=True, slots=True)
class LetterFace:
    """A letter and the indicators whose names begin with it, each with its page."""

    letter: str
    anchor: str
    rows: tuple[Part, ...]


def letter_faces(catalogue: Catalogue) -> tuple[LetterFace, ...]:
    """The indicators that can hold a value in the order of the alphabet."""
    folded = {key: vietnamese.fold(name) for key, name in catalogue.names.items()}
    rows = [row for row in catalogue.indicators.values() if row.kind.holds_value]
    ordered = sorted(rows, key=lambda row: (folded[row.key], row.id))
    return tuple(
        LetterFace(letter.upper(), f"van-{letter}", tuple(page_link(row, catalogue) for row in group))
        for letter, group in groupby(ordered, key=lambda row: folded[row.key][:1])
    )
