"""What was public when, as far as git can tell: revisions of reports, and vintages of their figures."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from macros.record.form import Indicator
from macros.record.keys import ReportKey, SeriesKey
from macros.record.late import Late
from macros.record.observation import Observation, shown_figure
from macros.record.period import Period
from macros.record.reads import NotedMapping, Read, ReadKind, note
from macros.record.report import Revision


class Knowledge(StrEnum):
    """How much git can tell of what was public when."""

    COMPLETE = "complete"
    UNSURE = "unsure"
    SHALLOW = "shallow"
    NO_GIT = "no-git"
    NO_REPOSITORY = "no-repository"
    NO_COMMITS = "no-commits"
    UNREADABLE = "unreadable"

    @property
    def is_sure(self) -> bool:
        """Whether git told all that it was asked: else it may tell more another time, though nothing has changed."""
        return self not in (Knowledge.UNSURE, Knowledge.UNREADABLE)


@dataclass(frozen=True, slots=True)
class Recording:
    """The first-parent commit in which something is first seen public.

    `moment` is its committer date, None where it may have been public before: at the end of a shallow clone. `content`
    is git's id of the report's file in it, `report` by what the report was found then.
    """

    report: ReportKey
    commit: str
    content: str
    moment: datetime.datetime | None

    @property
    def period(self) -> Period:
        """The period that the report was about then."""
        return self.report.period


@dataclass(frozen=True, slots=True)
class Vintage:
    """One state of a figure and its note that was public, from its revision on until the next vintage.

    `observation` is None where the report no longer had the row. `recording` is None for what stands in the working
    copy only, and where the commit that brought it cannot be known. An `older` vintage may have been public earlier,
    under an earlier revision: what came before is not kept. One that is not `announced` came without a revision.
    """

    observation: Observation | None
    revision: Revision
    recording: Recording | None
    older: bool = False
    announced: bool = True


class Standing(StrEnum):
    """What became of a revision of a report."""

    RECORDED = "recorded"  # git keeps the state in which it became public
    UNRECORDED = "unrecorded"  # it stands in the working copy only
    DRAFT = "draft"  # it belongs to a draft, which has no public history
    LOST = "lost"  # the history does not hold it
    WITHDRAWN = "withdrawn"  # git keeps it, and the report no longer declares it


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure before and after a revision; None where the report did not have the row."""

    indicator: Indicator
    before: Observation | None
    after: Observation | None

    @property
    def of_note(self) -> bool:
        """Whether the figure stayed and only what is said beside it changed."""
        return shown_figure(self.before) == shown_figure(self.after)


@dataclass(frozen=True)
class Edition(Late):
    """One revision of a report as the public saw it, and the figures and notes that it changed.

    `changes` is None where the state before or after it is not known; `first` is the one with which the report became
    public, as far as that is known.
    """

    report: ReportKey
    revision: Revision
    standing: Standing
    recording: Recording | None
    changes: tuple[FigureChange, ...] | None
    first: bool = False

    @property
    def period(self) -> Period:
        """The period that the report is about, as it stands now."""
        return self.report.period

    @property
    def report_then(self) -> ReportKey:
        """By what the report was found when the edition became public."""
        return self.recording.report if self.recording else self.report

    @property
    def corrections(self) -> tuple[FigureChange, ...]:
        """The figures that the revision is known to have changed; notes are none."""
        return tuple(change for change in self.changes or () if not change.of_note)


@dataclass(frozen=True)
class ReportHistory(Late):
    """What was public of one report: its editions and, by their series, the vintages; oldest first.

    A draft that was never published has editions and no vintages. Where it is kept, what changed with an edition and
    the vintages may be brought in late.
    """

    editions: tuple[Edition, ...]
    vintages: dict[SeriesKey, tuple[Vintage, ...]]

    @property
    def digest(self) -> bytes | None:
        """What tells a history that is kept from any other; None for one that was put together in this process."""
        found: bytes | None = self.__dict__.get("_digest")
        return found

    def correction(self, observation: Observation) -> Vintage | None:
        """What a figure was before it was last corrected; None for one that stands as first published.

        A note is no figure: one that changed alone corrects nothing. Nothing is known of a figure that is not public.
        """
        vintages = self.vintages.get(observation.key, ())
        now = shown_figure(observation)
        if not vintages or shown_figure(vintages[-1].observation) != now:
            return None
        return next((v for v in reversed(vintages) if shown_figure(v.observation) != now), None)

    @property
    def newest(self) -> Edition:
        """The edition that stands now."""
        return next((e for e in reversed(self.editions) if e.standing is not Standing.WITHDRAWN), self.editions[-1])


@dataclass(frozen=True, slots=True)
class History:
    """What git can tell of every report.

    `moved` leads from what a report was published as to what its period was corrected to. `unreadable` are the paths of
    files that once could not be read, so that a state may be missing. `newest` is when git last recorded a change of
    any data, a draft's too: as `recorded` it is noted as read, for it is another after every commit.
    """

    knowledge: Knowledge
    reports: Mapping[ReportKey, ReportHistory] = field(default_factory=dict)
    moved: dict[ReportKey, ReportKey] = field(default_factory=dict)
    unreadable: tuple[str, ...] = ()
    newest: datetime.datetime | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.reports, NotedMapping):
            object.__setattr__(self, "reports", NotedMapping(ReadKind.HISTORY, self.reports))

    @property
    def is_sure(self) -> bool:
        """As of what is known of it."""
        return self.knowledge.is_sure

    @property
    def recorded(self) -> datetime.datetime | None:
        """When git last recorded a change of any data."""
        note(Read(ReadKind.RECORDED, ""))
        return self.newest

    @property
    def editions(self) -> tuple[Edition, ...]:
        """Every edition of every report."""
        return tuple(edition for report in self.reports.values() for edition in report.editions)
