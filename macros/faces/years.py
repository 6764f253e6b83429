"""Which calendar years share a page, where a list is too long for one.

Pages go by the calendar and are never counted from the newest entry: what is over changes no more, so that its page
does not either, and an address that somebody has noted leads to the same things for good.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Self, TypeVar

from macros import addresses, vietnamese
from macros.faces.linked_text import Part
from macros.record import PeriodKind, Report
from macros.wording import years as wording

Entry = TypeVar("Entry")

# So many entries of a list stand on its first page at the most, unless the newest year alone has more. A year of weekly
# reports with those of months, quarters and longer is 73.
MOST_LISTED = 100


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The calendar years of one page: a year, or a decade such as 2031–2040, as plans of the administration have it."""

    first: int
    last: int

    def below(self, page: str) -> str:
        """The address of its page below the page of all."""
        return addresses.years(page, self.first, self.last)

    @property
    def label(self) -> str:
        """The span in words: "Năm 2036", "Giai đoạn 2031–2040"."""
        if self.first == self.last:
            return wording.YEAR.format(year=self.first)
        return wording.YEARS.format(first=self.first, last=self.last)

    @property
    def years(self) -> range:
        """Its years, the oldest first."""
        return range(self.first, self.last + 1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The spans of a site. A decade with reports on weeks or months has a page for each year; else it is one page.

    So a page holds 73 reports at the most, and does not grow thin where a year has but two. The decades that are
    `split` are told by their first year. One that has not ended is never left before it is split: the few reports of a
    decade without weeks and months have room on the first page of any list.
    """

    split: frozenset[int]

    @classmethod
    def of(cls, reports: Iterable[Report]) -> Self:
        """The calendar of a site with these reports."""
        periods = (report.period for report in reports)
        often = (PeriodKind.WEEK, PeriodKind.MONTH)
        return cls(frozenset(_decade(period.year) for period in periods if period.kind in often))

    def span(self, year: int) -> Span:
        """The span that a year is in."""
        first = _decade(year)
        return Span(year, year) if first in self.split else Span(first, first + 9)

    def spans(self, entries: Iterable[Entry], year: Callable[[Entry], int]) -> list[tuple[Span, tuple[Entry, ...]]]:
        """Entries by the span of their year, in their order, in which those of one span stand together."""
        grouped = groupby(entries, key=lambda entry: self.span(year(entry)))
        return [(span, tuple(found)) for span, found in grouped]


def _decade(year: int) -> int:
    """The first year of the decade that a year is in: 2031 of 2040, 2041 of 2041."""
    return year - (year - 1) % 10


def first_page(
    spans: Sequence[tuple[Span, Sequence[Entry]]], size: Callable[[Entry], int] = lambda _: 1, most: int = MOST_LISTED
) -> int:
    """How many of the newest spans stand on the first page of a list: whole ones, and at least one.

    `size` says for how many entries one counts.
    """
    shown, entries = 0, 0
    for _, found in spans:
        entries += sum(map(size, found))
        if shown and entries > most:
            break
        shown += 1
    return shown


@dataclass(frozen=True, slots=True)
class SpanLink:
    """The page of a span and how many entries it has; `anchors` are those that its years had on the page of all."""

    link: Part
    count: str
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EarlierFace:
    """Where the earlier entries of a list are: a heading with its `id`, a sentence, and the pages, newest first."""

    id: str
    heading: str
    lead: str
    pages: tuple[SpanLink, ...]


@dataclass(frozen=True, slots=True)
class TurnsFace:
    """The way from the page of a span: up to the page of the newest, and to the pages before and after it."""

    up: Part
    here: str
    older: Part | None
    newer: Part | None


def span_links(
    page: str,
    spans: Sequence[tuple[Span, Sequence[Entry]]],
    counted: str,
    anchor: str = "",
    taken: Collection[int] = (),
    size: Callable[[Entry], int] = lambda _: 1,
) -> tuple[SpanLink, ...]:
    """The pages of spans below a page, each with how many entries it has, `counted` in words, each of a `size`.

    With an `anchor`, such as "nam-{}", each stands where its years stood on that page, but for years `taken`.
    """
    return tuple(
        SpanLink(
            Part(span.label, span.below(page)),
            counted.format(count=sum(map(size, entries))),
            tuple(anchor.format(year) for year in reversed(span.years) if anchor and year not in taken),
        )
        for span, entries in spans
    )


def turns(up: Part, span: Span, spans: Sequence[Span]) -> TurnsFace:
    """The ways from the page of a span, of those that have pages, newest first."""
    parent, at = up.address or "", list(spans).index(span)

    def page(found: Sequence[Span]) -> Part | None:
        return Part(found[0].label, found[0].below(parent)) if found else None

    newer = page(spans[at - 1 : at] if at else ())
    return TurnsFace(up, span.label, page(spans[at + 1 : at + 2]), newer)


def titled(title: str, span: Span) -> str:
    """The title of the page of a span: "Lịch sử sửa đổi, năm 2036"."""
    return wording.TITLE.format(title=title, years=vietnamese.inside(span.label))
