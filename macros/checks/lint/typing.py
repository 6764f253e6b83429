"""Pages on which Markdown makes something else of the lines than was meant, and Markdown where none is read."""

import re
from collections.abc import Iterator
from itertools import groupby

from macros.checks.index import Known
from macros.problems.problem import Place, Problem, shorten
from macros.reading.cut_values import PROSE
from macros.reading.narrative import NarrativePage
from macros.reading.project import Project
from macros.reading.yaml_records import Record, Spot, Value, subject

# No list whose marks are followed by tabs, and no table that has its bars.
_ROW = re.compile(r"(?!\s*(?:[-+*–•]|\d+[.)])\t)[ ]{0,3}[^\s|](?:[^|\t]*[^|\s])?[ ]*\t[^|]*[^|\s]")
_WORDS = re.compile(r"[^\W_]+")
_MARK = re.compile(r"[-–•+*]|\d{1,2}[.)]")
# What nobody types but to have it bold, called, linked or set as code.
_MARKDOWN = re.compile(
    r"\*\*[^*\s][^*]*\*\*|__[^_\s][^_]*__|\{\{.*?\}\}|\[[^\]]+\]\((?:https?://|[\w./-]+\.md)[^)]*\)|`[^`]+`"
)


def warnings(project: Project, known: Known) -> Iterator[Problem]:
    for page in project.pages:
        lines = page.written_lines()
        yield from _tables(page, lines)
        if outline := project.choice.outlines.get(page.source):
            for text in outline.indented:
                yield _indented(page, lines, text)
            for text in outline.run_on:
                yield _run_on(page, lines, text)
    for record in _records(project):
        yield from _markdown(record)


def _tables(page: NarrativePage, lines: list[str]) -> Iterator[Problem]:
    """Rows of a table that was pasted stand on one line of the page: Markdown takes a tab for a space."""
    for is_row, group in groupby(enumerate(lines, 1), key=lambda line: _ROW.match(line[1]) is not None):
        rows = list(group)
        if is_row and len(rows) > 1:
            n, line = rows[0]
            yield Problem(
                Place(page.path, n, line.index("\t") + 1),
                "W514",
                f"bảng dán vào ({len(rows)} dòng, các ô cách nhau bằng phím Tab) sẽ in thành một đoạn chữ",
                "bảng có dấu | giữa các ô",
                "viết | Ô 1 | Ô 2 |, dưới dòng đầu thêm |---|---|; trước và sau bảng để một dòng trống",
            )


def _indented(page: NarrativePage, lines: list[str], text: str) -> Problem:
    """Four spaces before a line make code of it, letters of one width in a frame."""
    found = [n for n, line in enumerate(lines, 1) if line[:1] in (" ", "\t") and line.strip() == text.strip()]
    line = lines[found[0] - 1] if found else ""
    return Problem(
        Place(page.path, found[0], len(line) - len(line.lstrip()) + 1) if found else Place(page.path),
        "W515",
        f"dòng “{shorten(text)}” thụt vào từ bốn dấu cách nên in thành khung mã máy",
        "đoạn văn bắt đầu sát lề trái",
        "xóa dấu cách hoặc phím Tab ở đầu dòng; thật sự là mã thì đặt giữa hai dòng ```",
    )


def _run_on(page: NarrativePage, lines: list[str], text: str) -> Problem:
    """A list begins below an empty line, each item behind a hyphen and a space."""
    n = _line_of(lines, text)
    return Problem(
        Place(page.path, n, len(lines[n - 1]) - len(lines[n - 1].lstrip()) + 1) if n else Place(page.path),
        "W516",
        f"danh sách từ “{shorten(text)}” in liền thành một đoạn với chữ trước nó",
        "danh sách có một dòng trống ở trước, mỗi mục bắt đầu bằng “- ” hoặc “1. ”",
        "thêm một dòng trống trước mục đầu; mỗi mục bắt đầu bằng dấu - trên bàn phím và một dấu cách",
    )


def _line_of(lines: list[str], text: str) -> int:
    """The number of the line that begins an item, by its first words as far as they are typed; 0 where none does."""
    mark, words = _MARK.match(text), _WORDS.findall(text)[:3]
    begun = [n for n, line in enumerate(lines, 1) if mark and line.strip().startswith(mark[0])]
    same = [n for n in begun if _WORDS.findall(lines[n - 1])[:3] == words]
    return next(iter([*same, *begun]), 0)


def _records(project: Project) -> Iterator[Record]:
    for group in (project.indicators, project.reports, project.quality):
        yield from (entry.record for entry in group)
    for entry in (project.agency, project.documents, project.glossary):
        if entry is not None:
            yield entry.record


def _markdown(record: Record) -> Iterator[Problem]:
    """The words of the data are printed as they are typed: marks of Markdown and macros would stand on the page."""
    for spot, text in _sentences(record.value, (), ""):
        if found := _MARKDOWN.search(text):
            yield Problem(
                record.place(spot),
                "W517",
                f"“{shorten(found[0])}” sẽ in nguyên cả dấu: chữ trong tệp số liệu không có định dạng và macro",
                "chữ thuần",
                "bỏ dấu, chỉ giữ chữ; liên kết và macro thì viết ở trang thuyết minh",
                subject(record.value, spot),
            )


def _sentences(value: Value, spot: Spot, key: str) -> Iterator[tuple[Spot, str]]:
    """Every sentence of a file, with its spot."""
    if isinstance(value, str):
        if key in PROSE:
            yield spot, value
    elif isinstance(value, dict):
        for inner, part in value.items():
            yield from _sentences(part, (*spot, inner), inner)
    elif isinstance(value, list):
        for n, part in enumerate(value):
            yield from _sentences(part, (*spot, n), key)
