"""Laws of the indicator definitions."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.checks.index import Known, repeated, unknown
from macros.kinds import KINDS, amounts
from macros.problems.problem import Problem, nearest, shorten
from macros.reading.conversions import NotAConversion, parse_conversion
from macros.reading.project import Entry, Project
from macros.reading.shapes import IndicatorsFile, IndicatorShape, SectionShape
from macros.reading.yaml_records import Record, Spot
from macros.record import Part
from macros.vietnamese import heading_name


def problems(project: Project, known: Known) -> Iterator[Problem]:
    first: dict[str, str] = {}
    orders: dict[str, str] = {}
    former: dict[str, str] = {}
    sections = [entry.shape.section for entry in project.indicators]
    headings = [_Heading(section, heading_name(section.label, known.expansions)) for section in sections]
    for entry in project.indicators:
        shape = entry.shape
        ids: list[tuple[str, Spot]] = [(shape.section.id, ("section", "id"))]
        ids += [(indicator.id, ("indicators", n, "id")) for n, indicator in enumerate(shape.indicators)]
        yield from repeated(entry.record, ids, "chỉ tiêu", first)
        order: list[tuple[str, Spot]] = [(str(shape.section.order), ("section", "order"))]
        yield from repeated(entry.record, order, "thứ tự nhóm", orders)
        yield from _headings(entry, known, headings)
        yield from _parents(entry)
        for n, indicator in enumerate(shape.indicators):
            yield from _references(entry, n, indicator, known)
            yield from _measure(entry, n, indicator, known)
            yield from _life(entry, n, indicator)
            yield from _breaks(entry, n, indicator)
            yield from _conversion(entry, n, indicator, known)
        yield from _former_ids(entry, known, former)


@dataclass(frozen=True, slots=True)
class _Heading:
    """What a heading names, of which section; one of the narrative with its place in a record."""

    section: SectionShape
    name: str
    record: Record | None = None
    spot: Spot = ()

    @property
    def where(self) -> str:
        """The place in words, "" for the name of the section itself."""
        return f", ở {self.record.path} dòng {self.record.place(self.spot).line}" if self.record is not None else ""


def _headings(entry: Entry[IndicatorsFile], known: Known, taken: list[_Heading]) -> Iterator[Problem]:
    """A heading of the narrative names one section of its time. `taken` are the names so far."""
    section = entry.shape.section
    for n, heading in enumerate(section.narrative_headings):
        spot: Spot = ("section", "narrative_headings", n)
        name = heading_name(heading, known.expansions)
        if not any(map(str.isalpha, name)):
            yield Problem(
                entry.record.place(spot),
                "E203",
                f"đề mục “{shorten(heading)}” không có chữ nào ngoài số thứ tự và phần trong ngoặc",
                "tên của đề mục, ví dụ Cải cách công vụ",
                "viết tên đề mục như trong thuyết minh, hoặc xóa mục này",
                section.id,
            )
            continue
        others = [other for other in taken if other.name == name and _meet(section, other.section)]
        for other in others[:1]:
            same = other.section is section and other.record is None
            own = "tên của chính nhóm này" if same else f"của nhóm “{shorten(other.section.label)}”"
            yield Problem(
                entry.record.place(spot),
                "E302",
                f"đề mục “{shorten(heading)}” đã là {own}{other.where}",
                "mỗi đề mục thuộc một nhóm, ghi một lần",
                "xóa mục thừa",
                section.id,
            )
        if not others:
            taken.append(_Heading(section, name, entry.record, spot))


def _meet(one: SectionShape, other: SectionShape) -> bool:
    """Whether reports of one period may have both sections."""
    late, early = sorted((one, other), key=lambda section: section.first_period.order, reverse=True)
    return early.last_period is None or early.last_period.order >= late.first_period.order


def _parents(entry: Entry[IndicatorsFile]) -> Iterator[Problem]:
    """A row stands below a row of its own section that is printed above it; so no row is its own ancestor."""
    above = [entry.shape.section.id]
    for n, indicator in enumerate(entry.shape.indicators):
        if indicator.parent not in above:
            near = nearest(indicator.parent, above)
            yield Problem(
                entry.record.place(("indicators", n, "parent")),
                "E306",
                f"dòng cha “{shorten(indicator.parent)}” không đứng trước dòng này trong cùng nhóm",
                "mã của nhóm, hoặc của một dòng phía trên trong tệp này",
                f"có phải là “{near}”?" if near else f"viết {entry.shape.section.id} nếu dòng này thuộc thẳng nhóm",
                indicator.id,
            )
        above.append(indicator.id)


def _references(entry: Entry[IndicatorsFile], n: int, indicator: IndicatorShape, known: Known) -> Iterator[Problem]:
    """What a definition names is defined: unit, code list, documents, successors."""
    record, subject = entry.record, indicator.id
    if indicator.unit is not None:
        spot: Spot = ("indicators", n, "unit")
        yield from unknown(record, spot, indicator.unit, known.units, "đơn vị tính", "data/units.yaml", subject)
    if indicator.code_list is not None:
        spot = ("indicators", n, "code_list")
        wrong, lists = indicator.code_list, known.code_lists
        yield from unknown(record, spot, wrong, lists, "danh mục mã", "data/code-lists.yaml", subject)
    for k, document in enumerate(indicator.documents):
        spot = ("indicators", n, "documents", k)
        yield from unknown(record, spot, document, known.documents, "văn bản", "data/documents.yaml", subject)
    for k, successor in enumerate(indicator.successors):
        spot = ("indicators", n, "successors", k)
        yield from unknown(
            record, spot, successor, known.indicators, "chỉ tiêu", "data/indicators", subject, known.labels
        )


def _measure(entry: Entry[IndicatorsFile], n: int, indicator: IndicatorShape, known: Known) -> Iterator[Problem]:
    """A coded row has a code list and no unit, an amount has no code list, and the printed unit is one of theirs."""
    place = entry.record.place
    if indicator.kind.has_code_list != (indicator.code_list is not None):
        coded = indicator.kind.has_code_list
        kind = indicator.kind.explained
        listed = ", ".join(sorted(known.code_lists or ()))
        listed_kinds = ", ".join(kind.explained for kind in KINDS.values() if kind.has_code_list)
        yield Problem(
            place(("indicators", n, "kind" if coded else "code_list")),
            "E308",
            f"chỉ tiêu kind {kind} thiếu “code_list”" if coded else f"“code_list” ở chỉ tiêu kind {kind}",
            f"“code_list” đi cùng kind {listed_kinds}",
            f"thêm “code_list”, một trong: {listed}" if coded else "xóa “code_list”, hoặc đổi kind thành coded",
            indicator.id,
        )
    if indicator.unit is not None and not indicator.kind.is_amount:
        yield Problem(
            place(("indicators", n, "unit")),
            "E308",
            f"“unit” ở chỉ tiêu kind {indicator.kind.explained}",
            f"“unit” chỉ dùng cho kind {', '.join(kind.explained for kind in amounts())}",
            "xóa “unit”",
            indicator.id,
        )
    if indicator.printed_unit is not None:
        yield from _printed_unit(entry, n, indicator, indicator.printed_unit, known)


def _printed_unit(
    entry: Entry[IndicatorsFile], n: int, indicator: IndicatorShape, printed: str, known: Known
) -> Iterator[Problem]:
    """The printed unit is a spelling that the unit or the code list of the row knows."""
    spot: Spot = ("indicators", n, "printed_unit")
    spellings = _spellings(indicator, known)
    if spellings is not None and printed not in spellings:
        register = "data/code-lists.yaml" if indicator.code_list else "data/units.yaml"
        yield Problem(
            entry.record.place(spot),
            "E309",
            f"cách viết đơn vị “{shorten(printed)}” chưa có trong {register}",
            ", ".join(f"“{spelling}”" for spelling in sorted(spellings)),
            f"sửa lại, hoặc thêm cách viết này vào “printed” trong {register}",
            indicator.id,
        )
    elif indicator.unit is None and indicator.kind.is_amount and indicator.code_list is None:
        unit = next((id for id, known_as in (known.units or {}).items() if printed in known_as), "…")
        found, remedy = "“printed_unit” mà không có “unit”", f"thêm “unit: {unit}”, một đơn vị trong data/units.yaml"
        yield Problem(entry.record.place(spot), "E309", found, "“unit” là đơn vị chuẩn", remedy, indicator.id)
    elif not indicator.kind.has_quantity:
        kind = indicator.kind.explained
        found, remedy = f"“printed_unit” ở chỉ tiêu kind {kind}", "xóa “printed_unit”, hoặc sửa “kind”"
        yield Problem(entry.record.place(spot), "E309", found, "đơn vị đi cùng số liệu", remedy, indicator.id)


def _spellings(indicator: IndicatorShape, known: Known) -> frozenset[str] | None:
    """The spellings allowed for the printed unit of an indicator, or None when that cannot be known."""
    if indicator.code_list is not None:
        codes = (known.code_lists or {}).get(indicator.code_list)
        return frozenset(codes.printed) if codes else None
    if indicator.unit is not None:
        return (known.units or {}).get(indicator.unit)
    return None


def _life(entry: Entry[IndicatorsFile], n: int, indicator: IndicatorShape) -> Iterator[Problem]:
    """An indicator's last period is not before its first."""
    if indicator.last_period is not None and indicator.last_period.order < indicator.first_period.order:
        yield Problem(
            entry.record.place(("indicators", n, "last_period")),
            "E310",
            f"kỳ cuối {indicator.last_period} trước kỳ đầu {indicator.first_period}",
            "kỳ cuối không sớm hơn kỳ đầu",
            "xem lại hai kỳ",
            indicator.id,
        )


