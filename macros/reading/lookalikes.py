"""Letters of other scripts in Vietnamese words: they look right, and no search finds them."""

import re
import unicodedata
from collections.abc import Iterator

_LATIN_FOR = {
    **dict(zip("асеорхуіјѕԁһАВЕКМНОРСТУХІЅЈ", "aceopxyijsdhABEKMHOPCTYXISJ", strict=True)),
    **dict(zip("αοορνικυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aoopvikuABEZHIKMNOPTYX", strict=True)),
    **dict(zip("ɑɡıɩ", "agii", strict=True)),
}
_WORD = re.compile(r"[^\W\d_]+")
_OTHERS = re.compile(f"[{''.join(_LATIN_FOR)}]")


def lookalike_words(text: str) -> Iterator[tuple[str, str, str]]:
    """Each word with a letter of another script that looks like ours: the word, the letter, the word as it looks.

    A word that is of another script as a whole is none, nor is a letter of a formula that looks like no other: "μm".
    """
    if not _OTHERS.search(text):
        return
    foreign = any(letter not in _LATIN_FOR and _script(letter) in ("CYRILLIC", "GREEK") for letter in text)
    latin = any(_script(letter) == "LATIN" for letter in text)
    for word in _WORD.findall(text):
        others = [letter for letter in word if letter in _LATIN_FOR]
        rest = {_script(letter) for letter in word if letter not in _LATIN_FOR}
        if others and (rest == {"LATIN"} or (not rest and latin and not foreign)):
            yield word, others[0], "".join(_LATIN_FOR.get(letter, letter) for letter in word)


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
