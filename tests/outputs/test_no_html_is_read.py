"""What is published is made from faces and trees: no HTML that was made is read back to learn what stands in it."""

import ast
import importlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "macros"
# The rooms from the face to the bytes.
ROOMS = ("faces", "charts", "outputs", "publication", "hosts")
# What parses HTML, whole or in part, wherever it comes from.
_PARSERS = re.compile(
    r"html\.parser|html5lib|lxml|bs4|nh3|bleach|xml\.(?:sax|dom|parsers)|selectolax|markdownify|"
    r"(?:xml\.etree\.ElementTree|markdown\.util)\.(?:fromstring|XML|XMLParser|parse|iterparse|HTMLExtractor)|"
    r"markdown\.extensions\.toc\.strip_tags|"
    # Our own: what judges and cleans HTML that was typed, and what guards names that are withheld.
    r"macros\.markup\.|macros\.withholding\.(?:guard|readings|prefilter)"
)
# Methods of texts that look for something in them, and the functions of `re`, by the place of what is looked for.
_LOOKING = {
    *("partition", "rpartition", "split", "rsplit", "find", "rfind", "index", "rindex", "count", "replace"),
    *("startswith", "endswith", "removeprefix", "removesuffix"),
    *("compile", "search", "match", "fullmatch", "findall", "finditer", "sub", "subn"),
}
_TAG = re.compile(r"<(?:[A-Za-z/!(\[\\?]|$)|</|/>")
# A lookbehind or a named group is none.
_GROUP = re.compile(r"\(\?(?:P?<[=!]?|P=)")

# Where HTML is looked into all the same, what for, and why that is no reading back.
EXCEPTIONS = {
    "hosts/previewed_pages.py": "a preview answers with the bytes of a build, whoever made them, and puts its script "
    "before their end; nothing is learned from the page",
    "outputs/html/marked_templates.py": "the HTML of a template's author, once when it is compiled: it says where a "
    "word will stand before there is any page",
    "outputs/html/narratives.py": "cleans what an author of the past typed as HTML, and leads its links",
    "outputs/review_text.py": "escapes a text as Markdown",
    "publication/authored.py": "judges once more what a host made of an author's page: an extension of its own may add "
    "what no check has seen",
    "publication/clean.py": "the last guard looks for withheld names in the bytes of every file",
    "publication/hosted_files.py": "a page that an earlier program left on the disk: by it a site is known as ours",
    "publication/snapshot_pages.py": "what was wrong on a day of the past is not mended: withheld names are taken out",
}


def looked_for(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every parser that a module brings in, and every text with a tag in it that it looks for, by line.

    A text may be looked for by its name: that of a constant of the module, or of another module of ours.
    """
    constants = _constants(tree)
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                found = [name.name for name in names]
            case ast.ImportFrom(module=module, names=names):
                found = [f"{module}.{name.name}" for name in names]
            case ast.Attribute(attr="striptags"):
                found, names = [], []
                yield node.lineno, "striptags"
            case ast.Call(func=ast.Attribute(attr=method), args=[_, *_] as given) if method in _LOOKING:
                found = []
                yield from _tags(given[0], constants)
            case ast.Compare(left=left, ops=[ast.In() | ast.NotIn()]):
                found = []
                yield from _tags(left, constants)
            case _:
                continue
        yield from ((node.lineno, name) for name in found if _PARSERS.match(name))


def _constants(tree: ast.Module) -> dict[str, ast.expr]:
    """What the names of a module stand for: what it gives them, and the texts of other modules of ours."""
    found: dict[str, ast.expr] = {}
    for node in tree.body:
        match node:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    found |= _named(target, value)
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                found |= _named(target, value)
            case ast.ImportFrom(module=str(module), names=names) if module.startswith("macros."):
                there = vars(importlib.import_module(module))
                for name in names:
                    if isinstance(text := there.get(name.name), str | bytes):
                        found[name.asname or name.name] = ast.Constant(text, lineno=node.lineno)
    return found


def _named(target: ast.expr, value: ast.expr) -> dict[str, ast.expr]:
    match target, value:
        case ast.Name(id=name), _:
            return {name: value}
        case ast.Tuple(elts=targets), ast.Tuple(elts=values):
            return {name: part for pair in zip(targets, values, strict=False) for name, part in _named(*pair).items()}
    return {}


def _tags(sought: ast.expr, constants: Mapping[str, ast.expr]) -> Iterator[tuple[int, str]]:
    for part in ast.walk(sought):
        if isinstance(part, ast.Name) and part.id in constants:
            # Each name once, however they are given by one another.
            yield from _tags(constants[part.id], {name: each for name, each in constants.items() if name != part.id})
        if isinstance(part, ast.Constant) and isinstance(part.value, str | bytes):
            text = part.value if isinstance(part.value, str) else part.value.decode("latin-1")
            if _TAG.search(_GROUP.sub("(", text)):
                yield part.lineno, text


MODULES = sorted(path.relative_to(ROOT) for room in ROOMS for path in (ROOT / room).rglob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_no_module_looks_into_html(module: Path) -> None:
    found = list(looked_for(ast.parse((ROOT / module).read_bytes())))
    assert bool(found) == (str(module) in EXCEPTIONS), found


def test_the_exceptions_are_modules() -> None:
    assert set(EXCEPTIONS) <= set(map(str, MODULES))


@pytest.mark.parametrize(
    "code",
    [
        "from html.parser import HTMLParser",
        "import lxml.html",
        "import nh3",
        "from xml.etree.ElementTree import fromstring",
        "from markdown.extensions.toc import strip_tags",
        "Markup(words).striptags()",
        "re.compile(r'<(h[1-6])\\b')",
        "re.compile(rf'<({names})>(.*?)</\\1>')",
        "re.findall('<abbr>', html)",
        "head, body, rest = html.partition('<body')",
        "html.replace('<br />', '<br>')",
        "html.split('</article>')",
        "if '<h1' not in page: pass",
        "re.compile(rb'<link[^>]*>')",
        "text.endswith('/>')",
        "_END = b'</body>'\npage.rpartition(_END)",
        "_END: str = '</body>'\nif _END in page: pass",
        "_TAG = '<h1'\n_FIRST, _SECOND = 'a', _TAG + '>'\ndef part(html): return html.split(_SECOND)",
        "_HEADING = '<h1>'\nre.compile(rf'{_HEADING}(.*)')",
        "from macros.hosts.previewed_pages import _END as end\npage.rpartition(end)",
    ],
)
def test_what_looks_into_html_is_found(code: str) -> None:
    assert list(looked_for(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        "f'<p>{text}</p>'",
        "re.compile('(?<=a)(?P<name>b)(?<!c)')",
        "from xml.etree.ElementTree import Element",
        "a < b",
        "text.replace('a', '<b>')",
        "'a' in text",
        "_END = '</p>'\nwords.removesuffix('a') + _END",
    ],
)
def test_what_writes_html_is_not(code: str) -> None:
    assert list(looked_for(ast.parse(code))) == []


# What templates look for in what they are given.
@pytest.mark.parametrize("template", sorted([*ROOT.glob("outputs/**/*.html"), *ROOT.glob("theme/**/*.html")]), ids=str)
def test_no_template_looks_into_html(template: Path) -> None:
    placed = re.findall(r"\{[{%].*?[%}]\}", template.read_text(), re.DOTALL)
    assert [part for part in placed if re.search(r"striptags|(?:replace|split|in|find)\W+[\"']<", part)] == []
