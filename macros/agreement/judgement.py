"""Whether a relation holds for given figures.

Exact decimals throughout. A count is exact; a rate, an amount and whatever has decimals was rounded, each to half a
unit of its own last digit, and the slack of the terms adds up: 33 % + 33 % + 33 % agrees with 100 %. A number that is
missing may be anything that such a number can be: a count is never negative, which decides some bounds.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import lru_cache
from itertools import islice

from macros.record import SeriesKey
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
    Sum,
    Term,
)
from macros.vietnamese import PRINTED_NUMBER, printed_number

# Of a hostile text; two are enough to know that a pattern is ambiguous.
_MOST_MATCHES = 100
_LONGEST_TEXT = 1_000_000  # letters; no narrative comes near
_ZERO, _ANY = Decimal(0), Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Figures:
    """What relations are held against: values and published notes by their keys, and the narrative as plain text.

    `rounded` are the series whose whole numbers were rounded too, and `rounded_units` the units of such figures;
    `signed` are the series that may be negative.
    """

    values: Mapping[SeriesKey, Decimal]
    notes: Mapping[SeriesKey, str]
    narrative: str
    rounded: Collection[SeriesKey] = ()
    rounded_units: Collection[str] = ()
    signed: Collection[SeriesKey] = ()

    def value(self, term: Term) -> Decimal | None:
        """The value of a term, or None where the report does not state it, or states several."""
        if isinstance(term, Figure):
            return self.values.get(term.series)
        quoted = self.quoted(term)
        return quoted[0] if len(quoted) == 1 else None

    def quoted(self, term: NoteNumber | NarrativeNumber) -> tuple[Decimal, ...]:
        """The different numbers that the text of a term may mean; more than one leave it open."""
        if isinstance(term, NoteNumber):
            return numbers_at(term.pattern, self.notes.get(term.series, ""))
        return numbers_at(term.pattern, self.narrative)

    def slack(self, term: Term) -> Decimal:
        """By how much the true number may differ from the one that is printed."""
        value = self.value(term)
        if value is None:
            return _ZERO
        rounded = term.series in self.rounded if isinstance(term, Figure) else (term.unit or "") in self.rounded_units
        return _last_digit(value) / 2 if rounded or _last_digit(value) < 1 else _ZERO

    def bounds(self, term: Term) -> tuple[Decimal, Decimal]:
        """The least and the most that a term can be as printed; a missing one is open, though no count is below 0."""
        value = self.value(term)
        if value is not None:
            return value, value
        return (-_ANY if isinstance(term, Figure) and term.series in self.signed else _ZERO), _ANY


@lru_cache(maxsize=1024)
def _expression_of(pattern: str) -> re.Pattern[str]:
    words = re.escape(" ".join(pattern.split())).replace(r"\ ", r"\s+").replace(r"\#", f"({PRINTED_NUMBER})")
    # Whole words only: "# TP" is not in "01 PTP".
    start = r"(?<!\w)" if pattern[:1].isalnum() else ""
    end = r"(?!\w)" if pattern[-1:].isalnum() else ""
    return re.compile(f"{start}{words}{end}", re.IGNORECASE)


def numbers_at(pattern: str, text: str) -> tuple[Decimal, ...]:
    """The numbers that stand at `#` where the text reads as the pattern does, each once; letter case does not count."""
    found = islice(_expression_of(pattern).finditer(text, 0, _LONGEST_TEXT), _MOST_MATCHES)
    return tuple(dict.fromkeys(printed_number(match[1]) for match in found))


def judge(relation: Relation, figures: Figures) -> CheckResult:
    """What comes of a relation; it cannot be computed where a number that decides it is not stated."""
    left, right = _total(relation.left, figures), _total(relation.right, figures)
    cut = False
    if relation.operator is Operator.IMPLIES_ZERO:
        parts = [figures.value(term) for term in relation.right.terms]
        known = [part for part in parts if part is not None]
        outcome = _implied(_bounds(relation.left, figures), parts)
        # A sum of some of the parts would pass for the sum of all.
        right = None if outcome is Outcome.NOT_COMPUTABLE or not known else sum(known, _ZERO)
    elif isinstance(relation.right, Ratio):
        outcome, cut = _rate(relation, relation.right, figures)
    else:
        outcome = _compared(relation, figures)
    return CheckResult(
        relation=relation,
        outcome=outcome,
        left=left,
        right=right,
        difference=left - right if left is not None and right is not None else None,
        values=tuple((term, figures.value(term)) for term in relation.terms),
        ambiguous=tuple(t for t in relation.terms if not isinstance(t, Figure) and len(figures.quoted(t)) > 1),
        cut=cut,
    )


def _implied(head: tuple[Decimal, Decimal], parts: list[Decimal | None]) -> Outcome:
    """A head of 0 has parts of 0; a part that is not 0 decides, whatever else is missing."""
    low, high = head
    if low > 0 or high < 0:
        return Outcome.NOT_APPLICABLE
    if low != high:
        return Outcome.NOT_COMPUTABLE
    if any(parts):
        return Outcome.FAILS
    return Outcome.NOT_COMPUTABLE if None in parts else Outcome.HOLDS


def _compared(relation: Relation, figures: Figures) -> Outcome:
    """Two sums: what is certain whatever the missing numbers are, with the slack of all that were rounded."""
    left, right = _bounds(relation.left, figures), _bounds(relation.right, figures)
    least, most = left[0] - right[1], left[1] - right[0]
    slack = sum((figures.slack(term) for term in relation.terms), _ZERO)
    if least > slack or (relation.operator is Operator.EQUAL and most < -slack):
        return Outcome.FAILS
    holds = most <= slack and (relation.operator is not Operator.EQUAL or least >= -slack)
    return Outcome.HOLDS if holds else Outcome.NOT_COMPUTABLE


def _bounds(side: Expression, figures: Figures) -> tuple[Decimal, Decimal]:
    """The least and the most that a sum can be."""
    assert isinstance(side, Sum), "a ratio stands in a rate only"
    added, taken = [figures.bounds(t) for t in side.plus], [figures.bounds(t) for t in side.minus]
    least = sum((low for low, _ in added), _ZERO) - sum((high for _, high in taken), _ZERO)
    most = sum((high for _, high in added), _ZERO) - sum((low for low, _ in taken), _ZERO)
    return least, most


def _rate(relation: Relation, ratio: Ratio, figures: Figures) -> tuple[Outcome, bool]:
    """A published rate against its quotient, and whether it agrees only as one that was cut."""
    published = _total(relation.left, figures)
    if published is None or _total(ratio, figures) is None:
        return Outcome.NOT_COMPUTABLE, False
    low, high = _quotients(ratio, figures)
    # A rate is rounded even where it is whole.
    digit = _last_digit(published)
    if relation.operator is Operator.NOT_ABOVE:
        return (Outcome.HOLDS if published - digit / 2 <= high else Outcome.FAILS), False
    if low - digit / 2 <= published <= high + digit / 2:
        return Outcome.HOLDS, False
    cut = published <= high and low < published + digit
    return (Outcome.HOLDS if cut else Outcome.FAILS), cut


def _quotients(ratio: Ratio, figures: Figures) -> tuple[Decimal, Decimal]:
    """The least and the most that a ratio of two known numbers can be, in per cent."""
    top, bottom = _known(ratio.numerator, figures), _known(ratio.denominator, figures)
    above, below = figures.slack(ratio.numerator), figures.slack(ratio.denominator)
    with localcontext() as context:
        context.prec = 50
        ends = [(top + sign * above) * 100 for sign in (-1, 1)]
        halves = [bottom - below, bottom + below]
        if halves[0] <= 0:
            return -_ANY, _ANY
        found = [end / half for end in ends for half in halves]
    return min(found), max(found)


def _known(term: Term, figures: Figures) -> Decimal:
    value = figures.value(term)
    assert value is not None, "a ratio that has a value has that of its terms"
    return value


def _total(side: Expression, figures: Figures) -> Decimal | None:
    """The value of a side, or None when a term has none or a denominator is 0."""
    values = {term: figures.value(term) for term in side.terms}
    known = {term: value for term, value in values.items() if value is not None}
    if len(known) < len(values):
        return None
    if isinstance(side, Sum):
        return sum((known[t] for t in side.plus), _ZERO) - sum((known[t] for t in side.minus), _ZERO)
    if known[side.denominator] == 0:
        return None
    with localcontext() as context:
        context.prec = 50
        return known[side.numerator] * 100 / known[side.denominator]


def _last_digit(value: Decimal) -> Decimal:
    """One unit of the last digit that a number shows: 0.1 of 66.7, 1 of 48."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(min(exponent, 0)) if isinstance(exponent, int) else Decimal(1)
