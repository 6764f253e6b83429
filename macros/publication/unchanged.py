"""A build of what was built already has nothing to do: the site that stands is the one that it would make.

What a site is made from is a digest: of every file of the project that may be read, of what its settings take from the
environment, of git's state and of the program. Where there is any doubt there is no digest, and the site is built.
Files that look as they did when they were read are not read again (`known_files`), those of the site neither.
"""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.history.repository_state import state_of_history
from macros.publication.known_files import KnownFiles
from macros.publication.ledger import Ledger, key
from macros.publication.manifest import Manifest, read_manifest
from macros.publication.program import program

_SETTINGS = "mkdocs.yml"
FOLDERS = ("data", "docs", "macros")
_THEME = re.compile(r"^\s*custom_dir:\s*([\w./-]+)\s*$", re.MULTILINE)
_WORD = re.compile(r"[^\s\[\],'\"{}]+")


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to: how many pages, and what staff were told of a project that is sound."""

    pages: int
    told: tuple[str, ...] = ()


def inputs(root: Path, ledger: Ledger | None = None) -> str | None:
    """The digest of everything that the site of the project in `root` is made from; None where that is not sure."""
    history = state_of_history(root)
    if history is None:
        return None
    known = KnownFiles(root, ledger)
    try:
        settings = (root / _SETTINGS).read_bytes().decode()
        if "\\" in settings:
            # Written so, a word may be another.
            return None
        files = key(*(part for file in _files(root, settings, known) for part in file))
    except (OSError, ValueError):
        return None
    known.keep()
    return key("site", program(), settings, files, key(*history), *_environment(settings))


def standing(ledger: Ledger, made_from: str, site: Path) -> Built | None:
    """What the last build from the same came to, where its site stands whole; None where there is something to do."""
    kept = ledger.kept(made_from)
    manifest = read_manifest(site) if kept is not None else None
    if kept is None or manifest is None:
        return None
    digest, pages, told = json.loads(kept)
    known = KnownFiles(site, ledger)
    if digest != key(manifest.text()) or manifest.lacking(known.digest):
        return None
    known.keep()
    return Built(pages, tuple(told))


def remember(ledger: Ledger, made_from: str, manifest: Manifest, built: Built) -> None:
    """Keep what a build came to."""
    ledger.keep(made_from, json.dumps([key(manifest.text()), built.pages, built.told]).encode())


def _files(root: Path, settings: str, known: KnownFiles) -> Iterator[tuple[str, str]]:
    """Every file that a build may read beside the settings, and its digest.

    Raises OSError for one that cannot be read, ValueError for a doubt.
    """
    theme = _THEME.findall(settings)
    if len(theme) != settings.count("custom_dir"):
        raise ValueError(settings)
    for folder in dict.fromkeys([*FOLDERS, *theme]):
        if (root / folder).is_symlink():
            raise ValueError(folder)
        if (root / folder).is_dir():
            yield from _below(os.fspath(root), folder, known)


def _below(root: str, folder: str, known: KnownFiles) -> Iterator[tuple[str, str]]:
    with os.scandir(os.path.join(root, folder)) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.name == "__pycache__" and entry.is_dir():
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(root, path, known)
            continue
        # A link may lead to what changes elsewhere; a pipe cannot be read without waiting.
        digest = known.digest(path) if entry.is_file(follow_symlinks=False) else None
        if digest is None:
            raise ValueError(path)
        yield path, digest


def _environment(settings: str) -> Iterator[str]:
    """Every variable that the settings may name, with its value."""
    if "!ENV" in settings:
        # Not the other way round: a word of the settings may have letters that no variable can have here.
        for name in sorted(set(os.environ) & set(_WORD.findall(settings))):
            yield from (name, os.environ[name])
