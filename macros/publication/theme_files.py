"""What the theme gives to the site: its style sheets and scripts in a few files, and whatever else its pages load."""

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.outputs.assets.bundles import (
    EARLY,
    Bundle,
    Data,
    ThemeFolders,
    elsewhere,
    frame_bundles,
    is_module,
    page_bundles,
)
from macros.publication.artifact import Artifact, text
from macros.publication.host_settings import SiteSettings
from macros.publication.program_shelf import ProgramShelf

# Material's own scripts, style sheets and pictures: no page asks for them.
_MATERIAL = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
# Templates, code and settings of a theme, and what is below its root beside `assets/`: not for readers.
_NOT_FILES = (".html", ".py", ".pyc", ".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_NOT_NAMED = ("mkdocs_theme.yml", "sitemap.xml")


@dataclass(frozen=True, slots=True)
class Bundles:
    """The bundles by what they are for, the paths of what is in them, and what a project lists that no bundle holds."""

    of: Mapping[str, Bundle]
    inside: frozenset[str]
    scripts: Sequence[str]

    @property
    def names(self) -> dict[str, str]:
        """Where each stands, for the frame."""
        return {part: bundle.name for part, bundle in self.of.items()}


def bundles(settings: SiteSettings, theme: ThemeFolders, data: Data, shelf: ProgramShelf | None) -> Bundles:
    """One style sheet and two scripts a page instead of many.

    What the settings list and the theme has is put into the bundles, in that order. What not every page loads stays out
    of those, though a project may list it from earlier days.
    """

    def remembered(texts: Sequence[str], make: Callable[[], str]) -> str:
        """What this program makes of these texts."""
        return make() if shelf is None else shelf.kept_or_made(make, "sheet", *texts)

    brought = elsewhere(theme)
    sheets = [path for path in settings.style_sheets if theme.has(path)]
    scripts = [path for path in settings.scripts if is_module(path) and theme.has(path)]
    everywhere = [path for path in scripts if path not in brought]
    made = frame_bundles(theme, sheets, everywhere, settings.docs, remembered) | page_bundles(theme, everywhere, data)
    inside = frozenset({EARLY, *brought, *sheets, *scripts})
    return Bundles(made, inside, [path for path in settings.scripts if path not in scripts])


def theme_files(folders: Sequence[Path], bundles: Bundles) -> Iterator[Artifact]:
    """The bundles, and every file of the theme that is in none of them; the first folder that has one gives it."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in _files(folder):
            found.setdefault(path, folder / path)
    for path in sorted(found.keys() - bundles.inside):
        if not path.startswith(_MATERIAL):
            yield Artifact(path, found[path], Path.read_bytes)
    for bundle in bundles.of.values():
        yield text(bundle.name, bundle.text)


def _files(folder: Path) -> Iterator[str]:
    """The files of a folder that a theme publishes, by their paths below it."""
    for above, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if Path(above) == folder:
            folders[:] = [name for name in folders if name != "locales"]
        yield from (Path(above, name).relative_to(folder).as_posix() for name in sorted(names) if _is_file(name))


def _is_file(name: str) -> bool:
    lowered = name.lower()
    return not (lowered.startswith(".") or lowered.endswith(_NOT_FILES) or lowered in _NOT_NAMED or "readme" in lowered)


def docs_files(folder: Path, chosen: Collection[str]) -> Iterator[Artifact]:
    """The files that are published of the folder of pages."""
    yield from (Artifact(path, folder / path, Path.read_bytes) for path in sorted(chosen))
