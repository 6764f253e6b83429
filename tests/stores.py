"""A store for tests: what is kept stands in a mapping that a test may look into and damage."""

from dataclasses import dataclass, field
from hashlib import sha256


@dataclass
class MappedStore:
    """Keeps everything; `program` stands for the version of the program, `asked` counts what was found."""

    program: str = "1"
    entries: dict[str, bytes] = field(default_factory=dict)
    found: int = 0

    def key(self, *parts: bytes | str) -> str:
        return sha256(repr((self.program, parts)).encode()).hexdigest()

    def kept(self, key: str) -> bytes | None:
        content = self.entries.get(key)
        self.found += content is not None
        return content

    def keep(self, key: str, content: bytes) -> None:
        self.entries[key] = content
