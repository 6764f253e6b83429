"""Generated pages, late-bound blocks and downloads: the seam that MkDocs' events call."""

import logging
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any, cast

import mkdocs_macros.context
from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from pathspec.gitignore import GitIgnoreSpec

from macros import addresses
from macros.archive import Kept, kept_editions
from macros.bundling import EARLY, ENGINE, PAGE_SCRIPTS, Bundle, ThemeFolders, engine, frame_bundles, page_bundles
from macros.catalogue import load_publication, names_in_history
from macros.clarifying import clarification_text, clarifications
from macros.exports.comparison_csv import comparison_csv
from macros.exports.feed import history_feed
from macros.exports.report_csv import report_csv
from macros.exports.report_json import report_json
from macros.exports.series_csv import series_csv
from macros.history.names import Names
from macros.licences import licences
from macros.markup.allowed import refused, unaligned
from macros.model import Period
from macros.problems import Place, Problem, Problems, shorten, visible
from macros.publication.loopback import loopback_only
from macros.publication.manifest import MANIFEST, Manifest, Planned, visible_files
from macros.reading.choice import Choice
from macros.reporting import text_report
from macros.search.files import index_files
from macros.search.passages import marked_passages
from macros.search.records import SearchedPage
from macros.search.sections import headed_sections, no_section
from macros.views.accessibility import read_run
from macros.views.authoring import PageContext, PageMacros
from macros.views.contents import enough
from macros.views.frozen import frozen_page
from macros.views.icons import read_icons
from macros.views.marking import Marking
from macros.views.narratives import Narratives, settled
from macros.views.pages import GeneratedPage, generated_pages
from macros.views.rendering import Renderer, markdown_text
from macros.withholding.guard import names_in, published_names, refusal
from macros.withholding.names import Withheld
from macros.wording import say, words

# Set before Material is imported: its end-of-life banner is for maintainers, who have read it.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


_THEME = str(Path(__file__).parent / "theme")


class NoOptions(Config):
    """The plugin takes no options: the project folder says everything."""


