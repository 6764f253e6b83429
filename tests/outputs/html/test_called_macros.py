"""A page whose macros are called is what Jinja makes of it, and raises what Jinja raises."""

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from macros.outputs.html.called_macros import CalledMacros, Macros


def said(name: str, *arguments: object, **keywords: object) -> Markup:
    return Markup(f"<{name} {arguments} {keywords}>")


MACROS: Macros = {name: partial(said, name) for name in ("figure", "glossary")} | {"nothing": lambda: None}


def by_jinja(page: str) -> str:
    sandbox = SandboxedEnvironment(undefined=StrictUndefined)
    sandbox.globals.clear()
    return sandbox.from_string(page).render(MACROS)


def outcome(make: Callable[[str], str], page: str) -> tuple[str, object]:
    try:
        return "page", make(page)
    except (TemplateError, TypeError, ValueError, ArithmeticError, SyntaxError) as error:
        return type(error).__name__, str(error)


CALLS = [
    *(
        "{{ figure() }}",
        '{{ figure("a", 1, -2, 2.5, none, true) }}',
        "{{figure('a' 'b', x=\"c\")}}",
        "{{- glossary() -}}",
    ),
    *('{{ figure("{{ glossary() }}") }}', "{{ nothing() }}", '{{ figure(class="a") }}', '{{ figure("\\u1ebf") }}'),
]
OTHERS = [
    *("{# {{ figure() }} #}", "{% raw %}{{ figure() }}{% endraw %}", "{{ figure }}", "{{ nobody() }}", "{{ 1 + 1 }}"),
    *(
        "{{ figure(glossary()) }}",
        "{{ figure(9 ** 2) }}",
        "{{ figure(*[1]) }}",
        "{{ figure(**{'a': 1}) }}",
        "{{ 'a' }}",
    ),
    *(
        "{% if true %}{{ figure() }}{% endif %}",
        "{% set x = 1 %}{{ x }}",
        "{{ figure().upper() }}",
        "{{ figure()|upper }}",
    ),
    *("{{ figure(a=1, a=2) }}", "{{ range(2) }}", "{{ figure(", "}}", "{%", "{{ ''.__class__ }}", "{{ self.x() }}"),
]
TEXTS = ["", "\n", "\r\n", "# Chữ & <b>\n\n", "   ", "- một\n", "{ }", "\u00a0"]


@pytest.mark.parametrize("page", CALLS + OTHERS + TEXTS)
def test_one_piece_is_what_jinja_makes_of_it(page: str) -> None:
    assert outcome(lambda text: CalledMacros().put_in(text, MACROS), page) == outcome(by_jinja, page)


@given(st.lists(st.sampled_from(CALLS + CALLS + OTHERS + TEXTS + TEXTS), max_size=8).map("".join))
def test_a_page_is_what_jinja_makes_of_it(page: str) -> None:
    assert outcome(lambda text: CalledMacros().put_in(text, MACROS), page) == outcome(by_jinja, page)


@pytest.mark.parametrize("page", CALLS)
def test_nothing_is_compiled_where_macros_are_only_called(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SandboxedEnvironment, "compile", None)
    if "-2" not in page:
        CalledMacros().put_in(f"Chữ {page} chữ", MACROS)


def test_a_page_is_read_once_and_its_macros_are_called_each_time() -> None:
    called, spoken = CalledMacros(), iter("ab")
    assert [called.put_in("{{ say() }}", {"say": lambda: next(spoken)}) for _ in range(2)] == ["a", "b"]
