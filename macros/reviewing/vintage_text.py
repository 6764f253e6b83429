"""What was corrected and why, and what stood on a given day, for the terminal."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from macros import addresses, vietnamese
from macros.faces import change_text, phrases, revision_text
from macros.loading.snapshots import kept_editions
from macros.record import Catalogue, Edition, Knowledge, ReportKey, Standing, Status
from macros.wording import revisions


def history_lines(catalogue: Catalogue, wanted: ReportKey | None) -> Iterator[str]:
    """Every revision of every published report, or of one, newest first: its reason, and figures from what to what."""
    if unknown := revisions.KNOWLEDGE_TEXTS[catalogue.history.knowledge]:
        yield f"Lịch sử không đủ. {unknown}"
    found = [e for e in revision_text.public_editions(catalogue.history.editions) if wanted in (None, e.report)]
    for edition in found:
        yield from _edition_lines(edition, catalogue)
    if not found:
        yield "Chưa có lần công bố chính thức nào: báo cáo còn là dự thảo."


def _edition_lines(edition: Edition, catalogue: Catalogue) -> Iterator[str]:
    report = catalogue.reports_by_key[edition.report]
    named = f"{phrases.report_title(report)}, {revision_text.revision_text(edition.revision)}"
    yield f"{named}: {revision_text.title(edition)}"
    document = catalogue.documents.get(edition.revision.document or "")
    yield f"  Lý do: {edition.revision.reason}{f' ({phrases.document_title(document)})' if document else ''}"
    yield f"  {phrases.opening(revision_text.standing_text(edition, catalogue.history))}; {addresses.edition(edition)}"
    comparison = revision_text.comparison(edition, catalogue)
    for change in comparison.changed if comparison else ():
        yield f"    {change_text.sentence(change, comparison, catalogue)}"  # type: ignore[arg-type]


# Where git could be asked, it is the witness of what was public.
_WITNESSED = (Knowledge.COMPLETE, Knowledge.UNSURE, Knowledge.SHALLOW, Knowledge.NO_COMMITS)


def public_day(edition: Edition, knowledge: Knowledge) -> date | None:
    """The day from which an edition stood: no sooner than it declares, nor than git recorded it.

    None where git could be asked and does not have it: what it declares is then its own word alone.
    """
    if knowledge in _WITNESSED and edition.standing in (Standing.UNRECORDED, Standing.LOST):
        return None
    days = [day for day in (edition.revision.date, revision_text.recorded_day(edition.recording)) if day]
    return max(days, default=None)


def edition_on(catalogue: Catalogue, report: ReportKey, day: date) -> Edition | None:
    """The edition of a report that stood on a day; None where none did, or no day of it is known."""
    known = [
        (since, edition.revision.number, edition)
        for edition in _editions(catalogue, report)
        if (since := public_day(edition, catalogue.history.knowledge)) is not None and since <= day
    ]
    return max(known, key=lambda found: found[:2])[2] if known else None


def _editions(catalogue: Catalogue, report: ReportKey) -> list[Edition]:
    return [
        edition for edition in revision_text.public_editions(catalogue.history.editions) if edition.report == report
    ]


def day_lines(root: Path, catalogue: Catalogue, wanted: ReportKey | None, day: date) -> Iterator[str]:
    """What stood on a day: each report's edition; of one report alone, every figure too.

    What only declares to have stood then, while git dates it later or has it not, is told apart.
    """
    if catalogue.history.knowledge is not Knowledge.COMPLETE:
        yield f"Lịch sử không đủ. {revisions.KNOWLEDGE_TEXTS[catalogue.history.knowledge]}"
    yield f"Ngày {vietnamese.day(day)}, trang công khai có:"
    found, declared = False, list[str]()
    for report in catalogue.reports:
        if wanted not in (None, report.key):
            continue
        edition = edition_on(catalogue, report.key, day)
        declared += (_named(e, catalogue) for e in _only_declared(edition, catalogue, report.key, day))
        if edition is not None:
            found = True
            yield _named(edition, catalogue)
            if wanted is not None:
                yield from _figures(root, catalogue, edition)
    if not found:
        yield "  không có báo cáo nào như vậy."
    if declared:
        yield "Báo cáo tự khai có ngày đó hoặc sớm hơn, lịch sử git không cho thấy, nên không rõ trang đã có hay chưa:"
        yield from declared


def _only_declared(standing: Edition | None, catalogue: Catalogue, report: ReportKey, day: date) -> Iterator[Edition]:
    """The editions newer than the standing one that declare to have been there on a day, and git says otherwise."""
    least = standing.revision.number if standing else 0
    for edition in _editions(catalogue, report)[::-1]:
        told = edition.revision.date
        if edition.revision.number > least and told is not None and told <= day:
            yield edition


def _named(edition: Edition, catalogue: Catalogue) -> str:
    report = catalogue.reports_by_key[edition.report]
    named = f"{phrases.report_title(report)}, {revision_text.revision_text(edition.revision)}"
    return f"  {named} ({revision_text.standing_text(edition, catalogue.history)}); {addresses.edition(edition)}"


def _figures(root: Path, catalogue: Catalogue, edition: Edition) -> Iterator[str]:
    (kept,) = kept_editions(root, catalogue, [edition])
    report = kept.catalogue.report(edition.report_then) if kept.catalogue else None
    if kept.catalogue is None or report is None:
        yield "  Git không giữ số liệu của lần này, hoặc bản lưu không đọc được theo dạng hiện nay."
        return
    for observation in report.observations:
        if observation.status is not Status.HEADING:
            row = observation.indicator
            where = change_text.reference(row, kept.catalogue)
            note = phrases.note_text(observation)
            said = f"{phrases.figure_text(observation)}{f'; ghi chú: {note}' if note else ''}"
            yield f"    {where} {kept.catalogue.names[row.key]}: {said}"
