"""The host of today: MkDocs renders the Markdown of authors' pages and hands them over; the plan writes the site."""

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from macros.hosts import mkdocs_terms
from macros.hosts.mkdocs_server import follow
from macros.outputs.html.page_context import PageContext
from macros.outputs.html.page_macros import PageMacros
from macros.publication.authored import page_context
from macros.publication.hosting import Hosting


class NoOptions(Config):
    """The plugin takes no options: the project folder says everything."""


class CongKhaiPlugin(BasePlugin[NoOptions]):
    """Publishes the catalogue of the project that the configuration file stands in."""

    author: PageMacros
    _context: PageContext

    def __init__(self) -> None:
        self.hosting = Hosting()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self.hosting.previewing = command == "serve"

    # First of all plugins: mkdocs-macros asks for `author` in its own on_config.
    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        mkdocs_terms.prepare(config)
        with mkdocs_terms.refusing(config):
            self.author = self.hosting.begin(mkdocs_terms.settings(config))
        # What is known of a page is taken from the tree that Markdown makes of it.
        config["markdown_extensions"] = [*config.markdown_extensions, self.hosting.publication.tree]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        return mkdocs_terms.leave_pages(files, self.hosting, config)

    # Before mkdocs-macros renders the page: its macros must know which page they are on.
    @event_priority(100)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        self._context = self.author.page = page_context(page.file.src_uri, page.url, page.meta)
        return markdown

    # Last of all plugins: what is handed over is what is published.
    @event_priority(-100)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        with mkdocs_terms.refusing(config):
            self.hosting.hand_over(mkdocs_terms.authored(page, html, self._context))
        return html

    # After the last page: MkDocs judges the links, and has nothing more to write.
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        with mkdocs_terms.refusing(config):
            self.hosting.plan()
        mkdocs_terms.judge_links(files, config)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        with mkdocs_terms.refusing(config):
            self.hosting.finish(Path(config.site_dir))

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        return follow(server, Path(config.config_file_path).parent)
