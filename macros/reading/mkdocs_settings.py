"""mkdocs.yml to what it says, without doing anything that it asks for."""

import os
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from macros.problems.problem import Place, Problem
from macros.reading.sources import Files
from macros.reading.yaml_records import Record, Spot, Value, parse_record
from macros.vietnamese import slug

NAME = "mkdocs.yml"
ENVIRONMENT = "!ENV"
_PYTHON = "tag:yaml.org,2002:python/"
# The one piece of code that a setting may name.
SLUGIFY = f"{_PYTHON}name:macros.vietnamese.slug"
# The extensions of Markdown whose output is known, with their options.
EXTENSIONS: Mapping[str, tuple[str, ...]] = {
    "abbr": (),
    "admonition": (),
    "attr_list": (),
    "def_list": (),
    "fenced_code": (),
    "footnotes": ("BACKLINK_TITLE", "BACKLINK_TEXT"),
    "md_in_html": (),
    "sane_lists": (),
    "tables": (),
    "toc": ("slugify", "permalink", "permalink_title", "title", "toc_depth"),
}
_DEPTHS = range(1, 7)
_GUESSES: Any = yaml.SafeLoader("")
_WILD = frozenset("*?[!#")


class _AnyTag(Container[str]):
    """Every tag is read as a tag; the laws say which may stand where."""

    def __contains__(self, tag: object) -> bool:
        return isinstance(tag, str)


@dataclass(frozen=True, slots=True)
class Settings:
    """What mkdocs.yml says, with what it takes from the environment.

    `nav` are the pages that the navigation names, with their places; `pages` and `files` are all pages and files of
    `docs/` that the settings name one by one, and `extensions` those of Markdown with their options.
    """

    record: Record
    values: Mapping[str, Value]
    nav: tuple[tuple[str, Spot], ...]
    pages: frozenset[str]
    files: frozenset[str]
    extensions: Mapping[str, Mapping[str, Any]]


def read_settings(files: Files) -> tuple[Settings | None, list[Problem]]:
    """The settings of a project, None where there is no such file or it cannot be read, and what is wrong with it."""
    if not files.has(NAME):
        return None, []
    text = files.text(NAME)
    if isinstance(text, Problem):
        return None, [text]
    record = parse_record(NAME, text, _AnyTag())
    values = record.value if isinstance(record.value, dict) else {}
    resolved = {key: _resolved(record, (key,), value) for key, value in values.items()}
    nav = tuple(_nav(resolved.get("nav"), ("nav",)))
    settings = Settings(
        record,
        resolved,
        nav,
        frozenset({page for page, _ in nav} | {*_listed(resolved.get("not_in_nav"))}),
        frozenset(_files(resolved)),
        dict(_extensions(record, resolved.get("markdown_extensions"))),
    )
    if values:
        return settings, record.problems
    found, remedy = "tệp không có mục nào", "lấy lại tệp này từ git"
    empty = Problem(Place(NAME, 1), "E603", found, "mỗi dòng một “khóa: giá trị”", remedy)
    return None, record.problems or [empty]


def is_text(value: str) -> bool:
    """Whether YAML's guesses leave a value as text: `2022`, `no` and `2022-06-30` are a number, a flag and a day."""
    guessed: str = _GUESSES.resolve(yaml.ScalarNode, value, (True, False))
    return guessed == "tag:yaml.org,2002:str"


def _resolved(record: Record, spot: Spot, value: Value) -> Value:
    """The value with each `!ENV` in it replaced by what the environment says."""
    if record.tags.get(spot) == ENVIRONMENT:
        return _from_environment(value)
    match value:
        case dict():
            return {key: _resolved(record, (*spot, key), part) for key, part in value.items()}
        case list():
            return [_resolved(record, (*spot, n), part) for n, part in enumerate(value)]
        case _:
            return value


def _from_environment(value: Value) -> Value:
    """`NAME`, or `[NAME, OTHER, default]`: the first that is set, else the default."""
    names = value if isinstance(value, list) else [value, None]
    for name in names[:-1]:
        if isinstance(name, str) and name in os.environ:
            return os.environ[name]
    return names[-1] if names else None


def _nav(entries: Value, spot: Spot) -> Iterator[tuple[str, Spot]]:
    """The pages that the navigation names, whatever their titles; addresses of other hosts are none."""
    match entries:
        case str() if "://" not in entries:
            yield entries.removeprefix("/"), spot
        case list():
            for n, entry in enumerate(entries):
                yield from _nav(entry, (*spot, n))
        case dict():
            for title, entry in entries.items():
                yield from _nav(entry, (*spot, title))


def _listed(patterns: Value) -> Iterator[str]:
    """The pages that are named one by one; a pattern chooses nothing."""
    for line in patterns.splitlines() if isinstance(patterns, str) else ():
        name = line.strip().removeprefix("/")
        if name.endswith(".md") and not _WILD & set(name):
            yield name


def _files(values: Mapping[str, Value]) -> Iterator[str]:
    """Style sheets, scripts and pictures of the frame that the settings name."""
    theme = values.get("theme")
    pictures = [theme.get("logo"), theme.get("favicon")] if isinstance(theme, dict) else []
    for named in (values.get("extra_css"), values.get("extra_javascript"), pictures):
        yield from (name for name in named if isinstance(name, str)) if isinstance(named, list) else ()


def _extensions(record: Record, entries: Value) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each extension that is known with its options, as Python-Markdown takes them; what does not fit is left out."""
    for n, entry in enumerate(entries if isinstance(entries, list) else ()):
        for name, options in entry.items() if isinstance(entry, dict) else [(str(entry), None)]:
            spot: Spot = ("markdown_extensions", n, name)
            given = options if isinstance(options, dict) else {}
            read = {key: _option(record.tags.get((*spot, key)), given[key]) for key in given}
            if name in EXTENSIONS:
                yield name, {key: value for key, value in read.items() if key in EXTENSIONS[name] and _fits(key, value)}


def _fits(option: str, value: Any) -> bool:
    match option:
        case "toc_depth":
            return value in _DEPTHS
        case "slugify":
            return value is slug
        case _:
            return isinstance(value, str | bool)


def _option(tag: str | None, value: Value) -> Any:
    """The value of an option: a flag, a whole number, text, or the one piece of code that may be named."""
    if tag is not None:
        return slug if tag == SLUGIFY else None
    match value:
        case "true" | "false":
            return value == "true"
        case str() if value.isascii() and value.isdigit():
            return int(value[:9])
        case _:
            return value
