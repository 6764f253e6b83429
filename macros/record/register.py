"""What the texts of a report name: persons, documents, short forms, and the places where a fact was read."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in a note. A withheld name is published nowhere; the figure stays."""

    name: str
    withheld: bool


_LEGAL_TYPES = frozenset(
    {"Hiến pháp", "Luật", "Pháp lệnh", "Nghị định", "Nghị quyết", "Thông tư", "Thông tư liên tịch"}
)


@dataclass(frozen=True, slots=True)
class Document:
    """A source document, known by number, symbol and year; each may be missing where the source omits it.

    `issuer_from` is what the issuer was inferred from, None where the source names it.
    """

    id: str
    type: str
    number: str | None
    symbol: str | None
    printed: str | None
    year: int
    date: datetime.date | None
    issuer: str | None
    subject: str | None
    replaces: tuple[str, ...]
    url: str | None = None
    issuer_from: str | None = None

    @property
    def is_law(self) -> bool:
        """Whether the national register of legal documents is the place to look for its text."""
        return self.type in _LEGAL_TYPES or (self.symbol or "").endswith("-TTg")

    @property
    def printed_number(self) -> str | None:
        """Number and symbol as printed in a citation: "15/KH-BQL"."""
        return self.printed or (f"{self.number}/{self.symbol}" if self.number and self.symbol else None)


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form; `expansion` is None where nobody has stated it."""

    short: str
    expansion: str | None
    expanded_in_source: bool


@dataclass(frozen=True, slots=True)
class SearchWords:
    """What helps a search beyond the record: phrases of one meaning, queries to suggest, what pages are asked for.

    `pages` is by address, of which a part after # may name a heading.
    """

    synonyms: tuple[tuple[str, ...], ...] = ()
    suggestions: tuple[str, ...] = ()
    pages: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact that is not in a report was read."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A document cited in a narrative: the page, the heading above it, and which citation of that document it is."""

    document: str
    page: str
    heading: str
    occurrence: int
