"""A kind is one object, also where it was copied or kept, and plain data: what is made of it is made again."""

import copy
import pickle

import pytest

from macros.kinds import KINDS, Kind
from macros.publication.plain_data import Digests


@pytest.mark.parametrize("kind", KINDS.values(), ids=str)
def test_a_copy_of_a_kind_is_the_kind(kind: Kind) -> None:
    assert copy.copy(kind) is copy.deepcopy(kind) is pickle.loads(pickle.dumps(kind)) is kind


def test_kinds_are_told_apart_in_a_digest() -> None:
    assert len({Digests().of(kind) for kind in KINDS.values()}) == len(KINDS)
    assert all(Digests().of(kind) == Digests().of(kind) for kind in KINDS.values())
