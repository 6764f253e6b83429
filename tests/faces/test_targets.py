"""A target that the source names stands beside its figure, drawn and in words, on every face of it."""

import json
import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import lxml.etree
import lxml.html
import pytest

from macros import addresses
from macros.charts.face_svg import bar_of_progress, chart_file
from macros.faces.axis import axes
from macros.faces.progress_face import progress_face
from macros.faces.record_charts import charts
from macros.faces.small_multiples import multiples
from macros.loading.assembly import load_catalogue
from macros.outputs.html.renderer import Renderer
from macros.outputs.tables.report_json import report_json
from macros.record import Catalogue, ReportKey, series_key
from tests.comparing.reports import report
from tests.good_project import GOOD, good_catalogue
from tests.whole_pages import whole_pages

RATE = "ho-so-dung-han-ty-le"


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """The small project with a target for a rate and for a count."""
    project = shutil.copytree(GOOD, tmp_path / "nho")
    file = project / "data/reports/2031-A1.yaml"
    text = file.read_text("utf-8").replace("    value: 66.7\n", "    value: 66.7\n    target: 95,0\n")
    file.write_text(text.replace("    value: 112\n", "    value: 112\n    target: 140\n"), "utf-8", newline="\n")
    return load_catalogue(project)


@pytest.mark.parametrize(
    ("id", "target", "title"),
    [
        ("ho-so-dung-han-ty-le", "95.0", "66,7%; mục tiêu 95,0%"),
        ("ho-so-tiep-nhan", "140", "112\u00a0hồ sơ; mục tiêu 140\u00a0hồ sơ"),
    ],
)
def test_a_target_is_drawn_told_and_exported(catalogue: Catalogue, id: str, target: str, title: str) -> None:
    report = catalogue.reports_by_key[ReportKey.parse("2031-A1")]
    observation = report.by_key[series_key(id)]
    assert observation.target == Decimal(target)
    bar = progress_face(report, observation.indicator)
    assert bar is not None
    drawn = lxml.html.fromstring(str(bar_of_progress(bar)))
    assert drawn.findtext("title") == title
    row = next(o for o in json.loads(report_json(report, catalogue))["observations"] if o["id"] == id)
    assert row["target"] == target
    section = catalogue.sections_by_id[observation.indicator.section]
    annex = Renderer(catalogue).html("annex", "bao-cao/2031-a1/", report=report, section=section)
    assert f'<p class="row-rate">{title.split("; ")[1].capitalize()}</p>' in annex


def test_without_a_target_nothing_is_said_of_one() -> None:
    report = good_catalogue().reports_by_key[ReportKey.parse("2031-A1")]
    assert all(observation.target is None for observation in report.observations)
    assert progress_face(report, good_catalogue().indicators["ho-so-tiep-nhan"]) is None


RATE, COUNT = "ho-so-dung-han-ty-le", "ho-so-tiep-nhan"


def over_years(id: str, *figures: tuple[str, str | None]) -> Catalogue:
    """The small project with reports on years from 2031 on, each with this figure and its target."""
    reports = []
    for n, (value, target) in enumerate(figures):
        made = report(f"{2031 + n}-A1", {id: Decimal(value)})
        (row,) = made.observations
        aim = None if target is None else Decimal(target)
        reports.append(replace(made, observations=(replace(row, target=aim),)))
    return replace(good_catalogue(), reports=tuple(reversed(reports)))


