"""A file of the past into the shape of today, as far as it can be read without guessing.

A state that was public stays readable, whatever the laws of today say of it: letters are mended as by `congkhai fmt`,
a key that no shape knows is passed over, a text that a shape has come to refuse stays that text. What is missing stays
missing. Nothing here is ever held against the project as it stands now.
"""

from contextlib import suppress
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from macros.reading.fixes import mended as put_right
from macros.reading.shapes import IndicatorShape, ObservationShape, PersonShape, RevisionShape, Shape
from macros.reading.yaml_records import HARMLESS, Record, Value
from macros.vietnamese import is_invisible

# A key written twice: the first counts, as in every reading of ours.
READABLE = HARMLESS | {"E103"}
# Lists whose entries are the record itself: one that cannot be read leaves the whole file unread.
_WHOLE = (IndicatorShape, ObservationShape, RevisionShape)
# Addresses and languages act on a page: one that is refused is none, not words.
_ACTING = frozenset({"link", "url", "language"})
_NOTHING = object()
FileShape = TypeVar("FileShape", bound=Shape)


def mended_text(text: str) -> str:
    """The text in precomposed letters, spaces for tabs and hard spaces, without what no reader can see."""
    if text.isascii() and text.isprintable():
        return text
    plain = put_right(text.replace("\t", " "))[0]
    return "".join(letter for letter in plain if not is_invisible(letter))


def mended(value: Value) -> Value:
    """A plain value with all its texts mended, keys too."""
    match value:
        case str():
            return mended_text(value)
        case list():
            return [mended(part) for part in value]
        case dict():
            return {mended_text(key): mended(part) for key, part in value.items()}
        case _:
            return value


def leniently_shaped(record: Record, shape: type[FileShape]) -> FileShape | None:
    """The record in the shape of its file, None where it cannot be read."""
    if any(problem.code not in READABLE for problem in record.problems):
        return None
    # Where no text was told of there is none to mend.
    value = mended(record.value) if record.problems else record.value
    try:
        return shape.model_validate(value)
    except ValidationError:
        found = _built(shape, value, listed=False)
        return None if found is _NOTHING else cast(FileShape, found)


def _built(shape: type[Shape], value: Any, listed: bool) -> Any:
    """The mapping in a shape, or _NOTHING; in a list an entry must have all that its shape demands."""
    if not isinstance(value, dict):
        return _withheld(None) if shape is PersonShape else _NOTHING
    if shape is PersonShape:
        return _withheld(value)
    parts: dict[str, Any] = {}
    read: set[str] = set()
    for name, field in shape.model_fields.items():
        part = _part(_annotation(field), value[name], name not in _ACTING) if name in value else _NOTHING
        if part is not _NOTHING:
            read.add(name)
        elif isinstance(value.get(name), list) and _is_whole(field):
            return _NOTHING
        else:
            part = _missing(field, listed)
        if part is _NOTHING:
            return _NOTHING
        parts[name] = part
    return shape.model_construct(read, **parts)


def _is_whole(field: FieldInfo) -> bool:
    """Whether a field is a list of which no entry may be left out."""
    kind = _bare(field.annotation)
    return get_origin(kind) is list and _bare(get_args(kind)[0]) in _WHOLE


def _withheld(value: dict[str, Any] | None) -> PersonShape:
    """A person as far as one can be read: one whose name, or whose being withheld, cannot be is not named."""
    name, withheld = (value or {}).get("name"), (value or {}).get("withheld")
    if not isinstance(name, str) or withheld not in (None, "true", "false"):
        return PersonShape.model_construct(name="", withheld=True)
    return PersonShape.model_construct(name=name, withheld=withheld == "true")


def _annotation(field: FieldInfo) -> Any:
    """The type of a field with all that is demanded of it."""
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


def _missing(field: FieldInfo, listed: bool) -> Any:
    """What stands for a value that is not there or cannot be read; _NOTHING where nothing can."""
    if not field.is_required():
        return field.get_default(call_default_factory=True)
    kind = _bare(field.annotation)
    if get_origin(kind) is list:
        return []
    if listed:
        return _NOTHING
    if isinstance(kind, type) and issubclass(kind, Shape):
        return _built(kind, {}, listed=False)
    return "" if kind is str else _NOTHING


def _part(wanted: Any, value: Any, as_text: bool = True) -> Any:
    """A value as its type wants it, as the text that it is where that is refused, or _NOTHING."""
    kind = _bare(wanted)
    if value is None:
        return _NOTHING
    if isinstance(kind, type) and issubclass(kind, Shape):
        return _built(kind, value, listed=False)
    if get_origin(kind) is list:
        return _list(get_args(kind)[0], value)
    if get_origin(kind) is dict:
        return _mapping(get_args(kind)[1], value)
    try:
        return _adapter(wanted).validate_python(value)
    except ValidationError:
        return value if as_text and kind is str and isinstance(value, str) else _NOTHING


def _mapping(wanted: Any, value: Any) -> Any:
    """The entries of a mapping that fit; relations, which say something of figures and are none."""
    found = {}
    for key, part in value.items() if isinstance(value, dict) else ():
        with suppress(ValidationError):
            found[key] = _adapter(wanted).validate_python(part)
    return found


def _list(wanted: Any, value: Any) -> Any:
    if not isinstance(value, list):
        return _NOTHING
    kind = _bare(wanted)
    is_shape = isinstance(kind, type) and issubclass(kind, Shape)
    entries = [_built(kind, part, listed=True) if is_shape else _part(wanted, part) for part in value]
    if kind in _WHOLE and any(entry is _NOTHING for entry in entries):
        return _NOTHING
    return [entry for entry in entries if entry is not _NOTHING]


def _bare(wanted: Any) -> Any:
    """The type without its demands and without `None`: `str` for a text that may be missing."""
    while get_origin(wanted) in (Annotated, UnionType, Union):
        wanted = next(part for part in get_args(wanted) if part is not NoneType)
    return wanted


@cache
def _adapter(wanted: Any) -> TypeAdapter[Any]:
    return TypeAdapter(wanted)
