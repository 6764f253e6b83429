"""Laws of the remarks that people write on a report."""

from collections.abc import Iterator

from macros.checks.known import Known, misnamed, repeated, unknown
from macros.checks.people import SOMEBODY, disciplinary_rows
from macros.problems import Problem
from macros.reading.project import Project
from macros.reading.records import Spot


def problems(project: Project, known: Known) -> Iterator[Problem]:
    """A remark is on a report and on figures that exist, and has an id of its own in its file."""
    disciplinary = disciplinary_rows(known)
    for entry in project.remarks:
        period = entry.shape.period
        yield from misnamed(project, entry.record, period)
        if known.periods is not None and period not in known.periods:
            yield Problem(
                entry.record.place(("period",)),
                "E416",
                f"chưa có báo cáo kỳ {period}",
                "kỳ của một tệp trong data/reports",
                f"thêm data/reports/{period}.yaml, hoặc sửa «period»",
            )
        ids: list[tuple[str, Spot]] = [
            (remark.id, ("remarks", n, "id")) for n, remark in enumerate(entry.shape.remarks)
        ]
        yield from repeated(entry.record, ids, "nhận xét", {})
        for n, remark in enumerate(entry.shape.remarks):
            if disciplinary.intersection(remark.indicators) and (named := SOMEBODY.search(remark.text)):
                yield Problem(
                    entry.record.place(("remarks", n, "text")),
                    "E417",
                    f"nhận xét về dòng kỷ luật lại nêu tên người («{named[0]}»)",
                    "nhận xét không có tên người",
                    "xóa tên khỏi «text»",
                    remark.id,
                )
            for k, indicator in enumerate(remark.indicators):
                spot: Spot = ("remarks", n, "indicators", k)
                yield from unknown(
                    entry.record,
                    spot,
                    indicator,
                    known.indicators,
                    "chỉ tiêu",
                    "data/indicators",
                    remark.id,
                    known.labels,
                )
