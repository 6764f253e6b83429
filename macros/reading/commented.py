"""YAML text to a tree that knows where every comment belongs.

A comment on a line of its own belongs to what follows it, so that it moves along when that moves; indented deeper than
what follows, it closes the block that has just ended. A comment behind a value belongs to that value.

It is for files that are about to be written, which `parse_record` has found sound: the record knows no comments and no
ends of entries, and the writer holds its values against these.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from macros.reading.yaml_records import NULLS, Value, events

_BREAK = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
_COMMENT = re.compile(r"#[^\r\n\x85\u2028\u2029]*")
_BLOCK_HEADER = re.compile(r"[|>][0-9+-]*[ \t]*(#[^\r\n\x85\u2028\u2029]*)")

Node: TypeAlias = "Branch | str | None"


@dataclass(slots=True, eq=False)
class Entry:
    """A key with its value, or an item of a list (then `key` is None).

    `before` are the comment lines above it and `beside` is the comment behind it; "" in `before` is an empty line.
    `typed`, which the shape of the file decides, is whether the value may look like a number, a date or a YAML word.
    """

    key: str | None
    value: Node
    start: int
    end: int
    before: list[str] = field(default_factory=list)
    beside: str = ""
    typed: bool = False


@dataclass(slots=True, eq=False)
class Branch:
    """A mapping (`keyed`) or a list; `after` are the comment lines that close it."""

    keyed: bool
    flow: bool
    column: int
    end: int = 0
    entries: list[Entry] = field(default_factory=list)
    after: list[str] = field(default_factory=list)


def plain(node: Node) -> Value:
    """The node's value without its comments."""
    if not isinstance(node, Branch):
        return node
    if node.keyed:
        return {entry.key or "": plain(entry.value) for entry in node.entries}
    return [plain(entry.value) for entry in node.entries]


def commented(text: str) -> Node:
    """The tree of a text in whose syntax `parse_record` found no fault."""
    reader = _Reader(text)
    tree = reader.document()
    if isinstance(tree, Branch):
        attachment = _Attachment(text, tree)
        for position, comment in reader.comments():
            attachment.attach(position, comment)
    return tree


def comments(text: str) -> list[str]:
    """Every comment of the text, in order."""
    reader = _Reader(text)
    reader.document()
    return [text for _, text in reader.comments()]


