"""The headings of a generated page, for the list of contents beside it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import escape

from macros.outputs.html.gathered import PlacedHeading

# A list of fewer is longer to read than the page is to look through; one of more is a page of its own.
FEWEST = 3
_MOST = 25


def contents(headings: Sequence[PlacedHeading], deepest: int = 3) -> tuple[Mapping[str, Any], ...]:
    """The headings of level 2 and 3, nested as Python-Markdown has them.

    None where there are fewer than three; without level 3 where a reader would not go through them all, or where
    `deepest` is 2.
    """
    most = deepest if len(headings) <= _MOST else 2
    listed = [heading for heading in headings if heading.level <= most]
    if len(listed) < FEWEST:
        return ()
    entries: list[dict[str, Any]] = []
    for heading in listed:
        among = entries[-1]["children"] if heading.level > 2 and entries else entries
        name = str(escape(" ".join(heading.words.split())))
        among.append({"level": heading.level, "id": heading.id, "name": name, "children": []})
    return tuple(entries)


def enough(headings: Iterable[Any]) -> bool:
    """Whether the headings of a page, each with its `children`, are worth a list; the page's title is none of them."""

    def count(some: Iterable[Any]) -> int:
        return sum((heading.level > 1) + count(heading.children) for heading in some)

    return count(headings) >= FEWEST
