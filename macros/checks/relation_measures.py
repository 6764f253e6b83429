"""What the two sides of a relation may measure: kinds, units, and what a failure can be certain of."""

from collections.abc import Iterator

from macros.checks.declarations import Declaration
from macros.checks.index import Known, unknown
from macros.problems.problem import Problem
from macros.reading.shapes import IndicatorShape
from macros.record.relation import (
    Figure,
    NarrativeNumber,
    NoteNumber,
    Operator,
    Ratio,
    Relation,
    RelationType,
    Sum,
    Term,
)

_ALLOWED = "số đếm với số đếm, tỷ lệ với tỷ lệ hoặc với thương hai số đếm"
_REVIEW = "xem lại các mã trong quan hệ"


def measure_problems(declaration: Declaration, known: Known) -> Iterator[Problem]:
    """What a relation measures; the units are looked at where the kinds are right."""
    yield from _declared_units(declaration, known)
    if found := _mixed_kinds(declaration.relation, known):
        yield declaration.problem("E312", found, _ALLOWED, _REVIEW)
    else:
        yield from _one_unit(declaration, known)
        yield from _each_has(declaration, known)
    yield from _certain(declaration, known)


def _declared_units(declaration: Declaration, known: Known) -> Iterator[Problem]:
    """A number that is taken from text says what it counts."""
    relation = declaration.relation
    for term in relation.terms:
        if isinstance(term, Figure):
            continue
        if term.unit is None:
            yield declaration.problem(
                "E320",
                f'số lấy từ chữ "{term.pattern}" chưa ghi đơn vị',
                'mã đơn vị sau dấu hai chấm, ví dụ "Một cửa: #":ho-so',
                "thêm dấu hai chấm và mã đơn vị ngay sau dấu nháy đóng, mã lấy trong data/units.yaml",
            )
        else:
            yield from unknown(
                declaration.record,
                ("relations", relation.id),
                term.unit,
                known.units,
                "đơn vị",
                "data/units.yaml",
                relation.id,
            )


def _figures(relation: Relation, known: Known) -> Iterator[tuple[Figure, IndicatorShape]]:
    for term in relation.terms:
        if isinstance(term, Figure) and (definition := known.definitions.get(term.indicator)):
            yield term, definition


def _mixed_kinds(relation: Relation, known: Known) -> str:
    """Amounts are held against amounts of one kind, per cent or counts; an answer by code only against 0."""
    kinds = {term: definition.kind for term, definition in _figures(relation, known)}
    if forbidden := {kind.explained for kind in kinds.values() if not kind.has_quantity}:
        return f"chỉ tiêu kind {', '.join(sorted(forbidden))} không có số để so"
    if relation.operator is Operator.IMPLIES_ZERO:
        return ""
    if not all(kind.is_amount for kind in kinds.values()):
        return "câu trả lời theo mã không cộng, không so lớn nhỏ được"
    percents = _percent_units(known)
    left, right = (
        {_is_percent(term, known, percents) for term in side.terms} - {None} for side in (relation.left, relation.right)
    )
    if isinstance(relation.right, Ratio):
        if True in right:
            return "chia tỷ lệ phần trăm cho nhau"
        return "một vế là tỷ lệ phần trăm, vế kia là số đếm" if False in left else ""
    if {True, False} in (left, right):
        return "cộng tỷ lệ phần trăm với số đếm"
    return "một vế là tỷ lệ phần trăm, vế kia là số đếm" if left and right and left != right else ""


def _percent_units(known: Known) -> set[str | None]:
    return {d.unit for d in known.definitions.values() if d.kind.is_rate} - {None}


def _is_percent(term: Term, known: Known, percents: set[str | None]) -> bool | None:
    """Whether a term is in per cent; None where nothing says so."""
    if not isinstance(term, Figure):
        return None if term.unit is None else term.unit in percents
    definition = known.definitions.get(term.indicator)
    return None if definition is None else definition.kind.is_rate


def _units(terms: tuple[Term, ...], known: Known) -> list[str] | None:
    """The different units of terms, "" for a figure that the form prints without one.

    None where one cannot be known: its own problem comes first.
    """
    found = [_unit(term, known) for term in terms]
    told = [unit for unit in found if unit is not None]
    return list(dict.fromkeys(told)) if len(told) == len(found) else None


