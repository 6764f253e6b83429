"""A conversion's line to its parts: how the figures of ended indicators continue in a new one.

one takes over from two   muc-do-3 + muc-do-4
a part is taken away      tong - phan-chuyen-di
another unit              trieu-dong * 1000000
"""

import re
from decimal import Decimal

from macros.record import Part, series_key

_PART = re.compile(r"(?P<indicator>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\s+\*\s+(?P<factor>[0-9]+(?:\.[0-9]+)?))?")


class NotAConversion(Exception):
    """A line that states no conversion; the message says why."""


def parse_conversion(line: str) -> tuple[Part, ...]:
    """The parts that a line adds up; raises NotAConversion."""
    pieces = re.split(r"\s+([+-])\s+", line.strip())
    parts = [_part(sign, piece) for sign, piece in zip(["+", *pieces[1::2]], pieces[::2], strict=True)]
    named = [part.indicator for part in parts]
    if len(set(named)) < len(named):
        raise NotAConversion("mỗi mã chỉ dùng một lần")
    return tuple(parts)


def _part(sign: str, piece: str) -> Part:
    match = _PART.fullmatch(piece)
    if match is None:
        raise NotAConversion(f"không hiểu “{piece}”")
    factor = Decimal(match["factor"] or 1)
    if factor == 0:
        raise NotAConversion("không nhân với 0")
    return Part(series_key(match["indicator"]), factor if sign == "+" else -factor)
