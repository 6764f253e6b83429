"""Every class of change on the invented project, held against what its generator knows of it."""

from itertools import combinations
from pathlib import Path

import pytest

from macros.comparing.comparison import Change, ChangeKind, compare
from macros.loading.assembly import load_catalogue
from macros.record import Catalogue, Period, ReportKey
from tests.demo.truth import truth

# The generator's own words for the few classes that it names otherwise.
NAMED = {"new": "new-indicator", "ended": "ended-indicator", "broken": "definition-changed"}


@pytest.fixture(scope="module")
def demo(demo_project: Path) -> Catalogue:
    return load_catalogue(demo_project)


def pairs(catalogue: Catalogue) -> list[tuple[Period, Period]]:
    """Any two periods of one kind, the earlier first."""
    periods = [report.period for report in reversed(catalogue.reports)]
    return [(one, other) for one, other in combinations(periods, 2) if one.kind is other.kind]


def by_counts(change: Change) -> str:
    """Whether a rate rose, by multiplying its counts across."""
    assert change.sides is not None
    (part, whole), (later_part, later_whole) = ((side.part, side.whole) for side in change.sides)
    before, after = part * later_whole, later_part * whole
    if before != after:
        return "rose" if after > before else "fell"
    return "note-only" if change.note_changed else "unchanged"


def test_two_periods_of_a_kind_differ_as_the_generator_says(demo: Catalogue) -> None:
    known = truth(8, 1)
    assert len(pairs(demo)) >= 6
    for one, other in pairs(demo):
        comparison = compare(
            demo.reports_by_key[ReportKey(one)], demo.reports_by_key[ReportKey(other)], demo.indicators
        )
        # The generator knows the rows that say anything: not the headings that have neither figure nor note.
        telling = [c for c in comparison.changes if c.kind is not ChangeKind.UNCHANGED or c.difference is not None]
        assert {c.indicator.id for c in telling} <= set(known.changes(str(one), str(other)))
        found = {c.indicator.id: c.kind.value for c in comparison.changes}
        expected = {id: NAMED.get(word, word) for id, word in known.changes(str(one), str(other)).items()}
        # Of rates the generator holds the printed figures against each other; their counts know better.
        expected |= {c.indicator.id: by_counts(c) for c in comparison.changes if c.sides}
        assert set(expected) <= set(found), (one, other)
        compared = {id: word for id, word in expected.items() if found[id] != "not-comparable"}
        assert compared == {id: found[id] for id in compared}, (one, other)


def test_the_invented_project_shows_every_class(demo: Catalogue) -> None:
    found = set()
    for one, other in combinations(reversed(demo.reports), 2):
        found |= {change.kind for change in compare(one, other, demo.indicators).changes}
    # A revision is between two states of one report, which the history of the project holds; a target that is raised
    # there is never raised alone, and no two figures of it are as near as their rounding.
    assert found == set(ChangeKind) - {ChangeKind.REVISED, ChangeKind.TARGET_ONLY, ChangeKind.WITHIN_ROUNDING}
