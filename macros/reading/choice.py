"""Which pages and files of `docs/` are published: those that are known, and those that a published page links to."""

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from macros.reading.mkdocs_settings import Settings
from macros.reading.narrative import NOT_PAGES, REPORT_PAGES, NarrativePage
from macros.reading.outline import Outline, outlined
from macros.reading.sources import Files
from macros.record import Period

# What a page may link to: pictures, documents, tables. No SVG, for it can carry a script; no archive, for nobody sees
# what is in it.
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif")
ATTACHMENTS = (*PICTURES, ".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".csv", ".json", ".txt")
# A name that every system, every browser and every e-mail takes as it is.
PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*")
# Published whether a page names them or not: the two pages that every site has, and the result of its last
# accessibility test.
_PAGES = ("index.md", f"{REPORT_PAGES}index.md")
_FILES = ("tiep-can.json",)
# A page that cannot be read still says where it leads.
_LINK = re.compile(r"\]\(\s*<?([^)>\s]+)")

REPORT_FOLDER = "reports"

ReadPage = Callable[[str], NarrativePage | None]


@dataclass(frozen=True, slots=True)
class Choice:
    """The pages and files of `docs/` that are published, by their paths below it.

    `found` is every file there that is no link; `outlines` are those of the pages that could be read.
    """

    pages: frozenset[str]
    files: frozenset[str]
    found: frozenset[str]
    outlines: Mapping[str, Outline]


def local_path(source: str, address: str) -> str | None:
    """The path below `docs/` that an address on a page means; None for one of another host, a place on the page itself
    or what is no address.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or not parts.path or address.startswith(("/", "\\")):
        return None
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), unquote(parts.path)))


def chosen(files: Files, settings: Settings | None, read: ReadPage) -> Choice:
    """What is published; `read` gives a page by its name, and is asked for each published page once.

    A project without settings publishes every page that it has.
    """
    found = frozenset(name.removeprefix("docs/") for name in files.names("docs"))
    # Notes for maintainers live beside the pages but are not pages.
    eligible = {path for path in found if path.split("/")[0] not in NOT_PAGES and not _is_shadowed(path, found)}
    known = {*_PAGES, *_report_pages(files), *(settings.pages if settings else _all_pages(eligible))}
    named = {*_FILES, *(settings.files if settings else ())}
    pages: set[str] = set()
    outlines: dict[str, Outline] = {}
    waiting = sorted(known & eligible)
    while waiting:
        source = waiting.pop(0)
        if source in pages:
            continue
        pages.add(source)
        page = read(f"docs/{source}")
        outline = _outline(page, settings) if page is not None else None
        if outline is not None:
            outlines[source] = outline
        targets = _targets(outline) if outline is not None else _raw_targets(files, source)
        led = sorted({path for target in targets if (path := local_path(source, target)) in eligible})
        waiting += [path for path in led if path.endswith(".md") and PLAIN_NAME.fullmatch(path)]
        named |= {path for path in led if _is_attachment(path)}
    return Choice(frozenset(pages), frozenset(named & found), found, outlines)


def _outline(page: NarrativePage, settings: Settings | None) -> Outline | None:
    return page.summary.outline if page.summary is not None else outlined(page, settings)


def _is_shadowed(path: str, found: Collection[str]) -> bool:
    """Whether a page would stand at the address of another: MkDocs takes README.md for the index of its folder."""
    return posixpath.basename(path) == "README.md" and posixpath.join(posixpath.dirname(path), "index.md") in found


def _targets(outline: Outline) -> Iterable[str]:
    return (target.address for target in outline.targets)


def _raw_targets(files: Files, source: str) -> Iterator[str]:
    text = files.text(f"docs/{source}")
    yield from _LINK.findall(text) if isinstance(text, str) else ()


def _is_attachment(path: str) -> bool:
    return path.lower().endswith(ATTACHMENTS) and PLAIN_NAME.fullmatch(path) is not None


def _all_pages(found: Iterable[str]) -> Iterator[str]:
    return (path for path in found if path.endswith(".md"))


def _report_pages(files: Files) -> Iterator[str]:
    """The page of each report, whether its figures can be read or not."""
    for name in files.names(f"data/{REPORT_FOLDER}"):
        try:
            yield f"{REPORT_PAGES}{Period.parse(PurePosixPath(name).stem).slug}.md"
        except ValueError:
            continue
