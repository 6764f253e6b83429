"""The small invented project that the tests build on; every file of it is valid."""

from functools import cache
from pathlib import Path

from macros.catalogue import load_catalogue
from macros.model import Catalogue

GOOD = Path(__file__).parent / "cases" / "good" / "nho"


@cache
def good_catalogue() -> Catalogue:
    """The catalogue of the small project, read once."""
    return load_catalogue(GOOD)
