"""What was measured as a Markdown document that says how."""

from collections.abc import Iterable, Iterator, Sequence

from macros.hosts.watching import PAUSE, TIMES
from tests.benchmark.measuring import Cost
from tests.benchmark.results import (
    CHECK_COLD,
    CHECK_UNCHANGED,
    CHECK_WARM,
    COLD,
    EDITS,
    FIRST,
    NAIVE,
    STATES,
    USUAL,
    Aim,
    Machine,
    RealSite,
    Size,
    aims,
    at,
)

HOW = """\
Made by `make benchmark ARGS="--keep"`; nobody edits it. Every number was measured in one run, one command after the
other. Each command is a process of its own; wall is the clock's time from its start to its end, CPU the user and system
time of it and of all processes that it started, memory the most that all of them held at one of the moments looked at
(ten a second, shared pages counted once) and at least the largest single process. Where a size was measured more than
once, each figure is the least. Starting Python and loading its compiled modules is counted in; files were in the
system's cache.

- **cold**: neither `.cache` nor a former site is there, nothing at all that an earlier build of this project has left.
  The program is installed and in use: Python has its compiled modules in `__pycache__`, and the user's cache folder the
  compiled templates and reduced style sheets of this version of the program (decision 50), which the first build of any
  project leaves there. **the first ever**: that folder is empty, too. **nothing changed**: the same build again. **one
  figure changed**: the newest report has been corrected as a clerk does it, with a new revision (`congkhai revise`) and
  another value.
- **naive site**: the same reports as somebody would publish them in an afternoon, written by
  `tests/benchmark/naive.py`: Material with its search and its own navigation, one page a report, one mkdocs-macros
  macro that loads the YAML of the definitions and of the report and returns Markdown tables. No page of an indicator,
  no comparison, no chart, no kept version, no download, no narrative, no check. It keeps nothing between builds, so its
  cold cost is its cost.
- **check** beside a build: **cold** without and **warm** with what a build has left in `.cache`; **nothing changed** is
  the same check again.
"""
FEW = "At one period both sites are mostly the start of Python and MkDocs."


SEEN = f"""\
`congkhai serve`, in seconds of the clock: from the command to the page of the newest report, of a project that was
built before; then from writing a file to the new bytes of that page, which is asked for at once: the median of some of
each kind. Without being asked, the preview looks for changes after a pause of {PAUSE:g} s or of {TIMES} times what a
look takes, whichever is longer; a browser is told once the changed project is read."""


def document(sizes: Sequence[Size], real: RealSite | None, machine: Machine, further: Iterable[str] = ()) -> str:
    """The whole document; `further` are sentences about what else was measured in the run."""
    parts = ["# What building costs", HOW, _where(machine)]
    if sizes:
        parts += ["## Beside the naive site", "\n".join(_beside_naive(sizes)), "![Wall time by periods](benchmark.svg)"]
        parts += [FEW, "## Time a report", "\n".join(_per_report(sizes))]
    if any(size.preview for size in sizes):
        parts += ["## A preview", SEEN, "\n".join(_previews(sizes))]
    if real:
        parts += ["## The real site beside an empty one", "\n".join(_beside_empty(real))]
    if judged := aims(sizes, real):
        parts += ["## Aims", "\n".join(_judged(judged))]
    if said := list(further):
        parts += ["## Besides", "\n".join(f"- {sentence}" for sentence in said)]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def number(value: float) -> str:
    """Three digits that count, as few as a bound of a hundredth needs."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 0.1 else f"{value:.4f}"


def _judged(judged: Sequence[Aim]) -> Iterator[str]:
    yield "| what | at most | measured | holds |"
    yield "|---|--:|--:|---|"
    for aim in judged:
        holds = "yes" if aim.holds else "**no**"
        yield f"| {aim.words} | {aim.bound:g} {aim.unit} | {number(aim.found)} {aim.unit} | {holds} |"


def _where(machine: Machine) -> str:
    return (
        f"Measured on {machine.day} at {machine.commit}: {machine.cores} cores ({machine.processor}), "
        f"{machine.memory / 2**30:.0f} GiB, {machine.system}, {machine.python}, {machine.packages}. "
        f"Load of the machine at the start: {machine.load:.1f}"
        + (
            "; **it was busy with other work, so wall times are too long, and CPU is what to compare.**"
            if machine.load > machine.cores / 2
            else "."
        )
    )


def _beside_naive(sizes: Sequence[Size]) -> Iterator[str]:
    yield "| periods | what | pages | files | wall s | CPU s | memory MiB | wall, of naive | CPU, of naive |"
    yield "|--:|---|--:|--:|--:|--:|--:|--:|--:|"
    for size in sizes:
        counts = f"{size.naive_pages:,} | {size.naive_files:,}"
        yield f"| {size.periods:,} | {NAIVE} | {counts} | {_cost(size.costs[NAIVE])} | 1 | 1 |"
        for state in STATES:
            counts = f"{size.pages:,} | {size.files:,}" if state == COLD else " | "
            ratios = f"{number(size.wall_ratio(state))} | {number(size.cpu_ratio(state))}"
            yield f"| | {state} | {counts} | {_cost(size.costs[state])} | {ratios} |"


def _cost(cost: Cost) -> str:
    return f"{number(cost.wall)} | {number(cost.cpu)} | {cost.peak / 2**20:,.0f}"


def _per_report(sizes: Sequence[Size]) -> Iterator[str]:
    usual = at(sizes, USUAL)
    names = f"cold, wall ms | cold, CPU ms | wall, of that at {USUAL} | naive, wall ms | check, of the cold build"
    yield f"| periods | rounds | {names} |"
    yield "|--:|--:|--:|--:|--:|--:|--:|"
    for size in sizes:
        each, naive = size.per_report(COLD), size.per_report(NAIVE)
        beside = number(each.wall / usual.per_report(COLD).wall) if usual else "not measured"
        checked = number(size.costs[CHECK_COLD].wall / size.costs[COLD].wall)
        times = f"{number(each.wall * 1000)} | {number(each.cpu * 1000)} | {beside} | {number(naive.wall * 1000)}"
        yield f"| {size.periods:,} | {size.rounds} | {times} | {checked} |"


def _previews(sizes: Sequence[Size]) -> Iterator[str]:
    yield f"| periods | first page | {' | '.join(EDITS)} |"
    yield f"|--:|--:|{'--:|' * len(EDITS)}"
    for size in sizes:
        if size.preview is not None:
            seconds = (size.preview.first, *(size.preview.edits[name] for name in EDITS))
            yield f"| {size.periods:,} | {' | '.join(map(number, seconds))} |"


def _beside_empty(real: RealSite) -> Iterator[str]:
    yield "| what | pages | wall s | CPU s | memory MiB | wall, of empty | CPU, of empty |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    yield f"| empty Material site | {real.pages:,} | {_cost(real.empty)} | 1 | 1 |"
    for state in (FIRST, COLD, CHECK_COLD, CHECK_WARM, CHECK_UNCHANGED):
        cost = real.ours[state]
        ratios = f"{number(cost.wall / real.empty.wall)} | {number(cost.cpu / real.empty.cpu)}"
        yield f"| real site: {state} | {real.pages if state in (FIRST, COLD) else ''} | {_cost(cost)} | {ratios} |"
