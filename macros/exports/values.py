"""A value as machines read it, and as a page shows it."""

from decimal import Decimal

from macros.model import Code, Observation
from macros.vietnamese import MINUS
from macros.views import phrases


def value_text(observation: Observation) -> str | None:
    """The value for machines: decimal point, no thousands mark, published digits kept."""
    match observation.value:
        case Decimal() as amount:
            return f"{amount:f}"
        case Code() as answer:
            return answer.code
        case text:
            return text


def shown_text(observation: Observation) -> str:
    """What the page shows in the row of a figure, with the hyphen that machines know for a minus."""
    text = phrases.cell_text(observation)
    return text.replace(MINUS, "-") if isinstance(observation.value, Decimal) else text
