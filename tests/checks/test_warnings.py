"""Each file in cases/warnings is one thing that a person should look at, and the exact words that say so.

The format is that of cases/bad; nothing under `--- expected` means that nothing is said.
"""

from pathlib import Path

import pytest

from macros.loading.assembly import checked_catalogue
from tests.good_project import GOOD
from tests.test_cases import UPDATE, apply

CASES = sorted((Path(__file__).parent.parent / "cases" / "warnings").glob("*.case"))
_EXPECTED = "--- expected\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_warning_is_exactly_this(case: Path, project: Path) -> None:
    changes, _, expected = case.read_text("utf-8").partition(_EXPECTED)
    apply(changes, project)
    told = "".join(f"{warning}\n" for warning in checked_catalogue(project)[1])
    if UPDATE:
        case.write_text(f"{changes}{_EXPECTED}{told}", "utf-8", newline="\n")
        expected = told
    assert told == expected


def test_the_good_project_gives_no_warning() -> None:
    assert checked_catalogue(GOOD)[1] == []


def test_a_case_is_named_after_the_warning_that_it_shows() -> None:
    for case in CASES:
        code, _, _ = case.stem.partition("-")
        expected = case.read_text("utf-8").partition(_EXPECTED)[2]
        assert f": {code} " in expected if code.startswith("W") else expected == "", case.stem
