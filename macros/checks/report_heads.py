"""Laws of a report's head."""

from collections.abc import Iterator

from macros.checks.index import Known, misnamed, unknown
from macros.problems.problem import Problem
from macros.reading.project import Entry, Project
from macros.reading.shapes import ReportFile
from macros.record import ReportStatus


def problems(project: Project, known: Known) -> Iterator[Problem]:
    for entry in project.reports:
        # So no period is reported twice.
        yield from misnamed(project, entry.record, entry.shape.period)
        yield from _data_dates(entry)
        yield from _numbered(entry)
        yield from _revisions(entry, known)


def _data_dates(entry: Entry[ReportFile]) -> Iterator[Problem]:
    """Data end no earlier than they start."""
    start, end = entry.shape.data_start, entry.shape.data_end
    if start and end and end < start:
        yield Problem(
            entry.record.place(("data_end",)),
            "E411",
            f"ngày chốt số liệu {end} trước ngày bắt đầu {start}",
            "“data_end” không sớm hơn “data_start”",
            "xem lại hai ngày",
        )


def _numbered(entry: Entry[ReportFile]) -> Iterator[Problem]:
    """A published report has a number, a symbol and a date; one without them is a draft."""
    if entry.shape.status is ReportStatus.PUBLISHED:
        for key in ("number", "symbol", "date"):
            if getattr(entry.shape, key) is None:
                yield Problem(
                    entry.record.place(("status",)),
                    "E412",
                    f"báo cáo đã ban hành (published) nhưng thiếu “{key}”",
                    "báo cáo đã ban hành có đủ “number”, “symbol”, “date”",
                    f"thêm “{key}”, hoặc ghi status: draft",
                )


def _revisions(entry: Entry[ReportFile], known: Known) -> Iterator[Problem]:
    """Revisions are numbered 1, 2, 3 …, those of a published report are dated, and dates do not go back."""
    shape, record = entry.shape, entry.record
    latest = None
    for n, revision in enumerate(shape.revisions):
        if revision.number != n + 1:
            yield Problem(
                record.place(("revisions", n, "number")),
                "E413",
                f"lần công bố ghi số {revision.number}",
                "1, 2, 3, … theo thứ tự",
                f"viết {n + 1}",
            )
        if revision.date is None and shape.status is ReportStatus.PUBLISHED:
            yield Problem(
                record.place(("revisions", n)),
                "E413",
                f"lần công bố {revision.number} của báo cáo đã ban hành không có ngày",
                "mỗi lần công bố có “date”",
                "thêm “date: năm-tháng-ngày”",
            )
        if revision.date is not None and latest is not None and revision.date < latest:
            yield Problem(
                record.place(("revisions", n, "date")),
                "E413",
                f"lần công bố {revision.number} ghi ngày {revision.date}, trước lần liền trước ({latest})",
                "ngày không lùi",
                "xem lại ngày",
            )
        latest = revision.date or latest
        if revision.document is not None:
            spot = ("revisions", n, "document")
            yield from unknown(record, spot, revision.document, known.documents, "văn bản", "data/documents.yaml", "")
