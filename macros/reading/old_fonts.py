"""Vietnamese text of the time before Unicode: fonts that drew "T×nh h×nh" as "Tình hình", and files in their codes.

Found with more care than greed: a word counts only where it is spelt as no Vietnamese syllable and its conversion is.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from macros.reading.syllables import is_syllable

_TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
_TONE_OF = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_OF_A_AND_HAT = dict(zip("âáàåãä", ["", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"], strict=True))
_OF_A_AND_BREVE = dict(zip("êéèúüë", ["", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"], strict=True))
_VNI_ALONE = dict(zip("æóòôöñîÆÓÒÔÖÑÎ", "ỉĩịơưđỵỈĨỊƠƯĐỴ", strict=True))
_VNI = re.compile("([aeouyôöAEOUYÔÖ])([ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË])")
_HAT, _BREVE, _HORN = "\u0302", "\u0306", {"ô": "ơ", "ö": "ư"}
# Signs that no word has inside; those of measures and products may stand between letters.
_SIGN = re.compile(r"[¡¢£¤¥¦§¨©ª¬\u00ad®¶¸¹¼½¾]")
# "n×m", "µm": a product, a measure.
_MEASURE = re.compile(r"[A-Za-z]?[×÷·µ][A-Za-z]?")
_TOKEN = re.compile(r"(?:[^\W\d_]|[¡-\u00ad®µ¶·¸¹»¼½¾×÷])+")
_FEWEST = 2
# Syllables that every office text has.
_USUAL_WORDS = (
    "và của các công hành chính thủ tục cải cách được việc định cơ báo cáo đơn vị thực hiện số quan kế hoạch kết quả "
    "tình hình tổ chức nước năm tháng ngày quyết nghị thông tư phòng sở tỉnh huyện xã dân người hồ sơ ví dụ đã không "
    "với cho về trong theo có là đến từ tại này những nhà lý quản phục vụ kiểm tra"
)
_USUAL = frozenset(_USUAL_WORDS.split())


@dataclass(frozen=True, slots=True)
class OldText:
    """A text in the code of an old font: the name of the code, and its words with what they say."""

    code: str
    words: Mapping[str, str]


def tcvn3(text: str) -> str:
    """What a text in a font of TCVN3 (.VnTime) shows."""
    return "".join(_TCVN3.get(letter, letter) for letter in text)


def vni(text: str) -> str:
    """What a text in a font of VNI (VNI-Times) shows."""
    pieces, done = [], 0
    for pair in _VNI.finditer(text):
        letter = _vni_letter(pair[1], pair[2].lower())
        if letter:
            pieces += [_vni_rest(text[done : pair.start()]), letter]
            done = pair.end()
    return "".join([*pieces, _vni_rest(text[done:])])


def _vni_rest(text: str) -> str:
    return "".join(_VNI_ALONE.get(letter, letter) for letter in text)


def _vni_letter(vowel: str, mark: str) -> str:
    base = vowel.lower()
    if mark in _TONE_OF:
        loose = _HORN.get(base, base) + _TONE_OF[mark]
    elif mark in _OF_A_AND_HAT and base in "aeo":
        loose = base + _HAT + _OF_A_AND_HAT[mark]
    elif mark in _OF_A_AND_BREVE and base == "a":
        loose = base + _BREVE + _OF_A_AND_BREVE[mark]
    else:
        return ""
    letter = unicodedata.normalize("NFC", loose)
    return letter.upper() if vowel.isupper() else letter


def misread_utf8(text: str) -> str:
    """What a text says whose bytes of UTF-8 were read as a page of Windows; "" where it is none."""
    try:
        return b"".join(_windows_bytes(letter) for letter in text).decode("utf-8")
    except UnicodeError:
        return ""


def _windows_bytes(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")


_CODES: Mapping[str, Callable[[str], str]] = {"TCVN3 (ABC)": tcvn3, "VNI": vni}
MISREAD = "UTF-8 đọc nhầm thành Windows-1252"
_LATER_BYTES = bytes(range(0x80, 0xC0))
# How a letter begins whose bytes of UTF-8 were read as a page of Windows: a text without one is not looked through.
_MISREAD_LETTER = re.compile(
    f"[Â-ô][{re.escape(_LATER_BYTES.decode('cp1252', 'ignore') + _LATER_BYTES.decode('latin-1'))}]"
)


def old_text(text: str) -> OldText | None:
    """The old code that a text is in, None for text that is in none or may be something else."""
    if text.isascii():
        return None
    if _MISREAD_LETTER.search(text):
        misread = {word: _bare(misread_utf8(word)) for word in text.split() if not word.isascii()}
        if meant := {word: said for word, said in misread.items() if said and _says_more(said)}:
            return OldText(MISREAD, meant)
    tokens = [word for word in dict.fromkeys(_TOKEN.findall(text)) if not word.isascii()]
    candidates = [OldText(code, _meant(tokens, convert)) for code, convert in _CODES.items()]
    best = max(candidates, key=lambda found: len(found.words))
    sure = len(best.words) >= _FEWEST or any(_is_sure(word) for word in best.words)
    return best if sure else None


def _bare(word: str) -> str:
    return word.strip(".,;:!?()[]\"'“”‘’-–/")


def _says_more(word: str) -> bool:
    return not word.isascii() and all(is_syllable(part) for part in re.split(r"[/–-]", word) if part)


def _meant(tokens: Iterable[str], convert: Callable[[str], str]) -> dict[str, str]:
    """The words that are spelt as no syllable and say one when converted."""
    found = {}
    for word in tokens:
        if not any("a" <= letter.lower() <= "z" for letter in word) or is_syllable(word) or _MEASURE.fullmatch(word):
            continue
        said = convert(word)
        if said != word and is_syllable(said) and not said.isascii():
            found[word] = said
    return found


def _is_sure(word: str) -> bool:
    """Whether one word is enough: it has a sign inside that no word of any language has, or two odd letters."""
    return len(word) > _FEWEST and _SIGN.search(word) is not None


def code_of_bytes(raw: bytes) -> tuple[str, str]:
    """The code that the bytes of a text seem to be in, and a word as they say it; "" where that is not known.

    Only lines that are no UTF-8 are looked at: text of an old font may have been pasted among others.
    """
    found = []
    for name, text in _readings(b"\n".join(line for line in raw.split(b"\n") if not _is_utf8(line))):
        words = [word for word in re.findall(r"[^\W\d_]+", text) if not word.isascii()]
        right = [word for word in words if is_syllable(word)]
        usual = sum(1 for word in right if word.lower() in _USUAL)
        if words and len(right) * 3 >= len(words) * 2:
            found.append((usual, len(right), name, next((w for w in right if w.lower() in _USUAL), right[0])))
    found.sort(reverse=True)
    if not found or not found[0][0] or (len(found) > 1 and found[0][:2] == found[1][:2]):
        return "", ""
    return found[0][2], found[0][3]


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _readings(raw: bytes) -> Iterable[tuple[str, str]]:
    latin = raw.decode("latin-1")
    yield "TCVN3 (ABC)", tcvn3(latin)
    yield "VNI", vni(raw.decode("cp1252", "replace"))
    yield "Windows-1258", unicodedata.normalize("NFC", raw.decode("cp1258", "replace"))
