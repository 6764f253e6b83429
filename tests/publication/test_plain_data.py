"""The same values give the same digest, others another; what is no plain data is refused."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date
from decimal import Decimal
from enum import Enum, IntEnum
from types import MappingProxyType

import pytest

from macros.publication.plain_data import Digests


@dataclass(frozen=True)
class One:
    a: object


@dataclass(frozen=True)
class Two:
    a: object
    b: object = None


class Colour(Enum):
    RED = "a"


class Number(IntEnum):
    ONE = 1


def digest(value: object) -> bytes:
    return Digests().of(value)


# No two of these are the same.
APART = [
    *(None, True, False, 0, 1, -1, "", "1", "a", "ab", "\udcff", Decimal("1"), Decimal("1.0"), date(2031, 7, 1), UTC),
    *((), (1,), ("a", "b"), ("ab",), (("a",), "b"), frozenset(), frozenset({"a", "b"}), {}, {"a": "b"}, {"a": ("b",)}),
    *(One(1), One("1"), One(One(1)), One((1,)), Two(1), Two(1, 2), Two(2, 1), Colour.RED, Number.ONE),
]


def test_values_are_told_apart() -> None:
    found = Counter(map(digest, APART))
    assert [value for value in APART if found[digest(value)] > 1] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ([1, 2], (1, 2)),
        ({"b", "a"}, frozenset({"a", "b"})),
        ({"a": 1}, MappingProxyType({"a": 1})),
        (Two([One("a")]), Two((One("a"),))),
    ],
)
def test_the_same_values_are_the_same_whoever_holds_them(one: object, other: object) -> None:
    assert digest(one) == digest(other)


@pytest.mark.parametrize("value", [1.5, b"a", One, int, object(), One(2.5), ("a", [1.5]), {"a": b""}, iter(())])
def test_what_is_no_plain_data_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="is no plain data"):
        digest(value)


def test_an_object_that_is_met_again_counts_again() -> None:
    same = One("a")
    assert digest((same, same)) == digest((One("a"), One("a"))) != digest((same,))
