"""Commits to the public states of every report: what the main line of history had, in order, each state once."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from macros.history.cache import keep_readings, load_readings
from macros.history.git import Commit, Objects, recorded
from macros.history.versions import Draft, Reader, Reading, Version
from macros.model import Knowledge

REPORTS = "data/reports"


@dataclass(frozen=True, slots=True)
class State:
    """A public state of a report, the first-parent commit that brought it, and the id of the file's content in it."""

    commit: Commit
    content: str
    version: Version

    @property
    def number(self) -> int:
        """The number of the newest revision that the state declares."""
        return len(self.version.revisions)


@dataclass(frozen=True, slots=True)
class Past:
    """The public states of every report by the text of its period, oldest first; no two neighbours are equal.

    `drafts` are the commits, with the file's content, that brought the last state of a draft with so many revisions:
    no part of what was public. `moved` leads from a period that a report once was about to the one that it is about
    since it was corrected; its states are all under the newer one.
    """

    knowledge: Knowledge
    states: Mapping[str, Sequence[State]] = field(default_factory=dict)
    drafts: Mapping[tuple[str, int], tuple[Commit, str]] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    unreadable: tuple[str, ...] = ()

    def announced(self, period: str, number: int) -> State | None:
        """The state in which a revision of a report first became public."""
        return _announced(self.states.get(period, ()), number)


def _announced(states: Iterable[State], number: int) -> State | None:
    return next((state for state in states if state.number == number), None)


def read_past(root: Path) -> Past:
    """What was public of the reports in `root`; never raises for what the history holds or lacks."""
    log = recorded(root, [REPORTS])
    blobs = {blob for commit in log.commits for path, blob in commit.changes if blob and _is_report(path)}
    telling = _Telling(_readings(root, blobs))
    for commit in log.commits:
        telling.tell(commit)
    return telling.past(log.knowledge)


class _Telling:
    """The states of all reports so far, commit by commit."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self._readings = readings
        self._standing: dict[str, Reading] = {}
        self._states: dict[str, list[State]] = {}
        self._drafts: dict[tuple[str, int], tuple[Commit, str]] = {}
        self._moved: dict[str, str] = {}
        self._unreadable: set[str] = set()

    def past(self, knowledge: Knowledge) -> Past:
        """What the commits told so far have made public."""
        return Past(knowledge, self._states, self._drafts, self._moved, tuple(sorted(self._unreadable)))

    def tell(self, commit: Commit) -> None:
        """Go on by one commit."""
        changed = {path: blob for path, blob in commit.changes if _is_report(path)}
        before = self._periods()
        self._standing |= {path: self._readings[blob] if blob else None for path, blob in changed.items()}
        gone = before - self._periods()
        for path, content in sorted(changed.items()):
            reading = self._standing[path]
            if content is None:
                continue
            if reading is None:
                self._unreadable.add(shown(path))
            elif self._is_chief(path, reading.period):
                if isinstance(reading, Draft):
                    self._drafts[reading] = (commit, content)
                else:
                    self._add(State(commit, content, reading), gone)

    def _is_chief(self, path: str, period: str) -> bool:
        """Whether a file speaks for its period: the one named after it does, a renamed one while there is no such."""
        named = f"{REPORTS}/{period}.yaml"
        chief = self._standing.get(named)
        return path == named or chief is None or chief.period != period

    def _periods(self) -> set[str]:
        """The periods that there is a file on."""
        return {reading.period for reading in self._standing.values() if reading is not None}

    def _add(self, state: State, gone: Collection[str]) -> None:
        version = state.version
        if version.period not in self._states:
            self._states[version.period] = self._continued(version, gone)
        states = self._states[version.period]
        announced = _announced(states, state.number)
        # A figure that changes without a revision keeps the site from being built: no reader has seen it.
        if announced is not None and _amends(version, announced.version):
            return
        if not states or states[-1].version != version:
            states.append(state)

    def _continued(self, version: Version, gone: Collection[str]) -> list[State]:
        """The states of the report that a new period continues: gone with the same commit, its revisions the first."""
        for period in sorted(gone):
            states = self._states.get(period, [])
            known = states[-1].version.revisions if states else ()
            if known and len(version.revisions) > len(known) and version.revisions[: len(known)] == known:
                self._moved = {old: version.period if new == period else new for old, new in self._moved.items()}
                self._moved[period] = version.period
                for number in [number for named, number in self._drafts if named == period]:
                    self._drafts.setdefault((version.period, number), self._drafts[period, number])
                return self._states.pop(period)
        return []


def _amends(version: Version, announced: Version) -> bool:
    """Whether a state has another figure than was announced for its revision."""
    before = announced.figures
    return any(id in before and before[id].shown != figure.shown for id, figure in version.figures.items())


def shown(path: str) -> str:
    """A path that can be printed, whatever bytes it is made of."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def _is_report(path: str) -> bool:
    """Whether a report is read from this path: a file right in the folder."""
    return path.endswith(".yaml") and str(PurePosixPath(path).parent) == REPORTS


def _readings(root: Path, blobs: Iterable[str]) -> dict[str, Reading]:
    """What each content says, from the cache where it is there."""
    kept = load_readings(root)
    wanted = sorted(blobs)
    readings = {blob: kept[blob] for blob in wanted if blob in kept}
    if len(readings) == len(wanted):
        return readings
    reader = Reader()
    with Objects(root) as objects:
        for blob in wanted:
            if blob not in readings:
                content = objects.blob(blob)
                if content is not None:
                    readings[blob] = reader.read(content)
    keep_readings(root, readings)
    # What git could not give today it may give tomorrow: that is not kept.
    return {blob: readings.get(blob) for blob in wanted}
