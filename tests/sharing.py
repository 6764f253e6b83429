"""What is made once for a whole run of the tests, whichever of its processes asks first.

`pytest -n` runs tests in several processes. What costs seconds to make and is only looked at (a built site, an invented
project) is made by one of them; the others wait for it. Nothing outlives the run: its folder is new each time.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.publication.lock import acquire, release

Shared = Callable[[str, Callable[[Path], object]], Path]


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """The folder that the processes of one run have in common."""
    own = factory.getbasetemp()
    return (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "shared"


def made_once(folder: Path, name: str, make: Callable[[Path], object]) -> Path:
    """The folder `name`, made by whoever comes first, whole or not at all; what `make` raises goes to each who asks.

    `make` is given the path of a folder that does not exist, which has another name until it is whole.
    """
    done, lock = folder / name / "whole", folder / f"{name}.lock" / "lock"
    folder.mkdir(parents=True, exist_ok=True)
    while (handle := acquire(lock)) is None:
        time.sleep(0.05)
    try:
        if not done.exists():
            attempt = folder / name / str(time.monotonic_ns())
            attempt.parent.mkdir(exist_ok=True)
            make(attempt)
            attempt.rename(done)
    finally:
        release(handle, lock)
    return done
