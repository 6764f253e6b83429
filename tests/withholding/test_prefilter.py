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


@settings(max_examples=1000)
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=10).map("".join), min_size=2, max_size=5))
@example(["Châu", "x", "Châu\nHoàng Tú"])
@example(["<b", "Châu <b\n>Hoàng Tú"])
@example(["Hoàng <b>Tú", "Châu</b>", "Châu</b>\n\n\n<i></i>\nHoàng <b>Tú"])
@example(['id="Châu', 'Hoàng Tú"', 'id="Châu\nHoàng Tú"'])
@example(["Ch<!--", "Ch<!--\n-->âu Hoàng Tú"])
@example(["Ch<sup>", "<sup>\n<a>1</a></sup>âu Hoàng Tú", "Ch<sup>\n<a>1</a></sup>âu Hoàng Tú"])
@example(["Ch\0", "Ch\0âu", "Châu \0", "Châu Hoàng Tú\0"])
def test_what_was_met_in_other_texts_hides_no_name(texts: list[str]) -> None:
    prefilter = Prefilter(WITHHELD)
    for text in [*texts, "\n".join(texts)]:
        if not prefilter.may_say(text):
            assert [reading for reading in text_readings(text) if WITHHELD.found(reading)] == []


def test_a_name_in_lines_that_were_all_met_apart_is_found() -> None:
    prefilter = Prefilter(WITHHELD)
    for line in ("<td>Châu</td>", "<td>Hoàng</td>", "<td>Tú</td>", "", "x"):
        assert not prefilter.may_say(f"<p>{line}<p>\nx")
    assert prefilter.may_say("x\n<p><td>Châu</td><p>\n<p><td>Hoàng</td><p>\n<p><td>Tú</td><p>\nx")


def test_lines_are_let_go_when_there_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.withholding.prefilter._MOST_LETTERS", 40)
    prefilter = Prefilter(WITHHELD)
    texts = [f"một dòng thứ {n}\nmột dòng chung" for n in range(20)]
    assert [prefilter.may_say(text) for text in [*texts, "Châu Hoàng Tú", *texts]] == [
        *[False] * 20,
        True,
        *[False] * 20,
    ]


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
