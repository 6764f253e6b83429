"""Two periods in the form of the chooser: in one list each, or by their place in a year and by their year."""

from typing import Any

import pytest

from tests.scripts.running import Scripts

PLACES = ["A1", "M12", "S2", "M02", "M01"]
YEARS = ["2033", "2032", "2031"]
PERIODS = [f"{year}-{place}" for year in YEARS for place in PLACES]
# A form as far as the script asks for one: lists with a chosen value.
FORM = """
const list = (values) => ({ options: values.map((value) => ({ value })), value: values[0] });
const form = (lists, isByYear) => ({
  elements: Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, list(values)])),
  hasAttribute: (name) => isByYear && name === "data-by-year",
});
"""
FORMS: dict[str, dict[str, list[str]]] = {
    "one list each": {"truoc": PERIODS, "sau": PERIODS},
    "by year": {"truoc-ky": PLACES, "truoc-nam": YEARS, "sau-ky": PLACES, "sau-nam": YEARS},
}


@pytest.fixture(scope="module")
def scripts() -> Scripts:
    return Scripts(["compare-choice"], host=FORM)


def run(scripts: Scripts, form: str, what: str, *values: object) -> Any:
    """What comes of something done with the choice of a form."""
    choice = 'congkhai["compare-choice"].choice(form(lists, isByYear))'
    script = f"(lists, isByYear, values) => ({what})({choice}, ...values)"
    return scripts.run(script, FORMS[form], form == "by year", list(values))


@pytest.mark.parametrize("form", FORMS)
def test_what_is_chosen_stands_in_the_form_and_is_read_from_it(scripts: Scripts, form: str) -> None:
    assert run(scripts, form, 'c => [c.chosen("truoc"), c.chosen("sau")]') == ["2033-A1", "2033-A1"]
    for period in PERIODS:
        choose = '(c, period) => { c.choose("sau", period); return [c.chosen("truoc"), c.chosen("sau")]; }'
        assert run(scripts, form, choose, period) == ["2033-A1", period]


@pytest.mark.parametrize("form", FORMS)
def test_the_earlier_of_two_periods_is_known_without_asking_for_them(scripts: Scripts, form: str) -> None:
    pairs = [(first, second) for first in PERIODS for second in PERIODS]
    found = run(scripts, form, "(c, pairs) => pairs.map(([one, other]) => c.isEarlier(one, other))", pairs)
    assert found == [PERIODS.index(first) > PERIODS.index(second) for first, second in pairs]


@pytest.mark.parametrize("form", FORMS)
def test_a_form_offers_what_stands_in_it(scripts: Scripts, form: str) -> None:
    offers = "(c, periods) => periods.map((period) => c.offers('truoc', period))"
    assert run(scripts, form, offers, PERIODS) == [True] * len(PERIODS)
    odd = ["", "2034-A1", "2033-W99", "2033", "A1", "<script>", "2033-A1-M01"]
    assert run(scripts, form, offers, odd) == [False] * len(odd)
