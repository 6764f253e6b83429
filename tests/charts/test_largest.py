"""The largest changes are drawn within one unit, beyond the rounding, and as long as they are."""

from decimal import Decimal

import lxml.etree

from macros.charts.largest import largest
from macros.comparing.comparison import Comparison, compare
from tests.comparing.reports import report
from tests.comparing.test_precision import AMOUNT, PART, RATE, WHOLE
from tests.good_project import good_catalogue

PEOPLE = ("dao-tao", "bo-nhiem")


def held(**figures: tuple[str, str]) -> Comparison:
    pairs = {id.replace("_", "-"): pair for id, pair in figures.items()}
    before, after = (
        report(period, {id: Decimal(pair[side]) for id, pair in pairs.items()})
        for side, period in enumerate(("2030-S1", "2031-S1"))
    )
    return compare(before, after, good_catalogue().indicators)


def test_only_changes_of_one_unit_stand_beside_each_other_the_largest_first() -> None:
    figures = {
        WHOLE: ("40", "51"),
        PART: ("40", "20"),
        PEOPLE[0]: ("3", "1"),
        PEOPLE[1]: ("1", "2"),
        AMOUNT: ("1", "9"),
    }
    groups = largest(held(**figures))
    assert [(group.unit, [change.indicator.id for change in group.changes]) for group in groups] == [
        ("hồ sơ", [PART, WHOLE]),
        ("người", list(PEOPLE)),
    ]
    names = good_catalogue().names
    assert [group.finding(good_catalogue()).replace("\u00a0", " ") for group in groups] == [
        f"Thay đổi nhiều nhất: “{names[PART]}”, giảm 20 hồ sơ, tức 50%.",
        f"Thay đổi nhiều nhất: “{names[PEOPLE[0]]}”, giảm 2 người.",
    ]


def test_two_that_changed_as_much_have_no_first() -> None:
    (group,) = largest(held(**{WHOLE: ("40", "45"), PART: ("40", "35")}))
    assert group.finding(good_catalogue()) == ""


def test_what_the_rounding_hides_and_what_stands_alone_is_not_drawn() -> None:
    assert largest(held(**{RATE: ("100", "99.52"), WHOLE: ("40", "51"), PART: ("40", "40")})) == []


def test_a_bar_is_as_long_as_its_change_and_falls_go_to_the_left() -> None:
    (group,) = largest(held(**{WHOLE: ("40", "50"), PART: ("40", "20")}))
    found = []
    for change in group.changes:
        root = lxml.etree.fromstring(group.bar(change))
        (bar,) = root.xpath("//*[@class='chart__bar']")
        (zero,) = root.xpath("//*[@class='chart__base']")
        start, long = float(bar.get("x")), float(bar.get("width"))
        found.append((start + long <= float(zero.get("x1")) + 0.1, long))
    (fell, down), (rose, up) = found
    assert (fell, rose) == (True, False)
    assert abs(down - 2 * up) < 0.2
