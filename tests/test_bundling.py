"""Bundles: everything of their parts that a browser reads, nothing that it does not, and a name made of it."""

from pathlib import Path

import pytest
import yaml

from macros.bundling import (
    EARLY,
    ENGINE,
    PAGE_SCRIPTS,
    ThemeFolders,
    engine,
    page_bundles,
    script_bundle,
    style_bundle,
)
from tests.conftest import ROOT

THEME = ROOT / "macros" / "theme"


def test_sheets_follow_each_other_without_comments_and_images() -> None:
    bundle = style_bundle(
        "a", ["/* x */\nb { color: red; }\n", "/*! licence */ c{background:url('data:image/svg+xml,<svg/>')}"]
    )
    assert bundle.text == "b { color: red; }\n/*! licence */ c{background:none}\n"


def test_an_address_that_is_no_image_in_the_sheet_stays() -> None:
    assert style_bundle("a", ["a{background:url(x.svg)}"]).text == "a{background:url(x.svg)}\n"


def test_scripts_lose_whole_lines_of_comment_and_nothing_else() -> None:
    script = '// what\n/** why\n * more */\nconst a = "// not a comment"; // stays\n'
    assert script_bundle("a", [script]).text == 'const a = "// not a comment"; // stays\n'


def test_a_name_changes_with_the_text_alone() -> None:
    one, same, other = (style_bundle("a", [text]).name for text in ("b{}", "b{}", "c{}"))
    assert one == same != other
    assert one.startswith("a.")
    assert one.endswith(".css")


def test_a_folder_that_overrides_wins_and_a_missing_file_is_told(tmp_path: Path) -> None:
    (ours, theirs) = (tmp_path / "ours", tmp_path / "theirs")
    for folder, text in ((ours, "1"), (theirs, "2")):
        folder.mkdir()
        (folder / "main.abc.css").write_text(text, encoding="utf-8")
    theme = ThemeFolders([ours, theirs])
    assert theme.text("main.*.css") == "1"
    assert theme.has("main.abc.css")
    with pytest.raises(FileNotFoundError, match="no folder of the theme has other"):
        theme.text("other")


def test_the_words_stand_before_the_script_that_wants_them_and_nowhere_else() -> None:
    theme = ThemeFolders([THEME])
    words = "window.congkhaiWords={};\n"
    pages = page_bundles(theme, [EARLY], words)
    every = script_bundle("a", [theme.text(EARLY)]).text
    assert {name for name, bundle in pages.items() if bundle.text.startswith(words)} == {"compare"}
    assert {name for name, bundle in pages.items() if bundle.text.removeprefix(words).startswith(every)} == {*pages}
    assert engine(theme, words).startswith(words)


def test_every_script_of_ours_is_loaded_by_every_page_or_where_it_is_needed() -> None:
    """And by one of the two only: what answers a query is on no page that is not asked."""
    every_page = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), _Plain)["extra_javascript"]
    elsewhere = {*ENGINE, *(path for paths in PAGE_SCRIPTS.values() for path in paths)}
    ours = {path.relative_to(THEME).as_posix() for path in (THEME / "assets").rglob("*.js")}
    assert {*every_page, *elsewhere, EARLY} == ours
    assert not {*every_page} & elsewhere


class _Plain(yaml.SafeLoader):
    """Reads the configuration of MkDocs without what its tags stand for."""


_Plain.add_multi_constructor("!", lambda loader, suffix, node: None)
_Plain.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: None)
