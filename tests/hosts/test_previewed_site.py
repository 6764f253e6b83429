"""The preview shows the bytes of the site that a build would make now, whatever has changed since it was opened."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import FileSystemLoader

from macros.history.repository_state import places_of_history
from macros.hosts import own_host, previewed_site
from macros.hosts.followed_files import FollowedFiles, changed
from macros.hosts.previewed_site import PreviewedSite
from macros.hosts.site_build import build_site
from macros.outputs.html import renderer
from macros.publication import former_places
from macros.publication.asked_files import AskedFiles
from macros.publication.manifest import MANIFEST
from tests.fuzz.publishing import tree
from tests.good_project import edit
from tests.history.repositories import Git

PACKAGE = Path(own_host.__file__).parents[1]
THEME, TEMPLATES = PACKAGE / "theme", PACKAGE / "outputs/html/templates"
REPORT = "data/reports/2031-A1.yaml"
PAGE = "bao-cao/2031-a1/index.html"


def shown(site: PreviewedSite) -> dict[str, bytes]:
    """Every file that the preview has, by its address."""
    state = site.state()
    assert state.wrong == ""
    assert state.files is not None
    return {address: content(site, address) for address in state.files.addresses()}


def content(site: PreviewedSite, address: str) -> bytes:
    _, asked = site.at(address)
    assert asked is not None, address
    assert not asked.problems
    return asked.content


def built(project: Path, folder: Path) -> dict[str, bytes]:
    """Every file that a build makes of the project."""
    build_site(project, folder)
    former_places.settled(project, folder)
    return {address: content for address, content in tree(folder).items() if address != MANIFEST}


def assert_same(site: PreviewedSite, expected: dict[str, bytes]) -> None:
    found = shown(site)
    assert found.keys() == expected.keys()
    assert [address for address in expected if found[address] != expected[address]] == []


def test_every_address_of_a_site_has_the_bytes_that_a_build_writes(demo_project: Path, demo_site: Path) -> None:
    site = PreviewedSite(demo_project, lambda message: None)
    assert_same(site, {address: content for address, content in tree(demo_site).items() if address != MANIFEST})


def value(project: Path) -> None:
    edit(project / REPORT, "value: 112", "value: 113")


def note(project: Path) -> None:
    edit(project / REPORT, "Chưa có số hồ sơ", "Chưa biết số hồ sơ")


def paragraph(project: Path) -> None:
    edit(project / "docs/bao-cao/2031-a1.md", "Cả năm tiếp nhận", "Trong cả năm, đơn vị tiếp nhận")


def register(project: Path) -> None:
    edit(project / "data/agency.yaml", "short_name: Cơ quan ví dụ", "short_name: Cơ quan làm ví dụ")


def new_page(project: Path) -> None:
    (project / "docs/them.md").write_text("# Trang thêm\n\nMột trang mới.\n", "utf-8")
    edit(project / "mkdocs.yml", "  - Giới thiệu: gioi-thieu.md\n", "  - Giới thiệu: gioi-thieu.md\n  - them.md\n")


def deleted_page(project: Path) -> None:
    (project / "docs/gioi-thieu.md").unlink()
    edit(project / "mkdocs.yml", "  - Giới thiệu: gioi-thieu.md\n", "")


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param([value, note, paragraph], id="figures-and-words"),
        pytest.param([register], id="register"),
        pytest.param([new_page, deleted_page], id="pages"),
    ],
)
def test_after_a_change_every_address_has_the_bytes_of_a_build_from_nothing(
    project: Path, tmp_path: Path, changes: list[Callable[[Path], None]]
) -> None:
    site = PreviewedSite(project, lambda message: None)
    shown(site)
    for n, change in enumerate(changes):
        change(project)
        assert_same(site, built(project, tmp_path / str(n)))


def test_a_mistake_keeps_the_last_good_site_and_is_told_until_it_is_mended(project: Path, tmp_path: Path) -> None:
    told: list[str] = []
    site = PreviewedSite(project, told.append)
    good = content(site, PAGE)
    told.clear()
    edit(project / REPORT, "value: 112", "value: 112%")
    state, asked = site.at(PAGE)
    assert asked is not None
    assert asked.content == good
    assert state.wrong.startswith(
        f"{REPORT}:16:12: E402 ho-so-tiep-nhan “Số hồ sơ tiếp nhận”: “112%” không phải là số\n"
    )
    kept_back = "Chưa dựng lại được; trang đang xem là bản trước. Sửa lỗi trên rồi lưu tệp, trang sẽ tự cập nhật."
    assert told == [state.wrong, kept_back]
    (project / "data/units.yaml").rename(tmp_path / "units.yaml")
    assert "data/units.yaml: E100" in site.state().wrong
    (tmp_path / "units.yaml").rename(project / "data/units.yaml")
    edit(project / REPORT, "value: 112%", "value: 112")
    told.clear()
    assert content(site, PAGE) == good
    assert site.state().wrong == ""
    assert told == ["Đã hết lỗi; trang xem thử đã cập nhật."]


@pytest.fixture
def looks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the templates and the theme of the package, in use for one test to spoil."""
    folder = tmp_path / "giao-dien"
    for part, room in (("theme", THEME), ("templates", TEMPLATES)):
        shutil.copytree(room, folder / part)
    monkeypatch.setattr(own_host, "_THEME", folder / "theme")
    monkeypatch.setattr(renderer, "_TEMPLATES", FileSystemLoader(folder / "templates"))
    monkeypatch.setattr(previewed_site, "_LOOKS", (folder / "theme", folder / "templates"))
    return folder


