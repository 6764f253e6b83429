"""A hard check that fails, told in one line at the figure of the total, with both numbers named."""

from macros.faces.phrases import amount_text
from macros.faces.relation_phrases import exact_percent
from macros.record import Catalogue
from macros.record.relation import CheckResult, Expression, Figure, Operator, Ratio, Sum
from macros.wording import doubts


def contradiction(result: CheckResult) -> str:
    """What does not agree: "Tổng không khớp các số thành phần: báo cáo ghi tổng là 10, các số thành phần cộng lại …".

    `result` is one that fails; the sentence stands at its `place`.
    """
    relation = result.relation
    sides = (relation.left, relation.right)
    own = Sum((Figure(result.place),)) if result.place else None
    if any(isinstance(side, Ratio) for side in sides):
        return _rate(result)
    match relation.operator:
        case Operator.IMPLIES_ZERO:
            return _not_zero(result)
        case Operator.EACH_HAS:
            return doubts.EACH_HAS.format(first=amount_text(result.left), second=amount_text(result.right))
        case Operator.NOT_ABOVE if sides[1] == own:
            return _total(sides[1], sides[0], result)
        case Operator.NOT_ABOVE if sides[0] == own:
            return doubts.PART_ABOVE.format(part=amount_text(result.left), total=amount_text(result.right))
        case Operator.EQUAL if own in sides:
            total, parts = sides if sides[0] == own else sides[::-1]
            return _total(total, parts, result)
        case _:
            return doubts.SUMS.format(first=amount_text(result.left), second=amount_text(result.right))


def _total(total: Expression, parts: Expression, result: CheckResult) -> str:
    """A printed total beside what its parts come to, or beside the one figure that it should equal or hold."""
    if isinstance(parts, Sum) and parts.minus:
        sentence = doubts.COMPUTED
    elif len(parts.terms) > 1:
        sentence = doubts.TOTAL
    else:
        sentence = doubts.SAME if result.relation.operator is Operator.EQUAL else doubts.TOTAL_OF_ONE
    return sentence.format(total=_sum(total, result), parts=_sum(parts, result))


def parts_told(result: CheckResult, catalogue: Catalogue) -> list[tuple[str, str]]:
    """The figures of a check by name, for where there is room: ("Một cửa", "48")."""
    figures = [term for term in result.relation.terms if isinstance(term, Figure)]
    return [(catalogue.names[term.series], amount_text(result.value(term))) for term in figures]


def _rate(result: CheckResult) -> str:
    ratio, other = result.relation.right, result.left
    if isinstance(result.relation.left, Ratio):
        ratio, other = result.relation.left, result.right
    assert isinstance(ratio, Ratio), "one of the sides is the quotient"
    part, whole = amount_text(result.value(ratio.numerator)), amount_text(result.value(ratio.denominator))
    percent = amount_text(exact_percent(ratio, result))
    return doubts.RATE.format(rate=amount_text(other), part=part, whole=whole, percent=percent)


def _sum(side: Expression, result: CheckResult) -> str:
    return amount_text(result.left if side == result.relation.left else result.right)


def _not_zero(result: CheckResult) -> str:
    """A head of 0 with parts that are not 0."""
    parts = [amount_text(value) for term in result.relation.right.terms if (value := result.value(term))]
    if any(isinstance(term, Figure) and term.series == result.place for term in result.relation.left.terms):
        return doubts.HEAD_IS_ZERO.format(parts=doubts.AND.join(parts))
    return doubts.PART_OF_ZERO.format(part=parts[0])
