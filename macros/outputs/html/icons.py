"""Drawings beside words: Material Design Icons out of the theme's package, put into the page when the site is built."""

import re
from collections.abc import Callable, Iterable

from markupsafe import Markup

# Sections are data and may change; a section that is not named here gets the drawing of any other.
_SECTIONS = {
    "chi-dao-dieu-hanh": "bullhorn-outline",
    "cai-cach-the-che": "scale-balance",
    "cai-cach-tthc": "file-document-check-outline",
    "to-chuc-bo-may": "sitemap-outline",
    "che-do-cong-vu": "account-tie-outline",
    "tai-chinh-cong": "cash-multiple",
    "chinh-phu-so": "laptop",
}
_SECTION = "format-list-numbered"
_OTHERS = (
    "alert-circle-outline",
    "check-circle-outline",
    "chevron-left",
    "chevron-right",
    "content-copy",
    "download",
    "email-outline",
    "format-list-bulleted",
    "help-circle-outline",
    "link-variant",
    "share-variant",
    "tray",
)
NAMES = (*sorted({*_SECTIONS.values(), _SECTION, *_OTHERS}),)
_OUTLINE = re.compile(r'\bd="([^"]+)"')


def section_icon(section: str) -> str:
    """The name of the drawing for a section."""
    return _SECTIONS.get(section, _SECTION)


def read_icons(read: Callable[[str], str], names: Iterable[str] = NAMES) -> dict[str, Markup]:
    """The drawings by name, as HTML that a screen reader passes over.

    `read` gives the text of a file of the theme; the drawings are 24 by 24 and made of paths.
    """
    return {name: _drawing(read(f".icons/material/{name}.svg")) for name in names}


def _drawing(svg: str) -> Markup:
    paths = Markup("").join(Markup('<path d="{}"></path>').format(outline) for outline in _OUTLINE.findall(svg))
    return Markup('<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>').format(paths)
