"""Relations between figures: what one says, and what came of holding it against a report.

`macros.agreement.judgement` holds them.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from macros.record.keys import SeriesKey


@dataclass(frozen=True, slots=True)
class Figure:
    """The value of a series in the report."""

    series: SeriesKey

    @property
    def indicator(self) -> str:
        """The id of what it measures."""
        return self.series.indicator


@dataclass(frozen=True, slots=True)
class NoteNumber:
    """The number that stands at `#` in the note of a figure: `Một cửa: #`; `unit` is the id of what it counts."""

    series: SeriesKey
    pattern: str
    unit: str | None = None

    @property
    def indicator(self) -> str:
        """The id of what the figure measures."""
        return self.series.indicator


@dataclass(frozen=True, slots=True)
class NarrativeNumber:
    """The number that stands at `#` in the report's narrative: `gồm # biên chế`; `unit` as of a note."""

    pattern: str
    unit: str | None = None


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
    EACH_HAS = "each has"


class RelationType(StrEnum):
    """How sure a failure is, in the terms of statistical editing."""

    HARD = "hard"  # certain from the definitions alone: told in public
    QUERY = "query"  # a question, which goes to the agency first


@dataclass(frozen=True, slots=True)
class Relation:
    """What figures of one report must agree on.

    With IMPLIES_ZERO, a left side of 0 means that every term of the right side is 0. With EACH_HAS, each of what the
    left side counts has at least one of what the right side counts, so that these are not fewer.
    """

    id: str
    operator: Operator
    left: Expression
    right: Expression
    type: RelationType = RelationType.QUERY

    @property
    def rate(self) -> SeriesKey | None:
        """The series that the relation makes the rate of two numbers, if it is such a relation."""
        match self.operator, self.left, self.right:
            case Operator.EQUAL, Sum((Figure(series),), ()), Ratio():
                return series
            case _:
                return None

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every term of both sides once, in the order of the line."""
        return tuple(dict.fromkeys(self.left.terms + self.right.terms))

    @property
    def series(self) -> tuple[SeriesKey, ...]:
        """The series whose figure or note takes part, each once, in the order of the line."""
        return tuple(dict.fromkeys(t.series for t in self.terms if isinstance(t, Figure | NoteNumber)))


class Outcome(StrEnum):
    """What came of holding a relation against a report."""

    HOLDS = "holds"
    FAILS = "fails"
    NOT_COMPUTABLE = "not-computable"
    NOT_APPLICABLE = "not-applicable"  # an implication whose condition is not met


_BOUNDS = (Operator.NOT_ABOVE, Operator.EACH_HAS)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The outcome of a relation in a report, with the value of each side where it can be known.

    `values` are those of its terms, in the order of the line; `difference` is left less right. `ambiguous` are the
    terms without a value because the text has several numbers where the pattern looks for one. `cut` is a rate that
    agrees because its source dropped the further digits instead of rounding them.
    """

    relation: Relation
    outcome: Outcome
    left: Decimal | None
    right: Decimal | None
    difference: Decimal | None
    values: tuple[tuple[Term, Decimal | None], ...]
    ambiguous: tuple[Term, ...] = ()
    cut: bool = False

    def value(self, term: Term) -> Decimal | None:
        """The value of one of the relation's terms."""
        return dict(self.values)[term]

    @property
    def missing(self) -> tuple[Term, ...]:
        """The terms that have no value."""
        return tuple(term for term, value in self.values if value is None)

    @property
    def hard(self) -> bool:
        return self.relation.type is RelationType.HARD

    @property
    def fails(self) -> bool:
        return self.outcome is Outcome.FAILS

    @property
    def place(self) -> SeriesKey | None:
        """The one figure at which a failing hard check is told: the total, the rate, or the head that is 0.

        Where a side that should be the total is itself a sum, it is the other side, or its first part that is not 0.
        None where no figure takes part.
        """
        relation = self.relation
        sides = [relation.left, relation.right]
        if relation.operator is Operator.NOT_ABOVE and isinstance(relation.right, Sum):
            sides.reverse()
        for side in sides:
            match side:
                case Sum((Figure(series),), ()):
                    return series
        if relation.operator is Operator.IMPLIES_ZERO:
            return next((t.series for t in relation.right.terms if isinstance(t, Figure) and self.value(t)), None)
        return next(iter(relation.series), None)

    @property
    def made(self) -> bool:
        """Whether something was checked: a 0 is not above any count, so that such a bound says nothing."""
        empty = self.relation.operator in _BOUNDS and self.left == 0
        return self.fails or (self.outcome is Outcome.HOLDS and not empty)