class CongKhaiPlugin(BasePlugin[NoOptions]):
    """Publishes the catalogue of the project that the configuration file stands in."""

    author: PageMacros

    _previewing = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self._previewing = command == "serve"

    # First of all plugins: mkdocs-macros asks for `author` in its own on_config.
    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        root = Path(config.config_file_path).parent
        # No clock in the output, whatever the environment says: the only date that MkDocs writes is the time stamp
        # inside sitemap.xml.gz.
        os.environ["SOURCE_DATE_EPOCH"] = "0"
        # mkdocs-macros would ask git about the last commit, in a world that anybody may have set; no page says it.
        mkdocs_macros.context.get_git_info = dict
        self._planned = Planned()
        try:
            self._catalogue, self._choice = load_publication(root)
        except Problems as problems:
            # Before anything is cleaned or written: the site that stands stays as it is.
            raise PluginError(text_report(problems.problems, [], root / "site")) from problems
        # The look comes with the package, so that a project needs no copy of it: a folder elsewhere has data and pages.
        if _THEME not in config.theme.dirs:
            config.theme.dirs.insert(0, _THEME)
        theme = ThemeFolders(config.theme.dirs)
        drawings = read_icons(theme.text)
        marking = Marking(self._catalogue)
        run = read_run(root)
        self._renderer = Renderer(self._catalogue, None, _site(config), None, drawings, run, marking)
        self.author = PageMacros(self._renderer)
        pages = [*generated_pages(self._renderer), *_frozen_pages(self._renderer, root, config)]
        self._generated = {page.source: page for page in pages}
        self._contexts: dict[str, PageContext] = {}
        self._searched: list[SearchedPage] = []
        config.extra["publisher"] = self._catalogue.agency.name
        self._bundles, self._bundled = _bundles(config, theme, marking.words_script())
        # MkDocs would warn of one beside an index before anything could be left out of its files.
        beside = GitIgnoreSpec.from_lines(["README.md", "index.html"])
        config.exclude_docs = config.exclude_docs + beside if config.exclude_docs else beside
        self._engine = engine(theme, marking.words_script())
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        _keep_chosen(files, self._choice, config.docs_dir)
        for page in self._generated.values():
            file = File.generated(config, page.source, content=_markdown(page), inclusion=InclusionLevel.NOT_IN_NAV)
            files.append(file)
        files.append(File.generated(config, addresses.FEED, content=history_feed(self._renderer)))
        files.append(File.generated(config, addresses.LICENCES, content=licences()))
        for path, text in downloads(self._renderer).items():
            files.append(File.generated(config, path, content=text))
        for file in [file for file in files if file.src_uri in self._bundled or _MATERIAL.match(file.src_uri)]:
            files.remove(file)
        for bundle in self._bundles:
            files.append(File.generated(config, bundle.name, content=bundle.text))
        return files

    # All files are known, and no page is rendered yet.
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        self._addresses = frozenset(_address(file) for file in files)
        return nav

    # Before mkdocs-macros renders the page: its macros must know which page they are on.
    @event_priority(100)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        source = page.file.src_uri
        if source in self._generated:
            page.meta = _meta(self._generated[source])
        written = page.meta.get("period")
        context = PageContext(f"docs/{source}", page.url, Period.parse(str(written)) if written else None)
        self._contexts[source] = self.author.page = context
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        source = page.file.src_uri
        if "title" not in page.meta and "title" not in vars(page):
            # Taken from the page's heading it is HTML; from front matter or navigation, text.
            page.meta["title"] = unescape(str(page.title))
        if source in self._generated:
            html = self._with_generated(html, self._generated[source], page, files)
        else:
            _refuse_strange(html, source, Path(config.config_file_path).parent)
            if not page.meta.get("search", {}).get("exclude"):
                html = self._searchable(html, page)
            html = self.author.completed(unaligned(html), self._contexts[source])
        if not enough(page.toc):
            page.meta["hide"] = [*(page.meta.get("hide") or ()), "toc"]
        return self._renderer.explained(_VOID.sub(r"<\1>", html), page.url)

    def _with_generated(self, html: str, generated: GeneratedPage, page: Page, files: Files) -> str:
        """The page with its HTML below its heading; what it says is remembered for the search, unless it is kept."""
        page.toc = get_toc(cast("Any", generated.headings))
        if generated.headed_by_report:
            html = self._renderer.narrated(html)
        if generated.kept:
            return html.replace(_GENERATED, settled(generated.html, generated.address, self._addresses))
        if generated.listed:
            self._searched.append(SearchedPage(page.url, generated.title, generated.description))
        return html.replace(_GENERATED, generated.html)

    def _searchable(self, html: str, page: Page) -> str:
        """The page with a name on each passage; what it says is remembered for the search."""
        if page.is_homepage:
            # It only leads to others: it is no answer.
            return html
        context = self._contexts[page.file.src_uri]
        period = context.period
        html = html if period else context.told(html)
        marked, passages = marked_passages(html, headed_sections(self._catalogue, period) if period else no_section)
        title, description = str(page.title), str(page.meta.get("description", ""))
        self._searched.append(SearchedPage(page.url, title, description, passages, str(period) if period else None))
        return marked

    # Last of all plugins: what we hand back is what is written.
    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        return self._planned.page(page.file.dest_uri, _trimmed(self._renderer.framed(output)))

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        return self._planned.template(template_name, _trimmed(output_content))

    # Last: what other plugins write by themselves is there.
    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        # For whoever builds or previews: no page tells of queries.
        if told := clarification_text(clarifications(self._catalogue)):
            print(visible(told), file=sys.stderr, flush=True)
        if self._previewing:
            return
        for file in self._files:
            if file.inclusion.is_included() and not file.is_documentation_page():
                self._planned.file(file.dest_uri, file.content_bytes)
        site = Path(config.site_dir)
        _refuse_names(site, Names.of(self._catalogue).withheld, Path(config.config_file_path).parent)
        self._planned.beside(site, visible_files(site))
        (site / MANIFEST).write_bytes(Manifest(self._planned.files).text().encode())
        for note in names_in_history(Path(config.config_file_path).parent):
            print(visible(str(note)), file=sys.stderr, flush=True)

    # After the last page: every mistake that only rendering shows is told at once.
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        # The lines that hold nothing but a statement leave nothing behind.
        env.trim_blocks = env.lstrip_blocks = True
        # This environment escapes nothing by itself: `say` does.
        env.globals.update(words=words(), say=say)
        if self.author.problems:
            found = Problems(self.author.problems)
            raise PluginError(text_report(found.problems, [], Path(config.config_file_path).parent / "site"))
        for path, text in index_files(self._catalogue, self._searched, self._engine).items():
            files.append(File.generated(config, path, content=text))
        self._files = files
        for file in files:
            if file.abs_src_path is None and not file.is_documentation_page():
                # As bytes it is written as it is; text would have its ends of line changed on Windows.
                file.content_bytes = file.content_bytes

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        root = Path(config.config_file_path).parent
        for folder in ("data", "macros/views/templates", "macros/theme"):
            if (root / folder).is_dir():
                server.watch(str(root / folder))
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


def _keep_chosen(files: Files, choice: Choice, folder: str) -> None:
    """Leave nothing of the folder of pages in the site but what is published of it; the theme brings its own."""
    for file in [file for file in files if file.src_dir == folder and file.generated_by is None]:
        if file.src_uri in choice.pages:
            # Of the pages that are published, the navigation lists what it lists.
            file.inclusion = InclusionLevel.NOT_IN_NAV
        elif file.src_uri in choice.files:
            file.inclusion = InclusionLevel.INCLUDED
        else:
            files.remove(file)


def _refuse_strange(html: str, source: str, root: Path) -> None:
    """What MkDocs made of an author's page is judged again as it goes out: an extension may add what no check has seen.

    Raises PluginError.
    """
    if found := refused(html, macros=True):
        shown = found[0].value or found[0].element
        problem = Problem(
            Place(f"docs/{source}"),
            "E106",
            "trang dựng ra có " + (f"phần “{shorten(shown)}”" if shown else "thẻ HTML lồng nhau sai"),
            "chữ, Markdown và macro, không có thẻ HTML",
            "chạy “congkhai check”; nếu lệnh ấy không báo gì, xem lại “markdown_extensions” trong mkdocs.yml",
        )
        raise PluginError(text_report([problem], [], root / "site"))


