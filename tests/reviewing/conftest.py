"""What the tests of a reviewer's questions share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.good_project import edit as edit_file


@pytest.fixture
def edit(project: Path) -> Callable[[str, str, str], None]:
    """Replaces one text of a file, named by its path below the project, by another."""
    return lambda path, before, after: edit_file(project / path, before, after)
