"""A page of brackets in brackets is told at once: Markdown would look for the end of each of them for minutes."""

from pathlib import Path

import pytest

from macros.loading.assembly import checked_catalogue
from macros.problems.problem import Problems
from macros.reading.outline import piles_up


@pytest.mark.parametrize(
    ("text", "piled"),
    [
        ("[chữ](địa-chỉ) " * 5_000, False),
        ("[" * 100 + "]" * 100, False),
        ("[" * 101, True),
        ("[a " * 200 + "]" * 200, True),
        ("[a\n" * 200, True),
        ("[a\n\n" * 200, False),
    ],
)
def test_brackets_pile_up_within_a_paragraph(text: str, piled: bool) -> None:
    assert piles_up(text) is piled


def test_a_page_of_brackets_is_refused_without_being_read(project: Path) -> None:
    page = project / "docs/gioi-thieu.md"
    page.write_text(page.read_text("utf-8") + "\n\n" + "[" * 200_000 + "\n", "utf-8")
    with pytest.raises(Problems) as told:
        checked_catalogue(project)
    assert [problem.place.path for problem in told.value.problems] == ["docs/gioi-thieu.md"]
