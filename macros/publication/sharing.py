"""Work that is the same for many things, shared among the cores of the machine where it can fork.

What comes of it is in the order of the things and does not depend on who did it: a child knows what its parent knew.
What a child does not bring to its end (it was killed, or failed) the parent does itself: it fails as it would alone.
"""

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Made = TypeVar("Made")
_MOST_WORKERS = 8
_PR_SET_PDEATHSIG = 1  # of Linux


def workers() -> int:
    """How many processes share the work."""
    if not hasattr(os, "fork") or sys.platform == "darwin" or threading.active_count() > 1:
        # A fork knows nothing of its parent's threads, and locks that they hold stay closed.
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, _MOST_WORKERS)


def shared(things: Sequence[Thing], work: Callable[[Sequence[Thing]], list[Made]], fewest: int) -> list[Made]:
    """What `work` makes of each thing, in their order; it is given some of them at a time.

    Fewer than `fewest` things are done before a child has begun.
    """
    number = workers() if len(things) >= fewest else 1
    shares = [things[n::number] for n in range(number)]
    children: list[_Child[Made]] = []
    try:
        children += (_child(share, work) for share in shares[1:])
        parts = [work(shares[0])]
        for child, share in zip(children, shares[1:], strict=True):
            made = child.made()
            parts.append(work(share) if made is None else made)
    finally:
        for child in children:
            child.end()
    return [parts[n % number][n // number] for n in range(len(things))]


@dataclass(slots=True)
class _Child(Generic[Made]):
    """A process that works for this one, and where it says what it made."""

    process: int
    answer: int

    def made(self) -> list[Made] | None:
        """What it made, once it has ended; None where it did not come to its end."""
        with os.fdopen(self.answer, "rb") as file:
            self.answer = -1
            told = file.read()
        status = os.waitpid(self.process, 0)[1]
        self.process = 0
        if status or not told:
            return None
        found: list[Made] = pickle.loads(told)  # of our own child, through a pipe that no one else has
        return found

    def end(self) -> None:
        """Nothing of it is left, whatever it was doing."""
        if self.answer >= 0:
            os.close(self.answer)
        if self.process:
            with suppress(ProcessLookupError, ChildProcessError):
                os.kill(self.process, signal.SIGKILL)
                os.waitpid(self.process, 0)


def _child(share: Sequence[Thing], work: Callable[[Sequence[Thing]], list[Made]]) -> _Child[Made]:
    reading, writing = os.pipe()
    parent, process = os.getpid(), os.fork()
    if process:
        os.close(writing)
        return _Child(process, reading)
    status = 1
    try:
        _end_with(parent)
        os.close(reading)
        with os.fdopen(writing, "wb") as file:
            file.write(pickle.dumps(work(share)))
        status = 0
    finally:
        # Nothing of the parent's is closed or printed a second time.
        os._exit(status)


def _end_with(parent: int) -> None:
    """Have the system end this process when its parent ends, however that does: nothing is written for nobody."""
    import ctypes  # whoever shares nothing needs no library of the system

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
