"""A template that is given a face takes nothing of the record but that face; its digest is that of the page."""

from collections.abc import Iterator

import pytest
from jinja2 import nodes

from macros.outputs.html.record_pages import planned_pages
from macros.outputs.html.renderer import Renderer
from macros.publication.plain_data import Digests
from tests.good_project import good_catalogue

RENDERER = Renderer(good_catalogue())
ENVIRONMENT = RENDERER._environment
# What a template may ask beside its face, and what Jinja gives; the page of a section has its table from elsewhere.
GIVEN = {*RENDERER._plain.globals, "face", "to", "page", "annex", "loop"}


def parsed(template: str) -> nodes.Template:
    assert ENVIRONMENT.loader is not None
    return ENVIRONMENT.parse(ENVIRONMENT.loader.get_source(ENVIRONMENT, template)[0])


def asked(tree: nodes.Node, wanted: frozenset[str] | None = None) -> Iterator[str]:
    """The names that a template asks for and does not set, or some of its macros, with all that these call."""
    macros = {macro.name: macro for macro in tree.find_all(nodes.Macro)}
    imported = {
        name: found.template.value
        for found in tree.find_all(nodes.FromImport)
        for name in found.names
        if isinstance(found.template, nodes.Const) and isinstance(name, str)
    }
    parts: list[nodes.Node] = [tree] if wanted is None else [macros[name] for name in wanted]
    for part in parts:
        set_here = {name.name for name in part.find_all(nodes.Name) if name.ctx in ("store", "param")}
        for name in {name.name for name in part.find_all(nodes.Name) if name.ctx == "load"}:
            if name in set_here:
                continue
            if name in imported:
                yield from asked(parsed(imported[name]), frozenset({name}))
            elif name not in macros:
                yield name
            elif wanted is not None and name not in wanted:
                yield from asked(tree, frozenset({name}))
        for included in part.find_all(nodes.Include):
            assert isinstance(included.template, nodes.Const)
            yield from (name for name in asked(parsed(included.template.value)) if name not in set_here)


TEMPLATES = [name for name in ENVIRONMENT.list_templates() if "face" in asked(parsed(name))]


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_with_a_face_asks_nothing_else_of_the_record(template: str) -> None:
    assert set(asked(parsed(template))) - GIVEN == set()


def test_one_that_asks_the_record_is_found() -> None:
    tree = ENVIRONMENT.parse('{% from "parts.html" import context_line %}{{ face }}{{ context_line(face, to) }}')
    assert set(asked(tree)) - GIVEN >= {"catalogue"}


def test_the_face_of_a_page_can_be_digested_and_tells_pages_apart() -> None:
    pages = [page for planned in planned_pages(Renderer(good_catalogue())) if (page := planned.make()).face is not None]
    digests = Digests()
    assert pages
    assert len({digests.of(page.face) for page in pages}) == len(pages)
