"""The plan of a site: every file that it is to hold, from one place, whoever hosts it.

A host (MkDocs, or whatever comes after it) renders the Markdown of authors' pages, for it knows their macros; it hands
each over and asks for the rest. Nothing else maps an address to bytes, so that nothing gets past the guards here.
"""

import gzip
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from markdown import Markdown

from macros import addresses
from macros.faces.accessibility import read_run
from macros.history.published_names import Names
from macros.loading.assembly import load_publication
from macros.outputs.assets.bundles import ThemeFolders, engine
from macros.outputs.assets.licences import licences
from macros.outputs.html.compiled_templates import CompiledTemplates
from macros.outputs.html.icons import read_icons
from macros.outputs.html.marking import Marking
from macros.outputs.html.narratives import Narratives
from macros.outputs.html.page_macros import PageMacros
from macros.outputs.html.record_pages import generated_pages
from macros.outputs.html.renderer import PAGES, Renderer
from macros.outputs.search.index_files import index_files
from macros.problems.problem import Problems
from macros.publication import program_shelf
from macros.publication.artifact import Artifact, address_of, file_of, text
from macros.publication.authored import Author, AuthoredPage, CompletedPage
from macros.publication.clean import Clean
from macros.publication.frame import FRAME, Frame, FramedPage
from macros.publication.generated import Generator, searched
from macros.publication.host_settings import SiteSettings, navigation
from macros.publication.ledger import Ledger, kept_or_made, key
from macros.publication.machine_files import machine_files
from macros.publication.manifest import MANIFEST, Manifest, digest
from macros.publication.page_keys import PageKeys
from macros.publication.phases import Phase, Phases
from macros.publication.script_data import script_data
from macros.publication.sharing import shared
from macros.publication.site_files import Put, SiteFiles
from macros.publication.snapshot_pages import KeptVersions
from macros.publication.theme_files import bundles, docs_files, theme_files
from macros.withholding.withheld import Withheld

_FEW_FILES = 128
_MISSING, _MAP = "404.html", "sitemap.xml"


class Publication:
    """One build of one site: what is known of it before any page of an author is rendered, and then its plan.

    Raises Problems, with everything that is wrong in any file, when it is made.
    """

    def __init__(self, settings: SiteSettings, ledger: Ledger | None = None, phases: Phases | None = None) -> None:
        self._ledger, self._phases = ledger, phases or Phases()
        self._phases.begin(Phase.READING)
        loaded = load_publication(settings.root)
        self.catalogue, self.choice, self.pages = loaded.catalogue, loaded.choice, loaded.pages
        self.told_by_git = loaded.told_by_git
        theme = ThemeFolders(settings.theme)
        self._marking = marking = Marking(self.catalogue)
        data = script_data(marking)
        self._shelf = program_shelf.opened() if ledger is not None else None
        self._settings = settings
        self._drawings = drawings = read_icons(theme.text)
        compiled = CompiledTemplates(PAGES, self._shelf)
        self._renderer = Renderer(
            self.catalogue, settings.url, None, drawings, read_run(settings.root), marking, compiled=compiled
        )
        self.macros = PageMacros(self._renderer)
        self._author = Author(self._renderer, self.macros)
        self._bundles = bundles(settings, theme, data, self._shelf)
        self._engine = engine(theme, data)
        narratives = Narratives(settings.extensions, settings.extension_settings)
        made_with = key(settings.markdown, *drawings.values())
        versions = KeptVersions(settings.root, self._renderer, narratives, made_with, ledger)
        self._phases.begin(Phase.GENERATING)
        self.generated = list(generated_pages(self._renderer))
        self._phases.begin(Phase.KEEPING)
        self.generated += versions.pages()
        self._phases.begin(Phase.MAKING)
        self.files = [
            *docs_files(settings.docs, self.choice.files),
            *machine_files(self._renderer, keep=ledger is not None),
            text(addresses.LICENCES, licences()),
        ]
        taken = {artifact.address for artifact in self.files}
        self.files += [file for file in theme_files(settings.theme, self._bundles) if file.address not in taken]
        self._authored: dict[str, CompletedPage] = {}
        self._phases.begin(Phase.AUTHORED)

    def sources(self) -> Iterator[tuple[str, str]]:
        """What a page may lead to beside other pages of authors: as it would be named in `docs/`, and its file."""
        yield from ((page.source, file_of(page.address)) for page in self.generated)
        yield from ((file.address, file.address) for file in self.files)

    def completed(self, page: AuthoredPage) -> CompletedPage:
        """A page of an author that was just rendered. Raises Problems where it holds what may not stand on a page."""
        return self._author.completed(page)

    def hand_over(self, page: CompletedPage) -> None:
        """A page of an author is complete."""
        self._authored[page.source] = page

    def plan(self) -> "Plan":
        """Every file of the site, now that all pages of authors are there.

        Raises Problems with every mistake that only rendering shows.
        """
        if problems := [problem for page in self._authored.values() for problem in page.problems]:
            raise Problems(problems)
        titles = {page.source: page.title for page in self.generated}
        titles |= {source: page.framed.title for source, page in self._authored.items()}
        extra = {"publisher": self.catalogue.agency.name, "assets": self._bundles.names}
        extra["scripts"] = self._bundles.scripts
        nav = navigation(self._settings.nav, titles)
        frame = Frame(self._settings, nav, extra, self._marking, CompiledTemplates(FRAME, self._shelf))
        keys = PageKeys(self._settings, nav, extra, self.catalogue, self._drawings.values()) if self._ledger else None
        names = Names.of(self.catalogue).withheld
        self._phases.begin(Phase.SEARCHING)
        artifacts = list(self._artifacts(frame, keys))
        self._phases.begin(Phase.MAKING)
        return Plan(self._settings.root, names, artifacts, self._phases, self._ledger)

    def _artifacts(self, frame: Frame, keys: PageKeys | None) -> Iterator[Artifact]:
        known = {address_of(file.address) for file in self.files}
        known |= {page.address for page in self.generated} | {page.framed.url for page in self._authored.values()}
        markdown = Markdown(
            extensions=list(self._settings.extensions), extension_configs=dict(self._settings.extension_settings)
        )
        generator = Generator(self._renderer, markdown, known)

        def authored(page: FramedPage) -> bytes:
            return _encoded(frame.page(page))

        yield from self.files
        for complete in self._authored.values():
            made = keys.framed(complete.framed) if keys is not None else ""
            yield Artifact(file_of(complete.framed.url), complete.framed, authored, made)
        for page in self.generated:
            made = keys.of(page) if keys is not None else ""
            yield Artifact(file_of(page.address), page, lambda page: authored(generator.completed(page)), made)
        found = [page.searched for page in self._authored.values() if page.searched is not None]
        for address, content in index_files(self.catalogue, [*found, *searched(self.generated)], self._engine).items():
            yield text(address, content)
        yield Artifact(_MISSING, frame, lambda frame: _encoded(frame.missing()))
        mapped = frame.sitemap(self._mapped())
        yield text(_MAP, mapped)
        yield Artifact(f"{_MAP}.gz", mapped, _packed)

    def _mapped(self) -> Iterator[str]:
        """The pages that search engines are told of: none that only leads on or is kept for those who cite it."""
        yield from (page.framed.url for page in self._authored.values())
        yield from (page.address for page in self.generated if not page.kept and not page.redirect)