def _breaks(entry: Entry[IndicatorsFile], n: int, indicator: IndicatorShape) -> Iterator[Problem]:
    """A series breaks while it runs, after its first period, and once in a period."""
    seen: set[object] = set()
    for k, entered in enumerate(indicator.breaks):
        last = indicator.last_period
        inside = entered.period.order > indicator.first_period.order and (
            last is None or entered.period.order <= last.order
        )
        if not inside or entered.period in seen:
            yield Problem(
                entry.record.place(("indicators", n, "breaks", k, "period")),
                "E314",
                f"chuỗi số liệu ngắt ở kỳ {entered.period}" + (" hai lần" if inside else ", ngoài đời của chỉ tiêu"),
                f"một kỳ sau {indicator.first_period}" + (f", không quá {last}" if last else "") + ", mỗi kỳ một lần",
                "xem lại kỳ, hoặc xóa khối này",
                indicator.id,
            )
        seen.add(entered.period)


def _conversion(entry: Entry[IndicatorsFile], n: int, indicator: IndicatorShape, known: Known) -> Iterator[Problem]:
    """A conversion adds up ended indicators of the same kind that this one follows."""
    if indicator.conversion is None:
        return
    record, spot = entry.record, ("indicators", n, "conversion")
    try:
        parts = parse_conversion(indicator.conversion)
    except NotAConversion as refusal:
        allowed = "các mã nối bằng “ + ” hoặc “ - ”, mỗi mã có thể kèm “ * ” và một số dương"
        found = f"không đọc được cách đổi “{shorten(indicator.conversion)}”: {refusal}"
        yield Problem(record.place(spot), "E315", found, allowed, "viết như muc-do-3 + muc-do-4", indicator.id)
        return
    for part in parts:
        yield from unknown(record, spot, part.indicator, known.indicators, "chỉ tiêu", "data/indicators", indicator.id)
        if (reason := _not_convertible(part, indicator, known)) is not None:
            allowed = f"chỉ tiêu kind {indicator.kind.explained}, kết thúc trước kỳ {indicator.first_period}"
            remedy = "sửa mã, hoặc ghi “last_period” cho chỉ tiêu cũ"
            yield Problem(record.place(spot), "E315", reason, allowed, remedy, indicator.id)


