"""What a host knows of the site that it is asked for, and the navigation of every page."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from macros import addresses

# As `nav` in mkdocs.yml: a page, a title and its page, a title and what stands below it.
Entry: TypeAlias = str | Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What mkdocs.yml says, whoever has read it.

    `url` is the public address of the site, ending in "/", or "" where it is not known. `theme` are the folders of the
    theme, the one that overrides first. `extensions` are those of Markdown with their `extension_settings`, as
    Python-Markdown takes them.
    """

    root: Path
    name: str
    description: str
    url: str
    nav: Sequence[Entry]
    style_sheets: Sequence[str]
    scripts: Sequence[str]
    notice: str
    theme: Sequence[Path]
    extensions: Sequence[Any]
    extension_settings: Mapping[str, Any]

    @property
    def markdown(self) -> str:
        """The settings of Markdown as text; functions in them are the program's own, and stand there by their names."""
        named = {
            name: {option: getattr(value, "__qualname__", value) for option, value in options.items()}
            for name, options in self.extension_settings.items()
        }
        return json.dumps([list(map(str, self.extensions)), named], sort_keys=True, default=str)

    @property
    def docs(self) -> Path:
        """The folder of the author's pages and files."""
        return self.root / "docs"


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the navigation that leads somewhere."""

    title: str
    url: str
    is_homepage: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """An entry of the navigation that only stands above others."""

    title: str


@dataclass(frozen=True, slots=True)
class Navigation:
    """The entries of the first level, and the first page of the site where one of them is it."""

    items: Sequence[Place | Group]
    homepage: Place | None


def titles(entries: Sequence[Entry]) -> dict[str, str]:
    """The titles that the navigation gives to pages, by their sources; a page that is named twice keeps its first."""
    return dict(reversed(list(_titled(entries))))


def untitled_in(entries: Sequence[Entry]) -> frozenset[str]:
    """The sources of the pages that the first level of the navigation names without a title."""
    return frozenset(target for title, target in _pairs(entries) if not title and isinstance(target, str))


def navigation(entries: Sequence[Entry], known: Mapping[str, str]) -> Navigation:
    """The navigation; `known` are the titles of pages by their sources, for entries that have none of their own."""
    named = {**known, **titles(entries)}
    items = [_item(title, target, named) for title, target in _pairs(entries)]
    homepage = next((item for item in items if isinstance(item, Place) and item.is_homepage), None)
    return Navigation(items, homepage)


def _pairs(entries: Sequence[Entry]) -> Iterator[tuple[str, Any]]:
    """Each entry's title, "" without one, and what it stands for."""
    for entry in entries:
        yield from entry.items() if isinstance(entry, Mapping) else [("", entry)]


def _titled(entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """Every page below the entries that is given a title, in order."""
    for title, target in _pairs(entries):
        if not isinstance(target, str):
            yield from _titled(target)
        elif title:
            yield target, title


def _item(title: str, target: Any, titles: Mapping[str, str]) -> Place | Group:
    if not isinstance(target, str):
        return Group(title)
    if not target.endswith(".md"):
        return Place(title, target)
    return Place(titles.get(target, title), addresses.narrative(target), target == "index.md")
