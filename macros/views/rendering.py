"""Model to HTML through autoescaping templates."""

from collections.abc import Callable
from typing import Any

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from macros import vietnamese
from macros.model import Catalogue, Indicator
from macros.views import addresses, wording

# Markdown reads these inside a paragraph; as entities they mean themselves to a browser.
_INLINE = str.maketrans({letter: f"&#{ord(letter)};" for letter in "\\`*_[]{}~^|$"})
_MARKDOWN = str.maketrans({letter: f"&#{ord(letter)};" for letter in "\\`*_[]{}~^|$#<>!:"})


def markdown_text(text: str) -> str:
    """Text as Markdown that shows exactly it: what stands in data is never markup, not even in a heading."""
    return text.replace("&", "&amp;").translate(_MARKDOWN)


class Renderer:
    """Renders templates for one catalogue. Every template sees the wording, the addresses and `to(address)`."""

    def __init__(self, catalogue: Catalogue, bytecode_cache: BytecodeCache | None = None) -> None:
        self.catalogue = catalogue
        self._environment = Environment(
            loader=PackageLoader("macros.views"),
            autoescape=True,
            undefined=StrictUndefined,
            bytecode_cache=bytecode_cache,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
        )
        self._environment.globals.update(
            catalogue=catalogue,
            wording=wording,
            addresses=addresses,
            day=vietnamese.day,
            slug=vietnamese.slug,
            depth=self._depth,
        )

    def html(self, template: str, page: str, **context: Any) -> str:
        """The template as HTML for the page at the given address; links are relative to that page."""
        to: Callable[[str], str] = lambda target: (  # noqa: E731 — a template needs a plain callable
            target if "://" in target else addresses.relative(target, page)
        )
        return self._environment.get_template(f"{template}.html").render(to=to, page=page, **context)

    def inline(self, template: str, page: str, **context: Any) -> Markup:
        """The template as HTML on one line that Markdown passes through untouched, for use inside a paragraph."""
        html = " ".join(self.html(template, page, **context).split("\n"))
        return Markup(html.translate(_INLINE))

    def _depth(self, indicator: Indicator) -> int:
        return len(self.catalogue.ancestors(indicator))