@pytest.mark.parametrize(
    ("id", "figures", "said"),
    [
        (RATE, [("90", "95"), ("91", "95")], "Vạch ngang đậm: mục tiêu 95%."),
        (RATE, [("90", "95"), ("91", "98"), ("92", "98")], "Vạch ngang đậm: mục tiêu 95%, sau đó 98%."),
        (
            RATE,
            [("90", "91"), ("91", "92"), ("92", "93"), ("93", "94")],
            "Vạch ngang đậm: mục tiêu của từng kỳ, mới nhất là 94%.",
        ),
        (
            COUNT,
            [("9", None), ("10", "12")],
            "Vạch ngang đậm: mục tiêu 12\u00a0hồ sơ, chỉ vẽ ở kỳ có nêu mục tiêu.",
        ),
        (COUNT, [("9", None), ("10", "1200")], "Mục tiêu 1.200\u00a0hồ sơ cao hơn nhiều so với số liệu nên không vẽ."),
        (COUNT, [("9", None), ("10", None)], None),
    ],
)
def test_the_caption_of_a_series_names_its_targets(
    id: str, figures: list[tuple[str, str | None]], said: str | None
) -> None:
    made = over_years(id, *figures)
    (chart,) = charts(made.indicators[id], made, axes(made))
    unit = made.indicators[id].unit
    assert unit is not None
    axis = [f"{tick}%" for tick in (chart.series.axis[0], chart.series.axis[-1])]
    begins = f"Trục từ {axis[0]} đến {axis[1]}, không bắt đầu từ 0." if id == RATE else "Trục bắt đầu từ 0."
    whole = f"{chart.series.title}, tính bằng {unit.label}. {begins}"
    assert chart.caption == (f"{whole} {said}" if said else whole)
    texts = lxml.etree.fromstring(chart_file(chart.face)).iter("{*}text")
    words = [text for text in texts if float(text.get("y", "")) > 230]
    assert " ".join(str(text.text) for text in words) == chart.caption


def test_the_table_of_an_indicator_has_a_column_of_targets_where_one_is_stated() -> None:
    def table(*figures: tuple[str, str | None]) -> list[list[str]]:
        made = over_years(COUNT, *figures)
        address = addresses.indicator(made.indicators[COUNT])
        html = next(page.html for page in whole_pages(Renderer(made)) if page.address == address)
        rows = lxml.html.fromstring(html).xpath("//table[contains(@class, 'plain--series')]//tr")
        return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]

    head, newest, older = table(("10", None), ("9", "12"))
    assert head[:5] == ["Kỳ", "Kết quả", "Đơn vị", "Mục tiêu", "So với kỳ cùng loại trước"]
    assert (newest[3], older[3]) == ("12 hồ sơ", "")
    assert len(head) == len(newest) == len(older)
    assert "Mục tiêu" not in table(("10", None), ("9", None))[0]


def test_small_multiples_explain_the_line_of_targets_where_one_is_drawn() -> None:
    def signs(target: str | None) -> list[tuple[str, ...]]:
        made = over_years(COUNT, ("9", target), ("10", target))
        section = made.sections_by_id[made.indicators[COUNT].section]
        return [group.signs for group in multiples(section, made, lambda row: charts(row, made, axes(made)))]

    assert signs("12") == [("Vạch ngang đậm: mục tiêu nêu trong báo cáo kỳ đó.",)]
    assert signs(None) == signs("1200") == [()]


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ("43,750", "21/48\u00a0hồ sơ (43,750%)"),
        ("70,0", "Tính từ 21/48\u00a0hồ sơ"),
    ],
)
def test_the_bar_of_a_rate_says_its_figure_and_equals_only_what_it_equals(
    tmp_path: Path, value: str, title: str
) -> None:
    project = shutil.copytree(GOOD, tmp_path / "nho")
    file = project / "data/reports/2031-S1.yaml"
    file.write_text(file.read_text("utf-8").replace("value: 43,750\n", f"value: {value}\n"), "utf-8", newline="\n")
    # Only what is certain says two numbers of a rate that they do not give.
    definitions = project / "data/indicators/thu-tuc.yaml"
    line = "dung-han-ty-le: ho-so-dung-han-ty-le = ho-so-dung-han / ho-so-tiep-nhan"
    text = definitions.read_text("utf-8")
    assert line in text
    hard = text.replace(line, line.replace(": ", ":\n    law: ") + "\n    type: hard")
    definitions.write_text(hard, "utf-8", newline="\n")
    made = load_catalogue(project)
    bar = progress_face(made.reports_by_key[ReportKey.parse("2031-S1")], made.indicators[RATE])
    assert bar is not None
    drawn = lxml.html.fromstring(str(bar_of_progress(bar)))
    assert drawn.findtext("title") == title
