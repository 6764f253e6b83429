"""Where an indicator stands in its section: the rows around it in the order of the form, and which figure it is."""

from dataclasses import dataclass

from macros.record import Catalogue, Indicator


@dataclass(frozen=True, slots=True)
class Branch:
    """A row of a section and the rows below it that are worth a look from where the reader is."""

    row: Indicator
    is_here: bool
    below: tuple["Branch", ...]


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The section of an indicator, seen from it.

    `branches` are the rows at the top of the section, with what is below those that lead to the indicator, and below
    itself: the whole list of a long section would hide where one is. `position` counts from 1 among the `total` figures
    of the section.
    """

    branches: tuple[Branch, ...]
    position: int
    total: int


def neighbourhood(indicator: Indicator, catalogue: Catalogue) -> Neighbourhood:
    """The rows around an indicator. One that left the form is passed over, unless the reader is at it."""
    path = (*catalogue.ancestors(indicator), indicator)
    opened = {row.id for row in path}
    section = catalogue.sections_by_id[indicator.section]
    shown = [row for row in section.indicators if row.id in opened or row.id in catalogue.latest.by_indicator]
    figures = [row for row in shown if row.kind.holds_value]

    def branch(row: Indicator) -> Branch:
        below = [branch(child) for child in shown if child.parent == row.id] if row.id in opened else ()
        return Branch(row, row is indicator, tuple(below))

    tops = branch(path[0]).below if len(path) > 1 else (branch(path[0]),)
    return Neighbourhood(tops, figures.index(indicator) + 1, len(figures))
