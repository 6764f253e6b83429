"""The scripts of the site without a browser: in a JavaScript engine that knows neither document nor window."""

import json
from collections.abc import Iterable
from typing import Any

import quickjs

from macros.outputs.assets.bundles import NO_DATA, Data, ThemeFolders, module_bundle, modules
from macros.outputs.comparison_rules import comparison_rules
from macros.outputs.search.script_rules import script_rules
from tests.conftest import ROOT

THEME = ThemeFolders([ROOT / "macros" / "theme"])


class Scripts:
    """Some modules and all that they need, as a bundle has them, with their sentences and rules.

    `host` is a script that stands before them, and has what a browser has and these scripts ask for.
    """

    def __init__(self, names: Iterable[str], data: Data = NO_DATA, host: str = "") -> None:
        rules = {"compare-rules": comparison_rules(), "search-rules": script_rules()}
        paths = [f"assets/congkhai/{name}.js" for name in names]
        self._context = quickjs.Context()
        self._context.eval(host + module_bundle("tests", modules(THEME, paths), {**rules, **data}).text)

    def run(self, function: str, *values: object) -> Any:
        """What a function makes of values; values and what it makes are plain data."""
        given = json.dumps(values, ensure_ascii=False)
        return json.loads(self.evaluate(f"JSON.stringify(({function})(...{given}) ?? null)"))

    def evaluate(self, script: str) -> Any:
        """What a script ends with: a text, a number, true, false or None."""
        return self._context.eval(script)

    def work(self) -> None:
        """Does what asynchronous functions have left to do, until they wait for something from outside."""
        while self._context.execute_pending_job():
            pass
