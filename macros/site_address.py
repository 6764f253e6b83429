"""The address of the site: a whole one, to which the address of a page can be added."""

import re
from urllib.parse import urlsplit

_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d+)?")
_PATH = re.compile(r"(?:/[A-Za-z0-9._~-]+)*/?")


def address_fault(address: str) -> str:
    """What keeps an address from being that of a site (Vietnamese), or ""."""
    # `urlsplit` takes off spaces, tabs and line breaks without a word.
    if re.search(r"[\s\x00-\x20\x7f-\xa0]", address):
        return "có dấu cách hoặc ký tự không nhìn thấy"
    try:
        parts = urlsplit(address)
        port_is_wrong = parts.port is not None and not parts.port
    except ValueError:
        return "viết sai"
    if parts.scheme not in ("http", "https"):
        return "thiếu https:// ở đầu"
    if "@" in parts.netloc:
        return "có tên người dùng hoặc mật khẩu"
    if not parts.netloc or not _HOST.fullmatch(parts.netloc) or ".." in parts.netloc or port_is_wrong:
        return "có tên miền viết sai"
    if "?" in address or "#" in address:
        return "có dấu ? hoặc #"
    if not _PATH.fullmatch(parts.path) or "/." in parts.path:
        return "có thừa dấu / hoặc có chữ không dùng trong địa chỉ"
    return ""
