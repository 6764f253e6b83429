"""A target that the source names stands beside its figure, drawn and in words, on every face of it."""

import json
import shutil
from decimal import Decimal
from pathlib import Path

import lxml.html
import pytest

from macros.catalogue import load_catalogue
from macros.exports.report_json import report_json
from macros.model import Catalogue
from macros.views.charting import progress
from macros.views.rendering import Renderer
from tests.good_project import GOOD, good_catalogue


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
        ("ho-so-dung-han-ty-le", "95.0", "66,7\u00a0%; mục tiêu 95,0\u00a0%"),
        ("ho-so-tiep-nhan", "140", "112\u00a0hồ sơ; mục tiêu 140\u00a0hồ sơ"),
    ],
)
def test_a_target_is_drawn_told_and_exported(catalogue: Catalogue, id: str, target: str, title: str) -> None:
    report = catalogue.reports_by_period["2031-A1"]
    observation = report.by_indicator[id]
    assert observation.target == Decimal(target)
    drawn = lxml.html.fromstring(str(progress(report, observation.indicator)))
    assert drawn.findtext("title") == title
    row = next(o for o in json.loads(report_json(report, catalogue))["observations"] if o["id"] == id)
    assert row["target"] == target
    section = catalogue.sections_by_id[observation.indicator.section]
    annex = Renderer(catalogue).html("annex", "bao-cao/2031-a1/", report=report, section=section)
    assert f'<p class="row-rate">{title.split("; ")[1].capitalize()}</p>' in annex


def test_without_a_target_nothing_is_said_of_one() -> None:
    report = good_catalogue().reports_by_period["2031-A1"]
    assert all(observation.target is None for observation in report.observations)
    assert progress(report, good_catalogue().indicators["ho-so-tiep-nhan"]) is None
