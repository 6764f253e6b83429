"""What others made and readers receive is passed on with its licence."""

from pathlib import Path

from lxml.html import HtmlElement

from macros.addresses import LICENCES
from macros.licences import licences


def test_the_site_has_the_licences_of_what_is_on_its_pages(site: Path) -> None:
    text = (site / LICENCES).read_text("utf-8")
    assert text == licences()
    assert text.count("Permission is hereby granted, free of charge") == 2
    assert "Copyright (c) 2016-" in text
    assert "Martin Donath" in text
    assert "Pictogrammers" in text
    assert "Apache" in text


def test_a_reader_finds_them(pages: dict[str, HtmlElement]) -> None:
    assert pages["gioi-thieu/index.html"].xpath(f"//article//a[@href='../{LICENCES}']")
