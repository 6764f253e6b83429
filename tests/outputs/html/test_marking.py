"""Short forms are found in the words of a report, foreign words everywhere, and nothing but tags is added."""

from dataclasses import replace
from decimal import Decimal
from xml.etree.ElementTree import Element, tostring

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

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
    ("text", "marked"),
    [
        ("Số TTHC mới", "Số <abbr>TTHC</abbr> mới"),
        ("(TTHC), KCN.", "(<abbr>TTHC</abbr>), <abbr>KCN</abbr>."),
        ("TT HT&DV KCN", "<abbr>TT HT&amp;DV KCN</abbr>"),
        ("10 HĐ 68, HĐ 681", "10 <abbr>HĐ 68</abbr>, HĐ 681"),
        ("TTHCC, xTTHC, tthc, TTHĐ, VDX", None),
        ("KH/CP", "<abbr>KH</abbr>/<abbr>CP</abbr>"),
        ("Kế hoạch số 15/KH-BQL, 68/2000/NĐ-CP, NĐ-CP, 7/KH, Số: /KH-BQL", None),
        ("Website, WEBSITE; websites", '<span lang="en">Website</span>, <span lang="en">WEBSITE</span>; websites'),
        ("web\u017fite \u212aH", None),
        ("Zola zola", '<span lang="fr">Zola</span> zola'),
        ("www.website.vn https://a.b/website x@website.vn website.html", None),
        ("a & b <website>", 'a &amp; b &lt;<span lang="en">website</span>&gt;'),
    ],
)
def test_what_is_marked_and_what_is_not(text: str, marked: str | None) -> None:
    assert marking().printed(text) == (text if marked is None else marked)
    made = Element("p")
    made.text = ""
    for part in marking().elements(text, short_forms=True):
        if isinstance(part, Element):
            made.append(part)
        elif len(made):
            made[-1].tail = part
        else:
            made.text += part
    assert tostring(made, encoding="unicode") == f"<p>{text if marked is None else marked}</p>"


def test_foreign_words_alone() -> None:
    marked = marking().elements("TTHC, website", short_forms=False)
    assert [part if isinstance(part, str) else (part.tag, part.text) for part in marked] == [
        "TTHC, ",
        ("span", "website"),
        "",
    ]


def test_words_that_entities_are_made_of_leave_them_whole() -> None:
    assert marking(amp="en", lt="en").printed("&<'&amp; amp") == (
        '&amp;&lt;\'&amp;<span lang="en">amp</span>; <span lang="en">amp</span>'
    )


@given(st.text("TTHCKw <>&\"'/.-@;68Đ"), st.text("websit TTHC&;#<>"))
def test_no_text_changes(text: str, word: str) -> None:
    """Whatever stands in data, and whatever words are listed, a reader reads the same."""
    found = marking(**{word: "en"}) if word.strip() else marking()
    for made in (found.printed(text), found.text(text), found.say("{text}", text=text)):
        root = lxml.html.fromstring(f"<p>{made}</p>")
        assert root.text_content() == text
        assert {part.tag for part in root.iter()} <= {"p", "abbr", "span"}
    parts = [part if isinstance(part, str) else part.text for part in found.elements(text, short_forms=True)]
    assert "".join(filter(None, parts)) == text


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
