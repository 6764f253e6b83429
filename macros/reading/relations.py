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
    words = _words(line)
    operators = [word for word in words if word in (Operator.EQUAL, Operator.NOT_ABOVE, Operator.IMPLIES_ZERO)]
    if operators == [Operator.EQUAL, Operator.IMPLIES_ZERO]:
        return _implication(id, section, words)
    if len(operators) != 1 or operators[0] == Operator.IMPLIES_ZERO:
        raise NotARelation("cần đúng một dấu «=» hoặc «<=», hay dạng «mã = 0 => mã, mã» (có dấu cách hai bên)")
    middle = words.index(operators[0])
    left = _expression(words[:middle], None)
    own = next((term.indicator for term in left.terms if isinstance(term, Figure | NoteNumber)), None)
    return Relation(id, section, Operator(operators[0]), left, _expression(words[middle + 1 :], own))


def _implication(id: str, section: str, words: list[str]) -> Relation:
    """`head = 0 => part, part`; the head may be a sum."""
    middle = words.index(Operator.IMPLIES_ZERO)
    if words[max(middle - 2, 0) : middle] != [Operator.EQUAL, "0"]:
        raise NotARelation("trước «=>» phải là «mã = 0»")
    parts = [part for word in words[middle + 1 :] for part in word.split(",") if part]
    if not parts:
        raise NotARelation("sau «=>» phải có ít nhất một mã")
    return Relation(
        id,
        section,
        Operator.IMPLIES_ZERO,
        _expression(words[: middle - 2], None),
        Sum(tuple(_term(part, None) for part in parts)),
    )


def _words(line: str) -> list[str]:
    """The line's words; a quoted pattern stays whole, whatever it contains."""
    if line.count('"') % 2:
        raise NotARelation("dấu nháy kép không đi thành cặp")
    return re.findall(r'(?:[^\s"]*"[^"]*"[^\s"]*|[^\s"]+)', line)


def _expression(words: list[str], own: str | None) -> Expression:
    """A sum, difference or ratio of terms; `own` is whose note a bare pattern means."""
    if "/" in words:
        if len(words) != 3 or words[1] != "/":
            raise NotARelation("phép chia chỉ có một tử số và một mẫu số")
        return Ratio(_term(words[0], own), _term(words[2], own))
    signs = ["+", *words[1::2]]
    if len(words) % 2 == 0 or any(sign not in ("+", "-") for sign in signs):
        raise NotARelation("giữa hai mã phải là «+», «-» hoặc «/» (có dấu cách hai bên)")
    terms = [_term(word, own) for word in words[::2]]
    plus = tuple(term for sign, term in zip(signs, terms, strict=True) if sign == "+")
    return Sum(plus, tuple(term for sign, term in zip(signs, terms, strict=True) if sign == "-"))


def _term(piece: str, own: str | None) -> Term:
    match = re.fullmatch(r'([a-z0-9]+(?:-[a-z0-9]+)*)?(?:(\.?)"([^"]*)")?', piece)
    if match is None or not piece:
        raise NotARelation(f"không hiểu «{piece}»")
    name, dot, pattern = match.groups()
    if pattern is None:
        if name.isdigit():
            raise NotARelation(f"không so với một con số cố định ({name})")
        return Figure(name)
    if pattern.count("#") != 1:
        raise NotARelation(f'mẫu "{pattern}" phải có đúng một dấu # ở chỗ của số')
    if not re.search(r"\w", pattern) and "/" not in pattern:
        raise NotARelation(f'mẫu "{pattern}" phải có ít nhất một từ đứng cạnh số')
    if bool(name) != bool(dot):
        raise NotARelation(f"không hiểu «{piece}»")
    if name == "narrative":
        return NarrativeNumber(pattern)
    whose = name or own
    if whose is None:
        raise NotARelation(f'mẫu "{pattern}" ở vế trái phải có mã chỉ tiêu đứng trước')
    return NoteNumber(whose, pattern)
