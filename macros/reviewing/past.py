"""What was corrected and why, and what stood on a given day, for the terminal."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from macros import addresses, vietnamese
from macros.archive import kept_editions
from macros.model import Catalogue, Edition, Knowledge, Status
from macros.views import changes, editions, phrases
from macros.wording import revisions


def history_lines(catalogue: Catalogue, period: str | None) -> Iterator[str]:
    """Every revision of every published report, or of one, newest first: its reason, and figures from what to what."""
    if unknown := revisions.KNOWLEDGE_TEXTS[catalogue.history.knowledge]:
        yield f"Lịch sử không đủ. {unknown}"
    wanted = [e for e in editions.public_editions(catalogue.history) if period in (None, str(e.period))]
    for edition in wanted:
        yield from _edition_lines(edition, catalogue)
    if not wanted:
        yield "Chưa có lần công khai chính thức nào: báo cáo còn là dự thảo."


def _edition_lines(edition: Edition, catalogue: Catalogue) -> Iterator[str]:
    report = catalogue.reports_by_period[str(edition.period)]
    yield f"{phrases.report_title(report)}, {editions.revision_text(edition.revision)}: {editions.title(edition)}"
    document = catalogue.documents.get(edition.revision.document or "")
    yield f"  Lý do: {edition.revision.reason}{f' ({phrases.document_title(document)})' if document else ''}"
    yield f"  {phrases.opening(editions.standing_text(edition, catalogue.history))}; {addresses.edition(edition)}"
    comparison = editions.comparison(edition, catalogue)
    for change in comparison.changed if comparison else ():
        yield f"    {changes.sentence(change, comparison, catalogue)}"  # type: ignore[arg-type]


def public_day(edition: Edition) -> date | None:
    """The day from which an edition stood: the declared one, or else the one on which git recorded it."""
    return edition.revision.date or editions.recorded_day(edition.recording)


def edition_on(catalogue: Catalogue, period: str, day: date) -> Edition | None:
    """The edition of a report that stood on a day; None where none did, or no day of it is known."""
    known = [
        edition
        for edition in editions.public_editions(catalogue.history)
        if str(edition.period) == period and (since := public_day(edition)) is not None and since <= day
    ]
    return max(known, key=lambda edition: (public_day(edition), edition.revision.number), default=None)


def day_lines(root: Path, catalogue: Catalogue, period: str | None, day: date) -> Iterator[str]:
    """What stood on a day: each report's edition; of one report alone, every figure too."""
    if catalogue.history.knowledge is not Knowledge.COMPLETE:
        yield f"Lịch sử không đủ. {revisions.KNOWLEDGE_TEXTS[catalogue.history.knowledge]}"
    yield f"Ngày {vietnamese.day(day)}, trang công khai có:"
    found = False
    for report in catalogue.reports:
        edition = edition_on(catalogue, str(report.period), day)
        if edition is not None and period in (None, str(report.period)):
            found = True
            standing = editions.standing_text(edition, catalogue.history)
            named = f"{phrases.report_title(report)}, {editions.revision_text(edition.revision)}"
            yield f"  {named} ({standing}); {addresses.edition(edition)}"
            if period is not None:
                yield from _figures(root, catalogue, edition)
    if not found:
        yield "  không có báo cáo nào như vậy."


def _figures(root: Path, catalogue: Catalogue, edition: Edition) -> Iterator[str]:
    (kept,) = kept_editions(root, catalogue, [edition])
    then = str(edition.recording.period) if edition.recording else str(edition.period)
    report = kept.catalogue.reports_by_period.get(then) if kept.catalogue else None
    if kept.catalogue is None or report is None:
        yield "  Git không giữ số liệu của lần này, hoặc bản lưu không đọc được theo dạng hiện nay."
        return
    for observation in report.observations:
        if observation.status is not Status.HEADING:
            row = observation.indicator
            where = changes.reference(row, kept.catalogue)
            note = phrases.note_text(observation)
            said = f"{phrases.figure_text(observation)}{f'; ghi chú: {note}' if note else ''}"
            yield f"    {where} {kept.catalogue.names[row.id]}: {said}"
