"""The headings of a generated page, for the list of contents beside it."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup, escape

# A list of fewer is longer to read than the page is to look through; one of more is a page of its own.
FEWEST = 3
_MOST = 25
_HEADING = re.compile(r'<h([23]) id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)


def contents(html: str, deepest: int = 3) -> tuple[Mapping[str, Any], ...]:
    """The headings of level 2 and 3 in the HTML that have an id, nested as Python-Markdown has them.

    None where there are fewer than three; without level 3 where a reader would not go through them all, or where
    `deepest` is 2. An entry says what its heading says, without what its words link to or open.
    """
    found = [(int(level), id, escape(Markup(words).striptags())) for level, id, words in _HEADING.findall(html)]
    listed = [heading for heading in found if heading[0] <= (deepest if len(found) <= _MOST else 2)]
    if len(listed) < FEWEST:
        return ()
    entries: list[dict[str, Any]] = []
    for level, id, name in listed:
        among = entries[-1]["children"] if level > 2 and entries else entries
        among.append({"level": level, "id": id, "name": str(name), "children": []})
    return tuple(entries)


def enough(headings: Iterable[Any]) -> bool:
    """Whether the headings of a page, each with its `children`, are worth a list; the page's title is none of them."""

    def count(some: Iterable[Any]) -> int:
        return sum((heading.level > 1) + count(heading.children) for heading in some)

    return count(headings) >= FEWEST
