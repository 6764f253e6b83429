"""Short forms are found in the words of a report, foreign words everywhere, and nothing but tags is added."""

from dataclasses import replace
from decimal import Decimal

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from macros.outputs.html.marking import Marking
from macros.outputs.html.renderer import Renderer
from macros.record import Abbreviation
from tests.good_project import good_catalogue
from tests.whole_pages import whole_pages

SHORT = {
    "KH": "kế hoạch",
    "CP": "Chính phủ",
    "TTHC": "thủ tục hành chính",
    "HĐ 68": "hợp đồng",
    "TT HT&DV KCN": "Trung tâm",
    "KCN": "khu công nghiệp",
    "VDX": None,
}


def marking(**foreign: str) -> Marking:
    known = {short: Abbreviation(short, meaning, expanded_in_source=False) for short, meaning in SHORT.items()}
    words = foreign or {"website": "en", "Zola": "fr"}
    return Marking(replace(good_catalogue(), abbreviations=known, foreign_words=words))


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>Số TTHC mới</p>", "<p>Số <abbr>TTHC</abbr> mới</p>"),
        ("<p>(TTHC), KCN.</p>", "<p>(<abbr>TTHC</abbr>), <abbr>KCN</abbr>.</p>"),
        ("<p>TT HT&amp;DV KCN</p>", "<p><abbr>TT HT&amp;DV KCN</abbr></p>"),
        ("<p>10 HĐ 68, HĐ 681</p>", "<p>10 <abbr>HĐ 68</abbr>, HĐ 681</p>"),
        ('<a href="/TTHC/" title="TTHC">TTHC</a>', '<a href="/TTHC/" title="TTHC"><abbr>TTHC</abbr></a>'),
        ("<p>TTHCC, xTTHC, tthc, TTHĐ, VDX</p>", None),
        ("<p>KH/CP</p>", "<p><abbr>KH</abbr>/<abbr>CP</abbr></p>"),
        ("<p>Kế hoạch số 15/KH-BQL, 68/2000/NĐ-CP, NĐ-CP, 7/KH, Số: /KH-BQL</p>", None),
        (
            "<p>Website, WEBSITE; websites</p>",
            '<p><span lang="en">Website</span>, <span lang="en">WEBSITE</span>; websites</p>',
        ),
        ("<p>web\u017fite \u212aH</p>", None),
        ("<p>Zola zola</p>", '<p><span lang="fr">Zola</span> zola</p>'),
        ("<p>www.website.vn https://a.b/website x@website.vn website.html</p>", None),
        ("<p>a &amp; b &lt;website&gt;</p>", '<p>a &amp; b &lt;<span lang="en">website</span>&gt;</p>'),
        ('<span lang="en">my website <b>website</b></span>', None),
        ('<p>x <button type="button"><abbr>TTHC</abbr></button></p>', None),
        ('<p><abbr title="a">TTHC</abbr></p>', None),
        ("<pre>TTHC</pre><code>website</code><style>.website{}</style><script>TTHC > website</script>", None),
        ("<svg><title>TTHC website</title></svg><select><option>TTHC</option></select>", None),
        ("<!-- TTHC website --><title>TTHC</title>", None),
    ],
)
def test_what_is_marked_and_what_is_not(html: str, marked: str | None) -> None:
    assert marking().marked(html, short_forms=True) == (html if marked is None else marked)


def test_foreign_words_alone() -> None:
    assert marking().marked("<p>TTHC, website</p>", short_forms=False) == '<p>TTHC, <span lang="en">website</span></p>'


def test_words_that_entities_are_made_of_leave_them_whole() -> None:
    html = "<p>&amp;&nbsp;&#160; amp</p>"
    assert (
        marking(amp="en", nbsp="en").marked(html, short_forms=True)
        == '<p>&amp;&nbsp;&#160; <span lang="en">amp</span></p>'
    )


def test_marking_twice_is_marking_once() -> None:
    once = marking().marked("<p>TTHC trên website, 15/KH-BQL</p>", short_forms=True)
    assert marking().marked(once, short_forms=True) == once


