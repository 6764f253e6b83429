"""What git keeps of a project: a few processes however long the history is, none of which can ask, page or fetch."""

import hashlib
import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from macros.history.git_calls import QUIET, git_command, git_environment, repository_top, run_git
from macros.reading.sources import LARGEST_FILE
from macros.record import Knowledge

_REGULAR = ("100644", "100755", "100664")
_CHUNK = 1 << 20
_NOTHING = ("", "", b"")
# The entries of a folder, by the length of an id as it is written.
_ENTRIES = {2 * size: re.compile(rb"([0-7]+) ([^\0]+)\0(.{%d})" % size, re.DOTALL) for size in (20, 32)}


@dataclass(frozen=True, slots=True)
class Commit:
    """A first-parent commit that changed files: `seconds` is its committer date, since 1970 in UTC.

    `changes` are paths below the project with the id of their new content, None where the file is gone or is none. At
    the `boundary` of a shallow clone the changes are all files there were, whenever they came.
    """

    id: str
    seconds: int
    boundary: bool
    changes: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Log:
    """The first-parent history of HEAD, oldest commit first, and how far it can be known."""

    knowledge: Knowledge
    commits: tuple[Commit, ...] = ()


def recorded(root: Path, folders: Iterable[str]) -> Log:
    """The commits that changed files below some folders of `root`: what the main line of history had, and when.

    A merge counts as one change, at the merge.
    """
    asked = run_git(root, ["rev-parse", "--is-shallow-repository", "--git-path", "objects/info/alternates"])
    if asked is None:
        return Log(Knowledge.NO_GIT)
    if asked.returncode:
        # Where there is one that git refuses (another's, settings that are wrong, a format of later), that is said.
        return Log(Knowledge.UNREADABLE if repository_top(root) else Knowledge.NO_REPOSITORY)
    is_shallow, _, lent = asked.stdout.decode("utf-8", "surrogateescape").removesuffix("\n").partition("\n")
    # "-O/dev/null" is git's own way to say: in no order of the user's.
    form = ["--raw", "--no-abbrev", "--no-renames", "-O/dev/null", "-z", "--format=commit %H %ct %P"]
    # What a commit says of its own encoding is not heeded: nothing but numbers is read.
    form += ["--encoding=none", "--no-ext-diff", "--no-textconv", "--no-notes", "--ignore-submodules=none"]
    log = run_git(root, ["log", "--first-parent", "-m", "--relative", *form, "HEAD", "--", *folders])
    if log is None or log.returncode:
        known = run_git(root, ["rev-parse", "--verify", "--quiet", "HEAD"])
        return Log(Knowledge.UNREADABLE if known is not None and not known.returncode else Knowledge.NO_COMMITS)
    commits = tuple(_commits(log.stdout, is_shallow == "true"))[::-1]
    if is_shallow == "true":
        return Log(Knowledge.SHALLOW, commits)
    # What another repository lends, it may take away or change.
    return Log(Knowledge.UNSURE if (root / lent).exists() else Knowledge.COMPLETE, commits)


def _commits(log: bytes, shallow: bool) -> Iterator[Commit]:
    fields = iter(log.decode("utf-8", "surrogateescape").split("\0"))
    head: list[str] = []
    changes: list[tuple[str, str | None]] = []
    for field in fields:
        entry = field.lstrip("\n")
        if entry.startswith("commit "):
            if head:
                yield _commit(head, changes, shallow)
            head, changes = entry.split(" "), []
        elif entry.startswith(":"):
            _, mode, _, blob, *_ = entry.split(" ")
            changes.append((next(fields), blob if mode in _REGULAR else None))
    if head:
        yield _commit(head, changes, shallow)


def _commit(head: Sequence[str], changes: Iterable[tuple[str, str | None]], shallow: bool) -> Commit:
    _, id, seconds, *parents = head
    return Commit(id, int(seconds) if seconds.isdigit() else 0, shallow and not any(parents), tuple(changes))


