"""From writing a file to the bytes of its page: what a preview takes, asked as a browser asks it."""

import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from tests.benchmark.measuring import ROOT
from tests.benchmark.results import EDITS, Preview
from tests.benchmark.sites import Ours, free_row, revised

TEMPLATE = "macros/outputs/html/templates/annex_head.html"
_PATIENCE = 600.0
# What a page of a preview has that tells its state, and what it has while something is wrong.
_STATE, _WRONG = re.compile(r"\?lan=[\w-]+"), "/.xem-thu/loi.css"
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Edit:
    """A file, and its text with the nth change."""

    path: Path
    changed: Callable[[int], str]


def previewed(ours: Ours, folder: Path) -> Preview:
    """A preview of the project, run by a copy of the program in `folder`, for one of its templates is edited.

    The times are of the page of the newest report: the first since the command was given, and the median of some edits
    of each kind. All edits are taken back.
    """
    shutil.copytree(ROOT / "macros", folder / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    with revised(ours) as report, _running(ours, folder) as (address, begun):
        page = f"{address}bao-cao/{report.stem.lower()}/"
        _asked(page)
        first = time.perf_counter() - begun
        edits = edits_of(ours.project, report, folder)
        return Preview(first, {name: statistics.median(_times(edits[name], page)) for name in EDITS})


def edits_of(project: Path, report: Path, program: Path) -> Mapping[str, Edit]:
    """What a clerk edits, and a maintainer, by what it is called."""
    text, page, template = (
        report.read_text("utf-8"),
        project / f"docs/bao-cao/{report.stem.lower()}.md",
        program / TEMPLATE,
    )
    row = rf"(?m)^(  - indicator: {free_row(project, text)}\n    value: )(\d+)\n(?:    note: .*\n)?"
    told, made = page.read_text("utf-8"), template.read_text("utf-8")

    def value(n: int) -> str:
        return re.sub(row, lambda found: f"{found[1]}{int(found[2]) + n}\n", text)

    def note(n: int) -> str:
        return re.sub(row, lambda found: f"{found[1]}{found[2]}\n    note: Ghi chú thử lần {n}\n", text)

    edits = (
        Edit(report, value),
        Edit(report, note),
        Edit(page, lambda n: f"{told}\nĐoạn văn thử lần {n}.\n"),
        Edit(template, lambda n: made.replace("<", f"<!-- {n} --><", 1)),
    )
    return dict(zip(EDITS, edits, strict=True))


def _times(edit: Edit, page: str) -> Iterator[float]:
    """Seconds from writing the file to the new page, for some changes of one kind; the last is taken back."""
    before = edit.path.read_bytes()
    try:
        for n in range(1, 1 + _ROUNDS):
            former = _asked(page)
            edit.path.write_text(edit.changed(n), "utf-8", newline="\n")
            begun = time.perf_counter()
            while _asked(page) == former:
                pass
            yield time.perf_counter() - begun
            # Whoever has looked at it goes on a while later.
            time.sleep(3)
    finally:
        edit.path.write_bytes(before)
        _asked(page)


def _asked(page: str) -> str:
    """The page as it is now, without what tells its state; an error of the project is none of a measurement."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        with suppress(URLError, ConnectionError):
            try:
                with urlopen(page, timeout=_PATIENCE) as answer:
                    found: str = answer.read().decode("utf-8")
            except HTTPError as error:
                raise RuntimeError(f"{page}: {error}") from error
            if _WRONG in found:
                raise RuntimeError(found[found.index(_WRONG) :])
            return _STATE.sub("", found)
        time.sleep(0.02)
    raise TimeoutError(page)


@contextmanager
def _running(ours: Ours, program: Path) -> Iterator[tuple[str, float]]:
    """The address of a preview that was just begun, and when."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "macros.cli", "--project", str(ours.project), "serve", "--port", str(port)]
    environment = os.environ | {"PYTHONPATH": str(program), "XDG_CACHE_HOME": str(ours.cache)}
    begun = time.perf_counter()
    preview = subprocess.Popen(command, cwd=program, env=environment, stderr=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}/", begun
    finally:
        preview.terminate()
        preview.wait()
