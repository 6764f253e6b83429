"""Scripts as modules: each says what it takes of which others, and that alone is where their order is stated.

A module is what a browser takes for one: named imports at its beginning, one list of exports at its end. A bundle holds
several as one classic script, which also runs from a disk. What a module exports stands under its name in `congkhai`,
the one global name; a module that several bundles of a page hold runs once.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

_IMPORT = re.compile(r'^import \{ (\w+(?:, \w+)*) \} from "\./([a-z]+(?:-[a-z]+)*)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export \{ (\w+(?:, \w+)*) \};\n", re.MULTILINE)
_OTHER = re.compile(r"^(?:import|export)\b.*|\bimport\(.*", re.MULTILINE)
# What a bundle begins with.
NAMESPACE = "globalThis.congkhai ??= {};\n"


class BrokenModule(ValueError):
    """A script is no module as they are written here, or takes what no other gives."""


@dataclass(frozen=True, slots=True)
class Module:
    """A script: what it takes, by the module that gives it; what it gives; and what it does."""

    name: str
    takes: Mapping[str, tuple[str, ...]]
    gives: tuple[str, ...]
    body: str

    def script(self) -> str:
        """The module as a statement of a classic script."""
        taken = (f'const {{ {", ".join(names)} }} = congkhai["{other}"];\n' for other, names in self.takes.items())
        inside = f"{''.join(taken)}{self.body}return {{ {', '.join(self.gives)} }};"
        return f'congkhai["{self.name}"] ??= (() => {{\n"use strict";\n{inside}\n}})();\n'


def read_module(name: str, text: str) -> Module:
    """The module of that name; raises BrokenModule where it takes or gives something in another way."""
    exports = _EXPORT.findall(text)
    body = _EXPORT.sub("", _IMPORT.sub("", text))
    if (other := _OTHER.search(body)) or len(exports) > 1:
        raise BrokenModule(
            f"{name}.js is not as modules are written here: {other[0] if other else 'two lists of exports'}"
        )
    takes = {other: tuple(names.split(", ")) for names, other in _IMPORT.findall(text)}
    return Module(name, takes, tuple(exports[0].split(", ")) if exports else (), body)


def in_order(entries: Iterable[str], read: Callable[[str], str]) -> list[Module]:
    """The modules of these names and all that they need, each behind what it needs.

    `read` gives the text of a module by its name. The same entries in the same order give the same list. Raises
    BrokenModule where modules need each other in a ring, or one takes what the other does not give.
    """
    found: dict[str, Module] = {}
    waiting = list(entries)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = read_module(name, read(name))
            waiting += found[name].takes
    _judge(found)
    order = TopologicalSorter({name: list(found[name].takes) for name in sorted(found)})
    try:
        return [found[name] for name in order.static_order()]
    except CycleError as ring:
        raise BrokenModule(f"modules need each other in a ring: {' → '.join(ring.args[1])}") from ring


def _judge(modules: Mapping[str, Module]) -> None:
    for module in modules.values():
        for other, names in module.takes.items():
            if missing := set(names) - set(modules[other].gives):
                raise BrokenModule(
                    f"{module.name}.js takes {', '.join(sorted(missing))}, and {other}.js gives no such thing"
                )
