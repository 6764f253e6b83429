"""A value as machines read it, and as a page shows it."""

from macros.model import Observation
from macros.vietnamese import MINUS
from macros.views import phrases


def value_text(observation: Observation) -> str | None:
    """The value for machines: decimal point, no thousands mark, published digits kept."""
    return None if observation.value is None else observation.indicator.kind.machine(observation.value)


def shown_text(observation: Observation) -> str:
    """What the page shows in the row of a figure, with the hyphen that machines know for a minus."""
    text = phrases.cell_text(observation)
    return text.replace(MINUS, "-") if observation.amount is not None else text
