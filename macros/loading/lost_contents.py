"""Editions that git records and that cannot be shown as they were: their files of that day cannot be read."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from macros.history.commit_files import Snapshots
from macros.history.git import Objects, present
from macros.reading.past_files import PastFiles
from macros.reading.past_project import is_readable
from macros.reading.shapes import ReportFile
from macros.record import Catalogue, Edition, Recording
from macros.store import Store, packed, unpacked

_Recorded: TypeAlias = tuple[str, str, str]
# The objects of git that made each recording readable, by their places in a list of all.
_Readable: TypeAlias = tuple[list[str], dict[_Recorded, tuple[int, ...]]]


def lost_contents(root: Path, catalogue: Catalogue, store: Store | None = None) -> Iterator[Edition]:
    """Each such edition. What could be read once can be read again as long as git has the same objects."""
    key = store.key("readable") if store is not None else ""
    ids, known = _kept(root, key, store) if store is not None else ([], {})
    places, before = {id: n for n, id in enumerate(ids)}, len(known)
    with Objects(root) as objects:
        snapshots, reports = Snapshots(root, objects), PastFiles(ReportFile, "observations")
        for edition in catalogue.history.editions:
            if edition.recording is None or (name := _name(edition.recording)) in known:
                continue
            objects.given.clear()
            if is_readable(snapshots.of(edition.recording), reports):
                known[name] = tuple(places.setdefault(id, len(places)) for id in sorted(objects.given))
            else:
                yield edition
    if store is not None and len(known) > before:
        store.keep(key, packed((list(places), known)))


def _kept(root: Path, key: str, store: Store) -> _Readable:
    """The recordings of which it is known; none where git has lost any object that they rest on."""
    content = store.kept(key)
    if content is not None:
        with suppress(ValueError):
            readable: _Readable = unpacked(content, ())
            if present(root, readable[0]):
                return readable
    return [], {}


def _name(recording: Recording) -> _Recorded:
    return recording.commit, recording.content, str(recording.period)
