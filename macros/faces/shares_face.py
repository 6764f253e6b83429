"""What a published total is made of: the parts with their shares, as they are drawn and listed."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from macros import addresses, vietnamese
from macros.faces import phrases
from macros.record import Catalogue, Indicator, Observation, Report
from macros.record.relation import CheckResult, Figure, Operator, Outcome, Relation, Sum
from macros.wording import charts as wording

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class ShareFace:
    """One part of a whole: its name and where it is told of, its amount, also with its unit, and its percentage."""

    name: str
    address: str
    amount: Decimal
    amount_text: str
    percent: str


@dataclass(frozen=True, slots=True)
class SharesFace:
    """A total of a report and the parts that make it up, the largest first.

    `id` is that of the drawing; `finding` what one sees in it: the largest part, or that the largest are equal.
    `title` and `description` say it to who does not see it. `caption` heads the table beside it.
    """

    id: str
    title: str
    description: str
    finding: str
    caption: str
    shares: tuple[ShareFace, ...]


def shares_face(report: Report, indicator: Indicator, catalogue: Catalogue) -> SharesFace | None:
    """What a published total is made of, where a relation says so and it holds; None where nothing is shared."""
    observation = report.observation(indicator.key)
    if observation is None or (total := observation.amount) is None or total <= 0:
        return None
    for result in report.results_with.get(indicator.key, ()):
        if (parts := _known_parts(result, report, indicator, catalogue)) is not None:
            return _face(observation, [_share(row, amount, total, indicator) for row, amount in parts])
    return None


def _known_parts(
    result: CheckResult, report: Report, indicator: Indicator, catalogue: Catalogue
) -> list[tuple[Indicator, Decimal]] | None:
    """The parts that a relation adds up, the largest first; None where it does not hold or one is not known."""
    parts = list(_parts(result.relation, indicator, catalogue))
    if result.outcome is not Outcome.HOLDS or len(parts) < _FEWEST:
        return None
    amounts = [(row, report.by_key[row.key].amount) for row in parts]
    known = [(row, amount) for row, amount in amounts if amount is not None and amount >= 0]
    return sorted(known, key=lambda part: -part[1]) if len(known) == len(parts) else None


def _parts(relation: Relation, indicator: Indicator, catalogue: Catalogue) -> Iterator[Indicator]:
    """The rows that a relation adds up to an indicator, all of them amounts in the form."""
    match relation.operator, relation.left, relation.right:
        case Operator.EQUAL, Sum((Figure(total),), ()), Sum(parts, ()) if total == indicator.key:
            if all(isinstance(part, Figure) for part in parts):
                yield from (catalogue.indicators[part.indicator] for part in parts if isinstance(part, Figure))


def _share(row: Indicator, amount: Decimal, total: Decimal, whole: Indicator) -> ShareFace:
    """One part; its unit is that of the whole."""
    text = phrases.measured(vietnamese.number(amount), whole.unit.label if whole.unit else None)
    percent = vietnamese.number(vietnamese.rounded(amount * 100 / total, 1))
    return ShareFace(row.title, addresses.indicator(row), amount, text, phrases.measured(percent, phrases.PER_CENT))


def _face(observation: Observation, shares: list[ShareFace]) -> SharesFace:
    figure = phrases.figure_text(observation)
    told = [
        wording.WHOLE_PART.format(name=share.name, amount=share.amount_text, percent=share.percent) for share in shares
    ]
    return SharesFace(
        f"cac-phan-{observation.indicator.id}",
        wording.WHOLE.format(figure=figure),
        f"{'; '.join(told)}.",
        _finding(shares),
        wording.PARTS.format(figure=figure),
        tuple(shares),
    )


def _finding(shares: list[ShareFace]) -> str:
    first = shares[0]
    largest = sum(1 for share in shares if share.amount == first.amount)
    if largest > 1:
        return wording.FINDING_PARTS_EQUAL.format(count=largest, amount=first.amount_text)
    return wording.FINDING_PARTS.format(name=first.name, amount=first.amount_text, percent=first.percent)
