"""Where the staff guide explains what the codes of problems mean."""

import os
from pathlib import Path

from macros.site_address import address_fault

_PAGE = "huong-dan/loi/"
_SOURCE = "docs/huong-dan/loi.md"


def guide_page(site: Path | None = None) -> str:
    """The page of all codes, as an address that opens.

    On the public site where its address is known; else in `site`, a build on this machine, where it has the page; else
    the page's file in the project.
    """
    public = os.environ.get("CONGKHAI_SITE_URL", "")
    if public and not address_fault(public):
        return f"{public}{'' if public.endswith('/') else '/'}{_PAGE}"
    built = site / _PAGE / "index.html" if site else None
    return built.resolve().as_uri() if built is not None and built.is_file() else _SOURCE
