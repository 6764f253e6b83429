"""A share of a whole, or any other quotient of two counts, in per cent."""

from decimal import Decimal

from macros.kinds.amount import Amount, Typed
from macros.kinds.typed_numbers import Asked
from macros.kinds.value_types import Domain, Refusal
from macros.wording import comparison, figures


class Percent(Amount):
    """A rate from 0 to 100 unless its definition lets it exceed that; two of them differ by percentage points."""

    id = "percent"
    label = figures.KIND_PERCENT
    meaning = "tỷ lệ phần trăm"
    is_rate = True
    is_rounded = True
    is_relative = False
    rose = comparison.ROSE_POINTS
    fell = comparison.FELL_POINTS
    difference_measure = comparison.POINTS
    grows_with_time = False
    follows_zero = True
    is_line = True
    whole = Decimal(100)
    allowed = "một số từ 0 đến 100, ví dụ 43,75"
    reaches_thousands = False

    def refuse(self, typed: Typed, domain: Domain, asked: Asked) -> None:
        """Raises Refusal for a rate beyond 0 and 100."""
        if typed.is_negative or (typed.value > 100 and not domain.may_exceed_100):
            remedy = f"{asked.review}; nếu tỷ lệ được phép vượt 100, ghi “may_exceed_100: true” ở chỉ tiêu"
            raise Refusal("E405", f"tỷ lệ “{typed.printed}” nằm ngoài khoảng 0–100", self.allowed, remedy)
