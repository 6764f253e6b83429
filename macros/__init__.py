"""What an author may call on a page: the seam that mkdocs-macros calls."""

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable


class MacrosEnvironment(Protocol):
    """The part of mkdocs-macros' environment that this module uses."""

    conf: Any

    def macro(self, function: "Callable[..., str]", name: str) -> object: ...


def define_env(env: MacrosEnvironment) -> None:
    """Register every author macro; called by mkdocs-macros, after `CongKhaiPlugin` has read the project."""
    from macros.reading.author_macros import macro_signatures

    author = env.conf.plugins["congkhai"].author
    for name in macro_signatures():
        env.macro(getattr(author, name), name)
