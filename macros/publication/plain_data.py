"""Plain data to a digest: the same values give the same, whichever objects hold them and in whichever process."""

import hashlib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, timezone
from decimal import Decimal
from enum import Enum
from functools import cache
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
        match value:
            case None | bool():
                return b"%r" % value
            case Enum():
                return self._encoded((type(value).__name__, value.name))
            case str():
                return b"s" + _sized(value.encode("utf-8", "surrogateescape"))
            case int():
                return b"i%d;" % value
            case Decimal():
                return b"d" + _sized(str(value).encode())
            case date() | timezone():
                return b"t" + _sized(repr(value).encode())
            case tuple() | list():
                return b"l" + _sized(b"".join(map(self._encoded, value)))
            case frozenset() | set():
                return b"f" + _sized(b"".join(sorted(map(self._encoded, value))))
            case Mapping():
                return b"m" + _sized(b"".join(self._encoded(part) for item in value.items() for part in item))
            case _ if is_dataclass(value) and not isinstance(value, type):
                return b"o" + self._object(value)
            case _:
                raise TypeError(f"{type(value).__name__} is no plain data")

    def _object(self, value: Any) -> bytes:
        known = self._known.get(id(value))
        if known is None:
            kind: type = type(value)
            held = b"".join(self._encoded(getattr(value, name)) for name in _names(kind))
            known = self._known[id(value)] = (value, _digest(kind.__name__.encode() + b":" + held))
        return known[1]


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _sized(content: bytes) -> bytes:
    return b"%d:" % len(content) + content


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()
