"""Public states to history: for each figure what stood when, for each revision what it changed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from typing import TypeAlias

from macros.history.git import Commit
from macros.history.parsed_revisions import PastFigure, PastRevision
from macros.history.past_definitions import Measure
from macros.history.public_states import Past, State
from macros.history.published_names import Names
from macros.kinds import KINDS, CodeList, Domain, Refusal, Value
from macros.reading.document_citations import cited
from macros.record import (
    Catalogue,
    Edition,
    FigureChange,
    History,
    Indicator,
    Observation,
    Period,
    Person,
    Recording,
    Report,
    ReportHistory,
    ReportStatus,
    Revision,
    SeriesKey,
    Standing,
    Status,
    Unit,
    Vintage,
    shown_figure,
)

Figures = Mapping[SeriesKey, Observation]
Making: TypeAlias = Callable[[Report], ReportHistory]
Telling: TypeAlias = Callable[[Report, Making], ReportHistory]


def history_of(past: Past, catalogue: Catalogue, told: Telling | None = None) -> History:
    """The history of every report of the catalogue; what stands in it and not in the past is unrecorded.

    `told` may know the history of a report already, and else is given what makes it.
    """
    reading, tell = _Definitions.of(catalogue), told or (lambda report, make: make(report))
    make = partial(_report_history, past=past, definitions=reading)
    reports = {report.key: tell(report, make) for report in catalogue.reports}
    recorded = _moment(past.newest) if past.newest else None
    return History(past.knowledge, reports, dict(past.moved), past.unreadable, recorded)


@dataclass(frozen=True, slots=True)
class _Definitions:
    """Today's indicators, by which earlier figures are understood, by every id that they have had."""

    indicators: Mapping[str, Indicator]
    units: Mapping[str, Unit]
    code_lists: Mapping[str, CodeList]
    names: Names
    _known: dict[tuple[int, Period, PastFigure], Observation] = field(default_factory=dict)
    _measured: dict[tuple[str, ...], Mapping[str, Indicator]] = field(default_factory=dict)

    @classmethod
    def of(cls, catalogue: Catalogue) -> "_Definitions":
        named = {id: row for row in catalogue.indicators.values() for id in row.former_ids}
        return cls(named | catalogue.indicators, catalogue.units, catalogue.code_lists, Names.of(catalogue))

    def figures(self, state: State, past: Past, report: Report) -> Figures:
        """What a state says of today's indicators, by their keys of today; in the unit of its own day."""
        measured = self._of_day(state, past)
        figures = {}
        for key, figure in state.version.figures.items():
            indicator = measured.get(key.indicator) or self.indicators.get(key.indicator)
            if indicator is not None and indicator.kind.holds_value:
                figures[indicator.key] = self._observation(indicator, figure, report)
        return figures

    def _of_day(self, state: State, past: Past) -> Mapping[str, Indicator]:
        """The indicators that measured something else when a state became public, as they were."""
        if state.definitions not in self._measured:
            then = [(id, self.indicators[id], measure) for id, measure in past.measured(state) if id in self.indicators]
            self._measured[state.definitions] = {
                id: self._measuring(row, measure) for id, row, measure in then if measure[:3] != _measure(row)
            }
        return self._measured[state.definitions]

    def _measuring(self, indicator: Indicator, measure: Measure) -> Indicator:
        """An indicator of today with what it measured once; a unit that is no more goes by the name it was printed."""
        label = self.names.text(measure.printed_unit or measure.unit or "")
        printed = Unit(measure.unit, label, ()) if measure.unit else None
        return replace(
            indicator,
            kind=KINDS[measure.kind],
            unit=self.units.get(measure.unit or "", printed),
            code_list=self.code_lists.get(measure.code_list or ""),
            printed_unit=self.names.text(measure.printed_unit) if measure.printed_unit else None,
        )

    def _observation(self, indicator: Indicator, past: PastFigure, report: Report) -> Observation:
        # By identity: the definitions live as long as this does.
        key = (id(indicator), report.period, past)
        if key not in self._known:
            made = self.names.observation(_observation(indicator, report.period, past))
            now = report.observation(indicator.key)
            # Most figures never change; then one object stands for both.
            self._known[key] = now if now is not None and stated(now) == stated(made) else made
        return self._known[key]


def _measure(indicator: Indicator) -> tuple[str, str | None, str | None]:
    """What an indicator measures, as the first parts of a `Measure`; how its unit is printed does not count."""
    unit, codes = indicator.unit, indicator.code_list
    return indicator.kind.id, unit.id if unit else None, codes.id if codes else None


def _observation(indicator: Indicator, period: Period, past: PastFigure) -> Observation:
    return Observation(
        indicator=indicator,
        period=period,
        status=Status(past.status) if past.status else Status.REPORTED if past.value else Status.NOT_REPORTED,
        value=_value(indicator, past.value) if past.value else None,
        note=past.note,
        persons=tuple(Person(name, withheld) for name, withheld in past.persons),
        documents=tuple(dict.fromkeys(c.document for c in cited(past.note or "") if c.document)),
        expected=Period.parse(past.expected) if past.expected else None,
        reason=past.reason,
        target=_target(indicator, past.target),
    )


def _target(indicator: Indicator, text: str | None) -> Decimal | None:
    """The target as today's definition reads it; none where that cannot."""
    return indicator.kind.amount(_value(indicator, text)) if text else None


