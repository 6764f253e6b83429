"""Bundles: everything of their parts that a browser reads, nothing that it does not, and a name made of it."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from macros.outputs.assets.bundles import (
    EARLY,
    ThemeFolders,
    UnknownSentence,
    elsewhere,
    engine,
    is_module,
    module_bundle,
    modules,
    page_bundles,
    script_bundle,
)
from macros.outputs.assets.modules import read_module
from macros.outputs.assets.reduced_sheets import without_images
from macros.wording import copying, frame, material, pages, sentences
from tests.conftest import ROOT

THEME = ROOT / "macros" / "theme"
SEARCH_BOX = "assets/congkhai/search-box.js"
SCRIPTS = sorted((THEME / "assets").rglob("*.js"))
SENTENCES = {page.__name__.rpartition(".")[2]: sentences(page) for page in pages()}


def test_sheets_follow_each_other_without_images() -> None:
    sheet = without_images(["b{color:red}\n\n", "/*! licence */ c{background:url('data:image/svg+xml,<svg/>')}"])
    assert sheet == "b{color:red}\n/*! licence */ c{background:none}\n"


def test_an_address_that_is_no_image_in_the_sheet_stays() -> None:
    assert without_images(["a{background:url(x.svg)}"]) == "a{background:url(x.svg)}\n"


def test_scripts_lose_whole_lines_of_comment_and_nothing_else() -> None:
    script = '// what\n/** why\n * more */\nconst a = "// not a comment"; // stays\n'
    assert script_bundle("a", [script]).text == 'const a = "// not a comment"; // stays\n'


def test_a_name_changes_with_the_text_alone() -> None:
    one, same, other = (script_bundle("a", [text]).name for text in ("b;", "b;", "c;"))
    assert one == same != other
    assert one.startswith("a.")
    assert one.endswith(".js")


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


DATA = {"marking-words": {"short": {}}, "compare-rules": {"still": ["x"]}, "search-rules": {"words": 1}}
FILLED = {
    "marking-words": 'Object.assign(congkhai["marking-words"].vocabulary,{"short":{}});\n',
    "compare-rules": 'Object.assign(congkhai["compare-rules"].rules,{"still":["x"]});\n',
    "search-rules": 'Object.assign(congkhai["search-rules"].rules,{"words":1});\n',
}


def test_what_fills_a_module_of_data_stands_right_behind_it_and_nowhere_else() -> None:
    """The page of results has its data from the engine, which comes with the index."""
    theme = ThemeFolders([THEME])
    bundles = {name: made.text for name, made in page_bundles(theme, [SEARCH_BOX], DATA).items()}
    texts = bundles | {"engine": engine(theme, DATA)}
    found = {part: {name for name, text in FILLED.items() if text in whole} for part, whole in texts.items()}
    assert found == {
        "compare": {"marking-words", "compare-rules"},
        "search-page": set(),
        "engine": {"marking-words", "search-rules"},
    }
    for part, names in found.items():
        for name in names:
            before, _, behind = texts[part].partition(FILLED[name])
            assert names_in(before)[-1] == name
            assert f'= congkhai["{name}"];' in behind


def test_a_page_has_the_scripts_of_every_page_and_its_own_each_once() -> None:
    theme = ThemeFolders([THEME])
    every = ["assets/congkhai/frame.js", "assets/congkhai/search-box.js"]
    everywhere = names_in(module_bundle("a", modules(theme, every)).text)
    for name, bundle in page_bundles(theme, every, DATA).items():
        names = names_in(bundle.text)
        assert {*everywhere, name} <= {*names}
        assert len(names) == len({*names})


def test_the_page_of_the_search_has_no_script_for_tables_of_figures() -> None:
    every = [f"assets/congkhai/{name}.js" for name in ("frame", "report", "order", "search-box")]
    pages = page_bundles(ThemeFolders([THEME]), every, DATA)
    has = {name: {"report", "order"} & {*names_in(bundle.text)} for name, bundle in pages.items()}
    assert has == {"search-page": set(), "compare": {"report", "order"}}


def test_the_engine_brings_nothing_that_is_there_when_the_index_is_asked_for() -> None:
    theme = ThemeFolders([THEME])
    loading = {module.name for module in modules(theme, ["assets/congkhai/search-loading.js"])}
    brought = names_in(engine(theme, DATA))
    assert not {*brought} & loading
    assert {*brought} | loading == {module.name for module in modules(theme, ["assets/congkhai/search-engine.js"])}


def names_in(bundle: str) -> list[str]:
    """The modules in a bundle, in order."""
    return re.findall(r'^congkhai\["([a-z-]+)"\] \?\?= \(\(\)', bundle, re.MULTILINE)


def module_text(script: str) -> str:
    """The bundle of one module that a test wrote."""
    return module_bundle("a", [read_module("one", script)]).text


def test_a_bundle_begins_with_the_sentences_that_its_scripts_take_and_no_others() -> None:
    text = module_text(
        "// words.frame.MENU\nf(words.frame.TO_DARK, ...words.copying.COPIED);\n"
        "f(words.frame.TO_DARK, words.material.WORDS.top, passwords.frame.MENU, my.words.frame.MENU, words.sort());\n"
    )
    assert taken(text) == {
        "frame": {"TO_DARK": frame.TO_DARK},
        "copying": {"COPIED": copying.COPIED},
        "material": {"WORDS": material.WORDS},
    }
    assert without_sentences(text).startswith('congkhai["one"] ??= ')


@pytest.mark.parametrize("name", ["frame.NO_SUCH", "no_such.MENU"])
def test_a_sentence_that_is_not_there_makes_no_bundle(name: str) -> None:
    told = f"a script takes words.{name}, and macros/wording/ has no such sentence"
    with pytest.raises(UnknownSentence, match=f"^{re.escape(told)}$"):
        module_text(f"f(words.{name});\n")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_says_only_what_its_bundle_lays_out(script: Path) -> None:
    """Whatever stands before the name: `...words.comparison.TABLE_HEADS` is one too."""
    bundle = module_text(script.read_text("utf-8"))
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
    found: list[str] = re.findall(r"Object\.entries\((\{.*\})\)\)\nObject", bundle)
    return json.loads(found[0]) if found else {}


def without_sentences(bundle: str) -> str:
    """The bundle behind them."""
    return bundle.rpartition("congkhai.wording.words[page] ??= {}, taken);\n")[2]


def test_every_script_of_ours_is_loaded_by_every_page_or_where_it_is_needed() -> None:
    """And by one of the two only: what answers a query is on no page that is not asked."""
    every_page = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), _Plain)["extra_javascript"]
    theme = ThemeFolders([THEME])
    ours = {path.relative_to(THEME).as_posix() for path in (THEME / "assets").rglob("*.js")}
    everywhere = {f"assets/congkhai/{module.name}.js" for module in modules(theme, every_page)}
    assert everywhere | elsewhere(theme) | {EARLY} == ours
    # What every page names itself is named by nothing else, though something else may bring along what it needs.
    assert not {*every_page} & elsewhere(theme)
    assert all(map(is_module, ours))
    answers = {f"assets/congkhai/{module.name}.js" for module in modules(theme, ["assets/congkhai/search-answer.js"])}
    assert "assets/congkhai/search-query.js" in answers - everywhere


class _Plain(yaml.SafeLoader):
    """Reads the configuration of MkDocs without what its tags stand for."""


_Plain.add_multi_constructor("!", lambda loader, suffix, node: None)
_Plain.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: None)
