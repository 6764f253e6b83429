"""The page of Markdown that is being rendered: what stands on it for what macros make, and what it says of itself."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from macros.outputs.html.gathered import Gathered, Opened, gathering
from macros.reading.narrative import REPORT_PAGES
from macros.record import Period

# Private-use characters cannot occur in a checked text, so a sign is never mistaken for one: that of a block, which
# never passes through Markdown, and those around words in a line, which are marked already.
_BLOCK, WORDS_BEGIN, WORDS_END = "\ue000{}\ue001", "\ue004", "\ue006"
_WORDS = f"{WORDS_BEGIN}{{}}\ue005"
SIGN = f"{_BLOCK.format('[0-9]+')}|{_WORDS.format('[0-9]+')}|{WORDS_END}"
_BLOCKS = re.compile(f"({_BLOCK.format('[0-9]+')})")


@dataclass(frozen=True, slots=True)
class Said:
    """What a block says in one place: its text, the id of the place, if it has one of its own, and the term of which
    it is said, if it is said of one."""

    text: str
    id: str = ""
    term: str = ""


@dataclass(slots=True)
class Telling:
    """A block that says something which stands nowhere else: a search reads it as it reads the page.

    It is made at last, with an id for each place; "" where none leads there.
    """

    says: Sequence[Said]
    made: Callable[[Sequence[str]], str]
    ids: Sequence[str] = ()

    def html(self) -> str:
        return self.made(self.ids or [said.id for said in self.says])


@dataclass(slots=True)
class PageContext:
    """A page at an address, about a period if it is about one; `is_report`: its words are those of a report.

    What it opens is `gathered` while it is rendered. `is_headed`: it has a heading of the first level; `title` is the
    words of one that it begins with. The `passages`
    of a page that `is_searched` are what a search finds of it.
    """

    path: str
    address: str
    period: Period | None
    is_report: bool = False
    is_searched: bool = False
    # What on it can be led to within its blocks.
    places: set[str] = field(default_factory=set)
    is_headed: bool = False
    title: str = ""
    passages: Sequence[Any] = ()
    gathered: Gathered = field(default_factory=Gathered)
    citations: Counter[str] = field(default_factory=Counter)
    telling: dict[str, Telling] = field(default_factory=dict)
    _blocks: dict[str, str] = field(default_factory=dict)
    # The short forms that stand where a sign stands: they follow on those of the text before it.
    _short_forms: dict[str, Opened] = field(default_factory=dict)

    def block(self, html: str, opened: Opened) -> str:
        """A paragraph-long sign that `bound` replaces by the HTML."""
        sign = self._sign(_BLOCK, opened)
        self._blocks[sign] = html
        return sign

    def tell(self, block: Telling) -> str:
        """A paragraph-long sign that `bound` replaces by what the block is made into then."""
        sign = self._sign(_BLOCK, Opened())
        self.telling[sign] = block
        return sign

    def words(self, markdown: str, opened: Opened) -> str:
        """Words in a line that are marked already, and stay so."""
        return f"{self._sign(_WORDS, opened)}{markdown}{WORDS_END}"

    def is_block(self, text: str | None) -> bool:
        """Whether a text is the sign of a block of this page and nothing else."""
        return text in self._blocks or text in self.telling

    def follow(self, sign: str) -> None:
        """What the page opens goes on with what stands where the sign stands."""
        if sign in self._short_forms:
            self.gathered.add(self._short_forms[sign])

    def bound(self, html: str) -> str:
        """The page's HTML with each sign replaced by its block."""
        blocks = self._blocks | {sign: self._told(block) for sign, block in self.telling.items()}
        return "".join([blocks.get(part, part) for part in self._followed(html)])

    def _followed(self, html: str) -> Iterator[str]:
        for part in _BLOCKS.split(html):
            self.follow(part)
            yield part

    def _told(self, block: Telling) -> str:
        with gathering() as gathered:
            html = block.html()
        self.gathered.add(gathered.opened)
        return html

    def _sign(self, kind: str, opened: Opened) -> str:
        sign = kind.format(len(self._short_forms))
        # Macros are called in the order of the page.
        self.gathered.add(Opened(opened.buttons))
        self._short_forms[sign] = Opened(short_forms=opened.short_forms)
        return sign


def is_report_page(path: str, period: Period | None) -> bool:
    """Whether the page of a file is that of the report on a period."""
    return period is not None and path.startswith(f"docs/{REPORT_PAGES}")
