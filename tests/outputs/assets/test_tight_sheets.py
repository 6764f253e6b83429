"""A style sheet loses what no browser looks at, and nothing else."""

from pathlib import Path
from typing import Any

import pytest
import tinycss2

from macros.outputs.assets.tight_sheets import tight
from tests.conftest import ROOT

SHEETS = sorted((ROOT / "macros/theme").rglob("*.css"))


@pytest.mark.parametrize(
    ("sheet", "left"),
    [
        ("a { color: red; }\n", "a{color:red}"),
        ("a,\n  b > c + d ~ e  f { color : red ;\n margin: 0  auto }", "a,b>c+d~e f{color:red;margin:0 auto}"),
        (":is(a > b,\n c)  d { }", ":is(a>b,c) d{}"),
        ("li:nth-child( 2n + 1 ) {}", "li:nth-child(2n + 1){}"),
        ('[a = "b  c"] {}', '[a = "b  c"]{}'),
        (
            "a { b: calc( 1px + (2px - 3px) * 2 ) , url(x) !important }",
            "a{b:calc(1px + (2px - 3px) * 2),url(x)!important}",
        ),
        ('a::after { content: " ,  " "" }', 'a::after{content:" ,  " ""}'),
        # An empty variable is one, and leaves nothing where it stands.
        (":root { --a: ; --b : 1 ; }", ":root{--a: ;--b:1}"),
        ("/* why */ a { /* how */ b: c /* where */ d }", "a{b:c d}"),
        ("/*! a licence */\na {}", "/*! a licence */\na{}"),
        (
            "@media screen  and (min-width: 1px), print { a { b: c } }",
            "@media screen and (min-width: 1px),print{a{b:c}}",
        ),
        ("@media print { @page { margin: 1cm  2cm; } a { b: c } }", "@media print{@page{margin:1cm 2cm}a{b:c}}"),
        ("@supports selector(:has(*)) { a { b: c; } }", "@supports selector(:has(*)){a{b:c}}"),
        ("@keyframes x { 0% { a: b; } to { a: c } }", "@keyframes x{0%{a:b}to{a:c}}"),
        ('@charset "UTF-8";\n@font-face { a: b }', '@charset "UTF-8";@font-face{a:b}'),
    ],
)
def test_white_space_goes_where_it_says_nothing(sheet: str, left: str) -> None:
    assert tight(sheet) == left
    assert tight(left) == left


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_our_sheets_keep_every_word_and_mark(path: Path) -> None:
    sheet = path.read_text("utf-8")
    assert words(tight(sheet)) == words(sheet)


def words(sheet: str) -> list[str]:
    """What a sheet is made of but for spaces, comments and the semicolon before a closing brace."""
    flat = [*_flat(tinycss2.parse_component_value_list(sheet, skip_comments=True))]
    return [text for n, text in enumerate(flat) if not (text == ";" and flat[n + 1] == "}")]


def _flat(nodes: list[Any]) -> list[str]:
    found: list[str] = []
    for node in nodes:
        inner = getattr(node, "content", getattr(node, "arguments", None))
        if inner is None:
            found += [node.serialize()] if node.type != "whitespace" else []
        else:
            found += [node.type, *_flat(inner), "}"]
    return found
