"""The largest changes stand within one unit, beyond the rounding, and are drawn as long as they are."""

from decimal import Decimal

import lxml.etree

from macros.charts.small import change_bar
from macros.comparing.comparison import Comparison, compare
from macros.faces.largest_face import LargestFace, MovedFace, largest_faces
from macros.faces.linked_text import Part
from macros.record import series_key
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


def largest(**figures: tuple[str, str]) -> tuple[LargestFace, ...]:
    return largest_faces(held(**figures), good_catalogue())


def moved(id: str, difference: int, size: str, values: str) -> MovedFace:
    spaced = (text.replace("_", "\N{NO-BREAK SPACE}") for text in (size, values))
    return MovedFace(
        Part(good_catalogue().names[series_key(id)], f"chi-tieu/{id}/", printed=True), Decimal(difference), *spaced
    )


def test_only_changes_of_one_unit_stand_beside_each_other_the_largest_first() -> None:
    figures = {
        WHOLE: ("40", "51"),
        PART: ("40", "20"),
        PEOPLE[0]: ("3", "1"),
        PEOPLE[1]: ("1", "2"),
        AMOUNT: ("1", "9"),
    }
    names = good_catalogue().names
    assert largest(**figures) == (
        LargestFace(
            heading="Tính bằng hồ sơ",
            finding=f"Thay đổi nhiều nhất: “{names[series_key(PART)]}”, giảm 20\N{NO-BREAK SPACE}hồ sơ, tức 50%.",
            fall=Decimal(20),
            rise=Decimal(11),
            changes=(
                moved(PART, -20, "giảm 20_hồ sơ, tức 50%", "40 → 20_hồ sơ"),
                moved(WHOLE, 11, "tăng 11_hồ sơ, tức 27,5%", "40 → 51_hồ sơ"),
            ),
        ),
        LargestFace(
            heading="Tính bằng người",
            finding=f"Thay đổi nhiều nhất: “{names[series_key(PEOPLE[0])]}”, giảm 2\N{NO-BREAK SPACE}người.",
            fall=Decimal(2),
            rise=Decimal(1),
            changes=(
                moved(PEOPLE[0], -2, "giảm 2_người", "3 → 1_người"),
                moved(PEOPLE[1], 1, "tăng 1_người", "1 → 2_người"),
            ),
        ),
    )


def test_two_that_changed_as_much_have_no_first() -> None:
    (group,) = largest(**{WHOLE: ("40", "45"), PART: ("40", "35")})
    assert group.finding == ""


def test_what_the_rounding_hides_and_what_stands_alone_is_not_drawn() -> None:
    assert largest(**{RATE: ("100", "99.52"), WHOLE: ("40", "51"), PART: ("40", "40")}) == ()


def test_a_bar_is_as_long_as_its_change_and_falls_go_to_the_left() -> None:
    (group,) = largest(**{WHOLE: ("40", "50"), PART: ("40", "20")})
    found = []
    for change in group.changes:
        root = lxml.etree.fromstring(change_bar(change.moved, group.fall, group.rise))
        (bar,) = root.xpath("//*[@class='chart__bar']")
        (zero,) = root.xpath("//*[@class='chart__base']")
        start, long = float(bar.get("x")), float(bar.get("width"))
        found.append((start + long <= float(zero.get("x1")) + 0.1, long))
    (fell, down), (rose, up) = found
    assert (fell, rose) == (True, False)
    assert abs(down - 2 * up) < 0.2
