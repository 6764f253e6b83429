"""The keys of Telex and VNI that write a Vietnamese word: what a reader leaves whose typing aid is off."""

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Keys:
    """A way of typing: what is pressed for a tone and for a letter with a hook or a hat."""

    tones: dict[str, str]
    shapes: dict[str, str]


# Huyền, sắc, hỏi, ngã, nặng.
TONES = "\u0300\u0301\u0309\u0303\u0323"
TELEX = Keys(
    dict(zip(TONES, "fsrxj", strict=True)),
    {"ă": "aw", "â": "aa", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "đ": "dd"},
)
VNI = Keys(
    dict(zip(TONES, "21345", strict=True)),
    {"ă": "a8", "â": "a6", "ê": "e6", "ô": "o6", "ơ": "o7", "ư": "u7", "đ": "d9"},
)


def keys(word: str, way: Keys, *, late: bool = False) -> str:
    """The keys that write one word: each shape behind its letter, or `late` behind the syllable; the tone last."""
    tone, written = "", ""
    for letter in unicodedata.normalize("NFD", word.lower()):
        if letter in way.tones:
            tone = way.tones[letter]
        else:
            written += letter
    typed, behind = "", ""
    for letter in unicodedata.normalize("NFC", written):
        pressed = way.shapes.get(letter, letter)
        if late and letter != "đ" and letter in way.shapes:
            # "ươ" has one key for both its hooks.
            typed, behind = typed + pressed[0], behind or pressed[1]
        else:
            typed += pressed
    return typed + behind + tone


def typed_by_keys(text: str, way: Keys) -> str:
    """A text as it looks when every word of it is typed so."""
    return re.sub(r"[^\W\d_]+", lambda word: keys(word[0], way), unicodedata.normalize("NFC", text))
