"""Amounts, whatever they count: a number is a Decimal with its published digits, read carefully and never guessed.

A kind of amounts says what it allows: count.py, percent.py, number.py.
"""

from dataclasses import dataclass
from decimal import Decimal

from macros import vietnamese
from macros.kinds import typed_numbers
from macros.kinds.kind import Kind
from macros.kinds.typed_numbers import Asked
from macros.kinds.value_types import Domain, Refusal, Value
from macros.problems.problem import shorten
from macros.vietnamese import MINUS


@dataclass(frozen=True, slots=True)
class Typed:
    """A number as it was typed: its whole part with the sign, its mark and its decimals, and what it is worth."""

    printed: str
    whole: str
    mark: str
    decimals: str
    value: Decimal

    @property
    def is_negative(self) -> bool:
        return self.whole.startswith("-")


class Amount(Kind):
    """A number that can be more or less."""

    is_amount = True
    is_drawn = True
    is_relative = True
    grows_with_time = True

    # What may be typed, and the remedies for what may not.
    allowed = "một số, ví dụ 10749656 hoặc 43,75"
    # Why it has no decimals; "" where it may have some.
    undivided = ""
    # Whether its numbers reach a thousand, so that a point before three digits may part thousands.
    reaches_thousands = True

    def parse(self, text: str, domain: Domain) -> Decimal:
        """The number that the text states.

        `43,75` and `43.75` are the same number and keep their digits; `−5`, as print has it, is `-5`. Raises Refusal
        for anything that would have to be guessed: `10.749` may be ten thousand or ten.
        """
        return self._number(text, domain, typed_numbers.VALUE)

    def parse_target(self, text: str, domain: Domain) -> Decimal:
        """The same of a target, of which a source that states none has no line."""
        return self._number(text, domain, typed_numbers.TARGET)

    def refuse(self, typed: Typed, domain: Domain, asked: Asked) -> None:
        """Raises Refusal for a number that no value of the kind can be."""

    def _number(self, printed: str, domain: Domain, asked: Asked) -> Decimal:
        text = printed.replace(MINUS, "-", 1) if printed.startswith(MINUS) else printed
        if (self.reaches_thousands or domain.may_exceed_100) and typed_numbers.is_grouped(text):
            found = f"“{printed}” có dấu chấm, không rõ là hàng nghìn hay thập phân"
            raise Refusal("E402", found, self.allowed, typed_numbers.grouped_remedy(text, self.undivided))
        if not typed_numbers.is_plain(text):
            found = f"“{shorten(printed)}” không phải là số"
            remedy = typed_numbers.remedy(text, self.undivided, self.reaches_thousands, asked)
            raise Refusal("E402", found, self.allowed, remedy)
        whole, mark, decimals = text.replace(".", ",").partition(",")
        typed = Typed(printed, whole, mark, decimals, Decimal(text.replace(",", ".")))
        self.refuse(typed, domain, asked)
        return typed.value

    def canonical(self, text: str) -> str:
        """The figure with a decimal point and a hyphen for minus (`−43,75` is `-43.75`).

        As it stands where it would then be another figure or none.
        """
        pointed = text.replace(",", ".", 1).replace(MINUS, "-", 1)
        if typed_numbers.may_be_thousands(pointed):
            return text
        whole = pointed.partition(".")[0]
        domain = Domain(may_exceed_100=whole.isdigit() and int(whole) >= 100)
        try:
            same = self.parse(text, domain) == self.parse(pointed, domain)
        except Refusal:
            return text
        return pointed if same else text

    def amount(self, value: Value | None) -> Decimal | None:
        return value if isinstance(value, Decimal) else None

    def half_unit(self, value: Value | None) -> Decimal:
        """Half a unit of the last digit of what is rounded; what is counted is exact."""
        amount = self.amount(value)
        if amount is None or not self.is_rounded:
            return Decimal(0)
        exponent = amount.as_tuple().exponent
        return Decimal(1).scaleb(min(exponent, 0)) / 2 if isinstance(exponent, int) else Decimal(0)

    def difference_text(self, difference: Decimal, unit: str | None) -> str:
        sentence = self.rose if difference > 0 else self.fell
        amount = vietnamese.number(abs(difference))
        return sentence.format(difference=amount if self.difference_measure else vietnamese.measured(amount, unit))

    def written(self, value: Value, unit: str | None, digits: int = 1) -> str:
        """The number with its unit; digits pad it with zeros, as office texts do."""
        amount = self.amount(value)
        return str(value) if amount is None else vietnamese.measured(vietnamese.number(amount, digits), unit)

    def cell(self, value: Value) -> str:
        return self.written(value, None)

    def machine_text(self, value: Value) -> str:
        amount = self.amount(value)
        return str(value) if amount is None else f"{amount:f}"
