"""What the page of the search has before anybody asks: the groups to choose from, and lists to read without it."""

from dataclasses import dataclass

from macros.faces.letters_face import LetterFace, letter_faces
from macros.faces.reference_faces import GlossaryFace, glossary_face
from macros.record import Catalogue
from macros.wording import search


@dataclass(frozen=True, slots=True)
class SearchPageFace:
    """The page: each group with its id, every indicator by letter, and the short forms."""

    groups: tuple[tuple[str, str], ...]
    letters: tuple[LetterFace, ...]
    glossary: GlossaryFace


def search_page_face(catalogue: Catalogue) -> SearchPageFace:
    """The face of the page."""
    return SearchPageFace(
        tuple(
            (section.id, search.GROUP.format(number=section.number, group=section.label))
            for section in catalogue.sections
        ),
        letter_faces(catalogue),
        glossary_face(catalogue),
    )
