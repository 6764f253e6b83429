"""A kind of value is one object: what is registered here is read, checked, compared, shown, drawn and exported.

Stars are amounts whose values are of a type that no other kind has; times of day are no amounts. Both are invented.
"""

import csv
import json
import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from shutil import copytree

import lxml.html
import pytest

from macros import schemas
from macros.comparing.comparison import ChangeKind, compare
from macros.editing.canonical_form import formatted, read_form
from macros.hosts.site_build import build_site
from macros.kinds import KINDS, Domain, Kind, Refusal, Value
from macros.kinds.amount import Amount
from macros.loading.assembly import load_catalogue
from macros.problems.problem import Problems
from macros.reading.shapes import DATA_FILES
from macros.reading.sources import Folder
from macros.reading.yaml_records import read_record
from macros.record import Catalogue, series_key
from tests.good_project import GOOD, edit
from tests.scripts.running import Scripts
from tests.scripts.test_comparison import COMPARING, assert_alike, told


@dataclass(frozen=True, slots=True)
class Rated:
    """So many stars of so many."""

    given: Decimal
    most: Decimal


class Stars(Amount):
    """So many stars of five: `4/5`."""

    id = "stars"
    label = "Số sao"
    meaning = "số sao trên tổng số sao"
    is_relative = False
    grows_with_time = False
    rose, fell = "thêm {difference} sao", "bớt {difference} sao"
    difference_measure = "sao"

    def parse(self, text: str, domain: Domain) -> Rated:  # type: ignore[override]
        match = re.fullmatch(r"([0-9]+)/([0-9]+)", text)
        if match is None or int(match[1]) > int(match[2]):
            raise Refusal("E402", f"“{text}” không phải số sao", "số sao trên tổng số sao, ví dụ 4/5", "viết 4/5")
        return Rated(Decimal(match[1]), Decimal(match[2]))

    def amount(self, value: Value | None) -> Decimal | None:
        return value.given if isinstance(value, Rated) else None

    def written(self, value: Value, unit: str | None, digits: int = 1) -> str:
        return f"{value.given}/{value.most} sao" if isinstance(value, Rated) else str(value)

    def machine_text(self, value: Value) -> str:
        return f"{value.given}/{value.most}" if isinstance(value, Rated) else str(value)


class TimeOfDay(Kind):
    """A time of day: `08:30`."""

    id = "time-of-day"
    label = "Giờ trong ngày"
    meaning = "giờ trong ngày"
    is_typed_bare = False
    no_chart = "Giờ trong ngày nên không vẽ biểu đồ."

    def parse(self, text: str, domain: Domain) -> str:
        if not re.fullmatch(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]", text):
            raise Refusal("E402", f"“{text}” không phải giờ", "giờ và phút, ví dụ 08:30", "viết 08:30")
        return text

    def written(self, value: Value, unit: str | None, digits: int = 1) -> str:
        return f"{value} giờ"


