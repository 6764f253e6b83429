"""The plan of a site: every file that it is to hold, from one place, whoever hosts it.

A host (MkDocs, or whatever comes after it) renders the Markdown of authors' pages, for it knows their macros; it hands
each over and asks for the rest. Nothing else maps an address to bytes, so that nothing gets past the guards here.
"""

import gzip
import io
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager

from markdown import Markdown

from macros import addresses
from macros.faces.accessibility import AccessibilityRun, read_run
from macros.faces.citing_reports import cited_documents
from macros.history.published_names import Names
from macros.loading.assembly import load_publication
from macros.outputs.assets.bundles import ThemeFolders, engine
from macros.outputs.assets.licences import licences
from macros.outputs.html.compiled_templates import CompiledTemplates
from macros.outputs.html.icons import read_icons
from macros.outputs.html.marking import Marking
from macros.outputs.html.narratives import Narratives
from macros.outputs.html.page_macros import PageMacros
from macros.outputs.html.page_tree import PageTree
from macros.outputs.html.record_pages import planned_pages
from macros.outputs.html.renderer import PAGES, Renderer
from macros.outputs.search.first_layer import SearchedPage
from macros.outputs.search.index_files import index_files
from macros.problems.problem import Problems
from macros.publication import program_shelf
from macros.publication.artifact import Artifact, address_of, file_of, text
from macros.publication.authored import Author, AuthoredPage, CompletedPage
from macros.publication.authors_pages import AuthorsPages, Page
from macros.publication.between_states import BetweenStates
from macros.publication.former_build import FormerBuild
from macros.publication.frame import FRAME, Frame
from macros.publication.generated import Generator
from macros.publication.host_settings import SiteSettings, navigation, untitled_in
from macros.publication.known_addresses import KnownAddresses
from macros.publication.ledger import Ledger, key
from macros.publication.machine_files import SeriesFiles, machine_files
from macros.publication.made_pages import MadePages, encoded
from macros.publication.making import Making
from macros.publication.page_keys import PageKeys
from macros.publication.phases import Phase, Phases
from macros.publication.placing import Plan
from macros.publication.program import program
from macros.publication.project_store import ProjectStore
from macros.publication.reads_digests import ReadsDigests
from macros.publication.script_data import script_data
from macros.publication.search_files import SearchFiles
from macros.publication.snapshot_pages import KeptVersions
from macros.publication.stored_pages import StoredPage, compressed, in_memory, parted
from macros.publication.theme_files import bundles, docs_files, theme_files
from macros.record import Report

MISSING, _MAP = "404.html", "sitemap.xml"