def committed_files(root: Path, commit: str, folders: Iterable[str]) -> dict[str, bytes] | None:
    """The files below some folders of `root` as they were at a commit, by name; None where git knows no such commit."""
    done = run_git(root, ["ls-tree", "-r", "-z", "--end-of-options", f"{commit}^{{commit}}", "--", *folders])
    if done is None or done.returncode:
        return None
    entries = [line.partition("\t") for line in done.stdout.decode("utf-8", "surrogateescape").split("\0") if line]
    blobs = {name: head.split()[2] for head, _, name in entries if head.split()[1] == "blob"}
    with Objects(root) as objects:
        contents = {name: objects.blob(blob) for name, blob in blobs.items()}
    return {name: content for name, content in contents.items() if content is not None}


def present(root: Path, ids: Iterable[str]) -> bool:
    """Whether git has an object under each of these ids."""
    asked = [f"{id}\n" for id in ids]
    # Of one that is not there git says its id and that it is missing.
    done = run_git(root, ["cat-file", "--batch-check=."], "".join(asked).encode())
    return done is not None and not done.returncode and done.stdout == b".\n" * len(asked)


class Objects:
    """The contents that git keeps, asked for one by one of a single process that starts with the first question."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._process: subprocess.Popen[bytes] | None = None
        self._broken = False
        self._trees: dict[str, dict[str, tuple[bool, str]]] = {}
        self.given: set[str] = set()
        """The ids of what it has handed out."""
        self.lacks = False
        """Whether there was no content for an id that git itself has named, or git does not answer any more."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()

    def blob(self, name: str) -> bytes | None:
        """The content of a file, of one that is too large only the beginning; None where git has none.

        Nor is there one where the bytes are not those that the id stands for: git itself does not look.
        """
        id, kind, content = self._ask(name)
        found = content if kind == "blob" and _stands_for(id, content) else None
        self.lacks = self.lacks or found is None
        return found

    def tree(self, name: str) -> dict[str, tuple[bool, str]]:
        """The entries of a folder, `commit:data/` or an id: whether each is a folder, and its id. Empty if none."""
        id, kind, content = self._ask(name)
        if kind != "tree":
            return {}
        # From commit to commit most folders stay the same.
        if id not in self._trees:
            found = _ENTRIES[len(id)].findall(content)
            entries = ((mode.decode(), file.decode("utf-8", "surrogateescape"), of.hex()) for mode, file, of in found)
            self._trees[id] = {
                file: (mode == "40000", of) for mode, file, of in entries if mode == "40000" or mode in _REGULAR
            }
        return self._trees[id]

    def _ask(self, name: str) -> tuple[str, str, bytes]:
        """Id, kind and content of an object; the kind is "" where git has none."""
        if self._broken or "\n" in name:
            return _NOTHING
        try:
            return self._answer(name)
        except (OSError, ValueError):
            # A process that dies, or answers as no git does, will not recover.
            self._broken = self.lacks = True
            return _NOTHING

    def _answer(self, name: str) -> tuple[str, str, bytes]:
        if self._process is None:
            self._process = subprocess.Popen(
                git_command(self._root, ["cat-file", "--batch"]),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=git_environment(self._root),
                creationflags=QUIET,
            )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(name.encode("utf-8", "surrogateescape") + b"\n")
        self._process.stdin.flush()
        head = self._process.stdout.readline().decode("utf-8", "surrogateescape")
        if head.endswith((" missing\n", " ambiguous\n")):
            return _NOTHING
        id, kind, size = head.split()
        # One byte more than allowed tells enough; the rest, which may not fit into memory, is passed over.
        content = self._process.stdout.read(min(int(size), LARGEST_FILE + 1))
        self.given.add(id)
        left = int(size) - len(content)
        while left:
            left -= len(self._process.stdout.read(min(left, _CHUNK))) or left
        self._process.stdout.read(1)
        return id, kind, content


def _stands_for(id: str, content: bytes) -> bool:
    """Whether an id is that of a file's content, as far as one that is too large to be read whole can tell."""
    if len(content) > LARGEST_FILE:
        return True
    algorithm = hashlib.sha256 if len(id) == 64 else hashlib.sha1
    return algorithm(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest() == id


def prefix(root: Path) -> str:
    """Where the project stands below the top of its repository: "" or a path that ends in "/"."""
    done = run_git(root, ["rev-parse", "--show-prefix"])
    return "" if done is None else done.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")
