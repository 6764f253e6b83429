"""Arrows point down only, and three seams alone know their hosts."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "macros").rglob("*.py"))
}
HOSTS = {"mkdocs", "mkdocs_macros", "material"}
SEAMS = {"macros", "macros.events", "macros.publication.build", "macros.publication.preview"}

LIGHT = ("macros.commands", "macros.publication")

# What each room may import of this package besides itself; a name stands for everything below it.
MAY_IMPORT = {
    "macros.problems": set(),
    "macros.problem_codes": set(),
    "macros.site_address": set(),
    "macros.vietnamese": set(),
    "macros.wording": set(),
    "macros.unused_rules": set(),
    "macros.linking": set(),
    "macros.bundling": {"macros.licences", "macros.linking", "macros.unused_rules", "macros.wording"},
    "macros.licences": set(),
    "macros.agreement": set(),
    "macros.judgement": {"macros.agreement", "macros.vietnamese"},
    "macros.kinds": {"macros.problems", "macros.vietnamese", "macros.wording"},
    "macros.model": {"macros.agreement", "macros.kinds", "macros.wording"},
    "macros.blanks": {"macros.agreement", "macros.model"},
    "macros.clarifying": {"macros.agreement", "macros.model", "macros.vietnamese"},
    "macros.addresses": {"macros.model", "macros.vietnamese"},
    "macros.reporting": {"macros.clarifying", "macros.problems", "macros.problem_codes", "macros.site_address"},
    "macros.reading": {"macros.kinds", "macros.model", "macros.agreement", "macros.problems", "macros.vietnamese"},
    "macros.markup": {"macros.vietnamese"},
    "macros.withholding": {"macros.problems", "macros.vietnamese", "macros.wording"},
    "macros.checks": {
        "macros.site_address",
        "macros.markup",
        "macros.withholding",
        "macros.addresses",
        "macros.agreement",
        "macros.judgement",
        "macros.kinds",
        "macros.model",
        "macros.problem_codes",
        "macros.problems",
        "macros.reading",
        "macros.vietnamese",
    },
    "macros.history.calling": set(),
    "macros.history.state": {"macros.history.calling"},
    "macros.history": {
        "macros.kinds",
        "macros.withholding",
        "macros.reading",
        "macros.model",
        "macros.problems",
        "macros.vietnamese",
        "macros.wording",
    },
    "macros.schemas": {"macros.reading"},
    "macros.layout": {"macros.reading"},
    "macros.formatting": {
        "macros.kinds",
        "macros.layout",
        "macros.model",
        "macros.problems",
        "macros.reading",
        "macros.schemas",
        "macros.vietnamese",
    },
    "macros.revising": {
        "macros.formatting",
        "macros.model",
        "macros.problems",
        "macros.reading",
        "macros.vietnamese",
    },
    "macros.drafting": {"macros.model", "macros.reading", "macros.schemas", "macros.vietnamese"},
    "macros.comparing": {"macros.agreement", "macros.model"},
    "macros.views": {
        "macros.markup.allowed",
        "macros.addresses",
        "macros.model",
        "macros.comparing",
        "macros.agreement",
        "macros.problems",
        "macros.problem_codes",
        "macros.vietnamese",
        "macros.wording",
        "macros.reading.citations",
        "macros.reading.author_macros",
        "macros.reading.narrative",
        "macros.reading.outline",
    },
    "macros.search": {
        "macros.model",
        "macros.vietnamese",
        "macros.wording",
        "macros.addresses",
        "macros.views.meaning",
        "macros.views.phrases",
    },
    "macros.exports": {
        "macros.addresses",
        "macros.wording",
        "macros.model",
        "macros.agreement",
        "macros.comparing",
        "macros.vietnamese",
        "macros.views",
    },
    "macros.catalogue": {
        "macros.kinds",
        "macros.model",
        "macros.agreement",
        "macros.blanks",
        "macros.judgement",
        "macros.problems",
        "macros.vietnamese",
        "macros.reading",
        "macros.checks",
        "macros.history",
    },
    "macros.archive": {
        "macros.catalogue",
        "macros.history",
        "macros.model",
        "macros.problems",
        "macros.reading",
    },
    "macros.reviewing": {
        "macros.kinds",
        "macros.addresses",
        "macros.archive",
        "macros.catalogue",
        "macros.checks.known",
        "macros.comparing",
        "macros.exports",
        "macros.history",
        "macros.model",
        "macros.problems",
        "macros.reading",
        "macros.views",
        "macros.vietnamese",
        "macros.wording",
    },
    "macros.demo": {"macros.formatting", "macros.kinds", "macros.model", "macros.reading", "macros.vietnamese"},
    "macros.usage": {"macros.problems"},
    "macros.publication": {"macros.history.state", "macros.problems"},
    "macros.publication.artifact": set(),
    "macros.publication.settings": {"macros.addresses"},
    "macros.publication.frame": {"macros.publication.settings", "macros.wording"},
    "macros.publication.theme_files": {
        "macros.bundling",
        "macros.publication.artifact",
        "macros.publication.settings",
    },
    "macros.publication.clean": {
        "macros.problems",
        "macros.publication",
        "macros.withholding",
    },
    "macros.publication.machine_files": {
        "macros.addresses",
        "macros.exports",
        "macros.publication.artifact",
        "macros.views",
    },
    "macros.publication.authored": {
        "macros.markup.allowed",
        "macros.model",
        "macros.problems",
        "macros.publication.frame",
        "macros.search",
        "macros.views",
    },
    "macros.publication.generated": {
        "macros.addresses",
        "macros.publication.authored",
        "macros.publication.frame",
        "macros.search.records",
        "macros.views",
    },
    "macros.publication.kept_versions": {
        "macros.archive",
        "macros.history.names",
        "macros.model",
        "macros.publication",
        "macros.views",
        "macros.withholding",
    },
    "macros.publication.plan": {
        "macros.addresses",
        "macros.bundling",
        "macros.catalogue",
        "macros.history.names",
        "macros.licences",
        "macros.problems",
        "macros.publication",
        "macros.search.files",
        "macros.views",
        "macros.withholding",
    },
    # The seams.
    "macros": {"macros.reading.author_macros"},
    "macros.events": {
        "macros.catalogue",
        "macros.clarifying",
        "macros.problems",
        "macros.publication",
        "macros.reporting",
        "macros.views.authoring",
    },
    "macros.cli": {"macros.commands"},
    "macros.commands": {
        "macros.archive",
        "macros.catalogue",
        "macros.clarifying",
        "macros.demo",
        "macros.drafting",
        "macros.formatting",
        "macros.model",
        "macros.problem_codes",
        "macros.problems",
        "macros.publication",
        "macros.reading.files",
        "macros.reporting",
        "macros.reviewing",
        "macros.revising",
        "macros.schemas",
        "macros.usage",
        "macros.wording",
    },
}


def imports(tree: ast.AST) -> Iterator[str]:
    """The modules that a piece of code imports; of `from macros import x`, `macros.x`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide which room is meant"
            assert node.module is not None
            below = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from below if set(below) & set(MODULES) else [node.module]


