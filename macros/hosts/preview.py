"""The preview on this machine: it follows the files, and answers nobody else."""

import errno
import gc
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from macros.problems.problem import visible

_INTERRUPTED = 130
_PATIENCE = 20.0  # seconds for the child to end by itself
_NOT_OPENED = (
    ((errno.EADDRINUSE,), "đang có chương trình khác dùng cổng này. Hãy chọn cổng khác, ví dụ --port 8010."),
    ((errno.EACCES, errno.EPERM), "không có quyền dùng cổng này. Hãy chọn cổng khác, ví dụ --port 8010."),
    ((errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT), "máy này không có địa chỉ đó. Hãy dùng --address 127.0.0.1."),
)


def serve_site(root: Path, address: str, tell: Callable[[str], None]) -> int:
    """Preview the project until interrupted: a change of data, pages or templates is read, one of the code restarts.

    Returns the exit status of the preview; raises KeyboardInterrupt when it is interrupted, with its child at its end.
    """
    from watchdog.events import FileSystemEvent, FileSystemEventHandler
    from watchdog.observers.polling import PollingObserver

    changed = threading.Event()
    # Ended from outside, the preview ends as it does by Ctrl+C and takes its child along.
    signal.signal(signal.SIGTERM, signal.default_int_handler)

    class CodeChanged(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            if str(event.src_path).endswith(".py") and not event.is_directory:
                changed.set()

    observer = PollingObserver()
    observer.schedule(CodeChanged(), str(Path(__file__).parents[1]), recursive=True)
    observer.start()
    try:
        while True:
            changed.clear()
            # Not bytes of the old code: a module once imported stays in its process.
            preview = subprocess.Popen([sys.executable, "-m", "macros.hosts.preview", str(root), address])
            try:
                while preview.poll() is None and not changed.wait(0.5):
                    pass
            finally:
                _end(preview)
            if not changed.is_set():
                if preview.returncode != 0:
                    tell("Sửa lỗi trên rồi chạy lại lệnh.")
                return preview.returncode
            tell("Mã trong macros/ đã đổi, mở lại bản xem thử …")
    finally:
        observer.stop()
        observer.join()


def not_opened(error: OSError) -> str:
    """Why the address of a preview cannot be opened, and what to do."""
    for numbers, told in _NOT_OPENED:
        if error.errno in numbers:
            return told
    return f"hệ thống báo “{error.strerror or error}”. Hãy nhờ người quản trị máy xem."


def _end(preview: subprocess.Popen[bytes]) -> None:
    """Have the child end, and wait for it; one that does not listen is killed."""
    if preview.poll() is None:
        preview.terminate()
    try:
        preview.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        preview.kill()
        preview.wait()


def _stop_once(number: int, frame: object) -> None:
    """Interrupt, so that the server is closed; that is not interrupted again.

    Ctrl+C reaches the child from the terminal, and then from its parent once more.
    """
    for either in (signal.SIGINT, signal.SIGTERM):
        # Not SIG_IGN: Python tells of a signal that is on its way when it begins to be ignored.
        signal.signal(either, lambda *_: None)
    raise KeyboardInterrupt


def _preview(root: Path, address: str) -> int:
    """Serve one process's worth of code; the process that `serve_site` restarts."""
    from macros.hosts.preview_answers import PreviewAnswers
    from macros.hosts.preview_server import PreviewServer
    from macros.hosts.previewed_site import PreviewedSite
    from macros.hosts.watching import Watching

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop_once)

    def tell(message: str) -> None:
        print(visible(message), file=sys.stderr, flush=True)

    # See `PreviewedSite.tidy`.
    gc.disable()
    site = PreviewedSite(root, tell)
    watching = Watching(site)
    tell(f"Xem thử tại http://{address}/ (nhấn Ctrl+C để dừng).")
    try:
        with PreviewServer(address, PreviewAnswers(site, watching, tell), tell) as server:
            if site.state().wrong:
                return 1
            watching.start()
            server.serve_forever()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as error:
        tell(f"Không mở được http://{address}/: {not_opened(error)}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(_preview(Path(sys.argv[1]), sys.argv[2]))
