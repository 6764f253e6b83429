"""The one canonical form of a data file, so that a review shows changed facts and nothing else.

Keys stand in the order of the shape and figures in the order of the form, blocks under one empty line, a text on one
line. No comment and no value is lost; a file for which that cannot be had is refused.

The text is laid out here and not by ruamel.yaml: its round trip ties a comment to what stands before it, so that a key
that moves leaves its comment behind.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_origin

from macros.editing.yaml_writer import branch_lines, scalar
from macros.kinds import HEADING, Kind
from macros.problems.problem import Place, Problem, Problems
from macros.reading import shapes
from macros.reading.characters import page_problems
from macros.reading.commented import Branch, Entry, commented, comments, plain
from macros.reading.cut_values import PROSE, may_be_followed
from macros.reading.fitting import shaped, shaped_file
from macros.reading.fixes import mended, mended_kinds, mended_yaml
from macros.reading.narrative import page_names
from macros.reading.scalars import Id
from macros.reading.shapes import DATA_FILES, DataFile, Shape
from macros.reading.sources import Folder
from macros.reading.yaml_records import HARMLESS, Record, parse_record
from macros.record import Period
from macros.schemas import is_schema_line, schema_line

Form = Mapping[str, Kind]
# Mended by a person: what a # cut off, and what an old font wrote.
UNMENDED = frozenset({"E108", "E110"})


def data_files(root: Path) -> dict[Path, DataFile]:
    """Every data file of the project under `root`, with its kind."""
    return {path: kind for kind in DATA_FILES for path in sorted((root / "data").glob(kind.pattern))}


def formattable(root: Path) -> dict[Path, DataFile | None]:
    """Every data file of the project under `root` with its kind, and every page, which has none."""
    return {**data_files(root), **dict.fromkeys(root / name for name in page_names(Folder(root)))}


def format_files(
    root: Path, files: Mapping[Path, DataFile | None], write: bool = True
) -> tuple[dict[Path, str], list[Problem]]:
    """Put files into their canonical form: those that were not in it, and why others were left alone.

    Each changed path comes with what was mended in its letters, in words, "" for nothing. Of a page, which has no kind,
    only letters are mended. Nothing is written unless `write`.
    """
    form = read_form(root)
    changed: dict[Path, str] = {}
    problems: list[Problem] = []
    for path, kind in files.items():
        name = path.relative_to(root).as_posix()
        try:
            text, told = _mended_data(root, name, kind, form) if kind else _mended_page(root, name)
        except Problems as refusal:
            problems += refusal.problems
            continue
        if path.read_bytes() != text.encode():
            changed[path] = mended_kinds(told)
            if write:
                path.write_text(text, encoding="utf-8", newline="\n")
    return changed, problems


def _mended_data(root: Path, name: str, kind: DataFile, form: Form) -> tuple[str, Counter[str]]:
    """The canonical text of a data file, and how much of its letters was mended; raises Problems."""
    text, told = mended_yaml(_text(root, name))
    return formatted(parse_record(name, text), kind, form), told


def _mended_page(root: Path, name: str) -> tuple[str, Counter[str]]:
    """The text of a page with its letters mended, line breaks and all else as they are; raises Problems."""
    text = _text(root, name)
    # A soft hyphen is a letter to an old font: the text is converted first, or the letter would be lost.
    if refused := [p for p in page_problems(name, text.split("\n")) if p.code == "E110"]:
        raise Problems(refused)
    # Folder takes off a byte-order mark, which is none of our business here.
    mark = "\ufeff" if (root / name).read_bytes().startswith(b"\xef\xbb\xbf") else ""
    text, told = mended(text)
    return mark + text, told


def _text(root: Path, name: str) -> str:
    text = Folder(root).text(name)
    if isinstance(text, Problem):
        raise Problems([text])
    return text


def read_form(root: Path) -> Form:
    """The kind of every row of the form, in its order, as far as the definitions can be read."""
    folder = Folder(root)
    names = (name for name in folder.names("data/indicators") if name.count("/") == 2 and name.endswith(".yaml"))
    files = [shape for name in names if (shape := shaped_file(folder, name, shapes.IndicatorsFile)[0])]
    form: dict[str, Kind] = {}
    for file in sorted(files, key=lambda file: file.section.order):
        form[file.section.id] = HEADING
        form |= {indicator.id: indicator.kind for indicator in file.indicators}
    return form


def formatted(record: Record, kind: DataFile, form: Form, amend: Callable[[Branch], None] | None = None) -> str:
    """The text of the file in its canonical form; raises Problems for a file whose syntax is broken.

    `amend` may add to the tree of the file, though no comment.
    """
    broken = [problem for problem in record.problems if problem.code not in HARMLESS - UNMENDED]
    if not broken and not (isinstance(record.value, dict) and record.value):
        broken = shaped(record, kind.shape)[1]
    if broken:
        raise Problems(broken)
    tree = commented(record.text)
    assert isinstance(tree, Branch), "a mapping is a branch"
    understood = plain(tree) == record.value
    if amend is not None:
        amend(tree)
    text = canonical_text(tree, kind, form)
    kept = parse_record(record.path, text).value == plain(tree) and _comments(text) == _comments(record.text)
    if not understood or not kept:
        found = "không thể sắp xếp tệp này mà giữ nguyên mọi chữ và mọi chú thích"
        remedy = "viết mỗi khóa một dòng, tên khóa ngắn, không có dấu ? ở đầu dòng"
        raise Problems([Problem(Place(record.path), "E101", found, "mỗi dòng một “khóa: giá trị”", remedy)])
    return text


def canonical_text(tree: Branch, kind: DataFile, form: Form) -> str:
    """The canonical text of a data file with the content of the tree, which is arranged on the way."""
    _Arrangement(form).arrange(tree, kind.shape)
    return mended("\n".join([schema_line(kind), *branch_lines(tree), ""]), indent=True)[0]


def _comments(text: str) -> Counter[str]:
    """The comments of a text, apart from the one that names its schema."""
    return Counter(_composed(comment) for comment in comments(text) if not is_schema_line(comment))


def _composed(text: str) -> str:
    """The text with its letters mended; a line break at its end is an accident of YAML's block forms."""
    return mended(text, indent=True)[0].rstrip("\n")


