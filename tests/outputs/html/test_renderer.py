"""Templates are compiled once for a process, whichever record they are rendered for first."""

from macros.outputs.html.renderer import Renderer
from macros.record import Catalogue
from tests.good_project import good_catalogue


def test_what_a_template_compiles_to_depends_on_no_record(first_catalogue: Catalogue) -> None:
    """Jinja works out what is constant while it compiles; nothing of a record may be worked out then."""
    one, other = (
        Renderer(good_catalogue())._environment,
        Renderer(first_catalogue, site="https://a.example/")._environment,
    )
    names = one.list_templates()
    assert len(names) > 20
    assert one.loader is not None
    for name in names:
        source, path, _ = one.loader.get_source(one, name)
        assert one.compile(source, name, path, raw=True) == other.compile(source, name, path, raw=True), name


def test_renderers_share_what_is_compiled() -> None:
    first, second = Renderer(good_catalogue()), Renderer(good_catalogue())
    name = first._environment.list_templates()[0]
    assert first._environment.bytecode_cache is second._environment.bytecode_cache
    code = [made._environment.get_template(name).root_render_func.__code__ for made in (first, second)]
    assert code[0] is code[1]
