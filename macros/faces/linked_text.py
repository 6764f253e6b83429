"""Text in stretches, some of which link to an address."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from string import Formatter
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text, with the address it links to, if any.

    One that is `printed` says what a report prints: its short forms are marked inside a sentence of ours as well.
    """

    text: str
    address: str | None = None
    printed: bool = False


Linked: TypeAlias = tuple[Part, ...]


def filled(sentence: str, **places: str | Part | Linked) -> Linked:
    """The sentence, its places filled; what is no link stands together. KeyError where a place lacks."""
    return tuple(_together(_stretches(sentence, places)))


def listed(links: Iterable[Part], separator: str) -> Linked:
    """Links one after the other, with words of ours between them."""
    parts: list[Part] = []
    for link in links:
        parts += [Part(separator), link] if parts else [link]
    return tuple(parts)


def plain(parts: Linked) -> str:
    """The words of all stretches."""
    return "".join(part.text for part in parts)


def _stretches(sentence: str, places: Mapping[str, str | Part | Linked]) -> Iterator[Part]:
    for words, place, _, _ in Formatter().parse(sentence):
        yield Part(words)
        match None if place is None else places[place]:
            case str() as text:
                yield Part(text)
            case Part() as part:
                yield part
            case tuple() as parts:
                yield from parts


def _together(parts: Iterable[Part]) -> Iterator[Part]:
    words = ""
    for part in parts:
        if part.address is None and not part.printed:
            words += part.text
            continue
        if words:
            yield Part(words)
        yield part
        words = ""
    if words:
        yield Part(words)
