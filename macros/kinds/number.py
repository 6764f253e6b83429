"""Any other number: an amount of money, an index, a duration."""

from macros.kinds.amount import Amount
from macros.wording import figures


class Number(Amount):
    """A number with or without decimals, above or below 0, rounded by whoever reported it."""

    id = "number"
    label = figures.KIND_NUMBER
    meaning = "số"
    is_rounded = True
    is_signed = True
