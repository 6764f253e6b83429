"""By how much a figure changed, in words: in its unit, in per cent, in times, in percentage points of quotients."""

from decimal import Decimal, localcontext

from macros import vietnamese
from macros.comparing.comparison import Change, ChangeKind
from macros.comparing.precision import Counts
from macros.faces import phrases, quotients
from macros.faces.quotients import Told
from macros.wording import comparison as wording

# From so many per cent on, a rise is told in times the figure before, and from a small one as from what to what.
MANIFOLD, SMALL_BASE = Decimal(400), Decimal(10)
# The decimals of a size for scripts.
SIZE_DIGITS = 4


def told_rates(change: Change) -> tuple[Told, Told] | None:
    """The two rates that the change of a rate is told with; None for what is no rate, or has no counts in a report.

    Where both quotients are the same, so that nothing changed, only where the printed rates are not.
    """
    sides = change.sides
    if sides is None or (not change.difference and sides[0].printed == sides[1].printed):
        return None
    return quotients.pair(sides)


def tells_counts(change: Change) -> bool:
    """Whether what is said of a change names the two numbers of the rate."""
    return told_rates(change) is not None


def told_difference(change: Change) -> Decimal:
    """By how much a figure changed up or down, as it is told."""
    if rates := told_rates(change):
        return abs(rates[1].value - rates[0].value)
    return abs(change.difference or Decimal(0))


def size_text(change: Change, beside: bool = False) -> str:
    """By how much: "tăng 11 hồ sơ, tức 27,5%", "từ 1 lên 53 hồ sơ"; nothing where that would mean nothing.

    Quotients of counts are told with it, but `beside` `values_text`, which has them.
    """
    if change.kind is ChangeKind.WITHIN_ROUNDING:
        return wording.WITHIN_ROUNDING
    if change.sides and (rates := told_rates(change)):
        return _of_counts(change.sides, rates, change.difference or Decimal(0), beside)
    if not change.difference:
        return ""
    row, difference = change.indicator, _measured(abs(change.difference), change)
    if change.relative is not None and change.relative >= MANIFOLD:
        return _manifold(change, difference)
    if change.relative is None or _is_of_few(change):
        return row.kind.difference_text(change.difference, row.unit.label if row.unit else None)
    sentence = wording.ROSE_PERCENT if change.difference > 0 else wording.FELL_PERCENT
    return sentence.format(difference=difference, percent=_percent(change.relative))


def size_number(change: Change) -> str:
    """The size as a browser's script sorts by it: per cent or percentage points, "-1" for a change without a size."""
    size = change.size
    return f"{vietnamese.rounded(size, SIZE_DIGITS):.{SIZE_DIGITS}f}" if size.is_finite() else "Infinity"


def quotients_text(change: Change) -> str:
    """The two quotients of a rate that is not told as printed: "giảm khoảng 0,2 điểm phần trăm (≈ 99,72% → …)".

    "" for any other change.
    """
    rates = told_rates(change)
    if not change.sides or not rates or _is_printed(change.sides, rates):
        return ""
    first, last = (rate.text for rate in rates)
    points = _points(rates, change.difference or Decimal(0))
    return wording.FROM_COUNTS.format(change=points, before=first, after=last)


def _is_of_few(change: Change) -> bool:
    """Whether so few were counted before that per cent would mislead: one person of one is no fall by 100%."""
    return change.indicator.kind.is_counted and change.base is not None and change.base < SMALL_BASE


def _manifold(change: Change, difference: str) -> str:
    """A rise to five times and more: "tăng 2.600 hồ sơ, gấp 53 lần", "từ 1 lên 53 hồ sơ"."""
    base = change.base
    assert base is not None
    assert change.difference is not None
    after = base + change.difference
    if base < SMALL_BASE:
        return wording.ROSE_FROM_SMALL.format(before=vietnamese.number(base), after=_measured(after, change))
    with localcontext(prec=50):
        times = vietnamese.rounded(after / base, 1)
    return wording.ROSE_TIMES.format(difference=difference, times=vietnamese.number(times))


def _measured(amount: Decimal, change: Change) -> str:
    unit = change.indicator.unit
    return phrases.measured(vietnamese.number(amount), unit.label if unit else None)


def _of_counts(sides: tuple[Counts, Counts], rates: tuple[Told, Told], difference: Decimal, beside: bool) -> str:
    """The change of a rate from its counts: "giảm khoảng 0,2 điểm phần trăm (1.403/1.407 ≈ 99,72% → …; báo cáo …)"."""
    plain = beside or _is_printed(sides, rates)
    shown = [_counts(side, None if plain else rate) for side, rate in zip(sides, rates, strict=True)]
    told = {"change": _points(rates, difference), "before": shown[0], "after": shown[1]}
    printed = quotients.printed_text(sides, rates)
    if not printed:
        return wording.FROM_COUNTS.format(**told)
    return wording.FROM_COUNTS_PRINTED.format(**told, printed=printed)


def _is_printed(sides: tuple[Counts, Counts], rates: tuple[Told, Told]) -> bool:
    """Whether both rates are told as the reports print them."""
    return all(not rate.about and rate.value == side.printed for side, rate in zip(sides, rates, strict=True))


def _points(rates: tuple[Told, Told], difference: Decimal) -> str:
    """By how many percentage points: the difference of the two rates as they are told."""
    if not difference:
        return phrases.inside(wording.KIND_LABELS[ChangeKind.UNCHANGED])
    points = abs(rates[1].value - rates[0].value)
    about = points and any(rate.about for rate in rates)
    rise, fall = (
        (wording.ROSE_ABOUT_POINTS, wording.FELL_ABOUT_POINTS) if about else (wording.ROSE_POINTS, wording.FELL_POINTS)
    )
    amount = vietnamese.number(_shortest(points)) if points else wording.BELOW_HUNDREDTH
    return (rise if difference > 0 else fall).format(difference=amount)


def _shortest(points: Decimal) -> Decimal:
    """A difference without last zeros: of two quotients they say nothing."""
    exponent = points.as_tuple().exponent
    return vietnamese.rounded(points, max(0, -exponent if isinstance(exponent, int) else 0))


def _counts(side: Counts, rate: Told | None) -> str:
    """The two numbers of a rate, with their quotient where it does not stand beside them."""
    counts = wording.COUNTS.format(part=vietnamese.number(side.part), whole=vietnamese.number(side.whole))
    if rate is None:
        return counts
    return (wording.COUNTS_ABOUT if rate.about else wording.COUNTS_ARE).format(counts=counts, quotient=rate.text)


def _percent(relative: Decimal) -> str:
    """A change in per cent of the figure before, to one decimal: "27,5", "chưa đến 0,1"."""
    tenths = vietnamese.rounded(abs(relative), 1)
    return vietnamese.number(tenths) if tenths else wording.BELOW_TENTH