ROWS = """
  - id: hai-long-sao
    parent: tai-chinh
    printed_number: "3"
    label: Mức độ hài lòng
    kind: stars
    first_period: 2031-A1

  - id: gio-mo-cua
    parent: tai-chinh
    printed_number: "4"
    label: Giờ mở cửa
    kind: time-of-day
    first_period: 2031-A1
"""
FIGURES = """
  - indicator: hai-long-sao
    value: {stars}

  - indicator: gio-mo-cua
    value: "{opens}"
"""


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in (Stars(), TimeOfDay()):
        monkeypatch.setitem(KINDS, kind.id, kind)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small project with a row of either kind, and a report of the year after."""
    root = copytree(GOOD, tmp_path / "nho")
    with (root / "data/indicators/tai-chinh.yaml").open("a", encoding="utf-8", newline="\n") as file:
        file.write(ROWS)
    report, page = root / "data/reports/2031-A1.yaml", root / "docs/bao-cao/2031-a1.md"
    typed = report.read_text("utf-8")
    figures = typed.replace("2031", "2032")
    report.write_text(typed + FIGURES.format(stars="3/5", opens="08:00"), "utf-8", newline="\n")
    later = root / "data/reports/2032-A1.yaml"
    later.write_text(figures + FIGURES.format(stars="4/5", opens="07:30"), "utf-8", newline="\n")
    narrative = page.read_text("utf-8").replace("2031-A1", "2032-A1")
    (root / "docs/bao-cao/2032-a1.md").write_text(narrative, "utf-8", newline="\n")
    return root


def values(catalogue: Catalogue, id: str) -> list[Value | None]:
    return [report.by_key[series_key(id)].value for report in catalogue.reports if series_key(id) in report.by_key]


def test_it_is_read(project: Path) -> None:
    catalogue = load_catalogue(project)
    assert values(catalogue, "hai-long-sao") == [Rated(Decimal(4), Decimal(5)), Rated(Decimal(3), Decimal(5))]
    assert values(catalogue, "gio-mo-cua") == ["07:30", "08:00"]
    assert [catalogue.indicators[id].kind.label for id in ("hai-long-sao", "gio-mo-cua")] == [
        "Số sao",
        "Giờ trong ngày",
    ]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("value: 4/5", "value: 6/5", "E402: “6/5” không phải số sao"),
        ('value: "07:30"', 'value: "7h30"', "E402: “7h30” không phải giờ"),
        ("value: 4/5", "value: 4/5\n    target: khá", "E402: mục tiêu: “khá” không phải là số"),
        (
            'value: "07:30"',
            'value: "07:30"\n    target: 8',
            "E421: “target” ở chỉ tiêu kind time-of-day (giờ trong ngày)",
        ),
    ],
)
def test_it_is_checked(project: Path, before: str, after: str, told: str) -> None:
    edit(project / "data/reports/2032-A1.yaml", before, after)
    with pytest.raises(Problems) as caught:
        load_catalogue(project)
    assert [f"{problem.code}: {problem.found}" for problem in caught.value.problems] == [told]


def test_a_word_that_no_kind_has_is_refused_with_all_that_there_are(project: Path) -> None:
    edit(project / "data/indicators/tai-chinh.yaml", "kind: stars", "kind: star")
    with pytest.raises(Problems) as caught:
        load_catalogue(project)
    (problem,) = [problem for problem in caught.value.problems if problem.code == "E204"]
    assert problem.allowed.endswith("stars (số sao trên tổng số sao), time-of-day (giờ trong ngày)")
    assert problem.remedy == "viết stars"


def test_it_has_a_unit_where_it_is_an_amount(project: Path) -> None:
    file = project / "data/indicators/tai-chinh.yaml"
    edit(file, "kind: stars\n", "kind: stars\n    unit: nguoi\n    printed_unit: Người\n")
    load_catalogue(project)
    edit(file, "kind: time-of-day\n", "kind: time-of-day\n    unit: nguoi\n")
    with pytest.raises(Problems) as caught:
        load_catalogue(project)
    (problem,) = caught.value.problems
    assert problem.found == "“unit” ở chỉ tiêu kind time-of-day (giờ trong ngày)"
    assert "stars (số sao trên tổng số sao)" in problem.allowed


def test_it_is_compared(project: Path) -> None:
    catalogue = load_catalogue(project)
    after, before = catalogue.reports[:2]
    changes = {change.indicator.id: change for change in compare(before, after, catalogue.indicators).changes}
    stars, opens = changes["hai-long-sao"], changes["gio-mo-cua"]
    assert (stars.kind, stars.difference, stars.relative) == (ChangeKind.ROSE, Decimal(1), None)
    assert (opens.kind, opens.difference) == (ChangeKind.TEXT_CHANGED, None)


def test_a_reader_who_chooses_two_reports_is_told_the_same_by_a_script(project: Path) -> None:
    """It knows of the kind what the kind says of itself."""
    catalogue = load_catalogue(project)
    after, before = catalogue.reports[:2]
    assert_alike(Scripts(COMPARING), before, after, catalogue)
    found = told(Scripts(COMPARING), (before, after), catalogue)["rows"]
    rows = {id: row for id, *row in found if id in ("hai-long-sao", "gio-mo-cua")}
    assert {id: row[2:5] for id, row in rows.items()} == {
        "hai-long-sao": ["rose", "3/5 sao → 4/5 sao", "thêm 1 sao"],
        "gio-mo-cua": ["text-changed", "08:00 giờ → 07:30 giờ", ""],
    }


@pytest.fixture
def site(project: Path, tmp_path: Path) -> Path:
    build_site(project, tmp_path / "site")
    return tmp_path / "site"


def page(site: Path, address: str) -> lxml.html.HtmlElement:
    return lxml.html.fromstring((site / address / "index.html").read_bytes())


def words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_it_goes_through_the_whole_site(site: Path) -> None:
    drawn, told = (page(site, f"chi-tieu/{id}").find(".//main") for id in ("hai-long-sao", "gio-mo-cua"))
    assert "4/5 sao" in words(drawn)
    assert "Thêm 1 sao so với năm 2031" in words(drawn)
    assert "Số sao" in words(drawn)
    assert drawn.xpath(".//svg[contains(@class, 'chart')]")
    assert "07:30 giờ" in words(told)
    assert "Giờ trong ngày nên không vẽ biểu đồ." in words(told)
    assert not told.xpath(".//svg[contains(@class, 'chart')]")
    _exported(site)


def _exported(site: Path) -> None:
    """The files of the site say of it what they say of any figure."""
    files = site / "api/v1"
    rows = {row["id"]: row for row in json.loads((files / "reports/2032-A1.json").read_text("utf-8"))["observations"]}
    assert [rows["hai-long-sao"][key] for key in ("kind", "value", "half_unit", "text")] == [
        "stars",
        "4/5",
        "0",
        "4/5 sao",
    ]
    assert [rows["gio-mo-cua"][key] for key in ("kind", "value", "half_unit", "text")] == [
        "time-of-day",
        "07:30",
        None,
        "07:30",
    ]
    with (files / "reports/2032-A1.csv").open(encoding="utf-8-sig", newline="") as file:
        table = {row["id"]: row for row in csv.DictReader(file)}
    assert [(table[id]["kind"], table[id]["value"]) for id in ("hai-long-sao", "gio-mo-cua")] == [
        ("stars", "4/5"),
        ("time-of-day", "07:30"),
    ]
    assert (files / "series/hai-long-sao.a.csv").is_file()
    assert not (files / "series/gio-mo-cua.a.csv").exists()
    with (files / "comparisons/2031-A1.2032-A1.csv").open(encoding="utf-8-sig", newline="") as file:
        compared = {row["id"]: row for row in csv.DictReader(file)}
    assert [compared["hai-long-sao"][key] for key in ("before", "after", "change", "difference", "relative")] == [
        "3/5",
        "4/5",
        "rose",
        "1",
        "",
    ]


def test_its_figures_keep_their_form_in_a_data_file(project: Path) -> None:
    (reports,) = [kind for kind in DATA_FILES if kind.name == "report"]
    record = read_record(Folder(project), "data/reports/2032-A1.yaml")
    text = formatted(record, reports, read_form(project))
    assert "value: 4/5\n" in text
    assert "value: 07:30\n" in text


def test_its_word_is_in_the_schema() -> None:
    (definitions,) = [kind for kind in DATA_FILES if kind.name == "indicators"]
    made = json.loads(schemas.schema_text(definitions))["definitions"]["IndicatorShape"]["properties"]["kind"]
    assert (made["enum"][-2:], made["enumDescriptions"][-2:]) == (
        ["stars", "time-of-day"],
        ["số sao trên tổng số sao", "giờ trong ngày"],
    )
