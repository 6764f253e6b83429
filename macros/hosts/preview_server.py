"""The server of a preview: threads of this process, on an address that only this machine reaches."""

import os
import socket
from collections.abc import Callable, Iterable
from socketserver import TCPServer, ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from macros.hosts.loopback import Application, loopback_only

_REFUSED = "Bản xem thử không có hoặc không cho mở “{}”"
# What a page that cannot be made is told by itself; other methods and parts of files are a matter of programs.
_TOLD = ("403 ", "404 ")


class _Quiet(WSGIRequestHandler):
    """Tells nobody of requests that were answered."""

    def log_message(self, format: str, *args: Any) -> None:
        """What was refused is told by whoever refused it."""


class PreviewServer(ThreadingMixIn, WSGIServer):
    """Answers at "127.0.0.1:8000" or "[::1]:8000"; raises OSError where it cannot be opened."""

    daemon_threads = True
    # Elsewhere it lets a port be used again at once, on Windows by two programs together.
    allow_reuse_address = os.name != "nt"
    request_queue_size = 64

    def __init__(self, address: str, application: Application, tell: Callable[[str], None]) -> None:
        host, _, port = address.rpartition(":")
        if host.startswith("["):
            self.address_family = socket.AF_INET6
        super().__init__((host.strip("[]"), int(port)), _Quiet)
        self.set_app(_telling(loopback_only(application), tell))

    def server_bind(self) -> None:
        """Without asking for the name of this machine, which may take a while."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), self.server_address[1]
        self.setup_environ()


def _telling(application: Application, tell: Callable[[str], None]) -> Application:
    """The application, with staff told of what it does not have, and of whom it refuses."""

    def answering(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        def start(status: str, headers: list[tuple[str, str]]) -> Any:
            if status.startswith(_TOLD):
                path = environ["PATH_INFO"].encode("latin-1", "replace").decode("utf-8", "replace")
                tell(_REFUSED.format(path))
            return start_response(status, headers)

        return application(environ, start)

    return answering