@given(st.text("TTHCKw <>&\"'/.-@;68Đ"), st.text("websit TTHC&;#<>"))
def test_no_text_changes(text: str, word: str) -> None:
    """Whatever stands in data, and whatever words are listed, a reader reads the same, and links stay as they are."""
    found = marking(**{word: "en"}) if word.strip() else marking()
    html = f'<p><a href="{escape(text)}">{escape(text)}</a></p>'
    before, after = lxml.html.fromstring(html), lxml.html.fromstring(found.marked(html, short_forms=True))
    assert after.text_content() == before.text_content()
    assert [link.get("href") for link in after.iter("a")] == [link.get("href") for link in before.iter("a")]
    assert {part.tag for part in after.iter()} <= {"p", "a", "abbr", "span"}


def test_the_short_forms_of_texts_are_those_that_a_page_marks() -> None:
    texts = ["TT HT&DV KCN của KCN", "số 15/KH-BQL", "KCN, TTHC, VDX"]
    assert [entry.short for entry in marking().short_forms(*texts)] == ["TT HT&DV KCN", "KCN", "TTHC"]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (None, ""),
        ("", ""),
        ("TTHC <b>&", "<abbr>TTHC</abbr> &lt;b&gt;&amp;"),
        ("15/KH-BQL, KH trên website", '15/KH-BQL, <abbr>KH</abbr> trên <span lang="en">website</span>'),
    ],
)
def test_a_text_of_a_report_is_html_with_its_short_forms_marked(text: str | None, html: str) -> None:
    assert marking().printed(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Website & TTHC", '<span lang="en">Website</span> &amp; TTHC'),
        ("\"website\" 'x'", '&#34;<span lang="en">website</span>&#34; &#39;x&#39;'),
        (Markup("<b>website</b>"), "<b>website</b>"),
        (Decimal("43.750"), "43.750"),
        (None, "None"),
    ],
)
def test_a_text_of_ours_has_foreign_words_marked_and_what_is_html_stays(text: object, html: str) -> None:
    assert marking().text(text) == html


def test_a_sentence_is_marked_with_what_is_put_into_it() -> None:
    said = marking().say("Trên {link} & website: {text}", link=Markup("<b>website</b>"), text="<website>")
    website = '<span lang="en">website</span>'
    assert said == f"Trên <b>website</b> &amp; {website}: &lt;{website}&gt;"
    with pytest.raises(KeyError):
        marking().say("{text}")


def test_words_that_stand_as_html_without_tags_keep_their_entities() -> None:
    assert marking(amp="en").escaped("A &amp; amp") == 'A &amp; <span lang="en">amp</span>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "Theo KH: “Số TTHC” & “KH”, không phải TTHC",
            "Theo KH: “Số <abbr>TTHC</abbr>” &amp; “<abbr>KH</abbr>”, không phải TTHC",
        ),
        ("“KCN” <KCN>", "“<abbr>KCN</abbr>” &lt;KCN&gt;"),
        ("KCN “chưa đóng KH", "KCN “chưa đóng KH"),
        ("website “KH”", '<span lang="en">website</span> “<abbr>KH</abbr>”'),
    ],
)
def test_a_sentence_of_ours_has_short_forms_in_what_it_quotes_alone(text: str, html: str) -> None:
    assert marking().quoting(text) == html


# Words that our sentences are full of and no label or note of the invented project has, as if they were short forms.
OURS = ("Xem", "trang", "Sao chép", "Tải", "dự thảo")


def test_no_sentence_of_ours_is_marked_on_any_generated_page() -> None:
    known = {short: Abbreviation(short, "bịa đặt", expanded_in_source=False) for short in (*OURS, "Số")}
    renderer = Renderer(replace(good_catalogue(), abbreviations=known))
    pages = list(whole_pages(renderer))
    shown = " ".join(lxml.html.fromstring(page.html).text_content() for page in pages if page.html)
    assert [short for short in OURS if short not in shown] == []
    explained = {page.address: renderer.explained(page.html, page.address, page.opened) for page in pages}
    wrong = [
        (address, short) for address, html in explained.items() for short in OURS if f"<abbr>{short}</abbr>" in html
    ]
    assert wrong == []
    # The other way: the same kind of word in a label opens wherever the label stands.
    assert sum("<abbr>Số</abbr>" in html for html in explained.values()) > len(explained) / 2
