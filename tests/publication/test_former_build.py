"""What has read only what is still the same is not made: what is made after an edit, and that nothing else is."""

import os
import re
import stat
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from macros.history import public_states
from macros.history.git import Log, Objects
from macros.hosts.site_build import build_site
from macros.publication import artifact, authors_pages
from macros.publication.ledger import opened
from macros.publication.making import Making
from macros.record import Knowledge
from tests.demo.project import write_demo
from tests.fuzz.publishing import tree

_PERIODS, _FEW = 9, 3
_REVISION = re.compile(r"^  - number: (\d+)\n    date: ([\d-]+)$", re.MULTILINE)
_FIGURE = re.compile(r"(?<=value: )\d+$", re.MULTILINE)


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invented project of several kinds of period, with what a build of it has left."""
    return _built(tmp_path_factory.mktemp("former"), _PERIODS)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One of few reports."""
    return _built(tmp_path_factory.mktemp("few"), _FEW)


def _built(folder: Path, periods: int) -> Path:
    project = folder / "project"
    write_demo(Path(__file__).parents[2], project, periods, 1)
    build_site(project, folder / "site", ledger=opened(project))
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


def correct(report: Path) -> None:
    """Raise the first figure of a published report, with a revision as a clerk adds it."""
    text = report.read_text("utf-8")
    number, day = _REVISION.findall(text)[-1]
    after = date.fromisoformat(day) + timedelta(1)
    revision = f"  - number: {int(number) + 1}\n    date: {after}\n    reason: Chép sai\n"
    text = text.replace("\nobservations:", f"{revision}\nobservations:", 1)
    report.write_text(_FIGURE.sub(lambda found: str(int(found[0]) + 1), text, count=1), "utf-8")


# The report on the year 2031 is corrected, of whose kind there is no other: how many are made, by kinds of address.
CORRECTED = {
    # The report and each of its revisions, with its page of an author and those that call figures of any report.
    "docs/bao-cao/2031-a1.md": 1,
    "docs/bao-cao/index.md": 1,
    "docs/index.md": 1,
    "bao-cao/2031-a1/index.html": 1,
    "bao-cao/2031-a1/chat-luong/index.html": 1,
    "bao-cao/2031-a1/v#/index.html": 5,
    "api/v1/reports/2031-A1.csv": 1,
    "api/v1/reports/2031-A1.json": 1,
    # What tells of all reports: lists, the history, every row and section, and documents that the report cites.
    "index.html": 1,
    "bao-cao/index.html": 1,
    "lich-su-sua-doi/index.html": 1,
    "lich-su-sua-doi/feed.xml": 1,
    "chi-tieu/*/index.html": 63,
    "nhom/*/index.html": 7,
    "van-ban/*/index.html": 4,
    # Which kinds of period have a chart follows from all figures of a row.
    **{f"api/v1/series/*.{kind}.{file}": n for kind, n in (("n", 39), ("q", 56), ("s", 37)) for file in ("csv", "svg")},
    # The first layer, and the volume that the report is in.
    "tim-kiem/index/catalogue.js": 1,
    "tim-kiem/index/ky/*": 8,
    "tim-kiem/index/quyen-ky/1/*": 3,
    # What is known by no key, and is compared with what stands.
    "404.html": 1,
    "sitemap.xml": 1,
    "sitemap.xml.gz": 1,
    "giay-phep-phan-mem.txt": 1,
    "assets/*": 6,
}


def kind(address: str) -> str:
    """The address with what differs between things of a kind left out."""
    address = re.sub(r"^(chi-tieu|nhom|van-ban)/[^/]+/", r"\1/*/", address)
    address = re.sub(r"^(api/v1/series/)[^.]+|^(assets/|tim-kiem/index/(?:ky|quyen-ky/\d+)/).*", r"\1\2*", address)
    return re.sub(r"^(bao-cao/.*/v)\d+/", r"\1#/", address)


def test_a_figure_makes_what_shows_its_report(invented: Path, made: set[str]) -> None:
    correct(reports(invented)[0])
    again(invented)
    assert Counter(map(kind, made)) == CORRECTED
    alike(invented)
    subprocess.run(["git", "-C", str(invented), "checkout", "--quiet", "."], check=True)


def test_what_was_made_from_other_definitions_is_made_again_though_it_read_the_same(few: Path) -> None:
    register = few / "data/documents.yaml"
    text = register.read_text("utf-8")
    for changed in (text.replace("subject: ", "subject: Trích yếu khác, ", 1), text):
        # Rows of both are kept: the second time there are some for what the site was not made from.
        register.write_text(changed, "utf-8")
        again(few)
        alike(few)


def test_a_relation_that_is_changed_and_changed_back_is_told_as_it_is(few: Path) -> None:
    """The figures of a report stay the same, and what is kept of them too."""
    files = sorted((few / "data/indicators").glob("*.yaml"))
    file = next(path for path in files if "type: hard" in path.read_text("utf-8"))
    text = file.read_text("utf-8")
    for changed in (text.replace("    type: hard\n", "", 1), text):
        file.write_text(changed, "utf-8")
        again(few)
        alike(few)


def edited(project: Path) -> None:
    """An edit of what every page shows."""
    agency = project / "data/agency.yaml"
    agency.write_text(agency.read_text("utf-8").replace("\n  name: ", "\n  name: Cơ quan ", 1), "utf-8")


def test_what_git_could_not_give_once_is_asked_for_again(few: Path) -> None:
    edited(few)
    with pytest.MonkeyPatch.context() as failing:
        failing.setattr(Objects, "_ask", lambda self, name: ("", "", b""))
        again(few)
    again(few)
    alike(few)


def test_a_history_that_could_not_be_read_once_is_read_again(few: Path) -> None:
    edited(few)
    with pytest.MonkeyPatch.context() as failing:
        failing.setattr(public_states, "recorded", lambda root, folders: Log(Knowledge.UNREADABLE))
        again(few)
    again(few)
    alike(few)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_page_has_the_rights_of_a_new_one(few: Path) -> None:
    site = few.parent / "site"
    page, other = site / "chi-tieu/index.html", site / "index.html"
    page.chmod(0o600)
    edited(few)
    again(few)
    assert stat.S_IMODE(page.stat().st_mode) == stat.S_IMODE(other.stat().st_mode) != 0o600


def test_a_word_of_the_settings_that_no_variable_can_have_is_no_variable(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: !ENV [TEN, Tên của trang]\n", "utf-8")
    code = "import pathlib, sys; from macros.publication.unchanged import inputs; inputs(pathlib.Path(sys.argv[1]))"
    poor = {**os.environ, "LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True, env=poor)
