"""What a command costs, with all processes that it starts: wall time, CPU time and the most memory at one moment.

CPU is what the system charges, user and system together. Memory is sampled on Linux, ten times a second: the sum of
what each process has for itself and its share of what several have (PSS), so that pages shared by forked processes
count once. Where that cannot be read, and at least, it is the largest single process, which the system remembers.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
_EVERY = 0.1  # seconds
# On macOS the system counts in bytes, elsewhere in units of 1,024 of them.
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: seconds of the clock, seconds of CPU, bytes of memory at most."""

    wall: float
    cpu: float
    peak: int

    def least(self, other: "Cost") -> "Cost":
        """The smaller of each: what is above it is the machine's other business."""
        return Cost(min(self.wall, other.wall), min(self.cpu, other.cpu), min(self.peak, other.peak))


def measured(command: Sequence[str], folder: Path = ROOT, **environment: str) -> Cost:
    """The cost of a command, run to its end in a folder, with these variables of the environment beside ours.

    Raises CalledProcessError, with what it said, if it fails.
    """
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    begun = perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        watch = Watch(process.pid)
        assert process.stderr is not None
        said = process.stderr.read()
        watch.stop()
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command), stderr=said.decode("utf-8", "replace"))
    # What Linux calls the most memory of a process has that of whoever forked it: it counts where nobody could look.
    return Cost(wall, usage.ru_utime + usage.ru_stime, watch.most or usage.ru_maxrss * _RSS_UNIT)


class Watch:
    """Looks at the memory of a process and its descendants until it is stopped; `most` is the most that it saw."""

    def __init__(self, pid: int) -> None:
        self.most = 0
        self._pid = pid
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        if Path("/proc/self/smaps_rollup").is_file():
            self._thread.start()

    def stop(self) -> None:
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join()

    def _look(self) -> None:
        while not self._ended.wait(_EVERY):
            self.most = max(self.most, sum(map(_share, _family(self._pid))))


def _family(pid: int) -> Iterator[int]:
    """The process and all below it."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:  # it has ended in between
            continue
        for child in children:
            yield from _family(int(child))


def _share(pid: int) -> int:
    """The bytes of a process, its part of what it shares with others; 0 where it has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
