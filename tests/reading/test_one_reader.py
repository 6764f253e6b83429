"""Each kind of file has one reader: who parses, who knows keys by their names, who reads a page as a template."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
MODULES = sorted((ROOT / "macros").rglob("*.py"))

# What PyYAML reads with; what it writes and guesses with is another matter.
_PARSERS = re.compile(
    r"(?:C?(?:Safe|Base|Full|Unsafe)?Loader|(?:safe_|full_|unsafe_)?load(?:_all)?|parse|scan|compose.*)"
)
PARSERS = {
    "macros/reading/yaml_records.py": "the reader",
    "macros/reading/mkdocs_settings.py": "asks a loader, which has nothing to read, what YAML would guess a word to be",
}
# Who handles the plain mapping of a data file, and not its shape.
PLAIN = {
    "macros/checks/front_matter.py": "the head of a page, which has no shape",
    "macros/checks/index.py": "the ids of a register that fits no shape",
    "macros/checks/lint/typing.py": "every text of a file, whatever its key",
    "macros/checks/withheld_names.py": "every text of a file, whatever its key",
    "macros/editing/canonical_form.py": "what was read before and after is compared whole",
    "macros/hosts/own_host.py": "the head of a page, which has no shape",
    "macros/editing/new_revision.py": "a report may have a new revision though another part of it has a mistake",
}
_RECORD = re.compile(r"\brecord(?:\(\))?\.value\b")
READS_RECORDS = {
    "parse_record",
    "parse_past_record",
    "read_record",
    "events",
    "commented",
    "leniently_shaped",
}


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def loaders(tree: ast.Module) -> Iterator[str]:
    """What a module takes of PyYAML to read with."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id="yaml"), attr=name) if _PARSERS.fullmatch(name):
                yield name
            case ast.Call(func=ast.Name(id="getattr"), args=[ast.Name(id="yaml"), ast.Constant(value=str(name)), *_]):
                yield name
            case ast.ImportFrom(module=str(module), names=names) if module.split(".")[0] == "yaml":
                yield from (alias.name for alias in names)


def taken(tree: ast.Module, room: str) -> set[str]:
    """The names that a module takes from the modules of a room."""
    imported = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module is not None)
    return {alias.name for node in imported if str(node.module).startswith(room) for alias in node.names}


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_one_module_reads_yaml(path: Path) -> None:
    found = set(loaders(ast.parse(path.read_bytes())))
    assert found == set() or named(path) in PARSERS


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_keys_of_a_data_file_are_known_to_its_shape(path: Path) -> None:
    inside = path.is_relative_to(ROOT / "macros/reading")
    handles = _RECORD.search(path.read_text("utf-8")) is not None
    assert inside or handles == (named(path) in PLAIN)


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_only_those_who_write_files_make_records_of_their_own(path: Path) -> None:
    rooms = (ROOT / "macros/reading", ROOT / "macros/editing")
    found = taken(ast.parse(path.read_bytes()), "macros.reading") & READS_RECORDS
    assert found == set() or any(path.is_relative_to(room) for room in rooms)


@pytest.mark.parametrize("room", ["history", "loading"])
def test_the_past_is_read_by_shapes_as_today_is(room: str) -> None:
    """No key of a file by its name, nor a pattern of one: a new field of a figure is read there as it is everywhere."""
    for path in sorted((ROOT / "macros" / room).glob("*.py")):
        tree = ast.parse(path.read_bytes())
        assert [node for node in ast.walk(tree) if isinstance(node, ast.MatchMapping)] == [], named(path)
        assert taken(tree, "macros.reading.yaml_records") <= {"HARMLESS", "MOST_PROBLEMS", "Record", "Spot"}, named(
            path
        )
        assert taken(tree, "macros.reading.lenient") <= {"mended_text"}, named(path)


def test_one_module_parses_a_page_as_a_template_before_it_is_rendered() -> None:
    rooms = ("macros/reading", "macros/markup", "macros/checks", "macros/loading", "macros/history")
    makes = [
        named(path)
        for path in MODULES
        if named(path).startswith(rooms) and "Environment" in taken(ast.parse(path.read_bytes()), "jinja2")
    ]
    assert makes == ["macros/reading/narrative.py"]
