"""A relation's line to its parts.

One line states one law:

    rate of two counts      ke-hoach-ty-le = da-hoan-thanh / de-ra
    total of parts          tong = phan-mot + phan-hai
    difference              vang-mat = duoc-giao - co-mat
    not above               da-xu-ly <= phat-hien
    equal                   don-vi = don-vi-tu-chu
    implied by a 0          tong = 0 => phan-mot, phan-hai
    number in its own note  tong = "Một cửa: #" + "Liên thông: #"
    number in another note  tong = khac."Một cửa: #"
    number in the narrative duoc-giao = narrative."gồm # biên chế"

A quoted pattern is read as words, `#` as the number; alone, it means the note of the first figure on the left.
"""

import re
from dataclasses import dataclass

from macros.agreement import Expression, Figure, NarrativeNumber, NoteNumber, Operator, Ratio, Relation, Sum, Term


@dataclass(frozen=True, slots=True)
class NotARelation(Exception):
    """Why a line states no relation."""

    found: str


def parse_relation(id: str, section: str, line: str) -> Relation:
    """The relation that a line states; raises NotARelation."""
    head, implies, parts = line.partition("=>")
    if implies:
        figure, equals, zero = head.rpartition("=")
        if not equals or zero.strip() != "0":
            raise NotARelation("trước «=>» phải là «mã = 0»")
        left = _expression(figure, None)
        terms = tuple(_term(part, None) for part in parts.split(","))
        return Relation(id, section, Operator.IMPLIES_ZERO, left, Sum(terms))
    for operator in (Operator.NOT_ABOVE, Operator.EQUAL):
        before, found, after = line.partition(f" {operator} ")
        if found:
            left = _expression(before, None)
            own = next((term.indicator for term in left.terms if isinstance(term, Figure | NoteNumber)), None)
            return Relation(id, section, operator, left, _expression(after, own))
    raise NotARelation("thiếu dấu «=», «<=» hoặc «=>» (có dấu cách hai bên)")


def _expression(text: str, own: str | None) -> Expression:
    """A sum, difference or ratio of terms; `own` is whose note a bare pattern means."""
    pieces = _split(text)
    if "/" in pieces:
        if len(pieces) != 3 or pieces[1] != "/":
            raise NotARelation("phép chia chỉ có một tử số và một mẫu số")
        return Ratio(_term(pieces[0], own), _term(pieces[2], own))
    signs = ["+", *pieces[1::2]]
    if len(pieces) % 2 == 0 or any(sign not in "+-" for sign in signs):
        raise NotARelation("giữa hai mã phải là «+», «-» hoặc «/» (có dấu cách hai bên)")
    terms = [_term(piece, own) for piece in pieces[::2]]
    plus = tuple(term for sign, term in zip(signs, terms, strict=True) if sign == "+")
    return Sum(plus, tuple(term for sign, term in zip(signs, terms, strict=True) if sign == "-"))


def _split(text: str) -> list[str]:
    """Terms and signs: words split at spaces, a quoted pattern kept whole."""
    return re.findall(r'(?:[^\s"]*"[^"]*"|[^\s"]+)', text)


def _term(piece: str, own: str | None) -> Term:
    match = re.fullmatch(r'([a-z0-9]+(?:-[a-z0-9]+)*)?(?:(\.?)"([^"]*)")?', piece.strip())
    if match is None or not piece.strip():
        raise NotARelation(f"không hiểu «{piece.strip()}»")
    name, dot, pattern = match.groups()
    if pattern is None:
        return Figure(name)
    if pattern.count("#") != 1:
        raise NotARelation(f'mẫu "{pattern}" phải có đúng một dấu # ở chỗ của số')
    if bool(name) != bool(dot):
        raise NotARelation(f"không hiểu «{piece.strip()}»")
    if name == "narrative":
        return NarrativeNumber(pattern)
    whose = name or own
    if whose is None:
        raise NotARelation(f'mẫu "{pattern}" ở vế trái phải có mã chỉ tiêu đứng trước')
    return NoteNumber(whose, pattern)
