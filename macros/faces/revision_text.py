"""What was public when, in words: dates as they are known, what is not known said so."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta, timezone
from enum import StrEnum
from itertools import groupby

from macros import vietnamese
from macros.comparing.comparison import Comparison, compare
from macros.faces import phrases
from macros.faces.change_text import target_change_text
from macros.record import (
    Catalogue,
    Edition,
    History,
    Indicator,
    Knowledge,
    Observation,
    Recording,
    Report,
    ReportHistory,
    ReportStatus,
    Revision,
    SeriesKey,
    Standing,
    Vintage,
    shown_figure,
)
from macros.wording import revisions

# Viet Nam keeps one time all year.
_HERE = timezone(timedelta(hours=7))

# Where git could be asked, what it does not have is not there.
_READ = (Knowledge.COMPLETE, Knowledge.UNSURE, Knowledge.SHALLOW, Knowledge.NO_COMMITS)


def recorded_day(recording: Recording | None) -> date | None:
    """The day in Viet Nam on which git recorded a state, where that is known."""
    return recording.moment.astimezone(_HERE).date() if recording and recording.moment else None


def revision_text(revision: Revision) -> str:
    """The revision by number and date: "lần 2, ngày 2/7/2031"."""
    if revision.date is None:
        return revisions.REVISION.format(number=revision.number)
    return revisions.REVISION_DATED.format(number=revision.number, day=vietnamese.day(revision.date))


def kept_text(edition: Edition) -> str:
    """The page that keeps an edition, by name: "bản lưu lần 1, ngày 20/6/2031"."""
    return revisions.KEPT.format(revision=revision_text(edition.revision))


def standing_text(edition: Edition, history: History) -> str:
    """What git knows of a revision: "ghi vào lịch sử ngày 3/7/2031"."""
    known = history.knowledge in _READ
    match edition.standing:
        case Standing.DRAFT:
            return revisions.DRAFT
        case Standing.UNRECORDED:
            return revisions.UNRECORDED if known else revisions.NO_HISTORY
        case Standing.LOST:
            return revisions.LOST if known else revisions.NO_HISTORY
        case Standing.WITHDRAWN:
            return revisions.WITHDRAWN.format(recorded=_recorded_text(edition.recording))
        case Standing.RECORDED:
            return _recorded_text(edition.recording)


def _recorded_text(recording: Recording | None) -> str:
    day = recorded_day(recording)
    return revisions.RECORDED.format(day=vietnamese.day(day)) if day else revisions.RECORDED_UNDATED


def vintage_text(vintage: Vintage, history: History) -> str:
    """Since when a figure stood, by git: "ghi vào lịch sử ngày 3/7/2031"."""
    if vintage.recording is not None:
        return _recorded_text(vintage.recording)
    known = history.knowledge in _READ
    return revisions.UNRECORDED if known else revisions.NO_HISTORY


def first_text(report: Report, series: SeriesKey, history: History) -> str:
    """When a figure was first published: "công bố lần đầu 20/6/2031"; what is not known is said so."""
    past = history.reports.get(report.key)
    vintages = past.vintages.get(series, ()) if past else ()
    if not vintages:
        return revisions.FIRST_DRAFT if report.status is ReportStatus.DRAFT else ""
    first = vintages[0]
    if first.older:
        return revisions.FIRST_OR_EARLIER.format(revision=revision_text(first.revision))
    day = first.revision.date or recorded_day(first.recording)
    if day is None:
        return revisions.FIRST_AT.format(revision=revision_text(first.revision))
    return revisions.FIRST_ON.format(day=vietnamese.day(day))


def correction(report: Report, observation: Observation, history: History) -> Vintage | None:
    """What the figure on a row was before it was corrected; None where it stands as first published."""
    past = history.reports.get(report.key)
    return past.correction(observation) if past else None


class Fate(StrEnum):
    """What became of a public figure that is not what it was."""

    CORRECTED = "corrected"
    ADDED = "added"
    RETRACTED = "retracted"


_FATE_SENTENCES = {
    Fate.CORRECTED: revisions.CORRECTED,
    Fate.ADDED: revisions.ADDED,
    Fate.RETRACTED: revisions.RETRACTED,
}
_FATE_SENTENCES_DATED = {
    Fate.CORRECTED: revisions.CORRECTED_ON,
    Fate.ADDED: revisions.ADDED_ON,
    Fate.RETRACTED: revisions.RETRACTED_ON,
}


def fate(before: Observation | None, after: Observation | None) -> Fate:
    """Added where there was no figure, retracted where there is none now; corrected otherwise, a blank's reason too."""
    had, has = (observation is not None and observation.value is not None for observation in (before, after))
    return Fate.CORRECTED if had == has else Fate.ADDED if has else Fate.RETRACTED


