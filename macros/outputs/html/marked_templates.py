"""Templates that mark the words which are put into them, as they escape them: where a word stands is known beforehand.

What stands between the places of a template is its author's HTML. It is gone through once, when the template is
compiled, and says of each place whether running text stands there. So no page is gone through when it is made.
"""

import re
from collections.abc import Callable, Iterable, Iterator, MutableMapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from jinja2 import Environment, TemplateAssertionError, nodes
from markupsafe import Markup

# No running text, or words whose language or meaning is told already. None of these holds another of its own name.
_WHOLE = ("script", "style", "title", "code", "pre", "kbd", "samp", "textarea", "select", "button", "svg", "abbr")
_WITH_LANGUAGE = ("span", "em", "strong", "bdi", "cite", "i", "q")
_OPENS = re.compile(r"<(?:!--|(/?)([A-Za-z][\w-]*))")
_ENDS = re.compile("[\"'>]")
_LANGUAGE = re.compile(r"\slang=")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in HTML a part of a template ends.

    `tag` is what has been written of the tag that is open, `quote` the sign that ends the value in it, `whole` the
    element around it whose words are left as they are.
    """

    tag: str = ""
    quote: str = ""
    whole: str = ""

    @property
    def is_text(self) -> bool:
        return not self.tag and not self.whole

    def after(self, html: str) -> "_Place":
        """The place behind a piece of HTML."""
        place, at = self, 0
        while at < len(html):
            place, at = place._step(html, at)
        return place

    def _step(self, html: str, at: int) -> tuple["_Place", int]:
        if self.tag == "!--":
            end = html.find("-->", at)
            return (self, len(html)) if end < 0 else (replace(self, tag=""), end + 3)
        if self.quote:
            end = html.find(self.quote, at)
            return (self, len(html)) if end < 0 else (replace(self, quote=""), end + 1)
        if self.tag:
            return self._in_tag(html, at)
        opened = _OPENS.search(html, at)
        if opened is None:
            return self, len(html)
        return replace(self, tag=opened[0].removeprefix("<")), opened.end()

    def _in_tag(self, html: str, at: int) -> tuple["_Place", int]:
        found = _ENDS.search(html, at)
        if found is None:
            return replace(self, tag=self.tag + html[at:]), len(html)
        tag = self.tag + html[at : found.start()]
        if found[0] != ">":
            return replace(self, tag=tag, quote=found[0]), found.end()
        return _Place(whole=self._whole_after(tag)), found.end()

    def _whole_after(self, tag: str) -> str:
        name = re.split(r"[\s/]", tag.removeprefix("/"), maxsplit=1)[0].lower()
        if self.whole:
            return "" if tag == f"/{self.whole}" else self.whole
        is_whole = name in _WHOLE or (name in _WITH_LANGUAGE and _LANGUAGE.search(tag))
        return name if is_whole and not tag.startswith("/") else ""


class MarkedTemplates(Environment):
    """Templates that put in running text through `text`, and sentences with `say`, which marks as well.

    Where no running text stands, `say` is `say_plain`. In an environment that does not escape by itself, it is what a
    template escapes that is marked.
    """

    text: Callable[[Any], Markup]
    say_plain: Callable[..., Markup]

    def marking(self, text: Callable[[Any], Markup], say: Callable[..., Markup], plain: Callable[..., Markup]) -> None:
        """What marks the words of one catalogue."""
        self.text, self.say_plain = text, plain
        self.globals["say"] = say

    def flat(self, value: Any) -> Any:
        """What is put into an attribute; raises ValueError where that is an element."""
        if isinstance(value, Markup) and "<" in value:
            raise ValueError(f"an element inside of an attribute: {value}")
        return value

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The names that a template sees: those of all, as a dict. A chain of several is slow to copy at each page."""
        return super().make_globals(d) if d else self.globals

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _Marked(bool(self.autoescape), name, filename).body(tree.body, _Place())
        return tree


@dataclass(frozen=True, slots=True)
class _Marked:
    """Goes through a template in the order in which it is written."""

    escapes: bool
    name: str | None
    filename: str | None

    def body(self, body: Iterable[nodes.Node], place: _Place) -> _Place:
        """Mark what stands in a part of a template that begins at a place; gives the place where it ends."""
        for node in body:
            place = self._node(node, place)
        return place

    def _node(self, node: nodes.Node, place: _Place) -> _Place:
        match node:
            case nodes.Output():
                return self._output(node, place)
            case nodes.If():
                parts = [node.body, *(other.body for other in node.elif_), node.else_]
                return self._same(node, [self.body(part, place) for part in parts])
            case nodes.For():
                return self._same(node, [self.body(node.body, place), self.body(node.else_, place), place])
            case nodes.Macro() | nodes.AssignBlock() | nodes.CallBlock():
                # It is put in where it is asked for: an element of its own.
                self._same(node, [self.body(node.body, _Place()), _Place()])
            case nodes.With() | nodes.Block() | nodes.Scope() | nodes.ScopedEvalContextModifier():
                return self.body(node.body, place)
        return place

    def _same(self, node: nodes.Node, ends: Sequence[_Place]) -> _Place:
        if self.escapes and len({(bool(end.tag), end.quote, end.whole) for end in ends}) != 1:
            message = "what follows stands at one place of the HTML or at another"
            raise TemplateAssertionError(message, node.lineno, self.name, self.filename)
        # Of a tag that is open, as much as there may be of it.
        return max(reversed(ends), key=lambda end: len(end.tag))

    def _output(self, output: nodes.Output, place: _Place) -> _Place:
        made: list[nodes.Expr] = []
        for child in output.nodes:
            if isinstance(child, nodes.TemplateData):
                place = place.after(child.data)
            elif place.is_text:
                child = self._text(child)
            else:
                _say_plainly(child)
                if place.quote and self.escapes:
                    child = _call("flat", child)
            made.append(child)
        output.nodes = made
        return place

    def _text(self, child: nodes.Expr) -> nodes.Expr:
        if self.escapes:
            return child if isinstance(child, nodes.Const) else _call("text", child)
        if isinstance(child, nodes.CondExpr):
            return nodes.CondExpr(child.test, self._text(child.expr1), child.expr2, lineno=child.lineno)
        if isinstance(child, nodes.Filter) and child.name in ("e", "escape") and child.node is not None:
            return _call("text", child.node)
        return child


def _call(method: str, child: nodes.Expr) -> nodes.Call:
    line = child.lineno
    return nodes.Call(nodes.EnvironmentAttribute(method, lineno=line), [child], [], None, None, lineno=line)


def _say_plainly(child: nodes.Expr) -> None:
    for call in _calls(child):
        if isinstance(call.node, nodes.Name) and call.node.name == "say":
            call.node = nodes.EnvironmentAttribute("say_plain", lineno=call.lineno)


def _calls(child: nodes.Expr) -> Iterator[nodes.Call]:
    if isinstance(child, nodes.Call):
        yield child
    yield from child.find_all(nodes.Call)
