"""What was public stays as it was said: reports, what their revisions say of themselves, what their rows measure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.history.parsed_revisions import PastRevision
from macros.history.past_definitions import Meant, Measure
from macros.history.public_states import Past, State
from macros.kinds import HEADING, KINDS
from macros.problems.problem import Place, Problem, shorten
from macros.reading.persons import named_persons
from macros.reading.project import Entry, Project
from macros.reading.report_summary import ReportSummary, SummedRevision, report_summary
from macros.reading.shapes import IndicatorsFile, IndicatorShape, ReportFile, SectionShape
from macros.reading.yaml_records import Record, Spot
from macros.record import Period, ReportStatus, series_key
from macros.withholding.withheld import Withheld

_NAMES = {
    "kind": "loại giá trị",
    "unit": "đơn vị tính",
    "code_list": "danh mục mã",
    "printed_unit": "đơn vị tính đúng như in",
    "label": "tên",
    "parent": "dòng cha",
}


def record_problems(project: Project, past: Past) -> Iterator[Problem]:
    """Every way in which the project unsays what was public; what git does not know is not judged."""
    yield from _gone(project, past)
    withheld = Withheld.of([person.name for person in named_persons(project) if person.withheld])
    for entry in project.reports:
        yield from _taken_back(entry, past)
        yield from _rewritten(entry, past, withheld)
    yield from _redefined(project, past)
    yield from _renamed(project, past)


def _gone(project: Project, past: Past) -> Iterator[Problem]:
    """A report that was published is there, under its period or under the one that corrects it."""
    if not project.reports_complete:
        return
    reports = list(map(report_summary, project.reports))
    there = {report.key for report in reports}
    for key, states in past.states.items():
        period = key.period
        name = f"data/reports/{period}.yaml"
        if key in there or not states or any(_continues(report, states[-1]) for report in reports):
            continue
        yield Problem(
            Place(name),
            "E422",
            f"báo cáo kỳ {period} đã công khai {states[-1].number} lần nhưng không còn trong dự án",
            "báo cáo đã công khai thì giữ mãi; số sai thì đính chính bằng một lần công bố mới",
            f"lấy lại tệp này và docs/bao-cao/{period.slug}.md từ lịch sử git; nếu kỳ ghi nhầm, đổi "
            "“period” và tên tệp, thêm một mục vào “revisions” nêu lý do, rồi ghi vào git cùng một lần",
        )


def _continues(report: ReportSummary, state: State) -> bool:
    """Whether a report goes on where another left off, as `Past.moved` has it once that is committed."""
    known = state.version.revisions
    return len(report.revisions) > len(known) and not any(
        any(_differences(then, now)) for then, now in zip(known, report.revisions, strict=False)
    )


def _taken_back(entry: Entry[ReportFile], past: Past) -> Iterator[Problem]:
    """What was public as published is no draft afterwards; a draft of a further revision is one."""
    report = report_summary(entry)
    if report.status is ReportStatus.DRAFT and past.announced(report.key, len(report.revisions)):
        yield Problem(
            entry.record.place(("status",)),
            "E422",
            f"báo cáo kỳ {report.period} đã công khai là bản đã ban hành, nay lại ghi là bản dự thảo",
            "báo cáo đã ban hành không trở lại thành dự thảo",
            "ghi lại status: published; số sai thì đính chính bằng một lần công bố mới",
        )


def _rewritten(entry: Entry[ReportFile], past: Past, withheld: Withheld) -> Iterator[Problem]:
    """What a revision said of itself when it became public it says for ever, and none goes.

    But a name that is withheld since is said by nothing, so that other words stand for it.
    """
    report = report_summary(entry)
    states = past.states.get(report.key, ())
    now = report.revisions
    for n in range(1, max((state.number for state in states), default=0) + 1):
        then = next(state.version.revisions[n - 1] for state in states if state.number >= n)
        if n > len(now):
            yield Problem(
                entry.record.place(("revisions",)),
                "E423",
                f"lần {n} đã công khai nhưng không còn trong “revisions”",
                "mỗi lần đã công khai giữ một mục",
                f"viết lại mục {n}: {_said(then)}; muốn bỏ số đã sửa thì thêm lần {n + 1} nêu lý do",
            )
            continue
        for key, before, after in _differences(then, now[n - 1]):
            if withheld.is_reworded(_plain(before), _plain(after)):
                continue
            other = f"đổi từ “{shorten(before)}” thành “{shorten(after)}”" if after else f"xóa (“{shorten(before)}”)"
            yield Problem(
                entry.record.place(("revisions", n - 1, key)),
                "E423",
                f"“{key}” của lần {n} đã công khai bị {other}",
                "điều đã công khai về một lần công bố giữ nguyên",
                f"viết lại “{before}”; điều cần nói thêm thì ghi ở một lần công bố mới",
            )


def _differences(then: PastRevision, now: SummedRevision) -> Iterator[tuple[str, str, str]]:
    """Each key under which a revision says something else, with both; a document may be added."""
    day = now.date.isoformat() if now.date else ""
    told = (("date", then.date, day), ("reason", then.reason, now.reason), ("document", then.document, now.document))
    for key, before, after in told:
        if before and before != after and _plain(before) != _plain(after):
            yield key, before, after or ""


def _said(revision: PastRevision) -> str:
    return f"number: {revision.number}, date: {revision.date or '…'}, reason: {revision.reason}"


def _plain(text: str | None) -> str:
    return " ".join((text or "").split())


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the form as it is defined now, and where."""

    entry: Entry[IndicatorsFile]
    spot: tuple[str | int, ...]
    shape: IndicatorShape | SectionShape

    @property
    def measure(self) -> Measure:
        shape = self.shape
        if isinstance(shape, SectionShape):
            return Measure(HEADING.id, None, None, None, shape.label, None)
        return Measure(shape.kind.id, shape.unit, shape.code_list, shape.printed_unit, shape.label, shape.parent)


