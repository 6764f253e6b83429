"""A relation's line to its parts.

One line states one relation:

    rate of two counts      ke-hoach-ty-le = da-hoan-thanh / de-ra
    total of parts          tong = phan-mot + phan-hai
    difference              vang-mat = duoc-giao - co-mat
    not above               da-xu-ly <= phat-hien
    equal                   don-vi = don-vi-tu-chu
    implied by a 0          tong = 0 => phan-mot, phan-hai
    at least one of each    each thu-tuc has ho-so
    number in its own note  tong = "Một cửa: #":ho-so + "Liên thông: #":ho-so
    number in another note  tong = khac."Một cửa: #":ho-so
    number in the narrative duoc-giao = narrative."gồm # biên chế":nguoi

A quoted pattern is read as words, `#` as the number, and the id behind it is the unit that the number counts; alone, it
means the note of the first figure on the left.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from macros.record import Period, SeriesKey, series_key
from macros.record.relation import (
    Expression,
    Figure,
    NarrativeNumber,
    NoteNumber,
    Operator,
    Ratio,
    Relation,
    RelationType,
    Sum,
    Term,
)

_SIGNS = (Operator.EQUAL, Operator.NOT_ABOVE, Operator.IMPLIES_ZERO)
_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"


@dataclass(frozen=True, slots=True)
class NotARelation(Exception):
    """Why a line states no relation."""

    found: str


@dataclass(frozen=True, slots=True)
class DeclaredRelation:
    """A relation and its life: the first and the last period whose reports it is held against; None for no such end."""

    relation: Relation
    first: Period | None = None
    last: Period | None = None

    def lives_in(self, period: Period) -> bool:
        """Whether the relation is held against the report on a period."""
        after = self.last is not None and period.order > self.last.order
        return not after and (self.first is None or period.order >= self.first.order)


def parse_relation(id: str, line: str, type: RelationType = RelationType.QUERY) -> Relation:
    """The relation that a line states; raises NotARelation."""
    words = _words(line)
    signs = [word for word in words if word in _SIGNS]
    if signs == [Operator.EQUAL, Operator.IMPLIES_ZERO]:
        head, parts = _implication(words)
        return Relation(id, Operator.IMPLIES_ZERO, head, parts, type)
    if words[:1] == ["each"] and words.count("has") == 1 and not signs:
        left, right = _sides(words[1:], "has")
        return Relation(id, Operator.EACH_HAS, left, right, type)
    if len(signs) != 1 or signs[0] == Operator.IMPLIES_ZERO:
        raise NotARelation(
            "cần đúng một dấu “=” hoặc “<=”, hay dạng “mã = 0 => mã, mã”, “each mã has mã” (có dấu cách hai bên)"
        )
    left, right = _sides(words, signs[0])
    single = isinstance(left, Sum) and len(left.terms) == 1
    if isinstance(left, Ratio) or (isinstance(right, Ratio) and not single):
        raise NotARelation("phép chia chỉ có trong dạng “tỷ lệ = tử số / mẫu số”")
    return Relation(id, Operator(signs[0]), left, right, type)


def _sides(words: list[str], middle: str) -> tuple[Expression, Expression]:
    """What stands before and behind the word in the middle; a bare pattern means the note of the first figure."""
    at = words.index(middle)
    left = _expression(words[:at], None)
    own = next((term.series for term in left.terms if isinstance(term, Figure | NoteNumber)), None)
    return left, _expression(words[at + 1 :], own)


def _implication(words: list[str]) -> tuple[Sum, Sum]:
    """`head = 0 => part, part`; the head may be a sum."""
    middle = words.index(Operator.IMPLIES_ZERO)
    if words[max(middle - 2, 0) : middle] != [Operator.EQUAL, "0"]:
        raise NotARelation("trước “=>” phải là “mã = 0”")
    head = _expression(words[: middle - 2], None)
    if isinstance(head, Ratio):
        raise NotARelation("phép chia chỉ có trong dạng “tỷ lệ = tử số / mẫu số”")
    # A comma inside a pattern is the pattern's.
    parts = [part.rstrip(",") if '"' in part else part for part in words[middle + 1 :]]
    parts = [piece for part in parts for piece in ([part] if '"' in part else part.split(",")) if piece]
    if not parts:
        raise NotARelation("sau “=>” phải có ít nhất một mã")
    return head, Sum(tuple(_term(part, None) for part in parts))


def _words(line: str) -> list[str]:
    """The line's words; a quoted pattern stays whole, whatever it contains."""
    if line.count('"') % 2:
        raise NotARelation("dấu nháy kép không đi thành cặp")
    return re.findall(r'(?:[^\s"]*"[^"]*"[^\s"]*|[^\s"]+)', line)


def _expression(words: Sequence[str], own: SeriesKey | None) -> Expression:
    """A sum, difference or ratio of terms; `own` is whose note a bare pattern means."""
    if "/" in words:
        if len(words) != 3 or words[1] != "/":
            raise NotARelation("phép chia chỉ có một tử số và một mẫu số")
        return Ratio(_term(words[0], own), _term(words[2], own))
    signs = ["+", *words[1::2]]
    if len(words) % 2 == 0 or any(sign not in ("+", "-") for sign in signs):
        raise NotARelation("giữa hai mã phải là “+”, “-” hoặc “/” (có dấu cách hai bên)")
    terms = [_term(word, own) for word in words[::2]]
    plus = tuple(term for sign, term in zip(signs, terms, strict=True) if sign == "+")
    return Sum(plus, tuple(term for sign, term in zip(signs, terms, strict=True) if sign == "-"))


def _term(piece: str, own: SeriesKey | None) -> Term:
    match = re.fullmatch(rf'({_ID})?(?:(\.?)"([^"]*)"(?::({_ID}))?)?', piece)
    if match is None or not piece:
        raise NotARelation(f"không hiểu “{piece}”")
    name, dot, pattern, unit = match.groups()
    if pattern is None:
        if name.isdigit():
            raise NotARelation(f"không so với một con số cố định ({name})")
        return Figure(series_key(name))
    if pattern.count("#") != 1:
        raise NotARelation(f'mẫu "{pattern}" phải có đúng một dấu # ở chỗ của số')
    if not re.search(r"\w", pattern) and "/" not in pattern:
        raise NotARelation(f'mẫu "{pattern}" phải có ít nhất một từ đứng cạnh số')
    if bool(name) != bool(dot):
        raise NotARelation(f"không hiểu “{piece}”")
    if name == "narrative":
        return NarrativeNumber(pattern, unit)
    whose = series_key(name) if name else own
    if whose is None:
        raise NotARelation(f'mẫu "{pattern}" ở vế trái phải có mã chỉ tiêu đứng trước')
    return NoteNumber(whose, pattern, unit)
