"""Two reports held against each other in a script, from their JSON: as Python compares them, row by row."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from macros.comparing.comparison import Comparison, compare
from macros.faces import change_text
from macros.loading.assembly import load_catalogue
from macros.outputs.comparison_rules import rules_text
from macros.outputs.tables.comparison_csv import comparison_csv
from macros.outputs.tables.report_json import report_json
from macros.record import Catalogue, Period, Report
from tests.scripts.running import Scripts

COMPARED = """(before, after, given) => {
  const { compare, fileRow, rules } = congkhai["compare-changes"];
  Object.assign(rules, given);
  const rows = compare(before, after);
  return {
    rows: rows.map(({ row, name, kind, values, told }) => [row.id, row.reference, name, kind, values, told]),
    file: congkhai["compare-file"].comparisonFile(rows.map((row) => fileRow(row, before, after)), rules.file),
  };
}"""


@pytest.fixture(scope="module")
def scripts() -> Scripts:
    return Scripts(["compare-changes", "compare-file"])


def told(scripts: Scripts, reports: Sequence[Report], catalogue: Catalogue) -> dict[str, Any]:
    """The comparison as the script tells it, of two reports as they are fetched."""
    texts = [json.loads(report_json(report, catalogue)) for report in reports]
    return dict(scripts.run(COMPARED, *texts, json.loads(rules_text())))


def expected(comparison: Comparison, catalogue: Catalogue) -> list[list[str]]:
    return [
        [
            change.indicator.id,
            change_text.reference(change.indicator, catalogue),
            catalogue.names[change.indicator.id],
            change.kind.value,
            change_text.values_text(change),
            change_text.explanation_text(change, comparison),
        ]
        for change in comparison.changed
    ]


def test_any_two_reports_are_compared_as_python_compares_them(scripts: Scripts, demo_project: Path) -> None:
    demo = load_catalogue(demo_project)
    assert len(demo.reports) == 8
    for after, before in combinations(demo.reports, 2):
        comparison = compare(before, after, demo.indicators)
        made = told(scripts, (before, after), demo)
        assert [row for row in made["rows"] if row[3] != "unchanged"] == expected(comparison, demo)
        assert made["file"] == comparison_csv(comparison, demo)


def test_rows_of_one_title_in_section_iv_of_the_first_form_are_told_apart(
    scripts: Scripts, first_catalogue: Catalogue
) -> None:
    """It has two pairs of them, and names one row as section I names another."""
    (report,) = first_catalogue.reports
    section = first_catalogue.sections[3]
    assert section.number == "IV"
    rows = [row for row in report.observations if row.indicator.section == section.id]
    titles = Counter(row.indicator.title for row in rows)
    alike = [row.indicator.id for row in rows if titles[row.indicator.title] == 2]
    assert len(alike) == 4
    # A year later every figure of the section has grown by one.
    later = tuple(
        replace(row, value=row.value + 1)
        if row.indicator.section == section.id and isinstance(row.value, Decimal)
        else row
        for row in report.observations
    )
    after = replace(report, period=Period.parse("2023-S1"), observations=later)
    comparison = compare(report, after, first_catalogue.indicators)
    found = [row for row in told(scripts, (report, after), first_catalogue)["rows"] if row[3] != "unchanged"]
    assert found == expected(comparison, first_catalogue)
    every = {row[0]: (row[1], row[2]) for row in told(scripts, (report, after), first_catalogue)["rows"]}
    assert len({every[id] for id in alike}) == len({every[id][1] for id in alike}) == 4
    assert {id: every[id][1] for id in alike} == {id: first_catalogue.names[id] for id in alike}
