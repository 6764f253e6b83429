"""A kind is one object, also where it was copied or kept."""

import copy
import pickle

import pytest

from macros.kinds import KINDS, Kind


@pytest.mark.parametrize("kind", KINDS.values(), ids=str)
def test_a_copy_of_a_kind_is_the_kind(kind: Kind) -> None:
    assert copy.copy(kind) is copy.deepcopy(kind) is pickle.loads(pickle.dumps(kind)) is kind
