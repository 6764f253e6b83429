"""Our own host: it renders the pages of authors with Python-Markdown and Jinja, and loads no other host."""

from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import Any

from macros import addresses
from macros.outputs.html.author_pages import AuthorPages, PageHtml
from macros.outputs.html.page_context import PageContext
from macros.publication.authored import AuthoredPage, page_context
from macros.publication.frame import headings
from macros.publication.host_settings import SiteSettings, titles
from macros.publication.hosting import Hosting
from macros.publication.plan import Publication
from macros.reading.mkdocs_settings import Settings, read_settings
from macros.reading.narrative import NarrativePage
from macros.reading.sources import Folder

_THEME = Path(__file__).parents[1] / "theme"
# What MkDocs always has Markdown do, before anything that the settings ask for.
_ALWAYS = ("toc", "tables", "fenced_code")
_INDEX = ("index", "README")


def render(hosting: Hosting, root: Path, site: Path) -> None:
    """Make the site of the project in `root` below `site`; raises Problems with what is wrong with it.

    The settings have been judged before: they ask for nothing that is not known here.
    """
    settings = site_settings(root)
    hosting.begin(settings)
    publication = hosting.publication
    pages = AuthorsRendering(settings, publication)
    hosting.hand_over_all(in_order(publication.pages, publication.choice.pages), pages.rendered)
    hosting.plan()
    hosting.finish(site)


class AuthorsRendering:
    """Renders pages of authors, each by itself."""

    def __init__(self, settings: SiteSettings, site: Publication) -> None:
        self._pages = AuthorPages(site.macros, site.tree, settings.extensions, settings.extension_settings)
        self._named = titles(settings.nav)

    def rendered(self, page: NarrativePage) -> AuthoredPage:
        """The page with its macros called; raises whatever one of them does."""
        record = page.front_matter()
        meta = record.value if record is not None and isinstance(record.value, dict) else {}
        context = page_context(page.source, addresses.narrative(page.source), meta)
        return _authored(page, meta, self._pages.rendered(page, context), self._named.get(page.source), context)


def site_settings(root: Path) -> SiteSettings:
    """What mkdocs.yml says of the site; it has been judged."""
    settings, _ = read_settings(Folder(root))
    assert settings is not None
    said = settings.values
    url = str(said.get("site_url") or "")
    extra = said.get("extra")
    own = [name for name in settings.extensions if name not in _ALWAYS]
    return SiteSettings(
        root=root,
        name=str(said.get("site_name") or ""),
        description=str(said.get("site_description") or ""),
        url=f"{url.rstrip('/')}/" if url else "",
        nav=_list(said.get("nav")),
        style_sheets=_list(said.get("extra_css")),
        scripts=_list(said.get("extra_javascript")),
        notice=str(extra.get("notice") or "") if isinstance(extra, Mapping) else "",
        theme=list(dict.fromkeys(_theme(root, settings))),
        extensions=[*_ALWAYS, *own],
        extension_settings={name: dict(options) for name, options in settings.extensions.items() if options},
    )


def in_order(pages: Sequence[NarrativePage], chosen: frozenset[str]) -> list[NarrativePage]:
    """The pages that are published, in the order in which MkDocs walks through them."""
    return sorted((page for page in pages if page.source in chosen), key=lambda page: _walked(page.source))


def _walked(source: str) -> list[tuple[bool, bool, str]]:
    """The files of a folder before the folders in it, its index first."""
    *folders, name = PurePosixPath(source).parts
    return [*((True, True, folder) for folder in folders), (False, PurePosixPath(name).stem not in _INDEX, name)]


def _authored(
    page: NarrativePage, meta: Mapping[str, Any], rendered: PageHtml, named: str | None, context: PageContext
) -> AuthoredPage:
    title = named or meta.get("title") or _named_after(page.source)
    is_titled = named is not None or "title" in meta
    toc = headings(rendered.headings)
    return AuthoredPage(page.source, context.address, str(title), rendered.html, toc, meta, is_titled, context)


def _named_after(source: str) -> str:
    """What a page without any title is called."""
    words = PurePosixPath(source).stem.replace("-", " ").replace("_", " ")
    return words.capitalize() if words == words.lower() else words


def _theme(root: Path, settings: Settings) -> Iterator[Path]:
    """The folders of the theme, the one that overrides first: the project's, ours, Material's."""
    theme = settings.values.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    own = (root / str(custom)).resolve() if custom else _THEME
    if own != _THEME:
        # The look comes with the package, so that a project needs no copy of it.
        yield _THEME
    yield own
    # Found without being loaded.
    for package in ("material", "mkdocs"):
        found = find_spec(package)
        for folder in (found.submodule_search_locations or ()) if found is not None else ():
            yield Path(folder, "templates")


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
