"""What is told not to say a name says none in any reading."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from macros.withholding.prefilter import Prefilter
from macros.withholding.readings import text_readings
from macros.withholding.withheld import Withheld

NAMES = ("Châu Hoàng Tú", "Lê An", "Bình")
WITHHELD = Withheld.of(NAMES)
# Within, between and around the words of a name, as an author, an extension or an attacker may put it.
PIECES = (
    *(
        "<b>",
        "</b>",
        "<td>",
        "</td>",
        "<sup>",
        "</sup>",
        "<a>",
        "</a>",
        "<!--",
        "-->",
        "<",
        ">",
        "<b\n",
        'title="',
        '"',
    ),
    *(
        'href="',
        'id="',
        "#muc-",
        "https://a.vn/",
        "@a.vn",
        "&lt;",
        "&gt;",
        "&#34;",
        "&amp;",
        "&#",
        ";",
        "%",
        "%41",
        "%C3%A2",
    ),
    *(
        "\\u00e2",
        "\\n",
        "&acirc;",
        "&#226;",
        "&amp;#226;",
        "\u0302",
        "\u00ad",
        "a\u0302",
        " ",
        "\n",
        "-",
        "/",
        "_",
        ".",
        "1",
        "ông ",
    ),
    *(
        "Châu",
        "CHÂU",
        "chau",
        "Ch",
        "âu",
        "Hoàng",
        "hoang",
        "Tú",
        "tu",
        "T",
        "ú",
        "Lê",
        "le",
        "An",
        "an",
        "Bình",
        "bình",
        "x",
    ),
)


@settings(max_examples=2000)
@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
@example("Ch<b>â</b>u Hoàng<!-- <i> --> T<sup><a>1</a></sup>ú")
@example("<sup><a>Châu Hoàng Tú</a></sup>")
@example('<p id="x>chau-hoang-tu">')
@example('<p title="Lê An">')
@example("L&#234; An")
def test_a_text_that_is_let_through_says_no_name_in_any_reading(text: str) -> None:
    prefilter = Prefilter(WITHHELD)
    if not prefilter.may_say(text):
        assert [reading for reading in text_readings(text) if WITHHELD.found(reading)] == []
        # What was remembered of it changes no answer.
        assert not prefilter.may_say(text)


@pytest.mark.parametrize(
    "text",
    [
        "<p>Châu bản, Hoàng thành và Tú tài</p>",
        '<a href="../le-hoi/#an-toan">Lê thị An</a>',
        "<td>Lê</td> <td>Văn</td> <td>An</td>",
        "Lệ An, Lê Ân",
    ],
)
def test_words_of_a_name_apart_are_let_through(text: str) -> None:
    assert not Prefilter(Withheld.of(NAMES[:2])).may_say(text)


def test_what_is_clean_is_remembered_apart_from_what_is_not() -> None:
    prefilter = Prefilter(WITHHELD)
    texts = ['<p title="Lê An"><i>', "<p><i>", '<p title="Lê An">', '<a href="lê-an">', '<a href="lê-văn">']
    assert [prefilter.may_say(text) for text in [*texts, *texts]] == [True, False, True, True, False] * 2