def room(module: str) -> str:
    """The room that a module belongs to: the longest name in the table that it stands below."""
    rooms = [name for name in MAY_IMPORT if within(module, name)]
    assert rooms, f"{module} stands in no room of the table"
    return max(rooms, key=len)


def within(module: str, name: str) -> bool:
    return module == name or (name != "macros" and module.startswith(f"{name}."))


@pytest.mark.parametrize("module", MODULES)
def test_a_room_imports_only_rooms_below_it(module: str) -> None:
    allowed = MAY_IMPORT[room(module)] | ({room(module)} - {"macros"})
    ours = {name for name in imports(ast.parse(MODULES[module].read_bytes())) if name.split(".")[0] == "macros"}
    assert [name for name in sorted(ours) if not any(within(name, below) for below in allowed)] == []


@pytest.mark.parametrize("module", [module for module in MODULES if module not in SEAMS])
def test_only_the_seams_know_their_hosts(module: str) -> None:
    found = {name.split(".")[0] for name in imports(ast.parse(MODULES[module].read_bytes()))}
    assert found & HOSTS == set()


@pytest.mark.parametrize(
    "module",
    ["macros", *(name for name in MODULES if any(within(name, room) for room in ("macros.cli", *LIGHT)))],
)
def test_a_command_that_builds_nothing_does_not_load_mkdocs(module: str) -> None:
    body = ast.parse(MODULES[module].read_bytes()).body
    at_import = {name for node in body if isinstance(node, ast.Import | ast.ImportFrom) for name in imports(node)}
    assert {name.split(".")[0] for name in at_import} & HOSTS == set()
    assert "macros.events" not in at_import


def test_the_table_itself_has_no_circle() -> None:
    rooms = {name: {room(below) for below in allowed} - {name} for name, allowed in MAY_IMPORT.items()}
    assert len(list(TopologicalSorter(rooms).static_order())) == len(MAY_IMPORT)


@pytest.mark.parametrize("word", ["utils", "helpers", "common", "manager", "misc"])
def test_no_module_is_a_lumber_room(word: str) -> None:
    assert [module for module in MODULES if word in module] == []
