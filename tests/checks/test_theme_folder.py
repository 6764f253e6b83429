"""The folder of a theme is published whole, so it is there, and nothing in it leads elsewhere."""

from pathlib import Path

import pytest

from macros.loading.assembly import load_catalogue
from macros.problems.problem import Problems
from tests.good_project import edit


def told(project: Path) -> list[str]:
    """What is found to be wrong with the project whose theme is in `giao-dien`."""
    edit(project / "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: giao-dien\n")
    try:
        load_catalogue(project)
    except Problems as found:
        return [f"{problem.code} {problem.found}" for problem in found.problems]
    return []


def test_a_folder_of_its_own_is_taken(project: Path) -> None:
    (project / "giao-dien").mkdir()
    (project / "giao-dien/a.txt").write_text("chữ", "utf-8")
    assert told(project) == []


def test_one_that_is_not_there_is_told(project: Path) -> None:
    assert told(project) == ["E602 không có thư mục giao diện “giao-dien”"]


@pytest.mark.parametrize("linked", ["giao-dien", "giao-dien/ngoai", "giao-dien/a.txt"])
def test_what_leads_elsewhere_is_told(project: Path, tmp_path: Path, linked: str) -> None:
    target = tmp_path / "noi-khac"
    target.mkdir()
    (project / linked).parent.mkdir(exist_ok=True)
    (project / linked).symlink_to(target)
    assert told(project) == [f"E602 “{linked}” của giao diện là một liên kết"]
