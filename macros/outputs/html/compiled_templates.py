"""Templates compiled once: for all renderers of a process and, with a shelf, for all builds of this program."""

import hashlib
import marshal
from types import CodeType
from typing import Protocol

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Shelf(Protocol):
    """Where bytes stand that the same program made before, by what they are about; nobody else can put any there."""

    def kept(self, *about: str) -> bytes | None: ...

    def keep(self, content: bytes, *about: str) -> None: ...


class CompiledTemplates(BytecodeCache):
    """The templates of environments of one kind, whose settings, filters and tests are the same.

    What Jinja makes of a template depends on those, on its source and on the program, and on nothing else: see
    tests/outputs/html/test_renderer.py. As it is code, it is taken from no shelf that others could write to.
    """

    def __init__(self, kind: str, shelf: Shelf | None = None) -> None:
        self._kind = kind
        self._shelf = shelf
        self._code: dict[tuple[str, str], CodeType] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The place is part of it: it stands in the tracebacks of the code."""
        return f"{name}|{filename}"

    def get_source_checksum(self, source: str) -> str:
        return hashlib.sha256(source.encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get((bucket.key, bucket.checksum)) or self._from_shelf(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._code[bucket.key, bucket.checksum] = bucket.code
            if self._shelf is not None:
                self._shelf.keep(marshal.dumps(bucket.code), *self._about(bucket))

    def _from_shelf(self, bucket: Bucket) -> CodeType | None:
        kept = self._shelf.kept(*self._about(bucket)) if self._shelf is not None else None
        if kept is None:
            return None
        code: CodeType = marshal.loads(kept)
        self._code[bucket.key, bucket.checksum] = code
        return code

    def _about(self, bucket: Bucket) -> tuple[str, ...]:
        return "template", self._kind, bucket.key, bucket.checksum
