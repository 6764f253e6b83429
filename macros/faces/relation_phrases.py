"""Relations in the reader's Vietnamese: what one says, the numbers that it holds, and what it lacks."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from macros import vietnamese
from macros.comparing.precision import decimal
from macros.faces import phrases
from macros.record import Catalogue, SeriesKey
from macros.record.relation import (
    CheckResult,
    Expression,
    Figure,
    NarrativeNumber,
    NoteNumber,
    Operator,
    Outcome,
    Ratio,
    Relation,
    Term,
)
from macros.wording import relations

_SIGNS = {Operator.EQUAL: ("=", "≠"), Operator.NOT_ABOVE: ("≤", ">"), Operator.EACH_HAS: ("≤", ">")}


def relation_sentence(relation: Relation, catalogue: Catalogue) -> str:
    """What a relation says, as one sentence."""
    first = next((term.series for term in relation.left.terms if isinstance(term, Figure)), None)
    left = _side_text(relation.left, catalogue, first)
    right = _side_text(relation.right, catalogue, first)
    match relation.operator:
        case Operator.EQUAL:
            return phrases.opening(relations.EQUAL.format(left=left, right=right))
        case Operator.NOT_ABOVE:
            return phrases.opening(relations.NOT_ABOVE.format(left=left, right=right))
        case Operator.IMPLIES_ZERO:
            parts = ", ".join(term_text(term, catalogue) for term in relation.right.terms)
            return relations.IMPLIES_ZERO.format(left=left, right=parts)
        case Operator.EACH_HAS:
            return relations.EACH_HAS.format(left=left, right=right)


def _side_text(side: Expression, catalogue: Catalogue, first: SeriesKey | None) -> str:
    if isinstance(side, Ratio):
        return relations.DIVIDED.join(term_text(term, catalogue, first) for term in side.terms)
    added = relations.PLUS.join(term_text(term, catalogue, first) for term in side.plus)
    return relations.MINUS.join([added, *(term_text(term, catalogue, first) for term in side.minus)])


def term_text(term: Term, catalogue: Catalogue, first: SeriesKey | None = None) -> str:
    """What a term of a relation is; `first` is the series that the sentence has just named."""
    match term:
        case Figure(series):
            return relations.FIGURE.format(name=catalogue.names[series])
        case NoteNumber(series, pattern):
            named = relations.FIGURE.format(name=catalogue.names[series])
            whose = relations.SAME_FIGURE if series == first else named
            return relations.NOTE_NUMBER.format(pattern=pattern.replace("#", "…"), figure=whose)
        case NarrativeNumber(pattern):
            return relations.NARRATIVE_NUMBER.format(pattern=pattern.replace("#", "…"))


def result_numbers(result: CheckResult) -> str:
    """The numbers of a relation: "51 = 48 + 3", "7 ≠ 39", "66,7 ≈ 6/9 (66,67%)"; a missing one is "?"."""
    relation = result.relation
    if relation.operator is Operator.IMPLIES_ZERO:
        if result.outcome is Outcome.NOT_APPLICABLE:
            return relations.HEAD_NOT_ZERO.format(amount=_side_numbers(relation.left, result))
        parts = ", ".join(phrases.amount_text(result.value(term)) for term in relation.right.terms)
        return f"{phrases.amount_text(result.left)} → {parts}"
    holds, fails = _SIGNS[relation.operator]
    sign = fails if result.outcome is Outcome.FAILS else holds
    if sign == "=" and result.difference:
        sign = "≈"  # rounded or cut: it agrees, and is not the same
    return f"{_side_numbers(relation.left, result)} {sign} {_side_numbers(relation.right, result)}"


def _side_numbers(side: Expression, result: CheckResult) -> str:
    if isinstance(side, Ratio):
        top, bottom = (result.value(term) for term in side.terms)
        percent = exact_percent(side, result)
        exact = "" if percent is None else f" ({phrases.measured(vietnamese.number(percent), phrases.PER_CENT)})"
        return f"{phrases.amount_text(top)}/{phrases.amount_text(bottom)}{exact}"
    added = " + ".join(phrases.amount_text(result.value(term)) for term in side.plus)
    return " − ".join([added, *(phrases.amount_text(result.value(term)) for term in side.minus)])


# A quotient is told with two decimals at least: one that was rounded to a whole number shows what it was. With more
# where those would give another rate than the printed one: 3.263/3.296 is about 98,999%, and 98,99% is printed of it.
_PERCENT_DIGITS = range(2, 9)
_PRECISION = 60


def told_quotient(exact: Fraction, printed: Decimal, cut: bool) -> Decimal:
    """A quotient with as few decimals as still give the printed rate, rounded or cut as that was."""
    exponent = printed.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    told = printed
    with localcontext(prec=_PRECISION):
        for digits in (digits for digits in _PERCENT_DIGITS if digits >= places):
            told = vietnamese.rounded(decimal(exact), digits)
            if told.quantize(Decimal(1).scaleb(-places), ROUND_DOWN if cut else ROUND_HALF_UP) == printed:
                break
    return told


def exact_percent(ratio: Ratio, result: CheckResult) -> Decimal | None:
    """What a ratio is in per cent, or None where it has no value.

    With two digits; with more where these would not give the figure that it agrees with, or would show the very figure
    that it does not agree with.
    """
    top, bottom = (result.value(term) for term in ratio.terms)
    if top is None or not bottom:
        return None
    exact = Fraction(top) * 100 / Fraction(bottom)
    relation = result.relation
    other, beside = (result.right, relation.right) if ratio == relation.left else (result.left, relation.left)
    equal = relation.operator is Operator.EQUAL and not isinstance(beside, Ratio)
    if equal and result.outcome is Outcome.HOLDS and other is not None:
        return told_quotient(exact, other, result.cut)
    told = [vietnamese.rounded(decimal(exact), digits) for digits in _PERCENT_DIGITS]
    if result.outcome is not Outcome.FAILS:
        return told[0]
    return next((shown for shown in told if shown != other), told[-1])


def missing_text(result: CheckResult, catalogue: Catalogue) -> str:
    """What a relation lacks to be computed."""
    told = [(term_text(term, catalogue), term in result.ambiguous) for term in result.missing]
    return "; ".join(relations.AMBIGUOUS.format(term=text) if several else text for text, several in told)
