"""The index as files of the site: each is a script that hands its part over, so that it loads from a disk as well."""

import json
from collections.abc import Sequence
from typing import Any

from macros import addresses
from macros.outputs.search.first_layer import MOST_DOCUMENTS, SearchedPage, first_layer, newest_documents
from macros.outputs.search.shards import archive
from macros.record import Catalogue

FIRST = "catalogue"


def index_files(catalogue: Catalogue, pages: Sequence[SearchedPage], engine: str = "") -> dict[str, str]:
    """Every file of the search index, by its address; the same catalogue and pages give the same text.

    `engine` is what reads them, as the text of a script. It comes with the first file, which every search asks for
    first: no page carries it that is not searched, and it always fits its index.
    """
    documents = newest_documents(catalogue)
    older = archive(catalogue, pages, documents[MOST_DOCUMENTS:])
    first = first_layer(catalogue, pages, documents[:MOST_DOCUMENTS]) | {"archive": older.sizes()}
    parts = {FIRST: first, **dict(older.parts())}
    files = {address(name): script(name, content) for name, content in parts.items()}
    return files | {address(FIRST): engine + files[address(FIRST)]}


def address(part: str) -> str:
    """Where a part of the index stands."""
    return f"{addresses.SEARCH_INDEX}{part}.js"


def script(part: str, content: Any) -> str:
    """The file of a part of the index."""
    # A script and not JSON: under file:// a page may run the one and not fetch the other. U+2028 is safe in both.
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f'congkhai["search-loading"].receive("{part}",{text});\n'
