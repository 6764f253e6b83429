"""Who does a share of the work makes no difference to what comes of it."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from macros.publication import sharing
from macros.publication.sharing import shared

THINGS, FEWEST = list(range(33)), 16
MAIN = os.getpid()
ROOT = Path(__file__).resolve().parents[2]


def squares(some: Sequence[int]) -> list[int]:
    return [thing * thing for thing in some]


def in_a_child(harm: Callable[[], object]) -> Callable[[Sequence[int]], list[int]]:
    def work(some: Sequence[int]) -> list[int]:
        if os.getpid() != MAIN:
            harm()
        return squares(some)

    return work


def fails() -> None:
    raise ValueError


@pytest.mark.parametrize("number", [1, 2, 3, 7])
@pytest.mark.parametrize("things", [THINGS, THINGS[:FEWEST], THINGS[:5], []])
def test_what_comes_of_it_does_not_depend_on_their_number(
    monkeypatch: pytest.MonkeyPatch, number: int, things: list[int]
) -> None:
    monkeypatch.setattr(sharing, "workers", lambda: number)
    assert shared(things, squares, FEWEST) == squares(things)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is shared there")
@pytest.mark.parametrize(
    "harm", [fails, lambda: os._exit(0), lambda: os._exit(3), lambda: os.kill(os.getpid(), signal.SIGKILL)]
)
def test_what_a_child_does_not_do_its_parent_does(monkeypatch: pytest.MonkeyPatch, harm: Callable[[], object]) -> None:
    monkeypatch.setattr(sharing, "workers", lambda: 3)
    assert shared(THINGS, in_a_child(harm), FEWEST) == squares(THINGS)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is shared there")
def test_what_fails_fails_as_it_does_alone_and_leaves_nobody_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "workers", lambda: 3)
    fork, children = os.fork, list[int]()

    def noted() -> int:
        children.append(fork())
        return children[-1]

    monkeypatch.setattr(os, "fork", noted)

    def work(some: Sequence[int]) -> list[int]:
        if os.getpid() == MAIN:
            raise OSError(28, "full")
        signal.pause()
        return []

    with pytest.raises(OSError, match="full"):
        shared(THINGS, work, FEWEST)
    assert len(children) == 2
    for child in children:
        with pytest.raises(ChildProcessError):
            os.waitpid(child, os.WNOHANG)


ORPHANED = """
import os, signal, sys, time
from macros.publication import sharing

sharing.workers = lambda: 2
main = os.getpid()
begun, begins = os.pipe()

def work(some):
    if os.getpid() == main:
        os.read(begun, 1)
        os.kill(main, signal.SIGKILL)
    print("works", flush=True)
    os.write(begins, b".")
    time.sleep(60)
    print("outlived", flush=True)

sharing.shared(range(100), work, 2)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
def test_a_child_does_not_outlive_its_parent() -> None:
    killed = subprocess.Popen([sys.executable, "-c", ORPHANED], cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8")
    assert killed.wait() == -signal.SIGKILL
    assert killed.stdout is not None
    # What it says ends when the child does.
    assert killed.stdout.read().split() == ["works"]