class Publication:
    """One build of one site: what is known of it before any page of an author is rendered, and then its plan.

    Of a site that is only asked for (it has something `between` its states, see `asked_files`) no page or file is kept,
    but what was read and what the program makes of itself; `files` are then without those of `series`. Raises Problems,
    with everything that is wrong in any file, when it is made.
    """

    def __init__(
        self,
        settings: SiteSettings,
        ledger: Ledger | None = None,
        phases: Phases | None = None,
        between: BetweenStates | None = None,
    ) -> None:
        self._between, is_asked = between, between is not None
        # The templates of a site that is asked for may change in this process: no page that they make is kept.
        self._ledger, self._phases = None if is_asked else ledger, phases or Phases()
        self._phases.begin(Phase.READING)
        store = ProjectStore(ledger) if ledger is not None else None
        loaded = load_publication(
            settings.root, store, between.past if between else None, asks_git_for_names=not is_asked
        )
        self.catalogue, self.choice, self.pages = loaded.catalogue, loaded.choice, loaded.pages
        self.told_by_git = loaded.told_by_git
        theme = ThemeFolders(settings.theme)
        self._marking = marking = Marking(self.catalogue)
        data = script_data(marking)
        self._shelf = program_shelf.opened() if ledger is not None else None
        self._settings = settings
        self._drawings = drawings = read_icons(theme.text)
        run = read_run(settings.root)
        compiled = CompiledTemplates(PAGES, self._shelf)
        self._renderer = Renderer(self.catalogue, settings.url, None, drawings, run, marking, compiled=compiled)
        self.macros = PageMacros(self._renderer)
        self._author = Author(self._renderer, self.macros)
        self.tree = self._author.tree()
        self._bundles = bundles(settings, theme, data, self._shelf)
        self._engine = engine(theme, data)
        self._names = Names.of(self.catalogue)
        self.digests = ReadsDigests(self.catalogue)
        self._phases.begin(Phase.GENERATING)
        made_with = key(settings.markdown, *drawings.values())
        self.former = self._former_build(made_with, run)
        narratives = Narratives(settings.extensions, settings.extension_settings)
        self._versions = KeptVersions(settings.root, self._renderer, narratives, made_with, self._ledger)
        self.generated = [*planned_pages(self._renderer, self._cited), *self._versions.planned()]
        self.series = SeriesFiles(self._renderer, self.former)
        self.files = [
            *docs_files(settings.docs, self.choice.files),
            *machine_files(self._renderer),
            *(self.series.all() if not is_asked else ()),
            text(addresses.LICENCES, licences()),
        ]
        taken = {artifact.address for artifact in self.files}
        self.files += [file for file in theme_files(settings.theme, self._bundles) if file.address not in taken]
        self._authored: dict[str, StoredPage] = {}
        self._phases.begin(Phase.AUTHORED)

    def _former_build(self, made_with: str, run: AccessibilityRun | None) -> FormerBuild:
        digests = self.digests
        names = (self._names.published, self._names.withheld.names, self._settings.url, run)
        rest = digests.rest if self._ledger is not None else b""
        return FormerBuild(digests, key(program(), made_with, rest, digests.plain(names)), self._ledger)

    def sources(self) -> Iterator[tuple[str, str]]:
        """What a page may lead to beside other pages of authors: as it would be named in `docs/`, and its file."""
        yield from ((page.source, file_of(page.address)) for page in self.generated)
        yield from ((file.address, file.address) for file in self.files)

    def hand_over(self, page: AuthoredPage) -> None:
        """A page of an author that was just rendered. Raises Problems where it holds what may not stand on a page."""
        head, framed = parted(self._author.completed(page))
        self._authored[page.source] = in_memory(head, compressed(framed))

    def hand_over_all(self, pages: Sequence[Page], rendered: Callable[[Page], AuthoredPage]) -> None:
        """All pages of authors, for a host that can render any of them alone: the cores of the machine share them."""
        authors = AuthorsPages(self._author, self.former, self._ledger, self._settings.nav)
        self._authored |= {page.head.source: page for page in authors.completed(pages, rendered)}

    def plan(self) -> Plan:
        """Every file of the site, now that all pages of authors are there.

        Raises Problems with every mistake that only rendering shows.
        """
        if problems := [problem for page in self._authored.values() for problem in page.head.problems]:
            raise Problems(problems)
        self._phases.begin(Phase.SEARCHING)
        artifacts = list(self._artifacts())
        self._phases.begin(Phase.MAKING)
        making = Making(self.former, self._ledger, self.opened)
        return Plan(self._settings.root, self._names.withheld, artifacts, self._phases, self._ledger, making)

    def completed(self, page: AuthoredPage) -> CompletedPage:
        """A page of an author as it goes into the frame; raises Problems as `hand_over` does."""
        return self._author.completed(page)

    def _artifacts(self) -> Iterator[Artifact]:
        titles = {source: page.head.title for source, page in self._authored.items()}
        urls = [page.head.url for page in self._authored.values()]
        self.digests.addresses = known = KnownAddresses(self.addresses(urls))
        pages = self.made_pages(titles, known)
        yield from self.files
        yield from map(pages.authored, self._authored.values())
        yield from map(pages.generated, self.generated)
        yield from self.index([said for page in self._authored.values() if (said := page.head.searched) is not None])
        yield from self.besides(pages.frame, urls)

    def index(self, found: Sequence[SearchedPage]) -> Iterator[Artifact]:
        """The files of the search index; `found` is what the pages of authors say for it."""
        listed = [SearchedPage(page.address, *page.found_by) for page in self.generated if page.found_by]
        if self._between is not None:
            # Bound in one piece: whoever asks serves other requests at the same time, and shares no work with children.
            for address, content in index_files(self.catalogue, [*found, *listed], self._engine).items():
                yield text(address, content)
            return
        yield from SearchFiles(self.catalogue, [*found, *listed], self.former, self._ledger).artifacts(self._engine)

    def besides(self, frame: Frame, authored: Sequence[str]) -> Iterator[Artifact]:
        """What a site has for those who are lost, and for search engines; `authored` are the addresses of authors."""
        yield Artifact(MISSING, frame, lambda frame: encoded(frame.missing()))
        mapped = frame.sitemap(self._mapped(authored))
        yield text(_MAP, mapped)
        yield Artifact(f"{_MAP}.gz", mapped, _gzipped)

    def made_pages(self, titles: Mapping[str, str], known: Container[str]) -> MadePages:
        """How pages become files of this site: `titles` of authors' pages by source, all addresses of the site."""
        extra = {"publisher": self.catalogue.agency.name, "assets": self._bundles.names}
        extra["scripts"] = self._bundles.scripts
        nav = navigation(self._settings.nav, {**self._titles(), **titles})
        macros = PageMacros(self._renderer)
        extensions = [*self._settings.extensions, PageTree(lambda: macros)]
        markdown = Markdown(extensions=extensions, extension_configs=dict(self._settings.extension_settings))
        keys = PageKeys(self._settings, nav, extra, self.catalogue, self._drawings.values()) if self._ledger else None
        generator = Generator(self._renderer, macros, markdown, known)
        frame = Frame(self._settings, nav, extra, self._marking, CompiledTemplates(FRAME, self._shelf))
        return MadePages(frame, generator, keys, self._ledger)

    def opened(self) -> AbstractContextManager[None]:
        """While it is entered, pages that keep a revision can be made."""
        return self._versions.opened()

    def _cited(self, report: Report) -> dict[str, int]:
        """How often a report cites each document, without reading it where the last build had read the same."""
        if self._between is not None:
            return self._between.cited_documents(report)
        name = f"documents that {addresses.report(report)} cites"
        cited: dict[str, int] = self.former.value(name, lambda: cited_documents(report))
        return cited

    def addresses(self, authored: Iterable[str]) -> set[str]:
        """The addresses of all files and pages; `authored` are those of authors' pages."""
        known = {address_of(file.address) for file in self.files}
        return known | {page.address for page in self.generated} | {*authored}

    def _titles(self) -> dict[str, str]:
        """The titles of the generated pages that the navigation names without one."""
        untitled = untitled_in(self._settings.nav)
        return {page.source: page.make().title for page in self.generated if page.source in untitled}

    def _mapped(self, authored: Sequence[str]) -> Iterator[str]:
        """The pages that search engines are told of: none that only leads on or is kept for those who cite it."""
        yield from authored
        yield from (page.address for page in self.generated if not page.kept and not page.redirect)


def _gzipped(content: str) -> bytes:
    """The text as gzip, which tells the name of the file and no time."""
    written = io.BytesIO()
    with gzip.GzipFile(filename=_MAP, mode="wb", fileobj=written, mtime=0) as file:
        file.write(content.encode())
    return written.getvalue()