def correction_sentence(report: Report, observation: Observation, history: History) -> str:
    """The correction of a figure that is taken away from its place: "đã đính chính ngày 2/7/2031, trước là 48 hồ sơ".

    "" for a figure that stands as first published.
    """
    was = correction(report, observation, history)
    if was is None:
        return ""
    vintages = history.reports[report.key].vintages[observation.key]
    now = vintages[vintages.index(was) + 1]
    before = figure_text(was.observation)
    became = fate(was.observation, observation)
    if not now.announced or now.revision.date is None:
        return _FATE_SENTENCES[became].format(before=before)
    return _FATE_SENTENCES_DATED[became].format(day=vietnamese.day(now.revision.date), before=before)


def title(edition: Edition) -> str:
    """What kind of revision it is, in a word or two."""
    if edition.standing is Standing.DRAFT:
        return revisions.TITLE_DRAFT
    if edition.first:
        return revisions.TITLE_FIRST
    if edition.changes is None:
        return revisions.TITLE_UNKNOWN
    if not edition.changes:
        return revisions.TITLE_NO_FIGURE
    corrections = edition.corrections
    if not corrections:
        aimed = any(target_change_text(change.before, change.after) for change in edition.changes or ())
        return revisions.TITLE_TARGETS if aimed else revisions.TITLE_NOTES
    titles = {Fate.ADDED: revisions.TITLE_ADDED, Fate.RETRACTED: revisions.TITLE_RETRACTED}
    return titles.get(_fate_of([edition]), revisions.TITLE_CORRECTED)


def _fate_of(revised: Iterable[Edition]) -> Fate:
    """What became of all figures that revisions changed; corrected where it is not the same of all of them."""
    fates = {fate(change.before, change.after) for edition in revised for change in edition.corrections}
    return fates.pop() if len(fates) == 1 else Fate.CORRECTED


def corrections(report: Report, history: History) -> list[Edition]:
    """The revisions that changed figures of a report that was public, newest first; those of notes alone are none."""
    past = history.reports.get(report.key)
    known = past.editions if past else ()
    return [e for e in known[::-1] if e.corrections and not e.first and e.standing is not Standing.WITHDRAWN]


def correction_title(corrected: list[Edition]) -> str:
    """What has become of the figures of a report: "Đã đính chính"."""
    titles = {Fate.ADDED: revisions.REPORT_ADDED, Fate.RETRACTED: revisions.REPORT_RETRACTED}
    return titles.get(_fate_of(corrected), revisions.REPORT_CORRECTED)


def correction_text(corrected: list[Edition]) -> str:
    """How many figures, and when: "1 số liệu, ngày 14/01/2036", "3 số liệu, gần nhất 14/01/2036"."""
    count = len({change.indicator.key for edition in corrected for change in edition.corrections})
    newest, several = corrected[0].revision, bool(corrected[1:])
    if newest.date is None:
        told = revisions.CORRECTED_FIGURES_LAST_AT if several else revisions.CORRECTED_FIGURES_AT
        return told.format(count=count, number=newest.number)
    told = revisions.CORRECTED_FIGURES_LAST_ON if several else revisions.CORRECTED_FIGURES_ON
    return told.format(count=count, day=vietnamese.day(newest.date))


