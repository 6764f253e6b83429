"""What the project's registers define, by id; None where a register could not be read and so allows no verdict."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeAlias, TypeVar

from macros.kinds import Code, CodeList
from macros.problems.problem import Problem, nearest, shorten
from macros.reading.project import Project
from macros.reading.report_summary import report_summary
from macros.reading.shapes import CodeListShape, IndicatorShape
from macros.reading.yaml_records import Record, Spot
from macros.record import Period, ReportKey

Shaped = TypeVar("Shaped")
Moved: TypeAlias = Mapping[ReportKey, tuple[ReportKey, Collection[int]]]


@dataclass(frozen=True, slots=True)
class Known:
    """Ids by register. `definitions` and `sections` hold what was read; `indicators` is None when that is not all.

    Of an id that is defined twice the first definition counts. `ordered` is whether the order of the sections is sure.
    `reports` are by what each is found, and `expansions` what the abbreviations stand for. `moved` leads from what a
    report was once found by to what it is found by now, with the revisions that were public under the former.
    """

    units: Mapping[str, frozenset[str]] | None
    code_lists: Mapping[str, CodeList] | None
    documents: Collection[str] | None
    abbreviations: Collection[str] | None
    definitions: Mapping[str, IndicatorShape]
    sections: Mapping[str, str]
    indicators: Collection[str] | None
    ordered: bool
    reports: Collection[ReportKey] | None
    labels: Mapping[str, str]
    expansions: Mapping[str, str | None]
    moved: Moved

    @classmethod
    def of(cls, project: Project, moved: Moved | None = None) -> "Known":
        units, lists, documents, glossary = project.units, project.code_lists, project.documents, project.glossary
        sections = {e.shape.section.id: e.shape.section.printed_number for e in project.indicators}
        definitions: dict[str, IndicatorShape] = {}
        for definition in (*(i for e in project.indicators for i in e.shape.indicators), *project.spare):
            definitions.setdefault(definition.id, definition)
        periods = {entry.path: report_summary(entry).period for entry in project.reports}
        named = all(PurePosixPath(path).stem == str(period) for path, period in periods.items())
        orders = {e.shape.section.order for e in project.indicators}
        return cls(
            units={u.id: frozenset(u.printed) for u in reversed(units.shape.units)} if units else None,
            code_lists={c.id: code_list(c) for c in reversed(lists.shape.code_lists)} if lists else None,
            documents=[d.id for d in documents.shape.documents]
            if documents
            else _named_in(project, "data/documents.yaml", "documents", "id"),
            abbreviations=[a.short for a in glossary.shape.abbreviations]
            if glossary
            else _named_in(project, "data/glossary.yaml", "abbreviations", "short"),
            definitions=definitions,
            sections=sections,
            indicators=[*sections, *definitions] if project.indicators_complete else None,
            ordered=project.indicators_complete and len(orders) == len(project.indicators),
            reports=dict.fromkeys(report_summary(entry).key for entry in project.reports)
            if project.reports_complete and named
            else None,
            labels=project.labels,
            expansions={a.short: a.expansion for a in glossary.shape.abbreviations} if glossary else {},
            moved=moved or {},
        )


def _named_in(project: Project, path: str, key: str, name: str) -> list[str] | None:
    """The ids of a register that has problems, where none of them is in an id; None where that is not sure."""
    partly = project.partly.get(path)
    value = partly.record.value if partly else None
    listed = value.get(key) if isinstance(value, dict) else None
    if partly is None or not isinstance(listed, list):
        return None
    ids: list[str] = []
    for n, part in enumerate(listed):
        id = part.get(name) if isinstance(part, dict) else None
        if not isinstance(id, str) or partly.record.place((key, n, name)).line in partly.told:
            return None
        ids.append(id)
    return ids


def code_list(shape: CodeListShape) -> CodeList:
    """The code list that a shape describes."""
    codes = tuple(Code(code.code, code.label) for code in shape.codes)
    return CodeList(shape.id, shape.label, codes, tuple(shape.printed))


def unknown(
    record: Record,
    spot: Spot,
    wrong: str,
    known: Collection[str] | None,
    what: str,
    file: str,
    subject: str,
    labels: Mapping[str, str] | None = None,
) -> Iterable[Problem]:
    """An id must be defined: the problem of one that is not, or nothing when it is or its register was not read.

    `labels` are what people know the ids by.
    """
    if known is None or wrong in known:
        return
    near = named(nearest(wrong, known), labels or {})
    remedy = f"có phải là {near}? Sửa lại mã" if near else f"sửa lại mã, hoặc thêm {what} vào {file}"
    yield Problem(
        record.place(spot), "E301", f"không có {what} “{shorten(wrong)}”", f"một mã trong {file}", remedy, subject
    )


def named(id: str, labels: Mapping[str, str]) -> str:
    """The id in quotes, followed by its label where it has one; "" for no id."""
    label = f" ({shorten(labels[id])})" if id in labels else ""
    return f"“{id}”{label}" if id else ""


def misnamed(project: Project, record: Record, period: Period) -> Iterable[Problem]:
    """A file on a period has the period as its name: the problem of one that has another."""
    path = PurePosixPath(record.path)
    right = str(path.with_name(f"{period}.yaml"))
    if path.stem != str(period):
        # Renamed, a copy would take the place of the file that it was made of.
        remedy = (
            f"đã có {right}: nếu tệp này là bản chép thì chép phần cần giữ sang đó rồi xóa, đừng chép đè; "
            "nếu là báo cáo khác thì sửa “period” và tên tệp"
            if right in project.files.names(str(path.parent))
            else f"đổi tên tệp thành {period}.yaml, hoặc sửa “period”"
        )
        yield Problem(
            record.place(("period",)), "E410", f"kỳ {period} không khớp tên tệp", "tên tệp là kỳ báo cáo", remedy
        )


def beside_no_report(project: Project, record: Record, report: ReportKey, known: Known) -> Iterable[Problem]:
    """A file beside a report has the report's period and name: the problems of one that stands beside none."""
    period = report.period
    yield from misnamed(project, record, period)
    if known.reports is not None and report not in known.reports:
        yield Problem(
            record.place(("period",)),
            "E416",
            f"chưa có báo cáo kỳ {period}",
            "kỳ của một tệp trong data/reports",
            f"thêm data/reports/{period}.yaml, hoặc sửa “period”",
        )


def repeated(record: Record, spots: Iterable[tuple[str, Spot]], what: str, first: dict[str, str]) -> Iterable[Problem]:
    """An id is defined once: the problem of each later one. `first` remembers where ids of earlier files stand."""
    here: dict[str, Spot] = {}
    for id, spot in spots:
        if id in first:
            where = f"dòng {record.place(here[id]).line}" if id in here else first[id]
            found = f"{what} “{id}” đã có ở {where}"
            yield Problem(record.place(spot), "E302", found, "mỗi mã một lần", "đặt mã khác, hoặc xóa mục thừa")
        else:
            first[id] = record.path
            here[id] = spot
