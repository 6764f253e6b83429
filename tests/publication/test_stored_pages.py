"""Pages of authors are kept in parts, and come back as they were or not at all."""

import pickle
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from markupsafe import Markup

from macros.publication import authors_pages
from macros.publication.authored import CompletedPage
from macros.publication.frame import FramedPage, Heading
from macros.publication.ledger import FOLDER
from macros.publication.stored_pages import compressed, in_memory, parted, read_framed, read_head, written
from tests.fuzz.publishing import tree
from tests.good_project import edit
from tests.publication.conftest import Run

# What YAML may make of a front matter.
_NOON = datetime(2031, 7, 1, 12, tzinfo=timezone(timedelta(hours=7)))
_META = {
    "description": "Lời",
    "beside": Markup("<p>"),
    "day": _NOON.date(),
    "noon": _NOON,
    "tags": [1, 2.5, None, True],
}
FRAMED = FramedPage("a/", "Trang", "<p>Nội dung</p>", (Heading("Đầu", "x", 2, (Heading("Con", "y", 3),)),), _META)
PAGE = CompletedPage("a.md", FRAMED, None, ())


def test_a_page_comes_back_as_it_was() -> None:
    head, framed = parted(PAGE)
    assert read_head(written(head)) == head
    assert read_framed(framed) == in_memory(head, compressed(framed)).framed() == FRAMED
    assert (head.source, head.url, head.title) == ("a.md", "a/", "Trang")


def test_another_content_is_another_digest() -> None:
    other = CompletedPage("a.md", FramedPage("a/", "Trang", "<p>Nội dung khác</p>"), None, ())
    assert parted(PAGE)[0].framed != parted(other)[0].framed


@pytest.mark.parametrize("kept", [pickle.dumps(Path("x")), pickle.dumps("x")])
def test_nothing_but_parts_of_pages_is_made(kept: bytes) -> None:
    for read in (read_head, read_framed):
        with pytest.raises(ValueError, match=r"not packed by us|no such part"):
            read(kept)


def test_what_goes_into_the_frame_is_rendered_again_where_it_is_kept_no_more(run: Run, project: Path) -> None:
    assert run("build").status == 0
    for entry in (project / FOLDER).rglob("*"):
        if entry.is_file() and b"FramedPage" in entry.read_bytes() and b"PageHead" not in entry.read_bytes():
            entry.unlink()
    # Another frame for all pages.
    edit(project / "mkdocs.yml", "site_name: ", "site_name: Trang ")
    assert run("build").status == 0
    assert run("build", "--no-cache", "--site-dir", str(project / "cold")).status == 0
    assert tree(project / "site") == tree(project / "cold")


def test_what_is_kept_and_is_no_part_of_a_page_is_made_again(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("build").status == 0
    edit(project / "mkdocs.yml", "site_name: ", "site_name: Trang ")

    def no_part(kept: bytes) -> object:
        raise ValueError(kept)

    for name in ("read_head", "read_framed"):
        monkeypatch.setattr(authors_pages, name, no_part)
    assert run("build").status == 0
    assert run("build", "--no-cache", "--site-dir", str(project / "cold")).status == 0
    assert tree(project / "site") == tree(project / "cold")
