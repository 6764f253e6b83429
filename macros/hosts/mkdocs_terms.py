"""What MkDocs knows of a project in our terms, and what it is told of ours in its own."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import mkdocs_macros.context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from pathspec.gitignore import GitIgnoreSpec

from macros.outputs.html.page_context import PageContext
from macros.problems.problem import Problems
from macros.publication.authored import AuthoredPage
from macros.publication.frame import Heading
from macros.publication.host_settings import SiteSettings
from macros.publication.hosting import Hosting
from macros.reporting import text_report

# Set before Material is imported: its end-of-life banner is for maintainers, who have read it.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

_THEME = Path(__file__).parents[1] / "theme"


def prepare(config: MkDocsConfig) -> None:
    """Have MkDocs read no clock and no git, and make no page of its own."""
    # MkDocs reads its clock there, whatever the environment says.
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    # mkdocs-macros would ask git about the last commit, in a world that anybody may have set; no page says it.
    mkdocs_macros.context.get_git_info = dict
    # The plan has these too.
    config.theme.static_templates.clear()
    # MkDocs would warn of one beside an index before anything could be left out of its files.
    beside = GitIgnoreSpec.from_lines(["README.md", "index.html"])
    config.exclude_docs = config.exclude_docs + beside if config.exclude_docs else beside


def settings(config: MkDocsConfig) -> SiteSettings:
    """What the configuration file says of the site."""
    folders = list(map(Path, config.theme.dirs))
    return SiteSettings(
        root=Path(config.config_file_path).parent,
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


def leave_pages(files: Files, hosting: Hosting, config: MkDocsConfig) -> Files:
    """Leave to MkDocs the pages of authors, and let it know where else their links may lead."""
    chosen = hosting.publication.choice.pages
    for file in list(files):
        if file.src_dir == config.docs_dir and file.src_uri in chosen:
            # Of the pages that are published, the navigation lists what it lists.
            file.inclusion = InclusionLevel.NOT_IN_NAV
        else:
            files.remove(file)
    for source, address in hosting.publication.sources():
        elsewhere = _Elsewhere.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        elsewhere.dest_uri = address
        files.append(elsewhere)
    return files


def authored(page: Page, html: str, context: PageContext) -> AuthoredPage:
    """A page as MkDocs has rendered it."""
    is_titled = "title" in page.meta or "title" in vars(page)
    toc, title = _headings(page.toc), str(page.title)
    return AuthoredPage(page.file.src_uri, page.url, title, html, toc, page.meta, is_titled, context)


def judge_links(files: Files, config: MkDocsConfig) -> None:
    """Have MkDocs judge the links of all pages, and leave it nothing to write."""
    for file in files.documentation_pages():
        if file.page is not None:
            file.page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
    for file in list(files):
        files.remove(file)


@contextmanager
def refusing(config: MkDocsConfig) -> Iterator[None]:
    """What is wrong with the project is told as MkDocs tells it; raises PluginError."""
    try:
        yield
    except Problems as found:
        root = Path(config.config_file_path).parent
        raise PluginError(text_report(found.problems, [], root / "site")) from found


class _Elsewhere(File):
    """A file that the plan makes: a page may lead to it, and MkDocs neither renders nor writes it."""

    def is_documentation_page(self) -> bool:
        return False


def _headings(links: Iterable[AnchorLink]) -> tuple[Heading, ...]:
    """The headings of a page as MkDocs lists them."""
    return tuple(Heading(link.title, link.id, link.level, _headings(link.children)) for link in links)
