"""How a host of static files answers: types, directories, conditions, parts of a file. It never looks at a disk."""

import hashlib
import re
from collections.abc import Callable
from mimetypes import MimeTypes
from typing import NamedTuple
from urllib.parse import quote

_PLAIN = "text/plain; charset=utf-8"
# Not what a machine's registry has them be.
_TYPES = {
    "atom": "application/atom+xml",
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "gz": "application/gzip",
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "md": "text/markdown; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "txt": _PLAIN,
    "webp": "image/webp",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "xml": "application/xml",
}
_KNOWN = MimeTypes()
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
INDEX = "index.html"


class Answer(NamedTuple):
    """An answer of HTTP: its status, its headers and its body."""

    status: str
    headers: list[tuple[str, str]]
    body: bytes = b""


def address_of(path: str) -> str | None:
    """The address that a path of WSGI asks for, without the "/" that it begins with; None where it is no text."""
    try:
        asked = path.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return None
    return asked[1:] if asked.startswith("/") else None


def file_at(address: str, known: Callable[[str], bytes | None]) -> tuple[str, bytes] | str | None:
    """The file that stands at an address, as a directory's its index; or where it leads on to; None where nothing is.

    `known` gives the bytes of a file by its path.
    """
    file = f"{address}{INDEX}" if not address or address.endswith("/") else address
    content = known(file)
    if content is not None:
        return file, content
    if file == address and known(f"{address}/{INDEX}") is not None:
        return f"/{quote(address)}/"
    return None


def type_of(file: str) -> str:
    ending = file.rpartition(".")[2].lower()
    return _TYPES.get(ending) or _KNOWN.guess_type(file)[0] or "application/octet-stream"


def whole_or_part(file: str, content: bytes, match: str = "", wanted: str = "", status: str = "200 OK") -> Answer:
    """The file, or that it is as it was (`match` is If-None-Match), or the part that is `wanted` of it (Range)."""
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = [("Content-Type", type_of(file)), ("ETag", tag), ("Cache-Control", "no-cache")]
    if status != "200 OK":
        return Answer(status, [*headers, ("Content-Length", str(len(content)))], content)
    headers.append(("Accept-Ranges", "bytes"))
    if match.strip() == "*" or tag in (part.strip().removeprefix("W/") for part in match.split(",")):
        return Answer("304 Not Modified", headers)
    found = _RANGE.fullmatch(wanted.strip())
    if found is None or found[1] == found[2] == "":
        return Answer("200 OK", [*headers, ("Content-Length", str(len(content)))], content)
    return _part(headers, content, found[1], found[2])


def _part(headers: list[tuple[str, str]], content: bytes, first: str, last: str) -> Answer:
    size = len(content)
    begin = int(first) if first else max(size - int(last), 0)
    end = min(int(last) + 1, size) if first and last else size
    if begin >= end:
        return Answer(
            "416 Range Not Satisfiable", [*headers, ("Content-Range", f"bytes */{size}"), ("Content-Length", "0")]
        )
    part = content[begin:end]
    about = [("Content-Range", f"bytes {begin}-{end - 1}/{size}"), ("Content-Length", str(len(part)))]
    return Answer("206 Partial Content", [*headers, *about], part)


def plain(status: str, text: str, *headers: tuple[str, str]) -> Answer:
    """A few words."""
    body = text.encode()
    about = [("Content-Type", _PLAIN), ("Content-Length", str(len(body))), ("Cache-Control", "no-store")]
    return Answer(status, [*about, *headers], body)
