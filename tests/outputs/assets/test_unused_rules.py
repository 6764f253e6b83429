"""Of a style sheet of others goes what no page can use, and nothing else."""

from pathlib import Path

import material
import pytest
from lxml.html import HtmlElement

from macros.outputs.assets.bundles import ThemeFolders, frame_bundles
from macros.outputs.assets.licences import material_licence
from macros.outputs.assets.unused_rules import used_rules, words_of
from tests.conftest import ROOT, parsed

WORDS = words_of(['<p class="a b--c" id="d" data-e="f"><i></i>', "root.dataset.inTwoWords = 1"])
PACKAGE = [path for path in (ROOT / "macros").rglob("*") if path.suffix in {".html", ".js", ".py", ".svg"}]


@pytest.mark.parametrize(
    "rule",
    [
        "p{x:y}",
        ".a{x:y}",
        "p.a>.b--c:hover::after{x:y}",
        "#d .a,p{x:y}",
        "[data-e]{x:y}",
        "[data-e=f]{x:y}",
        '[data-e^="anything at all"]{x:y}',
        "[data-in-two-words]{x:y}",
        "*{x:y}",
        ":root{x:y}",
        ".a:not(.gone){x:y}",
        ".a:is(.gone,.b--c){x:y}",
        "@media print{.a{x:y}}",
        "@supports (x:y){@media print{.a{x:y}}}",
        '@charset "UTF-8";',
        "@page{margin:0}",
        "@font-face{font-family:x}",
        "/*! a licence */",
        "@keyframes turn{0%{x:y}}.a{animation:1s turn}",
        ":root{--v:1}.a{x:var(--v)}",
        ":root{--v:var(--w);--w:1}.a{x:var(--v)}",
        ":root{--beside:1}",
        # To a browser that does not know the first, the second is worth nothing either.
        ".gone::-webkit-x,.a{x:y}",
    ],
)
def test_what_a_page_may_use_stays_as_it_is(rule: str) -> None:
    assert used_rules(rule, WORDS, beside="b{x:var(--beside)}") == rule


@pytest.mark.parametrize(
    ("sheet", "left"),
    [
        (".gone{x:y}", ""),
        ("table{x:y}", ""),
        ("#gone,.gone .a,.a .gone{x:y}", ""),
        (".a,.gone,p{x:y}", ".a,p{x:y}"),
        ("[data-gone]{x:y}[data-e=gone]{x:y}", ""),
        (".a:is(.gone,.lost){x:y}", ""),
        ("@media print{.gone{x:y}}", ""),
        ("@media print{.gone{x:y}.a{x:y}}", "@media print{.a{x:y}}"),
        ("@supports (x:y){@media print{.gone{x:y}}}", ""),
        ("@keyframes turn{0%{x:y}}.gone{animation:turn}", ""),
        (":root{--v:1;--w:2}.a{x:var(--w)}.gone{x:var(--v)}", ":root{--w:2}.a{x:var(--w)}"),
        (":root{--v:var(--w);--w:1}", ""),
    ],
)
def test_what_no_page_can_use_goes(sheet: str, left: str) -> None:
    assert used_rules(sheet, WORDS) == left


@pytest.mark.parametrize("built", ["whole_site", "demo_site"])
def test_every_name_of_a_page_that_the_sheet_knows_is_a_word_of_what_makes_pages(
    built: str, request: pytest.FixtureRequest
) -> None:
    """So no rule goes that a page would use. Names that are put together of pieces are ours: the sheet has none."""
    (sheet,) = Path(material.__path__[0]).glob("templates/assets/stylesheets/main.*.min.css")
    known = words_of([sheet.read_text("utf-8")])
    words = words_of(path.read_text("utf-8") for path in PACKAGE)
    pages = parsed(request.getfixturevalue(built))
    assert len(pages) > 100
    names = {name for page in pages.values() for name in _names(page)}
    assert {"md-typeset", "headerlink", "table"} <= names & known
    assert names & known - words == set()


def _names(page: HtmlElement) -> set[str]:
    """Of the page's elements, classes and attributes."""
    elements = [element for element in page.iter() if isinstance(element.tag, str)]
    classes = {name for element in elements for name in element.get("class", "").split()}
    return {element.tag for element in elements} | classes | {name for element in elements for name in element.attrib}


def test_a_project_keeps_the_rules_that_its_own_templates_and_scripts_use(tmp_path: Path) -> None:
    """Templates that override, scripts and style sheets beside its pages."""
    theirs, overriding, docs = (tmp_path / name for name in ("material", "overriding", "docs"))
    for folder in (theirs / "assets" / "stylesheets", overriding, docs):
        folder.mkdir(parents=True)
    sheet = ".xq-one{a:b}.xq-two{a:b}.xq-three{a:b}:root{--xq-four:1;--xq-five:1}"
    (theirs / "assets" / "stylesheets" / "main.0.min.css").write_text(f'@charset "UTF-8";{sheet}', "utf-8")
    (theirs / "own.html").write_text('<p class="xq-three">', "utf-8")
    (overriding / "main.html").write_text('<p class="xq-one">', "utf-8")
    (docs / "own.js").write_text('element.className = "xq-two";', "utf-8")
    (docs / "own.css").write_text("p{a:var(--xq-four)}", "utf-8")
    theme = ThemeFolders([overriding, ROOT / "macros" / "theme", theirs])
    text = frame_bundles(theme, [], [], docs)["style"].text
    head, _, rules = text.rpartition("*/")
    assert rules.strip() == ".xq-one{a:b}.xq-two{a:b}:root{--xq-four:1}"
    assert head.startswith('@charset "UTF-8";')
    # As a whole: a style sheet that is handed on alone is handed on with its licence.
    assert " ".join(material_licence().split()) in " ".join(head.split())
