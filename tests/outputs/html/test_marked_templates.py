"""Where a template puts in running text its words are marked; in tags, code and drawings they are not."""

from typing import Any

import pytest
from jinja2 import DictLoader, TemplateAssertionError
from markupsafe import Markup, escape

from macros.outputs.html.marked_templates import MarkedTemplates
from macros.wording import say


def environment(autoescape: bool = True, **templates: str) -> MarkedTemplates:
    """One in which running text stands between brackets."""

    def text(value: object) -> Markup:
        return Markup("[{}]").format(value) if type(value) is str else escape(value)

    def marked(sentence: str, **parts: Any) -> Markup:
        return Markup("[{}]").format(say(sentence, **parts))

    made = MarkedTemplates(loader=DictLoader(templates), autoescape=autoescape)
    made.marking(text, marked, say)
    return made


def rendered(template: str, **others: str) -> str:
    given = {"x": "a<b", "html": Markup("<b>a</b>"), "yes": True, "no": False, "number": 7}
    return environment(**others).from_string(template).render(given)


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("{{ x }}", "[a&lt;b]"),
        ("{{ html }}{{ number }}", "<b>a</b>7"),
        ("<p>{{ x }} {{ 'c' }}</p>", "<p>[a&lt;b] c</p>"),
        ("<p class=\"{{ x }}\" title='{{ x }}'>{{ x }}</p>", "<p class=\"a&lt;b\" title='a&lt;b'>[a&lt;b]</p>"),
        ('<p title="\'{{ x }}">{{ x }}</p>', '<p title="\'a&lt;b">[a&lt;b]</p>'),
        ('<p title="a>b">{{ x }}</p>', '<p title="a>b">[a&lt;b]</p>'),
        ("<p{{ x }}>{{ x }}", "<pa&lt;b>[a&lt;b]"),
        ("<code><i>{{ x }}</i></code> {{ x }}", "<code><i>a&lt;b</i></code> [a&lt;b]"),
        ('<button type="button">{{ x }}</button>{{ x }}', '<button type="button">a&lt;b</button>[a&lt;b]'),
        ('<span lang="en">{{ x }}</span><span>{{ x }}</span>', '<span lang="en">a&lt;b</span><span>[a&lt;b]</span>'),
        ("<br>{{ x }}<!-- {{ x }} -->{{ x }}", "<br>[a&lt;b]<!-- a&lt;b -->[a&lt;b]"),
        ("1 < 2 {{ x }}", "1 < 2 [a&lt;b]"),
        ("{% if yes %}<p>{% else %}<div>{% endif %}{{ x }}", "<p>[a&lt;b]"),
        ('<p{% if yes %} id="{{ x }}"{% endif %}>{{ x }}', '<p id="a&lt;b">[a&lt;b]'),
        ("<ul>{% for n in [1] %}<li title='{{ x }}'>{{ x }}{% endfor %}", "<ul><li title='a&lt;b'>[a&lt;b]"),
        ("{% set y %}<p>{{ x }}</p>{% endset %}<b>{{ y }}</b>", "<b><p>[a&lt;b]</p></b>"),
        ("{% macro m(y) %}<i>{{ y }}</i>{% endmacro %}<p>{{ m(x) }}</p>", "<p><i>[a&lt;b]</i></p>"),
        ("{{ x if no }}{{ x if yes }}", "[a&lt;b]"),
        ("{{ say('{y}', y=x) }}<p title=\"{{ say('{y}', y=x) }}\">", '[a&lt;b]<p title="a&lt;b">'),
        ("<title>{{ say('{y}', y=x) if yes }}</title>", "<title>a&lt;b</title>"),
        ("<p>{% include 'part' %}</p>", "<p>[a&lt;b]</p>"),
    ],
)
def test_running_text_alone_is_marked(template: str, html: str) -> None:
    assert rendered(template, part="{{ x }}") == html


@pytest.mark.parametrize(
    "template",
    [
        "{% if yes %}<button>{% endif %}{{ x }}",
        '{% if yes %}<p title="{% else %}<p>{% endif %}{{ x }}',
        "{% for n in [1] %}<code>{% endfor %}{{ x }}",
        "{% set y %}<p title={% endset %}{{ x }}",
    ],
)
def test_a_template_whose_places_are_not_known_is_refused(template: str) -> None:
    with pytest.raises(TemplateAssertionError, match="what follows stands at one place of the HTML or at another"):
        rendered(template)


def test_no_element_gets_into_an_attribute() -> None:
    with pytest.raises(ValueError, match="an element inside of an attribute: <b>a</b>"):
        rendered('<p title="{{ html }}">')


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("<p>{{ x }}</p>", "<p>a<b</p>"),
        ('<p title="{{ x | e }}">{{ x | e }}</p>', '<p title="a&lt;b">[a&lt;b]</p>'),
        ("{{ x | e if no }}{{ x | upper | e if yes }}", "[A&lt;B]"),
        ("<title>{{ say('{y}', y=x) }}</title>{{ say('{y}', y=x) }}", "<title>a&lt;b</title>[a&lt;b]"),
        # A project's own frame may be written in any way.
        ("{% if yes %}<button>{% endif %}{{ x | e }}", "<button>[a&lt;b]"),
    ],
)
def test_what_escapes_nothing_by_itself_marks_what_is_escaped(template: str, html: str) -> None:
    assert environment(autoescape=False).from_string(template).render(x="a<b", yes=True, no=False) == html


def test_names_of_one_template_are_its_own() -> None:
    made = environment(one="{{ name }}", other="{{ name }}")
    made.globals["name"] = 1
    assert made.get_template("one", globals={"name": 2}).render() == "2"
    assert (made.get_template("other").render(), made.globals["name"]) == ("1", 1)
    made.globals["name"] = 3
    assert made.get_template("other").render() == "3"
