"""A figure is found by its key, never by a bare id, and a report by its key, never by a bare period."""

import ast
import pickle
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.record import Period, ReportKey, SeriesKey, series_key
from macros.record.keys import ONE_FORM, Member
from tests.good_project import good_catalogue

MACROS = Path(__file__).parent.parent.parent / "macros"
MODULES = {path.relative_to(MACROS).as_posix(): path.read_text("utf-8") for path in sorted(MACROS.rglob("*.py"))}
TEMPLATES = {path.relative_to(MACROS).as_posix(): path.read_text("utf-8") for path in sorted(MACROS.rglob("*.html"))}

# ---- keys ------------------------------------------------------------------------------------------------------------

IDS = st.from_regex(r"[a-z0-9]{1,3}(-[a-z0-9]{1,3})?", fullmatch=True)
BREAKDOWNS = st.lists(st.builds(Member, IDS, IDS), max_size=2).map(tuple)
SERIES = st.builds(series_key, IDS, IDS | st.just(ONE_FORM), BREAKDOWNS)
PERIODS = st.sampled_from(["2031-S1", "2031-Q2", "2031-A1", "2030-W53"]).map(Period.parse)
REPORTS = st.builds(ReportKey, PERIODS, IDS | st.just(ONE_FORM))


@given(SERIES, SERIES)
def test_each_series_has_a_text_of_its_own(one: SeriesKey, other: SeriesKey) -> None:
    assert (one == other) == (str(one) == str(other)) == (hash(one) == hash(other))
    assert pickle.loads(pickle.dumps(one)) == one


@given(REPORTS, REPORTS)
def test_each_report_has_a_text_of_its_own(one: ReportKey, other: ReportKey) -> None:
    assert (one == other) == (str(one) == str(other))
    assert (one.order == other.order) == (one == other)


def test_a_text_leaves_out_what_is_meant_without_being_named() -> None:
    district = (Member("cap", "huyen"), Member("linh-vuc", "dat-dai"))
    assert [str(key) for key in (series_key("a"), series_key("a", "thang"), series_key("a", breakdown=district))] == [
        "a", "thang/a", "a(cap=huyen,linh-vuc=dat-dai)",
    ]  # fmt: skip
    assert [str(ReportKey(Period.parse("2031-S1"), form)) for form in (ONE_FORM, "thang")] == [
        "2031-S1", "thang/2031-S1",
    ]  # fmt: skip
    assert ReportKey.parse("2031-S1") == ReportKey(Period.parse("2031-S1"))


