"""Bundles: everything of their parts that a browser reads, nothing that it does not, and a name made of it."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from macros.bundling import (
    EARLY,
    ENGINE,
    PAGE_SCRIPTS,
    ThemeFolders,
    UnknownSentence,
    engine,
    page_bundles,
    script_bundle,
    style_bundle,
)
from macros.wording import copying, frame, material, pages, sentences
from tests.conftest import ROOT

THEME = ROOT / "macros" / "theme"
SCRIPTS = sorted((THEME / "assets").rglob("*.js"))
SENTENCES = {page.__name__.rpartition(".")[2]: sentences(page) for page in pages()}


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
    scripts = {name: without_sentences(bundle.text) for name, bundle in pages.items()}
    assert {name for name, text in scripts.items() if text.startswith(words)} == {"compare"}
    assert {name for name, text in scripts.items() if text.removeprefix(words).startswith(every)} == {*pages}
    assert without_sentences(engine(theme, words)).startswith(words)


def test_a_bundle_begins_with_the_sentences_that_its_scripts_take_and_no_others() -> None:
    scripts = [
        "// words.frame.MENU\nf(words.frame.TO_DARK, ...words.copying.COPIED);\n",
        "f(words.frame.TO_DARK, words.material.WORDS.top, passwords.frame.MENU, my.words.frame.MENU, words.sort());\n",
    ]
    text = script_bundle("a", scripts).text
    assert taken(text) == {
        "frame": {"TO_DARK": frame.TO_DARK},
        "copying": {"COPIED": copying.COPIED},
        "material": {"WORDS": material.WORDS},
    }
    assert without_sentences(text).startswith("f(words.frame.TO_DARK")


@pytest.mark.parametrize("name", ["frame.NO_SUCH", "no_such.MENU"])
def test_a_sentence_that_is_not_there_makes_no_bundle(name: str) -> None:
    told = f"a script takes words.{name}, and macros/wording/ has no such sentence"
    with pytest.raises(UnknownSentence, match=f"^{re.escape(told)}$"):
        script_bundle("a", [f"f(words.{name});\n"])


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_says_only_what_its_bundle_lays_out(script: Path) -> None:
    """Whatever stands before the name: `...words.comparison.TABLE_HEADS` is one too."""
    bundle = script_bundle("a", [script.read_text("utf-8")]).text
    said = set(re.findall(r"\bwords\.([a-z_]+)\.([A-Z_]+)", without_sentences(bundle)))
    assert said == {(page, name) for page, names in taken(bundle).items() for name in names}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_fills_every_place_of_the_sentences_that_it_takes(script: Path) -> None:
    """Each use of a sentence with places is the first argument of `say`, whose second names every one of them.

    Of a table, those of any of its sentences. What only looks at a sentence, such as at its beginning, says nothing.
    """
    text = script.read_text("utf-8")
    wrong = []
    for match in re.finditer(r"(say\()?\bwords\.([a-z]\w*)\.([A-Z][A-Z0-9_]*)\b(\.split\()?", text):
        says, page, name, is_looked_at = match.groups()
        said = SENTENCES[page][name]
        each = [said] if isinstance(said, str) else said.values() if isinstance(said, Mapping) else said
        places = {place for sentence in each for place in re.findall(r"\{(\w+)\}", sentence)}
        if places and not is_looked_at and not (says and places <= parts(text[match.end() :])):
            wrong.append(match[0])
    assert wrong == []


def parts(call: str) -> set[str]:
    """The names in the braces that follow as second argument: `, { a, b: f({ c }) })` names a and b, and c besides."""
    braces = re.match(r"(?:\[[^\]]*\])?, (\{)", call)
    if braces is None:
        return set()
    depth = 0
    for end in range(braces.start(1), len(call)):
        depth += (call[end] == "{") - (call[end] == "}")
        if not depth:
            break
    return set(re.findall(r"[{,]\s*(\w+)(?=\s*[,:}])", call[braces.start(1) : end + 1]))


def taken(bundle: str) -> dict[str, dict[str, object]]:
    """The sentences at the head of a bundle, by page and name."""
    found: list[str] = re.findall(r"Object\.entries\((\{.*\})\)\) Object", bundle)
    return json.loads(found[0]) if found else {}


def without_sentences(bundle: str) -> str:
    """The bundle behind them."""
    return bundle.rpartition("congkhaiWording.words[page] ??= {}, taken);\n")[2]


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