def _redefined(project: Project, past: Past) -> Iterator[Problem]:
    """A row of a published report keeps its kind, unit, code list, label and parent until the report is revised."""
    rows = {row.shape.id: row for entry in project.indicators for row in _rows(entry)}
    present = {id: row.shape.id for row in rows.values() for id in getattr(row.shape, "former_ids", ())}
    # Hundreds of reports were published by the same definitions, most of which say what they say now.
    others: dict[tuple[str, ...], list[tuple[str, Measure, _Row]]] = {}
    told: set[tuple[str, str]] = set()
    for period, state in _announced(project, past):
        if state.definitions not in others:
            then_and_now = (
                (id, then, rows.get(present.get(id, id))) for id, then in dict(past.measured(state)).items()
            )
            others[state.definitions] = [
                (id, then, row)
                for id, then, row in then_and_now
                if row is not None and any(_redefinitions(then, row.measure, present))
            ]
        for id, then, row in others[state.definitions]:
            if not (series_key(id) in state.version.figures or _heads(then, row, period)):
                continue
            for key, before, after in _redefinitions(then, row.measure, present):
                if (row.shape.id, key) not in told:
                    told.add((row.shape.id, key))
                    yield _redefinition(row, key, before, after, period)


def _announced(project: Project, past: Past) -> Iterator[tuple[Period, State]]:
    """The reports whose newest revision is public, oldest first, each with the state in which it became so."""
    for report in sorted(map(report_summary, project.reports), key=lambda report: report.period.order):
        if state := past.announced(report.key, len(report.revisions)):
            yield report.period, state


def _rows(entry: Entry[IndicatorsFile]) -> Iterator[_Row]:
    yield _Row(entry, ("section",), entry.shape.section)
    for n, indicator in enumerate(entry.shape.indicators):
        yield _Row(entry, ("indicators", n), indicator)


def _heads(then: Measure, row: _Row, period: Period) -> bool:
    """Whether a heading stands in reports on a period."""
    last = row.shape.last_period
    return (
        not KINDS[then.kind].holds_value
        and row.shape.first_period.order <= period.order
        and (last is None or period.order <= last.order)
    )


