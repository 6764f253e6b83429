"""Versions that were read once, kept in the project's cache folder by the id of their content.

What is kept is what `versions` makes of a content, and nothing else: with or without it a build is the same. A cache
that another version of the code wrote, that is damaged or cannot be written is as good as none.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from macros.history import definitions, versions
from macros.history.definitions import Measure
from macros.history.versions import Draft, PastFigure, PastRevision, Reading, Version
from macros.reading import characters, files, lenient, records, syntax

_FILE = Path(".cache") / "history" / "versions.json"
_MADE_BY = (definitions, versions, lenient, records, files, characters, syntax)


@cache
def _maker() -> str:
    """A word for the code that reads versions: what another code has read may be read otherwise by this one."""
    digest = hashlib.sha256()
    for module in _MADE_BY:
        digest.update(Path(module.__file__ or "").read_bytes())
    return digest.hexdigest()


def load_readings(root: Path) -> tuple[dict[str, Reading], dict[str, Mapping[str, Measure]]]:
    """What is kept of reports and of definitions, by the id of the content; equal figures are one object."""
    try:
        kept = json.loads((root / _FILE).read_text("utf-8"))
        if kept["maker"] != _maker():
            return {}, {}
        figures = [_figure(entry) for entry in kept["figures"]]
        forms = [[_text(id) for id in form] for form in kept["forms"]]
        readings = {_text(blob): _reading(entry, figures, forms) for blob, entry in kept["contents"].items()}
        return readings, {blob: _measures(entry) for blob, entry in kept["definitions"].items()}
    except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return {}, {}


def _reading(entry: Any, figures: list[PastFigure], forms: list[list[str]]) -> Reading:
    if entry is None:
        return None
    if len(entry) == 2:
        return Draft(_text(entry[0]), _whole(entry[1]))
    period, revisions, form, numbers = entry
    stated = zip(forms[form], numbers, strict=True)
    return Version(_text(period), tuple(map(_revision, revisions)), {id: figures[n] for id, n in stated})


def _figure(entry: Any) -> PastFigure:
    *texts, persons = entry
    value, status, expected, reason, note, target = (None if text is None else _text(text) for text in texts)
    named = tuple((_text(name), bool(w)) for name, w in persons)
    return PastFigure(value, status, expected, reason, note, target, named)


def _revision(entry: Any) -> PastRevision:
    number, day, reason, document = entry
    return PastRevision(_whole(number), day and _text(day), _text(reason), document and _text(document))


def _measures(entry: Any) -> Mapping[str, Measure]:
    def measure(kind: Any, *parts: Any) -> Measure:
        unit, code_list, printed_unit = (None if part is None else _text(part) for part in parts)
        return Measure(_text(kind), unit, code_list, printed_unit)

    return {_text(id): measure(*parts) for id, parts in entry.items()}


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise TypeError
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def keep_readings(root: Path, readings: Mapping[str, Reading], measures: Mapping[str, Mapping[str, Measure]]) -> None:
    """Keep these readings and no others; does nothing where the folder cannot be written."""
    figures: dict[PastFigure, int] = {}
    forms: dict[tuple[str, ...], int] = {}
    contents: dict[str, Any] = {}
    for blob, reading in sorted(readings.items()):
        if isinstance(reading, Version):
            form = forms.setdefault(tuple(reading.figures), len(forms))
            numbers = [figures.setdefault(figure, len(figures)) for figure in reading.figures.values()]
            contents[blob] = [reading.period, reading.revisions, form, numbers]
        else:
            contents[blob] = reading
    kept = {
        "maker": _maker(),
        "figures": list(figures),
        "forms": list(forms),
        "contents": contents,
        "definitions": measures,
    }
    path = root / _FILE
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        # A lone surrogate cannot come out of UTF-8, and ASCII is read fastest.
        beside.write_text(json.dumps(kept, separators=(",", ":")), "ascii")
        beside.replace(path)
    with suppress(OSError):
        beside.unlink(missing_ok=True)
