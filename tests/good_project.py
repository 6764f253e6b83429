"""The small invented project that the tests build on; every file of it is valid."""

import tempfile
from functools import cache
from pathlib import Path
from shutil import copytree

from macros.loading.assembly import load_catalogue
from macros.record import Catalogue

GOOD = Path(__file__).parent / "cases" / "good" / "nho"


@cache
def good_catalogue() -> Catalogue:
    """The catalogue of the small project, read once; outside of this repository, whose history is none of its own."""
    with tempfile.TemporaryDirectory() as folder:
        return load_catalogue(copytree(GOOD, Path(folder) / "nho"))


def edit(file: Path, before: str, after: str) -> None:
    """Replaces a text that stands once in a file."""
    text = file.read_text("utf-8")
    assert text.count(before) == 1, before
    file.write_text(text.replace(before, after), "utf-8", newline="\n")
