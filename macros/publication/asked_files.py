"""The files of a site for whoever looks at one after the other: each is made when it is asked for, and no other.

Their bytes are those that a build would write. What a page of an author says for the search is remembered from one
state of the project to the next, as long as all that it was made from is the same.
"""

from collections.abc import Callable, Collection, Container, Mapping, Sequence
from contextlib import nullcontext
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from macros import addresses
from macros.agreement.queries import clarification_text, clarifications
from macros.outputs.search.first_layer import SearchedPage
from macros.problems.problem import Problem
from macros.publication.artifact import Artifact, file_of
from macros.publication.authored import AuthoredPage, CompletedPage
from macros.publication.host_settings import SiteSettings, titles, untitled_in
from macros.publication.ledger import key
from macros.publication.made_pages import MadePages, encoded
from macros.publication.plan import MISSING, Publication
from macros.reading.narrative import NarrativePage
from macros.record.reads import Read, noted


class Asked(NamedTuple):
    """A file that was asked for: its address, its bytes, and the mistakes that only making it shows."""

    address: str
    content: bytes
    problems: Sequence[Problem] = ()


class SaidForSearch(NamedTuple):
    """What a page of an author says for the search, what of the record it was made from, and the digest of that."""

    page: SearchedPage | None
    reads: frozenset[Read]
    made_from: str


class AskedFiles:
    """The files of one state of a site.

    `pages` are those of authors, in the order of the site, and `rendered` renders one. `rest` is the digest of
    everything that all pages are made from beside the record; `before` is what the pages of the state before said for
    the search.
    """

    def __init__(
        self,
        publication: Publication,
        settings: SiteSettings,
        pages: Sequence[NarrativePage],
        rendered: Callable[[NarrativePage], AuthoredPage],
        rest: str = "",
        before: Mapping[str, SaidForSearch] = MappingProxyType({}),
    ) -> None:
        self._publication, self._settings, self._rendered = publication, settings, rendered
        self._rest = key(rest, publication.digests.rest)
        self.said: dict[str, SaidForSearch] = dict(before)
        self._authors = {page.source: page for page in pages}
        self._by_file = {file_of(addresses.narrative(source)): page for source, page in self._authors.items()}
        self._generated = {file_of(page.address): page for page in publication.generated}
        self._known = publication.addresses(map(addresses.narrative, self._authors))
        self._files = {file.address: file for file in publication.files}
        self._files |= {file.address: file for file in publication.besides(self._pages.frame, self._urls)}
        self._waiting = list(self._authors)

    def at(self, address: str) -> Asked | None:
        """The file at an address, as a page's ends in "index.html"; None where the site has none.

        Raises OSError where a file of the project cannot be read, and whatever a page does that cannot be made.
        """
        if (page := self._by_file.get(address)) is not None:
            completed = self._completed(page)
            return Asked(address, encoded(self._pages.frame.page(completed.framed)), completed.problems)
        if (planned := self._generated.get(address)) is not None:
            with self._publication.opened() if planned.kept else nullcontext():
                return Asked(address, self._pages.generated(planned).content())
        found = self._files.get(address) or self._publication.series.at(address) or self._of_index(address)
        return Asked(address, found.content()) if found is not None else None

    def missing(self) -> Asked:
        """What a host shows at an address where there is nothing."""
        return Asked(MISSING, self._files[MISSING].content())

    def continue_index(self) -> bool:
        """Go one page on with what the search has to know; whether there are more."""
        if self._waiting:
            self._say_for_search(self._authors[self._waiting.pop()])
        return bool(self._waiting)

    def addresses(self) -> list[str]:
        """The address of every file of the site."""
        series = (file.address for file in self._publication.series.all())
        return sorted({*self._by_file, *self._generated, *self._files, *series, *self._index})

    def to_clarify(self) -> str:
        """What staff are told of a project that is sound."""
        return clarification_text(clarifications(self._publication.catalogue))

    @cached_property
    def _pages(self) -> MadePages:
        """How pages become files; a page that the navigation names without a title is made to have it named."""
        untitled = untitled_in(self._settings.nav) - titles(self._settings.nav).keys()
        named = {source: self._completed(self._authors[source]) for source in untitled & self._authors.keys()}
        known = _Either(self._known, self._publication.series)
        return self._publication.made_pages({source: page.framed.title for source, page in named.items()}, known)

    @property
    def _urls(self) -> list[str]:
        return list(map(addresses.narrative, self._authors))

    def _completed(self, page: NarrativePage) -> CompletedPage:
        # What a page that could not be made has left behind is no mistake of this one.
        self._publication.macros.found_problems()
        return self._publication.completed(self._rendered(page))

    def _of_index(self, address: str) -> Artifact | None:
        return self._index.get(address) if address.startswith(addresses.SEARCH_INDEX) else None

    @cached_property
    def _index(self) -> dict[str, Artifact]:
        """The files of the search index, of all pages."""
        while self.continue_index():
            pass
        found = [said.page for source in self._authors if (said := self.said[source]).page is not None]
        return {file.address: file for file in self._publication.index([page for page in found if page is not None])}

    def _say_for_search(self, page: NarrativePage) -> None:
        given = key(self._rest, page.source, page.text, titles(self._settings.nav).get(page.source, ""))
        known = self.said.get(page.source)
        if known is not None and known.made_from == key(given, self._publication.digests.of(known.reads)):
            return
        with noted() as reads:
            completed = self._completed(page)
        read = frozenset(reads)
        made_from = key(given, self._publication.digests.of(read))
        self.said[page.source] = SaidForSearch(completed.searched, read, made_from)


class _Either(Container[str]):
    """Addresses that are known, and those that can be asked for."""

    def __init__(self, known: Collection[str], asked: Container[str]) -> None:
        self._known, self._asked = known, asked

    def __contains__(self, address: object) -> bool:
        return address in self._known or address in self._asked
