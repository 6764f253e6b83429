"""A page tells what it calls and cites, each with its place, without being rendered."""

from inspect import signature

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.outputs.html.page_macros import PageMacros
from macros.problems.problem import Place
from macros.reading.author_macros import AuthorMacros, macro_signatures
from macros.reading.narrative import NarrativePage, parse_page
from macros.reading.page_calls import DYNAMIC
from macros.record import Citation, Period

PIECES = ["{{", "}}", "{%", "%}", "{#", "#}", "raw", "endraw", "for", "in", "observation", "a", '"', "'", "(", ")"]
PIECES += ["[", "]", "{", "}", ":", ",", "=", "1", " ", "\n", "\r\n", "\f", "---\n", "period: 2031-S1\n"]


def page(text: str, source: str = "bao-cao/x.md") -> NarrativePage:
    parsed, problems = parse_page(f"docs/{source}", source, text)
    assert problems == []
    assert parsed is not None
    return parsed


def test_a_call_has_its_line_column_and_arguments() -> None:
    (call,) = page('# Đầu\n\nSố hồ sơ: {{ observation("ho-so", unit=False, digits=2) }}.').calls
    assert (call.macro, call.arguments, call.keywords) == ("observation", ("ho-so",), {"unit": False, "digits": 2})
    assert call.place == Place("docs/bao-cao/x.md", 3, 14)
    assert call.place_of("ho-so") == Place("docs/bao-cao/x.md", 3, 26)


def test_calls_of_one_name_on_one_line_have_their_own_columns() -> None:
    calls = page('{{ abbr("A") }} và {{ abbr("A") }}').calls
    assert [call.place.column for call in calls] == [4, 23]
    assert [call.place_of("A").column for call in calls] == [9, 28]


def test_an_argument_of_a_call_over_several_lines_has_its_own_line() -> None:
    (call,) = page('{{ key_figures(\n    "mot",\n    "hai",\n    period="2031-S1",\n) }}').calls
    assert call.arguments == ("mot", "hai")
    assert [str(call.place_of(a)) for a in ("mot", "hai", "2031-S1")] == [
        "docs/bao-cao/x.md:2:5",
        "docs/bao-cao/x.md:3:5",
        "docs/bao-cao/x.md:4:12",
    ]


@pytest.mark.parametrize("argument", ["x", "x.y", "1 if x else 2", '"a" | upper ~ x', "x[0]", "{[1]: 2}", "1 / 0"])
def test_an_argument_that_only_rendering_knows_is_dynamic(argument: str) -> None:
    (call,) = page(f"{{{{ abbr({argument}) }}}}").calls
    assert call.arguments == (DYNAMIC,)


@pytest.mark.parametrize("arguments", ["*x", "**x", '"a", *x'])
def test_spread_arguments_are_dynamic(arguments: str) -> None:
    (call,) = page(f"{{{{ abbr({arguments}) }}}}").calls
    assert call.arguments == (DYNAMIC,)


def test_raw_blocks_and_comments_call_nothing() -> None:
    text = '{% raw %}{{ abbr("A") }}{% endraw %}{# {{ abbr("B") }} #}{{ abbr("C") }}'
    assert [call.arguments for call in page(text).calls] == [("C",)]


def test_names_are_those_that_the_page_does_not_set_itself() -> None:
    text = "{% set own = 1 %}{{ own }}{{ strange }}\n{% for row in rows %}{{ row }}{{ loop.index }}{% endfor %}"
    assert [(name, place.line, place.column) for name, place in page(text).names] == [
        ("strange", 1, 30),
        ("rows", 2, 15),
        ("loop", 2, 34),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_period_of_the_front_matter_is_that_of_the_page(newline: str) -> None:
    read = page(newline.join(["---", "title: Báo cáo", "period: 2031-S1", "---", "", "{{ annex() }}"]))
    assert read.period == Period.parse("2031-S1")
    assert read.period_place == Place("docs/bao-cao/x.md", 3, 9)
    assert read.calls[0].place.line == 6


@pytest.mark.parametrize(
    "text", ["", "# Không có phần đầu", "---\ntitle: x\n---\n", "Chữ\n---\nperiod: 2031-S1\n---\n"]
)
def test_a_page_may_have_no_period(text: str) -> None:
    assert page(text).period is None


def test_citations_have_their_heading_and_their_number() -> None:
    text = """\
---
period: 2031-S1
---
Mở đầu {{ document("a") }}.

## Theo {{ document("a", "Kế hoạch A") }} ##

Lại {{ document(document="a") }}, rồi {{ document("b") }}.
"""
    assert list(page(text).citations()) == [
        Citation("a", "bao-cao/x.md", "", 1),
        Citation("a", "bao-cao/x.md", "Theo Kế hoạch A", 2),
        Citation("a", "bao-cao/x.md", "Theo Kế hoạch A", 3),
        Citation("b", "bao-cao/x.md", "Theo Kế hoạch A", 1),
    ]


def test_only_a_report_rests_on_what_it_cites() -> None:
    text = '---\nperiod: 2031-S1\n---\n{{ document("a") }}'
    assert list(page(text, "huong-dan/macro.md").citations()) == []


def test_a_syntax_error_has_its_line() -> None:
    parsed, (problem,) = parse_page("docs/x.md", "x.md", "# Đầu\n\n{{ annex( }}\n")
    assert parsed is None
    assert (problem.code, problem.place) == ("E501", Place("docs/x.md", 3, 1))


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join) | st.text())
def test_no_text_raises(text: str) -> None:
    parsed, problems = parse_page("docs/x.md", "x.md", text)
    assert parsed is not None or problems


def test_endless_brackets_are_told_as_a_syntax_error() -> None:
    _, (problem,) = parse_page("docs/x.md", "x.md", f"{{{{ {'(' * 5000}1{')' * 5000} }}}}")
    assert problem.code == "E501"


@pytest.mark.parametrize("name", macro_signatures())
def test_every_macro_takes_what_is_written_in_the_guide(name: str) -> None:
    assert signature(getattr(PageMacros, name)) == signature(getattr(AuthorMacros, name))
    assert getattr(AuthorMacros, name).__doc__


@given(st.text("ab`{}%#]()\n ", max_size=60))
def test_blanking_moves_nothing(text: str) -> None:
    read, _ = parse_page("docs/x.md", "x.md", text)
    for lines in (read.written_lines(), read.typed_lines(), read.lines()) if read else ():
        assert [len(line) for line in lines] == [len(line) for line in text.split("\n")]
        assert all(
            new in (" ", old)
            for line, was in zip(lines, text.split("\n"), strict=True)
            for new, old in zip(line, was, strict=True)
        )
