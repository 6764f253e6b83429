"""A sentence with links is told in stretches: its words as they are, each link by itself."""

import pytest

from macros.faces.linked_text import Part, filled, plain

LINK = Part("Cơ quan {a}", "gioi-thieu/")


def test_the_words_around_a_link_stand_together() -> None:
    told = filled("Số liệu {period} của {agency}.", period="năm {2031}", agency=LINK)
    assert told == (Part("Số liệu năm {2031} của "), LINK, Part("."))
    assert filled("{told} {note}", told=told, note="Hết.") == (*told[:2], Part(". Hết."))
    assert plain(told) == "Số liệu năm {2031} của Cơ quan {a}."


def test_a_sentence_of_nothing_has_no_stretch_and_links_stand_apart() -> None:
    assert filled("{a}", a="") == ()
    assert filled("{a}{a}", a=LINK) == (LINK, LINK)


def test_a_place_without_words_is_a_mistake() -> None:
    with pytest.raises(KeyError, match="agency"):
        filled("{agency}")
