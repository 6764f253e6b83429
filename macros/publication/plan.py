"""The plan of a site: every file that it is to hold, from one place, whoever hosts it.

A host (MkDocs, or whatever comes after it) renders the Markdown of authors' pages, for it knows their macros; it hands
each over and asks for the rest. Nothing else maps an address to bytes, so that nothing gets past the guards here.
"""

import gzip
import io
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

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
from macros.publication.clean import Clean
from macros.publication.former_build import FormerBuild, Row
from macros.publication.frame import FRAME, Frame
from macros.publication.generated import Generator
from macros.publication.host_settings import SiteSettings, navigation, untitled_in
from macros.publication.known_addresses import KnownAddresses
from macros.publication.ledger import Ledger, key
from macros.publication.machine_files import SeriesFiles, machine_files
from macros.publication.made_pages import MadePages, encoded
from macros.publication.making import Making
from macros.publication.manifest import MANIFEST, Manifest, digest
from macros.publication.page_keys import PageKeys
from macros.publication.phases import Phase, Phases
from macros.publication.program import program
from macros.publication.project_store import ProjectStore
from macros.publication.reads_digests import ReadsDigests
from macros.publication.script_data import script_data
from macros.publication.search_files import SearchFiles
from macros.publication.sharing import shared
from macros.publication.site_files import Put, SiteFiles
from macros.publication.snapshot_pages import KeptVersions
from macros.publication.stored_pages import StoredPage, compressed, in_memory, parted
from macros.publication.theme_files import bundles, docs_files, theme_files
from macros.record import Report
from macros.withholding.withheld import Withheld

_FEW_FILES = 128
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

    def plan(self) -> "Plan":
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

    def made_pages(self, titles: Mapping[str, str], known: Container[str]) -> "MadePages":
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


@dataclass(frozen=True, slots=True)
class Plan:
    """Every file of a site."""

    root: Path
    names: Withheld
    artifacts: Sequence[Artifact]
    phases: Phases = field(default_factory=Phases)
    ledger: Ledger | None = None
    making: Making = field(default_factory=Making)

    def preview(self, site: Path) -> None:
        """Put every file below `site`, for this machine alone."""
        with self.making.opened():
            for artifact in self.artifacts:
                _put(site, artifact.address, self.making.content(artifact))

    def publish(self, site: Path, files: SiteFiles | None = None) -> None:
        """Put every file below `site`, and beside them what they are; what stands already, by `files`, is taken over.

        Raises Problems where one says a withheld name, with where the name comes from; that file is not put there.
        """
        files, clean = files or SiteFiles(), Clean(self.names, self.ledger)
        self.phases.begin(Phase.WRITING)
        known = list(map(self.making.known, self.artifacts))
        placed = [_taken_over(artifact, files, clean, site) for artifact in known]
        others = [artifact for artifact, made in zip(known, placed, strict=True) if made is None]

        def put(some: Sequence[Artifact]) -> list[_Placed]:
            with self.making.opened():
                return [self._placed(site, artifact, files, clean) for artifact in some]

        made = shared(others, put, _FEW_FILES)
        whole = [*filter(None, placed), *made]
        self.phases.begin(Phase.GUARDING)
        clean.close(self.root, ((file.address, file.digest, file.said) for file in whole))
        self.phases.begin(Phase.WRITING)
        self.making.remember((file.address, file.row) for file in made)
        manifest = text(MANIFEST, Manifest({file.address: file.digest for file in whole}).text())
        put_there = {file.address: file.put for file in (*whole, _written(manifest, manifest.content(), files, site))}
        files.put = {address: found for address, found in put_there.items() if found is not None}

    def _placed(self, site: Path, artifact: Artifact, files: SiteFiles, clean: Clean) -> "_Placed":
        """Put a file there unless it says a withheld name."""
        self.phases.begin(Phase.MAKING)
        content, artifact, row = self.making.made(artifact)
        self.phases.begin(Phase.GUARDING)
        known = digest(content)
        if said := clean.said(artifact.address, content, known):
            return _Placed(artifact.address, known, said, None)
        self.phases.begin(Phase.WRITING)
        return _written(artifact, content, files, site, known)._replace(row=row)


class _Placed(NamedTuple):
    """A file of the plan: its address, its digest, the withheld names that it says; without any, where it was put.

    `row` is what it was made from, where that is remembered.
    """

    address: str
    digest: str
    said: Sequence[str]
    put: Put | None
    row: Row | None = None


def _taken_over(artifact: Artifact, files: SiteFiles, clean: Clean, site: Path) -> _Placed | None:
    """The file that stands, where it was made from the same and is known to say no withheld name."""
    stands = files.standing(artifact)
    if stands is None or not clean.knows(artifact.address, stands[1]):
        return None
    put = files.take_over(artifact, stands, site)
    return _Placed(artifact.address, put.digest, (), put) if put is not None else None


def _written(artifact: Artifact, content: bytes, files: SiteFiles, site: Path, known: str = "") -> _Placed:
    """A file of these bytes, put in its place."""
    known = known or digest(content)
    return _Placed(artifact.address, known, (), files.write(artifact, content, known, site))


def _gzipped(content: str) -> bytes:
    """The text as gzip, which tells the name of the file and no time."""
    written = io.BytesIO()
    with gzip.GzipFile(filename=_MAP, mode="wb", fileobj=written, mtime=0) as file:
        file.write(content.encode())
    return written.getvalue()


def _put(site: Path, address: str, content: bytes) -> None:
    path = site / address
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
