"""What is published is chosen: whatever else lies in the folder of pages, the site is the same."""

import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from macros.loading.assembly import load_publication
from macros.reading.choice import local_path
from tests.conftest import built
from tests.good_project import GOOD, edit

STRAYS = {
    "ghi-chu.md": "# Ghi chú nội bộ",
    "bao-cao/2031-q4.md": "---\ntitle: Nháp\n---\n# Nháp",
    "bao-cao/2031-S1-nhap.MD": "# Tên viết hoa",
    "bao-cao/2031-s1.md.bak": "# Bản cũ",
    "bao-cao/2031-s1.md~": "# Bản cũ",
    "bao-cao/BC CCHC năm 2031.docx": "PK",
    "bao-cao/bc-2031.pdf": "%PDF",
    "~$bao-cao.docx": "x",
    "Thumbs.db": "x",
    "evil.html": "<script src=evil.js></script>",
    "evil.js": "alert(1)",
    "README.md": "# Không phải trang chủ",
    "index.html": "<p>Không phải trang chủ</p>",
    "bao-cao/index.html": "<p>Không phải danh sách</p>",
    "decisions/0001-a.md": "# Quyết định",
}
ATTACHED = "bao-cao/2031/phu-luc-2031.pdf"
LINKED_PAGE = "them/trang-them.md"


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project with files that nobody chose, one page and one file that a page links to."""
    project = copytree(GOOD, tmp_path_factory.mktemp("chosen") / "nho")
    edit(project / "docs/gioi-thieu.md", "# Giới thiệu\n", f"# Giới thiệu\n\n[Trang thêm]({LINKED_PAGE})\n")
    written = {**STRAYS, ATTACHED: "%PDF", LINKED_PAGE: "# Trang thêm\n\n[Phụ lục](../bao-cao/2031/phu-luc-2031.pdf)\n"}
    for name, text in written.items():
        (project / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / "docs" / name).write_text(text, "utf-8")
    return project


def files(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def clean_site(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("clean")
    return files(built(copytree(GOOD, folder / "nho"), folder / "site"))


def test_the_site_holds_nothing_that_nobody_chose(spoiled: Path, clean_site: set[str], tmp_path: Path) -> None:
    chosen = {ATTACHED, "them/trang-them/index.html"}
    assert files(built(spoiled, tmp_path / "site")) == clean_site | chosen


def test_mkdocs_itself_publishes_the_same(spoiled: Path, clean_site: set[str], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(spoiled / "mkdocs.yml"), "-d", str(tmp_path / "site")]
    subprocess.run(command, capture_output=True, check=True)
    assert files(tmp_path / "site") == clean_site | {ATTACHED, "them/trang-them/index.html"}


def test_each_page_and_file_that_is_published_is_there(spoiled: Path) -> None:
    choice = load_publication(spoiled).choice
    assert choice.files == {ATTACHED}
    assert choice.pages == {
        "index.md",
        "bao-cao/index.md",
        "bao-cao/2031-a1.md",
        "bao-cao/2031-s1.md",
        "cach-doc-so-lieu.md",
        "gioi-thieu.md",
        "thuat-ngu.md",
        LINKED_PAGE,
    }


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("a.pdf", "bao-cao/a.pdf"),
        ("../a.pdf#page=2", "a.pdf"),
        ("n%C4%83m.pdf", "bao-cao/năm.pdf"),
        ("../../a.pdf", "../a.pdf"),
        ("/a.pdf", None),
        ("\\a.pdf", None),
        ("#x", None),
        ("https://vi-du.example/a.pdf", None),
        ("//vi-du.example/a.pdf", None),
        ("http://[", None),
    ],
)
def test_what_an_address_on_a_page_means(address: str, path: str | None) -> None:
    assert local_path("bao-cao/2031-s1.md", address) == path
