"""The benchmark's own parts: what it builds, and what it says of what it measured. Nothing here is timed."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest
import yaml
from lxml import etree

from macros import kinds
from macros.loading.assembly import load_catalogue
from tests.benchmark.measuring import Cost, measured
from tests.benchmark.naive import write_naive_site
from tests.benchmark.plot import LINES, Axis, plot
from tests.benchmark.previewing import edits_of
from tests.benchmark.results import (
    CHANGED,
    CHECK_COLD,
    CHECK_UNCHANGED,
    CHECK_WARM,
    COLD,
    EDITS,
    FIRST,
    NAIVE,
    UNCHANGED,
    Aim,
    Machine,
    Preview,
    RealSite,
    Size,
    aims,
)
from tests.benchmark.sites import Ours, corrected, mkdocs, pages_of, revised, write_empty_site
from tests.benchmark.table import document, number
from tests.conftest import ROOT
from tests.demo.project import write_demo

MACHINE = Machine(2, "CPU", 8 * 2**30, "Linux x86_64", "CPython 3.11", "mkdocs 1.6", 0.25, "2031-07-01", "abc1234")
MIB = 2**20


def size(periods: int, wall: float) -> Size:
    """A size at which the naive site takes ten seconds, and ours the given time cold, a tenth of it otherwise."""
    cost = Cost(wall, wall * 2, 300 * MIB)
    warm = replace(cost, wall=wall / 10)
    costs = {NAIVE: Cost(10.0, 10.0, 400 * MIB), COLD: cost, UNCHANGED: warm, CHANGED: warm}
    return Size(
        periods,
        1,
        5 * periods,
        20 * periods,
        periods + 3,
        periods + 40,
        costs | dict.fromkeys((CHECK_COLD, CHECK_WARM, CHECK_UNCHANGED), warm),
    )


def real(wall: float) -> RealSite:
    costs = dict.fromkeys((FIRST, COLD, CHECK_COLD, CHECK_WARM, CHECK_UNCHANGED), Cost(wall, wall, MIB))
    return RealSite(3, 260, costs, Cost(2.0, 2.0, MIB))


# ---- the sites -------------------------------------------------------------------------------------------------------


def test_the_naive_site_shows_every_figure_of_every_report(demo_project: Path, tmp_path: Path) -> None:
    naive = tmp_path / "naive"
    pages = write_naive_site(demo_project, naive)
    measured(mkdocs(naive))
    assert pages_of(naive / "site") == pages
    catalogue = load_catalogue(demo_project)
    assert pages == len(catalogue.reports) + 3
    for report in catalogue.reports:
        page = lxml.html.parse(naive / "site/bao-cao" / str(report.period).lower() / "index.html").getroot()
        rows = page.xpath("//table/tbody/tr")
        assert len(rows) == sum(
            row.kind is not kinds.HEADING or row.parent is not None for row in catalogue.indicators.values()
        )
        written = yaml.safe_load((demo_project / f"data/reports/{report.period}.yaml").read_text("utf-8"))
        wanted = sorted(" ".join(str(row["value"]).split()) for row in written["observations"] if "value" in row)
        shown = sorted(filter(None, (" ".join(row.xpath("string(td[3])").split()) for row in rows)))
        assert shown == wanted, report.period


def test_the_empty_site_has_as_many_pages_as_it_is_asked_for(tmp_path: Path) -> None:
    write_empty_site(tmp_path, 12)
    measured(mkdocs(tmp_path))
    assert pages_of(tmp_path / "site") == 12


@pytest.mark.parametrize("periods", [1, 8, 24])
def test_the_corrected_figure_is_one_that_may_be_corrected(tmp_path: Path, periods: int) -> None:
    ours = Ours(tmp_path / "project", tmp_path / "site", tmp_path / "cache")
    write_demo(ROOT, ours.project, periods, seed=1)
    before = load_catalogue(ours.project)
    with corrected(ours) as row:
        after = load_catalogue(ours.project)
    assert load_catalogue(ours.project) == before
    changed = [
        (new.indicator.id, new.value - old.value)
        for report, former in zip(after.reports, before.reports, strict=True)
        for new, old in zip(report.observations, former.observations, strict=True)
        if new.value != old.value
    ]
    assert changed == [(row, 1)]
    assert len(after.latest.revisions) == len(before.latest.revisions) + 1


def test_each_edit_of_a_preview_is_one_that_the_project_bears(tmp_path: Path) -> None:
    ours = Ours(tmp_path / "project", tmp_path / "site", tmp_path / "cache")
    write_demo(ROOT, ours.project, 8, seed=1)
    shutil.copytree(ROOT / "macros/outputs/html/templates", tmp_path / "macros/outputs/html/templates")
    with revised(ours) as report:
        for edit in edits_of(ours.project, report, tmp_path).values():
            before = edit.path.read_text("utf-8")
            assert len({before, edit.changed(1), edit.changed(2)}) == 3
            edit.path.write_text(edit.changed(1), "utf-8", newline="\n")
            load_catalogue(ours.project)
            edit.path.write_text(before, "utf-8", newline="\n")


# ---- measuring -------------------------------------------------------------------------------------------------------


START = "subprocess.run([sys.executable, '-c', {!r}])"


def test_the_memory_of_children_is_counted_in() -> None:
    child = "import time; held = bytearray(b'x') * (60 << 20); time.sleep(3)"
    parent = f"import subprocess, sys; held = bytearray(b'x') * (80 << 20); {START.format(child)}"
    cost = measured([sys.executable, "-c", parent])
    if sys.platform == "linux":
        assert cost.peak > 140 * MIB
    assert 80 * MIB < cost.peak < 400 * MIB


def test_the_cpu_time_of_children_is_counted_in() -> None:
    child = "import time\nwhile time.process_time() < 0.5: pass"
    parent = f"import subprocess, sys; {START.format(child)}"
    assert measured([sys.executable, "-c", parent]).cpu > 0.5


def test_a_command_that_fails_is_no_measurement() -> None:
    with pytest.raises(subprocess.CalledProcessError) as failed:
        measured([sys.executable, "-c", "import sys; sys.exit('so it ended')"])
    assert failed.value.stderr == "so it ended\n"


# ---- what is said of it ----------------------------------------------------------------------------------------------


def test_the_ratios_are_those_of_one_run() -> None:
    found = size(100, 2.0)
    assert (found.wall_ratio(COLD), found.cpu_ratio(COLD), found.wall_ratio(UNCHANGED)) == (
        0.2,
        0.4,
        pytest.approx(0.02),
    )
    assert found.per_report(COLD) == Cost(0.02, 0.04, 300 * MIB)
    assert Cost(1, 5, 9).least(Cost(2, 4, 8)) == Cost(1, 4, 8)


def test_an_aim_is_judged_only_where_it_was_measured() -> None:
    assert aims([], None) == []
    assert aims([size(1, 1.0), size(100, 2.0)], None) == []
    assert [aim.holds for aim in aims([], real(2.0))] == [True, True]
    assert [aim.holds for aim in aims([], real(2.1))] == [False, False]
    judged = aims([size(100, 0.08), size(1200, 0.9)], None)
    assert [(round(aim.found, 4), aim.holds) for aim in judged] == [
        (0.09, True),
        (0.009, True),
        (0.009, True),
        (300.0, True),
        (0.1, True),
        (0.9375, True),
    ]
    assert [aim.holds for aim in aims([size(100, 0.08), size(1200, 1.5)], None)] == [
        False,
        False,
        False,
        True,
        True,
        False,
    ]


def test_the_document_says_what_was_measured_and_where() -> None:
    told = document([size(24, 1.0), size(100, 2.0)], real(3.0), MACHINE, ["A chart is drawn."])
    lines = told.splitlines()
    assert (
        "Measured on 2031-07-01 at abc1234: 2 cores (CPU), 8 GiB, Linux x86_64, CPython 3.11, mkdocs 1.6. Load of the "
        "machine at the start: 0.2." in lines
    )
    assert "| 100 | naive site | 103 | 140 | 10.0 | 10.0 | 400 | 1 | 1 |" in lines
    assert "| | build, cold | 500 | 2,000 | 2.00 | 4.00 | 300 | 0.20 | 0.40 |" in lines
    assert "| | build, nothing changed |  |  | 0.20 | 4.00 | 300 | 0.0200 | 0.40 |" in lines
    assert "| 24 | 1 | 41.7 | 83.3 | 2.08 | 417 | 0.10 |" in lines
    assert "| real site: build, the first ever | 260 | 3.00 | 3.00 | 1 | 1.50 | 1.50 |" in lines
    assert "| real site: build, cold | 260 | 3.00 | 3.00 | 1 | 1.50 | 1.50 |" in lines
    assert "| real site, cold: wall beside an empty Material site of as many pages | 1 × | 1.50 × | **no** |" in lines
    assert "- A chart is drawn." in lines
    assert "## A preview" not in lines
    assert "busy" not in told
    assert "**it was busy" in document([], None, replace(MACHINE, load=7.0))


def test_a_preview_has_a_row_for_each_size_that_it_was_measured_at() -> None:
    slow = Preview(4.0, dict(zip(EDITS, (0.5, 0.6, 0.7, 3.5), strict=True)))
    told = document([size(24, 1.0), replace(size(1200, 0.9), preview=slow)], None, MACHINE).splitlines()
    begin = told.index("| periods | first page | a value | a note | a paragraph | a template |")
    assert told[begin + 1 : begin + 4] == [
        "|--:|--:|--:|--:|--:|--:|",
        "| 1,200 | 4.00 | 0.50 | 0.60 | 0.70 | 3.50 |",
        "",
    ]
    assert "| 1,200 reports, preview: from the slowest edit to its page | 3 s | 3.50 s | **no** |" in told


@pytest.mark.parametrize(
    ("value", "text"), [(1234.5, "1,234"), (12.34, "12.3"), (1.234, "1.23"), (0.1, "0.10"), (0.00912, "0.0091")]
)
def test_a_number_has_as_many_digits_as_say_something(value: float, text: str) -> None:
    assert number(value) == text


def test_the_plot_has_a_line_for_each_thing_and_a_point_for_each_size() -> None:
    drawn = etree.fromstring(plot([size(1, 0.5), size(24, 1.0), size(100, 2.0)], "Wall & periods").encode())
    names = {"svg": "http://www.w3.org/2000/svg"}
    lines = drawn.xpath("svg:polyline", namespaces=names)
    assert [len(line.get("points").split()) for line in lines] == [3] * len(LINES)
    assert {*drawn.xpath("svg:text/text()", namespaces=names)} >= set(LINES)
    assert "build, cold, 24 periods: 1.00 s" in drawn.xpath("svg:circle/svg:title/text()", namespaces=names)
    assert drawn.xpath("string(svg:title)", namespaces=names) == "Wall & periods"


def test_an_axis_goes_by_powers_of_ten() -> None:
    axis = Axis([2, 300], 100, 400)
    assert axis.powers == [1, 10, 100, 1000]
    assert [axis.at(value) for value in axis.powers] == [100, 200, 300, 400]
    assert Axis([10], 0, 1).powers == [10, 100]


def test_aims_are_at_most() -> None:
    assert Aim("so", 1.0, 1.0).holds
