"""A page that nobody writes, as the plan of the site takes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from macros import addresses
from macros.outputs.html.gathered import NOTHING, Opened


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page made from the catalogue: its source path below `docs/`, title, description, and HTML below the title.

    `heading` is what the page itself is headed with where that is shorter than its title in lists. A page with a
    `redirect` sends its reader on to that address. One that is `kept` as it was is found by its address alone, by
    search engines neither. `headings` are those in the HTML, as Python-Markdown lists them, for the page's table of
    contents; `opened` is what its words open. `script` names the bundle of scripts that this page loads in the place of
    every page's. `headed_by_report`: its heading is a report's words. Of one that is not `whole`, something could not
    be shown that might be another time.

    A page that has a `face` is made from it alone by the `template` of that name, when it is asked for: its `html` and
    `headings` are empty, `opened` is nothing, and headings down to level `listed_to` are listed (0: none).
    `beside_template` makes what stands beside it from the same face.
    """

    source: str
    title: str
    description: str
    html: str = ""
    heading: str | None = None
    redirect: str | None = None
    kept: bool = False
    headings: tuple[Mapping[str, Any], ...] = ()
    opened: Opened = NOTHING
    script: str = ""
    headed_by_report: bool = False
    whole: bool = True
    face: object | None = None
    template: str = ""
    beside_template: str = ""
    listed_to: int = 3

    @property
    def address(self) -> str:
        return addresses.narrative(self.source)


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A generated page before it is made: its source path, and how it is made when it is asked for.

    `found_by` are its title and description where a search finds it by them. One that is `kept` or leads on
    (`redirect`) is not told to search engines. `given` is plain data that it is made from beside the record, if
    there is any.
    """

    source: str
    make: Callable[[], GeneratedPage]
    found_by: tuple[str, str] | None = None
    kept: bool = False
    redirect: bool = False
    given: object = None

    @property
    def address(self) -> str:
        return addresses.narrative(self.source)


def source_of(address: str) -> str:
    """The source path of a page that would stand at an address."""
    return f"{address.rstrip('/')}.md"
