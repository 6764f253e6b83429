"""The host of today: MkDocs renders the Markdown of authors' pages and hands them over; the plan writes the site."""

import logging
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import mkdocs_macros.context
from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from pathspec.gitignore import GitIgnoreSpec

from macros.agreement.queries import clarification_text, clarifications
from macros.hosts.loopback import loopback_only
from macros.loading.assembly import names_in_history
from macros.outputs.html.page_macros import PageContext, PageMacros
from macros.problems.problem import Problems, visible
from macros.problems.reporting import text_report
from macros.publication.authored import AuthoredPage, page_context
from macros.publication.frame import Heading
from macros.publication.host_settings import SiteSettings
from macros.publication.ledger import Ledger, opened
from macros.publication.phases import Phases
from macros.publication.plan import Plan, Publication

# Set before Material is imported: its end-of-life banner is for maintainers, who have read it.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

_THEME = Path(__file__).parents[1] / "theme"


class NoOptions(Config):
    """The plugin takes no options: the project folder says everything."""


class CongKhaiPlugin(BasePlugin[NoOptions]):
    """Publishes the catalogue of the project that the configuration file stands in."""

    author: PageMacros
    # For a program that builds: what was told, what was made before, and where time goes.
    told: tuple[str, ...] = ()
    ledger: Ledger | None = None
    phases: Phases | None = None

    _publication: Publication
    _plan: Plan
    _context: PageContext
    _root: Path
    _previewing = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self._previewing = command == "serve"

    # First of all plugins: mkdocs-macros asks for `author` in its own on_config.
    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        # MkDocs reads its clock there, whatever the environment says.
        os.environ["SOURCE_DATE_EPOCH"] = "0"
        # mkdocs-macros would ask git about the last commit, in a world that anybody may have set; no page says it.
        mkdocs_macros.context.get_git_info = dict
        self._root = Path(config.config_file_path).parent
        if self._previewing:
            # What keeps a revision is made once, however often a preview builds.
            self.ledger = opened(self._root)
        # Before anything is cleaned or written: the site that stands stays as it is.
        with self._refusing():
            self._publication = Publication(_settings(config, self._root), self.ledger, self.phases)
        self.author = self._publication.macros
        # The plan has these too.
        config.theme.static_templates.clear()
        # MkDocs would warn of one beside an index before anything could be left out of its files.
        beside = GitIgnoreSpec.from_lines(["README.md", "index.html"])
        config.exclude_docs = config.exclude_docs + beside if config.exclude_docs else beside
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave to MkDocs the pages of authors, and let it know where else their links may lead."""
        chosen = self._publication.choice.pages
        for file in list(files):
            if file.src_dir == config.docs_dir and file.src_uri in chosen:
                # Of the pages that are published, the navigation lists what it lists.
                file.inclusion = InclusionLevel.NOT_IN_NAV
            else:
                files.remove(file)
        for source, address in self._publication.sources():
            elsewhere = _Elsewhere.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            elsewhere.dest_uri = address
            files.append(elsewhere)
        return files

    # Before mkdocs-macros renders the page: its macros must know which page they are on.
    @event_priority(100)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        self._context = self.author.page = page_context(page.file.src_uri, page.url, page.meta)
        return markdown

    # Last of all plugins: what is handed over is what is published.
    @event_priority(-100)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        is_titled = "title" in page.meta or "title" in vars(page)
        toc, title = _headings(page.toc), str(page.title)
        authored = AuthoredPage(page.file.src_uri, page.url, title, html, toc, page.meta, is_titled, self._context)
        with self._refusing():
            self._publication.hand_over(authored)
        return html

    # After the last page: MkDocs has judged the links, and has nothing more to write.
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        with self._refusing():
            self._plan = self._publication.plan()
        for file in files.documentation_pages():
            if file.page is not None:
                file.page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
        for file in list(files):
            files.remove(file)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        # For whoever builds or previews: no page tells of queries.
        self.told = ()
        self._tell(clarification_text(clarifications(self._publication.catalogue)))
        site = Path(config.site_dir)
        with self._refusing():
            if self._previewing:
                self._plan.preview(site)
                return
            self._plan.publish(site)
        for note in names_in_history(self._root):
            self._tell(str(note))

    def _tell(self, text: str) -> None:
        if text:
            self.told += (text,)
            print(visible(text), file=sys.stderr, flush=True)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        for folder in ("data", "macros/outputs/html/templates", "macros/theme"):
            if (self._root / folder).is_dir():
                server.watch(str(self._root / folder))
        server.set_app(loopback_only(server.serve_request))
        rebuild = server.builder

        def rebuild_or_keep() -> None:
            try:
                rebuild()
            except (Abort, PluginError, SystemExit):
                # What was wrong has been logged. Raised on, it would leave every request waiting for a build.
                logging.getLogger("mkdocs.plugins.congkhai").error("An error happened during the rebuild")

        server.builder = rebuild_or_keep
        return server

    @contextmanager
    def _refusing(self) -> Iterator[None]:
        """What is wrong with the project is told as MkDocs tells it; raises PluginError."""
        try:
            yield
        except Problems as found:
            raise PluginError(text_report(found.problems, [], self._root / "site")) from found


class _Elsewhere(File):
    """A file that the plan makes: a page may lead to it, and MkDocs neither renders nor writes it."""

    def is_documentation_page(self) -> bool:
        return False


def _settings(config: MkDocsConfig, root: Path) -> SiteSettings:
    folders = list(map(Path, config.theme.dirs))
    return SiteSettings(
        root=root,
        name=config.site_name,
        description=config.site_description or "",
        url=f"{config.site_url.rstrip('/')}/" if config.site_url else "",
        nav=config.nav or [],
        style_sheets=config.extra_css,
        scripts=[str(script) for script in config.extra_javascript],
        notice=config.extra.get("notice") or "",
        # The look comes with the package, so that a project needs no copy of it.
        theme=folders if _THEME in folders else [_THEME, *folders],
        extensions=config.markdown_extensions,
        extension_settings=config.mdx_configs or {},
    )


def _headings(links: Iterable[AnchorLink]) -> tuple[Heading, ...]:
    """The headings of a page as MkDocs lists them."""
    return tuple(Heading(link.title, link.id, link.level, _headings(link.children)) for link in links)
