"""Rates told by the quotients of their counts, where printed figures are too rounded to stand beside what is said."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from macros import vietnamese
from macros.comparing.precision import Counts, counts, decimal
from macros.faces import phrases
from macros.record import Indicator, Observation, Report, ReportKey
from macros.wording import comparison as wording
from macros.wording import figures

# A quotient is told with two decimals; with more, six at most, where fewer would leave a change less than two digits.
FEWEST_DIGITS, MOST_DIGITS, APART = 2, 6, 10


@dataclass(frozen=True, slots=True)
class Told:
    """A rate as it is told: the number, and whether the quotient is that number only about."""

    value: Decimal
    about: bool

    @property
    def text(self) -> str:
        """The rate in a sentence: "43,75%", "≈ 99,52%"."""
        figure = phrases.measured(vietnamese.number(self.value), phrases.PER_CENT)
        return figures.ABOUT.format(figure=figure) if self.about else figure


def pair(sides: tuple[Counts, Counts]) -> tuple[Told, Told]:
    """Two rates as they stand beside their change: the change that is told is the difference of these two.

    Rates that are printed exactly are told as printed.
    """
    before, after = sides
    for digits in range(FEWEST_DIGITS, MOST_DIGITS + 1):
        first, last = _told(before, digits), _told(after, digits)
        enough = abs(last.value - first.value) >= APART * Decimal(1).scaleb(-digits)
        if enough or before.percent == after.percent or not (first.about or last.about):
            return first, last
    # No decimal that a reader would follow tells them apart.
    same = first.value == last.value
    return (_told(before, FEWEST_DIGITS), _told(after, FEWEST_DIGITS)) if same else (first, last)


def _told(side: Counts, digits: int) -> Told:
    if side.exact:
        return Told(side.printed, False)
    value = vietnamese.rounded(decimal(side.percent), digits)
    return Told(value, Fraction(value) != side.percent)


def printed_text(sides: Sequence[Counts], told: Sequence[Told]) -> str:
    """That the report prints other figures than are told: "báo cáo ghi số làm tròn: 99,7% và 100%"; "" where not."""
    other = [side for side, rate in zip(sides, told, strict=True) if side.printed != rate.value]
    if not other:
        return ""
    printed = dict.fromkeys(phrases.measured(vietnamese.number(side.printed), phrases.PER_CENT) for side in other)
    cut = {side.cut for side in other}
    one_kind = wording.PRINTED_CUT if True in cut else wording.PRINTED_ROUNDED
    sentence = one_kind if len(cut) == 1 else wording.PRINTED_ROUNDED_AND_CUT
    return sentence.format(figures=wording.AND.join(printed))


def drawn(entries: Iterable[tuple[Report, Observation]], indicator: Indicator) -> Mapping[ReportKey, Told]:
    """What a chart draws in the place of printed rates, by report: where those rank otherwise than their counts do.

    Empty where every two printed rates stand to each other as their quotients, and for what is no rate.
    """
    known = [(report.key, found) for report, _ in entries if (found := counts(report, indicator)) is not None]
    sides = [side for _, side in known]
    if not _is_contradicted(sides):
        return {}
    digits = _digits(sides)
    return {key: _told(side, digits) for key, side in known}


def _is_contradicted(sides: Iterable[Counts]) -> bool:
    """Whether two printed rates stand to each other otherwise than their quotients: above, below or equal."""
    ranked = sorted(sides, key=lambda side: (side.percent, side.printed))
    return any(
        (low.percent == high.percent) != (low.printed == high.printed) or low.printed > high.printed
        for low, high in pairwise(ranked)
    )


def _digits(sides: Sequence[Counts]) -> int:
    """With how many decimals different quotients look different; the most where none do."""
    different = len({side.percent for side in sides})
    for digits in range(FEWEST_DIGITS, MOST_DIGITS):
        if len({_told(side, digits).value for side in sides}) == different:
            return digits
    return MOST_DIGITS
