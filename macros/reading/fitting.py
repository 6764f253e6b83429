"""A record fitted into the shape of its file, and every misfit said so that whoever typed it can mend it."""

import re
from contextlib import suppress
from itertools import islice
from typing import Any, TypeVar, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from macros.problems.problem import Problem, nearest, shorten
from macros.reading.scalars import explained, meaning
from macros.reading.shapes import Shape
from macros.reading.sources import Files
from macros.reading.yaml_records import MOST_PROBLEMS, Record, Spot, parse_record, read_record, subject
from macros.vietnamese import fold

# Parts of a list or a mapping that a message quotes; it is cut after sixty letters in any case.
_SHOWN = 8
FileShape = TypeVar("FileShape", bound=Shape)


def shaped_file(files: Files, name: str, shape: type[FileShape]) -> tuple[FileShape | None, list[Problem]]:
    """A data file in its shape, or None and everything that is wrong with it."""
    return shaped(read_record(files, name), shape)


def shaped_text(name: str, text: str, shape: type[FileShape]) -> tuple[FileShape | None, list[Problem]]:
    """The same of the text of a file that goes by a name."""
    return shaped(parse_record(name, text), shape)


def shaped(record: Record, shape: type[FileShape]) -> tuple[FileShape | None, list[Problem]]:
    """The record in its shape, or None and every way in which its text and its values are wrong."""
    # Of a file that YAML cannot read there is nothing to fit, and one of nothing but mistakes has told enough.
    hopeless = record.problems and (record.value is None or len(record.problems) >= MOST_PROBLEMS)
    fitted, misfits = (None, []) if hopeless else _fitted(record, shape)
    told = {problem.place.line for problem in record.problems}
    problems = [*record.problems, *(problem for problem in misfits if problem.place.line not in told)]
    return (None if problems else fitted), problems


def _fitted(record: Record, shape: type[FileShape]) -> tuple[FileShape | None, list[Problem]]:
    try:
        return shape.model_validate(record.value), []
    except ValidationError as error:
        errors = error.errors()[:MOST_PROBLEMS]
        # A misspelt key is not also missing.
        meant = {_nearest_key(shape, tuple(e["loc"])) for e in errors if e["type"] == "extra_forbidden"}
        told = [e for e in errors if e["type"] != "missing" or tuple(e["loc"]) not in meant]
        return None, [_problem(record, shape, details) for details in told]


def fitting_parts(record: Record, key: str, shape: type[FileShape]) -> dict[int, FileShape]:
    """Of a list in a record, the parts that fit their shape, by their position; the record may be wrong elsewhere."""
    listed = record.value.get(key) if isinstance(record.value, dict) else None
    fitting = {}
    for n, value in enumerate(listed if isinstance(listed, list) else ()):
        with suppress(ValidationError):
            fitting[n] = shape.model_validate(value)
    return fitting


def _problem(record: Record, shape: type[Shape], error: ErrorDetails) -> Problem:
    spot: Spot = tuple(error["loc"])
    code, found, allowed, remedy = _wording(shape, spot, error)
    place = record.key_place(spot) if code == "E201" else record.place(spot)
    return Problem(place, code, found, allowed, remedy, subject(record.value, spot))


def _wording(shape: type[Shape], spot: Spot, error: ErrorDetails) -> tuple[str, str, str, str]:
    """Code, finding, what is allowed and remedy of one pydantic error."""
    key = str(spot[-1]) if spot else ""
    typed = error["input"]
    context = error.get("ctx", {})
    match error["type"]:
        case "congkhai":
            return "E203", f"khóa “{_key(spot)}”: {context['found']}", context["allowed"], context["remedy"]
        case "extra_forbidden":
            *_, near = _nearest_key(shape, spot)
            remedy = f"có phải là “{near}”? Sửa lại tên khóa" if near else "xóa dòng này hoặc sửa lại tên khóa"
            keys = ", ".join(_keys(shape, spot[:-1]))
            return "E201", f"không có khóa “{shorten(key)}” ở đây", f"các khóa: {keys}", remedy
        case "missing":
            return "E202", f"thiếu khóa “{key}”", f"khóa “{key}” là bắt buộc", f"thêm dòng “{key}: …”"
        case "enum" if isinstance(typed, str):
            return _enum_wording(key, typed, str(context["expected"]))
        case "too_short":
            count = context["min_length"]
            found = (
                f"danh sách “{_key(spot)}” có {len(typed)} mục"
                if typed
                else f"danh sách “{_key(spot)}” không có mục nào"
            )
            return "E203", found, f"ít nhất {count} mục", "thêm mục vào danh sách"
        case "string_pattern_mismatch" if key == "sha256":
            lower = str(typed).lower()
            remedy = f"viết {lower}" if re.fullmatch("[0-9a-f]{64}", lower) else "chép lại mã SHA-256 của tệp nguồn"
            found = f"khóa “sha256” có giá trị “{shorten(str(typed))}”"
            return "E203", found, "64 ký tự, chỉ gồm 0–9 và a–f (chữ thường)", remedy
        case "string_pattern_mismatch":
            found = f"khóa “{key}” có giá trị “{shorten(str(typed))}”"
            return "E203", found, "chữ cái không dấu hoặc chữ số, viết liền", "viết lại giá trị"
        case kind:
            return "E203", *_type_wording(shape, spot, kind, typed)