def recent_corrections(catalogue: Catalogue, most: int) -> list[Edition]:
    """The newest revisions that changed figures, newest first; those without a date last."""
    corrected = [edition for edition in catalogue.history.editions if edition.corrections and not edition.first]
    corrected.sort(key=lambda e: (e.revision.date or date.min, e.period.order, e.revision.number), reverse=True)
    return corrected[:most]


def count_text(edition: Edition) -> str:
    """How much a revision changed: "3 số liệu đổi, 1 mục tiêu đổi, 1 ghi chú đổi"; nothing where that is not known."""
    beside = [change for change in edition.changes or () if change.of_note]
    targets = sum(bool(target_change_text(change.before, change.after)) for change in beside)
    counts = (
        (len(edition.corrections), revisions.FIGURES_CHANGED),
        (targets, revisions.TARGETS_CHANGED),
        (len(beside) - targets, revisions.NOTES_CHANGED),
    )
    return ", ".join(told.format(count=count) for count, told in counts if count)


def revised(
    indicator: Indicator, reports: Iterable[Report], history: History
) -> list[tuple[Report, tuple[Vintage, ...]]]:
    """The reports in which a figure was not always the same, each with its vintages, the newest first."""
    found = []
    for report in reports:
        past = history.reports.get(report.key)
        vintages = past.vintages.get(indicator.key, ()) if past else ()
        if len(vintages) > 1:
            found.append((report, vintages[::-1]))
    return found


def figure_text(observation: Observation | None, unit: bool = True) -> str:
    """A figure that was public; a report may not have had its row."""
    return revisions.NO_ROW if observation is None else phrases.figure_text(observation, unit)


def step_text(before: Vintage, after: Vintage) -> str:
    """From what to what: "48 hồ sơ → 51 hồ sơ"; the figure and what else changed where it stayed."""
    figure = figure_text(after.observation)
    target = target_change_text(before.observation, after.observation)
    if shown_figure(before.observation) == shown_figure(after.observation):
        return revisions.STEP_BESIDE.format(figure=figure, beside=target or revisions.NOTE_ONLY)
    step = revisions.STEP.format(before=figure_text(before.observation), after=figure)
    return revisions.STEP_BESIDE.format(figure=step, beside=target) if target else step


def comparison(edition: Edition, catalogue: Catalogue) -> Comparison | None:
    """What a revision changed, row by row; None where it is not known or nothing."""
    if not edition.changes:
        return None
    report = catalogue.reports_by_key[edition.report]
    before = tuple(change.before for change in edition.changes if change.before is not None)
    after = tuple(change.after for change in edition.changes if change.after is not None)
    return compare(replace(report, observations=before), replace(report, observations=after), catalogue.indicators)


def public_editions(editions: Iterable[Edition]) -> list[Edition]:
    """Those of reports that are or were published, newest first; what git has not recorded comes first."""
    known = [edition for edition in editions if edition.standing is not Standing.DRAFT]
    return sorted(known, key=_newest_first, reverse=True)


def _newest_first(edition: Edition) -> tuple[date, date, tuple[object, ...], int]:
    declared = edition.revision.date or recorded_day(edition.recording) or date.min
    recorded = recorded_day(edition.recording) or date.max
    return declared, recorded, edition.period.order, edition.revision.number


def by_year(editions: Iterable[Edition]) -> list[tuple[str, list[Edition]]]:
    """Editions under the year of their date."""
    years = groupby(editions, key=lambda edition: _newest_first(edition)[0].year)
    return [(str(year) if year > 1 else revisions.UNDATED, list(group)) for year, group in years]


def drafts(catalogue: Catalogue) -> list[Report]:
    """The reports of which nothing has been published yet."""
    histories = catalogue.history.reports
    return [r for r in catalogue.reports if not _was_public(histories.get(r.key))]


def _was_public(past: ReportHistory | None) -> bool:
    return past is not None and any(edition.standing is not Standing.DRAFT for edition in past.editions)
