"""Small projects, damaged again and again: loading with what is kept of earlier states tells what it would without."""

import random
import shutil
import tempfile
import time
from pathlib import Path

from tests.fuzz.projects import CHANGES
from tests.good_project import GOOD
from tests.loading.projects import outcome
from tests.stores import MappedStore

_TURNS = 4


def run(seed: int, seconds: float) -> int:
    """Damages copies of the small project until the time is over; the number of cases, the first of them always."""
    chance, store = random.Random(seed), MappedStore()
    cases, end = 0, time.monotonic() + seconds
    while not cases or time.monotonic() < end:
        with tempfile.TemporaryDirectory() as folder:
            project, made = shutil.copytree(GOOD, Path(folder) / "nho"), list[str]()
            outcome(project, store)
            for _ in range(_TURNS):
                change = chance.choice(CHANGES)
                change(chance, project)
                made.append(change.__name__)
                assert outcome(project, store) == outcome(project), f"kept, seed {seed}, case {cases}: {made}"
        cases += 1
    return cases