@dataclass(frozen=True, slots=True)
class Plan:
    """Every file of a site."""

    root: Path
    names: Withheld
    artifacts: Sequence[Artifact]
    phases: Phases = field(default_factory=Phases)
    ledger: Ledger | None = None

    def preview(self, site: Path) -> None:
        """Put every file below `site`, for this machine alone."""
        for artifact in self.artifacts:
            _put(site, artifact.address, self._content(artifact))

    def publish(self, site: Path, files: SiteFiles | None = None) -> None:
        """Put every file below `site`, and beside them what they are; what stands already, by `files`, is taken over.

        Raises Problems where one says a withheld name, with where the name comes from; that file is not put there.
        """
        files, clean = files or SiteFiles(), Clean(self.names, self.ledger)
        self.phases.begin(Phase.WRITING)
        placed = [_taken_over(artifact, files, clean, site) for artifact in self.artifacts]
        others = [artifact for artifact, made in zip(self.artifacts, placed, strict=True) if made is None]
        made = shared(
            others, lambda some: [self._placed(site, artifact, files, clean) for artifact in some], _FEW_FILES
        )
        whole = [*filter(None, placed), *made]
        self.phases.begin(Phase.GUARDING)
        clean.close(self.root, ((file.address, file.digest, file.said) for file in whole))
        self.phases.begin(Phase.WRITING)
        manifest = text(MANIFEST, Manifest({file.address: file.digest for file in whole}).text())
        put = {file.address: file.put for file in (*whole, _written(manifest, manifest.content(), files, site))}
        files.put = {address: found for address, found in put.items() if found is not None}

    def _content(self, artifact: Artifact) -> bytes:
        """The bytes of a file: kept ones where it has a key and they are there, else made now and kept."""
        return kept_or_made(self.ledger, artifact.key if artifact.dear else "", artifact.content)

    def _placed(self, site: Path, artifact: Artifact, files: SiteFiles, clean: Clean) -> "_Placed":
        """Put a file there unless it says a withheld name."""
        self.phases.begin(Phase.MAKING)
        content = self._content(artifact)
        self.phases.begin(Phase.GUARDING)
        known = digest(content)
        if said := clean.said(artifact.address, content, known):
            return _Placed(artifact.address, known, said, None)
        self.phases.begin(Phase.WRITING)
        return _written(artifact, content, files, site, known)


class _Placed(NamedTuple):
    """A file of the plan: its address, its digest, the withheld names that it says; without any, where it was put."""

    address: str
    digest: str
    said: Sequence[str]
    put: Put | None


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


def _encoded(html: str) -> bytes:
    return html.encode("utf-8", errors="xmlcharrefreplace")


def _packed(content: str) -> bytes:
    """The text as gzip, which tells the name of the file and no time."""
    packed = io.BytesIO()
    with gzip.GzipFile(filename=_MAP, mode="wb", fileobj=packed, mtime=0) as file:
        file.write(content.encode())
    return packed.getvalue()


def _put(site: Path, address: str, content: bytes) -> None:
    path = site / address
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
