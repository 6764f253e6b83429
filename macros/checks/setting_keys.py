"""What may stand in mkdocs.yml: every key that is known, with what it may be."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

from macros.reading.mkdocs_settings import EXTENSIONS

_LEVELS = ("warn", "info", "ignore")
_YES = "true"


class ValueKind(StrEnum):
    """The kinds of values, as staff are told of them; what is OTHER has a law of its own."""

    TEXT = "một dòng chữ"
    FLAG = "true hoặc false"
    LIST = "một danh sách tên tệp"
    OTHER = ""


# What a key may be: of a kind, or one of some fixed words.
Allowed: TypeAlias = ValueKind | tuple[str, ...]
# Every key that may stand in the file, by its path.
KEYS: Mapping[str, Allowed] = {
    "site_name": ValueKind.TEXT,
    "site_description": ValueKind.TEXT,
    "site_author": ValueKind.TEXT,
    "site_url": ValueKind.OTHER,
    "copyright": ValueKind.TEXT,
    "docs_dir": ("docs",),
    "site_dir": ValueKind.TEXT,
    "use_directory_urls": (_YES,),
    "strict": ValueKind.FLAG,
    "nav": ValueKind.OTHER,
    "not_in_nav": ValueKind.TEXT,
    "exclude_docs": ValueKind.TEXT,
    "validation.omitted_files": _LEVELS,
    "validation.absolute_links": _LEVELS,
    "validation.unrecognized_links": _LEVELS,
    "validation.nav.omitted_files": _LEVELS,
    "validation.nav.not_found": _LEVELS,
    "validation.nav.absolute_links": _LEVELS,
    "validation.links.not_found": _LEVELS,
    "validation.links.anchors": _LEVELS,
    "validation.links.absolute_links": _LEVELS,
    "validation.links.unrecognized_links": _LEVELS,
    "theme.name": ("material",),
    "theme.custom_dir": ValueKind.TEXT,
    "theme.language": ("vi",),
    "theme.font": ("false",),
    "theme.logo": ValueKind.TEXT,
    "theme.favicon": ValueKind.TEXT,
    "plugins": ValueKind.OTHER,
    "markdown_extensions": ValueKind.OTHER,
    "extra_css": ValueKind.LIST,
    "extra_javascript": ValueKind.LIST,
    "extra.generator": ("false",),
    "extra.notice": ValueKind.TEXT,
}
PLUGIN_OPTIONS: Mapping[str, Mapping[str, Allowed]] = {
    "congkhai": {},
    "macros": {
        "module_name": ("macros",),
        "modules": ValueKind.OTHER,
        "on_undefined": ("strict",),
        "on_error_fail": (_YES,),
    },
}
EXTENSION_OPTIONS = {
    name: {option: ValueKind.OTHER if option in ("slugify", "toc_depth") else ValueKind.TEXT for option in options}
    for name, options in EXTENSIONS.items()
}
MAPPINGS = frozenset({"validation", "validation.nav", "validation.links", "theme", "extra"})
