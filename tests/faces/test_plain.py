"""A face is plain data through and through: what may be published is what may be hashed, sent and compared."""

import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

import macros.faces
from macros.faces.linked_text import Part

PLAIN = (str, bool, int, Decimal, date, datetime, type(None))


def faces() -> Iterator[type]:
    """The faces of the room, each where it is written: every class whose name says that it is one."""
    for module in iter_modules(macros.faces.__path__):
        found = import_module(f"{macros.faces.__name__}.{module.name}")
        yield from (
            value
            for name, value in vars(found).items()
            if isinstance(value, type) and name.endswith("Face") and value.__module__ == found.__name__
        )


FACES = list(faces())


def unplain(kind: Any, met: frozenset[Any] = frozenset()) -> list[str]:
    """What in a type is no plain data, by name."""
    if kind is Ellipsis or kind in met:
        return []
    if get_origin(kind) in (Union, types.UnionType, tuple, frozenset):
        return [name for part in get_args(kind) for name in unplain(part, met)]
    if not isinstance(kind, type):
        return [str(kind)]
    if kind in PLAIN or issubclass(kind, Enum):
        return []
    if not is_dataclass(kind) or not kind.__dataclass_params__.frozen or not hasattr(kind, "__slots__"):
        return [kind.__name__]
    hints = get_type_hints(kind)
    held = [unplain(hints[field.name], met | {kind}) for field in fields(kind)]
    # A class of the record is no face, however plain it is: it has more than the page shows.
    outside = [] if kind.__module__.startswith(f"{macros.faces.__name__}.") else [kind.__name__]
    return outside + [name for names in held for name in names]


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.__name__)
def test_a_face_holds_nothing_but_plain_data(face: type) -> None:
    assert unplain(face) == []


def test_there_are_faces_to_judge() -> None:
    assert FACES


def test_what_is_no_plain_data_is_found() -> None:
    assert unplain(Part) == []
    assert unplain(tuple[dict[str, str], ...]) == ["dict[str, str]"]
    assert unplain(tuple[bytes | str | object, ...]) == ["bytes", "object"]
