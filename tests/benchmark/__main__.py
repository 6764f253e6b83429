"""What building costs, beside the naive site and an empty Material site, in one run.

Run by `make benchmark`. Demonstrations of several sizes are built cold, with nothing changed and with one figure
corrected, and each as a naive site; a preview is open while files are edited; the real site beside an empty one; then
a chart and a history of many commits. Times are the machine's; what counts is the ratios. `--keep` writes the table
and the plot into docs/design/.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from tests.benchmark.besides import ALLOWED_CHART, chart_sentence, history_sentence, milliseconds_a_chart
from tests.benchmark.measuring import ROOT, Cost, measured
from tests.benchmark.naive import write_naive_site
from tests.benchmark.plot import plot
from tests.benchmark.previewing import previewed
from tests.benchmark.results import NAIVE, Machine, RealSite, Size
from tests.benchmark.sites import Ours, files_of, mkdocs, pages_of, write_empty_site
from tests.benchmark.table import document
from tests.demo import MOST_PERIODS
from tests.demo.project import write_demo

KEPT = ROOT / "docs" / "design"
# Of CPU, the real site beside an empty one; above it `make benchmark` fails.
ALLOWED_RATIO = 2.0
# From so many periods on one round says enough.
LONG = 100
# What a copy of the repository is built without.
_MADE = (".venv*", ".cache", "site", ".site.congkhai", "build", "dist", "__pycache__", ".*_cache", ".hypothesis")


def main(arguments: Sequence[str] | None = None) -> int:
    given = options().parse_args(arguments)
    machine = this_machine()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        say("Trang này, bên cạnh một trang Material trống cùng số trang …")
        real = real_site(folder / "real", folder / "cache", given.rounds)
        sizes = []
        for periods in sorted(set(given.periods)):
            say(f"Minh họa {periods} kỳ, bên cạnh trang làm đơn giản …")
            sizes.append(
                demonstration(folder / str(periods), folder / "cache", periods, given.rounds if periods < LONG else 1)
            )
            shutil.rmtree(folder / str(periods))
        chart = milliseconds_a_chart()
        besides = [chart_sentence(chart)]
        if given.commits:
            say(f"Lịch sử {given.commits} lần ghi …")
            besides.append(history_sentence(folder / "history", given.commits))
    told = document(sizes, real, machine, besides)
    print(told)
    if given.keep:
        (KEPT / "benchmark.md").write_text(told, encoding="utf-8", newline="\n")
        if sizes:
            drawn = plot(sizes, f"Wall time by periods, {machine.day}")
            (KEPT / "benchmark.svg").write_text(drawn, encoding="utf-8", newline="\n")
    return 0 if real.cpu_ratio <= ALLOWED_RATIO and chart <= ALLOWED_CHART else 1


def options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make benchmark", description="Đo thời gian, bộ nhớ dựng trang.")
    parser.add_argument(
        "--periods",
        type=periods_of_a_demonstration,
        nargs="*",
        default=[1, 24, 100],
        help=f"số kỳ của các trang minh họa, đến {MOST_PERIODS}; cả thảy: 1 24 100 400 1200 (rất lâu)",
    )
    parser.add_argument("--rounds", type=int, default=3, help=f"số lượt đo khi dưới {LONG} kỳ, lấy lượt nhanh nhất")
    parser.add_argument("--commits", type=int, default=10_000, help="số lần ghi của lịch sử git; 0: không đo")
    parser.add_argument("--keep", action="store_true", help="ghi bảng và hình vào docs/design/")
    return parser


def periods_of_a_demonstration(text: str) -> int:
    if not 1 <= int(text) <= MOST_PERIODS:
        raise argparse.ArgumentTypeError(f"từ 1 đến {MOST_PERIODS}")
    return int(text)


def say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def demonstration(folder: Path, cache: Path, periods: int, rounds: int) -> Size:
    """A demonstration of so many periods and its naive site, measured in turn."""
    ours, naive = Ours(folder / "ours", folder / "site", cache), folder / "naive"
    write_demo(ROOT, ours.project, periods, seed=1)
    write_naive_site(ours.project, naive)
    costs = least(lambda: {**ours.costs(), **ours.changed(), NAIVE: measured(mkdocs(naive))}, rounds)
    ours.forget()
    ours.measured(ours.build())  # the correction has been taken back
    preview, plain = previewed(ours, folder / "program"), naive / "site"
    counts = pages_of(ours.site), files_of(ours.site), pages_of(plain), files_of(plain)
    return Size(periods, rounds, *counts, costs, preview)


def real_site(folder: Path, cache: Path, rounds: int) -> RealSite:
    """A copy of this repository as it stands, without what was made in it, beside an empty site of as many pages."""
    ours, empty = Ours(folder / "ours", folder / "site", cache), folder / "empty"
    shutil.copytree(ROOT, ours.project, ignore=shutil.ignore_patterns(*_MADE), symlinks=True)
    ours.measured(ours.build())
    pages = pages_of(ours.site)
    write_empty_site(empty, pages)
    costs = least(lambda: {**ours.first(), **ours.costs(), "empty": measured(mkdocs(empty))}, rounds)
    assert pages_of(empty / "site") == pages
    return RealSite(rounds, pages, costs, costs["empty"])


def least(measure: Callable[[], Mapping[str, Cost]], rounds: int) -> dict[str, Cost]:
    """The least of each cost in so many rounds, of at least one."""
    found = dict(measure())
    for _ in range(rounds - 1):
        found = {name: cost.least(found[name]) for name, cost in measure().items()}
    return found


def this_machine() -> Machine:
    """What the document says of where it was made."""
    commit = subprocess.run(
        ["git", "-C", str(ROOT), "describe", "--always", "--dirty"], capture_output=True, encoding="utf-8", check=False
    )
    return Machine(
        cores=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        processor=processor(),
        memory=os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
        system=f"{platform.system()} {platform.machine()}",
        python=f"{platform.python_implementation()} {platform.python_version()}",
        packages=", ".join(f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin")),
        load=os.getloadavg()[0],
        day=date.today().isoformat(),
        commit=commit.stdout.strip() or "no commit",
    )


def processor() -> str:
    """The processor's name, where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "unknown processor"


if __name__ == "__main__":
    sys.exit(main())
