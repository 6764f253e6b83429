"""The search of a built site without a browser: its engine and its index as the site has them, in QuickJS."""

import json
from pathlib import Path
from typing import Any

from tests.scripts.running import Scripts

# What asks for a file of the index has a document to put a script into, which is read when nothing else is left to do;
# a limit of time is never reached.
_HOST = """
globalThis.awaited = [];
globalThis.document = { createElement: () => ({}), head: { append: (script) => awaited.push(script) } };
globalThis.URL = class { constructor(path, root) { this.href = root + path; } };
globalThis.setTimeout = () => 0;
globalThis.clearTimeout = () => {};
globalThis.settled = null;
"""
_RUN = """settled = null;
(async () => (%s)(...%s))().then(
  (made) => { settled = JSON.stringify([made ?? null]); },
  (error) => { settled = JSON.stringify({ error: `${error}\\n${error.stack}` }); },
);"""
_NEXT = "awaited.length ? awaited[0].src.href : null"


class SearchEngine:
    """The scripts that answer, and the index below a folder, which is read file by file as it is asked for."""

    def __init__(self, site: Path) -> None:
        self._site = site
        # The engine itself comes with the index.
        self._scripts = Scripts(["search-loading"], host=_HOST)
        self._answers: dict[tuple[str, str], Any] = {}

    def run(self, function: str, *values: object) -> Any:
        """What a function, which may be asynchronous, makes of values; both are plain data.

        Raises AssertionError with what the function threw, or where it waits for what never comes.
        """
        self._scripts.evaluate(_RUN % (function, json.dumps(values, ensure_ascii=False)))
        while True:
            self._scripts.work()
            if (settled := self._scripts.evaluate("settled")) is not None:
                break
            self._bring()
        made = json.loads(settled)
        assert isinstance(made, list), made["error"]
        return made[0]

    def once(self, function: str, value: str) -> Any:
        """The same of one text, which is not asked a second time."""
        if (function, value) not in self._answers:
            self._answers[function, value] = self.run(function, value)
        return self._answers[function, value]

    def _bring(self) -> None:
        """Reads the file of the index that was asked for first."""
        path = self._scripts.evaluate(_NEXT)
        assert path is not None, "it waits for nothing that could come"
        if (file := self._site / path.partition("?")[0]).is_file():
            self._scripts.evaluate(file.read_text("utf-8"))
            self._scripts.evaluate("awaited.shift().onload()")
        else:
            self._scripts.evaluate("awaited.shift().onerror()")
