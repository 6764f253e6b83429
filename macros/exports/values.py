"""A value as machines read it."""

from decimal import Decimal

from macros.model import Code, Observation


def value_text(observation: Observation) -> str | None:
    """The value for machines: decimal point, no thousands mark, published digits kept."""
    match observation.value:
        case Decimal() as amount:
            return f"{amount:f}"
        case Code() as answer:
            return answer.code
        case text:
            return text
