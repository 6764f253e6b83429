"""The macros of a page called where they stand: what Jinja makes of the page, without compiling it for one use.

A page that was checked holds text and calls of macros with plain arguments. One that holds anything else, Jinja renders
in its sandbox.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

from jinja2 import StrictUndefined, nodes
from jinja2.sandbox import SandboxedEnvironment

# What an argument is that Jinja has to work out.
_COMPUTED = object()
Macros: TypeAlias = Mapping[str, Callable[..., object]]


class Called(NamedTuple):
    """A macro with the arguments that it is called with."""

    macro: str
    arguments: tuple[Any, ...]
    keywords: Mapping[str, Any]


class CalledMacros:
    """Puts into pages what their macros say. A page may call the macros that it is given, and nothing else."""

    def __init__(self) -> None:
        self._sandbox = SandboxedEnvironment(undefined=StrictUndefined)
        self._sandbox.globals.clear()
        # Most revisions of a report leave its narrative as it was.
        self._pieces = lru_cache(maxsize=64)(self._read)

    def put_in(self, page: str, macros: Macros) -> str:
        """The page with what its macros say; raises whatever Jinja, or a macro, does."""
        pieces = self._pieces(page)
        if pieces is None or any(isinstance(piece, Called) and piece.macro not in macros for piece in pieces):
            return self._sandbox.from_string(page).render(macros)
        return "".join([piece if isinstance(piece, str) else _said(piece, macros) for piece in pieces])

    def _read(self, page: str) -> tuple[str | Called, ...] | None:
        pieces = tuple(_pieces(self._sandbox.parse(page)))
        return None if any(piece is None for piece in pieces) else tuple(filter(None, pieces))


def _said(call: Called, macros: Macros) -> str:
    return str(macros[call.macro](*call.arguments, **call.keywords))


def _pieces(page: nodes.Template) -> Iterator[str | Called | None]:
    """The text and the calls of a page in their order, None for anything else."""
    for node in page.body:
        yield from map(_piece, node.nodes) if isinstance(node, nodes.Output) else (None,)


def _piece(node: nodes.Node) -> str | Called | None:
    if isinstance(node, nodes.TemplateData):
        return node.data
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name) or node.dyn_args or node.dyn_kwargs:
        return None
    arguments = tuple(map(_value, node.args))
    keywords = {keyword.key: _value(keyword.value) for keyword in node.kwargs}
    plain = len(keywords) == len(node.kwargs) and _COMPUTED not in (*arguments, *keywords.values())
    return Called(node.node.name, arguments, keywords) if plain else None


def _value(argument: nodes.Expr) -> Any:
    return argument.value if isinstance(argument, nodes.Const) else _COMPUTED
