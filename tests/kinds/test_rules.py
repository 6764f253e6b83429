"""Of which kind a value is is asked in one room: everything else asks the kind."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros import kinds
from macros.kinds import KINDS, Domain, Kind

ROOT = Path(__file__).parent.parent.parent
ROOM = ROOT / "macros/kinds"
PYTHON = [path for path in sorted((ROOT / "macros").rglob("*.py")) if ROOM not in path.parents]
TEMPLATES = sorted(
    [*(ROOT / "macros/outputs/html/templates").rglob("*.html"), *(ROOT / "macros/theme").rglob("*.html")]
)
# What writes pages, charts and files.
WRITERS = [path for path in PYTHON if {"faces", "charts", "outputs"} & {*path.parts}]
SCRIPTS = sorted((ROOT / "macros/theme").rglob("*.js"))
ONE_KIND = {name for name in kinds.__all__ if isinstance(getattr(kinds, name), Kind)}
# What a value may be, which only its kind knows.
VALUES = {"Decimal", "Code"}

# Who makes something of one kind, and why; none of them asks whether something is of it.
MAKERS = {
    "macros/loading/form_records.py": {"HEADING"},  # the row of a section
    "macros/editing/canonical_form.py": {"HEADING"},
    "macros/history/past_definitions.py": {"HEADING"},
    "macros/history/guarded_record.py": {"HEADING"},
    "macros/checks/lint/unusual_reports.py": {"COUNT"},  # the two numbers of a rate, typed as counts
}

# What goes through any object at all, and asks of none what it means.
ANY_DATA = {"macros/publication/plain_data.py"}


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def last(node: ast.AST) -> str:
    """What a name of Python ends with: `x` of `x` and of `a.x`."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def single(node: ast.AST) -> Iterator[str]:
    """The single kinds that are named below a node: `COUNT`, `kinds.COUNT`; not `Status.HEADING`."""
    for part in ast.walk(node):
        match part:
            case ast.Attribute(value=ast.Name(id="kinds"), attr=name) | ast.Name(id=name) if name in ONE_KIND:
                yield name


def taken(tree: ast.Module) -> Iterator[str]:
    """The single kinds that a module takes from the room."""
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module="macros.kinds", names=names):
                yield from (alias.name for alias in names if alias.name in ONE_KIND)
            case ast.Attribute(value=ast.Name(id="kinds"), attr=name) if name in ONE_KIND:
                yield name


def asked(tree: ast.Module) -> Iterator[str]:
    """What a module asks where it should ask the kind."""
    for node in ast.walk(tree):
        match node:
            case ast.Compare(left=left, comparators=others):
                sides = [left, *others]
                words = {part.value for side in sides for part in ast.walk(side) if isinstance(part, ast.Constant)}
                if any(name for side in sides for name in single(side)):
                    yield f"line {node.lineno}: a kind is compared with"
                if words & KINDS.keys() and any(last(side) == "kind" for side in sides):
                    yield f"line {node.lineno}: the word of a kind is compared with"
            case ast.MatchValue(value=value) if any(single(value)):
                yield f"line {value.lineno}: a kind is matched"
            case ast.MatchClass(cls=wanted) if last(wanted) in VALUES:
                yield f"line {node.lineno}: the type of a value is matched"
            case ast.Call(func=ast.Name(id="isinstance"), args=[_, wanted]):
                if any(last(part) in VALUES for part in ast.walk(wanted)):
                    yield f"line {node.lineno}: the type of a value is asked for"


@pytest.mark.parametrize("path", [path for path in PYTHON if named(path) not in ANY_DATA], ids=named)
def test_nothing_outside_the_room_asks_of_which_kind_a_value_is(path: Path) -> None:
    assert list(asked(ast.parse(path.read_bytes()))) == []


