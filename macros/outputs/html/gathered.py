"""What a page says of itself while it is made, so that nobody looks for it in the finished HTML.

Whoever makes a page gathers; the pieces of which it is made tell what they put in. Where nobody gathers, what is told
is dropped: a feed has no contents, and its words open nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PlacedHeading:
    """A heading that can be led to; its words as plain text."""

    level: int
    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Opened:
    """What the words of a page open: the explanations that its buttons ask for, and the short forms that it marks.

    Each once, in their order.
    """

    buttons: tuple[str, ...] = ()
    short_forms: tuple[str, ...] = ()


NOTHING = Opened()


@dataclass(slots=True)
class Gathered:
    """The headings of a page, in their order, and what its words open."""

    headings: list[PlacedHeading] = field(default_factory=list)
    _buttons: dict[str, None] = field(default_factory=dict)
    _short_forms: dict[str, None] = field(default_factory=dict)

    @property
    def opened(self) -> Opened:
        return Opened(tuple(self._buttons), tuple(self._short_forms))

    def add(self, opened: Opened) -> None:
        """What follows opens this."""
        self._buttons.update(dict.fromkeys(opened.buttons))
        self._short_forms.update(dict.fromkeys(opened.short_forms))


_GATHERED: ContextVar[Gathered | None] = ContextVar("gathered", default=None)


@contextmanager
def gathering(gathered: Gathered | None = None) -> Iterator[Gathered]:
    """What is made inside is gathered apart from what surrounds it, to what was `gathered` before if that is given."""
    gathered = gathered or Gathered()
    before = _GATHERED.set(gathered)
    try:
        yield gathered
    finally:
        _GATHERED.reset(before)


def headed(heading: PlacedHeading) -> None:
    """A heading was written."""
    if (gathered := _GATHERED.get()) is not None:
        gathered.headings.append(heading)


def opened(what: Opened) -> None:
    """Words were written that open this."""
    if (gathered := _GATHERED.get()) is not None:
        gathered.add(what)
