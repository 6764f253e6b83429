"""What has read only what is still the same is not made: what is made after an edit, and that nothing else is."""

import subprocess
from pathlib import Path

import pytest

from macros.hosts.site_build import build_site
from macros.publication import artifact, authors_pages
from macros.publication.ledger import opened
from macros.publication.making import Making
from tests.demo.project import write_demo
from tests.fuzz.publishing import tree

_PERIODS = 9


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invented project of several kinds of period, with what a build of it has left."""
    project = tmp_path_factory.mktemp("former") / "project"
    write_demo(Path(__file__).parents[2], project, _PERIODS, 1)
    build_site(project, project.parent / "site", ledger=opened(project))
    return project


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The addresses of the files, and the sources of the pages of authors, that are made while a test runs."""
    found: set[str] = set()
    making, page = Making.made, authors_pages.AuthorsPages._made

    def noted_file(self: Making, one: artifact.Artifact) -> object:
        found.add(one.address)
        return making(self, one)

    def noted_page(self: authors_pages.AuthorsPages, one: authors_pages.Source, rendered: object) -> object:
        found.add(f"docs/{one.source}")
        return page(self, one, rendered)  # type: ignore[arg-type, type-var]

    monkeypatch.setattr(Making, "made", noted_file)
    monkeypatch.setattr(authors_pages.AuthorsPages, "_made", noted_page)
    # What a child has made its parent is told by its files only.
    monkeypatch.setattr("macros.publication.sharing.workers", lambda: 1)
    return found


def again(project: Path) -> None:
    """Build, and compare with a build that knows of no other."""
    site = project.parent / "site"
    build_site(project, site, ledger=opened(project))


def alike(project: Path) -> None:
    build_site(project, project.parent / "cold", ledger=None)
    assert tree(project.parent / "site") == tree(project.parent / "cold")


def reports(project: Path) -> list[Path]:
    """The files of the reports, by the ends of their periods as their names sort them."""
    return sorted((project / "data/reports").glob("*.yaml"))


def test_a_paragraph_makes_its_page_and_no_other(invented: Path, made: set[str]) -> None:
    page = next((invented / "docs/bao-cao").glob("2031-*.md"))
    page.write_text(page.read_text("utf-8") + "\nMột đoạn không có số liệu.\n", "utf-8")
    again(invented)
    pages = {path for path in made if path.startswith("docs/") or path.endswith(".html")}
    assert pages == {f"docs/bao-cao/{page.name}", f"bao-cao/{page.stem}/index.html", "404.html"}
    alike(invented)


def test_a_figure_makes_what_shows_its_report(invented: Path, made: set[str]) -> None:
    first = reports(invented)[0]
    text = first.read_text("utf-8")
    first.write_text(text.replace("recipients:", "recipients:\n  - Nơi nhận khác (bịa đặt)", 1), "utf-8")
    again(invented)
    assert f"api/v1/reports/{first.stem}.json" in made
    others = {path.stem for path in reports(invented)} - {first.stem}
    pages = {path.split("/")[2].removesuffix(".md") for path in made if path.startswith("docs/bao-cao/2")}
    assert first.stem.lower() in pages
    assert len(pages) < len(others)
    assert not [name for name in others if f"api/v1/reports/{name}.csv" in made]
    alike(invented)
    subprocess.run(["git", "-C", str(invented), "checkout", "--quiet", "."], check=True)


def test_what_was_made_from_other_definitions_is_made_again_though_it_read_the_same(invented: Path) -> None:
    register = invented / "data/documents.yaml"
    text = register.read_text("utf-8")
    for changed in (text.replace("subject: ", "subject: Trích yếu khác, ", 1), text):
        # Rows of both are kept: the second time there are some for what the site was not made from.
        register.write_text(changed, "utf-8")
        again(invented)
        alike(invented)
