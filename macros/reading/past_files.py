"""Contents of one kind of data file as they once were, one after the other, in the lenient mode of its reader.

Versions of one file differ in a block or two, so that a block which has been read once is not read again.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple

from macros.reading.lenient import FileShape, leniently_shaped
from macros.reading.shapes import Shape
from macros.reading.sources import decoded
from macros.reading.yaml_records import parse_past_record

_NAME = "a version"
# In the layout of `congkhai fmt` an entry of a list begins so, and what begins a line is a key of the file.
_ENTRY = re.compile(r"^(?=  -\s)", re.MULTILINE)
_KEY = re.compile(r"^[^\s#]", re.MULTILINE)


class _Layout(NamedTuple):
    """A text in pieces: what stands before its list of entries, each entry, and what stands behind them."""

    head: str
    blocks: Sequence[str]
    tail: str

    def text(self, blocks: Sequence[str]) -> str:
        """The text with other blocks."""
        return "".join([self.head, *blocks, self.tail])


@dataclass(frozen=True, slots=True)
class PastFiles(Generic[FileShape]):
    """Reads contents of files of one shape, whose entries stand under `key`; equal entries are the same object."""

    shape: type[FileShape]
    key: str
    _blocks: dict[str, Shape] = field(default_factory=dict)

    def read(self, content: bytes) -> FileShape | None:
        """What a content says, None where it cannot be read."""
        text = _text(content)
        return None if text is None else self._by_blocks(text) or self._shaped(text)

    def read_partly(self, content: bytes) -> FileShape | None:
        """The same, without the entries that cannot be read where each is a block of its own."""
        if (found := self.read(content)) is not None:
            return found
        layout = self._layout(_text(content) or "")
        if layout is None:
            return None
        alone = [self._shaped(layout.text([block])) for block in layout.blocks]
        read = [shape for shape in alone if shape is not None]
        entries = [entry for shape in read for entry in self._entries(shape)]
        return read[0].model_copy(update={self.key: entries}) if read else None

    def read_head(self, content: bytes) -> FileShape | None:
        """What a content says beside its entries, of which no one is looked at."""
        layout = self._layout(_text(content) or "")
        return None if layout is None else self._shaped(layout.text([]))

    def _by_blocks(self, text: str) -> FileShape | None:
        """What a text says, read together with no more than the blocks that are new; None for any other layout.

        Every entry of the list begins a block. So there are as many as blocks only where each block is one entry, and
        then what it says depends on nothing around it.
        """
        layout = self._layout(text)
        if layout is None:
            return None
        new = list(dict.fromkeys(block for block in layout.blocks if block not in self._blocks)) or layout.blocks[:1]
        shape = self._shaped(layout.text(new))
        if shape is None or len(entries := self._entries(shape)) != len(new):
            return None
        for block, entry in zip(new, entries, strict=True):
            self._blocks.setdefault(block, entry)
        return shape.model_copy(update={self.key: [self._blocks[block] for block in layout.blocks]})

    def _layout(self, text: str) -> _Layout | None:
        opened = re.search(rf"^{self.key}:[ ]*\n", text, re.MULTILINE)
        if opened is None:
            return None
        closed = _KEY.search(text, opened.end())
        end = closed.start() if closed else len(text)
        before, *blocks = _ENTRY.split(text[opened.end() : end])
        # The last one ends its line, or another would begin on it.
        blocks = [block if block.endswith("\n") else f"{block}\n" for block in blocks]
        return _Layout(text[: opened.end()] + before, blocks, text[end:]) if blocks else None

    def _entries(self, shape: FileShape) -> Sequence[Shape]:
        entries: Sequence[Shape] = getattr(shape, self.key)
        return entries

    def _shaped(self, text: str) -> FileShape | None:
        return leniently_shaped(parse_past_record(_NAME, text), self.shape)


def _text(content: bytes) -> str | None:
    text = decoded(_NAME, content)
    return text.replace("\r\n", "\n") if isinstance(text, str) else None
