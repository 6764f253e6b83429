"""What is marked in the tree of a page of Markdown, in which order it is told, and what a page of ours is rid of."""

import re

import pytest

from macros.outputs.html.gathered import Opened
from macros.outputs.html.page_macros import PageMacros
from tests.outputs.html.page_trees import converted, macros_of


def opened(text: str, macros: PageMacros) -> tuple[str, ...]:
    converted(text, macros)
    return macros.page.gathered.opened.short_forms


TTHC, WEBSITE = "<abbr>TTHC</abbr>", '<span lang="en">website</span>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Số TTHC trên website", f"<p>Số {TTHC} trên {WEBSITE}</p>"),
        ('**TTHC** [website](https://website.vn "website")x', None),
        ("TTHC *a* TTHC **b TTHC** website", f"<p>{TTHC} <em>a</em> {TTHC} <strong>b {TTHC}</strong> {WEBSITE}</p>"),
        ("`TTHC` \\*TTHC\\* &amp;TTHC&copy;TTHC", f"<p><code>TTHC</code> *{TTHC}* &amp;{TTHC}&copy;{TTHC}</p>"),
        ("    TTHC website", "<pre><code>TTHC website\n</code></pre>"),
        ("```\nTTHC website\n```", "<pre><code>TTHC website\n</code></pre>"),
        ("- TTHC\n- a<br>TTHC", f"<ul>\n<li>{TTHC}</li>\n<li>a<br>{TTHC}</li>\n</ul>"),
        ("TTHC là\n\n*[TTHC]: thủ tục", '<p><abbr title="thủ tục">TTHC</abbr> là</p>'),
        ("a  \nb", "<p>a<br>\nb</p>"),
    ],
)
def test_the_texts_of_a_report_are_marked(text: str, html: str | None) -> None:
    if html is None:
        html = f'<p><strong>{TTHC}</strong> <a href="https://website.vn" title="website">{WEBSITE}</a>x</p>'
    macros = macros_of(is_report=True)
    assert converted(text, macros).replace(' class="language-"', "") == html


def test_on_a_page_of_ours_foreign_words_alone_are_marked() -> None:
    assert converted("TTHC trên website") == f"<p>TTHC trên {WEBSITE}</p>"


def test_headings_are_listed_without_marks_and_their_links_are_silent() -> None:
    silent = '<a aria-hidden="true" class="headerlink" href="#tren-website" tabindex="-1" title="x">#</a>'
    html = converted("## Trên website", permalink="#", permalink_title="x", slugify=lambda *_: "tren-website")
    assert html == f'<h2 id="tren-website">Trên {WEBSITE}{silent}</h2>'
    listed = converted("[TOC]\n\n## Trên website", slugify=lambda *_: "a")
    assert f'<li><a href="#a">Trên {WEBSITE}</a></li>' in listed


def test_no_column_is_aligned_by_a_style() -> None:
    assert "style" not in converted("a | b\n--- | ---:\n1 | 2")


@pytest.mark.parametrize(("text", "is_headed"), [("# a", True), ("a\n\n# b", True), ("## a", False), ("`# a`", False)])
def test_whether_a_page_has_a_heading_of_its_own_is_known(text: str, is_headed: bool) -> None:
    macros = macros_of()
    converted(text, macros)
    assert macros.page.is_headed is is_headed


def test_what_macros_give_is_marked_by_themselves_and_told_in_the_order_of_the_page() -> None:
    macros = macros_of(is_report=True)
    figure = macros.observation("ho-so-tiep-nhan", link=False)
    button = macros.abbr("TTHC")
    html = converted(f"CQVD: **{figure}**, {button} ({macros.indicator('bo-nhiem', 'website')})", macros)
    assert html == (
        '<p><abbr>CQVD</abbr>: <strong><span class="figure">112\u00a0hồ sơ</span></strong>, '
        '<button class="explain&#95;&#95;button" type="button" popovertarget="giai-nghia-vt-tthc">'
        f'<abbr>TTHC</abbr></button> (<a href="../chi-tieu/bo-nhiem/">{WEBSITE}</a>)</p>'
    )
    assert macros.page.gathered.opened.buttons == ("vt-tthc",)


def test_short_forms_are_told_in_the_order_in_which_they_stand() -> None:
    macros = macros_of(is_report=True)
    words = macros.indicator("bo-nhiem", "của TTHC")
    assert opened(f"Một[^1] {words}\n\n[^1]: CQVD, TTHC", macros) == ("TTHC", "CQVD")


@pytest.mark.parametrize("text", ["```\n{}\n```", "`{}`", "    {}", "| {} |\n| --- |\n| a |"])
def test_what_a_macro_gives_shows_no_sign_of_ours_wherever_it_stands(text: str) -> None:
    macros = macros_of()
    html = converted(text.format(macros.abbr("TTHC")), macros)
    assert "TTHC" in html
    assert re.search("[\ue000-\uf8ff]", html) is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Trên *website* & 1 < 2\n\na", "Trên website & 1 < 2"),
        ("# Hình ![của ta](a.png) &#65;[^1]\n\n[^1]: a", "Hình của ta A"),
        ("a\n\n# b", ""),
        ("## a", ""),
    ],
)
def test_the_title_of_a_page_is_the_words_of_the_heading_that_it_begins_with(text: str, title: str) -> None:
    macros = macros_of()
    converted(text, macros, permalink="#")
    assert macros.page.title == title


def test_a_block_that_stands_alone_needs_no_paragraph() -> None:
    macros = macros_of()
    first, second = macros.page.block("<table>", Opened()), macros.page.block("<ul>", Opened())
    text = f"{first}\n\na {first}\n\n{second}\n\n> {second}\n\n- x\n\n    {first}\n\n{second} {second}"
    assert macros.page.bound(converted(text, macros)) == (
        "<table>\n<p>a <table></p>\n<ul>\n<blockquote>\n<ul>\n</blockquote>\n"
        "<ul>\n<li>\n<p>x</p>\n<table>\n</li>\n</ul>\n<p><ul> <ul></p>"
    )
