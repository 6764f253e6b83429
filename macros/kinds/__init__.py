"""Kinds of value: one file each says how it is read, checked, compared, written, drawn and exported.

Nothing outside this room asks of which kind a value is: it asks the kind. How to add one: docs/design/add-a-kind.md.
"""

from collections.abc import Iterator

from macros.kinds.coded import Coded
from macros.kinds.count import Count
from macros.kinds.heading import Heading
from macros.kinds.kind import KINDS, Kind, register
from macros.kinds.number import Number
from macros.kinds.percent import Percent
from macros.kinds.text import Text
from macros.kinds.value_types import Code, CodeList, Domain, Refusal, Value

__all__ = [
    "CODED",
    "COUNT",
    "HEADING",
    "KINDS",
    "NUMBER",
    "PERCENT",
    "TEXT",
    "Code",
    "CodeList",
    "Domain",
    "Kind",
    "Refusal",
    "Value",
    "amounts",
    "register",
]

# In the order in which messages and schemas list them.
HEADING = register(Heading())
COUNT = register(Count())
PERCENT = register(Percent())
NUMBER = register(Number())
CODED = register(Coded())
TEXT = register(Text())


def amounts() -> Iterator[Kind]:
    """The kinds whose values can be more or less."""
    return (known for known in KINDS.values() if known.is_amount)
