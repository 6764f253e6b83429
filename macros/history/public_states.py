"""Commits to the public states of every report: what the main line of history had, in order, each state once."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from macros.history.git import Commit, recorded
from macros.history.parsed_revisions import Draft, Reading, Version
from macros.history.past_contents import INDICATORS, REGISTERS, REPORTS, is_in, read_contents
from macros.history.past_definitions import Meant, Measure
from macros.record import Knowledge
from macros.store import Store


@dataclass(frozen=True, slots=True)
class State:
    """A public state of a report, the first-parent commit that brought it, and the id of the file's content in it.

    `definitions` are the ids of the contents of the files that defined the indicators, units and codes then.
    """

    commit: Commit
    content: str
    version: Version
    definitions: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """The number of the newest revision that the state declares."""
        return len(self.version.revisions)


@dataclass(frozen=True, slots=True)
class Past:
    """The public states of every report by the text of its period, oldest first; no two neighbours are equal.

    `drafts` are the commits, with the file's content, that brought the last state of a draft with so many revisions:
    no part of what was public. `moved` leads from a period that a report once was about to the one that it is about
    since it was corrected; its states are all under the newer one. `measures` are what the indicators measured, and
    `meanings` what units and codes meant, by the content that defined them. `newest` is the last commit of any data.
    """

    knowledge: Knowledge
    states: Mapping[str, Sequence[State]] = field(default_factory=dict)
    drafts: Mapping[tuple[str, int], tuple[Commit, str]] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    unreadable: tuple[str, ...] = ()
    measures: Mapping[str, Mapping[str, Measure]] = field(default_factory=dict)
    meanings: Mapping[str, Mapping[Meant, str]] = field(default_factory=dict)
    newest: Commit | None = None

    def announced(self, period: str, number: int) -> State | None:
        """The state in which a revision of a report first became public."""
        return next((state for state in self.states.get(period, ()) if state.number == number), None)

    def moved_reports(self) -> dict[str, tuple[str, frozenset[int]]]:
        """What `moved` tells, with the revisions that were public under the former period."""
        return {
            old: (new, frozenset(s.number for s in self.states.get(new, ()) if s.version.period == old))
            for old, new in self.moved.items()
        }

    def measured(self, state: State) -> Iterator[tuple[str, Measure]]:
        """What each indicator measured when a state became public, as far as that can be read."""
        for content in state.definitions:
            yield from self.measures.get(content, {}).items()

    def meant(self, state: State) -> Iterator[tuple[Meant, str]]:
        """What each unit and code meant when a state became public, as far as that can be read."""
        for content in state.definitions:
            yield from self.meanings.get(content, {}).items()


def read_past(root: Path, store: Store | None = None) -> Past:
    """What was public of the reports in `root`; never raises for what the history holds or lacks.

    What contents of the past say is kept in the store, and taken from it.
    """
    log = recorded(root, [REPORTS, INDICATORS, *REGISTERS])
    said = read_contents(root, log.commits, store)
    telling = _Telling(said.reports)
    for commit in log.commits:
        telling.tell(commit)
    knowledge = Knowledge.UNSURE if not said.whole and log.knowledge is Knowledge.COMPLETE else log.knowledge
    return telling.past(knowledge, said.measures, said.meanings)


class _Telling:
    """The states of all reports so far, commit by commit."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self._readings = readings
        self._standing: dict[str, Version | Draft] = {}
        self._present: Counter[str] = Counter()
        self._defined: dict[str, str] = {}
        self._definitions: tuple[str, ...] = ()
        self._states: dict[str, list[State]] = {}
        self._announced: dict[tuple[str, int], State] = {}
        self._drafts: dict[tuple[str, int], tuple[Commit, str]] = {}
        self._moved: dict[str, str] = {}
        self._unreadable: set[str] = set()
        self._newest: Commit | None = None

    def past(
        self,
        knowledge: Knowledge,
        measures: Mapping[str, Mapping[str, Measure]],
        meanings: Mapping[str, Mapping[Meant, str]],
    ) -> Past:
        """What the commits told so far have made public."""
        unreadable = tuple(sorted(self._unreadable))
        drafts, moved = self._drafts, self._moved
        return Past(knowledge, self._states, drafts, moved, unreadable, measures, meanings, self._newest)

    def tell(self, commit: Commit) -> None:
        """Go on by one commit."""
        self._newest = commit
        self._define(commit)
        changed = {path: blob for path, blob in commit.changes if is_in(path, REPORTS)}
        gone = self._change(changed)
        for path, content in sorted(changed.items()):
            reading = self._standing.get(path)
            if content is None:
                continue
            if reading is None:
                self._unreadable.add(shown(path))
            elif self._is_chief(path, reading.period):
                if isinstance(reading, Draft):
                    self._drafts[reading] = (commit, content)
                else:
                    self._add(State(commit, content, reading, self._definitions), gone)

    def _define(self, commit: Commit) -> None:
        changed = {path: blob for path, blob in commit.changes if _defines(path)}
        if changed:
            kept = {**self._defined, **changed}
            self._defined = {path: blob for path, blob in kept.items() if blob is not None}
            self._definitions = tuple(self._defined[path] for path in sorted(self._defined))

    def _change(self, changed: Mapping[str, str | None]) -> Collection[str]:
        """Put the changed files in place; the periods that there is no file on any more."""
        before = {reading.period for path in changed if (reading := self._standing.get(path)) is not None}
        for path, blob in changed.items():
            if (old := self._standing.pop(path, None)) is not None:
                self._present[old.period] -= 1
            if blob is not None and (new := self._readings.get(blob)) is not None:
                self._standing[path] = new
                self._present[new.period] += 1
        return [period for period in sorted(before) if not self._present[period]]

    def _is_chief(self, path: str, period: str) -> bool:
        """Whether a file speaks for its period: the one named after it does, a renamed one while there is no such."""
        named = f"{REPORTS}/{period}.yaml"
        chief = self._standing.get(named)
        return path == named or chief is None or chief.period != period

    def _add(self, state: State, gone: Collection[str]) -> None:
        version = state.version
        if version.period not in self._states:
            self._states[version.period] = self._continued(version, gone)
        states = self._states[version.period]
        announced = self._announced.setdefault((version.period, state.number), state)
        # A figure that changes without a revision keeps the site from being built: no reader has seen it.
        if announced is not state and _amends(version, announced.version):
            return
        if not states or states[-1].version != version:
            states.append(state)

    def _continued(self, version: Version, gone: Collection[str]) -> list[State]:
        """The states of the report that a new period continues: gone with the same commit, its revisions the first."""
        for period in gone:
            states = self._states.get(period, [])
            known = states[-1].version.revisions if states else ()
            if known and len(version.revisions) > len(known) and version.revisions[: len(known)] == known:
                self._moved = {old: version.period if new == period else new for old, new in self._moved.items()}
                self._moved[period] = version.period
                for number in [number for named, number in self._drafts if named == period]:
                    self._drafts.setdefault((version.period, number), self._drafts[period, number])
                for number in range(1, len(known) + 1):
                    if (period, number) in self._announced:
                        self._announced[version.period, number] = self._announced.pop((period, number))
                return self._states.pop(period)
        return []


def _amends(version: Version, announced: Version) -> bool:
    """Whether a state has another figure than was announced for its revision."""
    before = announced.figures
    changed = [id for id, figure in version.figures.items() if id in before and before[id] != figure]
    return any(before[id].shown != version.figures[id].shown for id in changed)


def shown(path: str) -> str:
    """A path that can be printed, whatever bytes it is made of."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def _defines(path: str) -> bool:
    return path in REGISTERS or is_in(path, INDICATORS)
