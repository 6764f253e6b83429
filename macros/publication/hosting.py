"""What every host has to do, whichever program renders the pages of authors: begin, hand over, plan, finish."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from macros.agreement.queries import clarification_text, clarifications
from macros.outputs.html.page_macros import PageMacros
from macros.problems.problem import visible
from macros.publication.authored import AuthoredPage
from macros.publication.authors_pages import Page
from macros.publication.host_settings import SiteSettings
from macros.publication.ledger import Ledger, opened
from macros.publication.phases import Phases
from macros.publication.placing import Plan
from macros.publication.plan import Publication
from macros.publication.site_files import SiteFiles


class Hosting:
    """One site, built once or, in MkDocs' own preview, again and again; each step raises Problems with what is wrong.

    `ledger`, `phases` and `files` are set by a program that builds; `told` is what staff were told of a project that is
    sound, and `is_sure` whether the same site would come of it again.
    """

    def __init__(self) -> None:
        self.previewing = False
        self.ledger: Ledger | None = None
        self.phases: Phases | None = None
        self.files: SiteFiles | None = None
        self.told: tuple[str, ...] = ()
        self.is_sure = False
        self.publication: Publication
        self._plan: Plan

    def begin(self, settings: SiteSettings) -> PageMacros:
        """Read the project, before anything is cleaned or written; gives the macros that its pages may call."""
        if self.previewing:
            # What keeps a revision is made once, however often a preview builds.
            self.ledger = opened(settings.root)
        self.publication = Publication(settings, self.ledger, self.phases)
        return self.publication.macros

    def hand_over(self, page: AuthoredPage) -> None:
        """A page of an author was just rendered."""
        self.publication.hand_over(page)

    def hand_over_all(self, pages: Sequence[Page], rendered: Callable[[Page], AuthoredPage]) -> None:
        """All pages of authors, for a host that can render any of them alone: the cores of the machine share them."""
        self.publication.hand_over_all(pages, rendered)

    def plan(self) -> None:
        """All pages of authors are there."""
        self._plan = self.publication.plan()

    def finish(self, site: Path) -> None:
        """Write every file of the site below `site`, and tell staff what no page tells."""
        self.told = ()
        self._tell(clarification_text(clarifications(self.publication.catalogue)))
        if self.previewing:
            self._plan.preview(site)
            return
        self.is_sure = self._plan.publish(site, self.files) and self.publication.catalogue.history.is_sure
        self.publication.former.keep()
        for note in self.publication.told_by_git:
            self._tell(str(note))

    def _tell(self, text: str) -> None:
        if text:
            self.told += (text,)
            print(visible(text), file=sys.stderr, flush=True)
