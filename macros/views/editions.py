"""What was public when, in words: dates as they are known, what is not known said so."""

from dataclasses import replace
from datetime import date, timedelta, timezone
from itertools import groupby

from macros import vietnamese
from macros.comparing.changes import Comparison, compare
from macros.model import (
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
    Standing,
    Vintage,
    shown_figure,
)
from macros.views import phrases
from macros.views.changes import target_change_text

# Viet Nam keeps one time all year.
_HERE = timezone(timedelta(hours=7))
_BEYOND = "nên trang này không biết số liệu nào đã công khai ngày nào; chỉ nêu những gì báo cáo tự khai."
KNOWLEDGE_TEXTS = {
    Knowledge.COMPLETE: "",
    Knowledge.SHALLOW: "Kho git dùng để dựng trang này đã bị cắt bớt phần đầu, nên trang không biết những gì công khai "
    "trước đó, và không nêu ngày của chúng.",
    Knowledge.NO_GIT: f"Máy dựng trang này không có git, {_BEYOND}",
    Knowledge.NO_REPOSITORY: f"Trang này được dựng từ một thư mục ngoài kho git, {_BEYOND}",
    Knowledge.NO_COMMITS: f"Kho git dùng để dựng trang này chưa ghi lần nào, {_BEYOND}",
    Knowledge.UNREADABLE: f"Không đọc được kho git dùng để dựng trang này, {_BEYOND}",
}


def recorded_day(recording: Recording | None) -> date | None:
    """The day in Viet Nam on which git recorded a state, where that is known."""
    return recording.moment.astimezone(_HERE).date() if recording and recording.moment else None


def revision_text(revision: Revision) -> str:
    """The revision by number and date: "lần 2, ngày 2/7/2031"."""
    return f"lần {revision.number}, ngày {vietnamese.day(revision.date)}" if revision.date else f"lần {revision.number}"


def kept_text(edition: Edition) -> str:
    """The page that keeps an edition, by name: "bản lưu lần 1, ngày 20/6/2031"."""
    return f"bản lưu {revision_text(edition.revision)}"


def standing_text(edition: Edition, history: History) -> str:
    """What git knows of a revision: "ghi vào lịch sử ngày 3/7/2031"."""
    known = history.knowledge in (Knowledge.COMPLETE, Knowledge.SHALLOW, Knowledge.NO_COMMITS)
    match edition.standing:
        case Standing.DRAFT:
            return "bản dự thảo, chưa ban hành"
        case Standing.UNRECORDED:
            return "chưa ghi vào lịch sử" if known else "không có lịch sử để đối chiếu"
        case Standing.LOST:
            return "lịch sử không còn giữ bản này" if known else "không có lịch sử để đối chiếu"
        case Standing.WITHDRAWN:
            return f"{_recorded_text(edition.recording)}; sau đó báo cáo không còn nêu lần này"
        case Standing.RECORDED:
            return _recorded_text(edition.recording)


def _recorded_text(recording: Recording | None) -> str:
    day = recorded_day(recording)
    return f"ghi vào lịch sử ngày {vietnamese.day(day)}" if day else "đã có trong lịch sử, không rõ từ ngày nào"


def vintage_text(vintage: Vintage, history: History) -> str:
    """Since when a figure stood, by git: "ghi vào lịch sử ngày 3/7/2031"."""
    if vintage.recording is not None:
        return _recorded_text(vintage.recording)
    known = history.knowledge in (Knowledge.COMPLETE, Knowledge.SHALLOW, Knowledge.NO_COMMITS)
    return "chưa ghi vào lịch sử" if known else "không có lịch sử để đối chiếu"


def first_text(report: Report, indicator: str, history: History) -> str:
    """When a figure was first published: "công bố lần đầu 20/6/2031"; what is not known is said so."""
    past = history.reports.get(str(report.period))
    vintages = past.vintages.get(indicator, ()) if past else ()
    if not vintages:
        return "dự thảo, chưa ban hành" if report.status is ReportStatus.DRAFT else ""
    first = vintages[0]
    if first.older:
        return f"công bố từ {revision_text(first.revision)} hoặc trước đó"
    day = first.revision.date or recorded_day(first.recording)
    return f"công bố lần đầu {vietnamese.day(day)}" if day else f"công bố lần đầu ở {revision_text(first.revision)}"


def correction(report: Report, observation: Observation, history: History) -> Vintage | None:
    """What the figure on a row was before it was corrected; None where it stands as first published."""
    past = history.reports.get(str(report.period))
    return past.correction(observation) if past else None


def correction_label(was: Vintage) -> str:
    """What has become of a figure that was not always so: corrected, or added where there was none."""
    missing = was.observation is None or was.observation.value is None
    return "đã bổ sung" if missing else "đã đính chính"


def correction_sentence(report: Report, observation: Observation, history: History) -> str:
    """The correction of a figure that is taken away from its place: "đã đính chính ngày 2/7/2031, trước là 48 hồ sơ".

    "" for a figure that stands as first published.
    """
    was = correction(report, observation, history)
    if was is None:
        return ""
    vintages = history.reports[str(report.period)].vintages[observation.indicator.id]
    now = vintages[vintages.index(was) + 1]
    day = f" ngày {vietnamese.day(now.revision.date)}" if now.announced and now.revision.date else ""
    return f"{correction_label(was)}{day}, trước là {figure_text(was.observation)}"