def _refuse_names(site: Path, names: Withheld, root: Path) -> None:
    """Nothing that is about to be public says a withheld name; a file that does is not left behind either.

    Raises PluginError with the files, and where the name comes from.
    """
    if not names:
        return
    files = ((path.relative_to(site).as_posix(), path.read_bytes()) for path in visible_files(site))
    places: dict[str, list[str]] = {}
    for address, name in published_names(files, names):
        places.setdefault(name, []).append(address)
    for address in {address for found in places.values() for address in found}:
        (site / address).unlink(missing_ok=True)
    if places:
        found = [refusal(name, sorted(addresses), root) for name, addresses in places.items()]
        raise PluginError(text_report(found, [], root / "site"))


def _site(config: MkDocsConfig) -> str:
    """The public address of the site, ending in "/"; "" where it is not known."""
    return f"{config.site_url.rstrip('/')}/" if config.site_url else ""


def _frozen_pages(renderer: Renderer, root: Path, config: MkDocsConfig) -> Iterator[GeneratedPage]:
    narratives = Narratives(config.markdown_extensions, config.mdx_configs or {})
    names = Names.of(renderer.catalogue).withheld
    for kept in kept_editions(root, renderer.catalogue):
        yield _without_names(kept, renderer, narratives, names)


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


def _address(file: File) -> str:
    """Where a file is found on the site, as `addresses` has it."""
    return file.dest_uri.removesuffix("index.html") if file.dest_uri.endswith("index.html") else file.dest_uri


# Python-Markdown writes `<hr />`, as XHTML did.
_VOID = re.compile(r"<((?:hr|br|img|input)\b[^>]*?) ?/>")
# Material's own scripts, style sheets and favicon: no page asks for them.
_MATERIAL = re.compile(r"assets/(?:javascripts|stylesheets|images)/")


def _trimmed(html: str) -> str:
    """The page without what statements of templates leave at the ends of its lines."""
    return "\n".join([line.rstrip() for line in html.split("\n")])


def _bundles(config: MkDocsConfig, theme: ThemeFolders, words: str) -> tuple[list[Bundle], set[str]]:
    """One style sheet and two scripts a page instead of many, and the paths of what is in them all.

    What `extra_css` and `extra_javascript` list and the theme has is put into the bundles, in that order, and taken off
    the lists; whatever else they list stays there. What not every page loads stays out of those, though a project may
    list it from earlier days. `extra.assets` names the bundles for the frame.
    """
    elsewhere = {*ENGINE, *(path for paths in PAGE_SCRIPTS.values() for path in paths)}
    sheets = [path for path in config.extra_css if theme.has(path)]
    scripts = [path for path in config.extra_javascript if isinstance(path, str) and theme.has(path)]
    everywhere = [path for path in scripts if path not in elsewhere]
    bundles = frame_bundles(theme, sheets, everywhere, config.docs_dir) | page_bundles(theme, everywhere, words)
    config.extra_css = [path for path in config.extra_css if path not in sheets]
    config.extra_javascript = [path for path in config.extra_javascript if path not in scripts]
    config.extra["assets"] = {part: bundle.name for part, bundle in bundles.items()}
    return list(bundles.values()), {EARLY, *elsewhere, *sheets, *scripts}


# Replaced by the page's HTML after Markdown has run: a big table must not go through it.
_GENERATED = "<p>\ue000generated\ue001</p>"


def _markdown(page: GeneratedPage) -> str:
    """The source of a generated page: its heading, and a mark for the rest."""
    return f"# {markdown_text(page.heading or page.title)}\n\n\ue000generated\ue001\n"


def _meta(page: GeneratedPage) -> dict[str, object]:
    """What a page's front matter would say; set as it is, for writing and reading YAML costs more than the page."""
    meta: dict[str, object] = {
        "title": page.title,
        "description": page.description,
        "render_macros": False,
    }
    if page.beside:
        meta["beside"] = Markup(page.beside)
    if page.kept:
        meta["kept"] = True
    if page.script:
        meta["script"] = page.script
    if page.redirect:
        meta["redirect"] = addresses.relative(page.redirect, page.address)
    return meta


def downloads(renderer: Renderer) -> dict[str, str]:
    """Every file for machines, by its address."""
    catalogue, files = renderer.catalogue, {}
    for report in catalogue.reports:
        files[addresses.report_file(report.period, "json")] = report_json(report, catalogue)
        files[addresses.report_file(report.period, "csv")] = report_csv(report, catalogue)
        for comparison in renderer.published_comparisons(report):
            address = addresses.comparison_file(comparison.before.period, report.period)
            files[address] = comparison_csv(comparison, catalogue)
    for indicator in catalogue.indicators.values():
        for chart in renderer.charts(indicator):
            files[addresses.series_file(indicator, chart.kind, "svg")] = chart.file
            files[addresses.series_file(indicator, chart.kind, "csv")] = series_csv(indicator, chart.kind, catalogue)
    return files
