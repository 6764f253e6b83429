"""The project's folders are folders of the project."""

from pathlib import Path

import pytest

from macros.loading.assembly import load_catalogue
from macros.problems.problem import Problems


@pytest.mark.parametrize("folder", ["data", "docs"])
def test_a_folder_that_leads_elsewhere_is_refused(project: Path, tmp_path: Path, folder: str) -> None:
    (project / folder).rename(tmp_path / "noi-khac")
    try:
        (project / folder).symlink_to(tmp_path / "noi-khac", target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links")
    with pytest.raises(Problems) as found:
        load_catalogue(project)
    assert (folder, "E107") in [(str(problem.place), problem.code) for problem in found.value.problems]
