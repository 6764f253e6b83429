"""Two reports held against each other in a script, from their JSON: as Python compares them, row by row."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, product
from pathlib import Path
from typing import Any

import lxml.etree
import pytest

from macros.charts.small import change_bar
from macros.comparing.comparison import Comparison, compare
from macros.comparing.precision import counts
from macros.faces import change_size, change_text
from macros.faces.largest_face import LargestFace, MovedFace, largest_faces
from macros.loading.assembly import load_catalogue
from macros.outputs.tables.comparison_csv import comparison_csv
from macros.outputs.tables.report_json import report_json
from macros.record import Catalogue, Period, Report, ReportKey, SeriesKey, series_key
from tests.scripts.running import Scripts

COMPARING = ("compare-changes", "compare-file", "compare-largest")
COMPARED = """(before, after) => {
  const { cautionText, compare, fileRow, summaryText } = congkhai["compare-changes"];
  const rows = compare(before, after);
  return {
    rows: rows.map(({ row, name, kind, values, told, size, noted }) =>
      [row.id, row.reference, name, kind, values, told, size, noted || null]),
    summary: summaryText(rows),
    caution: cautionText(before, after),
    largest: congkhai["compare-largest"].largest(rows).map(({ heading, finding, rows, bars }) =>
      [heading, finding, rows.map(({ row, size_text }, n) =>
        [row.id, size_text, Number(bars[n].x), Number(bars[n].width), Number(bars[n].zero)])]),
    file: congkhai["compare-file"].comparisonFile(rows.map((row) => fileRow(row, before, after)), given.file),
  };
}""".replace("given", 'congkhai["compare-rules"].rules')


@pytest.fixture(scope="module")
def scripts() -> Scripts:
    return Scripts(COMPARING)


def told(scripts: Scripts, reports: Sequence[Report], catalogue: Catalogue) -> dict[str, Any]:
    """The comparison as the script tells it, of two reports as they are fetched."""
    texts = [json.loads(report_json(report, catalogue)) for report in reports]
    return dict(scripts.run(COMPARED, *texts))


def expected(comparison: Comparison, catalogue: Catalogue) -> list[list[Any]]:
    return [
        [
            change.indicator.id,
            change_text.reference(change.indicator, catalogue),
            catalogue.names[change.key],
            change.kind.value,
            change_text.values_text(change),
            change_text.explanation_text(change, comparison),
            change_size.size_number(change),
            list(change_text.note_texts(change)) if change.note_changed else None,
        ]
        for change in comparison.changed
    ]


def assert_alike(scripts: Scripts, before: Report, after: Report, catalogue: Catalogue) -> Comparison:
    """Values, words and order of everything that the page tells of two reports, and their file."""
    comparison = compare(before, after, catalogue.indicators)
    made = told(scripts, (before, after), catalogue)
    assert [row for row in made["rows"] if row[3] != "unchanged"] == expected(comparison, catalogue)
    assert made["summary"] == change_text.summary_text(comparison)
    assert made["caution"] == change_text.caution_text(comparison)
    assert made["largest"] == [
        [group.heading, group.finding, [drawn(change, group) for change in group.changes]]
        for group in largest_faces(comparison, catalogue)
    ]
    assert made["file"] == comparison_csv(comparison, catalogue)
    return comparison


def drawn(change: MovedFace, group: LargestFace) -> list[Any]:
    """What stands beside a bar, where the bar begins, how long it is, and where the line of no change is."""
    svg = change_bar(change.moved, group.fall, group.rise)
    bar, zero = lxml.etree.fromstring(svg).xpath("//*[@class='chart__bar' or @class='chart__base']")
    places = [float(bar.get("x")), float(bar.get("width")), float(zero.get("x1"))]
    return [(change.row.address or "").split("/")[-2], change.size, *places]


def test_any_two_reports_are_compared_as_python_compares_them(scripts: Scripts, demo_project: Path) -> None:
    """So every figure of the invented project is held against every other of its indicator."""
    demo = load_catalogue(demo_project)
    assert len(demo.reports) == 8
    kinds = Counter[str]()
    for after, before in combinations(demo.reports, 2):
        kinds.update(change.kind.value for change in assert_alike(scripts, before, after, demo).changes)
    assert kinds.keys() >= {"rose", "fell", "appeared", "code-changed", "not-comparable"}


def test_any_two_figures_of_the_first_report_are_compared_as_python_compares_them(
    scripts: Scripts, first_catalogue: Catalogue
) -> None:
    """Each figure of a kind takes the place of each other, once: a row had the one before and has the other.

    Rates whose numbers are known take these along.
    """
    (report,) = first_catalogue.reports
    pairs = 0
    for after in turned(report):
        comparison = assert_alike(scripts, report, after, first_catalogue)
        pairs += sum(change.base is not None for change in comparison.changes)
    assert pairs > 5000


def turned(report: Report) -> Iterator[Report]:
    """The report of a year later, with the values of each kind moved on by one row more each time."""
    groups: dict[object, list[int]] = defaultdict(list)
    for n, row in enumerate(report.observations):
        if row.value is not None:
            is_rate = counts(report, row.indicator) is not None
            groups[row.indicator.kind, row.indicator.code_list, is_rate].append(n)
    for steps in range(1, max(map(len, groups.values()))):
        came = {place: group[(n + steps) % len(group)] for group in groups.values() for n, place in enumerate(group)}
        yield _moved(report, came)


def _moved(report: Report, came: dict[int, int]) -> Report:
    rows = report.observations
    made = tuple(replace(row, value=rows[came[n]].value) if n in came else row for n, row in enumerate(rows))
    of_rates = {rows[n].key: rows[place].key for n, place in came.items()}
    results = tuple(
        replace(
            result,
            cut=other.cut,
            values=tuple((term, number) for (term, _), (_, number) in zip(result.values, other.values, strict=True)),
        )
        if (key := next((key for key, rate in report.rates.items() if rate is result), None)) in of_rates
        and (other := report.rates.get(of_rates[key])) is not None
        and len(other.values) == len(result.values)
        else result
        for result in report.check_results
    )
    return replace(report, period=Period.parse("2023-S1"), observations=made, check_results=results)


# Before and after: a change below a tenth per cent, a half to round, across 0 both ways, below it, from 0,
# and to it; to five times and more; within the rounding and just beyond it.
TARGETS = (Decimal("10.50"), Decimal(1200))
BELOW = [
    ("3000", "3001"),
    ("16", "17"),
    ("16.2", "-2.5"),
    ("-2.5", "16"),
    ("-2", "-4"),
    ("-4", "-4.0"),
    ("0", "-3"),
    ("-3", "0"),
    ("1", "53"),
    ("9", "44"),
    ("10", "50.5"),
    ("50", "2640"),
    ("100", "99.52"),
    ("66.7", "66.71"),
    ("66.7", "66.755"),
    ("43.7", "43.70"),
]


def test_figures_and_targets_that_the_demonstration_has_not_are_compared_alike(
    scripts: Scripts, demo_project: Path
) -> None:
    """Each pair in rows of each kind: amounts below 0 are amounts of no kind that counts."""
    demo = load_catalogue(demo_project)
    reports = [demo.reports_by_key[ReportKey.parse(period)] for period in ("2031-S1", "2032-S1")]
    ids = [row.indicator.id for row in reports[0].observations if row.amount is not None]
    ids = [id for id in ids if (row := reports[1].observation(series_key(id))) and row.amount is not None]
    assert len(ids) >= len(BELOW)
    for shift in range(len(BELOW)):
        pairs = {id: BELOW[(n + shift) % len(BELOW)] for n, id in enumerate(ids)}
        before, after = (_with_figures(report, side, pairs) for side, report in enumerate(reports))
        assert_alike(scripts, before, after, demo)


def _with_figures(report: Report, side: int, pairs: Mapping[str, tuple[str, str]]) -> Report:
    rows = (
        replace(row, value=Decimal(pairs[row.indicator.id][side]), target=TARGETS[side])
        if row.indicator.id in pairs
        else row
        for row in report.observations
    )
    return replace(report, observations=tuple(rows))


# Rates with their counts, before and after: printed the contrary of what the counts say, exactly, to different digits
# though nothing changed, alike though something did, so close that no decimal tells, and cut instead of rounded.
COUNTED = [
    (("99.7", 1403, 1407, False), ("100", 1037, 1042, False)),
    (("43.75", 7, 16, False), ("45", 9, 20, False)),
    (("66.7", 2, 3, False), ("66.67", 4, 6, False)),
    (("100", 99998, 99999, False), ("100", 99999, 99999, False)),
    (("50", 500000000, 1000000001, False), ("50", 500000001, 1000000003, False)),
    (("66.6", 2, 3, True), ("71", 5, 7, False)),
    (("66.6", 2, 3, True), ("71.4", 5, 7, True)),
    (("43.8", 7, 16, False), ("47", 28, 59, False)),
]
SIDES = [side for pair in COUNTED for side in pair]


def test_changes_from_counts_are_told_alike(scripts: Scripts, demo_project: Path) -> None:
    """Each of these rates against each other, in reports that have no other rows than a rate and its numbers."""
    demo = load_catalogue(demo_project)
    reports = [demo.reports_by_key[ReportKey.parse(period)] for period in ("2031-S1", "2032-S1")]
    rate = next(
        key for key in reports[0].rates if all(counts(report, demo.indicators[key.indicator]) for report in reports)
    )
    for pair in product(SIDES, repeat=2):
        before, after = (_with_rate(report, rate, *side) for report, side in zip(reports, pair, strict=True))
        comparison = assert_alike(scripts, before, after, demo)
        (change,) = [change for change in comparison.changes if change.key == rate]
        assert change.sides is not None


def _with_rate(report: Report, key: SeriesKey, rate: str, part: int, whole: int, cut: bool) -> Report:
    result = report.rates[key]
    numbers = (Decimal(rate), Decimal(part), Decimal(whole))
    values = tuple((term, number) for (term, _), number in zip(result.values, numbers, strict=True))
    made = replace(result, values=values, cut=cut)
    numbered = set(result.relation.series)
    rows = (replace(row, value=Decimal(rate)) if row.key == key else row for row in report.observations)
    alone = tuple(row for row in rows if row.key in numbered)
    return replace(report, observations=alone, check_results=(made,))


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
    assert_alike(scripts, report, after, first_catalogue)
    every = {row[0]: (row[1], row[2]) for row in told(scripts, (report, after), first_catalogue)["rows"]}
    assert len({every[id] for id in alike}) == len({every[id][1] for id in alike}) == 4
    assert {id: every[id][1] for id in alike} == {id: first_catalogue.names[series_key(id)] for id in alike}
