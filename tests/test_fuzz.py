"""A little of every campaign of `make fuzz`, with a fixed seed: each makes cases, and each case holds."""

import pytest

from tests.fuzz.turns import CAMPAIGNS, purpose, turn


def test_every_campaign_is_found() -> None:
    assert {"figures", "files"} <= set(CAMPAIGNS)
    assert all(purpose(name).endswith(".") for name in CAMPAIGNS)


@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_a_campaign_breaks_nothing(campaign: str) -> None:
    made = turn(campaign, 1, 1.0)
    assert made.failure == ""
    assert made.cases > 0
