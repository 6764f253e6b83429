"""Who does a share of the work makes no difference to what comes of it."""

import os
import signal
from collections.abc import Callable, Sequence

import pytest

from macros.publication import sharing
from macros.publication.sharing import FEWEST, shared

THINGS = list(range(2 * FEWEST + 1))
MAIN = os.getpid()


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
    assert shared(things, squares) == squares(things)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is shared there")
@pytest.mark.parametrize(
    "harm", [fails, lambda: os._exit(0), lambda: os._exit(3), lambda: os.kill(os.getpid(), signal.SIGKILL)]
)
def test_what_a_child_does_not_do_its_parent_does(monkeypatch: pytest.MonkeyPatch, harm: Callable[[], object]) -> None:
    monkeypatch.setattr(sharing, "workers", lambda: 3)
    assert shared(THINGS, in_a_child(harm)) == squares(THINGS)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is shared there")
def test_what_fails_fails_as_it_does_alone_and_leaves_nobody_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "workers", lambda: 3)

    def work(some: Sequence[int]) -> list[int]:
        if os.getpid() == MAIN:
            raise OSError(28, "full")
        signal.pause()
        return []

    with pytest.raises(OSError, match="full"):
        shared(THINGS, work)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
