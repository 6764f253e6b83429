"""A project edited at random, its ledger damaged at random: a warm build gives the bytes of a cold one.

Each case edits words, figures or the history of the small project, now and then spoils what is kept of earlier builds,
and builds it twice: with the ledger into one folder, without it into another. What fails must fail both ways.
"""

import random
import re
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from macros.hosts.site_build import build_site
from macros.problems.problem import Problems
from macros.publication.ledger import FOLDER, Ledger
from macros.publication.trouble import BuildFailed
from tests.fuzz.damage import damaged
from tests.fuzz.publishing import Tree, tree
from tests.good_project import GOOD
from tests.history.repositories import Git, committed

_WORDS = re.compile(
    r"^ *(?:- )?(?:label|title|reason|name|note|text|expansion|subject): .*$|^[^-#{|>:\n][^{}\n]+$", re.MULTILINE
)
_FIGURE = re.compile(r"(?<=value: )\d+$", re.MULTILINE)


def run(seed: int, seconds: float) -> int:
    """Builds until the time is over; the number of cases. AssertionError names the case that failed."""
    chance = random.Random(seed)
    cases, end = 0, time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        project = shutil.copytree(GOOD, base / "nho")
        git = committed(project)
        ledger = Ledger(project / FOLDER, b"secret")
        _built(project, base / "warm", ledger)
        while not cases or time.monotonic() < end:
            done = _changed(chance, project, git)
            warm, cold = _built(project, base / "warm", ledger), _built(project, base / "cold", None)
            assert warm == cold, f"warm, seed {seed}, case {cases}: {done}: {_apart(warm, cold)}"
            if isinstance(cold, str):
                git("checkout", "--quiet", ".")
            cases += 1
    return cases


def _changed(chance: random.Random, project: Path, git: Git) -> list[str]:
    """What was done to the project and its ledger."""
    done = [chance.choice(["words", "words", "figure", "commit", "nothing"]) for _ in range(chance.randint(1, 2))]
    for what in done:
        _CHANGES[what](chance, project, git)
    kept = sorted(path for path in (project / FOLDER).rglob("*") if path.is_file())
    if kept and chance.random() < 0.5:
        entry = chance.choice(kept)
        entry.write_bytes(damaged(chance, entry.read_bytes(), 1))
        done.append("damage")
    return done


def _words(chance: random.Random, project: Path, git: Git) -> None:
    """Two neighbouring words of a text change places."""
    path = chance.choice([path for path in _sources(project) if _WORDS.search(path.read_text("utf-8"))])
    text = path.read_text("utf-8")
    line = chance.choice(list(_WORDS.finditer(text)))
    head, *words = line[0].split(" ")
    if len(words) > 2:
        n = chance.randrange(1, len(words) - 1)
        words[n], words[n + 1] = words[n + 1], words[n]
    path.write_text(text[: line.start()] + " ".join([head, *words]) + text[line.end() :], "utf-8", newline="\n")


def _figure(chance: random.Random, project: Path, git: Git) -> None:
    path = chance.choice(sorted((project / "data/reports").iterdir()))
    text = path.read_text("utf-8")
    number = chance.choice(list(_FIGURE.finditer(text)))
    path.write_text(f"{text[: number.start()]}{int(number[0]) + 1}{text[number.end() :]}", "utf-8", newline="\n")


def _commit(chance: random.Random, project: Path, git: Git) -> None:
    git("add", "data", "docs")
    git("commit", "--quiet", "--allow-empty", "--message=x")


_CHANGES: dict[str, Callable[[random.Random, Path, Git], None]] = {
    "words": _words,
    "figure": _figure,
    "commit": _commit,
    "nothing": lambda chance, project, git: None,
}


def _sources(project: Path) -> list[Path]:
    return sorted([*(project / "data").rglob("*.yaml"), *(project / "docs").rglob("*.md")])


def _built(project: Path, site: Path, ledger: Ledger | None) -> Tree | str:
    """The site, or why there is none."""
    try:
        build_site(project, site, ledger=ledger)
    except (BuildFailed, Problems) as failed:
        return str(failed)
    return tree(site)


def _apart(warm: Tree | str, cold: Tree | str) -> object:
    if isinstance(warm, str) or isinstance(cold, str):
        return warm if isinstance(warm, str) else cold
    return sorted(path for path in warm.keys() | cold.keys() if warm.get(path) != cold.get(path))
