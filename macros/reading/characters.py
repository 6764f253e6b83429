"""Letters that look right and are not."""

from collections.abc import Iterator

from macros.problems import Place, Problem, shorten
from macros.vietnamese import invisible_characters, is_nfc


def character_problems(place: Place, text: str) -> Iterator[Problem]:
    """Text is precomposed (NFC) and holds nothing that a reader cannot see: the problems of one that is not so."""
    if not is_nfc(text):
        word = next(word for word in text.split() if not is_nfc(word))
        yield Problem(
            place,
            "E104",
            f"chữ «{shorten(word)}» có dấu viết rời (không phải Unicode dựng sẵn, NFC)",
            "chữ dựng sẵn",
            # The formatter knows data files only.
            f"chạy «congkhai fmt {place.path}» để tự sửa"
            if place.path.startswith("data/")
            else "gõ lại đoạn này bằng bộ gõ Unicode dựng sẵn",
        )
    if hidden := invisible_characters(text):
        first = next(n for n, letter in enumerate(text) if invisible_characters(letter))
        before = " ".join(text[max(first - 60, 0) : first].split()[-3:])
        spot = f"ngay sau «{before}»" if before else "ở đầu đoạn"
        found = f"có ký tự không nhìn thấy ({', '.join(hidden)}) {spot}"
        yield Problem(place, "E105", found, "chữ nhìn thấy được", "xóa chỗ này rồi gõ lại bằng tay, không dán")
