"""A rate with the two numbers it is made of: equal only where it is, else about, rounded or cut, and told so."""

from collections.abc import Mapping
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from markupsafe import Markup

from macros import vietnamese
from macros.agreement import CheckResult
from macros.comparing.precision import decimal
from macros.model import Observation, Report
from macros.views import phrases
from macros.wording import figures, say

# A quotient is told with so many decimals at least: one that was rounded to a whole number shows what it was. With more
# where those would give another rate than the printed one: 3.263/3.296 is about 98,999%, and 98,99% is printed of it.
_FEWEST_DIGITS, _MOST_DIGITS, _PRECISION = 2, 8, 60


def rate_sentence(report: Report, observation: Observation) -> str:
    """What a rate is made of: "7/16 nhiệm vụ (43,75%)", "6/9 ≈ 66,67%, làm tròn 66,7%"; "" where that is not known."""
    rate = phrases.rate_text(report, observation.indicator)
    if rate is None:
        return ""
    sentence, parts = _form(report, observation)
    return sentence.format(rate=rate, **parts)


def counts_sentence(report: Report, observation: Observation) -> str:
    """The same beside the printed rate, which is not said again: "7/16 nhiệm vụ", "1.037/1.042 ≈ 99,52%, báo cáo …"."""
    rate = phrases.rate_text(report, observation.indicator)
    if rate is None:
        return ""
    sentence, parts = _form(report, observation)
    return _BESIDE.get(sentence, sentence).format(rate=rate, **parts)


_BESIDE = {
    figures.RATE_IS: figures.RATE_BESIDE,
    figures.RATE_ABOUT: figures.RATE_BESIDE,
    figures.RATE_ROUNDED: figures.RATE_BESIDE_ROUNDED,
    figures.RATE_CUT: figures.RATE_BESIDE_CUT,
}


def linked_rate(report: Report, observation: Observation, rate: Markup) -> Markup:
    """The same with the two numbers as links; the report says of which two the rate is made."""
    sentence, parts = _form(report, observation)
    return say(sentence, rate=rate, **parts)


def _form(report: Report, observation: Observation) -> tuple[str, Mapping[str, str]]:
    """The sentence in which {rate} stands for the two numbers of a published rate, and what else is put in it."""
    result = report.rates[observation.indicator.id]
    printed, exact = observation.value, _quotient(result)
    if not isinstance(printed, Decimal) or exact is None or result.fails:
        return figures.RATE_MADE_OF, {}
    percent = phrases.figure_text(observation)
    if exact == Fraction(printed):
        return figures.RATE_IS, {"percent": percent}
    told = _told(exact, printed, ROUND_DOWN if result.cut else ROUND_HALF_UP)
    if told == printed and not result.cut:
        return figures.RATE_ABOUT, {"percent": percent}
    quotient = phrases.measured(vietnamese.number(told), phrases.PER_CENT)
    return figures.RATE_CUT if result.cut else figures.RATE_ROUNDED, {"percent": percent, "quotient": quotient}


def _quotient(result: CheckResult) -> Fraction | None:
    """The quotient of the two numbers in per cent."""
    numbers = [value for _, value in result.values[1:]]
    match numbers:
        case [Decimal() as part, Decimal() as whole] if whole:
            return Fraction(part) * 100 / Fraction(whole)
        case [Decimal() as both] if both:  # a number over itself
            return Fraction(100)
        case _:
            return None


def _told(exact: Fraction, printed: Decimal, rounding: str) -> Decimal:
    """The quotient with as few decimals as still give the printed rate, rounded or cut as that was."""
    exponent = printed.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    told = printed
    with localcontext(prec=_PRECISION):
        for digits in range(max(_FEWEST_DIGITS, places), _MOST_DIGITS + 1):
            told = vietnamese.rounded(decimal(exact), digits)
            if told.quantize(Decimal(1).scaleb(-places), rounding) == printed:
                break
    return told