@pytest.mark.parametrize("text", ["2031-S3", "2031", "thang/2031-S1", "2031-s1"])
def test_what_is_no_period_means_no_report(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        ReportKey.parse(text)


def test_what_is_asked_for_at_every_figure_is_one_object() -> None:
    made = good_catalogue()
    for report in made.reports:
        assert report.key is report.key
        for row in report.observations:
            assert row.key is made.indicators[row.indicator.id].key is series_key(row.indicator.id)
            assert report.observation(row.key) is row is report.by_key[row.key]
        assert made.report(report.key) is report
        assert list(report.by_key) == [row.key for row in report.observations]


def test_a_row_of_another_form_is_another_series() -> None:
    row = good_catalogue().indicators["bo-nhiem"]
    monthly = replace(row, form="thang")
    assert (str(row.key), str(monthly.key)) == ("bo-nhiem", "thang/bo-nhiem")
    assert replace(monthly, label="Khác").key == monthly.key
    report = replace(good_catalogue().latest, form="thang")
    assert str(report.key) == f"thang/{report.period}"
    assert report.observation(row.key) is not None
    assert report.observation(monthly.key) is None


# ---- the rule --------------------------------------------------------------------------------------------------------

# What is found by its key, so that no mapping from ids or periods may hold it.
FOUND = (
    "Observation ObservationShape Report ReportFile ReportHistory Change Comparison FigureChange Vintage CheckResult"
    " Question ReadingNote Blank PastFigure SummedFigure State Version Edition"
)
BARE = re.compile(
    rf"\b(?:dict|Mapping|defaultdict|Counter|Memo)\[(?:tuple\[)?(?:str|Period)\b.*\b(?:{'|'.join(FOUND.split())})\b"
)
# Mappings of these that have other keys.
OTHER_KEYS = {
    ("checks/definitions.py", "entered.period in seen"): "the period of a break",
    ("faces/largest_face.py", "dict[str, list[Change]]"): "by unit",
    ("history/public_states.py", "dict[str, Version | Draft]"): "by path",
    ("loading/assembly.py", "dict[str, record.Report]"): "by path",
    ("loading/kept_reports.py", "dict[str, Report]"): "by path",
    ("loading/kept_reports.py", "Mapping[str, Report]"): "by path",
    (
        "outputs/tables/report_json.py",
        "{str(other.period): addresses.comparison_file(other.period, report.period) "
        "for other in published(report, catalogue)}",
    ): "a field of the JSON",
    ("reading/project.py", "Mapping[str, Entry[shapes.ReportFile]]"): "by path",
}
# Where a bare id or period comes in, from a file, a line or a person, and what it means is said.
NAMED_BARE = {
    "agreement/blanks.py": "the row above, which a definition names",
    "checks/covers.py": "places in a sentence of the editors",
    "checks/observations.py": "definitions, which each report answers",
    "checks/pages.py": "calls on pages",
    "commands/typed.py": "the command line",
    "comparing/comparison.py": "former ids, which definitions name",
    "faces/meaning.py": "places in a sentence of the editors",
    "history/amendments.py": "former ids, which definitions name",
    "history/guarded_record.py": "what definitions of the past measured",
    "loading/report_files.py": "names of files",
    "outputs/html/page_macros.py": "authors",
    "outputs/html/snapshot_page.py": "former ids, which definitions name",
    "publication/authored.py": "the period of a page",
    "reading/conversions.py": "lines of definitions",
    "reading/narrative.py": "the period of a page",
    "reading/relation_lines.py": "lines of relations",
    "reading/report_summary.py": "the period of a file",
    "reading/shapes/quality_shapes.py": "blocks of data files",
    "reading/shapes/report_shapes.py": "blocks of data files",
    "record/form.py": "a definition",
    "record/keys.py": "keys themselves",
    "record/observation.py": "the period of a report",
    "record/report.py": "the period of a report",
    "reviewing/sides.py": "the command line",
    "faces/axis.py": "periods without a report",
}


@cache
def nodes(source: str) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(source)))


def bare(source: str) -> list[str]:
    """What a module finds, or keeps to be found, by a bare id or period, as far as its text tells."""
    return [ast.unparse(node) for node in nodes(source) if _is_bare(node)]


def _is_bare(node: ast.AST) -> bool:
    match node:
        case ast.Subscript(ast.Name("dict" | "Mapping" | "defaultdict" | "Counter" | "Memo")):
            return BARE.search(ast.unparse(node)) is not None
        case ast.Subscript(_, key) | ast.DictComp(key) | ast.Call(ast.Attribute(_, "get" | "setdefault"), [key, *_]):
            return _names_bare(key) or (isinstance(node, ast.DictComp) and _is_id_of_figure(node))
        case ast.Compare(key, [ast.In() | ast.NotIn()]):
            return _names_bare(key)
        case _:
            return False


def _names_bare(key: ast.AST) -> bool:
    """`row.indicator.id`, `str(report.period)`, `f"{edition.period}"`, alone or among other parts of a key."""
    match key:
        case ast.Attribute(ast.Attribute(_, "indicator"), "id") | ast.Attribute(_, "period"):
            return True
        case ast.Call(ast.Name("str"), [ast.Attribute(_, "period")]):
            return True
        case ast.JoinedStr([ast.FormattedValue(ast.Attribute(_, "period"))]):
            return True
        case ast.Tuple(parts):
            return any(map(_names_bare, parts))
        case _:
            return False


