"""A report's file as sentences, one for each figure: what `git diff` shows instead of YAML."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros import vietnamese
from macros.checks.index import code_list
from macros.faces import phrases
from macros.kinds import CodeList, Domain, Refusal
from macros.problems.problem import Problem
from macros.reading.fitting import shaped_file, shaped_text
from macros.reading.shapes import CodeListsFile, IndicatorsFile, IndicatorShape, ObservationShape, ReportFile
from macros.reading.sources import Files, Folder, decoded
from macros.wording import figures


def file_lines(root: Path, file: Path) -> Iterator[str]:
    """One sentence for each figure of a report's file, its head first; the raw text of a file that is none.

    Labels are those of the definitions below `root`, as far as they can be read; an unknown id stands for itself.
    """
    raw = file.read_bytes()
    text = decoded(file.name, raw)
    shape = None if isinstance(text, Problem) else shaped_text(file.name, text, ReportFile)[0]
    if shape is None:
        yield raw.decode("utf-8", "replace").rstrip("\n")
    else:
        yield from report_lines(shape, Folder(root))


def report_lines(report: ReportFile, definitions: Files) -> Iterator[str]:
    """The head, key by key, then the figures in the order of the file."""
    yield f"Báo cáo {phrases.inside(report.period.label)}: {report.title}"
    for revision in report.revisions:
        day = f", ngày {vietnamese.day(revision.date)}" if revision.date else ""
        document = f" (văn bản {revision.document})" if revision.document else ""
        yield f"Lần công bố {revision.number}{day}: {revision.reason}{document}"
    yield from _flat(report.model_dump(mode="json", exclude=_TOLD, exclude_none=True))
    yield ""
    rows = _rows(definitions)
    for observation in report.observations:
        yield _line(observation, rows.get(observation.indicator))


_TOLD = {"period": True, "title": True, "revisions": True, "observations": True}


def _flat(head: Mapping[str, Any], above: str = "") -> Iterator[str]:
    """The keys of the head, one line each, those inside others behind them: `annex.title`."""
    for key, value in head.items():
        match value:
            case dict():
                yield from _flat(value, f"{above}{key}.")
            case list():
                yield from (f"{above}{key}: {entry}" for entry in value)
            case _:
                yield f"{above}{key}: {value}"


@dataclass(frozen=True, slots=True)
class _Row:
    """Where a row stands, and how its figures are read."""

    reference: str
    shape: IndicatorShape
    codes: CodeList | None


def _rows(files: Files) -> Mapping[str, _Row]:
    """The rows of the form by id, as far as their definitions can be read."""
    codes: dict[str, CodeList] = {}
    if files.has("data/code-lists.yaml"):
        lists, _ = shaped_file(files, "data/code-lists.yaml", CodeListsFile)
        codes = {entry.id: code_list(entry) for entry in lists.code_lists} if lists else {}
    found: dict[str, _Row] = {}
    for name in files.names("data/indicators"):
        shape, _ = shaped_file(files, name, IndicatorsFile)
        if shape is not None:
            numbers = {shape.section.id: shape.section.printed_number}
            for row in shape.indicators:
                parts = [numbers.get(row.parent, ""), row.printed_number or ""]
                numbers[row.id] = ".".join(part for part in parts if part)
                found[row.id] = _Row(numbers[row.id], row, codes.get(row.code_list or ""))
    return found


def _line(observation: ObservationShape, row: _Row | None) -> str:
    """The line of a figure: `III.5 Số hồ sơ tiếp nhận [ho-so-tiep-nhan]: 51 Hồ sơ; ghi chú: …`."""
    id = f"[{observation.indicator}]"
    name = f"{row.reference} {row.shape.label.removeprefix('- ').removesuffix(':')} {id}" if row else id
    parts = [_value(observation, row)]
    if observation.expected:
        parts.append(f"dự kiến {phrases.inside(observation.expected.label)}")
    if observation.target:
        parts.append(f"mục tiêu: {observation.target}")
    if observation.reason:
        parts.append(f"căn cứ: {observation.reason}")
    if observation.covers:
        parts.append(f"nói về: {observation.covers}")
    if observation.note:
        parts.append(f"ghi chú: {observation.note}")
    for n, person in enumerate(observation.persons, 1):
        parts.append(f"{{{n}}}: {person.name}{' (không công bố)' if person.withheld else ''}")
    return f"{name}: {'; '.join(part for part in parts if part)}"


def _value(observation: ObservationShape, row: _Row | None) -> str:
    """The figure as readers see it; what cannot be read stands as it was typed."""
    if observation.value is None:
        return figures.STATUS_LABELS[observation.status].lower() if observation.status else ""
    if row is None:
        return observation.value
    kind = row.shape.kind if row.codes else row.shape.kind.unlisted()
    try:
        value = kind.parse(observation.value, Domain(row.codes, row.shape.may_exceed_100))
    except Refusal:
        return observation.value
    return kind.written(value, row.shape.printed_unit if row.codes is None else None)
