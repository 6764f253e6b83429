"""Where a result leads there is such a place: the page, and on it what the address names."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from lxml.html import HtmlElement

from tests.outputs.search.searching import catalogue_of


def places(records: dict[str, Any]) -> list[str]:
    """The addresses of all that the first layer can give."""
    root, pages, periods = records["root"], records["pages"], records["periods"]
    found = [address for address, *_ in pages]
    found += [f"{pages[page][0]}#{anchor}" if anchor else pages[page][0] for page, anchor, _ in records["asked"]]
    found += [f"{pages[page][0]}#{anchor}" for page, _, anchor, *_ in records["passages"]]
    found += [f"{root['document']}{document}/" for document, *_ in records["documents"]]
    found += [f"{root['glossary']}#{anchor}" for anchor, *_ in records["abbreviations"]]
    for row, _, parent, _, value, *_ in records["rows"]:
        kind = "section" if parent < 0 else "indicator"
        own = f"{root[kind]}{row}/" if parent < 0 or value is not None else f"{root['report']}{periods[0].lower()}/"
        found.append(f"{own}#dong-{row}")
    return found


@pytest.mark.parametrize("built", ["first", "demo"])
def test_every_place_is_there(request: pytest.FixtureRequest, built: str) -> None:
    site: Path = request.getfixturevalue(f"{built}_site")
    pages: dict[str, HtmlElement] = request.getfixturevalue(f"{built}_pages")
    ids = {path: set(page.xpath("//@id")) for path, page in pages.items()}
    found = places(catalogue_of(site))
    assert len(found) > 100
    missing = []
    for address in found:
        page, _, anchor = address.partition("#")
        if unquote(anchor) not in {"", *ids.get(f"{page}index.html", ())} or f"{page}index.html" not in ids:
            missing.append(address)
    assert missing == []
