"""A completed page of an author as bytes and back; nothing but plain parts of pages is ever made of them.

What every build asks of all pages (their titles, what they say for the search) is apart from what is long, which is
brought in where a file is made of it: all pages together would not fit into memory.
"""

import datetime
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from markupsafe import Markup

from macros import store
from macros.outputs.search.first_layer import SearchedPage
from macros.outputs.search.passages import Passage
from macros.problems.problem import Problem
from macros.publication.authored import CompletedPage
from macros.publication.frame import FramedPage, Heading
from macros.publication.ledger import key
from macros.record import Period, PeriodKind, ReportKey

_QUICKLY = 1


@dataclass(frozen=True, slots=True)
class PageHead:
    """What a build asks of a page; `framed` is the digest of what goes into the frame."""

    source: str
    url: str
    title: str
    searched: SearchedPage | None
    problems: Sequence[Problem]
    framed: str


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page of an author, and how what goes into the frame is had."""

    head: PageHead
    framed: Callable[[], FramedPage]


_PAGES = (PageHead, FramedPage, Heading, SearchedPage, Passage)
_TIMES = (datetime.date, datetime.datetime, datetime.timedelta, datetime.timezone)
_PARTS = (*_PAGES, Period, PeriodKind, ReportKey, Markup, *_TIMES)
_Part = TypeVar("_Part", PageHead, FramedPage)


def parted(page: CompletedPage) -> tuple[PageHead, bytes]:
    """The head of a page, and what goes into the frame as bytes.

    Raises PicklingError or TypeError for what no front matter holds.
    """
    framed = store.packed(page.framed, _PARTS)
    known = key("framed page", framed)
    return PageHead(page.source, page.framed.url, page.framed.title, page.searched, page.problems, known), framed


def written(head: PageHead) -> bytes:
    """A head as bytes."""
    return store.packed(head, _PARTS)


def read_head(kept: bytes) -> PageHead:
    """The head that was written; raises ValueError for anything else."""
    return _read(kept, PageHead)


def read_framed(kept: bytes) -> FramedPage:
    """What goes into the frame, from its bytes; raises ValueError for anything else."""
    return _read(kept, FramedPage)


def _read(kept: bytes, kind: type[_Part]) -> _Part:
    found = store.unpacked(kept, _PARTS)
    if not isinstance(found, kind):
        raise ValueError("no such part of a page")
    return found


def compressed(framed: bytes) -> bytes:
    """What goes into the frame, for where it is kept in memory alone."""
    return zlib.compress(framed, _QUICKLY)


def in_memory(head: PageHead, held: bytes) -> StoredPage:
    """A page of which nothing is kept on the disk."""
    return StoredPage(head, partial(_decompressed, held))


def _decompressed(held: bytes) -> FramedPage:
    return read_framed(zlib.decompress(held))
