"""The frame of every page: the theme's templates with what is the same on all pages put in once."""

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from urllib.parse import urljoin, urlsplit

from jinja2 import BytecodeCache, FileSystemLoader, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from macros import addresses
from macros.outputs.html.marked_templates import MarkedTemplates
from macros.outputs.html.marking import Marking
from macros.publication.host_settings import Navigation, SiteSettings
from macros.wording import say, words

_LANGUAGE = "vi"
# The kind of its templates: those of an environment that escapes nothing by itself.
FRAME = "frame"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page, for its list of contents; the title is HTML without tags."""

    title: str
    id: str
    level: int
    children: Sequence["Heading"] = ()

    @property
    def url(self) -> str:
        return f"#{self.id}"


def headings(tokens: Iterable[Mapping[str, Any]]) -> tuple[Heading, ...]:
    """The headings as Python-Markdown lists them."""
    return tuple(Heading(token["name"], token["id"], token["level"], headings(token["children"])) for token in tokens)


@dataclass(frozen=True, slots=True)
class FramedPage:
    """What a page puts into the frame. `meta` is what its front matter says, or would say.

    One that is not `is_headed` by a heading of its own is headed by its title.
    """

    url: str
    title: str
    content: str
    toc: Sequence[Heading] = ()
    meta: Mapping[str, Any] = field(default_factory=dict)
    is_homepage: bool = False
    canonical_url: str | None = None
    is_headed: bool = True


class Frame:
    """Renders the templates of a theme for the pages of one site."""

    def __init__(
        self,
        settings: SiteSettings,
        navigation: Navigation,
        extra: Mapping[str, Any],
        marking: Marking,
        compiled: BytecodeCache | None = None,
    ) -> None:
        loader = FileSystemLoader(settings.theme)
        environment = MarkedTemplates(loader=loader, auto_reload=False, bytecode_cache=compiled)
        environment.marking(marking.text, marking.say, say)
        # The lines that hold nothing but a statement leave nothing behind.
        environment.trim_blocks = environment.lstrip_blocks = True
        environment.filters.update(url=_url, script_tag=_script_tag, marked=marking.escaped)
        # `say` escapes.
        environment.globals.update(words=words(), nav=navigation, config=_config(settings, extra))
        self._environment = environment
        self._site = settings.url
        self._page = environment.get_template("main.html")

    def page(self, page: FramedPage) -> str:
        """The page in its frame."""
        return _trimmed(self._page.render(page=page, base_url=addresses.shortest(".", page.url)))

    def missing(self) -> str:
        """The page that a host shows at any address which does not exist."""
        return _trimmed(self._environment.get_template("404.html").render(page=None, base_url=self._root))

    def sitemap(self, pages: Iterable[str]) -> str:
        """The map of the site for search engines; it tells of nothing where the site's address is not known."""
        addresses = [urljoin(self._site, page) for page in pages] if self._site else []
        return _trimmed(self._environment.get_template("sitemap.xml").render(addresses=addresses))

    @property
    def _root(self) -> str:
        """Where the site begins, from its host's root."""
        return urlsplit(self._site or "/").path


def _config(settings: SiteSettings, extra: Mapping[str, Any]) -> dict[str, Any]:
    """The settings by the names that MkDocs has given them, which templates of a theme use."""
    return {
        "site_name": settings.name,
        "site_description": settings.description,
        "site_url": settings.url,
        "extra_javascript": extra.get("scripts", ()),
        "extra": {"notice": settings.notice, **extra},
        "theme": {"language": _LANGUAGE},
    }


def _trimmed(html: str) -> str:
    """The page without what statements of templates leave at the ends of its lines."""
    return "\n".join([line.rstrip() for line in html.split("\n")])


@pass_context
def _url(context: Context, target: object) -> str:
    """A target of the site as the page leads to it; where there is no page, as whoever is lost is led."""
    path = str(target) or "."
    if _is_absolute(path):
        return path
    page = context["page"]
    return addresses.shortest(path, page.url) if page else posixpath.join(context["base_url"], path)


@pass_context
def _script_tag(context: Context, script: str) -> Markup:
    kind = Markup(' type="module"') if script.endswith(".mjs") else ""
    return Markup('<script src="{}"{}></script>').format(_url(context, script), kind)


@lru_cache(maxsize=1024)
def _is_absolute(path: str) -> bool:
    parts = urlsplit(path)
    return bool(parts.scheme or parts.netloc) or path.startswith(("/", "#"))
