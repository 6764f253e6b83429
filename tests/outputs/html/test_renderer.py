"""Templates are compiled once for a process, whichever record they are rendered for first."""

from pathlib import Path

from jinja2 import Environment

from macros.outputs.html.marking import Marking
from macros.outputs.html.renderer import Renderer
from macros.publication.frame import Frame
from macros.publication.host_settings import Navigation, SiteSettings
from macros.record import Catalogue
from tests.good_project import good_catalogue

ROOT = Path(__file__).resolve().parents[3]


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


def test_what_a_template_of_the_frame_compiles_to_depends_on_no_site(tmp_path: Path) -> None:
    marking = Marking(good_catalogue())

    def frame(name: str, scripts: list[str]) -> Environment:
        url, theme = f"https://{len(name)}.example/", [ROOT / "macros/theme"]
        settings = SiteSettings(tmp_path, name, "", url, [], [], scripts, "", theme, [], {})
        return Frame(settings, Navigation([], None), {"scripts": scripts}, marking)._environment

    one, other = frame("một", []), frame("hai", ["a.js"])
    names = [name for name in one.list_templates() if name.endswith((".html", ".xml"))]
    assert {"main.html", "404.html", "sitemap.xml"} <= set(names)
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
