"""What one run works out and the next need not work out again: bytes by a key, and plain values as bytes.

Where they are kept, and why they can be trusted, is the business of `publication.ledger`. Even so nothing that comes
back is run: only the classes that were named beforehand are made, and what is shared with the rest of a catalogue (an
indicator, a unit) comes back as the object that is there.
"""

import io
import pickle
from collections.abc import Callable, Collection, Mapping
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


def packed(value: object, shared: Mapping[int, str] | None = None) -> bytes:
    """A value as bytes; `shared` are the names of objects that are not packed with it, by their identity."""
    buffer = io.BytesIO()
    _Pickler(buffer, shared or {}).dump(value)
    return buffer.getvalue()


def unpacked(content: bytes, classes: Collection[type], shared: Shared | None = None) -> Any:
    """The value that was packed, of built-in types and of these classes; raises ValueError for any other."""
    try:
        return _Unpickler(io.BytesIO(content), classes, shared or {}).load()
    except Exception as error:
        # Whatever pickle raises of bytes that are not its own.
        raise ValueError("not packed by us") from error


class _Pickler(pickle.Pickler):
    def __init__(self, file: io.BytesIO, shared: Mapping[int, str]) -> None:
        super().__init__(file, _PROTOCOL)
        if shared:
            self.persistent_id: Callable[[object], str | None] = lambda value: shared.get(id(value))


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, classes: Collection[type], shared: Shared) -> None:
        super().__init__(file)
        self._classes = {(kind.__module__, kind.__qualname__): kind for kind in classes}
        self.persistent_load: Callable[[str], object] = shared.__getitem__

    def find_class(self, module: str, name: str) -> Any:
        return self._classes[module, name]