def _redefinitions(then: Measure, now: Measure, present: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Each part of a definition that is another now, by its key, with both."""
    for key, before, after in zip(Measure._fields, then, now, strict=True):
        if key == "parent" and before is not None:
            before = present.get(before, before)
        if before != after and _plain(before) != _plain(after):
            yield key, before or "", after or ""


def _redefinition(row: _Row, key: str, before: str, after: str, period: Period) -> Problem:
    was, now = (f"“{shorten(text)}”" if text else "trống" for text in (before, after))
    back = f"viết lại “{key}: {before}”" if before else f"xóa “{key}”"
    return Problem(
        row.entry.record.place((*row.spot, key)),
        "E424",
        f"{_NAMES[key]} (“{key}”) đổi từ {was} thành {now}, trong khi báo cáo kỳ {period} đã công khai dùng dòng này",
        "dòng của báo cáo đã công khai giữ loại, đơn vị, danh mục mã, tên và dòng cha",
        f"{back}. Biểu mẫu mới đổi thì thêm chỉ tiêu có mã mới và “first_period”, còn chỉ tiêu này ghi “last_period” "
        "và “successors”. Trước đây chép sai thì thêm một lần công bố vào từng báo cáo dùng dòng này "
        f"(congkhai revise {period}) và ghi vào git cùng một lần",
        row.shape.id,
    )


def _renamed(project: Project, past: Past) -> Iterator[Problem]:
    """A unit or code by which a published report is read keeps its meaning until the report is revised."""
    now = dict(_meanings(project))
    others: dict[tuple[str, ...], list[tuple[Meant, str]]] = {}
    told: set[Meant] = set()
    for period, state in _announced(project, past):
        if state.definitions not in others:
            meanings = ((meant, before) for meant, before in past.meant(state) if meant in now)
            others[state.definitions] = [(m, before) for m, before in meanings if _plain(before) != _plain(now[m][0])]
        if not others[state.definitions]:
            continue
        used = {
            (key, id)
            for indicator, then in past.measured(state)
            if series_key(indicator) in state.version.figures
            for key, id in (("unit", then.unit), ("code_list", then.code_list))
        }
        for meant, before in others[state.definitions]:
            if (meant.key, meant.id) in used and meant not in told:
                after, record, spot = now[meant]
                told.add(meant)
                yield _renaming(meant, record.place(spot), before, after, period)


def _meanings(project: Project) -> Iterator[tuple[Meant, tuple[str, Record, Spot]]]:
    """What each unit and code means now, and where that is said."""
    if units := project.units:
        for n, unit in enumerate(units.shape.units):
            yield Meant("unit", unit.id), (unit.label, units.record, ("units", n, "label"))
    if lists := project.code_lists:
        for n, listed in enumerate(lists.shape.code_lists):
            for k, code in enumerate(listed.codes):
                spot = ("code_lists", n, "codes", k, "label")
                yield Meant("code_list", listed.id, code.code), (code.label, lists.record, spot)


def _renaming(meant: Meant, place: Place, before: str, after: str, period: Period) -> Problem:
    what = f"đơn vị “{meant.id}”" if meant.code is None else f"mã “{meant.code}” của danh mục “{meant.id}”"
    other = "đơn vị có mã mới" if meant.code is None else "danh mục có mã mới"
    return Problem(
        place,
        "E424",
        f"{what} đổi từ “{shorten(before)}” thành “{shorten(after)}”, trong khi báo cáo kỳ {period} đã công khai "
        "dùng nghĩa này",
        "đơn vị và mã mà báo cáo đã công khai dùng giữ nghĩa cũ",
        f"viết lại “label: {before}”. Biểu mẫu mới đổi thì thêm {other}, dùng cho chỉ tiêu mới. Trước đây chép sai thì "
        f"thêm một lần công bố vào từng báo cáo dùng nghĩa này (congkhai revise {period}) và ghi vào git cùng một lần",
    )
