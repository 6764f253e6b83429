"""A relation that fails in the words of a reader who is no statistician; the quality page has it as it is declared."""

from macros.agreement import Expression, Figure, Finding, NarrativeNumber, NoteNumber, Operator, Ratio, Sum, Term
from macros.views.phrases import amount_text, exact_percent


def contradiction(finding: Finding, indicator: str) -> str:
    """What does not agree, told beside the figure of an indicator: "Báo cáo ghi 7, nhưng ghi chú nêu 39".

    `finding` is one that fails and that the indicator takes part in. Where its figure is not one side of the relation
    alone, the sentence says first that it is about several numbers: "Có số không khớp (5 + 3 là 8, nhưng 0 + 6 là 6)".
    """
    relation = finding.relation
    own = Sum((Figure(indicator),))
    if relation.operator is Operator.IMPLIES_ZERO:
        return _not_zero(finding, indicator)
    sides = [relation.left, relation.right]
    if own == relation.right:
        sides.reverse()
    first, second = sides
    told = f"{_clause(first, second, finding, indicator)}, {_against(second, first, finding, indicator)}"
    if own == first:
        return f"{told[:1].upper()}{told[1:]}"
    return f"{'Tỷ lệ tính từ số này không khớp' if isinstance(second, Ratio) else 'Có số không khớp'} ({told})"


def _against(side: Expression, other: Expression, finding: Finding, indicator: str) -> str:
    """The other side: what is said elsewhere of the same thing, or what should not be less or more."""
    relation = finding.relation
    if relation.operator is not Operator.NOT_ABOVE or isinstance(side, Ratio) or isinstance(other, Ratio):
        return f"nhưng {_clause(side, other, finding, indicator)}"
    compared = "lớn hơn" if other == relation.left else "nhỏ hơn"
    match side:
        case Sum((term,), ()):
            number = f"số {amount_text(finding.value(term))} {_found(term, indicator)}"
            return f"{compared} {number}, đúng ra không được {compared}"
        case _:
            return f"{compared} {_clause(side, other, finding, indicator)}"


def _found(term: Term, indicator: str) -> str:
    """Where a number is found."""
    match term:
        case Figure(id) if id == indicator:
            return "của chính dòng này"
        case Figure():
            return "ghi ở dòng khác"
        case NoteNumber():
            return "nêu trong ghi chú"
        case NarrativeNumber():
            return "nêu trong thuyết minh"


def _clause(side: Expression, other: Expression, finding: Finding, indicator: str) -> str:
    """One side as subject, verb and number; in per cent where the other side is a rate of two numbers."""
    unit = "\u00a0%" if isinstance(other, Ratio) else ""
    match side:
        case Ratio(top, bottom):
            percent = exact_percent(side, finding)
            shown = f"{amount_text(finding.value(top))} trên {amount_text(finding.value(bottom))}"
            return f"{shown} là {amount_text(percent)}\u00a0%"
        case Sum((term,), ()):
            return f"{_place(term, other, indicator)} {amount_text(finding.value(term))}{unit}"
        case Sum(plus, minus):
            added = " + ".join(amount_text(finding.value(term)) for term in plus)
            shown = " − ".join([added, *(amount_text(finding.value(term)) for term in minus)])
            total = finding.left if side == finding.relation.left else finding.right
            return f"{shown} là {amount_text(total)}{unit}"


def _place(term: Term, other: Expression, indicator: str) -> str:
    """Where a number stands, and the verb that tells it."""
    match term:
        case Figure(id) if id == indicator:
            return "báo cáo ghi"
        case Figure():
            return f"{'tỷ lệ' if isinstance(other, Ratio) else 'dòng khác'} ghi"
        case NoteNumber():
            return "ghi chú nêu"
        case NarrativeNumber():
            return "thuyết minh nêu"


def _not_zero(finding: Finding, indicator: str) -> str:
    """A head of 0 with parts that are not 0."""
    own = finding.value(Figure(indicator)) if Figure(indicator) in finding.relation.right.terms else None
    if own:
        return f"Báo cáo ghi {amount_text(own)}, nhưng số đi cùng là 0 thì số này cũng phải là 0"
    parts = [amount_text(value) for term in finding.relation.right.terms if (value := finding.value(term))]
    return f"Số đứng đầu là 0 thì số đi cùng cũng phải là 0, nhưng báo cáo ghi {' và '.join(parts)}"
