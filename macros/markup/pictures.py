"""Pictures: which bytes are one that a page may show."""

import re

LARGEST_PICTURE = 2_000_000
# A picture's first bytes say its kind, whatever its name claims. A drawing (SVG) may run code.
_KINDS: tuple[tuple[re.Pattern[bytes], tuple[str, ...]], ...] = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), ("png",)),
    (re.compile(rb"\xff\xd8\xff"), ("jpg", "jpeg")),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), ("webp",)),
    (re.compile(rb"GIF8[79]a"), ("gif",)),
)
ENDINGS = tuple(ending for _, endings in _KINDS for ending in endings)


def picture_fault(name: str, content: bytes) -> str | None:
    """Why the bytes of a file are no picture that a page may show (Vietnamese); None where they are one."""
    ending = name.rpartition(".")[2].lower()
    if ending not in ENDINGS:
        return f"không phải ảnh loại {', '.join(ENDINGS)}"
    if not content:
        return "là tệp rỗng"
    if len(content) > LARGEST_PICTURE:
        return f"nặng quá {LARGEST_PICTURE // 1_000_000} MB"
    kind = next((endings for pattern, endings in _KINDS if pattern.match(content)), ())
    return None if ending in kind else f"không phải ảnh {ending.upper()} như đuôi tệp ghi"
