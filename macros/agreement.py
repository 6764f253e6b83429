"""Figures that must agree: what a relation says, and whether it holds for given figures.

Exact decimals throughout. A published total or rate is held to half a unit of its own last published digit, so that
66,7 % agrees with 6 of 9.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation, localcontext
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from typing import TypeAlias

from macros.vietnamese import PRINTED_NUMBER, printed_number

# Of a hostile text; two are enough to know that a pattern is ambiguous.
_MOST_MATCHES = 100
_LONGEST_TEXT = 1_000_000  # letters; no narrative comes near


@dataclass(frozen=True, slots=True)
class Figure:
    """The value of an indicator in the report."""

    indicator: str


@dataclass(frozen=True, slots=True)
class NoteNumber:
    """The number that stands at `#` in the note of an indicator: `Một cửa: #`."""

    indicator: str
    pattern: str


@dataclass(frozen=True, slots=True)
class NarrativeNumber:
    """The number that stands at `#` in the report's narrative: `gồm # biên chế`."""

    pattern: str


Term: TypeAlias = Figure | NoteNumber | NarrativeNumber


@dataclass(frozen=True, slots=True)
class Sum:
    """Terms added and terms taken away; one added term alone is that term."""

    plus: tuple[Term, ...]
    minus: tuple[Term, ...] = ()

    @property
    def terms(self) -> tuple[Term, ...]:
        return self.plus + self.minus


@dataclass(frozen=True, slots=True)
class Ratio:
    """One term over another, in per cent."""

    numerator: Term
    denominator: Term

    @property
    def terms(self) -> tuple[Term, ...]:
        return (self.numerator, self.denominator)


Expression: TypeAlias = Sum | Ratio


class Operator(StrEnum):
    """How the two sides of a relation agree."""

    EQUAL = "="
    NOT_ABOVE = "<="
    IMPLIES_ZERO = "=>"


@dataclass(frozen=True, slots=True)
class Relation:
    """A declared law between figures.

    With IMPLIES_ZERO, a left side of 0 means that every term of the right side is 0.
    """

    id: str
    section: str
    operator: Operator
    left: Expression
    right: Expression

    @property
    def rate(self) -> str | None:
        """The indicator that the relation makes the rate of two numbers, if it is such a relation."""
        match self.operator, self.left, self.right:
            case Operator.EQUAL, Sum((Figure(indicator),), ()), Ratio():
                return indicator
            case _:
                return None

    @property
    def indicators(self) -> tuple[str, ...]:
        """The indicators whose figure or note takes part, each once, in the order of the line."""
        terms = self.left.terms + self.right.terms
        return tuple(dict.fromkeys(t.indicator for t in terms if isinstance(t, Figure | NoteNumber)))


class Outcome(StrEnum):
    """Whether a relation holds in a report."""

    HOLDS = "holds"
    FAILS = "fails"
    NOT_COMPUTABLE = "not-computable"


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of a relation in a report, with the value of each side where it can be known.

    `values` are those of its terms, in the order of the line; `difference` is left less right.
    `ambiguous` are the terms without a value because the text has several numbers where the pattern looks for one.
    """

    relation: Relation
    outcome: Outcome
    left: Decimal | None
    right: Decimal | None
    difference: Decimal | None
    values: tuple[tuple[Term, Decimal | None], ...]
    ambiguous: tuple[Term, ...] = ()

    def value(self, term: Term) -> Decimal | None:
        """The value of one of the relation's terms."""
        return dict(self.values)[term]

    @property
    def missing(self) -> tuple[Term, ...]:
        """The terms that have no value."""
        return tuple(term for term, value in self.values if value is None)

    @property
    def applies(self) -> bool:
        """Whether the relation says anything here: one about a head of 0 does not speak of any other head."""
        return self.relation.operator is not Operator.IMPLIES_ZERO or not self.left


@dataclass(frozen=True, slots=True)
class Figures:
    """What relations are held against: values and published notes by indicator id, and the narrative as plain text."""

    values: Mapping[str, Decimal]
    notes: Mapping[str, str]
    narrative: str

    def value(self, term: Term) -> Decimal | None:
        """The value of a term, or None where the report does not state it, or states several."""
        if isinstance(term, Figure):
            return self.values.get(term.indicator)
        quoted = self.quoted(term)
        return quoted[0] if len(quoted) == 1 else None

    def quoted(self, term: NoteNumber | NarrativeNumber) -> tuple[Decimal, ...]:
        """The different numbers that the text of a term may mean; more than one leave it open."""
        if isinstance(term, NoteNumber):
            return numbers_at(term.pattern, self.notes.get(term.indicator, ""))
        return numbers_at(term.pattern, self.narrative)


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


def finding(relation: Relation, figures: Figures) -> Finding:
    """Whether a relation holds; it cannot be computed where a term that decides it has no value."""
    left, right = _total(relation.left, figures), _total(relation.right, figures)
    terms = dict.fromkeys(relation.left.terms + relation.right.terms)
    values = tuple((term, figures.value(term)) for term in terms)
    if relation.operator is Operator.IMPLIES_ZERO:
        parts = [figures.value(term) for term in relation.right.terms]
        known = [part for part in parts if part is not None]
        outcome = _implied(left, parts)
        # A sum of some of the parts would pass for the sum of all.
        right = None if outcome is Outcome.NOT_COMPUTABLE or not known else sum(known, Decimal(0))
    elif left is None or right is None:
        outcome = Outcome.NOT_COMPUTABLE
    elif relation.operator is Operator.NOT_ABOVE:
        outcome = Outcome.HOLDS if left - right <= _tolerance(relation, figures) else Outcome.FAILS
    else:
        outcome = Outcome.HOLDS if abs(left - right) <= _tolerance(relation, figures) else Outcome.FAILS
    difference = left - right if left is not None and right is not None else None
    ambiguous = tuple(t for t in terms if not isinstance(t, Figure) and len(figures.quoted(t)) > 1)
    return Finding(relation, outcome, left, right, difference, values, ambiguous)


def _implied(head: Decimal | None, parts: list[Decimal | None]) -> Outcome:
    """A head of 0 has parts of 0; a part that is not 0 decides, whatever else is missing."""
    if head is None:
        return Outcome.NOT_COMPUTABLE
    if head != 0:
        return Outcome.HOLDS
    if any(parts):
        return Outcome.FAILS
    return Outcome.NOT_COMPUTABLE if None in parts else Outcome.HOLDS


def _total(expression: Expression, figures: Figures) -> Decimal | None:
    """The value of a side, or None when a term has none or a denominator is 0."""
    values = {term: figures.value(term) for term in expression.terms}
    known = {term: value for term, value in values.items() if value is not None}
    if len(known) < len(values):
        return None
    if isinstance(expression, Sum):
        return sum((known[t] for t in expression.plus), Decimal(0)) - sum(
            (known[t] for t in expression.minus), Decimal(0)
        )
    with localcontext() as context:
        context.prec = 50
        try:
            return known[expression.numerator] * 100 / known[expression.denominator]
        except (DivisionByZero, InvalidOperation):
            return None


def _tolerance(relation: Relation, figures: Figures) -> Decimal:
    """Half a unit of the last digit that the coarser published side shows."""
    shown = [
        _exponent(value)
        for side in (relation.left, relation.right)
        if isinstance(side, Sum)
        for term in side.terms
        if (value := figures.value(term)) is not None
    ]
    return Decimal(5).scaleb(max(shown, default=0) - 1)


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
