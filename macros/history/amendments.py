"""A figure of a published report changes only with a new revision entry."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from macros.history.git import committed_versions
from macros.model import ReportStatus
from macros.problems import Problem
from macros.reading.project import Entry, Project
from macros.reading.records import parse_record
from macros.reading.shapes import ObservationShape, ReportFile, shaped

Figures = dict[str, tuple[str, ...]]


def unannounced_amendments(project: Project, root: Path) -> Iterator[Problem]:
    """Every figure that differs from what its report said when its newest revision was first published.

    A report that was published stays so, whatever its status says now. What git does not know is not judged: a report
    never published, one not committed yet, a folder without history.
    """
    versions = committed_versions(root, [entry.record.path for entry in project.reports])
    for entry in project.reports:
        announced = _announced(entry, versions.get(entry.record.path, ()))
        if announced is not None:
            yield from _differences(entry, announced)


def _announced(entry: Entry[ReportFile], versions: Sequence[bytes]) -> Figures | None:
    """The figures of the oldest published version that has as many revisions as the file has now."""
    found = None
    for content in versions:
        record = parse_record(entry.record.path, content.decode("utf-8", "replace"))
        shape, _ = shaped(record, ReportFile)
        if shape is None or shape.status is not ReportStatus.PUBLISHED:
            continue
        if len(shape.revisions) == len(entry.shape.revisions):
            found = _figures(shape)
    return found


def _figures(report: ReportFile) -> Figures:
    return {observation.indicator: _figure(observation) for observation in report.observations}


def _figure(observation: ObservationShape) -> tuple[str, ...]:
    """What the public sees of a figure; `43,75` and `43.75` are the same."""
    value = (observation.value or "").replace(",", ".")
    return value, str(observation.status or ""), str(observation.expected or "")


def _differences(entry: Entry[ReportFile], announced: Mapping[str, tuple[str, ...]]) -> Iterator[Problem]:
    for n, observation in enumerate(entry.shape.observations):
        before, now = announced.get(observation.indicator), _figure(observation)
        if before is not None and before != now:
            spot = ("observations", n, "value" if observation.value is not None else "status")
            yield Problem(
                entry.record.place(spot),
                "E418",
                f"số liệu đã ban hành bị đổi từ «{_shown(before)}» thành «{_shown(now)}» mà không có lần sửa đổi mới",
                f"số liệu như ở lần {len(entry.shape.revisions)}, hoặc một mục mới trong «revisions» kèm lý do",
                f"thêm vào «revisions» mục number: {len(entry.shape.revisions) + 1} với «date» và «reason»",
                observation.indicator,
            )


def _shown(figure: tuple[str, ...]) -> str:
    return " ".join(part for part in figure if part)
