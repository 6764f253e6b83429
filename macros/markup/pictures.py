"""Pictures: which bytes are one that a page may show."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError
from xml.parsers.expat import ExpatError

from macros.markup.allowed import safe_address

LARGEST_PICTURE = 2_000_000
# A picture's first bytes say its kind, whatever its name claims.
_KINDS: tuple[tuple[re.Pattern[bytes], tuple[str, ...]], ...] = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), ("png",)),
    (re.compile(rb"\xff\xd8\xff"), ("jpg", "jpeg")),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), ("webp",)),
    (re.compile(rb"GIF8[79]a"), ("gif",)),
)
ENDINGS = ("png", "jpg", "jpeg", "webp", "gif", "svg")
# A drawing that is opened alone is a page: it may draw, and nothing else.
_DRAWING = frozenset(
    [
        "svg",
        "g",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "title",
        "desc",
        "defs",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "mask",
        "pattern",
        "symbol",
        "use",
        "marker",
        "metadata",
    ]
)
_SVG = "{http://www.w3.org/2000/svg}"


def picture_fault(name: str, content: bytes) -> str | None:
    """Why the bytes of a file are no picture that a page may show (Vietnamese); None where they are one."""
    ending = name.rpartition(".")[2].lower()
    if ending not in ENDINGS:
        return f"không phải ảnh loại {', '.join(ENDINGS)}"
    if not content:
        return "là tệp rỗng"
    if len(content) > LARGEST_PICTURE:
        return f"nặng quá {LARGEST_PICTURE // 1_000_000} MB"
    if ending == "svg":
        return _drawing_fault(content)
    kind = next((endings for pattern, endings in _KINDS if pattern.match(content)), ())
    return None if ending in kind else f"không phải ảnh {ending.upper()} như đuôi tệp ghi"


def _drawing_fault(content: bytes) -> str | None:
    # Entities can swell without end and name files: a drawing needs none.
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        return "có khai báo DOCTYPE"
    try:
        root = _parsed(content)
    except (ParseError, ExpatError, ValueError, RecursionError, LookupError):
        return "không phải ảnh SVG đọc được"
    if root.tag != f"{_SVG}svg":
        return "không phải ảnh SVG đọc được"
    return next(_strange_parts(root), None)


def _parsed(content: bytes) -> Element:
    from xml.etree.ElementTree import fromstring

    return fromstring(content)


def _strange_parts(root: Element) -> Iterator[str]:
    for element in root.iter():
        name = element.tag.removeprefix(_SVG) if isinstance(element.tag, str) else ""
        foreign = name.startswith("{")
        if not foreign and name not in _DRAWING:
            yield f"có phần «{name}» không phải nét vẽ"
        for key, value in element.attrib.items():
            plain = key.rpartition("}")[2].lower()
            led = plain in ("href", "src") and not value.startswith("#")
            # `url(#id)` names a part of the same drawing.
            fetched = re.search(r"url\(\s*['\"]?(?!#)|@import|expression\(", value, re.IGNORECASE)
            if plain.startswith("on") or led or fetched or (plain == "href" and not safe_address(value)):
                yield f"có thuộc tính «{plain}» chạy mã hoặc gọi tới nơi khác"
