"""A style sheet without comments and without the white space that says nothing; all else as it was written."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import tinycss2
from tinycss2.ast import AtRule, Comment, QualifiedRule

# tinycss2 has no types of its own: a token, a declaration or a rule.
Node: TypeAlias = Any

# What holds rules and no declarations.
_GROUPS = ("media", "supports", "layer", "container", "keyframes")
# Around these a space says nothing: in any list, in a value, and in a selector, but in `:nth-child(2n + 1)`.
_LIST, _VALUE, _SELECTOR = frozenset(","), frozenset(",!"), frozenset(",>~+")
_SELECTING = ("is", "where", "has", "not")
_SPACE = tinycss2.parse_component_value_list(" ")[0]


def tight(sheet: str) -> str:
    """The style sheet, which no browser reads otherwise; `/*!` begins a comment that stays, such as a licence."""
    return _rules(tinycss2.parse_stylesheet(sheet, skip_whitespace=True))


def _rules(nodes: Iterable[Node]) -> str:
    return "".join(map(_rule, nodes))


def _rule(node: Node) -> str:
    if isinstance(node, Comment):
        return f"{node.serialize()}\n" if node.value.startswith("!") else ""
    if isinstance(node, QualifiedRule):
        return f"{_text(node.prelude, _SELECTOR)}{{{_declarations(node.content)}}}"
    if not isinstance(node, AtRule):
        # What no browser understands either stays for those who look for it.
        return str(node.serialize())
    head = f"@{node.at_keyword} {_text(node.prelude, _LIST)}".rstrip()
    if node.content is None:
        return f"{head};"
    if node.lower_at_keyword in _GROUPS:
        return f"{head}{{{_rules(tinycss2.parse_rule_list(node.content, skip_whitespace=True))}}}"
    return f"{head}{{{_declarations(node.content)}}}"


def _declarations(content: Sequence[Node]) -> str:
    parts: list[list[Node]] = [[]]
    for node in content:
        if node == ";":
            parts.append([])
        else:
            parts[-1].append(node)
    return ";".join(text for part in parts if (text := _declaration(part)))


def _declaration(nodes: Sequence[Node]) -> str:
    place = next((n for n, node in enumerate(nodes) if node == ":"), None)
    if place is None:
        return _text(nodes, _VALUE)
    name, value = _text(nodes[:place], _VALUE), _text(nodes[place + 1 :], _VALUE)
    # To be empty is a value that a variable may have.
    return f"{name}:{value or ' '}"


def _text(nodes: Sequence[Node], marks: frozenset[str]) -> str:
    return str(tinycss2.serialize(_without_spaces(nodes, marks)))


def _without_spaces(nodes: Sequence[Node], marks: frozenset[str]) -> list[Node]:
    """The nodes with one space where there were several, and none at the ends and around the marks."""
    made: list[Node] = []
    for node in nodes:
        if node.type == "comment":
            continue
        if node.type == "whitespace":
            if made and made[-1] is not _SPACE and not _is_mark(made[-1], marks):
                made.append(_SPACE)
            continue
        if _is_mark(node, marks) and made and made[-1] is _SPACE:
            made.pop()
        made.append(_inside(node, marks))
    return made[:-1] if made and made[-1] is _SPACE else made


def _is_mark(node: Node, marks: frozenset[str]) -> bool:
    return node.type == "literal" and node.value in marks


def _inside(node: Node, marks: frozenset[str]) -> Node:
    """The node with what it holds done alike; of selectors only where it holds selectors."""
    if node.type == "function":
        kept = marks if marks is not _SELECTOR or node.lower_name in _SELECTING else _LIST
        node.arguments = _without_spaces(node.arguments, kept)
    elif node.type in ("() block", "[] block", "{} block"):
        node.content = _without_spaces(node.content, _LIST)
    return node
