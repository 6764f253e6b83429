"""Commits to the public states of every report: what the main line of history had, in order, each state once."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from macros.history.git import Commit, recorded
from macros.history.parsed_revisions import Draft, Reading, Version
from macros.history.past_contents import INDICATORS, REGISTERS, REPORTS, is_in, read_contents
from macros.history.past_definitions import Meant, Measure
from macros.record import Knowledge, ReportKey
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
    """The public states of every report, oldest first; no two neighbours are equal.

    `drafts` are the commits, with the file's content, that brought the last state of a draft with so many revisions:
    no part of what was public. `moved` leads from what a report was found by to what it is found by since its
    period was corrected; its states are all under the newer one. `measures` are what the indicators measured, and
    `meanings` what units and codes meant, by the content that defined them. `newest` is the last commit of any data.
    """

    knowledge: Knowledge
    states: Mapping[ReportKey, Sequence[State]] = field(default_factory=dict)
    drafts: Mapping[tuple[ReportKey, int], tuple[Commit, str]] = field(default_factory=dict)
    moved: Mapping[ReportKey, ReportKey] = field(default_factory=dict)
    unreadable: tuple[str, ...] = ()
    measures: Mapping[str, Mapping[str, Measure]] = field(default_factory=dict)
    meanings: Mapping[str, Mapping[Meant, str]] = field(default_factory=dict)
    newest: Commit | None = None

    def announced(self, report: ReportKey, number: int) -> State | None:
        """The state in which a revision of a report first became public."""
        return next((state for state in self.states.get(report, ()) if state.number == number), None)

    def moved_reports(self) -> dict[ReportKey, tuple[ReportKey, frozenset[int]]]:
        """What `moved` tells, with the revisions that were public under the former key."""
        return {
            old: (new, frozenset(s.number for s in self.states.get(new, ()) if s.version.report == old))
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
        self._present: Counter[ReportKey] = Counter()
        self._defined: dict[str, str] = {}
        self._definitions: tuple[str, ...] = ()
        self._states: dict[ReportKey, list[State]] = {}
        self._announced: dict[tuple[ReportKey, int], State] = {}
        self._drafts: dict[tuple[ReportKey, int], tuple[Commit, str]] = {}
        self._moved: dict[ReportKey, ReportKey] = {}
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
            elif self._is_chief(path, reading.report):
                if isinstance(reading, Draft):
                    self._drafts[reading.report, reading.revisions] = (commit, content)
                else:
                    self._add(State(commit, content, reading, self._definitions), gone)

    def _define(self, commit: Commit) -> None:
        changed = {path: blob for path, blob in commit.changes if _defines(path)}
        if changed:
            kept = {**self._defined, **changed}
            self._defined = {path: blob for path, blob in kept.items() if blob is not None}
            self._definitions = tuple(self._defined[path] for path in sorted(self._defined))

    def _change(self, changed: Mapping[str, str | None]) -> Collection[ReportKey]:
        """Put the changed files in place; the reports that there is no file of any more."""
        before = {reading.report for path in changed if (reading := self._standing.get(path)) is not None}
        for path, blob in changed.items():
            if (old := self._standing.pop(path, None)) is not None:
                self._present[old.report] -= 1
            if blob is not None and (new := self._readings.get(blob)) is not None:
                self._standing[path] = new
                self._present[new.report] += 1
        return [report for report in sorted(before, key=str) if not self._present[report]]

    def _is_chief(self, path: str, report: ReportKey) -> bool:
        """Whether a file speaks for its period: the one named after it does, a renamed one while there is no such."""
        named = f"{REPORTS}/{report.period}.yaml"
        chief = self._standing.get(named)
        return path == named or chief is None or chief.report != report

    def _add(self, state: State, gone: Collection[ReportKey]) -> None:
        version = state.version
        if version.report not in self._states:
            self._states[version.report] = self._continued(version, gone)
        states = self._states[version.report]
        announced = self._announced.setdefault((version.report, state.number), state)
        # A figure that changes without a revision keeps the site from being built: no reader has seen it.
        if announced is not state and _amends(version, announced.version):
            return
        if not states or states[-1].version != version:
            states.append(state)

    def _continued(self, version: Version, gone: Collection[ReportKey]) -> list[State]:
        """The states of the report that a new one continues: gone with the same commit, its revisions the first."""
        for report in gone:
            states = self._states.get(report, [])
            known = states[-1].version.revisions if states else ()
            if known and len(version.revisions) > len(known) and version.revisions[: len(known)] == known:
                self._moved = {old: version.report if new == report else new for old, new in self._moved.items()}
                self._moved[report] = version.report
                for number in [number for named, number in self._drafts if named == report]:
                    self._drafts.setdefault((version.report, number), self._drafts[report, number])
                for number in range(1, len(known) + 1):
                    if (report, number) in self._announced:
                        self._announced[version.report, number] = self._announced.pop((report, number))
                return self._states.pop(report)
        return []


def _amends(version: Version, announced: Version) -> bool:
    """Whether a state has another figure than was announced for its revision."""
    before = announced.figures
    changed = [key for key, figure in version.figures.items() if key in before and before[key] != figure]
    return any(before[key].shown != version.figures[key].shown for key in changed)


def shown(path: str) -> str:
    """A path that can be printed, whatever bytes it is made of."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def _defines(path: str) -> bool:
    return path in REGISTERS or is_in(path, INDICATORS)
