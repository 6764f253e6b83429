"""A relation that fails in the words of a reader who is no statistician; the quality page has it as it is declared."""

from macros.agreement import CheckResult, Expression, Figure, NarrativeNumber, NoteNumber, Operator, Ratio, Sum, Term
from macros.views.phrases import PER_CENT, amount_text, exact_percent, opening
from macros.wording import doubts


def contradiction(result: CheckResult, indicator: str) -> str:
    """What does not agree, told beside the figure of an indicator: "Báo cáo ghi 7, nhưng ghi chú nêu 39".

    `result` is one that fails and that the indicator takes part in. Where its figure is not one side of the relation
    alone, the sentence says first that it is about several numbers: "Có số không khớp (5 + 3 là 8, nhưng 0 + 6 là 6)".
    """
    relation = result.relation
    own = Sum((Figure(indicator),))
    if relation.operator is Operator.IMPLIES_ZERO:
        return _not_zero(result, indicator)
    sides = [relation.left, relation.right]
    if own == relation.right:
        sides.reverse()
    first, second = sides
    told = {
        "first": _clause(first, second, result, indicator),
        "second": _against(second, first, result, indicator),
    }
    if own == first:
        return opening(doubts.OWN.format(**told))
    return (doubts.RATE_OF if isinstance(second, Ratio) else doubts.SEVERAL).format(**told)


def _against(side: Expression, other: Expression, result: CheckResult, indicator: str) -> str:
    """The other side: what is said elsewhere of the same thing, or what should not be less or more."""
    relation = result.relation
    if relation.operator is not Operator.NOT_ABOVE or isinstance(side, Ratio) or isinstance(other, Ratio):
        return doubts.BUT.format(clause=_clause(side, other, result, indicator))
    greater = other == relation.left
    match side:
        case Sum((term,), ()):
            compared = doubts.GREATER if greater else doubts.LESS
            return compared.format(amount=amount_text(result.value(term)), place=_found(term, indicator))
        case _:
            compared = doubts.GREATER_SUM if greater else doubts.LESS_SUM
            return compared.format(clause=_clause(side, other, result, indicator))


def _found(term: Term, indicator: str) -> str:
    """Where a number is found."""
    match term:
        case Figure(id) if id == indicator:
            return doubts.FOUND_HERE
        case Figure():
            return doubts.FOUND_IN_ROW
        case NoteNumber():
            return doubts.FOUND_IN_NOTE
        case NarrativeNumber():
            return doubts.FOUND_IN_NARRATIVE


def _clause(side: Expression, other: Expression, result: CheckResult, indicator: str) -> str:
    """One side as subject, verb and number; in per cent where the other side is a rate of two numbers."""
    unit = PER_CENT if isinstance(other, Ratio) else ""
    match side:
        case Ratio(top, bottom):
            percent = f"{amount_text(exact_percent(side, result))}{PER_CENT}"
            part, whole = amount_text(result.value(top)), amount_text(result.value(bottom))
            return doubts.RATIO_IS.format(part=part, whole=whole, percent=percent)
        case Sum((term,), ()):
            return _said(term, other, indicator).format(amount=f"{amount_text(result.value(term))}{unit}")
        case Sum(plus, minus):
            added = " + ".join(amount_text(result.value(term)) for term in plus)
            shown = " − ".join([added, *(amount_text(result.value(term)) for term in minus)])
            total = result.left if side == result.relation.left else result.right
            return doubts.SUM_IS.format(sum=shown, amount=f"{amount_text(total)}{unit}")


def _said(term: Term, other: Expression, indicator: str) -> str:
    """The clause that tells a number by where it stands."""
    match term:
        case Figure(id) if id == indicator:
            return doubts.REPORT_SAYS
        case Figure():
            return doubts.RATE_SAYS if isinstance(other, Ratio) else doubts.ROW_SAYS
        case NoteNumber():
            return doubts.NOTE_SAYS
        case NarrativeNumber():
            return doubts.NARRATIVE_SAYS


def _not_zero(result: CheckResult, indicator: str) -> str:
    """A head of 0 with parts that are not 0."""
    own = result.value(Figure(indicator)) if Figure(indicator) in result.relation.right.terms else None
    if own:
        return doubts.PART_NOT_ZERO.format(amount=amount_text(own))
    parts = [amount_text(value) for term in result.relation.right.terms if (value := result.value(term))]
    return doubts.PARTS_NOT_ZERO.format(amounts=doubts.AND.join(parts))