def _unit(term: Term, known: Known) -> str | None:
    if not isinstance(term, Figure):
        unit = term.unit
    elif (definition := known.definitions.get(term.indicator)) is None:
        return None
    elif definition.unit is None:
        return None if definition.printed_unit else ""
    else:
        unit = definition.unit
    return unit if known.units is None or unit in known.units else None


def _told(units: list[str]) -> str:
    return ", ".join(f"“{unit}”" if unit else "không có đơn vị" for unit in units)


def _one_unit(declaration: Declaration, known: Known) -> Iterator[Problem]:
    """What is equal, not above, added or taken away is counted in one unit."""
    relation = declaration.relation
    if relation.operator not in (Operator.EQUAL, Operator.NOT_ABOVE) or isinstance(relation.right, Ratio):
        return
    units = _units(relation.terms, known)
    if units is not None and len(units) > 1:
        yield declaration.problem(
            "E321",
            f"các số trong quan hệ có đơn vị khác nhau: {_told(units)}",
            "một đơn vị cho mọi số được so bằng, so lớn nhỏ, cộng hoặc trừ",
            "chọn các số cùng đơn vị; nếu mỗi việc này có ít nhất một việc kia, viết “each a has b”",
        )


def _each_has(declaration: Declaration, known: Known) -> Iterator[Problem]:
    """Each of one thing has at least one of another: counts of one unit on each side, and not of the same."""
    relation = declaration.relation
    if relation.operator is not Operator.EACH_HAS:
        return
    counts = all(definition.kind.is_counted for _, definition in _figures(relation, known))
    sums = isinstance(relation.left, Sum) and isinstance(relation.right, Sum)
    if not counts or not sums or relation.left.minus or relation.right.minus:  # type: ignore[union-attr]
        found = "“each … has …” chỉ dùng cho số đếm, hoặc tổng các số đếm"
    else:
        left, right = _units(relation.left.terms, known), _units(relation.right.terms, known)
        if left is None or right is None or (len(left) == len(right) == 1 and left != right):
            return
        found = f"vế trái có đơn vị {_told(left)}, vế phải có đơn vị {_told(right)}"
    yield declaration.problem(
        "E322",
        found,
        "hai số đếm của hai đơn vị khác nhau, ví dụ mỗi thủ tục có ít nhất một hồ sơ",
        "nếu hai vế cùng đơn vị, viết “a <= b”; nếu không, xem lại các mã trong quan hệ",
    )


def _certain(declaration: Declaration, known: Known) -> Iterator[Problem]:
    """A hard relation is certain from the definitions alone: printed figures of one period and of one unit."""
    relation = declaration.relation
    if relation.type is RelationType.HARD and (found := _uncertain(relation, known)):
        yield declaration.problem(
            "E324",
            f"quan hệ hard {found}",
            "hard chỉ dùng cho tổng và các phần, phần không lớn hơn tổng, tỷ lệ của hai số, số 0 kéo theo số 0; "
            "các số đều in trong biểu mẫu, cùng kỳ, cùng đơn vị",
            "bỏ “type: hard” để thành điều cần hỏi (query)",
        )


def _uncertain(relation: Relation, known: Known) -> str:
    """Why a failure of a relation would not be certain; "" where it is."""
    if any(isinstance(term, NoteNumber) for term in relation.terms):
        return "đọc số trong ghi chú"
    if any(isinstance(term, NarrativeNumber) for term in relation.terms):
        return "đọc số trong thuyết minh"
    if relation.operator is Operator.EACH_HAS:
        return "so hai số đếm khác đơn vị"
    if isinstance(relation.right, Ratio):
        if relation.rate is None:
            return "so lớn nhỏ với một thương"
        units = _units(relation.right.terms, known)
        return "chia hai số khác đơn vị" if units is not None and len(units) > 1 else ""
    spans = {definition.cumulative for _, definition in _figures(relation, known)}
    return "so số cộng dồn từ đầu năm với số của riêng kỳ" if len(spans) > 1 else ""