def title(edition: Edition) -> str:
    """What kind of revision it is, in a word or two."""
    if edition.standing is Standing.DRAFT:
        return "Dự thảo"
    if edition.first:
        return "Công bố lần đầu"
    if edition.changes is None:
        return "Không rõ số nào đổi"
    if not edition.changes:
        return "Không đổi số liệu"
    corrections = edition.corrections
    if not corrections:
        aimed = any(target_change_text(change.before, change.after) for change in edition.changes or ())
        return "Đổi mục tiêu" if aimed else "Chỉ đổi ghi chú"
    return "Bổ sung số liệu" if _only_adds(edition) else "Đính chính"


def _only_adds(edition: Edition) -> bool:
    """Whether a revision gives figures only where there were none."""
    return all(change.before is None or change.before.value is None for change in edition.corrections)


def corrections(report: Report, history: History) -> list[Edition]:
    """The revisions that changed figures of a report that was public, newest first; those of notes alone are none."""
    past = history.reports.get(str(report.period))
    known = past.editions if past else ()
    return [e for e in known[::-1] if e.corrections and not e.first and e.standing is not Standing.WITHDRAWN]


def correction_title(corrected: list[Edition]) -> str:
    """What has become of the figures of a report: "Đã đính chính"."""
    return "Đã bổ sung" if all(_only_adds(edition) for edition in corrected) else "Đã đính chính"


def correction_text(corrected: list[Edition]) -> str:
    """How many figures, and when: "1 số liệu, ngày 14/01/2036", "3 số liệu, gần nhất 14/01/2036"."""
    figures = {change.indicator.id for edition in corrected for change in edition.corrections}
    newest = corrected[0].revision
    when = vietnamese.day(newest.date) if newest.date else f"ở lần {newest.number}"
    last = "gần nhất" if corrected[1:] else "ngày" if newest.date else ""
    return f"{len(figures)} số liệu, {last} {when}".replace("  ", " ")


def recent_corrections(catalogue: Catalogue, most: int) -> list[Edition]:
    """The newest revisions that changed figures, newest first; those without a date last."""
    corrected = [edition for edition in catalogue.history.editions if edition.corrections and not edition.first]
    corrected.sort(key=lambda e: (e.revision.date or date.min, e.period.order, e.revision.number), reverse=True)
    return corrected[:most]


def count_text(edition: Edition) -> str:
    """How much a revision changed: "3 số liệu đổi, 1 mục tiêu đổi, 1 ghi chú đổi"; nothing where that is not known."""
    beside = [change for change in edition.changes or () if change.of_note]
    targets = sum(bool(target_change_text(change.before, change.after)) for change in beside)
    counts = ((len(edition.corrections), "số liệu"), (targets, "mục tiêu"), (len(beside) - targets, "ghi chú"))
    return ", ".join(f"{count} {what} đổi" for count, what in counts if count)


def revised(indicator: Indicator, catalogue: Catalogue) -> list[tuple[Report, tuple[Vintage, ...]]]:
    """The reports in which a figure was not always the same, each with its vintages, newest first."""
    found = []
    for report in catalogue.reports:
        past = catalogue.history.reports.get(str(report.period))
        vintages = past.vintages.get(indicator.id, ()) if past else ()
        if len(vintages) > 1:
            found.append((report, vintages[::-1]))
    return found


def figure_text(observation: Observation | None, unit: bool = True) -> str:
    """A figure that was public; a report may not have had its row."""
    return "không có dòng này" if observation is None else phrases.figure_text(observation, unit)


def step_text(before: Vintage, after: Vintage) -> str:
    """From what to what: "48 hồ sơ → 51 hồ sơ"; the figure and what else changed where it stayed."""
    figure = figure_text(after.observation)
    target = target_change_text(before.observation, after.observation)
    if shown_figure(before.observation) == shown_figure(after.observation):
        return f"{figure} ({target or 'chỉ đổi ghi chú'})"
    return f"{figure_text(before.observation)} → {figure}{f' ({target})' if target else ''}"


def comparison(edition: Edition, catalogue: Catalogue) -> Comparison | None:
    """What a revision changed, row by row; None where it is not known or nothing."""
    if not edition.changes:
        return None
    report = catalogue.reports_by_period[str(edition.period)]
    before = tuple(change.before for change in edition.changes if change.before is not None)
    after = tuple(change.after for change in edition.changes if change.after is not None)
    return compare(replace(report, observations=before), replace(report, observations=after), catalogue.indicators)


def public_editions(history: History) -> list[Edition]:
    """Every revision of a report that is or was published, newest first; what git has not recorded comes first."""
    known = [edition for edition in history.editions if edition.standing is not Standing.DRAFT]
    return sorted(known, key=_newest_first, reverse=True)


def _newest_first(edition: Edition) -> tuple[date, date, tuple[object, ...], int]:
    declared = edition.revision.date or recorded_day(edition.recording) or date.min
    recorded = recorded_day(edition.recording) or date.max
    return declared, recorded, edition.period.order, edition.revision.number


def by_year(editions: list[Edition]) -> list[tuple[str, list[Edition]]]:
    """Editions under the year of their date."""
    years = groupby(editions, key=lambda edition: _newest_first(edition)[0].year)
    return [(str(year) if year > 1 else "Chưa rõ ngày", list(group)) for year, group in years]


def drafts(catalogue: Catalogue) -> list[Report]:
    """The reports of which nothing has been published yet."""
    histories = catalogue.history.reports
    return [r for r in catalogue.reports if not _was_public(histories.get(str(r.period)))]


def _was_public(past: ReportHistory | None) -> bool:
    return past is not None and any(edition.standing is not Standing.DRAFT for edition in past.editions)