def _is_id_of_figure(made: ast.DictComp) -> bool:
    """`{row.indicator: … for row in shape.observations}`, where the indicator of a shape is an id."""
    figures = [
        each.target.id
        for each in made.generators
        if isinstance(each.target, ast.Name) and "observations" in ast.unparse(each.iter)
    ]
    match made.key:
        case ast.Attribute(ast.Name(name), "indicator"):
            return name in figures
        case _:
            return False


@pytest.mark.parametrize("module", MODULES)
def test_nothing_is_found_by_a_bare_id_or_period(module: str) -> None:
    assert [found for found in bare(MODULES[module]) if (module, found) not in OTHER_KEYS] == []


@pytest.mark.parametrize(
    "line",
    [
        "rows = {row.indicator.id: row for row in report.observations}",
        "notes = {row.indicator: row.note for row in entry.shape.observations}",
        "reports = {str(report.period): report for report in catalogue.reports}",
        "found = rows[change.indicator.id]",
        "before = found[report.period]",
        "found = rows.get(row.indicator.id)",
        "vintages.setdefault(change.indicator.id, []).append(vintage)",
        "past = history.reports.get(str(report.period))",
        "past = drafts[str(report.period), 2]",
        "past = history.reports[f'{edition.period}']",
        "known = observation.indicator.id in rows",
        "def find(rows: Mapping[str, Observation]) -> None: ...",
        "figures: dict[str, tuple[Vintage, ...]] = {}",
        "reports: dict[PeriodKind, dict[Period, Report]] = {}",
        "def on(period: Period) -> Mapping[Period, Sequence[Report]]: ...",
    ],
)
def test_a_bare_lookup_is_seen(line: str) -> None:
    assert len(bare(line)) >= 1


@pytest.mark.parametrize(
    "line",
    [
        "rows = {row.key: row for row in report.observations}",
        "row = report.observation(change.key)",
        "definition = known.definitions.get(observation.indicator)",
        "section = catalogue.sections_by_id[indicator.section]",
        "units: dict[str, Unit] = {}",
        "data = {'indicator': change.indicator.id, 'period': str(report.period)}",
        "reports: dict[ReportKey, Report] = {}",
    ],
)
def test_keys_and_definitions_are_no_bare_lookups(line: str) -> None:
    assert bare(line) == []


def makers(source: str) -> Iterator[str]:
    """The calls that make a key of what is none, by the line."""
    for node in nodes(source):
        match node:
            case ast.Call(ast.Name("series_key" | "SeriesKey" | "ReportKey")) | ast.Call(ast.Attribute(_, "ReportKey")):
                yield ast.unparse(node)
            case ast.Call(ast.Attribute(ast.Name("ReportKey") | ast.Attribute(_, "ReportKey"), "parse")):
                yield ast.unparse(node)
            case ast.Call(ast.Name("map"), [ast.Name("series_key" | "ReportKey"), *_]):
                yield ast.unparse(node)


def test_what_a_bare_id_or_period_means_is_said_only_where_one_comes_in() -> None:
    """Everywhere else a key comes with the figure, the indicator, the report or the edition: no form is guessed."""
    assert {module for module, source in MODULES.items() if any(makers(source))} == NAMED_BARE.keys()


def test_a_series_key_is_made_by_series_key_alone() -> None:
    """So equal keys are one object."""
    made = {module for module, source in MODULES.items() for call in makers(source) if call.startswith("SeriesKey(")}
    assert made == {"record/keys.py"}


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_template_finds_a_figure_or_a_report_by_a_bare_id_or_period(template: str) -> None:
    assert re.findall(r"(?:\[|get\()[\w.]*(?:\.indicator\.id|period \| string)\b", TEMPLATES[template]) == []
