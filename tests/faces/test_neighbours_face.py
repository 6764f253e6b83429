"""The list beside an indicator: lean, in the order of the form, and it shows where one is."""

from collections.abc import Iterator
from dataclasses import replace

from macros import kinds
from macros.faces.neighbours_face import Branch, NeighboursFace, neighbours_face
from macros.record import Catalogue, Indicator
from tests.good_project import good_catalogue


def around(indicator: Indicator, catalogue: Catalogue) -> NeighboursFace:
    return neighbours_face(indicator, None, None, catalogue)


def flat(branches: tuple[Branch, ...]) -> Iterator[Branch]:
    for branch in branches:
        yield branch
        yield from flat(branch.below)


def test_every_figure_sees_itself_its_siblings_and_what_leads_to_it_in_the_order_of_the_form() -> None:
    catalogue = good_catalogue()
    order = list(catalogue.indicators)
    seen = 0
    for indicator in catalogue.indicators.values():
        if indicator.kind is kinds.HEADING:
            continue
        branches = list(flat(around(indicator, catalogue).branches))
        shown = [branch.id for branch in branches]
        assert [branch.id for branch in branches if branch.is_here] == [indicator.id]
        assert shown == sorted(shown, key=order.index)
        path = {row.id for row in catalogue.ancestors(indicator)} | {indicator.id}
        expected = {
            row.id
            for row in catalogue.sections_by_id[indicator.section].indicators
            if row.id in path or (row.parent in path and row.key in catalogue.latest.by_key)
        }
        # The row of the section itself heads the list.
        assert set(shown) == expected - {row.id for row in catalogue.ancestors(indicator)[:1]}
        seen += 1
    assert seen > 10


def figures(catalogue: Catalogue, section: str) -> list[Indicator]:
    """The figures of a section that the latest report has."""
    rows = catalogue.sections_by_id[section].indicators
    return [row for row in rows if row.kind is not kinds.HEADING and row.key in catalogue.latest.by_key]


def test_positions_count_the_figures_of_a_section_one_by_one() -> None:
    catalogue = good_catalogue()
    longest = 0
    for section in catalogue.sections:
        seen = [around(row, catalogue) for row in figures(catalogue, section.id)]
        longest = max(longest, len(seen))
        assert [one.position for one in seen] == list(range(1, len(seen) + 1))
        assert {one.total for one in seen} <= {len(seen)}
    assert longest > 2


def test_a_row_that_left_the_form_is_seen_from_itself_alone() -> None:
    catalogue = good_catalogue()
    latest = catalogue.latest
    (gone, *_) = [row for section in catalogue.sections for row in figures(catalogue, section.id) if row.parent]
    without = tuple(o for o in latest.observations if o.indicator is not gone)
    catalogue = replace(catalogue, reports=(replace(latest, observations=without), *catalogue.reports[1:]))
    assert gone.id in [branch.id for branch in flat(around(gone, catalogue).branches)]
    others = [row for row in figures(catalogue, gone.section) if gone not in catalogue.ancestors(row)]
    assert others
    for other in others:
        assert gone.id not in [branch.id for branch in flat(around(other, catalogue).branches)]
