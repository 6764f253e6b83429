"""Plain data to a digest: the same values give the same, whichever objects hold them and in whichever process."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, timezone
from decimal import Decimal
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any


class Digests:
    """Digests of frozen objects; one that is met again is not gone through again."""

    def __init__(self) -> None:
        # The objects are held, so that no other takes the place of one in memory.
        self._known: dict[int, tuple[Any, bytes]] = {}

    def of(self, value: Any) -> bytes:
        """The digest of a value; raises TypeError for what is no plain data."""
        return _digest(self._encoded(value))

    def _encoded(self, value: Any) -> bytes:
        return _encoding(type(value))(self, value)

    def listed(self, mark: bytes, values: Iterable[Any]) -> bytes:
        """Values in their order."""
        return _sized(mark, b"".join([_encoding(type(value))(self, value) for value in values]))

    def object(self, value: Any) -> bytes:
        """A dataclass, by the digest of its fields."""
        known = self._known.get(id(value))
        if known is None:
            kind: type = type(value)
            held = b"".join([_encoding(type(part))(self, part) for part in _parts(kind)(value)])
            known = self._known[id(value)] = (value, _digest(kind.__name__.encode() + b":" + held))
        return b"o" + known[1]


Encoding = Callable[[Digests, Any], bytes]


class _Encodings(dict[type, Encoding]):
    """How values of each kind that was met are told: there are few kinds, and very many values."""

    def __missing__(self, kind: type) -> Encoding:
        found = self[kind] = _encoding_of(kind)
        return found


_encoding = _Encodings().__getitem__


def _encoding_of(kind: type) -> Encoding:
    """How values of a kind are told; of one that is several, by the first that is listed."""
    for known, encoding in _ENCODINGS:
        if issubclass(kind, known):
            return encoding
    if is_dataclass(kind):
        return Digests.object
    return _refused


def _refused(_: Digests, value: Any) -> bytes:
    raise TypeError(f"{type(value).__name__} is no plain data")


_ENCODINGS: tuple[tuple[type | tuple[type, ...], Encoding], ...] = (
    ((type(None), bool), lambda _, value: b"%r" % value),
    (type, _refused),
    (Enum, lambda digests, value: digests.listed(b"l", (type(value).__name__, value.name))),
    (str, lambda _, value: _sized(b"s", value.encode("utf-8", "surrogateescape"))),
    (int, lambda _, value: b"i%d;" % value),
    (Decimal, lambda _, value: _sized(b"d", str(value).encode())),
    ((date, timezone), lambda _, value: _sized(b"t", repr(value).encode())),
    ((tuple, list), lambda digests, value: digests.listed(b"l", value)),
    ((frozenset, set), lambda digests, value: _sized(b"f", b"".join(sorted(map(digests._encoded, value))))),
    (Mapping, lambda digests, value: digests.listed(b"m", [part for item in value.items() for part in item])),
)


@cache
def _parts(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    """Takes the values of its fields from a dataclass."""
    names = [field.name for field in fields(kind)]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _sized(mark: bytes, content: bytes) -> bytes:
    return b"%b%d:%b" % (mark, len(content), content)


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()
