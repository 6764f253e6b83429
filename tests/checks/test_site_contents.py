"""What links are judged by is what the site holds: each page, each file, each place on a page."""

from pathlib import Path

import pytest
from lxml.html import HtmlElement

from macros import addresses
from macros.checks.index import Known
from macros.checks.site_contents import SiteContents, site_contents
from macros.history.public_states import read_past
from macros.reading.project import Project, read_project
from macros.reading.sources import Folder


def known_of(root: Path) -> tuple[Project, SiteContents]:
    project, problems = read_project(Folder(root))
    assert problems == []
    return project, site_contents(project, Known.of(project, read_past(root).moved_reports()))


def sources(pages: dict[str, HtmlElement]) -> set[str]:
    """The address of every page of a site but that of an unknown address."""
    return {path.removesuffix("index.html") for path in pages if path != "404.html"}


def test_every_page_and_file_is_known_before_it_is_made(
    demo_project: Path, demo_site: Path, demo_pages: dict[str, HtmlElement]
) -> None:
    _, contents = known_of(demo_project)
    known = [*contents.anchors, *contents.generated]
    assert contents.unsure == ()
    # Also where a report that once was about another period leads on from there, which only its history knows.
    assert read_past(demo_project).moved
    assert {addresses.narrative(path) for path in known if path.endswith(".md")} == sources(demo_pages)
    files = {path for path in (*contents.files, *contents.generated) if not path.endswith(".md")}
    assert {path for path in files if not (demo_site / path).is_file()} == set()
    downloads = {path.relative_to(demo_site).as_posix() for path in (demo_site / "api").rglob("*") if path.is_file()}
    assert {path for path in downloads if path.startswith(("api/v1/reports/", "api/v1/series/"))} <= files


@pytest.mark.parametrize("site", ["demo", "whole"])
def test_every_place_is_known_before_it_is_made(site: str, request: pytest.FixtureRequest) -> None:
    root = request.getfixturevalue("demo_project") if site == "demo" else Path(__file__).parent.parent.parent
    pages: dict[str, HtmlElement] = request.getfixturevalue("demo_pages" if site == "demo" else "pages")
    project, contents = known_of(root)
    compared = 0
    for source, anchors in contents.anchors.items():
        made = {str(id) for id in pages[f"{addresses.narrative(source)}index.html"].xpath("//@id")}
        assert anchors - project.choice.outlines[source].changing - made == set(), source
        compared += len(anchors)
    assert compared > 50
