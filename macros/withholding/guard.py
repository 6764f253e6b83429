"""The last look before anything is public: which files say a withheld name, and where it comes from."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from macros.problems.problem import Place, Problem
from macros.withholding.prefilter import Prefilter
from macros.withholding.readings import Unsearchable, plain_text, readings, text_readings
from macros.withholding.withheld import Withheld

# What a Markdown or YAML source has beside the letters of a name.
_SOURCE_MARKS = re.compile(
    r"\{#(?s:.*?)#\}|<[^<>]*>|\{\{\s*\w+\(\s*[\"']|[\"'][^{}\"']*\)\s*\}\}"
    r"|^[ \t]*(?:[-+>:#]+|\d+[.)])(?=[ \t])|^[ \t|:-]+$|[*_~`\\|]",
    re.MULTILINE,
)
_ENTRY = re.compile(r"\s*(?:- )?name:")
# A name may be broken over lines.
_MOST_LINES = 9
_MOST_NAMED = 5
_SOURCES = ("data/**/*", "docs/**/*", "mkdocs.yml")
_TEXTS = (".yaml", ".yml", ".md", ".txt", ".csv", ".json")


def names_in(content: bytes, withheld: Withheld) -> list[str]:
    """The withheld names that the bytes of a file say, however they are written there."""
    return searched(content, withheld)[0]


def searched(content: bytes, withheld: Withheld) -> tuple[list[str], bool]:
    """The withheld names that the bytes of a file say, and whether all of it could be looked through."""
    if (text := plain_text(content)) is not None and not _prefilter(withheld).may_say(text):
        return [], True
    found: dict[str, None] = {}
    try:
        for text in readings(content):
            found |= dict.fromkeys(withheld.found(text))
    except Unsearchable:
        return list(found), False
    return list(found), True


@lru_cache(maxsize=4)
def _prefilter(withheld: Withheld) -> Prefilter:
    return Prefilter(withheld)


def published_names(files: Iterable[tuple[str, bytes]], withheld: Withheld) -> Iterator[tuple[str, str]]:
    """The address of each file that says a withheld name, and the name; the address of a file is judged with it."""
    for address, content in files:
        found = [*names_in(content, withheld), *names_in(address.encode(), withheld)] if withheld else []
        yield from ((address, name) for name in dict.fromkeys(found))


def source_lines(text: str, withheld: Withheld) -> list[tuple[int, str]]:
    """The lines of a source, counted from 1, on which a withheld name begins, and the name."""
    lines = text.split("\n")
    if not _in_source(text, withheld):
        return []
    found = []
    for n in range(len(lines)):
        here = _in_source("\n".join(lines[n : n + _MOST_LINES]), withheld)
        below = _in_source("\n".join(lines[n + 1 : n + _MOST_LINES]), withheld)
        found += [(n + 1, name) for name in here if here.count(name) > below.count(name)]
    return list(dict.fromkeys(found))


def source_words(text: str) -> str:
    """The words of a source, without what Markdown and YAML have beside letters."""
    return _SOURCE_MARKS.sub("", text)


def _in_source(text: str, withheld: Withheld) -> list[str]:
    """Every withheld name in a piece of a source, as often as it stands there in one reading of it."""
    most: list[str] = []
    for reading in (text, source_words(text)):
        for plain in text_readings(reading):
            hits = withheld.every(plain)
            most = hits if len(hits) > len(most) else most
    return most


def refusal(name: str, addresses: Sequence[str], root: Path) -> Problem:
    """What staff read where files that are about to be public say a withheld name; its place is where it comes from."""
    told = origins(root, name)
    more = f" và {len(addresses) - _MOST_NAMED} tệp nữa" if len(addresses) > _MOST_NAMED else ""
    others = f"; nguồn khác: {', '.join(map(str, told[1:_MOST_NAMED]))}" if told[1:] else ""
    return Problem(
        told[0] if told else Place(addresses[0]),
        "E419",
        f"tên “{name}” được giữ kín sắp bị công khai ở {', '.join(addresses[:_MOST_NAMED])}{more}{others}",
        "tên đã giữ kín không xuất hiện ở chỗ nào trên trang công khai",
        "thay tên bằng chức danh ở nguồn; nếu được nêu tên, bỏ “withheld: true” ở mọi chỗ ghi tên này",
    )


def origins(root: Path, name: str) -> list[Place]:
    """Where in the files of a project a name stands, but for where it is withheld."""
    withheld = Withheld.of([name])
    paths = {path for pattern in _SOURCES for path in root.glob(pattern) if path.is_file()}
    return [place for path in sorted(paths) for place in _places(path, path.relative_to(root).as_posix(), withheld)]


def _places(path: Path, shown: str, withheld: Withheld) -> Iterator[Place]:
    try:
        content = path.read_bytes()
    except OSError:
        return
    if path.suffix in _TEXTS:
        text = content.decode("utf-8", "replace")
        lines = text.split("\n")
        for n, _ in source_lines(text, withheld):
            # A person's own entry says who is meant; it is not what is published.
            if not (path.suffix == ".yaml" and _ENTRY.match(lines[n - 1])):
                yield Place(shown, n)
    elif names_in(content, withheld):
        yield Place(shown)
