"""Every sentence that a reader of the site can see, one module a page, to be read in an hour.

A module begins with `PAGE`, what its sentences belong to, in Vietnamese. Each further constant in capitals is a
sentence or a table of sentences; `{name}` stands for what is put in. Nothing computes here: which is chosen and
what is put in, is decided where the page is made. A sentence is used as

    in Python       history.REVISED.format(before=…, after=…)
    in a template   {{ say(words.history.REVISED, before=…, after=…) }}, which escapes what is put in, unless Markup;
                    {{ filled(words.history.REVISED, before=…, after=…) }} is text, for attributes and headings
    in a script     words.history.REVISED, or say(words.history.REVISED, { before, after })

Scripts get those that they name, and no others, as data at the head of their bundle
(`macros/outputs/assets/bundles.py`).
`congkhai wording` prints the room. Messages to staff stand beside their law, not here.
"""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType, SimpleNamespace
from typing import Any

from markupsafe import Markup, escape

Sentences = str | Mapping[str, str] | tuple[str, ...]


def say(sentence: str, **parts: Any) -> Markup:
    """The sentence as HTML, its places filled: text is escaped, markup kept. KeyError where a part is missing."""
    # Markup's own `format` goes through a formatter in Python; places have a name and nothing else.
    return Markup(_escaped(sentence).format(**{name: escape(part) for name, part in parts.items()}))


def filled(sentence: str, **parts: Any) -> str:
    """The sentence as text, its places filled. KeyError where a part is missing."""
    return sentence.format(**parts)


@lru_cache(maxsize=4096, typed=True)
def _escaped(sentence: str) -> str:
    return str(escape(sentence))


def pages() -> Iterator[ModuleType]:
    """The modules of the room, by name."""
    for module in sorted(iter_modules(__path__), key=lambda module: module.name):
        yield import_module(f"{__name__}.{module.name}")


def sentences(page: ModuleType) -> dict[str, Sentences]:
    """The sentences of a page by their names, in the order in which they are written."""
    return {name: value for name, value in vars(page).items() if name.isupper() and not name.startswith("_")}


@cache
def words() -> SimpleNamespace:
    """The room as templates see it: `words.history.REVISED`."""
    return SimpleNamespace(**{page.__name__.rpartition(".")[2]: page for page in pages()})
