"""A report's file as sentences, one for each figure: what `git diff` shows instead of YAML."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros import vietnamese
from macros.model import Period
from macros.problems import Problem
from macros.reading.files import Files, Folder, decoded
from macros.reading.records import parse_record, read_record
from macros.reading.shapes import IndicatorsFile, IndicatorShape, ObservationShape, ReportFile, shaped
from macros.views import wording


def file_lines(root: Path, file: Path) -> Iterator[str]:
    """One sentence for each figure of a report's file, its head first; the raw text of a file that is none.

    Labels are those of the definitions below `root`, as far as they can be read; an unknown id stands for itself.
    """
    raw = file.read_bytes()
    text = decoded(file.name, raw)
    shape = None if isinstance(text, Problem) else shaped(parse_record(file.name, text), ReportFile)[0]
    if shape is None:
        yield raw.decode("utf-8", "replace").rstrip("\n")
    else:
        yield from report_lines(shape, Folder(root))


def report_lines(report: ReportFile, definitions: Files) -> Iterator[str]:
    """The head, key by key, then the figures in the order of the file."""
    yield f"Báo cáo {wording.inside(report.period.label)}: {report.title}"
    for revision in report.revisions:
        day = f", ngày {vietnamese.day(revision.date)}" if revision.date else ""
        yield f"Lần công khai {revision.number}{day}: {revision.reason}"
    for key, value in report.model_dump(mode="json", exclude=_TOLD, exclude_none=True).items():
        yield f"{key}: {value}"
    yield ""
    rows = _rows(definitions)
    for observation in report.observations:
        yield _line(observation, rows.get(observation.indicator))


_TOLD = {"period": True, "title": True, "revisions": True, "observations": True}


@dataclass(frozen=True, slots=True)
class _Row:
    """What a row is called and where it stands."""

    reference: str
    label: str
    unit: str


def _rows(files: Files) -> Mapping[str, _Row]:
    """The rows of the form by id, as far as their definitions can be read."""
    found: dict[str, _Row] = {}
    for name in files.names("data/indicators"):
        shape, _ = shaped(read_record(files, name), IndicatorsFile)
        if shape is not None:
            numbers = {shape.section.id: shape.section.printed_number}
            for row in shape.indicators:
                parts = [numbers.get(row.parent, ""), row.printed_number or ""]
                numbers[row.id] = ".".join(part for part in parts if part)
                found[row.id] = _Row(numbers[row.id], row.label, _unit(row))
    return found


def _unit(row: IndicatorShape) -> str:
    return f" {row.printed_unit}" if row.printed_unit and row.code_list is None else ""


def _line(observation: ObservationShape, row: _Row | None) -> str:
    """ "III.5 Số hồ sơ tiếp nhận (ho-so-tiep-nhan): 51 hồ sơ; ghi chú: …"."""
    name = f"{row.reference} {row.label} ({observation.indicator})" if row else observation.indicator
    value = f"{observation.value}{row.unit if row else ''}" if observation.value is not None else _status(observation)
    parts = [value]
    if observation.reason:
        parts.append(f"vì: {observation.reason}")
    if observation.note:
        parts.append(f"ghi chú: {observation.note}")
    for n, person in enumerate(observation.persons, 1):
        parts.append(f"{{{n}}}: {person.name}{' (không công bố)' if person.withheld else ''}")
    return f"{name}: {'; '.join(parts)}"


def _status(observation: ObservationShape) -> str:
    if observation.status is None:
        return "không có giá trị"
    label = wording.STATUS_LABELS[observation.status]
    return f"{label}{_expected(observation.expected)}"


def _expected(period: Period | None) -> str:
    return f", dự kiến {wording.inside(period.label)}" if period else ""
