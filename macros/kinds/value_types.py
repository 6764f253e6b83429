"""What values are made of, what a definition allows them to be, and why a typed one is not taken."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TypeAlias

# A Decimal, a Code or a text, or what another kind makes of a typed figure: frozen, and equal to its like.
Value: TypeAlias = Hashable


@dataclass(frozen=True, slots=True)
class Code:
    """One answer of a code list. The code is a name, never a quantity."""

    code: str
    label: str

    def __str__(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True)
class CodeList:
    """The answers a coded indicator may give, with every spelling of the list that reports print."""

    id: str
    label: str
    codes: tuple[Code, ...]
    printed: tuple[str, ...]

    def code(self, code: str) -> Code | None:
        """The answer with this code, if the list has it."""
        return next((known for known in self.codes if known.code == code), None)


@dataclass(frozen=True, slots=True)
class Domain:
    """What the definition of one indicator allows its values to be, beside its kind."""

    code_list: CodeList | None = None
    may_exceed_100: bool = False


@dataclass(frozen=True, slots=True)
class Refusal(Exception):
    """Why a typed figure cannot be taken, and what to type instead."""

    code: str
    found: str
    allowed: str
    remedy: str
