"""Whether a word is spelt as a Vietnamese syllable may be: what tells Vietnamese from what merely looks like it."""

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STOPPED = "\u0301\u0323"  # a syllable that ends in a stop takes one of two tones
_SPELLING = re.compile(
    r"""
    (?P<initial>ngh|ng|nh|ph|th|tr|ch|gh|gi|kh|qu|[bcdđghklmnrstvx])?
    (?P<nucleus>uyê|uya|uây|uôi|ươi|ươu|oai|oay|oao|oeo|iêu|yêu|uyu|uao
      |ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê
      |a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)
    (?P<final>ch|nh|ng|c|m|n|p|t)?
    """,
    re.VERBOSE,
)
# Vowels that no syllable ends in.
_CLOSED = ("ă", "â", "oă", "uâ", "iê", "yê", "uô", "ươ", "uyê")
_FRONT = "ieêy"


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether the word, in any case, is spelt as a Vietnamese syllable."""
    loose = unicodedata.normalize("NFD", word.lower())
    tones = [letter for letter in loose if letter in _TONES]
    found = _SPELLING.fullmatch(unicodedata.normalize("NFC", loose.translate(dict.fromkeys(map(ord, _TONES)))))
    if found is None or len(tones) > 1:
        return False
    initial, nucleus, final = found["initial"] or "", found["nucleus"], found["final"] or ""
    if nucleus in _CLOSED and not final:
        return False
    if final in ("c", "ch", "p", "t") and not (tones and tones[0] in _STOPPED):
        return False
    if len(nucleus) == 3 and final and nucleus != "uyê":
        return False
    if len(nucleus) == 2 and nucleus[-1] in "iouy" and final and nucleus != "uy":
        return False
    front = nucleus[0] in _FRONT
    return not (initial in ("k", "gh", "ngh") and not front) and not (initial in ("c", "ng") and front)
