"""Builds that are killed, interrupted and run at once: what is public is one whole site or the other.

Two projects whose sites differ are built in turn into one folder in which a host keeps files of its own. Children are
forked, so that a build starts at once; so this needs a system that forks.
"""

import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from macros.hosts.site_build import build_site
from macros.publication import switch
from macros.publication.trouble import BuildStopped
from macros.publication.workspace import finish_interrupted
from tests.good_project import GOOD, edit

INTERRUPTED = 130
HOST_FILES = {"CNAME": b"cchc.example.vn\n", ".well-known/acme-challenge/khoa": b"khoa", "tai-ve/mau.doc": b"mau"}
_CHANGES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
Tree = dict[str, bytes]


def tree(folder: Path) -> Tree:
    """Every file of a folder by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def forked(action: Callable[[], int], folder: Path) -> int:
    """The id of a child that does the action and ends with what it returns; what it says is a file in the folder."""
    child = os.fork()
    if child:
        return child
    status = 99
    try:
        said = os.open(folder / f"{os.getpid()}.txt", os.O_WRONLY | os.O_CREAT)
        os.dup2(said, 1)
        os.dup2(said, 2)
        status = action()
    except Exception:
        traceback.print_exc()
    except KeyboardInterrupt:  # before the build had begun, or after its end
        status = INTERRUPTED
    finally:
        sys.stderr.flush()
        os._exit(status)


def ended(child: int) -> int:
    """How a child has ended: its status, or the signal that ended it with a minus, as `subprocess` has it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def in_two_steps() -> None:
    """Let this process switch as on a system that cannot exchange two folders."""
    switch._swap = None


def at_change(number: int, number_of_signal: int) -> None:
    """Send this process the signal just before its n-th change of a file, counted from 1."""
    seen = 0

    def audit(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        opens = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING
        if event in _CHANGES or opens:
            seen += 1
            if seen == number:
                os.kill(os.getpid(), number_of_signal)

    sys.addaudithook(audit)


@dataclass
class Rivals:
    """Two projects, and the folder that both publish into, below a temporary one."""

    base: Path
    projects: list[Path] = field(init=False)
    whole: list[Tree] = field(init=False)
    seconds: float = field(init=False)

    def __post_init__(self) -> None:
        self.projects = [shutil.copytree(GOOD, self.base / name) for name in ("one", "other")]
        other = self.projects[1]
        edit(other / "data/reports/2031-S1.yaml", "value: 48", "value: 49")
        (other / "docs/gioi-thieu.md").rename(other / "docs/ve-chung-toi.md")
        edit(other / "mkdocs.yml", "gioi-thieu.md", "ve-chung-toi.md")
        self.whole = []
        for project in self.projects:
            begun = time.monotonic()
            build_site(project, self.base / "alone" / project.name)
            self.seconds = time.monotonic() - begun
            self.whole.append(tree(self.base / "alone" / project.name) | HOST_FILES)
        assert self.whole[0] != self.whole[1]
        build_site(self.projects[0], self.site)
        for path, content in HOST_FILES.items():
            (self.site / path).parent.mkdir(parents=True, exist_ok=True)
            (self.site / path).write_bytes(content)

    @property
    def site(self) -> Path:
        return self.base / "public" / "site"

    def build(self, which: int, one_step: bool, prepare: Callable[[], None] = lambda: None) -> int:
        """A child that builds one of the projects; it says as the command does how it ended."""

        def action() -> int:
            if not one_step:
                in_two_steps()
            prepare()
            try:
                build_site(self.projects[which], self.site)
            except BuildStopped:
                return INTERRUPTED
            return 0

        return forked(action, self.base)

    def said(self) -> str:
        """What the children have said since this was asked last."""
        texts = []
        for path in self.base.glob("*.txt"):
            texts.append(path.read_text("utf-8"))
            path.unlink()
        return "\n".join(filter(None, texts))

    def stands(self) -> bool:
        """Whether what is public is one of the two, whole, with the files of the host."""
        return self.site.is_dir() and tree(self.site) in self.whole

    def settled(self, one_step: bool) -> None:
        """Demands that a whole site stands: at once where the switch is one step, else after the next start."""
        assert not one_step or self.stands(), "partial before the next start"
        finish_interrupted(self.site)
        assert self.stands(), "partial after the next start"
        assert [path.name for path in self.site.parent.iterdir()] == ["site"], "something was left beside the site"


def killed_at_a_moment(rivals: Rivals, chance: random.Random, one_step: bool) -> None:
    """A build is killed or interrupted at some moment; until then the site is always there."""
    end = time.monotonic() + chance.uniform(0, rivals.seconds * 1.5)
    child = rivals.build(chance.randrange(2), one_step)
    while time.monotonic() < end:
        assert not one_step or (rivals.site / "index.html").is_file(), "a moment without a site"
    sent = chance.choice([signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
    os.kill(child, sent)
    assert ended(child) in {0, INTERRUPTED, -sent}


def killed_at_a_change(rivals: Rivals, chance: random.Random, one_step: bool) -> None:
    """A build is killed or interrupted just before one of its changes of files, most often one of the last."""
    changes = 4 * len(rivals.whole[0])
    sent, number = chance.choice([signal.SIGKILL, signal.SIGINT]), chance.randrange(1, changes)
    child = rivals.build(chance.randrange(2), one_step, lambda: at_change(number, sent))
    assert ended(child) in {0, INTERRUPTED, -sent}


def at_once(rivals: Rivals, chance: random.Random, one_step: bool) -> None:
    """Two or three builds at once, one of which may stand still for a while: all end well."""
    children = []
    for _ in range(chance.choice([2, 2, 3])):
        children.append(rivals.build(chance.randrange(2), one_step))
        time.sleep(chance.uniform(0, rivals.seconds))
    os.kill(children[0], signal.SIGSTOP)
    time.sleep(chance.uniform(0, rivals.seconds / 2))
    os.kill(children[0], signal.SIGCONT)
    statuses = [ended(child) for child in children]
    assert statuses == [0] * len(children), f"ended with {statuses}"


def cases(seed: int, go_on: Callable[[int], bool]) -> int:
    """Runs cases as long as it is told to go on (it is given how many are done); returns how many there were."""
    chance = random.Random(seed)
    done = 0
    with tempfile.TemporaryDirectory() as folder:
        rivals = Rivals(Path(folder).resolve())
        while go_on(done):
            case = chance.choice(
                [killed_at_a_moment, killed_at_a_moment, killed_at_a_change, killed_at_a_change, at_once]
            )
            one_step = chance.random() < 0.5
            try:
                case(rivals, chance, one_step)
                rivals.settled(one_step and switch._swap is not None)
            except AssertionError as wrong:
                told = f"seed {seed}, case {done + 1}: {case.__name__}, {'one step' if one_step else 'two steps'}"
                raise AssertionError(f"{told}: {wrong}\n{rivals.said()}") from wrong
            rivals.said()
            done += 1
    return done


def run(seed: int, seconds: float) -> int:
    """Runs cases for so many seconds; returns how many. AssertionError says the seed and the case."""
    end = time.monotonic() + seconds
    return cases(seed, lambda done: not done or time.monotonic() < end)
