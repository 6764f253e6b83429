"""What one run works out and the next need not work out again: bytes by a key, and plain values as bytes.

Where they are kept, and why they can be trusted, is the business of `publication.ledger`. Even so nothing that comes
back is run: only the classes that were named beforehand are made, and what is shared with the rest of a catalogue (an
indicator, a unit) comes back as the object that is there.
"""

import io
import pickle
from collections.abc import Callable, Collection, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Protocol

_PROTOCOL = 5
Shared = Mapping[str, object]
"""Objects that are no part of what is kept, by a name that stands for each."""


class Store(Protocol):
    """Bytes by the key that says what they were made from."""

    def key(self, *parts: bytes | str) -> str:
        """The key of what this very program makes from some parts; each counts by itself."""

    def kept(self, key: str) -> bytes | None:
        """What was kept under a key; None where nothing was."""

    def keep(self, key: str, content: bytes) -> None:
        """Keep bytes under a key."""


def packed(value: object, classes: Collection[type] = (), shared: Shared | None = None) -> bytes:
    """A value of built-in types and of these classes as bytes; what is `shared` is not packed with it but named."""
    names = {id(part): name for name, part in (shared or {}).items()}
    kinds = {kind for kind in classes if is_dataclass(kind)} | {type(part) for part in (shared or {}).values()}

    def reduced(part: object) -> tuple[Callable[..., object], tuple[object, ...]]:
        name = names.get(id(part))
        return _reduced(part) if name is None else (shared_part, (name,))

    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, _PROTOCOL)
    # Asked only of these classes: of the many texts and numbers of a value nothing is asked.
    pickler.dispatch_table = dict.fromkeys(kinds, reduced)
    pickler.dump(value)
    return buffer.getvalue()


def _reduced(part: Any) -> tuple[Callable[..., object], tuple[object, ...]]:
    """A dataclass, and its fields in the order in which it is made of them."""
    kind: Any = type(part)
    return kind, tuple([getattr(part, name) for name in _names(kind)])


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def shared_part(name: str) -> object:
    """Stands in packed values for what is shared; `unpacked` puts in its place what is there."""
    raise LookupError(name)


def unpacked(content: bytes, classes: Collection[type] = (), shared: Shared | None = None) -> Any:
    """The value that was packed, of built-in types and of these classes; raises ValueError for any other."""
    try:
        return _Unpickler(io.BytesIO(content), classes, shared or {}).load()
    except Exception as error:
        # Whatever pickle raises of bytes that are not its own.
        raise ValueError("not packed by us") from error


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, classes: Collection[type], shared: Shared) -> None:
        super().__init__(file)
        self._makers: dict[tuple[str, str], object] = {(kind.__module__, kind.__qualname__): kind for kind in classes}
        self._makers[shared_part.__module__, shared_part.__qualname__] = shared.__getitem__

    def find_class(self, module: str, name: str) -> Any:
        return self._makers[module, name]
