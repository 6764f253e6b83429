"""Every page is valid HTML, as the Nu checker of the W3C sees it."""

import os
from pathlib import Path

import pytest

from tests.site.nu_checker import REQUIRED, complaints, java


@pytest.fixture(scope="module", autouse=True)
def checker() -> None:
    """Skips where there is no Java, unless CI demands one."""
    if java() is None:
        reason = "no Java on this machine for the Nu HTML checker; tests/site/nu_checker.py installs one"
        if os.environ.get(REQUIRED) == "1":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)


def test_every_page_is_valid_html(site: Path) -> None:
    assert complaints(site) == []


def test_the_checker_does_find_what_is_wrong(tmp_path: Path) -> None:
    page = '<!doctype html>\n<html lang="vi"><title>Thử</title>\n<p><table role="table"><tr><td role="cell">x</table>'
    (tmp_path / "sai.html").write_text(page, encoding="utf-8")
    found = complaints(tmp_path)
    assert [line.split(":")[:2] for line in found] == [["sai.html", "3"]]
