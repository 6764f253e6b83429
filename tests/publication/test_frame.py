"""The frame leads where MkDocs' own would, and says of the site what MkDocs' settings say."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils import get_relative_url

from macros.addresses import shortest
from macros.publication.host_settings import Group, Navigation, Place, navigation
from macros.publication.theme_files import Bundles, theme_files

PARTS = st.lists(st.sampled_from(["a", "b", "bao-cao", "2031-s1"]), max_size=4)


@given(PARTS, PARTS, st.sampled_from(["", "/", "/tep.svg"]))
def test_a_link_is_the_one_that_mkdocs_would_write(here: list[str], there: list[str], end: str) -> None:
    page = "".join(f"{part}/" for part in here)
    target = "/".join(there) + (end if there else end.removeprefix("/"))
    assert shortest(target or ".", page) == get_relative_url(target or ".", page)


@pytest.mark.parametrize(
    ("entries", "items"),
    [
        ([{"Trang chủ": "index.md"}], [Place("Trang chủ", "", True)]),
        (["index.md", "a/index.md"], [Place("Nhà", "", True), Place("Mục", "a/")]),
        ([{"Một": "a.md"}, {"Hai": "a.md"}], [Place("Một", "a/"), Place("Một", "a/")]),
        ([{"Nhóm": [{"Trong": "a.md"}]}, "a.md"], [Group("Nhóm"), Place("Trong", "a/")]),
        ([{"Ngoài": "https://vi-du.example/"}], [Place("Ngoài", "https://vi-du.example/")]),
    ],
)
def test_the_navigation_is_what_the_settings_list(entries: list[object], items: list[object]) -> None:
    found = navigation(entries, {"index.md": "Nhà", "a/index.md": "Mục", "a.md": "Trang"})
    homepage = next((item for item in items if isinstance(item, Place) and item.is_homepage), None)
    assert found == Navigation(items, homepage)


def test_the_theme_comes_first_to_last(tmp_path: Path) -> None:
    """The first folder that has a file gives it; templates, code and what is Material's own are no files of a site."""
    first, last = tmp_path / "first", tmp_path / "last"
    for path in ("first/assets/a.svg", "last/assets/a.svg", "last/assets/b.svg", "last/assets/images/favicon.png"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path)
    for name in (".an", "main.html", "mkdocs_theme.yml", "README.txt", "x.py", "assets/bundled.css"):
        (last / name).write_text(name)
    found = theme_files([first, last], Bundles({}, frozenset({"assets/bundled.css"}), []))
    assert [(file.address, file.content()) for file in found] == [
        ("assets/a.svg", b"first/assets/a.svg"),
        ("assets/b.svg", b"last/assets/b.svg"),
    ]
