"""How far a figure is on its way: to its target, or a rate of two counts to 100%."""

from dataclasses import dataclass
from decimal import Decimal

from macros.faces import phrases
from macros.faces.rates import rate_sentence
from macros.record import Indicator, Report
from macros.wording import charts as wording

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class ProgressFace:
    """A bar from nothing to a whole, with a mark at the goal, and what it says to who does not see it.

    Without an `id` it stands beside words that say the same: a screen reader passes over it.
    """

    id: str
    title: str
    description: str
    value: Decimal
    goal: Decimal
    whole: Decimal


def progress_face(report: Report, indicator: Indicator, named: bool = True) -> ProgressFace | None:
    """The bar of a figure with a target, or of a rate of two counts; None for any other figure."""
    observation = report.observation(indicator.key)
    if observation is None or (value := observation.amount) is None:
        return None
    target, id = observation.target, f"tien-do-{indicator.id}" if named else ""
    full = indicator.kind.whole
    is_share = full is not None and 0 <= value <= full
    if target is not None and target > 0 and value >= 0:
        goal = phrases.inside(phrases.target_text(observation) or "")
        title = f"{phrases.figure_text(observation)}; {goal}"
        if full is not None and is_share and target <= full:
            return ProgressFace(id, title, wording.BAR_WHOLE_TARGET, value, target, full)
        return ProgressFace(id, title, wording.BAR_TARGET, value, target, target)
    said = rate_sentence(report, observation)
    return ProgressFace(id, said, wording.BAR_WHOLE, value, _HUNDRED, _HUNDRED) if said and is_share else None
