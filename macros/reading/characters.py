"""Letters that look right and are not."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from macros.problems.problem import Place, Problem, shorten
from macros.reading.fixes import NO_WIDTH, ODD_SPACES, false_words
from macros.reading.lookalikes import lookalike_words
from macros.reading.old_fonts import MISREAD, OldText, old_text
from macros.reading.syllables import is_syllable
from macros.vietnamese import invisible_characters, is_invisible, is_nfc

_MENDABLE = re.compile(f"[{ODD_SPACES}{NO_WIDTH}]")
_BY_HAND = "xóa chỗ này rồi gõ lại bằng tay, không dán"
_LOOSE_MARK = re.compile("[\u0300-\u036f]")
_LOST = "\ufffd"
_SMALL = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_LETTERS = _SMALL + _SMALL.upper()
_SIGNS = "‘’“”–—…"
_PLAIN = re.compile(f"[ -~\n\t−{_SIGNS}{_LETTERS}]*")
_MARKED_WORD = re.compile(f"[A-Za-z]*[{_LETTERS}][A-Za-z{_LETTERS}]*")
# Behind such letters these signs may be bytes of UTF-8 that were read as a page of Windows.
_MISREAD = re.compile(f"[Â-ß][{_SIGNS}]|[à-ô][{_SIGNS}]{{2}}")
_MOST_TOLD = 5


def character_problems(place: Place, text: str, whole_line: bool = False) -> Iterator[Problem]:
    """Text is precomposed (NFC) and holds nothing that a reader cannot see: the problems of one that is not so.

    Of a text that is a `whole_line`, the column of the letters is known too; whether it is in the code of an old font
    is for the whole page to say.
    """
    if (text.isascii() and text.isprintable()) or _is_plain(text):
        return
    yield from _loose(place, text, whole_line)
    yield from _hidden(place, text, whole_line)
    yield from _lost(place, text, whole_line)
    if not whole_line and (old := old_text(text)) is not None:
        yield old_text_problem(place, old, old.words)
        return
    yield from _false(place, text, whole_line)


def page_problems(path: str, lines: Sequence[str]) -> Iterator[Problem]:
    """The problems of the letters of a page, line by line."""
    whole = "\n".join(lines)
    if _is_plain(whole):
        return
    old = old_text(whole)
    for number, line in enumerate(lines, 1):
        words = [word for word in old.words if word in line] if old else []
        if old and words:
            yield old_text_problem(Place(path, number, min(map(line.index, words)) + 1), old, words)
        else:
            yield from character_problems(Place(path, number), line, whole_line=True)


def _is_plain(text: str) -> bool:
    """Whether a text is of nothing but signs of which no law here has anything to say: nearly every text is one.

    Its words, as far as they have letters of Vietnamese, are spelt as syllables, or an old font may have written them.
    """
    if _PLAIN.fullmatch(text) is None or _MISREAD.search(text):
        return False
    return all(map(is_syllable, _MARKED_WORD.findall(text)))


def old_text_problem(place: Place, old: OldText, words: Iterable[str]) -> Problem:
    """A text in the code of an old font, with words of it and what they say."""
    shown = list(words)[:_MOST_TOLD]
    typed, said = " ".join(shown), " ".join(old.words[word] for word in shown)
    return Problem(
        place,
        "E110",
        f"chữ “{shorten(typed)}” là chữ của {font_name(old.code)}, nghĩa là “{shorten(said)}”",
        "chữ Unicode dựng sẵn",
        f"{conversion(old.code)}, hoặc gõ lại",
    )


def font_name(code: str) -> str:
    """A code as people call it."""
    return code if code == MISREAD else f"phông cũ {code}"


def conversion(code: str) -> str:
    """How a person converts a text out of an old code."""
    if code == MISREAD:
        return "mở lại bản gốc bằng mã hóa UTF-8 rồi chép lại đoạn này"
    return f"chuyển sang Unicode, ví dụ bằng UniKey Toolkit (Ctrl+Shift+F6): nguồn {code}, đích Unicode"


def _loose(place: Place, text: str, whole_line: bool) -> Iterator[Problem]:
    if not is_nfc(text):
        found = next(word for word in re.finditer(r"\S+", text) if not is_nfc(word[0]))
        yield Problem(
            _at(place, found.start(), whole_line),
            "E104",
            f"chữ “{shorten(found[0])}” có dấu viết rời (không phải Unicode dựng sẵn, NFC)",
            "chữ dựng sẵn",
            f"chạy “congkhai fmt {place.path}” để tự sửa",
        )
    elif mark := _LOOSE_MARK.search(text):
        found_mark = f"có dấu thanh đứng rời (U+{ord(mark[0]):04X}) {_spot(text, mark.start())}"
        yield Problem(_at(place, mark.start(), whole_line), "E104", found_mark, "chữ dựng sẵn", "gõ lại cả từ")


def _hidden(place: Place, text: str, whole_line: bool) -> Iterator[Problem]:
    if not (hidden := invisible_characters(text)):
        return
    spots = [n for n, letter in enumerate(text) if is_invisible(letter)]
    told = list(dict.fromkeys(_spot(text, n) for n in spots))
    where = ", ".join(told[:_MOST_TOLD]) + (f" và {len(told) - _MOST_TOLD} chỗ nữa" if len(told) > _MOST_TOLD else "")
    mechanical = all(_MENDABLE.match(text, n) for n in spots)
    remedy = f"chạy “congkhai fmt {place.path}” để tự sửa" if mechanical else _BY_HAND
    found = f"có ký tự không nhìn thấy ({', '.join(hidden)}) {where}"
    yield Problem(_at(place, spots[0], whole_line), "E105", found, "chữ nhìn thấy được", remedy)


def _spot(text: str, position: int) -> str:
    """Where a letter stands, by the words before it; of those that no one sees, the neighbours are left out."""
    seen = "".join(" " if is_invisible(letter) else letter for letter in text[max(position - 60, 0) : position])
    before = " ".join(seen.split()[-3:])
    return f"ngay sau “{before}”" if before else "ở đầu đoạn"


def _lost(place: Place, text: str, whole_line: bool) -> Iterator[Problem]:
    if (position := text.find(_LOST)) >= 0:
        found = f"có chữ đã mất (U+FFFD) {_spot(text.replace(_LOST, ' '), position)}"
        yield Problem(_at(place, position, whole_line), "E110", found, "chữ đọc được", "gõ lại chữ đã mất theo bản gốc")


def _false(place: Place, text: str, whole_line: bool) -> Iterator[Problem]:
    """Letters that look like those of Vietnamese: those that `congkhai fmt` puts right, and those of other scripts."""
    text = unicodedata.normalize("NFC", text)
    for word, meant in false_words(text)[:_MOST_TOLD]:
        at = _at(place, text.find(word), whole_line)
        found = f"chữ “{shorten(word)}” viết bằng ký tự khác với chữ nhìn thấy ({_codes(word, meant)})"
        yield Problem(at, "E111", found, f"“{shorten(meant)}”", f"chạy “congkhai fmt {place.path}” để tự sửa")
    for word, letter, meant in [*lookalike_words(text)][:_MOST_TOLD]:
        at = _at(place, text.find(word), whole_line)
        like = meant[word.index(letter)]
        found = f"chữ “{shorten(word)}” có ký tự U+{ord(letter):04X} của bộ chữ khác, chỉ giống chữ “{like}”"
        yield Problem(at, "E111", found, "chữ cái tiếng Việt", f"gõ lại “{shorten(meant)}”")


def _codes(word: str, meant: str) -> str:
    strange = dict.fromkeys(letter for letter in word if letter not in meant)
    return ", ".join(f"U+{ord(letter):04X}" for letter in strange)


def _at(place: Place, offset: int, whole_line: bool) -> Place:
    return Place(place.path, place.line, offset + 1) if whole_line else place
