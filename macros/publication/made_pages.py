"""Pages as files of the site: completed, put into the frame, and kept by what they are made from."""

from dataclasses import dataclass

from macros.outputs.html.generated_page import PlannedPage
from macros.publication.artifact import Artifact, file_of
from macros.publication.frame import Frame, FramedPage
from macros.publication.generated import Generator
from macros.publication.ledger import Ledger, kept_or_made, key
from macros.publication.page_keys import PageKeys
from macros.publication.plain_data import Digests
from macros.publication.stored_pages import StoredPage


@dataclass(frozen=True)
class MadePages:
    """Makes the pages of one site; `keys` are there where something is kept."""

    frame: Frame
    generator: Generator
    keys: PageKeys | None
    ledger: Ledger | None

    def authored(self, page: StoredPage) -> Artifact:
        """The file of a page of an author. What goes into the frame is kept, so that to frame it is no great matter."""
        made = self.keys.framed(page.head.framed) if self.keys is not None else ""
        return Artifact(file_of(page.head.url), page, lambda page: self._framed(page.framed()), made, dear=False)

    def generated(self, page: PlannedPage) -> Artifact:
        """The file of a page that is made from the record."""
        return Artifact(file_of(page.address), page, self._generated, given=self._given(page))

    def _given(self, page: PlannedPage) -> str | None:
        """The digest of what a page is made from beside the record."""
        if self.keys is None:
            return None
        return key(self.keys.shared, Digests().of(page.given))

    def _generated(self, planned: PlannedPage) -> bytes:
        page = planned.make()
        made = self.keys.of(page) if self.keys is not None else ""
        return kept_or_made(self.ledger, made, lambda: self._framed(self.generator.completed(page)))

    def _framed(self, page: FramedPage) -> bytes:
        return encoded(self.frame.page(page))


def encoded(html: str) -> bytes:
    """The bytes of a page."""
    return html.encode("utf-8", errors="xmlcharrefreplace")
