"""What a page that is made from its face is kept by: the face, and what all such pages share."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from macros.outputs.html.generated_page import GeneratedPage
from macros.publication.host_settings import Navigation, SiteSettings
from macros.publication.ledger import files_key, key
from macros.publication.plain_data import Digests
from macros.publication.program import program
from macros.record import Catalogue


class PageKeys:
    """The keys of pages in the ledger.

    All share the program, the frame (settings, navigation, names of style sheets and scripts, templates of the theme),
    short forms and foreign words, which are marked in any text, and the drawings beside words.
    """

    def __init__(
        self,
        settings: SiteSettings,
        navigation: Navigation,
        extra: Mapping[str, Any],
        catalogue: Catalogue,
        drawings: Iterable[str],
    ) -> None:
        said = (settings.name, settings.description, settings.url, settings.notice)
        marked = (catalogue.abbreviations, dict(catalogue.foreign_words))
        self.shared = key(
            program(),
            Digests().of((said, navigation, dict(extra), marked)),
            settings.markdown,
            files_key(_templates(settings.theme)),
            *drawings,
        )

    def of(self, page: GeneratedPage) -> str:
        """The key of a page; "" for one that has no face, whose parts nobody has listed.

        What digests remember of the objects that they met would be as large as all faces, and no two pages share many.
        """
        return key("page", self.shared, Digests().of(page)) if page.template else ""

    def framed(self, digest: str) -> str:
        """The key of a page in its frame, of which the content stands already and has that digest."""
        return key("framed", self.shared, digest)


def _templates(folders: Iterable[Path]) -> Iterable[tuple[str, bytes]]:
    """Every template that a frame may use."""
    for folder in folders:
        for path in sorted(folder.rglob("*.html")):
            yield str(path.relative_to(folder)), path.read_bytes()
