"""Where an indicator stands in its section: the rows around it in the order of the form, and which figure it is."""

from dataclasses import dataclass

from macros import addresses
from macros.faces.linked_text import Part
from macros.faces.parts import page_link
from macros.record import Catalogue, Indicator
from macros.wording import section as wording


@dataclass(frozen=True, slots=True)
class Branch:
    """A row of a section and the rows below it that are worth a look from where the reader is.

    `address` is where it is told of, "" for a row that the form no longer has and that has no page.
    """

    id: str
    title: str
    address: str
    is_here: bool
    below: tuple["Branch", ...]


@dataclass(frozen=True, slots=True)
class NeighboursFace:
    """The section of an indicator, seen from it.

    `branches` are the rows at the top of the section, with what is below those that lead to the indicator, and below
    itself: the whole list of a long section would hide where one is. `position` counts from 1 among the `total` figures
    of the section. `before` and `after` are the figures beside it in the form.
    """

    number: str
    section: Part
    branches: tuple[Branch, ...]
    position: int
    total: int
    before: Part | None
    after: Part | None


def neighbours_face(
    indicator: Indicator, before: Indicator | None, after: Indicator | None, catalogue: Catalogue
) -> NeighboursFace:
    """The rows around an indicator. One that left the form is passed over, unless the reader is at it."""
    section = catalogue.sections_by_id[indicator.section]
    opened = {row.id for row in (*catalogue.ancestors(indicator), indicator)}
    shown = [row for row in section.indicators if row.id in opened or row.key in catalogue.latest.by_key]
    figures = [row for row in shown if row.kind.holds_value]

    def branch(row: Indicator) -> Branch:
        below = [branch(child) for child in shown if child.parent == row.id] if row.id in opened else ()
        return Branch(row.id, row.title, _address(row, catalogue), row is indicator, tuple(below))

    top = branch(catalogue.ancestors(indicator)[0]) if indicator.parent is not None else None
    return NeighboursFace(
        section.number,
        Part(wording.SECTION_NAMED.format(number=section.number, section=section.label), addresses.section(section)),
        branches=top.below if top else (branch(indicator),),
        position=figures.index(indicator) + 1,
        total=len(figures),
        before=page_link(before, catalogue) if before else None,
        after=page_link(after, catalogue) if after else None,
    )


def _address(row: Indicator, catalogue: Catalogue) -> str:
    if addresses.has_page(row):
        return addresses.indicator(row)
    if row.key in catalogue.latest.by_key:
        return f"{addresses.section(catalogue.sections_by_id[row.section])}#{addresses.row_anchor(row)}"
    return ""
