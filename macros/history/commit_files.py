"""A commit to the files that one report needs: its own, its narrative, and the definitions of that day."""

import re
from collections.abc import Iterator
from pathlib import Path

from macros.history.git import Objects, prefix
from macros.reading.sources import Snapshot
from macros.record import Recording

_PERIOD = re.compile(r"\b\d{4}-[WMQSNA]\d{1,2}\b")


class Snapshots:
    """Reads earlier states of the project in `root` through one process; a definition is read once."""

    def __init__(self, root: Path, objects: Objects) -> None:
        self._prefix = prefix(root)
        self._objects = objects
        self._definitions: dict[str, bytes] = {}

    def of(self, recording: Recording) -> Snapshot:
        """The files that a report needed in a commit, as far as git holds them.

        Its file is named after its period, whatever it was called then.
        """
        period = recording.period
        files = dict(self._folder(recording.commit, "data"))
        files |= self._folder(recording.commit, "data/indicators")
        page = f"docs/bao-cao/{period.slug}.md"
        texts = dict(self._folder(recording.commit, "docs/bao-cao", page))
        texts |= self._folder(recording.commit, "data/quality", f"data/quality/{period}.yaml")
        texts |= self._folder(recording.commit, "data/relations", f"data/relations/{period}.yaml")
        narrative = texts.get(page, b"").decode("utf-8", "replace")
        for other in sorted(set(_PERIOD.findall(narrative)) - {str(period)}):
            texts |= self._folder(recording.commit, "data/reports", f"data/reports/{other}.yaml")
        report = self._objects.blob(recording.content)
        return Snapshot(files | texts | ({f"data/reports/{period}.yaml": report} if report is not None else {}))

    def _folder(self, commit: str, folder: str, only: str | None = None) -> Iterator[tuple[str, bytes]]:
        """The YAML files right in a folder, or one file of it, by name."""
        for file, (is_folder, id) in self._objects.tree(f"{commit}:{self._prefix}{folder}").items():
            name = f"{folder}/{file}"
            if not is_folder and (name == only if only else name.endswith(".yaml")):
                content = self._objects.blob(id) if only else self._definition(id)
                if content is not None:
                    yield name, content

    def _definition(self, id: str) -> bytes | None:
        """A content that many states share."""
        content = self._definitions.get(id)
        if content is None and (content := self._objects.blob(id)) is not None:
            self._definitions[id] = content
        return content
