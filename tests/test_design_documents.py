"""What the pages for maintainers name is there."""

import re
from pathlib import Path

import pytest

from tests.rooms import PICTURE, picture

ROOT = Path(__file__).parent.parent
PAGES = sorted([*(ROOT / "docs/design").glob("*.md"), ROOT / "README.md"])
# Made by whoever follows the page, or by a command.
_MADE = {"macros/kinds/rank.py"}
_PATH = re.compile(r"`((?:macros|tests|docs/huong-dan|docs/design|requirements)/[\w./-]*)`")
_ROOM = re.compile(r"^  ([\w./]+)", re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_path_that_a_page_names_is_there(page: Path) -> None:
    named = [path for path in _PATH.findall(page.read_text("utf-8")) if path not in _MADE]
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_how_to_add_is_held() -> None:
    """A page without a path would be held to nothing."""
    assert len(_PATH.findall((ROOT / "docs/design/how-to-add.md").read_text("utf-8"))) > 30


def test_the_rooms_of_the_readme_are_those_of_the_package() -> None:
    layout = (ROOT / "README.md").read_text("utf-8").partition("\nmacros/ ")[2].partition("\ntests/ ")[0]
    listed = {name.strip("/") for name in _ROOM.findall(layout)}
    there = {path.name for path in (ROOT / "macros").iterdir() if path.name not in {"__pycache__", "py.typed"}}
    assert {name for name in there if name not in listed and name not in layout} == set()
    assert {name for name in listed if not (ROOT / "macros" / name.strip(",")).exists()} == set()


def test_the_picture_of_the_rooms_shows_the_arrows_of_today() -> None:
    """`make rooms` draws it anew."""
    assert PICTURE.read_text("utf-8") == picture()
