"""The attacker in the repository: every campaign in turn, with seeds that name each case again.

    python -m tests.fuzz --seconds 3600                  all campaigns, both cores
    python -m tests.fuzz --seconds 60 --seed 7 files     one of them
    python -m tests.fuzz --seconds 3600 --record docs/design/fuzz.md

A campaign is a module of this folder with `run(seed, seconds)`: it makes cases until the time is over, gives their
number, and raises AssertionError, which names the case, where one does not hold.
"""

import argparse
import multiprocessing
import os
import platform
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from tests.fuzz.turns import CAMPAIGNS, Turn, purpose, turn

_TURN = 60.0  # seconds of one turn of a campaign: long enough for what builds whole projects


def main() -> int:
    options = arguments()
    began = time.monotonic()
    seconds = min(_TURN, options.seconds * options.jobs / len(options.campaigns))
    turns: list[Turn] = []
    with ProcessPoolExecutor(options.jobs, multiprocessing.get_context("spawn")) as pool:
        seed = options.seed
        while not turns or time.monotonic() - began + seconds <= options.seconds:
            jobs = [pool.submit(turn, name, seed + n, seconds) for n, name in enumerate(options.campaigns)]
            for made in (job.result() for job in as_completed(jobs)):
                turns.append(made)
                if made.failure:
                    print(f"{made.campaign}, seed {made.seed}:\n{made.failure}", file=sys.stderr, flush=True)
            seed += len(jobs)
    text = record(turns, time.monotonic() - began, options.jobs, options.seed)
    print(text)
    if options.record:
        options.record.write_text(text, "utf-8", newline="\n")
    return int(any(made.failure for made in turns))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__.partition("\n")[0])
    parser.add_argument("campaigns", nargs="*", default=CAMPAIGNS, metavar="campaign", help=", ".join(CAMPAIGNS))
    parser.add_argument("--seconds", type=float, default=60, help="how long (60)")
    parser.add_argument("--seed", type=int, default=1, help="of the first turn (1)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (one a core)")
    parser.add_argument("--record", type=Path, help="a file to write the figures to")
    options = parser.parse_args()
    if unknown := set(options.campaigns) - set(CAMPAIGNS):
        parser.error(f"no campaign {', '.join(sorted(unknown))}; there are {', '.join(CAMPAIGNS)}")
    return options


def record(turns: list[Turn], seconds: float, jobs: int, seed: int) -> str:
    """What the run found, as a page of Markdown."""
    cases, failures = Counter[str](), Counter[str]()
    for made in turns:
        cases[made.campaign] += made.cases
        failures[made.campaign] += bool(made.failure)
    rows = [f"| {name} | {cases[name]} | {failures[name]} |" for name in sorted(cases)]
    return "\n".join(
        [
            "# Fuzzing",
            "",
            f"`make fuzz`: {seconds / 60:.0f} minutes, {jobs} processes, first seed {seed}, "
            f"Python {platform.python_version()}.",
            "A campaign that fails names its seed, with which the case comes again.",
            "",
            "| campaign | cases | turns that failed |",
            "| --- | ---: | ---: |",
            *rows,
            f"| all | {cases.total()} | {failures.total()} |",
            "",
            *(f"- {name}: {purpose(name)}" for name in sorted(cases)),
            "",
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
