"""Arrows point down only, and three seams alone know their hosts."""

import ast
from collections import Counter
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
SEAMS = {"macros", *(module for module in MODULES if module.startswith("macros.hosts."))}

LIGHT = ("macros.commands", "macros.hosts.site_build", "macros.hosts.preview", "macros.publication")

# What each room may import of this package besides itself; a name stands for everything below it. From the ground up.
MAY_IMPORT = {
    # Below the record: text, words, addresses of sites, messages.
    "macros.vietnamese": set(),
    "macros.site_address": set(),
    "macros.store": set(),
    "macros.wording": set(),
    "macros.problems": set(),
    # The record, and what is known of it.
    "macros.kinds": {"macros.problems", "macros.vietnamese", "macros.wording"},
    "macros.record": {"macros.kinds", "macros.wording"},
    "macros.addresses": {"macros.record", "macros.vietnamese"},
    "macros.agreement": {"macros.record", "macros.vietnamese"},
    "macros.comparing": {"macros.record"},
    "macros.staff_guide": {"macros.site_address"},
    "macros.reporting": {"macros.agreement.queries", "macros.problems", "macros.staff_guide"},
    # From files to the record.
    "macros.reading": {"macros.kinds", "macros.problems", "macros.record", "macros.vietnamese"},
    "macros.markup": {"macros.vietnamese"},
    "macros.withholding": {"macros.problems", "macros.vietnamese", "macros.wording"},
    "macros.checks": {
        "macros.addresses",
        "macros.agreement.judgement",
        "macros.kinds",
        "macros.markup",
        "macros.problems",
        "macros.reading",
        "macros.record",
        "macros.site_address",
        "macros.vietnamese",
        "macros.withholding",
    },
    "macros.history.git_calls": set(),
    "macros.history.repository_state": {"macros.history.git_calls"},
    "macros.history": {
        "macros.kinds",
        "macros.problems",
        "macros.reading",
        "macros.record",
        "macros.store",
        "macros.vietnamese",
        "macros.withholding",
        "macros.wording",
    },
    "macros.loading": {
        "macros.agreement",
        "macros.checks",
        "macros.history",
        "macros.kinds",
        "macros.markup.pictures",
        "macros.problems",
        "macros.reading",
        "macros.record",
        "macros.store",
        "macros.vietnamese",
    },
    # Files that people keep, written for them.
    "macros.schemas": {"macros.reading"},
    "macros.editing": {
        "macros.kinds",
        "macros.problems",
        "macros.reading",
        "macros.record",
        "macros.schemas",
        "macros.vietnamese",
    },
    # From the record to what is published.
    "macros.faces": {
        "macros.addresses",
        "macros.comparing",
        "macros.reading.document_citations",
        "macros.record",
        "macros.vietnamese",
        "macros.wording",
    },
    "macros.charts": {"macros.comparing", "macros.faces", "macros.record", "macros.vietnamese", "macros.wording"},
    "macros.outputs": set(),
    "macros.outputs.assets": {"macros.wording"},
    "macros.outputs.html": {
        "macros.addresses",
        "macros.charts",
        "macros.comparing",
        "macros.faces",
        "macros.markup.allowed",
        "macros.outputs.comparison_rules",
        "macros.problems",
        "macros.reading.author_macros",
        "macros.reading.document_citations",
        "macros.reading.narrative",
        "macros.reading.outline",
        "macros.record",
        "macros.vietnamese",
        "macros.wording",
    },
    "macros.outputs.search": {
        "macros.addresses",
        "macros.faces",
        "macros.record",
        "macros.vietnamese",
        "macros.wording",
    },
    "macros.outputs.tables": {
        "macros.addresses",
        "macros.comparing",
        "macros.faces",
        "macros.outputs.comparison_rules",
        "macros.record",
        "macros.vietnamese",
        "macros.wording",
    },
    "macros.outputs.feed": {
        "macros.addresses",
        "macros.faces",
        "macros.outputs.html.renderer",
        "macros.record",
        "macros.wording",
    },
    "macros.outputs.comparison_rules": {
        "macros.charts",
        "macros.comparing",
        "macros.faces",
        "macros.kinds",
        "macros.wording",
    },
    "macros.outputs.review_text": {"macros.comparing", "macros.faces", "macros.record", "macros.wording"},
    # The plan of a site: each part of it knows as little as it can.
    "macros.publication": {"macros.history.repository_state", "macros.problems"},
    "macros.publication.artifact": set(),
    "macros.publication.host_settings": {"macros.addresses"},
    "macros.publication.frame": {
        "macros.addresses",
        "macros.outputs.html.marked_templates",
        "macros.outputs.html.marking",
        "macros.publication.host_settings",
        "macros.wording",
    },
    "macros.publication.theme_files": {
        "macros.outputs.assets",
        "macros.publication",
    },
    "macros.publication.script_data": {"macros.outputs"},
    "macros.publication.clean": {"macros.problems", "macros.publication", "macros.withholding"},
    "macros.publication.page_keys": {
        "macros.outputs.html.generated_page",
        "macros.publication",
        "macros.record",
    },
    "macros.publication.machine_files": {
        "macros.addresses",
        "macros.charts",
        "macros.comparing.reference_periods",
        "macros.outputs",
        "macros.publication",
        "macros.record",
    },
    "macros.publication.search_files": {"macros.outputs.search", "macros.publication", "macros.record"},
    # What was made from what: the rows of the last build, and the digests that say whether they stand.
    "macros.publication.known_addresses": {"macros.addresses", "macros.publication.ledger", "macros.record.reads"},
    "macros.publication.reads_digests": {"macros.publication", "macros.record"},
    "macros.publication.former_build": {"macros.publication", "macros.record.reads"},
    "macros.publication.making": {"macros.publication", "macros.record.reads"},
    "macros.publication.made_pages": {"macros.outputs.html.generated_page", "macros.publication"},
    "macros.publication.stored_pages": {
        "macros.outputs.search",
        "macros.problems",
        "macros.publication",
        "macros.record",
        "macros.store",
    },
    "macros.publication.authors_pages": {"macros.publication", "macros.record.reads"},
    "macros.publication.authored": {
        "macros.markup.allowed",
        "macros.outputs.html",
        "macros.outputs.search",
        "macros.problems",
        "macros.publication.frame",
        "macros.record",
    },
    "macros.publication.generated": {
        "macros.addresses",
        "macros.outputs.html",
        "macros.publication.authored",
        "macros.publication.frame",
    },
    "macros.publication.snapshot_pages": {
        "macros.addresses",
        "macros.history.published_names",
        "macros.loading.snapshots",
        "macros.outputs.html",
        "macros.publication",
        "macros.record",
        "macros.withholding",
    },
    "macros.publication.hosting": {
        "macros.agreement.queries",
        "macros.loading.assembly",
        "macros.outputs.html.page_macros",
        "macros.problems",
        "macros.publication",
    },
    "macros.publication.between_states": {
        "macros.faces.citing_reports",
        "macros.history.public_states",
        "macros.record",
    },
    "macros.publication.asked_files": {
        "macros.addresses",
        "macros.agreement.queries",
        "macros.outputs.search",
        "macros.problems",
        "macros.publication",
        "macros.reading.narrative",
        "macros.record.reads",
    },
    "macros.publication.placing": {"macros.publication", "macros.withholding.withheld"},
    "macros.publication.plan": {
        "macros.addresses",
        "macros.faces.accessibility",
        "macros.faces.citing_reports",
        "macros.history.published_names",
        "macros.loading.assembly",
        "macros.outputs",
        "macros.problems",
        "macros.publication",
        "macros.record",
    },
    # What reviewers ask.
    "macros.reviewing": {
        "macros.addresses",
        "macros.checks.index",
        "macros.comparing",
        "macros.faces",
        "macros.history",
        "macros.kinds",
        "macros.loading",
        "macros.outputs",
        "macros.problems",
        "macros.reading",
        "macros.record",
        "macros.vietnamese",
        "macros.wording",
    },
    # The seams: the author's macros, programs that render pages, the command line.
    "macros": {"macros.reading.author_macros"},
    "macros.hosts": {
        "macros.addresses",
        "macros.history.public_states",
        "macros.history.repository_state",
        "macros.loading.assembly",
        "macros.outputs.html.author_pages",
        "macros.outputs.html.page_context",
        "macros.outputs.html.page_macros",
        "macros.reporting",
        "macros.reading.mkdocs_settings",
        "macros.reading.narrative",
        "macros.reading.sources",
        "macros.problems",
        "macros.publication",
    },
    "macros.commands": {
        "macros.agreement.queries",
        "macros.editing",
        "macros.hosts",
        "macros.loading",
        "macros.problems",
        "macros.publication",
        "macros.reading.sources",
        "macros.record",
        "macros.reporting",
        "macros.reviewing",
        "macros.schemas",
        "macros.staff_guide",
        "macros.store",
        "macros.wording",
    },
    "macros.cli": {"macros.commands"},
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
    assert "macros.hosts.mkdocs_plugin" not in at_import


def test_the_table_itself_has_no_circle() -> None:
    rooms = {name: {room(below) for below in allowed} - {name} for name, allowed in MAY_IMPORT.items()}
    assert len(list(TopologicalSorter(rooms).static_order())) == len(MAY_IMPORT)


@pytest.mark.parametrize("word", ["utils", "helpers", "common", "manager", "misc"])
def test_no_module_is_a_lumber_room(word: str) -> None:
    assert [module for module in MODULES if word in module] == []


def test_no_two_files_of_one_name_mean_different_things() -> None:
    """Where a room has sentences of a page, its module is named after the page."""
    named = [module.rpartition(".")[2] for module in MODULES if not within(module, "macros.wording")]
    rooms = {name.rpartition(".")[2] for name in MODULES if any(other.startswith(f"{name}.") for other in MODULES)}
    assert {name: count for name, count in Counter(named).items() if count > 1 and name not in rooms} == {}


# Who writes files: publication the site and what it keeps of it; editing those of the people who keep the data.
WRITERS = {
    "macros.publication.former_places",
    "macros.publication.ledger",
    "macros.publication.placing",
    "macros.publication.sharing",
    "macros.publication.site_files",
    "macros.publication.switch",
    "macros.editing.canonical_form",
    "macros.editing.new_period",
    "macros.editing.new_revision",
    "macros.schemas",
}


def writes(tree: ast.AST) -> bool:
    """Whether a piece of code writes a file, as far as its calls tell."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
            modes = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            if called in {"write_text", "write_bytes"} or (
                called in {"open", "fdopen"} and any(set(mode) <= set("wax+bt") for mode in modes)
            ):
                return True
    return False


def test_only_publication_and_editing_write_files() -> None:
    assert {module for module in MODULES if writes(ast.parse(MODULES[module].read_bytes()))} == WRITERS
