"""What others made and readers receive is passed on with its licence."""

import tomllib
from importlib.metadata import distribution
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from macros.addresses import LICENCES
from macros.outputs.assets.licences import licences


def test_the_site_has_the_licences_of_what_is_on_its_pages(site: Path) -> None:
    text = (site / LICENCES).read_text("utf-8")
    assert text == licences()
    assert text.count("Permission is hereby granted, free of charge") == 2
    assert "Copyright (c) 2016-" in text
    assert "Martin Donath" in text
    assert "Pictogrammers" in text
    assert "Apache" in text


ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("name", "installed"),
    [
        ("mkdocs-material.txt", "licenses/LICENSE"),
        ("material-design-icons.txt", "material/templates/.icons/material/LICENSE"),
    ],
)
def test_the_package_has_the_same_licences(name: str, installed: str) -> None:
    files = [file for file in distribution("mkdocs-material").files or () if file.as_posix().endswith(installed)]
    theirs = Path(str(files[0].locate())).read_text("utf-8").strip()
    assert (ROOT / "LICENSES" / name).read_text("utf-8").strip() == theirs
    assert theirs in licences()


def test_every_licence_goes_into_the_package() -> None:
    patterns = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["license-files"]
    packed = {path for pattern in patterns for path in ROOT.glob(pattern)}
    assert packed == {ROOT / "LICENSE", *(ROOT / "LICENSES").iterdir()}


def test_a_reader_finds_them(pages: dict[str, HtmlElement]) -> None:
    assert pages["gioi-thieu/index.html"].xpath(f"//article//a[@href='../{LICENCES}']")
