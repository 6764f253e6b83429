"""A value as a page shows it, for files."""

from macros.faces import phrases
from macros.record import Observation
from macros.vietnamese import MINUS


def shown_text(observation: Observation) -> str:
    """What the page shows in the row of a figure, with the hyphen that machines know for a minus."""
    text = phrases.cell_text(observation)
    return text.replace(MINUS, "-") if observation.amount is not None else text
