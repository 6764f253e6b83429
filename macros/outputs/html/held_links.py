"""The links of a kept page are held open until the whole site is known: one that leads nowhere keeps its words."""

import posixpath
import re
from collections.abc import Container
from urllib.parse import urlsplit

from markupsafe import Markup

# Around an address as the page leads to it; no checked text has these characters.
_BEGIN, _END = "\ue008", "\ue009"
_HELD = re.compile(rf"( (?:href|src)=\")?{_BEGIN}([^{_END}]*){_END}(\")?")


def held(address: str) -> str:
    """An address within the site as it stands on a kept page."""
    return f"{_BEGIN}{address}{_END}"


def settled(html: str, page: str, known: Container[str]) -> str:
    """The HTML of the page at an address; an attribute that leads to nothing of what is known is left out."""

    def link(match: re.Match[str]) -> str:
        attribute, address, end = match.groups(default="")
        is_link = attribute and end
        return f"{attribute}{address}{end}" if not is_link or _site_address(address, page) in known else ""

    return _HELD.sub(link, html)


def _site_address(address: str, page: str) -> str:
    """Where an address leads from a page, as the site names it."""
    path = urlsplit(Markup(address).unescape()).path
    joined = posixpath.normpath(posixpath.join(page, path))
    if joined == ".":
        return ""
    return f"{joined}/" if path.endswith(("/", "..", ".")) else joined
