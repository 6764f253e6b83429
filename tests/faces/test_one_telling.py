"""A change is told alike wherever it stands, and each thing once: tile, annex, page of the indicator, comparison."""

import datetime
from dataclasses import replace

import lxml.html
import pytest

from macros.faces.key_figures_face import key_figures_face
from macros.faces.meaning import tile_meaning
from macros.outputs.html.renderer import Renderer
from macros.record import Catalogue, Report, series_key
from tests.comparing.reports import ROWS
from tests.comparing.test_precision import RATE, rated
from tests.good_project import good_catalogue

CONTRARY = rated("2030-S1", "99.7", 1403, 1407), rated("2031-S1", "100", 1037, 1042)


def published(before: Report, after: Report) -> Renderer:
    catalogue: Catalogue = replace(good_catalogue(), reports=(after, before))
    return Renderer(catalogue)


def text(html: str) -> str:
    return " ".join(" ".join(lxml.html.fromstring(f"<div>{html}</div>").itertext()).split())


def tile(renderer: Renderer) -> str:
    report = renderer.catalogue.latest
    face = key_figures_face(report, [report.by_key[series_key(RATE)]], renderer.derived)
    return text(renderer.html("key_figures", "", face=face))


def annex(renderer: Renderer) -> str:
    report, row = renderer.catalogue.latest, ROWS[RATE]
    section = renderer.catalogue.sections_by_id[row.section]
    return text(renderer.html("annex", "bao-cao/2031-s1/", report=report, section=section, chosen=True))


TOLD = (
    "iảm khoảng 0,2 điểm phần trăm (1.403/1.407 ≈ 99,72% → 1.037/1.042 ≈ 99,52%;"
    " báo cáo ghi số làm tròn: 99,7% và 100%)"
)


def test_tile_and_annex_tell_a_fall_though_the_printed_rates_rise() -> None:
    renderer = published(*CONTRARY)
    told = tile(renderer)
    assert f"G{TOLD} so với 6 tháng đầu năm 2030." in told
    assert told.count("1.037/1.042") == 1, "the two numbers are not said beside the change as well"
    row = annex(renderer)
    assert "▼ giảm khoảng 0,2 điểm phần trăm (≈ 99,72% → ≈ 99,52%) 1.037/1.042 hồ sơ ≈ 99,52%, làm tròn 100%" in row
    assert "▲ g" not in row
    for shown in (told, row):
        assert "≈ 99,72% ≈ 99,52%" in shown, "the small line has the ends that the sentence tells"


def test_the_chart_and_the_sentence_above_it_are_of_the_quotients() -> None:
    (chart,) = published(*CONTRARY).derived.charts(ROWS[RATE])
    assert [f"{point.value}" for point in chart.series.known] == ["99.72", "99.52"]
    assert chart.finding.replace("\u00a0", " ") == (
        "Giảm từ ≈ 99,72% (6 tháng đầu năm 2030) xuống ≈ 99,52% (6 tháng đầu năm 2031)."
    )
    assert "Tỷ lệ vẽ theo hai số tạo thành, vì số in trong báo cáo đã làm tròn." in chart.caption
    assert "≈ 99,52%, báo cáo ghi 100%" in chart.series.description.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("rate", "part", "whole", "meant"),
    [
        ("43.75", 7, 16, "7/16 hồ sơ."),
        ("66.67", 6, 9, "6/9 hồ sơ."),
        ("100", 1037, 1042, "1.037/1.042 hồ sơ ≈ 99,52%, báo cáo ghi số làm tròn."),
    ],
)
def test_a_tile_does_not_say_its_rate_again(rate: str, part: int, whole: int, meant: str) -> None:
    made = rated("2031-S1", rate, part, whole)
    catalogue = replace(good_catalogue(), reports=(made,))
    assert tile_meaning(made, made.by_key[series_key(RATE)], catalogue, told=False).replace("\u00a0", " ") == meant
    assert tile_meaning(made, made.by_key[series_key(RATE)], catalogue, told=True) == ""
    shown = tile(Renderer(catalogue))
    assert shown.replace("\u00a0", " ").endswith(meant)
    assert shown.count("%") == (2 if "≈" in meant else 1)


def test_the_column_of_changes_tells_spans_of_unequal_length() -> None:
    """In its head, and above the table for a phone; nothing where the spans are alike."""
    before, after = (rated(period, "50", 2, 4) for period in ("2030-S1", "2031-S1"))
    assert "lấy số liệu trong" not in annex(published(before, after))
    short = replace(before, data_start=datetime.date(2030, 1, 1), data_end=datetime.date(2030, 5, 20))
    whole = replace(after, data_start=datetime.date(2031, 1, 1), data_end=datetime.date(2031, 6, 30))
    shown = annex(published(short, whole))
    assert "So với 6 tháng đầu năm 2030 (lấy số liệu trong 140 ngày; kỳ này 181 ngày)" in shown
    assert "So với 6 tháng đầu năm 2030: kỳ này lấy số liệu trong 181 ngày, kỳ được so sánh 140 ngày." in shown
