"""What a file says, in every way in which a reader or a program may take it."""

import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

# Entities inside of entities, as a feed has them, are taken apart so many times at most.
_DEEPEST = 3
_LARGEST_PART = 50_000_000
_INLINE = re.compile(
    r"<!--.*?-->|</?(?:a|abbr|b|bdi|bdo|big|button|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|rp|rt|ruby|s|samp|"
    r"small|span|strong|sub|sup|time|tspan|tt|u|var|wbr|w:t|w:r|a:t)(?=[\s/>])[^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]*>")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_ESCAPE = re.compile(r"\\u\{([0-9A-Fa-f]{1,6})\}|\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})|\\([nrtbf\"'/\\])")


def readings(content: bytes) -> Iterator[str]:
    """The texts in the bytes of a file: as they are, without tags, and with what is escaped in them put in."""
    if content.startswith(b"\x1f\x8b"):
        yield from _unzipped(content)
    elif content.startswith(b"PK\x03\x04"):
        yield from _archived(content)
    elif b"\0" in content[:4096]:
        # Names in the properties of a picture or an office file stand there in one of these.
        yield from (content.decode(encoding, "ignore") for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
    else:
        yield from text_readings(content.decode("utf-8", "replace"))


def text_readings(text: str) -> Iterator[str]:
    """The same of a text."""
    for _ in range(_DEEPEST):
        yield text
        if "<" in text:
            yield _TAG.sub(" ", _INLINE.sub("", text))
        plain = _put_in(text)
        if plain == text:
            return
        text = plain
    yield text


def _put_in(text: str) -> str:
    if "\\" in text:
        text = _ESCAPE.sub(_escaped, text)
    if "&" in text:
        text = unescape(text)
    return _PERCENT.sub(lambda run: unquote(run[0], errors="ignore"), text) if "%" in text else text


def _escaped(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if code is None:
        return " " if match[4] in "nrtbf" else match[4]
    number = int(code, 16)
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else " "


def _unzipped(content: bytes) -> Iterator[str]:
    try:
        with gzip.open(io.BytesIO(content)) as file:
            yield from readings(file.read(_LARGEST_PART))
    except (OSError, EOFError, zlib.error):
        return


def _archived(content: bytes) -> Iterator[str]:
    """An office file is an archive of texts."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for part in archive.infolist():
                yield part.filename
                with archive.open(part) as file:
                    yield from text_readings(file.read(_LARGEST_PART).decode("utf-8", "ignore"))
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return
