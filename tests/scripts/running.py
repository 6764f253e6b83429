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
    """Some modules and all that they need, as a bundle has them, with their sentences and rules."""

    def __init__(self, names: Iterable[str], data: Data = NO_DATA) -> None:
        rules = {"compare-rules": comparison_rules(), "search-rules": script_rules()}
        paths = [f"assets/congkhai/{name}.js" for name in names]
        self._context = quickjs.Context()
        self._context.eval(module_bundle("tests", modules(THEME, paths), {**rules, **data}).text)

    def run(self, function: str, *values: object) -> Any:
        """What a function makes of values; values and what it makes are plain data."""
        given = json.dumps(values, ensure_ascii=False)
        return json.loads(self._context.eval(f"JSON.stringify(({function})(...{given}) ?? null)"))
