"""A rate with the two numbers it is made of: equal only where it is, else about, rounded or cut, and told so."""

from collections.abc import Mapping
from fractions import Fraction

from macros import vietnamese
from macros.faces import phrases, relation_phrases
from macros.record import Observation, Report
from macros.record.relation import CheckResult
from macros.wording import figures


def rate_sentence(report: Report, observation: Observation) -> str:
    """What a rate is made of: "7/16 nhiệm vụ (43,75%)", "6/9 ≈ 66,67%, làm tròn 66,7%"; "" where that is not known."""
    rate = phrases.rate_text(report, observation.indicator)
    if rate is None:
        return ""
    sentence, parts = rate_form(report, observation)
    return sentence.format(rate=rate, **parts)


def counts_sentence(report: Report, observation: Observation) -> str:
    """The same beside the printed rate, which is not said again: "7/16 nhiệm vụ", "1.037/1.042 ≈ 99,52%, báo cáo …"."""
    rate = phrases.rate_text(report, observation.indicator)
    if rate is None:
        return ""
    sentence, parts = rate_form(report, observation)
    return _BESIDE.get(sentence, sentence).format(rate=rate, **parts)


_BESIDE = {
    figures.RATE_IS: figures.RATE_BESIDE,
    figures.RATE_ABOUT: figures.RATE_BESIDE,
    figures.RATE_ROUNDED: figures.RATE_BESIDE_ROUNDED,
    figures.RATE_CUT: figures.RATE_BESIDE_CUT,
}


def rate_form(report: Report, observation: Observation) -> tuple[str, Mapping[str, str]]:
    """The sentence in which {rate} stands for the two numbers of a published rate, and what else is put in it."""
    result = report.rates[observation.key]
    printed, exact = observation.amount, _quotient(result)
    if printed is None or exact is None or result.fails:
        return figures.RATE_MADE_OF, {}
    percent = phrases.figure_text(observation)
    if exact == Fraction(printed):
        return figures.RATE_IS, {"percent": percent}
    told = relation_phrases.told_quotient(exact, printed, result.cut)
    if told == printed and not result.cut:
        return figures.RATE_ABOUT, {"percent": percent}
    quotient = phrases.measured(vietnamese.number(told), phrases.PER_CENT)
    return figures.RATE_CUT if result.cut else figures.RATE_ROUNDED, {"percent": percent, "quotient": quotient}


def _quotient(result: CheckResult) -> Fraction | None:
    """The quotient of the two numbers in per cent."""
    numbers = [value for _, value in result.values[1:]]
    match numbers:
        case [part, whole] if part is not None and whole:
            return Fraction(part) * 100 / Fraction(whole)
        case [both] if both:  # a number over itself
            return Fraction(100)
        case _:
            return None
