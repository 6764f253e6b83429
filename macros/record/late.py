"""Records of which some fields are brought in only when one of them is asked for."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Self


class Late:
    """A frozen dataclass that may be made without some of its fields, and does not show it."""

    @classmethod
    def late(cls, known: Mapping[str, Any], load: Callable[[], Mapping[str, Any]]) -> Self:
        """A record with the fields that are known; `load` gives all others, and is asked once."""
        made = object.__new__(cls)
        made.__dict__.update(known)
        made.__dict__["_load"] = load
        return made

    # A checker of types would take any name for a field.
    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            held = self.__dict__
            if "_load" not in held or name.startswith("_"):
                raise AttributeError(name)
            held.update(held.pop("_load")())
            return getattr(self, name)