def _enum_wording(key: str, typed: str, expected: str) -> tuple[str, str, str, str]:
    """The wording for a word that is not one of the fixed ones, which may be typed in Vietnamese."""
    words = [word for word in re.findall(r"'([^']*)'", expected) if (key, word) != ("status", "heading")]
    allowed = ", ".join(map(explained, words))
    meant = _meant(typed, words)
    remedy = f"viết {meant}" if meant else "chọn một trong các giá trị trên"
    return "E204", f"khóa “{key}” có giá trị “{shorten(typed)}”", allowed, remedy


def _meant(typed: str, words: list[str]) -> str:
    """The fixed word that a Vietnamese phrase or a misspelling stands for, or ""."""
    meanings = {word: fold(meaning(word)) for word in words}
    same = [word for word in words if meanings[word] == fold(typed)]
    part = [word for word in words if fold(typed) in meanings[word]]
    return (same or part)[0] if same or len(part) == 1 else nearest(typed, words)


def _type_wording(shape: type[Shape], spot: Spot, kind: str, typed: Any) -> tuple[str, str, str]:
    """Finding, what is allowed and remedy when a value is not there, or of the wrong build."""
    if not spot:
        first = next(iter(shape.keys()))
        return "tệp trống, hoặc thiếu dòng đầu", f"tệp bắt đầu bằng “{first}:”", f"thêm dòng “{first}:” ở đầu tệp"
    key = _key(spot)
    found = f"khóa “{key}” để trống" if typed is None else f"khóa “{key}” có giá trị “{_shown(typed)}”, sai dạng"
    if kind == "list_type":
        return found, "một danh sách", "viết mỗi mục một dòng, đầu dòng có “- ”"
    if kind in ("model_type", "dict_type"):
        keys = f": {', '.join(_keys(shape, spot))}" if kind == "model_type" else ""
        return found, f"các dòng “khóa: giá trị”{keys}", "xuống dòng, viết mỗi khóa một dòng, thụt vào hai dấu cách"
    remedy = (
        "điền giá trị sau dấu hai chấm" if typed is None else "viết trên cùng dòng với khóa, không có “- ” và ngoặc"
    )
    return found, "một giá trị", remedy


def _shown(value: Any) -> str:
    """The value as it may have been typed, on one line and short."""
    return shorten(_flow(value, levels=2))


def _flow(value: Any, levels: int) -> str:
    match value:
        case dict() | list() if not levels:
            return "…"
        case dict():
            inner = [f"{key}: {_flow(part, levels - 1)}" for key, part in islice(value.items(), _SHOWN)]
            return f"{{{', '.join(inner)}}}"
        case list():
            return f"[{', '.join(_flow(part, levels - 1) for part in value[:_SHOWN])}]"
        case _:
            return shorten("" if value is None else str(value))


def _nearest_key(shape: type[Shape], spot: Spot) -> Spot:
    """The spot of the key that an unknown key at the spot is most like; its last step is "" when none is near."""
    return (*spot[:-1], nearest(str(spot[-1]), _keys(shape, spot[:-1])))


def _key(spot: Spot) -> str:
    """The last named step of a spot: list positions mean nothing to the person who typed."""
    return next((step for step in reversed(spot) if isinstance(step, str) and step != "[key]"), "")


def _keys(shape: type[Shape], spot: Spot) -> list[str]:
    """The keys allowed at a spot below a shape."""
    annotation: Any = shape
    for step in spot:
        annotation = _below(annotation, step)
    return list(_bare(annotation).keys())


def _below(annotation: Any, step: str | int) -> Any:
    """The type of what stands one step below a type."""
    bare = _bare(annotation)
    if get_origin(bare) in (list, dict):
        return get_args(bare)[-1]
    return bare.keys()[step]


def _bare(annotation: Any) -> Any:
    """The type inside `Annotated[X, …]` or `X | None`."""
    while get_origin(annotation) not in (None, list, dict):
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    return annotation
