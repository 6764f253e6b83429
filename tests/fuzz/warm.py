"""A project edited at random, its ledger damaged at random: a warm build gives the bytes of a cold one.

Each case edits words, figures, entries, names, whole reports or the history, now and then spoils what is kept of
earlier builds, and builds it twice: with the ledger into one folder, without it into another. What fails must fail both
ways. By turns it is the small project and an invented one of many kinds of period, where pages read figures of more
than one report.
"""

import random
import re
import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from macros.hosts.site_build import build_site
from macros.problems.problem import Problems
from macros.publication.ledger import FOLDER, Ledger
from macros.publication.trouble import BuildFailed
from tests.demo.project import write_demo
from tests.fuzz.damage import damaged
from tests.fuzz.publishing import Tree, tree
from tests.good_project import GOOD
from tests.history.repositories import NAMES, Git, committed
from tests.history.repositories import git as git_in

_WORDS = re.compile(
    r"^ *(?:- )?(?:label|title|reason|name|note|text|expansion|subject|reference|site_name): .*$"
    r"|^[^-#{|>:\n][^{}\n]+$|^ +- [^\s:][^:\n]*$",
    re.MULTILINE,
)
# An entry of a register, a list of definitions, a report; a person, named or not.
_ENTRY = re.compile(r"^  - .*\n(?:(?!  - |\S).*\n)*", re.MULTILINE)
_NAMED = re.compile(r"^( +)- name: .*\n(?: +withheld: true\n)?", re.MULTILINE)
# What happens to a project, the usual things more often.
_KINDS = (
    *("words", "words", "figure", "corrected", "corrected", "commit", "commit", "without", "back", "moved", "nothing"),
    *("entry", "person"),
)
_PERIODS = 9
_REVISION = re.compile(r"^  - number: (\d+)\n    date: ([\d-]+)$", re.MULTILINE)
_NEW_REVISION = "  - number: {number}\n    date: {day}\n    reason: Sửa một số chép sai\n"
_FIGURE = re.compile(r"(?<=value: )\d+$", re.MULTILINE)


def run(seed: int, seconds: float) -> int:
    """Builds until the time is over; the number of cases. AssertionError names the case that failed."""
    chance = random.Random(seed)
    cases, end = 0, time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        project = base / "nho"
        git = _small(project) if seed % 2 else _invented(project, seed)
        ledger = Ledger(project / FOLDER, b"secret")
        _built(project, base / "warm", ledger)
        sound = git("rev-parse", "HEAD").strip()
        while not cases or time.monotonic() < end:
            done = _changed(chance, project, git)
            warm, cold = _built(project, base / "warm", ledger), _built(project, base / "cold", None)
            assert warm == cold, f"warm, seed {seed}, case {cases}: {done}: {_apart(warm, cold)}"
            if isinstance(cold, str):
                # What was committed in this case may be what fails.
                git("reset", "--quiet", "--hard", sound)
                git("clean", "--quiet", "--force", "--", "data", "docs")
            sound = git("rev-parse", "HEAD").strip()
            cases += 1
    return cases


def _small(project: Path) -> Git:
    """The small project, committed."""
    return committed(shutil.copytree(GOOD, project))


def _invented(project: Path, seed: int) -> Git:
    """An invented project with its history."""
    write_demo(Path(__file__).parents[2], project, _PERIODS, seed)
    return partial(git_in, project, *NAMES)


def _changed(chance: random.Random, project: Path, git: Git) -> list[str]:
    """What was done to the project and its ledger."""
    done = [chance.choice(_KINDS) for _ in range(chance.randint(1, 2))]
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


def _corrected(chance: random.Random, project: Path, git: Git) -> None:
    """A published report is corrected as it should be: with a revision, and figures and notes that became others."""
    path = chance.choice(sorted((project / "data/reports").iterdir()))
    text = path.read_text("utf-8")
    revisions = _REVISION.findall(text)
    if not revisions:
        return  # its report prints no date
    number, day = revisions[-1]
    after = date.fromisoformat(day) + timedelta(1)
    text = text.replace(
        "\nobservations:", f"{_NEW_REVISION.format(number=int(number) + 1, day=after)}\nobservations:", 1
    )
    for _ in range(chance.randint(1, 3)):
        found = chance.choice(list(_FIGURE.finditer(text)))
        note = chance.choice(["", "", "\n    note: Đã sửa", "\n    target: 12"])
        text = f"{text[: found.start()]}{int(found[0]) + 1}{note}{text[found.end() :]}"
    path.write_text(text, "utf-8", newline="\n")


def _entry(chance: random.Random, project: Path, git: Git) -> None:
    """An entry is taken out: a document, a short form, a synonym, a question, a reading note, a relation, a row."""
    path = chance.choice([path for path in _sources(project) if _ENTRY.search(path.read_text("utf-8"))])
    text = path.read_text("utf-8")
    entry = chance.choice(list(_ENTRY.finditer(text)))
    path.write_text(text[: entry.start()] + text[entry.end() :], "utf-8", newline="\n")


def _person(chance: random.Random, project: Path, git: Git) -> None:
    """A person is named, or no longer."""
    named = [path for path in _sources(project) if _NAMED.search(path.read_text("utf-8"))]
    if not named:
        return
    path = chance.choice(named)
    text = path.read_text("utf-8")
    person = chance.choice(list(_NAMED.finditer(text)))
    name, _, mark = person[0].partition("\n")
    changed = f"{name}\n" if mark else f"{name}\n{person[1]}  withheld: true\n"
    path.write_text(text[: person.start()] + changed + text[person.end() :], "utf-8", newline="\n")


def _without(chance: random.Random, project: Path, git: Git) -> None:
    """A report is gone, or its narrative, or what was written of its quality."""
    chance.choice(sorted([*(project / "data/reports").iterdir(), *(project / "docs/bao-cao").iterdir()])).unlink()


def _back(chance: random.Random, project: Path, git: Git) -> None:
    """The project stands as it did some commits ago, or as it was last committed."""
    commits = git("rev-list", "--first-parent", "--max-count=5", "HEAD").split()
    git("checkout", "--quiet", chance.choice(commits), "--", "data", "docs")


def _moved(chance: random.Random, project: Path, git: Git) -> None:
    """What belongs to one page or register stands in another order."""
    path = chance.choice(_sources(project))
    blocks = path.read_text("utf-8").split("\n\n")
    if len(blocks) > 3:
        n = chance.randrange(1, len(blocks) - 2)
        blocks[n], blocks[n + 1] = blocks[n + 1], blocks[n]
    path.write_text("\n\n".join(blocks), "utf-8", newline="\n")


_CHANGES: dict[str, Callable[[random.Random, Path, Git], None]] = {
    "words": _words,
    "figure": _figure,
    "corrected": _corrected,
    "commit": _commit,
    "entry": _entry,
    "person": _person,
    "without": _without,
    "back": _back,
    "moved": _moved,
    "nothing": lambda chance, project, git: None,
}


def _sources(project: Path) -> list[Path]:
    return sorted([*(project / "data").rglob("*.yaml"), *(project / "docs").rglob("*.md"), project / "mkdocs.yml"])


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