def _value(indicator: Indicator, text: str) -> Value:
    """The value as the definition reads it; as it was typed where that cannot."""
    kind = indicator.kind if indicator.code_list else indicator.kind.unlisted()
    try:
        return kind.parse(text, Domain(indicator.code_list, may_exceed_100=True))
    except Refusal:
        return text


def stated(observation: Observation) -> tuple[object, ...]:
    """What a report states of a figure: the figure with all its digits, and what is said beside it."""
    beside = (observation.note, observation.persons, observation.reason, observation.target)
    return (*shown_figure(observation), *beside)


@dataclass(frozen=True, slots=True)
class _Public:
    """One public state in today's terms."""

    figures: Figures
    revision: Revision
    recording: Recording | None
    announced: bool


def _report_history(report: Report, past: Past, definitions: _Definitions) -> ReportHistory:
    states = past.states.get(report.key, ())
    public = [_public(state, past, report, definitions) for state in states]
    if (standing := _unrecorded(report, states, public)) is not None:
        public.append(standing)
    older = _starts_late(report, past, public)
    editions = tuple(_edition(n, report, past, public, older) for n in _numbers(report, states))
    return ReportHistory(editions, _vintages(public, older))


def _numbers(report: Report, states: Sequence[State]) -> range:
    """Every revision that was ever declared: its address stays, whatever became of it."""
    return range(1, max([len(report.revisions), *(state.number for state in states)]) + 1)


def _public(state: State, past: Past, report: Report, definitions: _Definitions) -> _Public:
    announcing = past.announced(report.key, state.number)
    return _Public(
        figures=definitions.figures(state, past, report),
        revision=_revision(report, state.version.revisions, definitions.names),
        recording=Recording(state.version.report, state.commit.id, state.content, _moment(state.commit)),
        announced=announcing is state,
    )


def _revision(report: Report, stated: Sequence[PastRevision], names: Names) -> Revision:
    """The newest revision of a state, in today's words where it is still declared."""
    if len(stated) <= len(report.revisions):
        return report.revisions[len(stated) - 1]
    newest = stated[-1]
    day = date.fromisoformat(newest.date) if newest.date else None
    return Revision(len(stated), day, names.text(newest.reason), newest.document)


def _moment(commit: Commit) -> datetime | None:
    """When the commit was made; None at the end of a shallow clone, and where it claims a day that there is not."""
    try:
        moment = datetime.fromtimestamp(commit.seconds, UTC)
    except (OverflowError, OSError, ValueError):
        return None
    return None if commit.boundary or not commit.seconds else moment


def _unrecorded(report: Report, states: Sequence[State], public: Sequence[_Public]) -> _Public | None:
    """What stands in the working copy, if it is public there and in no commit."""
    if report.status is not ReportStatus.PUBLISHED:
        return None
    figures = {o.key: o for o in report.observations if o.status is not Status.HEADING}
    number = len(report.revisions)
    if states and states[-1].number == number and not any(_changes(public[-1].figures, figures)):
        return None
    announced = not any(state.number == number for state in states)
    return _Public(figures, report.revisions[-1], None, announced)


def _starts_late(report: Report, past: Past, public: Sequence[_Public]) -> bool:
    """Whether the first state that is known may not be the first that was public."""
    if not public:
        return False
    first = public[0]
    if first.recording is not None and first.recording.moment is None:
        return True
    before = range(1, first.revision.number)
    return any((report.key, n) not in past.drafts for n in before)


def _edition(n: int, report: Report, past: Past, public: Sequence[_Public], older: bool) -> Edition:
    """The n-th revision; `public` are the states of the report, the unrecorded one among them."""
    declared = report.revisions[n - 1] if n <= len(report.revisions) else None
    place = next((k for k, state in enumerate(public) if state.announced and state.revision.number == n), None)
    if place is None:
        assert declared is not None, "what is not declared was read from a state"
        draft = past.drafts.get((report.key, n))
        newest = n == len(report.revisions)
        if draft or (newest and report.status is ReportStatus.DRAFT):
            kept = Recording(report.key, draft[0].id, draft[1], None) if draft and not newest else None
            return Edition(report.key, declared, Standing.DRAFT, kept, ())
        return Edition(report.key, declared, Standing.LOST, None, None)
    state = public[place]
    if declared is None:
        standing = Standing.WITHDRAWN
    else:
        standing = Standing.UNRECORDED if state.recording is None else Standing.RECORDED
    changes: tuple[FigureChange, ...] | None = () if not older else None
    if place:
        changes = tuple(_changes(public[place - 1].figures, state.figures))
    return Edition(report.key, state.revision, standing, state.recording, changes, first=not place and not older)


def _changes(before: Figures, after: Figures) -> Iterator[FigureChange]:
    """The rows that differ, those of the later state first in its order."""
    for key in dict.fromkeys([*after, *before]):
        was, now = before.get(key), after.get(key)
        if was is not now and (was is None or now is None or stated(was) != stated(now)):
            known = now or was
            assert known is not None, "a key comes from one of the two"
            yield FigureChange(known.indicator, was, now)


def _vintages(public: Sequence[_Public], older: bool) -> dict[SeriesKey, tuple[Vintage, ...]]:
    vintages: dict[SeriesKey, list[Vintage]] = {}
    figures: Figures = {}
    for n, state in enumerate(public):
        for change in _changes(figures, state.figures):
            vintage = Vintage(change.after, state.revision, state.recording, older and n == 0, state.announced)
            vintages.setdefault(change.indicator.key, []).append(vintage)
        figures = state.figures
    return {key: tuple(known) for key, known in vintages.items()}
