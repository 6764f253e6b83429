"""A commented tree to lines of YAML: two spaces a level, dashes indented, a text on one line, quotes where needed."""

import io
import json
import re
from collections.abc import Iterator
from typing import Any

import yaml

from macros.reading.commented import Branch, Entry, Node
from macros.reading.yaml_records import NULLS

_WIDTH = 120
# What YAML 1.2, which editors read, takes for a number and PyYAML's 1.1 does not.
_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+")
# What a text may not hold as itself, even in quotes; JSON escapes the rest.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_EMITTER = yaml.emitter.Emitter(io.StringIO(), allow_unicode=True)
_RESOLVER: Any = yaml.resolver.Resolver()


def branch_lines(branch: Branch, level: int = 0, spaced: bool = False) -> Iterator[str]:
    """The lines of a mapping or a list, its comments among them.

    The blocks of a list (`spaced`) stand apart by one empty line, and so does what follows such a list. Elsewhere an
    empty line stays only where it parts a comment from what is above or below it.
    """
    pad = "  " * level
    above: Entry | None = None
    for entry in branch.entries:
        apart = above is not None and (spaced or _has_blocks(above.value, level))
        if apart:
            yield ""
        yield from _comment_lines(entry.before, pad, first=apart or above is None)
        yield from _entry_lines(entry, level)
        above = entry
    yield from _comment_lines(branch.after, pad, first=above is None)


def _has_blocks(node: Node, level: int) -> bool:
    """Whether the value of a key at the top of a file is a list of blocks."""
    items = node.entries if isinstance(node, Branch) and not node.keyed else []
    return level == 0 and any(isinstance(item.value, Branch) for item in items)


def _comment_lines(comments: list[str], pad: str, first: bool) -> Iterator[str]:
    last = "" if first else None
    for comment in comments:
        if comment or last != "":
            yield f"{pad}{comment}" if comment else ""
        last = comment


def _entry_lines(entry: Entry, level: int) -> Iterator[str]:
    pad = "  " * level
    head = "-" if entry.key is None else f"{scalar(entry.key)}:"
    beside = f"  {entry.beside}" if entry.beside else ""
    value, *more = _value_lines(entry, level, room=_WIDTH - len(f"{pad}{head} {beside}"))
    if entry.key is None and isinstance(entry.value, Branch) and not value:
        # The first line of a block follows its dash.
        value, *more = (line[len(pad) + 2 :] if not n else line for n, line in enumerate(more))
    yield f"{pad}{head} {value}".rstrip(" ") + beside
    yield from more


def _value_lines(entry: Entry, level: int, room: int) -> Iterator[str]:
    """What stands on the line of the key or the dash, then the lines below it."""
    node = entry.value
    if node is None:
        yield ""
    elif isinstance(node, Branch):
        flow = _flow(node)
        if flow is not None and len(flow) <= room:
            yield flow
        else:
            yield ""
            yield from branch_lines(node, level + 1, spaced=_has_blocks(node, level))
    elif literal := _literal(node):
        yield "|-"
        yield from (f"{'  ' * (level + 1)}{line}".rstrip(" ") for line in literal)
    else:
        yield scalar(node, entry.typed)


def _flow(branch: Branch) -> str | None:
    """An empty branch, or a list of short words, on one line; None for any other."""
    if not branch.entries:
        return "{}" if branch.keyed else "[]"
    if not branch.flow or branch.after or any(entry.before or entry.beside for entry in branch.entries):
        return None
    words = [entry.value for entry in branch.entries if isinstance(entry.value, str) and _is_word(entry.value)]
    return f"[{', '.join(words)}]" if len(words) == len(branch.entries) else None


def _is_word(text: str) -> bool:
    return scalar(text) == text and _EMITTER.analyze_scalar(text).allow_flow_plain


def _literal(text: str) -> list[str] | None:
    """The lines of a text that has several and can stand as they are; None for any other text."""
    lines = text.split("\n")
    if len(lines) == 1 or text.splitlines() != lines or not _EMITTER.analyze_scalar(text).allow_block:
        return None
    return None if text[0].isspace() or any(line[-1:].isspace() for line in lines) else lines


def scalar(text: str, typed: bool = False) -> str:
    """The text as a YAML scalar on one line, in quotes if it needs them.

    A text that YAML would take for a number, a date or a word of its own needs them unless it is `typed`.
    """
    analysis = _EMITTER.analyze_scalar(text)
    if text not in NULLS and analysis.allow_block_plain and not analysis.multiline and (typed or _is_text(text)):
        return text
    if ('"' in text or "\\" in text) and analysis.allow_single_quoted and not analysis.multiline:
        return "'" + text.replace("'", "''") + "'"
    return _ESCAPED.sub(lambda letter: f"\\u{ord(letter[0]):04x}", json.dumps(text, ensure_ascii=False))


def _is_text(text: str) -> bool:
    tag = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))
    return bool(tag == _RESOLVER.DEFAULT_SCALAR_TAG) and not _NUMBER.fullmatch(text)
