"""Git histories, written in one go or step by step, and what they tell, in lines that a test can compare."""

import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from macros.faces import revision_text
from macros.history.public_states import Past, read_past
from macros.loading.assembly import load_catalogue
from macros.record import Catalogue, History, ReportKey
from tests.good_project import GOOD

# 1/1/2031, 08:00 in Viet Nam; commit number n is made n days later.
FIRST = 1_924_995_600
DAY = 86_400

# Who commits, on whatever machine.
NAMES = ("-c", "user.name=Ví dụ", "-c", "user.email=vi-du@vi-du.example", "-c", "commit.gpgsign=false")

Git = Callable[..., str]
# A file's content; with a mode, what git keeps of something else: a link, a foreign repository. None: it goes.
Content = bytes | tuple[str, bytes] | None


@dataclass(slots=True)
class Commit:
    """A commit: what it changes, the branch it stands on, and the branch that it merges."""

    changes: Mapping[str | bytes, Content] = field(default_factory=dict)
    branch: str = "main"
    merges: str | None = None
    seconds: int | None = None


def write_history(folder: Path, commits: Iterable[Commit]) -> list[str]:
    """A repository in `folder` with these commits and the files of the last one on main; returns the commits' ids.

    A branch starts where main stands when it is first named.
    """
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    stream, heads = bytearray(), dict[str, int]()
    for mark, commit in enumerate(commits, 1):
        stream += _commit(mark, commit, heads)
        heads[commit.branch] = mark
    marks = folder / ".git" / "marks"
    git(folder, "fast-import", "--quiet", "--force", f"--export-marks={marks}", given=bytes(stream))
    if "main" in heads:
        git(folder, "reset", "--quiet", "--hard", "main")
    ids = dict(line.split() for line in marks.read_text().splitlines())
    return [ids[f":{mark}"] for mark in range(1, len(ids) + 1)]


def _commit(mark: int, commit: Commit, heads: Mapping[str, int]) -> bytes:
    seconds = FIRST + mark * DAY if commit.seconds is None else commit.seconds
    lines = [f"commit refs/heads/{commit.branch}", f"mark :{mark}", f"committer Ai <ai@vi-du.example> {seconds} +0700"]
    lines += ["data 1", "x"]
    parent = heads.get(commit.branch, heads.get("main"))
    lines += [f"from :{parent}"] if parent else []
    lines += [f"merge :{heads[commit.merges]}"] if commit.merges else []
    stream = ("\n".join(lines) + "\n").encode()
    for path, content in commit.changes.items():
        name = path if isinstance(path, bytes) else path.encode()
        if content is None:
            stream += b"D " + name + b"\n"
        elif isinstance(content, tuple) and content[0] == "160000":
            stream += b"M 160000 " + content[1] + b" " + name + b"\n"
        else:
            mode, kept = content if isinstance(content, tuple) else ("100644", content)
            stream += b"M %s inline %s\ndata %d\n%s\n" % (mode.encode(), name, len(kept), kept)
    return stream + b"\n"


def git(folder: Path, *arguments: str, given: bytes = b"") -> str:
    """What a git command prints."""
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, input=given, check=True, capture_output=True).stdout.decode()


def committed(folder: Path) -> Git:
    """Makes the folder a repository with one commit that holds every file; what it gives runs git there."""
    run = partial(git, folder, *NAMES)
    run("init", "--quiet", "--initial-branch=main")
    run("add", ".")
    run("commit", "--quiet", "--message=Lần đầu")
    return run


def project_files() -> dict[str | bytes, Content]:
    """The files of the small invented project, by path."""
    paths = (path for path in GOOD.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {path.relative_to(GOOD).as_posix(): path.read_bytes() for path in paths}


def told(folder: Path) -> str:
    """What the history of the project in `folder` tells, in the words of the site."""
    return told_of(load_catalogue(folder))


def told_of(catalogue: Catalogue) -> str:
    """What a catalogue's history tells: each report's revisions, and each figure that was not always the same."""
    history = catalogue.history
    lines = [f"{history.knowledge}{f' {history.unreadable}' if history.unreadable else ''}"]
    for report, past in history.reports.items():
        for edition in past.editions:
            words = [
                revision_text.title(edition),
                revision_text.count_text(edition),
                revision_text.standing_text(edition, history),
            ]
            told = "; ".join(word for word in words if word)
            lines.append(f"{report} {revision_text.revision_text(edition.revision)}: {edition.revision.reason}: {told}")
        lines += _figure_lines(history, report)
    return "\n".join([*lines, ""]).replace("\u00a0", " ")


def _figure_lines(history: History, report: ReportKey) -> list[str]:
    lines = []
    for key, vintages in history.reports[report].vintages.items():
        if len(vintages) > 1:
            lines.append(f"  {key}")
            for vintage in vintages:
                since = f"{revision_text.revision_text(vintage.revision)}{' hoặc trước đó' if vintage.older else ''}"
                figure, known = (
                    revision_text.figure_text(vintage.observation),
                    revision_text.vintage_text(vintage, history),
                )
                lines.append(f"    {figure} ({since}; {known}{'' if vintage.announced else '; không nêu'})")
    return lines


def states(past: Past, period: str) -> list[tuple[int, dict[str, str]]]:
    """The public states of a report: the number of revisions, and the value or status of each figure."""
    return [
        (state.number, {str(key): figure.value or figure.status or "" for key, figure in state.version.figures.items()})
        for state in past.states.get(ReportKey.parse(period), ())
    ]


def public(folder: Path, period: str = "2031-S1") -> list[tuple[int, dict[str, str]]]:
    """The public states of a report in the project in `folder`."""
    return states(read_past(folder), period)


def report(
    value: str = "48",
    revisions: int = 1,
    status: str = "published",
    period: str = "2031-S1",
    more: str = "",
    note: str = "",
) -> bytes:
    """A report file with as little as a history needs: one figure that is told apart and one that never changes."""
    entries = "".join(
        f"  - number: {n}\n    date: 2031-0{n}-15\n    reason: Lý do {n} của {period}\n"
        for n in range(1, revisions + 1)
    )
    noted = f"    note: {note}\n" if note else ""
    return (
        f"period: {period}\nstatus: {status}\nrevisions:\n{entries}\nobservations:\n"
        f"  - indicator: a\n    value: {value}\n{noted}\n  - indicator: b\n    value: 7\n{more}"
    ).encode()


def copied(folder: Path, target: Path) -> Path:
    """A copy of a project with its history."""
    return shutil.copytree(folder, target, symlinks=True)