class _Arrangement:
    """Puts a tree into canonical order and its scalars into canonical form."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._position = {id: n for n, id in enumerate(form)}

    def arrange(self, tree: Branch, shape: type[Shape]) -> None:
        """Arrange a whole file. Comments at its top stay there, whichever key comes first."""
        first = tree.entries[0]
        first.before = [line for line in first.before if not is_schema_line(line)]
        self._mapping(tree, shape)
        if tree.entries[0] is not first and "" in first.before:
            # What an empty line parts from the key speaks of the file.
            end = len(first.before) - first.before[::-1].index("")
            tree.entries[0].before[:0] = first.before[:end]
            del first.before[:end]
        for entry in tree.entries:
            if entry.key == "observations" and isinstance(entry.value, Branch):
                self._in_order_of_the_form(entry.value)

    def _mapping(self, branch: Branch, shape: type[Shape]) -> None:
        keys = shape.keys()
        order = list(keys)
        branch.entries.sort(key=lambda entry: order.index(entry.key) if entry.key in order else len(order))
        for entry in branch.entries:
            self._entry(entry, keys.get(entry.key or ""))
        if shape is shapes.ObservationShape:
            self._observation(branch)

    def _entry(self, entry: Entry, annotation: Any, above: str = "") -> None:
        """Arrange an entry; of a list, `above` is the key that says what is in it."""
        entry.key = entry.key and _composed(entry.key)
        node = entry.value
        if isinstance(node, str):
            entry.value = _composed(node)
            entry.typed = annotation is None or _is_typed(annotation)
        if entry.beside and not isinstance(node, Branch) and not _may_be_followed(entry, entry.key or above):
            # Behind such a value a comment might be taken for a part of it.
            entry.before.append(entry.beside)
            entry.beside = ""
        if isinstance(node, Branch):
            below, inner = _shape(annotation), _inner(annotation)
            node.flow = not node.keyed and inner == Id
            if node.keyed and below and get_origin(annotation) is not dict:
                self._mapping(node, below)
            else:
                for part in node.entries:
                    self._entry(part, inner, entry.key or above)
            _hoist(entry)

    def _observation(self, block: Branch) -> None:
        kind = self._form.get(_indicator(block))
        for entry in block.entries:
            if entry.key in ("value", "target") and isinstance(entry.value, str):
                entry.value = kind.canonical(entry.value) if kind else entry.value
                entry.typed = kind is None or kind.is_typed_bare

    def _in_order_of_the_form(self, blocks: Branch) -> None:
        """A block that the form does not know stays behind the one before it."""
        position = -1
        positions: dict[int, int] = {}
        for entry in blocks.entries:
            indicator = _indicator(entry.value) if isinstance(entry.value, Branch) else ""
            position = self._position.get(indicator, position)
            positions[id(entry)] = position
        blocks.entries.sort(key=lambda entry: positions[id(entry)])


def _may_be_followed(entry: Entry, key: str) -> bool:
    return isinstance(entry.value, str) and may_be_followed(scalar(entry.value, entry.typed), key in PROSE)


def _hoist(entry: Entry) -> None:
    """A comment above the first line of a list item stands above its dash."""
    if entry.key is None and isinstance(entry.value, Branch) and entry.value.entries:
        first = entry.value.entries[0]
        entry.before += first.before
        first.before = []


def _indicator(block: Branch) -> str:
    return next(
        (entry.value for entry in block.entries if entry.key == "indicator" and isinstance(entry.value, str)), ""
    )


def _is_typed(annotation: Any) -> bool:
    """Whether a value of this type may look like a number, a date or a word of YAML without being quoted."""
    return any(issubclass(part, int | date | Period | Enum | Kind) for part in _types(annotation))


def _shape(annotation: Any) -> type[Shape] | None:
    return next((part for part in _types(annotation) if issubclass(part, Shape)), None)


def _types(annotation: Any) -> Iterator[type]:
    """The types that an annotation is made of."""
    if isinstance(annotation, type):
        yield annotation
    for part in get_args(annotation):
        yield from _types(part)


def _inner(annotation: Any) -> Any:
    """The type of what a list or a mapping holds; None when it holds nothing known."""
    for part in (annotation, *get_args(annotation)):
        if get_origin(part) in (list, dict):
            return get_args(part)[-1]
    return None
