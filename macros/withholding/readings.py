"""What a file says, in every way in which a reader or a program may take it."""

import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote, unquote_plus

# Entities inside of entities, as a feed has them, are taken apart so many times at most.
_DEEPEST = 3
_LARGEST_PART = 50_000_000
# An office file may hold another, and that one more.
_DEEPEST_ARCHIVE = 3
_INLINE = re.compile(
    r"<!--.*?-->|</?(?:a|abbr|b|bdi|bdo|big|button|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|rp|rt|ruby|s|samp|"
    r"small|span|strong|sub|sup|time|tspan|tt|u|var|wbr|w:t|w:r|a:t)(?=[\s/>])[^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
TAG = re.compile(r"<[^<>]*>")
# The number of a footnote is no part of the words around it.
FOOTNOTE_MARK = re.compile(r"<sup\b[^<>]*>\s*<a\b[^<>]*>[^<>]*</a>\s*</sup>")
# What parts words in an office file: ends of paragraphs and cells, tabs, breaks and spaces. Any other tag may stand
# within a word, where one letter is bold or a spelling checker has been.
_PARTING = re.compile(
    r"</(?:w:p|w:tc|a:p|text:p|text:h|si|is|c|row|table:table-cell)>"
    r"|<(?:w:(?:tab|br|cr|noBreakHyphen)|a:br|text:(?:s|tab|line-break))(?=[\s/>])[^<>]*>"
)
# Vietnamese in UTF-8, and in UTF-16 with its high byte behind or before; no name is shorter.
_LETTERS = re.compile(rb"(?:[\t\n\r -~]|[\xc2-\xdf][\x80-\xbf]|[\xe1\xe2][\x80-\xbf]{2}){4,}")
_WIDE_LETTERS = re.compile(rb"(?:[\x00-\xff][\x00\x01\x03\x1e\x20]){4,}")
_LETTERS_WIDE = re.compile(rb"(?:[\x00\x01\x03\x1e\x20][\x00-\xff]){4,}")
_PRESSED = (b"\x1f\x8b", b"PK\x03\x04")
# RuntimeError: the part has a password. NotImplementedError: it is pressed in a way that Python does not know.
_UNREADABLE = (OSError, EOFError, ValueError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError)
_PDF = b"%PDF-"
_PDF_STREAM, _PDF_STREAM_END = b"stream", b"endstream"
_PDF_HEX = re.compile(rb"<([0-9A-Fa-f\s]{8,})>")
_PDF_STRING = re.compile(rb"\((?:[^()\\]|\\.)*\)", re.DOTALL)
_PDF_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_UTF16 = b"\xfe\xff"
# What leads somewhere: addresses, places on a page, and what a tag is called. Each pattern begins with a sign that is
# rare, for which a text is searched far faster than for one of several letters.
_FOREIGN_ADDRESS = re.compile(r"://(?i:(?<=http://)|(?<=https://))[^\s\"'<>()\[\]]+")
_ANCHOR = re.compile(r"#([\w.%-]{5,})")
_CALLED = re.compile(r"=\"(?:(?<=id=\")|(?<=name=\")|(?<=href=\")|(?<=src=\"))([^\"]{5,})\"")
_MAIL_HOST = re.compile(r"@[\w-]+(?:\.[\w-]+)+")
_MAIL_NAME = re.compile(r"[\w.%+-]+\Z")
_LONGEST_MAIL_NAME = 64
# Words of two addresses are no words of one name.
_APART = " / "
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*")
_ESCAPE = re.compile(r"\\u\{([0-9A-Fa-f]{1,6})\}|\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})|\\([nrtbf\"'/\\])")


class Unsearchable(Exception):
    """A part of a file cannot be read: it is locked, broken, too large, too deep, or pressed in a way unknown here."""


def readings(content: bytes, depth: int = 0) -> Iterator[str]:
    """The texts in the bytes of a file: as they are, without tags, and with what is escaped in them put in.

    Raises Unsearchable at the end where a part of it could not be read.
    """
    if (text := plain_text(content)) is not None:
        yield from text_readings(text)
    elif content.startswith(_PRESSED[0]):
        yield from _unzipped(content)
    elif content.startswith(_PRESSED[1]):
        yield from _archived(content, depth)
    elif _PDF in content[:1024]:
        yield from _printed(content)
    else:
        yield from _binary(content)


def plain_text(content: bytes) -> str | None:
    """The text of a file that holds nothing else; None for one that is to be unpacked or holds other bytes."""
    if content.startswith(_PRESSED) or _PDF in content[:1024] or b"\0" in content[:4096]:
        return None
    return content.decode("utf-8", "replace")


def _binary(content: bytes) -> Iterator[str]:
    """Names in the properties of a picture or an office file stand there in one of these, from any byte on."""
    # Only what may be letters is decoded: a photograph would take half a minute.
    yield b"\n".join(_LETTERS.findall(content)).decode("utf-8", "ignore")
    yield "\n".join(run.decode("utf-16-le") for run in _WIDE_LETTERS.findall(content))
    yield "\n".join(run.decode("utf-16-be") for run in _LETTERS_WIDE.findall(content))


def text_readings(text: str) -> Iterator[str]:
    """The same of a text."""
    for level in levels(text):
        yield level
        if "<" in level:
            yield TAG.sub(" ", _INLINE.sub("", FOOTNOTE_MARK.sub("", level) if "<sup" in level else level))
        if addresses := list(addresses_in(level)):
            yield _APART.join(map(address_reading, addresses))


def levels(text: str) -> Iterator[str]:
    """The text as it is, and with what is escaped in it put in, until that changes nothing any more."""
    for _ in range(_DEEPEST):
        yield text
        text, before = _put_in(text), text
        if text == before:
            return
    yield text


def addresses_in(text: str) -> Iterator[str]:
    """What in a text leads somewhere or can be led to, of a foreign address what stands behind its scheme."""
    yield from _FOREIGN_ADDRESS.findall(text)
    yield from _ANCHOR.findall(text)
    yield from _CALLED.findall(text)
    for host in _MAIL_HOST.finditer(text):
        before = text[max(host.start() - _LONGEST_MAIL_NAME, 0) : host.start()]
        yield from _MAIL_NAME.findall(before)


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
            inside = file.read(_LARGEST_PART + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise Unsearchable from error
    yield from readings(inside)
    if len(inside) > _LARGEST_PART:
        raise Unsearchable


def address_reading(address: str) -> str:
    """The words of an address as words of a text, each with a capital: "bo-nhiem-le-van-tam.html", "LeVanTam.pdf"."""
    return re.sub(r"[\W_]+|(?<=[^\W\dA-Z_])(?=[A-Z])", " ", unquote_plus(address, errors="ignore")).title()


def _archived(content: bytes, depth: int) -> Iterator[str]:
    """An office file is an archive of texts, and of other files; what can be read of it is, whatever cannot."""
    lost = False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for part in archive.infolist():
                yield part.filename
                try:
                    yield from _part(_unpacked(archive, part), depth)
                except Unsearchable:
                    lost = True
    except _UNREADABLE as error:
        raise Unsearchable from error
    if lost:
        raise Unsearchable


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    try:
        with archive.open(part) as file:
            inside = file.read(_LARGEST_PART + 1)
    except _UNREADABLE as error:
        raise Unsearchable from error
    if len(inside) > _LARGEST_PART:
        raise Unsearchable
    return inside


def _part(content: bytes, depth: int) -> Iterator[str]:
    if content.lstrip()[:1] == b"<":
        text = content.decode("utf-8", "ignore")
        yield unescape(TAG.sub("", _PARTING.sub(" ", text)))
        yield from text_readings(text)
    elif depth < _DEEPEST_ARCHIVE:
        yield from readings(content, depth + 1)
    elif content.startswith(_PRESSED):
        raise Unsearchable


def _printed(content: bytes) -> Iterator[str]:
    """The properties, notes and bookmarks of a PDF file, also in parts that are pressed.

    Text of its pages is found only where it is kept as letters; most programs keep it as numbers of a font's shapes.
    """
    for part in (content, *_pressed(content)):
        yield from text_readings(b"\n".join(_LETTERS.findall(part)).decode("utf-8", "ignore"))
        yield from filter(None, map(_pdf_text, _pdf_strings(part)))


def _pressed(content: bytes) -> Iterator[bytes]:
    left = _LARGEST_PART
    begin = content.find(_PDF_STREAM)
    while 0 <= begin < (end := content.find(_PDF_STREAM_END, begin)) and left > 0:
        try:
            part = zlib.decompressobj().decompress(content[begin + len(_PDF_STREAM) : end].lstrip(b"\r\n"), left)
        except zlib.error:
            part = b""
        left -= len(part)
        yield part
        begin = content.find(_PDF_STREAM, end + len(_PDF_STREAM_END))


def _pdf_strings(content: bytes) -> Iterator[bytes]:
    for hexadecimal in _PDF_HEX.finditer(content):
        digits = b"".join(hexadecimal[1].split())
        yield bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    for literal in _PDF_STRING.finditer(content):
        yield _PDF_ESCAPE.sub(_pdf_escaped, literal[0][1:-1])


def _pdf_escaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8) & 0xFF]) if code.isdigit() and max(code) < 0x38 else b"" if code == b"\n" else code


def _pdf_text(string: bytes) -> str:
    """A string of a PDF file that says by its first bytes that it holds letters; others were read with their part."""
    return string[2:].decode("utf-16-be", "ignore") if string.startswith(_UTF16) else ""
