"""The pages of authors, for a host that can render any of them alone: only those that may have changed are rendered."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Protocol, TypeVar

from macros.publication.authored import Author, AuthoredPage
from macros.publication.former_build import FormerBuild, Row
from macros.publication.frame import FramedPage
from macros.publication.host_settings import Entry, titles
from macros.publication.ledger import Ledger, key
from macros.publication.sharing import shared
from macros.publication.stored_pages import (
    PageHead,
    StoredPage,
    compressed,
    in_memory,
    parted,
    read_framed,
    read_head,
    written,
)
from macros.record.reads import noted

_FEW_PAGES = 16


class Source(Protocol):
    """A page of an author as it was read."""

    @property
    def source(self) -> str: ...
    @property
    def text(self) -> str: ...


Page = TypeVar("Page", bound=Source)


@dataclass(frozen=True, slots=True)
class AuthorsPages:
    """Completes the pages of one site."""

    author: Author
    former: FormerBuild
    ledger: Ledger | None
    nav: Sequence[Entry]

    def completed(self, pages: Sequence[Page], rendered: Callable[[Page], AuthoredPage]) -> Iterator[StoredPage]:
        """Every page, in their order; the cores of the machine share those that have to be rendered."""
        kept = {page.source: found for page in pages if (found := self._kept(page)) is not None}
        missing = [page for page in pages if page.source not in kept]

        def made(some: Sequence[Page]) -> list[tuple[PageHead, Row | None, bytes]]:
            return [self._made(page, rendered) for page in some]

        new = iter(shared(missing, made, _FEW_PAGES))
        for page in pages:
            head, row, held = (*kept[page.source], b"") if page.source in kept else next(new)
            if row is not None:
                self.former.add(f"docs/{page.source}", row)
            again = partial(self._framed, head.framed, page, rendered)
            yield in_memory(head, held) if held else StoredPage(head, again)

    def _kept(self, page: Source) -> tuple[PageHead, Row] | None:
        row = self.former.row(f"docs/{page.source}", self._given(page)) if self.ledger is not None else None
        kept = self.ledger.kept(row.made) if self.ledger is not None and row is not None else None
        if kept is not None and row is not None:
            with suppress(ValueError):  # no head of a page: it is made again
                return read_head(kept), row
        return None

    def _made(self, page: Page, rendered: Callable[[Page], AuthoredPage]) -> tuple[PageHead, Row | None, bytes]:
        """The head of a page and its row; where nothing is kept on the disk, what goes into the frame as well."""
        with noted() as reads:
            completed = self.author.completed(rendered(page))
        head, framed = parted(completed)
        if self.ledger is None or completed.problems:
            return head, None, compressed(framed)
        self.ledger.keep(head.framed, framed)
        content = written(head)
        row = self.former.made(self._given(page), reads, key("completed page", content))
        self.ledger.keep(row.made, content)
        return head, row, b""

    def _framed(self, known: str, page: Page, rendered: Callable[[Page], AuthoredPage]) -> FramedPage:
        """What goes into the frame: as it is kept, or rendered once more where it is not there any more."""
        kept = self.ledger.kept(known) if self.ledger is not None else None
        if kept is not None:
            with suppress(ValueError):
                return read_framed(kept)
        return self.author.completed(rendered(page)).framed

    def _given(self, page: Source) -> str:
        """The digest of what a page is made from beside the record."""
        return key(page.source, page.text, titles(self.nav).get(page.source, ""))
