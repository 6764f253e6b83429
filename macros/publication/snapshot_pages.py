"""The pages that keep a revision as it was: made from what git records and a part of today's record, so made once.

What such a page is made from is held to by what it is given: the files of its day, and of today's catalogue all but the
other reports and their histories. Nothing else can be on it, so nothing else can change it.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path

from macros import addresses
from macros.history.published_names import Names
from macros.loading.snapshots import Archived, Kept, archive
from macros.outputs.html.gathered import Opened
from macros.outputs.html.generated_page import GeneratedPage, PlannedPage, source_of
from macros.outputs.html.narratives import Narratives
from macros.outputs.html.renderer import Renderer
from macros.outputs.html.snapshot_page import frozen_page, frozen_title
from macros.publication.ledger import Ledger, files_key, key
from macros.publication.plain_data import Digests
from macros.publication.program import program
from macros.record import Catalogue, Edition, ReportKey, SearchWords
from macros.record.reads import Read, ReadKind, note
from macros.withholding.guard import names_in
from macros.withholding.withheld import Withheld


class KeptVersions:
    """Makes the pages; with a ledger, only those that are not kept in it. `made_with` is the digest of whatever else is
    the same for all of them: the settings of Markdown, the drawings."""

    def __init__(
        self, root: Path, renderer: Renderer, narratives: Narratives, made_with: str, ledger: Ledger | None = None
    ) -> None:
        self.root, self.renderer, self.narratives = root, renderer, narratives
        self.made_with, self.ledger = made_with, ledger
        self._archived: Callable[[Edition], Archived]

    def planned(self) -> Iterator[PlannedPage]:
        """The page of each edition, in the order of the history; made while git is `opened`."""
        for edition in self._catalogue.history.editions:
            source = source_of(addresses.edition(edition))
            yield PlannedPage(source, partial(self._page, edition), kept=True, given=self._narrative(edition))

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Pages can be made: git is there to ask, once for each process that makes some."""
        with archive(self.root, self._catalogue) as self._archived:
            yield

    def _narrative(self, edition: Edition) -> str | None:
        """The digest of the narrative of an edition that git does not keep: it stands as it stands today."""
        path = self.root / "docs" / source_of(f"{addresses.REPORTS}{edition.period.slug}/")
        return key(path.read_bytes()) if edition.recording is None and path.is_file() else None

    def _page(self, edition: Edition) -> GeneratedPage:
        archived = self._archived(edition)
        if not archived.is_sure:
            note(Read(ReadKind.UNSURE, ""))
        made_from = self._key(archived)
        kept = self.ledger.kept(made_from) if self.ledger is not None and made_from else None
        if kept is not None:
            html, headings, *opened = json.loads(kept)
            title = frozen_title(self.renderer, edition)
            return replace(title, html=html, headings=tuple(headings), opened=Opened(*map(tuple, opened)))
        page = self._made(archived)
        if not page.whole:
            note(Read(ReadKind.UNSURE, ""))
        elif self.ledger is not None and made_from:
            opened = (page.opened.buttons, page.opened.short_forms)
            self.ledger.keep(made_from, json.dumps([page.html, page.headings, *opened]).encode())
        return page

    def _made(self, archived: Archived) -> GeneratedPage:
        renderer = self.renderer.about(_about(self._catalogue, archived.edition.report))
        return _without_names(archived.kept(), renderer, self.narratives, self._names.withheld)

    def _key(self, archived: Archived) -> str:
        """The digest of all that the page is made from; "" where it is not kept."""
        if self.ledger is None or archived.recorded is None:
            # What is not recorded yet stands as it stands today.
            return ""
        edition = archived.edition
        about = _about(self._catalogue, edition.report)
        today = [self._digests.of(value) for value in (about.reports, about.history, edition)]
        place = self.renderer.derived.entry(edition)
        return key("kept version", self._common, files_key(archived.recorded.items()), place, *today)

    @cached_property
    def _common(self) -> str:
        """The digest of what all such pages share."""
        rest = replace(_about(self._catalogue, None), history=replace(self._catalogue.history, reports={}, moved={}))
        shared = (rest, self._names.published, self._names.withheld.names, self.renderer.site)
        return key(program(), self.made_with, self._digests.of(shared), self._digests.of(self.renderer.accessibility))

    @cached_property
    def _digests(self) -> Digests:
        return Digests()

    @cached_property
    def _names(self) -> Names:
        return Names.of(self._catalogue)

    @property
    def _catalogue(self) -> Catalogue:
        return self.renderer.catalogue


def _about(catalogue: Catalogue, wanted: ReportKey | None) -> Catalogue:
    """Of today's catalogue what a kept page may show: no other report, no other history, nothing of other pages."""
    history = catalogue.history
    reports = {wanted: history.reports[wanted]} if wanted is not None and wanted in history.reports else {}
    return replace(
        catalogue,
        reports=tuple(report for report in catalogue.reports if report.key == wanted),
        history=replace(history, reports=reports, moved={}),
        citations=(),
        search_words=SearchWords(),
    )


def _without_names(kept: Kept, renderer: Renderer, narratives: Narratives, names: Withheld) -> GeneratedPage:
    """The page of an edition with no withheld name in it; without its narrative, or any content, where one hides there.

    What was wrong then cannot be mended any more, and must not keep the site of today from being built.
    """
    for catalogue, narrative in ((kept.catalogue, kept.narrative), (kept.catalogue, None), (None, None)):
        page = frozen_page(renderer, kept.edition, catalogue, narrative, narratives)
        if names:
            page = replace(page, html=names.replaced_markup(page.html))
        if not names_in(page.html.encode(), names):
            break
    return page
