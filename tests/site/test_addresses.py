"""Addresses never break: whatever was once published is still there.

`addresses.txt` is the list of them, in which lines are added and never changed: pages, rows of the annex that a
citation may point to, files for machines. `CONGKHAI_RECORD_ADDRESSES=1 pytest tests/site/test_addresses.py` adds the
new ones of today's site.
"""

import os
from pathlib import Path

from lxml.html import HtmlElement

Pages = dict[str, HtmlElement]
RECORDED = Path(__file__).parent / "addresses.txt"
# What a page loads may be named otherwise tomorrow, and what a search asks for is its own affair.
_PARTS = ("assets/", "search/", "tim-kiem/index/")
_FILES = (".json", ".csv", ".xml", ".xlsx", ".pdf", ".docx")


def published(site: Path, pages: Pages) -> set[str]:
    """Every address of the site that someone may have noted down."""
    found = {path.removesuffix("index.html") for path in pages}
    found |= {
        f"{path.removesuffix('index.html')}#{row}"
        for path, page in pages.items()
        if path.startswith("bao-cao/") and path.count("/") == 2
        for row in page.xpath("//@id[starts-with(., 'dong-') or starts-with(., 'nhom-')]")
    }
    files = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.suffix in _FILES]
    return found | {file for file in files if not file.startswith(_PARTS)}


def recorded() -> list[str]:
    return RECORDED.read_text("utf-8").split("\n")[:-1] if RECORDED.is_file() else []


def test_every_recorded_address_is_still_there(site: Path, pages: Pages) -> None:
    today = published(site, pages)
    known = recorded()
    if "CONGKHAI_RECORD_ADDRESSES" in os.environ:
        known += sorted(today - set(known))
        RECORDED.write_text("".join(f"{address}\n" for address in known), "utf-8", newline="\n")
    assert [address for address in known if address not in today] == []
    assert len(known) > 300


def test_no_address_is_recorded_twice() -> None:
    known = recorded()
    assert len(set(known)) == len(known)