def test_a_change_of_a_template_is_shown_at_once(project: Path, looks: Path, tmp_path: Path) -> None:
    site = PreviewedSite(project, lambda message: None)
    shown(site)
    edit(looks / "templates/downloads.html", "{%- else %}", "{%- else %}<!-- thu -->")
    edit(looks / "theme/main.html", "{% block extrahead %}", '{% block extrahead %}<meta name="thu" content="">')
    page = content(site, PAGE).decode()
    assert "<!-- thu -->" in page
    assert '<meta name="thu" content="">' in page
    assert_same(site, built(project, tmp_path / "site"))


def test_a_template_that_is_no_template_is_told_by_its_line(project: Path, looks: Path) -> None:
    site = PreviewedSite(project, lambda message: None)
    good = content(site, PAGE)
    path = looks / "theme/main.html"
    before = path.read_text("utf-8")
    path.write_text("{% extends 'base.html' %}\n{% block %}\n", "utf-8")
    state, asked = site.at(PAGE)
    assert asked is not None
    assert asked.content == good
    assert state.wrong.startswith(f"{path}, dòng 2: mẫu trang viết sai (")
    path.write_text(before, "utf-8")
    assert content(site, PAGE) == good


def test_a_commit_is_a_change(git: Git, project: Path, tmp_path: Path) -> None:
    value(project)
    site = PreviewedSite(project, lambda message: None)
    number = site.state().number
    git("commit", "-qam", "Sửa một số")
    assert site.state().number == number + 1
    assert_same(site, built(project, tmp_path / "site"))
    assert places_of_history(tmp_path.parent) == []


def test_nothing_is_read_or_made_again_without_a_change(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = PreviewedSite(project, lambda message: None)
    first = site.state()
    monkeypatch.setattr(PreviewedSite, "_read", lambda self: pytest.fail("read again"))
    assert site.state() is first
    (project / ".cache").mkdir(exist_ok=True)
    (project / "site").mkdir(exist_ok=True)
    (project / "data/__pycache__").mkdir()
    assert site.at(PAGE)[0] is first


def test_what_a_page_says_for_the_search_is_asked_again_only_of_pages_that_may_say_something_else(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    completed: list[str] = []
    make = AskedFiles._completed
    monkeypatch.setattr(AskedFiles, "_completed", lambda self, page: completed.append(page.source) or make(self, page))
    site = PreviewedSite(project, lambda message: None)
    while site.continue_index():
        pass
    assert len(completed) == len(set(completed)) > 3
    completed.clear()
    paragraph(project)
    assert "đơn vị tiếp nhận".encode() in content(site, "tim-kiem/index/catalogue.js")
    assert completed == ["bao-cao/2031-a1.md"]


def test_of_a_file_that_looks_the_same_its_content_is_looked_at_while_it_is_new(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    file = tmp_path / "data/mot.yaml"
    file.write_text("a: 1\n", "utf-8")
    now = time.time_ns()
    os.utime(file, ns=(now, now))
    followed = FollowedFiles(tmp_path)
    first = followed.look()
    assert changed(first, followed.look(first)) == []
    with file.open("r+", encoding="utf-8") as opened:
        opened.write("a: 2\n")
    before = first[os.fspath(file)]
    os.utime(file, ns=(now, now))
    second = followed.look(first)
    # Even where the disk's clock has not moved on.
    same_mark = {**second, os.fspath(file): second[os.fspath(file)]._replace(mark=before.mark)}
    assert changed(first, same_mark) == [os.fspath(file)]


@pytest.mark.parametrize(
    "place", ["data/moi.yaml", "docs/anh.png", "mkdocs.yml", "la.txt", "data/reports/2031-A1.yaml"]
)
def test_a_file_that_comes_or_goes_is_a_change(project: Path, place: str) -> None:
    followed = FollowedFiles(project)
    first = followed.look()
    path = project / place
    if path.exists():
        path.unlink()
    else:
        path.write_text("mới", "utf-8")
    assert changed(first, followed.look(first)) == [
        os.fspath(path) + ("/" if place == "la.txt" else ""),
        *([os.fspath(path) + "/"] if place == "mkdocs.yml" else []),
    ]
