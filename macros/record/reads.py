"""What is read of the record while something is made from it: as long as that stays the same, so does what was made.

Read one by one are the parts that differ from report to report, figures and revisions of each and what git tells of
each, and the few that are another after every commit or with every page. All the rest (definitions, registers, the
heads of reports) is read by nearly everything, and is not noted.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar, overload

from macros.record.keys import ReportKey

Owner = TypeVar("Owner")
Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class ReadKind(StrEnum):
    """What is read by itself."""

    REPORT = "report"  # its details and its body; named by the text of its key
    HISTORY = "history"  # what git tells of a report, named in the same way
    RECORDED = "recorded"  # when git last recorded anything: there is one
    UNSURE = "unsure"  # what could not be had just now, and may be another time: never the same again
    ADDRESSES = "addresses"  # which addresses a folder of the site has, named by the folder


class Read(NamedTuple):
    """Something that was read: of which kind, and whose it is."""

    kind: ReadKind
    name: str


_open: list[set[Read]] = []


def note(read: Read) -> None:
    """Something of this part is being read."""
    if _open:
        _open[-1].add(read)


@contextmanager
def noted() -> Iterator[set[Read]]:
    """The parts that are read before the end of the block; whoever is around it has read them as well."""
    found: set[Read] = set()
    _open.append(found)
    try:
        yield found
    finally:
        _open.pop()
        if _open:
            _open[-1] |= found


class Memo(Generic[Key, Value]):
    """A function whose results are kept, all or the newest `most`; asked again, it has been read again."""

    def __init__(self, make: Callable[[Key], Value], most: int | None = None) -> None:
        self._make, self._most = make, most
        self._known: dict[Key, tuple[Value, set[Read]]] = {}

    def __call__(self, key: Key) -> Value:
        found = self._known.get(key)
        if found is None:
            with noted() as reads:
                value = self._make(key)
            if len(self._known) == self._most:
                del self._known[next(iter(self._known))]
            self._known[key] = (value, reads)
            return value
        if _open:
            _open[-1] |= found[1]
        return found[0]


class NotedMapping(Mapping[ReportKey, Value]):
    """A mapping by report of which each value is a part that is read by itself, of the given kind."""

    __slots__ = ("_kind", "_reads", "_values")

    def __init__(self, kind: ReadKind, values: Mapping[ReportKey, Value]) -> None:
        self._kind, self._values = kind, values
        # Made once: a report is asked for at each of its figures.
        self._reads = {key: Read(kind, str(key)) for key in values}

    def __getitem__(self, key: ReportKey) -> Value:
        note(self._read(key))
        return self._values[key]

    def __iter__(self) -> Iterator[ReportKey]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __contains__(self, key: object) -> bool:
        if isinstance(key, ReportKey):
            note(self._read(key))
        return key in self._values

    def _read(self, key: ReportKey) -> Read:
        return self._reads.get(key) or Read(self._kind, str(key))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._kind!r}, {self._values!r})"


class derived(Generic[Owner, Value]):
    """A property that is worked out once; asked for again, it has been read again as well (`Memo`)."""

    def __init__(self, make: Callable[[Owner], Value]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = f"_{name}"

    @overload
    def __get__(self, owner: None, kind: type) -> "derived[Owner, Value]": ...
    @overload
    def __get__(self, owner: Owner, kind: type) -> Value: ...
    def __get__(self, owner: Owner | None, kind: type) -> "Value | derived[Owner, Value]":
        if owner is None:
            return self
        kept: dict[str, tuple[Value, set[Read]]] = owner.__dict__
        found = kept.get(self._name)
        if found is None:
            with noted() as reads:
                value = self._make(owner)
            kept[self._name] = (value, reads)
            return value
        if _open:
            _open[-1] |= found[1]
        return found[0]

    def __set__(self, owner: Owner, value: Value) -> None:
        raise AttributeError(self._name)