def _not_convertible(part: Part, indicator: IndicatorShape, known: Known) -> str | None:
    """Why the figures of an indicator cannot continue in another, if they cannot."""
    ended = known.definitions.get(part.indicator)
    if ended is None:
        return None
    if not indicator.kind.is_amount or ended.kind is not indicator.kind:
        return f"“{part.indicator}” thuộc kind {ended.kind.explained}, không đổi sang được"
    if ended.last_period is None or ended.last_period.order >= indicator.first_period.order:
        return f"“{part.indicator}” chưa kết thúc trước khi chỉ tiêu này bắt đầu"
    return None


def _former_ids(entry: Entry[IndicatorsFile], known: Known, former: dict[str, str]) -> Iterator[Problem]:
    """A former id belongs to one indicator and is no one's id now: an old address leads to one place."""
    for n, indicator in enumerate(entry.shape.indicators):
        for k, id in enumerate(indicator.former_ids):
            taken = id if id in known.definitions or id in known.sections else former.setdefault(id, indicator.id)
            if taken != indicator.id:
                yield Problem(
                    entry.record.place(("indicators", n, "former_ids", k)),
                    "E316",
                    f"mã cũ “{id}” " + ("đang là mã của một chỉ tiêu" if taken == id else f"đã ghi ở “{taken}”"),
                    "một mã không còn ai dùng",
                    "xóa dòng này, hoặc sửa lại mã",
                    indicator.id,
                )
