"""Rows are chosen by what stands in the report, and what a folded section says of itself is counted from its rows."""

from dataclasses import replace

import pytest

from macros import kinds
from macros.comparing.comparison import compare
from macros.faces.rows import row_choices, row_marks, row_traits, section_states, section_tally
from macros.record import Status
from tests.good_project import good_catalogue

CATALOGUE = good_catalogue()
REPORTS = {str(report.period): report for report in CATALOGUE.reports}


@pytest.mark.parametrize("period", REPORTS)
def test_each_choice_counts_the_rows_that_have_its_trait(period: str) -> None:
    report = REPORTS[period]
    figures = [row for row in report.observations if row.indicator.kind is not kinds.HEADING]
    choices = {choice.trait: choice.count for choice in row_choices(report, {})}
    assert list(choices) == ["tat-ca", "co-so-lieu", "trong", "luu-y"], "without a period before, no choice of changes"
    assert choices["tat-ca"] == choices["co-so-lieu"] + choices["trong"] == len(figures)
    for trait, count in choices.items():
        assert count == sum(trait == "tat-ca" or trait in row_traits(report, row, {}) for row in figures)


def test_changed_rows_can_be_chosen_where_there_is_a_period_before() -> None:
    report = REPORTS["2031-S1"]
    figure = next(row for row in report.observations if row.indicator.kind is kinds.COUNT and row.value is not None)
    rows = tuple(replace(row, value=row.value + 1) if row is figure else row for row in report.observations)  # type: ignore[operator]
    after = replace(report, observations=rows)
    changes = {c.key: c for c in compare(report, after, CATALOGUE.indicators).changes}
    assert {choice.trait: choice.count for choice in row_choices(after, changes)}["thay-doi"] == 1
    changed = [row.indicator.id for row in after.observations if "thay-doi" in row_traits(after, row, changes)]
    assert changed == [figure.indicator.id]


@pytest.mark.parametrize("period", REPORTS)
def test_a_section_names_each_state_of_its_blanks_once(period: str) -> None:
    report = REPORTS[period]
    seen = 0
    for section in CATALOGUE.sections:
        rows = [r for r in report.observations if r.indicator.section == section.id and r.value is None]
        named = section_states(report, section)
        assert len(named) == len(set(named))
        assert set(named) == {str(r.blank) for r in rows if r.status is not Status.HEADING}
        seen += len(named)
    assert seen > 0


def test_a_folded_section_says_what_it_holds() -> None:
    report = REPORTS["2031-S1"]
    tallies = []
    for section in CATALOGUE.sections:
        rows = [report.by_key[row.key] for row in section.indicators if row.key in report.by_key]
        figures = [row for row in rows if row.indicator.kind is not kinds.HEADING]
        tally = section_tally(report, section)
        assert tally.figures == len(figures)
        assert tally.reported == sum(row.value is not None for row in figures)
        assert tally.marked == sum(row_marks(report, row.indicator).doubt is not None for row in figures)
        tallies.append(tally)
    assert len(tallies) == 2
    assert any(tally.marked and 0 < tally.reported < tally.figures for tally in tallies)
