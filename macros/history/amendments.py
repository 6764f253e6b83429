"""A figure of a published report changes only with a new revision entry."""

from collections.abc import Iterator, Mapping

from macros.history.parsed_revisions import machine
from macros.history.public_states import Past
from macros.problems.problem import Problem
from macros.reading.project import Entry, Project
from macros.reading.report_summary import ReportSummary, SummedFigure, report_summary, summed_figure
from macros.reading.shapes import ReportFile
from macros.record import SeriesKey, series_key


def unannounced_amendments(project: Project, past: Past) -> Iterator[Problem]:
    """Every figure that differs from what its report said when its newest revision was first published.

    A report that was published stays so, whatever its status says now. What git does not know is not judged: a report
    never published, one not committed yet, a folder without history.
    """
    rows = [row for entry in project.indicators for row in entry.shape.indicators]
    present = {series_key(former): series_key(row.id) for row in rows for former in row.former_ids}
    for entry in project.reports:
        told = report_summary(entry)
        state = past.announced(told.key, len(told.revisions))
        if state is not None:
            announced = {present.get(key, key): figure.shown for key, figure in state.version.figures.items()}
            # Most reports say what they said, which their summary tells.
            if not told.plain or _shown_figures(told) != announced:
                yield from _differences(entry, announced)
                yield from _dropped(entry, announced)


def _shown_figures(report: ReportSummary) -> dict[SeriesKey, tuple[str, ...]]:
    """What the public sees of each figure, as `PastFigure.shown`."""
    return {key: _shown_figure(figure) for key, figure in report.figures.items()}


def _shown_figure(figure: SummedFigure) -> tuple[str, ...]:
    return machine(figure.value), figure.status, figure.expected, machine(figure.target)


def _differences(entry: Entry[ReportFile], announced: Mapping[SeriesKey, tuple[str, ...]]) -> Iterator[Problem]:
    for n, observation in enumerate(entry.shape.observations):
        before, now = announced.get(observation.series), _shown_figure(summed_figure(observation))
        if before is not None and before != now:
            spot = ("observations", n, "value" if observation.value is not None else "status")
            yield Problem(
                entry.record.place(spot),
                "E418",
                f"số liệu đã ban hành bị đổi từ “{_shown(before)}” thành “{_shown(now)}” mà không có lần công bố mới",
                f"số liệu như ở lần {len(entry.shape.revisions)}, hoặc một mục mới trong “revisions” kèm lý do",
                f"chạy congkhai revise {entry.shape.period}, rồi điền “date” và “reason” của lần đó",
                observation.indicator,
            )


def _dropped(entry: Entry[ReportFile], announced: Mapping[SeriesKey, tuple[str, ...]]) -> Iterator[Problem]:
    """Figures that the report no longer has at all."""
    given = {observation.series for observation in entry.shape.observations}
    for key, before in announced.items():
        if key not in given and any(before):
            yield Problem(
                entry.record.place(("observations",)),
                "E418",
                f"số liệu đã ban hành “{_shown(before)}” bị bỏ khỏi báo cáo mà không có lần công bố mới",
                f"số liệu như ở lần {len(entry.shape.revisions)}, hoặc một mục mới trong “revisions” kèm lý do",
                f"viết lại khối này, hoặc chạy congkhai revise {entry.shape.period}, rồi điền “date” và “reason”",
                key.indicator,
            )


def _shown(figure: tuple[str, ...]) -> str:
    *parts, target = figure
    return " ".join(part for part in (*parts, f"(mục tiêu {target})" if target else "") if part)
