"""A past state that was public, damaged in any way and mended since: every page that keeps a version is still made."""

import logging
import random
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import lxml.html

from macros.loading.assembly import load_catalogue
from macros.loading.snapshots import kept_editions
from macros.outputs.html.narratives import Narratives
from macros.outputs.html.renderer import Renderer
from macros.outputs.html.snapshot_page import frozen_page
from macros.problems.problem import Problems
from tests.fuzz.damage import damaged
from tests.history.repositories import Commit, Content, project_files, write_history

_REPORT = "data/reports/2031-S1.yaml"
_REVISED = (
    b"  - number: 3\n    date: 2031-07-20\n    reason: M\xe1\xbb\x99t l\xe1\xba\xa7n s\xe1\xbb\xada\nobservations:\n"
)
# What a page that keeps a version may never hold, whatever its past text was.
_TURNED = ".//script | .//iframe | .//meta | .//*[@onclick or @onerror] | .//a[starts-with(@href, 'javascript:')]"


class _Told(logging.Handler):
    """What falls into the net below the templates of today, which is there for what nobody has thought of."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(record)


def run(seed: int, seconds: float) -> int:
    """Damages past states until the time is over; the number of cases. AssertionError names the case that failed."""
    chance = random.Random(seed)
    cases, end = 0, time.monotonic() + seconds
    told, log = _Told(), logging.getLogger("macros.outputs.html.snapshot_page")
    log.addHandler(told)
    try:
        while not cases or time.monotonic() < end:
            with tempfile.TemporaryDirectory() as folder:
                try:
                    _kept(Path(folder), chance)
                    assert not told.found, told.found
                except Exception as error:
                    raise AssertionError(f"past, seed {seed}, case {cases}: {error!r}") from error
            cases += 1
    finally:
        log.removeHandler(told)
    return cases


def _kept(root: Path, chance: random.Random) -> None:
    """A project whose first commit is damaged and whose second is whole, and its kept pages made."""
    good = project_files()
    past: dict[str | bytes, Content] = dict(good)
    names = sorted(str(name) for name in past if str(name).endswith((".yaml", ".md")))
    for name in chance.choices(names, k=chance.randint(1, 3)):
        content = past[name]
        assert isinstance(content, bytes)
        past[name] = damaged(chance, content, chance.randint(1, 2))
    report = good[_REPORT]
    assert isinstance(report, bytes)
    write_history(root, [Commit(past), Commit({**good, _REPORT: report.replace(b"observations:\n", _REVISED, 1)})])
    with suppress(Problems):  # The record may differ in what only a new revision mends: `check` says so.
        catalogue = load_catalogue(root)
        renderer, narratives = Renderer(catalogue), Narratives(["attr_list", "footnotes", "tables", "toc"], {})
        for kept in kept_editions(root, catalogue):
            page = frozen_page(renderer, kept.edition, kept.catalogue, kept.narrative, narratives)
            assert "Bản lưu" in page.html
            assert not lxml.html.fromstring(page.html).xpath(_TURNED), page.address
