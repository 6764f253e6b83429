"""Short forms and foreign words in a text: the script that marks what scripts write finds what Python finds."""

import random

import lxml.html

from macros.loading.assembly import load_catalogue
from macros.outputs.html.marking import Marking
from tests.conftest import ROOT
from tests.scripts.running import Scripts

SPANS = """texts => texts.map(text => congkhai.marking.spans(text)
    .map(({ from, to, short, language }) => [text.slice(from, to), short === undefined ? language : "abbr"]))"""
# What words, numbers and addresses are made of, to be put together anyhow.
PIECES = (*" ./-,;&@:()_°", "15", "68", "HĐ", "TTHC", "KH", "BQL", "NĐ", "Đ", "x", "website", "WebSite", "Zalo", "zalo")
STRANGE = (
    "web\u017fite",
    "\u212aH",
    "Lighthouse",
    "https",
    ".vn",
    "html",
    "TT HT&DV KCN",
    "\u00a0",
    "\u0301",
    "²",
    "९",
)


def run_together(texts: list[str]) -> list[str]:
    """Thousands of texts of a few pieces each, the same at every run."""
    chance = random.Random(1)
    pieces = (*PIECES, *STRANGE, *texts)
    return ["".join(chance.choices(pieces, k=chance.randint(1, 7))) for _ in range(4000)]


def test_the_script_finds_the_words_that_python_finds() -> None:
    """In every text of the project, and in what is put together to mislead."""
    catalogue = load_catalogue(ROOT)
    marking = Marking(catalogue)
    files = [path for folder in ("data", "docs") for path in sorted((ROOT / folder).rglob("*.[my][da]*"))]
    texts = [line for path in files for line in path.read_text("utf-8").splitlines()]
    texts += run_together([entry.short for entry in catalogue.abbreviations.values()])
    there = Scripts(["marking"], {"marking-words": marking.script_words()}).run(SPANS, texts)
    here = [by_python(marking, text) for text in texts]
    assert sum(map(len, here)) > 1000
    differing = [(text, one, other) for text, one, other in zip(texts, here, there, strict=True) if one != other]
    assert differing == []


def by_python(marking: Marking, text: str) -> list[list[str]]:
    """The marked words of a text: each with its language, or "abbr"."""
    root = lxml.html.fromstring(f"<div><p>{marking.printed(text)}</p></div>")
    return [[part.text, part.get("lang") or "abbr"] for part in root[0]]
