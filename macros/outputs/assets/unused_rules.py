"""A style sheet of others without the rules that no page of ours can have a use for.

A rule stays when some page might have what its selector names: every class, id, element and attribute in it is a word
of what makes our pages. That is more than any page has, and never less, as long as no such word is put together of
pieces; tests hold the built pages against it.
"""

import re
from collections.abc import Iterable, Sequence, Set
from typing import Any, TypeAlias

import tinycss2
from tinycss2.ast import AtRule, QualifiedRule

# tinycss2 has no types of its own: a token, a declaration or a rule.
Node: TypeAlias = Any

_WORD = re.compile(r"[A-Za-z_][\w-]*")
# Names of attributes in the ways of HTML and of scripts: "data-md-level", `dataset.mdLevel`.
_DATASET = re.compile(r"dataset\.([a-z]\w*)")
# What holds rules of its own, and stays while it has one.
_GROUPS = frozenset({"media", "supports", "layer", "container"})
# Of the selectors inside of these one must match; what `:not()` holds asks for nothing.
_ANY_OF = frozenset({"is", "where", "has"})
# Names that pages have without a template that says so.
_ALWAYS = frozenset({"html", "head", "body", "root"})


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Every word in templates and programs that may be the name of an element, a class, an id or an attribute."""
    found = set(_ALWAYS)
    for text in texts:
        found.update(_WORD.findall(text))
        found.update(f"data-{_hyphened(name)}" for name in _DATASET.findall(text))
    # What writes SVG names attributes as Python can: `font_size`.
    return frozenset(found | {word.replace("_", "-") for word in found})


def _hyphened(name: str) -> str:
    return re.sub(r"[A-Z]", lambda capital: f"-{capital[0].lower()}", name)


def used_rules(sheet: str, words: Set[str], beside: str = "") -> str:
    """The style sheet without rules for what none of the words names, and without what only those had a use for.

    `beside` is all else that may use its variables and animations. What is no rule (a licence, the encoding) stays, and
    so does the order of what is left: which rule wins is as it was.
    """
    text = tinycss2.serialize(_possible_rules(tinycss2.parse_stylesheet(sheet), words))
    # What stands beside is long, and the same each time.
    variables, animations = _used_in(beside)
    variables |= set(re.findall(r"--[\w-]+", beside))
    # A variable may be of use to others alone that nobody uses.
    while (fewer := _without_unused(text, variables, animations)) != text:
        text = fewer
    return str(text)


def _possible_rules(nodes: Iterable[Node], words: Set[str]) -> list[Node]:
    kept = []
    for node in nodes:
        if isinstance(node, QualifiedRule):
            node.prelude = _possible_selectors(node.prelude, words)
            # A rule without a selector is none.
            if not node.prelude:
                continue
        elif _is_group(node):
            node.content = _possible_rules(tinycss2.parse_rule_list(node.content), words)
            if not any(isinstance(inner, QualifiedRule | AtRule) for inner in node.content):
                continue
        kept.append(node)
    return kept


def _is_group(node: Node) -> bool:
    return isinstance(node, AtRule) and node.lower_at_keyword in _GROUPS and node.content is not None


def _possible_selectors(prelude: Sequence[Node], words: Set[str]) -> list[Node]:
    """The selectors of a list that some page may match; all of them where one is of a vendor.

    To a browser that does not know it, such a selector makes the whole list worth nothing, and so it must stay.
    """
    selectors = _split(prelude, ",")
    possible = [selector for selector in selectors if _is_possible(selector, words)]
    if possible and any(_is_of_vendor(selector) for selector in selectors):
        return list(prelude)
    return [node for place, selector in enumerate(possible) for node in ([_COMMA] * (place > 0) + selector)]


_COMMA = tinycss2.parse_component_value_list(",")[0]


def _split(nodes: Iterable[Node], mark: str) -> list[list[Node]]:
    """The nodes between marks of the outermost level."""
    parts: list[list[Node]] = [[]]
    for node in nodes:
        if node.type == "literal" and node.value == mark:
            parts.append([])
        else:
            parts[-1].append(node)
    return parts


def _is_of_vendor(selector: Iterable[Node]) -> bool:
    return any(node.type in ("ident", "function") and _name(node).startswith("-") for node in selector)


def _name(node: Node) -> str:
    return str(node.name if node.type == "function" else node.value)


def _is_possible(selector: Sequence[Node], words: Set[str]) -> bool:
    """Whether each element, class, id and attribute that the selector asks for is among the words."""
    before = ""
    for node in selector:
        is_pseudo = before == ":"
        before = node.value if node.type == "literal" else ""
        match node.type:
            case "ident" if not is_pseudo:
                if node.value not in words:
                    return False
            case "hash":
                if node.value not in words:
                    return False
            case "[] block":
                if not _is_possible_attribute(node.content, words):
                    return False
            case "function" if node.lower_name in _ANY_OF:
                if not any(_is_possible(inner, words) for inner in _split(node.arguments, ",")):
                    return False
    return True


def _is_possible_attribute(content: Sequence[Node], words: Set[str]) -> bool:
    """Its name must be a word, and so must its value, where that is asked for whole and is one."""
    if any(node.type == "ident" and node.value not in words for node in content):
        return False
    asked = [node.value for node in content if node.type == "string"]
    is_whole = any(node.type == "literal" and node.value == "=" for node in content)
    return not is_whole or all(value in words for value in asked if _WORD.fullmatch(value))


_USED = re.compile(r"var\(\s*(--[\w-]+)")
_ANIMATED = re.compile(r"animation(?:-name)?\s*:([^;}]*)")


def _used_in(text: str) -> tuple[set[str], set[str]]:
    """The variables and the animations that a text uses."""
    animated = {word for value in _ANIMATED.findall(text) for word in re.findall(r"[\w-]+", value)}
    return set(_USED.findall(text)), animated


def _without_unused(text: str, variables: Set[str], animations: Set[str]) -> str:
    """The style sheet without variables and animations that it does not use and that are none of these."""
    own_variables, own_animations = _used_in(text)
    used = _used_nodes(tinycss2.parse_stylesheet(text), own_variables | variables, own_animations | animations)
    return str(tinycss2.serialize(used))


def _used_nodes(nodes: Iterable[Node], variables: Set[str], animations: Set[str]) -> list[Node]:
    kept = []
    for node in nodes:
        if isinstance(node, QualifiedRule):
            node.content = _used_declarations(node.content, variables)
            if not node.content:
                continue
        elif _is_group(node):
            node.content = _used_nodes(tinycss2.parse_rule_list(node.content), variables, animations)
            if not any(isinstance(inner, QualifiedRule | AtRule) for inner in node.content):
                continue
        elif _animation(node) not in {None, *animations}:
            continue
        kept.append(node)
    return kept


def _animation(node: Node) -> str | None:
    """The name of the animation that a rule lays down; None where it does something else."""
    is_one = isinstance(node, AtRule) and node.lower_at_keyword.endswith("keyframes")
    return tinycss2.serialize(node.prelude).strip() if is_one else None


def _used_declarations(content: Sequence[Node], variables: Set[str]) -> list[Node]:
    """Declarations but of variables that nobody uses; as they were where all are used."""
    declared = _split(content, ";")
    used = [part for part in declared if not _is_unused(part, variables)]
    if len(used) == len(declared):
        return list(content)
    return [node for place, part in enumerate(used) for node in ([_SEMICOLON] * (place > 0) + part)]


_SEMICOLON = tinycss2.parse_component_value_list(";")[0]


def _is_unused(declaration: Iterable[Node], variables: Set[str]) -> bool:
    first = next((node for node in declaration if node.type not in ("whitespace", "comment")), None)
    return first is not None and first.type == "ident" and first.value.startswith("--") and first.value not in variables