def test_who_makes_something_of_one_kind_is_known() -> None:
    found = {named(path): set(taken(ast.parse(path.read_bytes()))) for path in PYTHON}
    assert {name: kinds for name, kinds in found.items() if kinds} == MAKERS


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_no_template_asks_of_which_kind_a_value_is(path: Path) -> None:
    words = "|".join(KINDS)
    assert re.findall(rf"\bkind\s*(?:==|!=|in|is)\s*[\[(]?\s*['\"](?:{words})['\"]", path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_no_template_chooses_a_class_by_what_only_values_of_one_kind_have(path: Path) -> None:
    """Such as a list of codes: it asks the kind how its values are shown."""
    assert chosen_by_list(path.read_text("utf-8")) == []


def chosen_by_list(template: str) -> list[str]:
    """The tags that hold a condition on a list of codes, and the classes below such a condition."""
    condition = r"\{%-?\s*(?:el)?if\b[^%]*\bcode_list\b[^%]*%\}\s*<[^>]*\bclass="
    inside = r"""\bclass="[^"]*\{\{[^}"]*\bcode_list\b"""
    return re.findall(f"{condition}|{inside}", template)


@pytest.mark.parametrize("path", WRITERS, ids=named)
def test_nothing_that_writes_a_page_asks_whether_there_is_a_list_of_codes(path: Path) -> None:
    assert list(asked_by_list(ast.parse(path.read_bytes()))) == []


def asked_by_list(tree: ast.Module) -> Iterator[int]:
    """The lines of conditions that hold where a value has a list of codes, but of such as then take the codes."""
    for node in ast.walk(tree):
        match node:
            case ast.IfExp(test=test, body=body):
                then: list[ast.AST] = [body]
            case ast.If(test=test, body=statements):
                then = [*statements]
            case _:
                continue
        if _names_list(test) and not any(map(_names_list, then)):
            yield node.lineno


def _names_list(node: ast.AST) -> bool:
    return any(last(part) == "code_list" for part in ast.walk(node))


@pytest.mark.parametrize(
    "code", ["if row.indicator.code_list: pass", "x = 'answer' if row.code_list is not None else ''"]
)
def test_a_writer_that_asks_so_is_found(code: str) -> None:
    assert len(list(asked_by_list(ast.parse(code)))) == 1


def test_a_writer_may_tell_the_codes_where_there_are_some() -> None:
    assert list(asked_by_list(ast.parse("codes = row.code_list.codes if row.code_list else ()"))) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=named)
def test_no_script_names_a_kind(path: Path) -> None:
    """What it must know of one it looks up by the word that comes with the value."""
    assert kinds_named(path.read_text("utf-8")) == []


def kinds_named(script: str) -> list[str]:
    """Words of kinds that something's kind is compared with, or looked for in; a unit of the search has other kinds."""
    word = rf"""["'`](?:{"|".join(KINDS)})["'`]"""
    kind = r"(?<!\bunit\.)\bkind\b"
    return re.findall(
        rf"{kind}\s*[!=]==?\s*{word}|{word}\s*[!=]==?\s*[\w.?]*{kind}|\[[^\]]*{word}[^\]]*\]\.includes\([^)]*{kind}"
        rf"|case\s+{word}",
        script,
    )


@pytest.mark.parametrize(
    "code",
    [
        'if (row.kind === "percent") f();',
        'const isOne = "coded" == now?.kind;',
        'if (["count", "number"].includes(row.kind)) f();',
        'switch (row.kind) {\n  case "text": f();\n}',
        'x = one.row.kind !== "heading";',
    ],
)
def test_a_script_that_names_one_is_found(code: str) -> None:
    assert len(kinds_named(code)) == 1


@pytest.mark.parametrize(
    "template",
    [
        """<p class="figure{{ ' figure--words' if observation.value is none or indicator.code_list }}">""",
        """{% elif observation.indicator.code_list %}<span class="answer">{{ x }}</span>{% endif %}""",
    ],
)
def test_a_template_that_chooses_so_is_found(template: str) -> None:
    assert len(chosen_by_list(template)) == 1


@pytest.mark.parametrize(
    "code",
    [
        "if row.kind is kinds.COUNT: pass",
        "ROWS = [row for row in rows if row.kind in (COUNT, PERCENT)]",
        "x = row.kind == 'coded'",
        "x = kind not in ('coded', 'text')",
        "if isinstance(row.value, Decimal): pass",
        "if isinstance(row.value, int | Code): pass",
        "match row.value:\n    case Decimal() as amount: pass",
        "match row.kind:\n    case kinds.TEXT: pass",
    ],
)
def test_a_place_that_asks_is_found(code: str) -> None:
    assert len(list(asked(ast.parse(code)))) == 1


@pytest.mark.parametrize("kind", KINDS.values(), ids=str)
def test_a_kind_is_one_object_with_a_word_a_name_and_a_meaning(kind: Kind) -> None:
    assert KINDS[kind.id] is kind
    assert kind.explained == f"{kind.id} ({kind.meaning})"
    assert all(isinstance(text, str) and text for text in (kind.label, kind.meaning, kind.no_chart))


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if not kind.is_amount], ids=str)
def test_what_is_no_amount_has_no_target_and_no_difference(kind: Kind) -> None:
    with pytest.raises(kinds.Refusal):
        kind.parse_target("3", Domain())
    with pytest.raises(TypeError):
        kind.difference_text(1, None)  # type: ignore[arg-type]
    assert (kind.amount(3), kind.half_unit(3), kind.is_drawn) == (None, 0, False)


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if kind.holds_value], ids=str)
def test_what_no_kind_could_read_is_shown_as_it_was_typed(kind: Kind) -> None:
    typed = "khoảng 132 ngàn"
    told = (kind.cell(typed), kind.written(typed, None), kind.searched(typed), kind.machine_text(typed))
    assert told == (typed, typed, typed, typed)
    assert (kind.remark(typed), kind.answer(typed), kind.amount(typed), kind.quantity(typed)) == ("", None, None, None)
