"""What was measured, and the ratios that follow from it: plain data without a clock, a disk or a machine."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.benchmark.measuring import Cost

NAIVE = "naive site"
CHECK_COLD, COLD, FIRST = "check, cold", "build, cold", "build, the first ever"
UNCHANGED, CHANGED = "build, nothing changed", "build, one figure changed"
CHECK_WARM, CHECK_UNCHANGED = "check, warm", "check, nothing changed"
STATES = (COLD, UNCHANGED, CHANGED, CHECK_COLD, CHECK_WARM, CHECK_UNCHANGED)
# What is edited while a preview is open.
EDITS = ("a value", "a note", "a paragraph", "a template")
# The size that a report's cost at the largest is held against.
USUAL = 100
# Seconds within which an edit is on the page, by the number of reports.
_SHOWN_WITHIN = {USUAL: 1.0, 1200: 3.0}


@dataclass(frozen=True, slots=True)
class Preview:
    """Seconds of the clock: to the first page of a preview, and from each of EDITS to its page."""

    first: float
    edits: Mapping[str, float]

    @property
    def slowest(self) -> float:
        return max(self.edits.values())


@dataclass(frozen=True, slots=True)
class Size:
    """A demonstration of so many periods: what ours and the naive site of it have, and what each cost.

    `costs` has a cost for NAIVE and for each of STATES, each figure the least of `rounds`.
    """

    periods: int
    rounds: int
    pages: int
    files: int
    naive_pages: int
    naive_files: int
    costs: Mapping[str, Cost]
    preview: Preview | None = None

    def wall_ratio(self, state: str) -> float:
        """The wall time of a state as a multiple of that of the naive site."""
        return self.costs[state].wall / self.costs[NAIVE].wall

    def cpu_ratio(self, state: str) -> float:
        return self.costs[state].cpu / self.costs[NAIVE].cpu

    def per_report(self, state: str) -> Cost:
        """The time that one of its reports takes; the memory is that of all."""
        cost = self.costs[state]
        return Cost(cost.wall / self.periods, cost.cpu / self.periods, cost.peak)


@dataclass(frozen=True, slots=True)
class RealSite:
    """The repository's own site beside an empty Material site of as many pages."""

    rounds: int
    pages: int
    ours: Mapping[str, Cost]
    empty: Cost

    @property
    def cpu_ratio(self) -> float:
        return self.ours[COLD].cpu / self.empty.cpu

    @property
    def wall_ratio(self) -> float:
        return self.ours[COLD].wall / self.empty.wall

    @property
    def first_wall_ratio(self) -> float:
        return self.ours[FIRST].wall / self.empty.wall


@dataclass(frozen=True, slots=True)
class Machine:
    """Where it was measured: nothing of it is in the ratios, all of it in the seconds."""

    cores: int
    processor: str
    memory: int
    system: str
    python: str
    packages: str
    load: float
    day: str
    commit: str


@dataclass(frozen=True, slots=True)
class Aim:
    """One aim: what it says, the bound, what was measured, both in the same measure."""

    words: str
    bound: float
    found: float
    unit: str = "×"

    @property
    def holds(self) -> bool:
        return self.found <= self.bound


def aims(sizes: Sequence[Size], real: RealSite | None) -> list[Aim]:
    """The aims of the design (“The house rebuilt”) about which something was measured."""
    found = []
    if real:
        beside = "wall beside an empty Material site of as many pages"
        found.append(Aim(f"real site, cold: {beside}", 1.0, real.wall_ratio))
        found.append(Aim(f"real site, the first ever: {beside}", 1.0, real.first_wall_ratio))
    for size in sizes:
        if size.preview is not None and size.periods in _SHOWN_WITHIN:
            words = f"{size.periods:,} reports, preview: from the slowest edit to its page"
            found.append(Aim(words, _SHOWN_WITHIN[size.periods], size.preview.slowest, "s"))
        if size.periods >= 1000:
            found += _aims_at_the_most(size)
    usual, most = at(sizes, USUAL), largest(sizes)
    if usual and most and most is not usual:
        ratio = most.per_report(COLD).wall / usual.per_report(COLD).wall
        found.append(Aim(f"wall a report at {most.periods:,} beside that at {USUAL}, cold", 1.3, ratio))
    return found


def _aims_at_the_most(size: Size) -> list[Aim]:
    name = f"{size.periods:,} reports"
    return [
        Aim(f"{name}, cold: wall beside the naive site", 0.1, size.wall_ratio(COLD)),
        Aim(f"{name}, nothing changed: wall beside the naive site", 0.01, size.wall_ratio(UNCHANGED)),
        Aim(f"{name}, one figure changed: wall beside the naive site", 0.01, size.wall_ratio(CHANGED)),
        Aim(f"{name}, cold: memory", 500.0, size.costs[COLD].peak / 2**20, "MiB"),
        Aim(f"{name}: check beside the cold build", 0.25, size.costs[CHECK_COLD].wall / size.costs[COLD].wall),
    ]


def at(sizes: Sequence[Size], periods: int) -> Size | None:
    """The size of so many periods, if it was measured."""
    return next((size for size in sizes if size.periods == periods), None)


def largest(sizes: Sequence[Size]) -> Size | None:
    return max(sizes, key=lambda size: size.periods, default=None)
