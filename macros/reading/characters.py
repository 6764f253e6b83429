"""Letters that look right and are not."""

import re
from collections.abc import Iterator

from macros.problems import Place, Problem, shorten
from macros.vietnamese import invisible_characters, is_nfc


def character_problems(place: Place, text: str, whole_line: bool = False) -> Iterator[Problem]:
    """Text is precomposed (NFC) and holds nothing that a reader cannot see: the problems of one that is not so.

    Of a text that is a `whole_line`, the column of the letters is known too.
    """
    if not is_nfc(text):
        found = next(word for word in re.finditer(r"\S+", text) if not is_nfc(word[0]))
        yield Problem(
            _at(place, found.start(), whole_line),
            "E104",
            f"chữ «{shorten(found[0])}» có dấu viết rời (không phải Unicode dựng sẵn, NFC)",
            "chữ dựng sẵn",
            f"chạy «congkhai fmt {place.path}» để tự sửa",
        )
    if hidden := invisible_characters(text):
        first = next(n for n, letter in enumerate(text) if invisible_characters(letter))
        before = " ".join(text[max(first - 60, 0) : first].split()[-3:])
        spot = f"ngay sau «{before}»" if before else "ở đầu đoạn"
        found_hidden = f"có ký tự không nhìn thấy ({', '.join(hidden)}) {spot}"
        remedy = "xóa chỗ này rồi gõ lại bằng tay, không dán"
        yield Problem(_at(place, first, whole_line), "E105", found_hidden, "chữ nhìn thấy được", remedy)


def _at(place: Place, offset: int, whole_line: bool) -> Place:
    return Place(place.path, place.line, offset + 1) if whole_line else place
