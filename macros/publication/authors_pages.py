"""The pages of authors, for a host that can render any of them alone: only those that may have changed are rendered."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from macros.publication.authored import Author, AuthoredPage, CompletedPage
from macros.publication.former_build import FormerBuild, Row
from macros.publication.host_settings import Entry, titles
from macros.publication.ledger import Ledger, key
from macros.publication.sharing import shared
from macros.publication.stored_pages import read, written
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

    def completed(self, pages: Sequence[Page], rendered: Callable[[Page], AuthoredPage]) -> Iterator[CompletedPage]:
        """Every page, in their order; the cores of the machine share those that have to be rendered."""
        kept = {page.source: found for page in pages if (found := self._kept(page)) is not None}
        missing = [page for page in pages if page.source not in kept]

        def made(some: Sequence[Page]) -> list[tuple[CompletedPage, Row | None]]:
            return [self._made(page, rendered) for page in some]

        new = iter(shared(missing, made, _FEW_PAGES))
        for page in pages:
            completed, row = kept[page.source] if page.source in kept else next(new)
            if row is not None:
                self.former.add(f"docs/{page.source}", row)
            yield completed

    def _kept(self, page: Source) -> tuple[CompletedPage, Row] | None:
        row = self.former.row(f"docs/{page.source}", self._given(page)) if self.ledger is not None else None
        kept = self.ledger.kept(row.made) if self.ledger is not None and row is not None else None
        return (read(kept), row) if kept is not None and row is not None else None

    def _made(self, page: Page, rendered: Callable[[Page], AuthoredPage]) -> tuple[CompletedPage, Row | None]:
        with noted() as reads:
            completed = self.author.completed(rendered(page))
        if self.ledger is None or completed.problems:
            return completed, None
        content = written(completed)
        row = self.former.made(f"docs/{page.source}", self._given(page), reads, key("completed page", content))
        self.ledger.keep(row.made, content)
        return completed, row

    def _given(self, page: Source) -> str:
        """The digest of what a page is made from beside the record."""
        return key(page.source, page.text, titles(self.nav).get(page.source, ""))
