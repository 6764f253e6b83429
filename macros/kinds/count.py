"""How many there are of something."""

from macros.kinds.amount import Amount, Typed
from macros.kinds.typed_numbers import Asked
from macros.kinds.value_types import Domain, Refusal, Value
from macros.wording import figures


class Count(Amount):
    """A whole number from 0 on, which is exact."""

    id = "count"
    label = figures.KIND_COUNT
    meaning = "số đếm"
    is_counted = True
    follows_zero = True
    allowed = "một số nguyên không âm, ví dụ 48"
    undivided = "số đếm không có phần lẻ"

    def refuse(self, typed: Typed, domain: Domain, asked: Asked) -> None:
        """Raises Refusal for a number with decimals, if only zeros, and below 0."""
        if typed.mark:
            whole, decimals = typed.whole, typed.decimals
            remedy = "viết số nguyên, hoặc xem lại chỉ tiêu" if decimals.strip("0") else f"viết {whole}"
            thousands = f"; nếu dấu phẩy là hàng nghìn, viết {whole}{decimals}" if len(decimals) == 3 else ""
            raise Refusal("E405", f"số đếm “{typed.printed}” có phần lẻ", self.allowed, remedy + thousands)
        if typed.is_negative:
            raise Refusal("E405", f"số đếm “{typed.printed}” âm", self.allowed, "viết số không âm")

    def remark(self, value: Value) -> str:
        """That a 0 was reported."""
        return figures.ZERO if value == 0 else ""
