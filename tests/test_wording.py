"""The room of words: every sentence of it is used, every one that is used is there, and none stands elsewhere."""

import ast
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest
from jinja2 import Environment, nodes

from macros.cli import main
from macros.vietnamese import is_nfc
from macros.wording import Sentences, pages, sentences

ROOT = Path(__file__).parent.parent
MACROS = ROOT / "macros"
ROOM = {module.__name__.rpartition(".")[2]: module for module in pages()}
PYTHON = sorted(path for path in MACROS.rglob("*.py") if path.parent != MACROS / "wording")
TEMPLATES = sorted([*(MACROS / "outputs/html/templates").rglob("*.html"), *(MACROS / "theme").rglob("*.html")])
SCRIPTS = sorted((MACROS / "theme").rglob("*.js"))

# The rooms whose texts reach readers; the others speak to staff, beside their law.
ROOMS_FOR_READERS = ("record", "comparing", "faces", "charts", "outputs", "hosts/mkdocs_plugin.py", "addresses.py")
FOR_READERS = list(
    chain.from_iterable(
        sorted(room.rglob("*.py")) if room.is_dir() else [room] for room in map(MACROS.joinpath, ROOMS_FOR_READERS)
    )
)

LETTER = re.compile("[àáảãạăắằẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE)

# What reads Vietnamese and says none: by file, parts of the lines in which it stands, and why.
READS: dict[str, tuple[str, ...]] = {
    # The numbers and symbols of documents, such as 68/2000/NĐ-CP, in which no short form is marked.
    "macros/outputs/html/marking.py": ("[A-ZĐ]",),
    "macros/theme/assets/congkhai/marking.js": ("[A-ZĐ]",),
    # The name of the project, in the English file of licences.
    "macros/outputs/assets/licences.py": ("Công khai CCHC: the pages",),
    # Letters that are folded before words are compared, and how those of Vietnamese are typed and spelt.
    "macros/outputs/search/search_words.py": ("đ", "Đ"),
    "macros/theme/assets/congkhai/search-slips.js": ("/^[a-zđ]+$/",),
    "macros/theme/assets/congkhai/search-words.js": (
        '"đ")',
        "const HATS = {",
        "[aăâeêioôơuưy]",
        "[^aăâeêioôơuưy]",
        "[ăâêôơư]",
        "/[uư]ơ(?=.)|ưo/",
        "`${letters}ư`",
        '"a", "ă")',
        '"ươ")',
        '"o", "ơ")',
    ),
    # Types of documents, as data name them.
    "macros/record/register.py": (
        "Hiến pháp",
        "Luật",
        "Pháp lệnh",
        "Nghị định",
        "Nghị quyết",
        "Thông tư",
        "Thông tư liên tịch",
    ),
    # What a group and a document are asked for by.
    "macros/theme/assets/congkhai/search-units.js": (
        '["Nhóm", "Mục", "Phần"]',
        'kind: "Văn bản"',
        # Second halves of words.
        '"chất lượng", "lực lượng"',
    ),
    # What a reader types: words that are no part of what is looked for, periods, names of places on the site.
    "macros/theme/assets/congkhai/search-periods.js": ("const LEADING = /", "const REPORT = /"),
    "macros/theme/assets/congkhai/search-places.js": ('wordsOf("văn bản")',),
    "macros/theme/assets/congkhai/search-query.js": (
        "là của và",
        "mỗi cái hay",
        'wordsOf("số lượng")',
        'tonedForm("mấy")',
    ),
    "macros/theme/assets/congkhai/search-subject.js": (
        "const NAMES = [",
        "const BEFORE = [",
        "const AFTER = [",
        "const VERBS = [",
        '"ở đây", "tại đây"',
        '"tôi muốn", "mình muốn"',
        '"nghĩa của", "có nghĩa"',
        "const ENDS = [",
    ),
    # How labels of the form begin: a total ranks above its parts. What a law is called by.
    "macros/theme/assets/congkhai/search-ranking.js": ("/^Tổng số/", 'wordsOf("luật")'),
}


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def told(value: Sentences) -> tuple[str, ...]:
    """The sentences of a constant: one, or those of a table."""
    match value:
        case str():
            return (value,)
        case Mapping():
            return tuple(value.values())
        case _:
            return value


def places(sentence: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(sentence) if field is not None}


def aliases(tree: ast.Module) -> dict[str, str]:
    """The pages of the room that a module imports, by the names that it gives them."""
    found = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "macros.wording"]
    return {name.asname or name.name: name.name for node in found for name in node.names if name.name in ROOM}


