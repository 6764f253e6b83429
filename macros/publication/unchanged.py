"""A build of what was built already has nothing to do: the site that stands is the one that it would make.

What a site is made from is a digest: of every file of the project that may be read, of what its settings take from the
environment, of git's state and of the program. Where there is any doubt there is no digest, and the site is built.
"""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.history.repository_state import state_of_history
from macros.publication.ledger import Ledger, files_key, key
from macros.publication.manifest import Manifest, read_manifest
from macros.publication.program import program

_SETTINGS = "mkdocs.yml"
_FOLDERS = ("data", "docs", "macros")
_THEME = re.compile(r"^\s*custom_dir:\s*([\w./-]+)\s*$", re.MULTILINE)
_WORD = re.compile(r"[^\s\[\],'\"{}]+")


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to: how many pages, and what staff were told of a project that is sound."""

    pages: int
    told: tuple[str, ...] = ()


def inputs(root: Path) -> str | None:
    """The digest of everything that the site of the project in `root` is made from; None where that is not sure."""
    history = state_of_history(root)
    if history is None:
        return None
    try:
        settings = (root / _SETTINGS).read_bytes().decode()
        if "\\" in settings:
            # Written so, a word may be another.
            return None
        files = [(_SETTINGS, settings.encode()), *_files(root, settings)]
    except (OSError, ValueError):
        return None
    return key("site", program(), files_key(files), key(*history), *_environment(settings))


def standing(ledger: Ledger, made_from: str, site: Path) -> Built | None:
    """What the last build from the same came to, where its site stands whole; None where there is something to do."""
    kept = ledger.kept(made_from)
    manifest = read_manifest(site) if kept is not None else None
    if kept is None or manifest is None:
        return None
    digest, pages, told = json.loads(kept)
    if digest != key(manifest.text()) or manifest.lacking(site):
        return None
    return Built(pages, tuple(told))


def remember(ledger: Ledger, made_from: str, manifest: Manifest, built: Built) -> None:
    """Keep what a build came to."""
    ledger.keep(made_from, json.dumps([key(manifest.text()), built.pages, built.told]).encode())


def _files(root: Path, settings: str) -> Iterator[tuple[str, bytes]]:
    """Every file that a build may read. Raises OSError for one that cannot be read, ValueError for a doubt."""
    theme = _THEME.findall(settings)
    if len(theme) != settings.count("custom_dir"):
        raise ValueError(settings)
    for folder in dict.fromkeys([*_FOLDERS, *theme]):
        _refuse_link(root / folder)
        for above, folders, names in os.walk(root / folder):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            for path in (Path(above, name) for name in folders):
                _refuse_link(path)
            for path in (Path(above, name) for name in sorted(names)):
                _refuse_link(path)
                yield path.relative_to(root).as_posix(), path.read_bytes()


def _refuse_link(path: Path) -> None:
    """Raises ValueError for whatever leads elsewhere, where it may change, or cannot be read without waiting."""
    if path.is_symlink() or (path.exists() and not (path.is_dir() or path.is_file())):
        raise ValueError(path)


def _environment(settings: str) -> Iterator[str]:
    """Every variable that the settings may name, with its value."""
    if "!ENV" in settings:
        for name in sorted(set(_WORD.findall(settings)) & os.environ.keys()):
            yield from (name, os.environ[name])
