"""Of an author's HTML nothing is left but what Markdown makes, and all of that is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.markup import allowed
from macros.markup.allowed import Kind, Refused, refused, safe_address, sanitized, text_only
from macros.markup.pictures import picture_fault

MARKDOWN = (
    '<h2 id="ket-qua">Kết quả<a class="headerlink" href="#ket-qua" title="Liên kết tới mục này">#</a></h2>\n'
    '<p>Tỷ lệ &lt; 50 và &gt; 20 &amp; <a href="https://vi-du.example/?a=1&amp;b=2">đây</a><br />\n'
    '<img alt="Biểu đồ" src="../bieu-do.png" /> <code>&lt;script&gt;</code></p>\n<hr />\n'
    '<table>\n<thead>\n<tr>\n<th style="text-align: right;">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
    '<td style="text-align: right;">1</td>\n</tr>\n</tbody>\n</table>\n'
    '<div class="footnote"><ol><li id="fn:1"><p>x&#160;<a class="footnote-backref" href="#fnref:1">y</a></p></li></ol>'
    "</div>"
)


def test_what_markdown_makes_is_on_the_list() -> None:
    assert refused(MARKDOWN) == []
    assert refused(sanitized(MARKDOWN)) == []
    assert "style" not in sanitized(MARKDOWN)


def test_what_macros_print_is_on_the_list_where_macros_are() -> None:
    printed = (
        '<p><button class="explain__button" type="button" popovertarget="giai-nghia-vt-a"><abbr>A</abbr></button></p>'
    )
    assert refused(printed, macros=True) == []
    assert refused(printed) == [Refused(Kind.ELEMENT, "button")]


@pytest.mark.parametrize(
    ("html", "pieces", "left"),
    [
        ("<p>a<script>alert(1)</script></p>", [Refused(Kind.ELEMENT, "script")], "<p>a</p>"),
        ("<p onclick='x()'>a</p>", [Refused(Kind.ATTRIBUTE, "p", "onclick", "x()")], "<p>a</p>"),
        (
            '<p><a href="java&#10;script:x">a</a></p>',
            [Refused(Kind.ADDRESS, "a", "href", "java\nscript:x")],
            "<p><a>a</a></p>",
        ),
        (
            '<p><img src="//la.example/x.png" alt="x"></p>',
            [Refused(Kind.PICTURE, "img", "src", "//la.example/x.png")],
            '<p><img alt="x"></p>',
        ),
        ("<p>a<!-- b --></p>", [Refused(Kind.ELEMENT, "!--")], "<p>a</p>"),
        ("<p>a</p></article>", [Refused(Kind.STRUCTURE)], "<p>a</p>"),
        ('<p class="masthead">a</p>', [Refused(Kind.ATTRIBUTE, "p", "class", "masthead")], "<p>a</p>"),
        ('<p title="\ue0000\ue001">a</p>', [Refused(Kind.MACRO, "p", "title", "\ue0000\ue001")], "<p>a</p>"),
        ("<meta http-equiv=refresh content='0;url=//a'>", [Refused(Kind.ELEMENT, "meta")], ""),
        ("<iframe src=//a></iframe>", [Refused(Kind.ELEMENT, "iframe")], ""),
    ],
)
def test_what_is_not_on_the_list_is_told_and_goes(html: str, pieces: list[Refused], left: str) -> None:
    assert refused(html) == pieces
    assert sanitized(html) == left


@pytest.mark.parametrize(
    "address",
    [
        "https://vi-du.example/a?b=c#d",
        "http://vi-du.example",
        "mailto:van-thu@vi-du.example",
        "tel:0123",
        "../a.md#b",
        "#b",
        "?a=b",
        "a/b:c",
        "",
    ],
)
def test_a_link_may_lead_there(address: str) -> None:
    assert safe_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:x",
        " javascript:x",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//la.example",
        "/\\la.example",
        "\\\\la.example",
        "https:la.example",
        "https:///la.example",
        "https://a@la.example/",
        "java\u00adscript:x",
        "x\ue002y",
        "a:b",
    ],
)
def test_a_link_may_not_lead_there(address: str) -> None:
    assert not safe_address(address)


def test_words_alone_are_left_of_a_heading() -> None:
    assert text_only('a &lt; b <img src=x onerror=y><b onclick="z">c</b><script>d</script>') == "a &lt; b c"


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n....", None),
        ("a.JPG", b"\xff\xd8\xff\xe0....", None),
        ("a.gif", b"GIF89a", None),
        ("a.webp", b"RIFF\x00\x00\x00\x00WEBP", None),
        ("a.png", b"GIF89a", "không phải ảnh PNG như đuôi tệp ghi"),
        ("a.png", b"", "là tệp rỗng"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(2_000_000), "nặng quá 2 MB"),
        ("a.bmp", b"BM", "không phải ảnh loại png, jpg, jpeg, webp, gif"),
        ("a.svg", b"<svg/>", "không phải ảnh loại png, jpg, jpeg, webp, gif"),
    ],
)
def test_a_picture_is_what_its_name_says_(name: str, content: bytes, fault: str | None) -> None:
    assert picture_fault(name, content) == fault


def test_what_is_clean_stays_as_it_is() -> None:
    """Found by chance: a byte-order mark came first only after what stood before it had gone."""
    cleaned = sanitized("<![CDATA[<?x ?>\ufeff[a](b)")
    assert sanitized(cleaned) == cleaned
    assert refused(cleaned, macros=True) == []


TAGS = ["<p>", "</p>", "<em>", "</em>", "<b>", "<script>", "<hr />", "<hr>", "<br/>", '<a href="x&#95;y">', "</a>"]
ODD_TAGS = [
    "<a href=x&#32;id=y>",
    '<a href="&#106;avascript:x">',
    "<em&#32;>",
    "<p&#233;>",
    '<p id="a&#34;b">',
    "<",
    ">",
]
REFERENCES = ["&#34;", "&#60;", "&#160;", "&nbsp;", "&#233;", "&#8617;", "&#65;", "&#96;", "&amp;", "&lt;", "&#10;"]
ODD_REFERENCES = ["&#55296;", "&#0;", "&#38;lt;", "&#1234567;", "&#", ";"]
PIECES = [*TAGS, *ODD_TAGS, *REFERENCES, *ODD_REFERENCES, *'"xé \u00a0']


@settings(max_examples=2000)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_another_spelling_is_told_from_another_page(html: str) -> None:
    """What is let through without being parsed is what parsing would let through."""
    cleaned = allowed._cleaned(html, macros=True)
    if allowed._respelt(html) == allowed._respelt(cleaned):
        assert allowed._tokens(html) == allowed._tokens(cleaned)
