"""A server of this machine answers this machine: callers from here, who ask for a name of here.

A page of another host can have a browser ask 127.0.0.1 under that host's own name (DNS rebinding) and read the answer;
so the name that is asked for counts, not only the address that asks.
"""

import ipaddress
import re
from collections.abc import Callable, Iterable
from typing import Any

_REFUSED = "Bản xem thử chỉ mở được trên máy này, tại địa chỉ 127.0.0.1 hoặc localhost."
_HOST = re.compile(r"(\[[0-9a-fA-F:.]+\]|[^:\[\]]+)(?::\d{1,5})?")
Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


def is_loopback(name: str) -> bool:
    """Whether a name or address, IPv6 in brackets or not, means this machine for every resolver."""
    if name.lower().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False


def loopback_only(application: Application) -> Application:
    """The WSGI application, answering 403 to whoever is not on this machine or asks for another host."""

    def guarded(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        host = _HOST.fullmatch(environ.get("HTTP_HOST", ""))
        if host and is_loopback(host[1]) and is_loopback(environ.get("REMOTE_ADDR", "")):
            return application(environ, start_response)
        start_response("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
        return [_REFUSED.encode()]

    return guarded