def in_python(path: Path) -> Iterator[tuple[str, str, ast.Attribute]]:
    """The sentences that a module takes: page, name, and where."""
    tree = ast.parse(path.read_bytes())
    known = aliases(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in known:
            yield known[node.value.id], node.attr, node


def parsed(path: Path) -> nodes.Template:
    return Environment().parse(path.read_text("utf-8"))


def taken(node: nodes.Node) -> tuple[str, str] | None:
    """The page and the name, of an expression `words.page.NAME`."""
    match node:
        case nodes.Getattr(node=nodes.Getattr(node=nodes.Name(name="words"), attr=page), attr=name):
            return page, name
        case _:
            return None


def in_template(path: Path) -> Iterator[tuple[str, str]]:
    return (found for node in parsed(path).find_all(nodes.Getattr) if (found := taken(node)) is not None)


def in_script(path: Path) -> Iterator[tuple[str, str]]:
    text = shipped_script(path.read_text("utf-8"))
    return ((m[1], m[2]) for m in re.finditer(r"(?<![\w$])(?<![^.]\.)words\.([a-z]\w*)\.([A-Z][A-Z0-9_]*)\b", text))


def imported(path: Path) -> Iterator[tuple[str, str]]:
    """The sentences that a module imports by name, from macros.wording.page."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("macros.wording."):
            yield from (((node.module or "").rpartition(".")[2], name.name) for name in node.names)


def used() -> Iterator[tuple[str, str]]:
    for path in PYTHON:
        yield from ((page, name) for page, name, _ in in_python(path))
        yield from imported(path)
    yield from chain.from_iterable(map(in_template, TEMPLATES))
    yield from chain.from_iterable(map(in_script, SCRIPTS))


def shipped_script(text: str) -> str:
    """A script as readers get it: without the comments that stand on lines of their own."""
    return re.sub(r"^[ \t]*(?://[^\n]*|/\*.*?\*/)\n", "", text, flags=re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("page", ROOM.values(), ids=ROOM)
def test_a_page_says_what_it_is_and_holds_sentences_only(page: ModuleType) -> None:
    said = sentences(page)
    assert next(iter(said)) == "PAGE"
    assert isinstance(said["PAGE"], str)
    for name, value in said.items():
        for sentence in told(value):
            assert isinstance(sentence, str), name
            assert is_nfc(sentence), name
            assert all(place.isidentifier() for place in places(sentence)), f"{name}: places are named"
    assert [name for name in vars(page) if not name.isupper() and not name.startswith("__")] == []


def test_every_sentence_is_used_and_every_one_that_is_used_is_there() -> None:
    room = {(page, name) for page, module in ROOM.items() for name in sentences(module) if name != "PAGE"}
    taken_from = set(used())
    assert sorted(taken_from - room) == [], "taken, and not in the room"
    assert sorted(room - taken_from) == [], "in the room, and used nowhere"


def choices(node: nodes.Node, template: nodes.Template) -> list[str]:
    """The sentences that an expression can be, as far as it names them; [] where it is a value of its own."""
    match node:
        case nodes.Name(name=name):
            return [sentence for value in values(name, template) for sentence in choices(value, template)]
        case nodes.CondExpr(expr1=first, expr2=second):
            return [*choices(first, template), *(choices(second, template) if second is not None else [])]
        case nodes.Getitem(node=table):
            return choices(table, template)
        case _:
            found = taken(node)
            return list(told(sentences(ROOM[found[0]])[found[1]])) if found else []


def values(name: str, template: nodes.Template) -> Iterator[nodes.Node]:
    """What a template sets a name to: by itself, or as one of the places of a written list that it goes through."""
    for assigned in template.find_all(nodes.Assign):
        again = any(inner.name == name for inner in assigned.node.find_all(nodes.Name))
        if isinstance(assigned.target, nodes.Name) and assigned.target.name == name and not again:
            yield assigned.node
    for loop in template.find_all(nodes.For):
        if isinstance(loop.target, nodes.Tuple) and isinstance(loop.iter, nodes.List | nodes.Tuple):
            for row in loop.iter.items:
                pairs = zip(loop.target.items, row.items, strict=True) if isinstance(row, nodes.Tuple) else ()
                yield from (value for target, value in pairs if isinstance(target, nodes.Name) and target.name == name)


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_the_places_of_what_a_template_says_are_filled(path: Path) -> None:
    template = parsed(path)
    for call in template.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "say":
            given = {argument.key for argument in call.kwargs}
            wanted = choices(call.args[0], template)
            assert wanted, f"line {call.lineno}: say() takes a sentence of the room"
            assert [(sentence, places(sentence) - given) for sentence in wanted if places(sentence) - given] == []
            assert given - set().union(*map(places, wanted)) == set(), f"line {call.lineno}: no sentence has the place"
    shown = (node for output in template.find_all(nodes.Output) for node in output.nodes)
    named_by_itself = (node for node in shown if not isinstance(node, nodes.Name))
    bare = [sentence for node in named_by_itself for sentence in choices(node, template) if places(sentence)]
    assert bare == [], "shown with its places empty"


@pytest.mark.parametrize("path", [path for path in PYTHON if aliases(ast.parse(path.read_bytes()))], ids=named)
def test_the_places_of_what_python_says_are_filled(path: Path) -> None:
    tree = ast.parse(path.read_bytes())
    known = aliases(tree)
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Attribute(value=ast.Name(id=alias), attr=name), attr="format"),
                keywords=keywords,
            ) if alias in known and all(keyword.arg for keyword in keywords):
                wanted = told(sentences(ROOM[known[alias]])[name])
                given = {keyword.arg for keyword in keywords}
                assert [places(sentence) for sentence in wanted] == [given], f"line {node.lineno}"


def keys(written: str) -> set[str]:
    """The keys of the object that a script writes at the start of a text: `{ a, b: f({ c }) }` has a and b."""
    depth, own = 0, ""
    for sign in written:
        depth -= sign in ")]}"
        own += sign if depth == 1 else ""
        depth += sign in "([{"
        if depth == 0:
            break
    return {part.split(":")[0].strip() for part in own.split(",")} - {""}


def test_keys_of_an_object() -> None:
    assert keys("{ a, b: f({ c: 1, d }), e: x ? [y, 2] : z }); g({ h })") == {"a", "b", "e"}


@pytest.mark.parametrize("path", SCRIPTS, ids=named)
def test_the_places_of_what_a_script_says_are_filled(path: Path) -> None:
    text = shipped_script(path.read_text("utf-8"))
    for call in re.finditer(r"\bsay\(words\.(\w+)\.(\w+), (?=\{)", text):
        wanted = told(sentences(ROOM[call[1]])[call[2]])
        assert [places(sentence) for sentence in wanted] == [keys(text[call.end() :])], call[0]


def python_sentences(code: str) -> Iterator[str]:
    """Each text that a module can say to a reader: no docstring, no problem or error for staff."""
    tree = ast.parse(code)
    passed: set[int] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()):
                passed.add(id(node.value))
            case ast.Raise() | ast.Call(func=ast.Name(id="Problem") | ast.Attribute(attr="_refused")):
                passed |= {id(inner) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed:
            yield node.value


def found(file: str, text: str) -> list[str]:
    """What a file says to readers by itself: each line or text that has a Vietnamese letter and does not only read."""
    if file.endswith(".py"):
        lines = list(python_sentences(text))
    elif file.endswith(".html"):
        lines = re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL).splitlines()
    else:
        lines = shipped_script(text).splitlines()
    reads = READS.get(file, ())
    return [line.strip() for line in lines if LETTER.search(line) and not any(part in line for part in reads)]


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        ("a.py", '"""Lời dẫn."""\nTEXT = f"Số {number}"\n', ["Số"]),
        ("a.py", 'raise ValueError("sai rồi")\nself._refused("chỉ tiêu", id)\nProblem(place, f"không có {id}")\n', []),
        ("a.html", "{# Lời dẫn. #}\n<p>{{ 'Chỉ tiêu' }}</p>\n", ["<p>{{ 'Chỉ tiêu' }}</p>"]),
        (
            "a.html",
            '{# Lời\ndẫn. #}\n<p aria-label="Bảng">{{ words.annex.TABLE }}</p>\n',
            ['<p aria-label="Bảng">{{ words.annex.TABLE }}</p>'],
        ),
        (
            "a.js",
            "// Lời dẫn.\n/* Lời\n dẫn. */\ntell(`Đã sao chép`); // xong rồi\n",
            ["tell(`Đã sao chép`); // xong rồi"],
        ),
    ],
)
def test_a_sentence_outside_the_room_is_found(file: str, text: str, expected: list[str]) -> None:
    assert found(file, text) == expected


@pytest.mark.parametrize("path", [*FOR_READERS, *TEMPLATES, *SCRIPTS], ids=named)
def test_no_sentence_for_readers_stands_outside_the_room(path: Path) -> None:
    assert found(named(path), path.read_text("utf-8")) == []


@pytest.mark.parametrize(("file", "parts"), READS.items(), ids=READS)
def test_what_may_read_vietnamese_does(file: str, parts: tuple[str, ...]) -> None:
    text = (ROOT / file).read_text("utf-8")
    assert [part for part in parts if part not in text] == [], "nothing of the kind is there any more"


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[object, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(["--project", str(ROOT), "wording", *arguments])
    out, err = capsys.readouterr()
    return ended.value.code or 0, out, err


def test_the_command_prints_every_sentence_page_by_page(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = printed(capsys)
    assert (status, err) == (0, "")
    parts = out.removesuffix("\n").split("\n\n")
    assert len(parts) == len(ROOM)
    for part, (name, page) in zip(parts, ROOM.items(), strict=True):
        heading, rule, *lines = part.split("\n")
        assert heading == f"{page.PAGE} (macros/wording/{name}.py)"
        assert rule == "=" * len(heading)
        said = {name: value for name, value in sentences(page).items() if name != "PAGE"}
        assert [line.partition(":")[0] for line in lines if not line.startswith("  ")] == list(said)
        behind = [line.partition(": ")[2] for line in lines if line.startswith("  ") or ": " in line]
        assert len(lines) == sum(1 if isinstance(value, str) else 1 + len(value) for value in said.values())
        numbers = [line.partition(". ")[2] for line in lines if re.match(r"  \d+\. ", line)]
        for value in said.values():
            for sentence in told(value):
                plain = sentence if sentence and sentence == sentence.strip() else f"“{sentence}”"
                assert plain in (numbers if isinstance(value, tuple) else behind)


def test_the_command_prints_one_page(capsys: pytest.CaptureFixture[str]) -> None:
    _, everything, _ = printed(capsys)
    status, out, err = printed(capsys, "guide")
    assert (status, out, err) == (
        0,
        "Hướng dẫn: danh sách lỗi (macros/wording/guide.py)\n"
        "==================================================\n"
        "WRONG: Sai\n"
        "RIGHT: Đúng\n",
        "",
    )
    assert out in everything


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("reprt", "không có phần “reprt”. Có phải là “report”?"),
        ("xyzzy", f"không có phần “xyzzy”. Các phần: {', '.join(ROOM)}."),
    ],
)
def test_a_page_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str], page: str, message: str) -> None:
    assert printed(capsys, page) == (2, "", f"congkhai: {message}\nXem cách dùng: congkhai --help\n")
