"""The index as files of the site: each is a script that hands its part over, so that it loads from a disk as well."""

import json
from collections.abc import Sequence
from typing import Any

from macros.model import Catalogue
from macros.search.records import SearchedPage, first_layer
from macros.views import addresses


def index_files(catalogue: Catalogue, pages: Sequence[SearchedPage]) -> dict[str, str]:
    """Every file of the search index, by its address; the same catalogue and pages give the same text."""
    return {f"{addresses.SEARCH_INDEX}catalogue.js": _script("catalogue", first_layer(catalogue, pages))}


def _script(part: str, content: Any) -> str:
    # A script and not JSON: under file:// a page may run the one and not fetch the other. U+2028 is safe in both.
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f'congkhaiSearch.receive("{part}",{text});\n'
