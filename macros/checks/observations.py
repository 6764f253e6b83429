"""Laws of the figures of a report."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from macros.checks import covers
from macros.checks.index import Known, unknown
from macros.checks.person_rules import SOMEBODY, disciplinary_rows
from macros.kinds import Domain, Refusal, amounts
from macros.problems.problem import Problem, nearest, shorten
from macros.reading.document_citations import cited
from macros.reading.project import Entry, Project
from macros.reading.scalars import explained
from macros.reading.shapes import IndicatorShape, ObservationShape, ReportFile
from macros.reading.yaml_records import MOST_PROBLEMS, Record, Spot
from macros.record import Period, SeriesKey, Status, series_key

PERSON_MARK = re.compile(r"\{(\d+)\}")
_BLANKS = (Status.NOT_REPORTED, Status.NOT_APPLICABLE, Status.PENDING)


@dataclass(frozen=True, slots=True)
class _Report:
    """What the laws of one figure ask of the report that it stands in; the period is None where it is not sure."""

    record: Record
    period: Period | None


def problems(project: Project, known: Known) -> Iterator[Problem]:
    disciplinary = disciplinary_rows(known)
    for entry in project.reports:
        yield from _once_each(entry, known)
        yield from _in_order(entry, known)
        yield from _complete(entry, known)
        yield from covers.problems(entry.record, entry.shape)
        report = _Report(entry.record, entry.shape.period)
        for n, observation in enumerate(entry.shape.observations):
            yield from _figure(report, n, observation, known, disciplinary)
    for faulty in project.faulty:
        report = _Report(faulty.record, faulty.period)
        for n, observation in faulty.observations.items():
            found = _figure(report, n, observation, known, disciplinary)
            yield from (problem for problem in found if problem.place.line not in faulty.told)


def _figure(
    report: _Report, n: int, observation: ObservationShape, known: Known, disciplinary: Collection[str]
) -> Iterator[Problem]:
    """The laws of one figure, whatever stands beside it."""
    spot: Spot = ("observations", n)
    definition = known.definitions.get(observation.indicator)
    if definition is not None:
        yield from _in_life(report, spot, observation, definition)
        yield from _value_or_status(report, spot, observation, definition)
        yield from _value(report, spot, observation, definition, known)
        yield from _target(report, spot, observation, definition)
    yield from _pending(report, spot, observation)
    yield from _persons(report, spot, observation)
    if observation.indicator in disciplinary:
        yield from _nobody_named(report, spot, observation)
    yield from _citations(report, spot, observation, known)


def _once_each(entry: Entry[ReportFile], known: Known) -> Iterator[Problem]:
    """A report gives each indicator once, and names only indicators that exist."""
    known_ids = None if known.indicators is None else [*known.definitions]
    seen: dict[SeriesKey, int] = {}
    for n, observation in enumerate(entry.shape.observations):
        id, spot = observation.indicator, ("observations", n, "indicator")
        if id in known.sections:
            yield Problem(
                entry.record.place(spot), "E403", f"“{id}” là một nhóm", "chỉ tiêu trong nhóm", "xóa khối này"
            )
        else:
            yield from unknown(entry.record, spot, id, known_ids, "chỉ tiêu", "data/indicators", "", known.labels)
        if observation.series in seen:
            first = entry.record.place(("observations", seen[observation.series], "indicator")).line
            yield Problem(
                entry.record.place(spot),
                "E401",
                f"chỉ tiêu “{id}” ghi hai lần (lần đầu ở dòng {first})",
                "mỗi chỉ tiêu một lần trong một báo cáo",
                "xóa một trong hai khối",
            )
        seen.setdefault(observation.series, n)


def _in_order(entry: Entry[ReportFile], known: Known) -> Iterator[Problem]:
    """Figures stand in the order of the form, so that the raw difference of two reports is one figure per hunk."""
    if not known.ordered:
        return
    position = {id: n for n, id in enumerate(known.definitions)}
    # A heading with a value is a block that should not be there: where it stands says nothing more.
    given = [
        (position[o.indicator], n)
        for n, o in enumerate(entry.shape.observations)
        if o.indicator in position and not _is_filled_heading(o, known)
    ]
    for n in _misplaced(given):
        id = entry.shape.observations[n].indicator
        above = [key for key in _given_in_order(entry, known) if position[key] < position[id]]
        yield Problem(
            entry.record.place(("observations", n, "indicator")),
            "E406",
            "khối này đứng sai thứ tự",
            "thứ tự của biểu mẫu trong data/indicators",
            f"chuyển khối này tới ngay sau khối “{above[-1]}”" if above else "chuyển khối này lên đầu danh sách",
            id,
        )


def _is_filled_heading(observation: ObservationShape, known: Known) -> bool:
    filled = observation.value is not None or observation.status is not None
    return filled and not known.definitions[observation.indicator].kind.holds_value


def _given_in_order(entry: Entry[ReportFile], known: Known) -> list[str]:
    """The indicators of a report, in the order of the form."""
    given = {observation.indicator for observation in entry.shape.observations}
    return [id for id in known.definitions if id in given]


def _misplaced(given: list[tuple[int, int]]) -> Iterator[int]:
    """The fewest figures to move: those outside a longest rising run of positions (patience sorting)."""
    tops: list[tuple[int, int]] = []
    before: dict[int, int | None] = {}
    for position, n in given:
        pile = bisect_left(tops, (position, -1))
        before[n] = tops[pile - 1][1] if pile else None
        tops[pile : pile + 1] = [(position, n)]
    kept: set[int] = set()
    step = tops[-1][1] if tops else None
    while step is not None:
        kept.add(step)
        step = before[step]
    repeats = Counter(position for position, _ in given)
    yield from (n for position, n in given if n not in kept and repeats[position] == 1)


def _complete(entry: Entry[ReportFile], known: Known) -> Iterator[Problem]:
    """A report answers every indicator that lives in its period, if only by saying that there is no figure."""
    if known.indicators is None:
        return
    spot: Spot
    spots: dict[SeriesKey, Spot] = {o.series: ("observations", n) for n, o in enumerate(entry.shape.observations)}
    # A misspelt indicator is not also missing.
    strange = [key.indicator for key in spots if key.indicator not in known.definitions]
    meant = {nearest(id, known.definitions) for id in strange[:MOST_PROBLEMS]}
    above, spot = "", ("observations",)
    for id, definition in known.definitions.items():
        if (key := series_key(id)) in spots:
            above, spot = id, spots[key]
        elif definition.kind.holds_value and id not in meant and lives(definition, entry.shape.period):
            after = f" ngay sau khối “{above}”" if above else " ở đầu danh sách"
            above = id
            yield Problem(
                entry.record.place(spot),
                "E407",
                "báo cáo thiếu chỉ tiêu này",
                "mỗi chỉ tiêu của kỳ có một khối, kể cả khi chưa có số liệu",
                f"thêm khối “- indicator: {id}”{after}, với “value” hoặc “status: not-reported”",
                id,
            )


def lives(definition: IndicatorShape, period: Period) -> bool:
    """Whether the form of a period asks for an indicator."""
    order = period.order
    ended = definition.last_period is not None and order > definition.last_period.order
    return order >= definition.first_period.order and not ended


def _in_life(
    report: _Report, spot: Spot, observation: ObservationShape, definition: IndicatorShape
) -> Iterator[Problem]:
    """A figure stands only in a period in which its indicator lives."""
    impossible = definition.last_period is not None and definition.last_period.order < definition.first_period.order
    if report.period is not None and not impossible and not lives(definition, report.period):
        life = f"từ {definition.first_period}" + (f" đến {definition.last_period}" if definition.last_period else "")
        yield Problem(
            report.record.place((*spot, "indicator")),
            "E408",
            f"chỉ tiêu không dùng trong kỳ {report.period}",
            life,
            "xóa khối này, hoặc sửa “first_period”, “last_period” của chỉ tiêu",
            observation.indicator,
        )


def _value_or_status(
    report: _Report, spot: Spot, observation: ObservationShape, definition: IndicatorShape
) -> Iterator[Problem]:
    """A figure has a value, or a status that says why it has none; a heading has neither."""
    subject, place = observation.indicator, report.record.place
    status, value = observation.status, observation.value
    if not definition.kind.holds_value:
        if status is not None:
            yield Problem(
                place((*spot, "status")), "E403", "dòng tiêu đề lại có “status”", "chỉ “note”", "xóa “status”", subject
            )
    elif value is None and status is None:
        yield Problem(
            place((*spot, "value")),
            "E409",
            "chưa có “value”, cũng chưa có “status”",
            f"“value”, hoặc “status”: {', '.join(map(explained, _BLANKS))}",
            "điền “value: …”; nếu nguồn để trống, viết “status: not-reported”",
            subject,
        )
    elif value is not None and status is not None and status is not Status.REPORTED:
        yield Problem(
            place((*spot, "status")),
            "E409",
            f"vừa có “value: {shorten(value)}” vừa có “status: {status}”",
            "một trong hai",
            "xóa “status” nếu có số liệu, xóa “value” nếu không",
            subject,
        )
    elif value is None and status not in _BLANKS:
        yield Problem(
            place((*spot, "status")),
            "E409",
            f"“status: {status}” mà không có “value”",
            f"khi không có “value”, “status”: {', '.join(map(explained, _BLANKS))}",
            "điền “value”, hoặc viết “status: not-reported”",
            subject,
        )


def _value(
    report: _Report, spot: Spot, observation: ObservationShape, definition: IndicatorShape, known: Known
) -> Iterator[Problem]:
    """A value is of the kind that its indicator declares."""
    if observation.value is None:
        return
    code_list = (known.code_lists or {}).get(definition.code_list or "")
    if definition.kind.has_code_list and code_list is None:
        return
    try:
        definition.kind.parse(observation.value, Domain(code_list, definition.may_exceed_100))
    except Refusal as refusal:
        yield Problem(
            report.record.place((*spot, "value")),
            refusal.code,
            refusal.found,
            refusal.allowed,
            refusal.remedy,
            observation.indicator,
        )


def _target(
    report: _Report, spot: Spot, observation: ObservationShape, definition: IndicatorShape
) -> Iterator[Problem]:
    """A target is an amount of the kind that its indicator declares; answers, words and headings have none."""
    if observation.target is None:
        return
    target, subject = (*spot, "target"), observation.indicator
    if not definition.kind.is_amount:
        kinds = ", ".join(kind.explained for kind in amounts())
        found = f"“target” ở chỉ tiêu kind {definition.kind.explained}"
        place = report.record.place(target)
        yield Problem(place, "E421", found, f"“target” chỉ dùng cho kind {kinds}", "xóa “target”", subject)
        return
    try:
        definition.kind.parse_target(observation.target, Domain(may_exceed_100=definition.may_exceed_100))
    except Refusal as refusal:
        found, place = f"mục tiêu: {refusal.found}", report.record.place(target)
        yield Problem(place, refusal.code, found, refusal.allowed, refusal.remedy, subject)


def _pending(report: _Report, spot: Spot, observation: ObservationShape) -> Iterator[Problem]:
    """Only a pending figure says when it is expected, and that is after the report; only a blank gives a reason."""
    for key, found, allowed, remedy in _wrongly_pending(observation, report.period):
        yield Problem(report.record.place((*spot, key)), "E414", found, allowed, remedy, observation.indicator)


def _wrongly_pending(observation: ObservationShape, period: Period | None) -> Iterator[tuple[str, str, str, str]]:
    """The keys that do not go with the status: each with what was found, what is allowed, and the remedy."""
    for key in ("expected", "waiting"):
        if getattr(observation, key) is not None and observation.status is not Status.PENDING:
            yield (
                key,
                f"“{key}” ở số liệu không chờ kết quả",
                f"“{key}” đi cùng “status: pending”",
                f"xóa “{key}”, hoặc viết “status: pending”",
            )
    expected = observation.expected if observation.status is Status.PENDING else None
    if expected and period and expected.order <= period.order:
        yield (
            "expected",
            f"kỳ dự kiến {expected} không sau kỳ báo cáo {period}",
            "một kỳ sau kỳ báo cáo",
            "xem lại kỳ dự kiến",
        )
    if observation.reason is not None and observation.status not in _BLANKS:
        yield (
            "reason",
            "“reason” ở số liệu đã có",
            "“reason” giải thích vì sao chưa có số liệu",
            "xóa “reason”, hoặc chuyển nội dung vào “note”",
        )


def _persons(report: _Report, spot: Spot, observation: ObservationShape) -> Iterator[Problem]:
    """Each person of a figure stands once in its note, as {1}, {2} …, and the note names nobody else."""
    marks = PERSON_MARK.findall(observation.note or "")
    wanted: Sequence[str] = [str(n) for n in range(1, len(observation.persons) + 1)]
    if sorted(marks) != sorted(wanted):
        shown = ", ".join(f"{{{mark}}}" for mark in marks) or "không có chỗ nào"
        yield Problem(
            report.record.place((*spot, "note" if observation.note else "persons")),
            "E415",
            f"chỗ của tên người trong “note”: {shown}; “persons” có {len(wanted)} người",
            "mỗi người trong “persons” ứng với một chỗ {1}, {2}, … trong “note”, mỗi chỗ một lần",
            "viết {1} ở chỗ tên người thứ nhất, {2} ở chỗ tên người thứ hai; thêm hoặc bớt người trong “persons”",
            observation.indicator,
        )


def _nobody_named(report: _Report, spot: Spot, observation: ObservationShape) -> Iterator[Problem]:
    """A row on discipline names nobody, neither as a person nor in its note."""
    texts = {"note": observation.note or "", "reason": observation.reason or "", "covers": observation.covers or ""}
    named = {key: match for key, text in texts.items() if (match := SOMEBODY.search(text))}
    if observation.persons or named:
        key, match = next(iter(named.items()), ("persons", None))
        yield Problem(
            report.record.place((*spot, key)),
            "E417",
            "dòng về kỷ luật lại nêu tên người" + (f" (“{match[0]}”)" if match else ""),
            "số liệu, không có tên người",
            "xóa tên khỏi “note”, “reason”, “covers” và “persons”",
            observation.indicator,
        )


def _citations(report: _Report, spot: Spot, observation: ObservationShape, known: Known) -> Iterator[Problem]:
    """A document that a note cites by number and date stands in the register."""
    for citation in cited(observation.note or ""):
        id = citation.document
        if id is not None and known.documents is not None and id not in known.documents:
            near = nearest(id, known.documents)
            new = f"nếu là văn bản mới, thêm mục “{id}” vào data/documents.yaml"
            yield Problem(
                report.record.place((*spot, "note")),
                "E301",
                f"“{citation.text}” chưa có trong sổ văn bản",
                "văn bản có trong data/documents.yaml",
                f"có phải là “{near}”? Sửa lại số, ký hiệu hoặc ngày; {new}" if near else new,
                observation.indicator,
            )