class _Reader:
    """Builds the tree from the parser's events and remembers which part of the text is scalars."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._events = events(text)
        self._scalars: list[tuple[int, int]] = []

    def document(self) -> Node:
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                return self._node(next(self._events))
        return None

    def comments(self) -> Iterator[tuple[int, str]]:
        """Where each comment starts, and its text: every # outside the scalars begins one."""
        position = 0
        for start, end in [*self._scalars, (len(self._text), len(self._text))]:
            for match in _COMMENT.finditer(self._text, position, start):
                yield match.start(), match[0].rstrip()
            position = end
            if header := _BLOCK_HEADER.match(self._text, start, end):
                yield header.start(1), header[1].rstrip()

    def _node(self, event: yaml.Event) -> Node:
        match event:
            case yaml.ScalarEvent():
                self._scalars.append((_start(event), _end(event)))
                text: str = event.value
                return None if not event.style and text in NULLS else text
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                return self._branch(event)
            case _:
                return None

    def _branch(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> Branch:
        assert event.start_mark is not None, "only events made by hand have no mark"
        keyed = isinstance(event, yaml.MappingStartEvent)
        branch = Branch(keyed, bool(event.flow_style), event.start_mark.column)
        while not isinstance(inner := next(self._events), yaml.MappingEndEvent | yaml.SequenceEndEvent):
            branch.entries.append(self._entry(inner) if keyed else self._item(inner))
        branch.end = _end(inner)
        return branch

    def _entry(self, event: yaml.Event) -> Entry:
        assert isinstance(event, yaml.ScalarEvent), "parse_record refuses a key that is not text"
        self._scalars.append((_start(event), _end(event)))
        value_event = next(self._events)
        value = self._node(value_event)
        end = value.end if isinstance(value, Branch) else _end(value_event)
        own_end = _end(event) if isinstance(value, Branch) and not value.flow else end
        return Entry(event.value, value, _start(event), own_end)

    def _item(self, event: yaml.Event) -> Entry:
        value = self._node(event)
        end = value.end if isinstance(value, Branch) else _end(event)
        return Entry(None, value, _start(event), end)


def _start(event: yaml.Event) -> int:
    assert event.start_mark is not None, "only events made by hand have no mark"
    return event.start_mark.index


def _end(event: yaml.Event) -> int:
    assert event.end_mark is not None, "only events made by hand have no mark"
    return event.end_mark.index


@dataclass(frozen=True, slots=True)
class _Spot:
    """An entry with the entries that hold it and the branches around it; `path[n].value` is `around[n + 1]`."""

    path: tuple[Entry, ...]
    around: tuple[Branch, ...]

    @property
    def entry(self) -> Entry:
        return self.path[-1]

    @property
    def column(self) -> int:
        return self.around[-1].column


def _spots(branch: Branch, path: tuple[Entry, ...] = (), around: tuple[Branch, ...] = ()) -> Iterator[_Spot]:
    """The spot of every entry below the branch, in the order of the text."""
    for entry in branch.entries:
        yield _Spot((*path, entry), (*around, branch))
        if isinstance(entry.value, Branch):
            yield from _spots(entry.value, (*path, entry), (*around, branch))


class _Attachment:
    """Gives each comment of a text to the entry or the branch that it belongs to."""

    def __init__(self, text: str, tree: Branch) -> None:
        self._text = text
        self._tree = tree
        self._lines = [0, *(match.end() for match in _BREAK.finditer(text)), len(text)]
        self._spots = list(_spots(tree))
        self._starts = [spot.entry.start for spot in self._spots]
        self._led: Entry | None = None

    def attach(self, position: int, comment: str) -> None:
        """Comments come in the order of the text."""
        count = bisect_right(self._starts, position)
        previous = self._spots[count - 1] if count else None
        following = self._spots[count] if count < len(self._spots) else None
        if previous and (holder := self._holder(position, previous)):
            if holder.beside or (holder.key is None and isinstance(holder.value, Branch)):
                holder.before.append(comment)
            else:
                holder.beside = comment
        elif closed := self._closed(position, previous, following):
            self._add(closed.after, position, comment)
        elif following:
            self._led = following.entry
            self._add(following.entry.before, position, comment)
            if self._is_blank(self._line(position) + 1):
                following.entry.before.append("")
        else:
            self._add(self._tree.after, position, comment)

    def _holder(self, position: int, spot: _Spot) -> Entry | None:
        """The entry behind whose value, on the same line, the comment stands."""
        line = self._line(position)
        if not self._text[self._lines[line] : position].strip():
            return None
        level = len(spot.path) - 1
        while level and spot.around[level].flow and spot.around[level].end <= position:
            level -= 1
        holder = spot.path[level]
        return holder if line in (self._line(holder.start), self._line(holder.end)) else None

    def _closed(self, position: int, previous: _Spot | None, following: _Spot | None) -> Branch | None:
        """The branch that has ended before the comment and that its indentation puts it in."""
        column = position - self._lines[self._line(position)]
        if previous is None or (following and (following.entry is self._led or column <= following.column)):
            return None
        going_on = following.around if following else ()
        ended = (branch for branch in reversed(previous.around) if branch not in going_on)
        return next((branch for branch in ended if branch.column <= column and not branch.flow), None)

    def _add(self, lines: list[str], position: int, comment: str) -> None:
        if self._is_blank(self._line(position) - 1) and lines[-1:] != [""]:
            lines.append("")
        lines.append(comment)

    def _line(self, position: int) -> int:
        return bisect_right(self._lines, position, hi=len(self._lines) - 1) - 1

    def _is_blank(self, line: int) -> bool:
        inside = 0 <= line < len(self._lines) - 1
        return inside and not self._text[self._lines[line] : self._lines[line + 1]].strip()
