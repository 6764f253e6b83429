"""Numbers as people type them: each is refused, or taken as the number that was meant."""

import random
import time
from decimal import Decimal

from macros import kinds
from macros.kinds import Domain, Refusal

# What programs put around a number unseen, and what hands put there.
_AROUND = ("", "", "", " ", "\u00a0", "\u200b", "\t", "'", '"', "“", "%", " hồ sơ", "đ", "~", "≈", "(", ")")
_MINUS = ("-", "\u2212", "\u2013", "\u2014", "\uff0d")
_DIGITS = ("0123456789", "\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19", "٠١٢٣٤٥٦٧٨٩", "O1234S6789")


def run(seed: int, seconds: float) -> int:
    """Types numbers until the time is over; the number of cases. AssertionError names the case that failed."""
    chance = random.Random(seed)
    cases, end = 0, time.monotonic() + seconds
    while not cases or time.monotonic() < end:
        for _ in range(1_000):
            kind = chance.choice((kinds.COUNT, kinds.PERCENT, kinds.NUMBER))
            # A rate is at most 100: "32.684" of one is no thousands.
            most = 2 if kind is kinds.PERCENT else chance.randint(1, 12)
            decimals = chance.choice((0, 0, 0, 1, 2, 3, 4))
            meant = Decimal(chance.randrange(10 ** (most + decimals))).scaleb(-decimals)
            meant = meant.copy_negate() if chance.random() < 0.1 else meant
            typed = _typed(chance, meant)
            try:
                taken = kind.parse(typed, Domain())
            except Refusal:
                continue
            finally:
                cases += 1
            assert taken == meant, f"figures, seed {seed}: {typed!r} of {kind} was taken as {taken}, meant {meant}"
    return cases


def _typed(chance: random.Random, meant: Decimal) -> str:
    """The number in some form in which it may be typed, right or wrong, always unmistakable to its writer."""
    sign, digits, exponent = meant.as_tuple()
    assert isinstance(exponent, int)
    text = "".join(map(str, digits)).rjust(1 - exponent, "0")
    whole, decimals = (text[:exponent], text[exponent:]) if exponent else (text, "")
    thousands, point = chance.choice((("", "."), ("", ","), (".", ","), (",", "."), (" ", ","), ("\u00a0", ",")))
    # In Vietnamese a comma before three digits is a decimal comma, whatever a writer of English means by it.
    if thousands and not (thousands == "," and not decimals and len(whole.lstrip("0")) < 7):
        whole = f"{int(whole):,}".replace(",", thousands)
    made = whole + (point + decimals if decimals else "")
    if chance.random() < 0.1:
        made = made.translate(str.maketrans("0123456789", chance.choice(_DIGITS)))
    if sign:
        made = chance.choice(_MINUS) + made
    return made if chance.random() < 0.7 else chance.choice(_AROUND) + made + chance.choice(_AROUND)
