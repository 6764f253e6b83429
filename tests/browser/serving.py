"""The built site, served as a strict web server would: with a content-security policy, and compressed."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

POLICY = "default-src 'self'"
# The origins that this process serves now.
SERVED: set[str] = set()
_COMPRESSED = (".html", ".css", ".js", ".svg", ".json", ".xml", ".txt", ".csv")


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address at which the folder is served while the block runs, ending in "/"."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_StrictHandler, directory=str(site))) as listener:
        thread = threading.Thread(target=listener.serve_forever, daemon=True)
        thread.start()
        origin = f"http://127.0.0.1:{listener.server_port}"
        SERVED.add(origin)
        try:
            yield f"{origin}/"
        finally:
            SERVED.discard(origin)
            listener.shutdown()
            thread.join()


@lru_cache(maxsize=1000)
def _compressed(path: Path, changed: int) -> bytes:
    """What is sent for a file that was last changed then; many tests ask for it."""
    return gzip.compress(path.read_bytes(), compresslevel=9, mtime=0)


class _StrictHandler(SimpleHTTPRequestHandler):
    """Static files, compressed with gzip where that helps, under a policy that allows nothing inline."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def send_head(self) -> BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.split("?")[0].endswith("/"):
            path /= "index.html"
        if not path.is_file() or path.suffix not in _COMPRESSED:
            return super().send_head()
        body = _compressed(path, path.stat().st_mtime_ns)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def handle(self) -> None:
        """A browser that leaves a page before it has come is nothing to tell of."""
        with suppress(ConnectionError):
            super().handle()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the tests look at the pages, not at the log."""
