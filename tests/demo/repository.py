"""A story to a folder and its git history, through one `git fast-import` however many commits there are."""

import datetime
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.demo.story import Commit

_BRANCH = "refs/heads/main"
_AUTHORS = ("Nguyễn Văn Minh Họa <minh-hoa@vi-du.example>", "Lê Thị Thí Dụ <thi-du@vi-du.example>")
_ZONE = "+0700"
_OPENING = datetime.timezone(datetime.timedelta(hours=7))


class HistoryFailed(Exception):
    """The history could not be made; the message says why, in the words of git."""


def write_files(root: Path, files: Iterable[tuple[str, str]]) -> None:
    """Write texts below `root`, by path."""
    for path, text in files:
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


def has_git() -> bool:
    """Whether this machine has git."""
    return shutil.which("git") is not None


def import_history(root: Path, commits: Iterable[Commit]) -> int:
    """Make the commits in a new repository at `root`, whose files must be those of the last; returns their number.

    Nothing of the machine enters: no clock, no name, no setting of its user. Raises HistoryFailed.
    """
    _git(root, "init", "--quiet", "--object-format=sha1")
    _git(root, "symbolic-ref", "HEAD", _BRANCH)
    command = ["git", "-C", str(root), "fast-import", "--quiet", "--done"]
    number = 0
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=_environment()) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        try:
            for part in _stream(commits):
                number += part.startswith(b"commit ")
                process.stdin.write(part)
            process.stdin.write(b"done\n")
            process.stdin.close()
        except BrokenPipeError:
            pass  # git has ended and says why
        complaint = process.stderr.read().decode("utf-8", "replace")
    if process.returncode:
        raise HistoryFailed(complaint.strip())
    # The files are there already: only git's list of them is missing.
    _git(root, "reset", "--quiet")
    return number


def _stream(commits: Iterable[Commit]) -> Iterator[bytes]:
    """The commits in the language of fast-import; each gets the number of its mark."""
    heads: dict[str, int] = {}
    minutes: dict[datetime.date, int] = {}
    for mark, commit in enumerate(commits, 1):
        minutes[commit.date] = minutes.get(commit.date, -1) + 1
        yield _header(commit, mark, minutes[commit.date])
        parent = heads.get(commit.branch) or heads.get("")
        if parent is not None:
            yield f"from :{parent}\n".encode()
        if commit.merges:
            yield f"merge :{heads.pop(commit.merges)}\n".encode()
        for path, text in commit.changes.items():
            yield f"M 100644 inline {path}\n".encode() + _data(text) if text is not None else f"D {path}\n".encode()
        yield b"\n"
        heads[commit.branch] = mark


def _header(commit: Commit, mark: int, minute: int) -> bytes:
    start = datetime.datetime.combine(commit.date, datetime.time(8), _OPENING)
    when = f"{int(start.timestamp()) + 60 * minute} {_ZONE}"
    author = _AUTHORS[mark % len(_AUTHORS)]
    head = f"commit {_BRANCH}\nmark :{mark}\nauthor {author} {when}\ncommitter {author} {when}\n"
    return head.encode() + _data(f"{commit.message}\n")


def _data(text: str) -> bytes:
    content = text.encode()
    return b"data %d\n%b\n" % (len(content), content)


def _git(root: Path, *arguments: str) -> None:
    done = subprocess.run(["git", "-C", str(root), *arguments], env=_environment(), capture_output=True, check=False)
    if done.returncode:
        raise HistoryFailed(done.stderr.decode("utf-8", "replace").strip())


def _environment() -> dict[str, str]:
    """The environment without anything that tells git of another repository or of its user's settings."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**ours, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
