"""The campaigns of this folder, and one turn of one: a module of its own, which a process started for it imports."""

import traceback
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

FOLDER = Path(__file__).parent
CAMPAIGNS = tuple(
    sorted(
        path.stem for path in FOLDER.glob("*.py") if "\ndef run(seed: int, seconds: float)" in path.read_text("utf-8")
    )
)


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a campaign: how many cases it made, and what failed, if anything did."""

    campaign: str
    seed: int
    cases: int
    failure: str = ""


def turn(campaign: str, seed: int, seconds: float) -> Turn:
    """A turn that never raises: what fails is told."""
    try:
        return Turn(campaign, seed, import_module(f"tests.fuzz.{campaign}").run(seed, seconds))
    except Exception:
        return Turn(campaign, seed, 0, traceback.format_exc())


def purpose(campaign: str) -> str:
    """The first line of a campaign's docstring: the law that it tries to break."""
    return (import_module(f"tests.fuzz.{campaign}").__doc__ or "").strip().partition("\n")[0]
