"""Building and previewing the site with MkDocs, for the command line.

A build goes into a folder beside the public one and takes its place only when it is complete, so that a failed build
never touches what readers see.
"""

import errno
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from macros.host_warnings import VietnameseWarnings, only_to
from macros.problems import SITE_UNCHANGED

_BUILDING = ".dang-dung"
_REPLACED = ".ban-cu"


class BuildFailed(Exception):
    """The site could not be built; the message says why, in Vietnamese, and that the public site is as it was."""

    def __init__(self, why: str) -> None:
        super().__init__(why if why.endswith(SITE_UNCHANGED) else f"{why}\nChưa dựng xong; {SITE_UNCHANGED}")


def build_site(root: Path, site: Path) -> int:
    """Build the project in `root` and put the result at `site`; returns the number of pages.

    Raises BuildFailed when the data are wrong or a page cannot be rendered; then `site` is as it was.
    """
    # Imported here: reading MkDocs takes longer than all of `congkhai check`.
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException

    staging = site.with_name(site.name + _BUILDING)
    _refuse_foreign(site)
    shutil.rmtree(staging, ignore_errors=True)
    handler = VietnameseWarnings(root)
    try:
        with only_to(handler):
            config = load_config(str(root / "mkdocs.yml"), site_dir=str(staging), strict=True)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
        if handler.told:
            raise BuildFailed("\n".join(handler.told))
        pages = sum(1 for _ in staging.rglob("*.html"))
        _replace(site, staging)
        return pages
    except Abort as error:
        raise BuildFailed("\n".join(handler.told) or str(error)) from error
    except ConfigurationError as error:
        raise BuildFailed(f"mkdocs.yml: cấu hình có lỗi. {error}") from error
    except MkDocsException as error:
        raise BuildFailed("\n".join([*handler.told, str(error)])) from error
    except SystemExit as error:
        # mkdocs-macros ends the process when a page cannot be rendered.
        raise BuildFailed("\n".join(handler.told) or f"macro dừng với mã {error.code}") from error
    except BuildFailed:
        raise
    except Exception as error:
        # Whatever a host or an extension raises, staff get a sentence; `mkdocs build` shows maintainers the traceback.
        why = f"lỗi ngoài dự kiến ({type(error).__name__}: {error}); người bảo trì chạy «mkdocs build» để xem chi tiết"
        raise BuildFailed("\n".join([*handler.told, why])) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _refuse_foreign(site: Path) -> None:
    """A folder that no build has made is not ours to replace."""
    if site.is_dir() and any(site.iterdir()) and not (site / "sitemap.xml").is_file():
        raise BuildFailed(
            f"thư mục «{site}» có tệp không phải do congkhai dựng. Cách sửa: chọn thư mục khác hoặc một thư mục trống"
        )
    if site.exists() and not site.is_dir():
        raise BuildFailed(f"«{site}» là một tệp, không phải thư mục. Cách sửa: chọn tên khác")


def _replace(site: Path, staging: Path) -> None:
    """Put the finished build in the place of the old one; if that fails the old one comes back."""
    replaced = site.with_name(site.name + _REPLACED)
    shutil.rmtree(replaced, ignore_errors=True)
    if site.exists():
        site.rename(replaced)
    try:
        staging.rename(site)
    except OSError as error:
        if replaced.exists():
            replaced.rename(site)
        raise BuildFailed(f"không ghi được thư mục «{site}»: {error.strerror}") from error
    shutil.rmtree(replaced, ignore_errors=True)


def serve_site(root: Path, address: str, tell: Callable[[str], None]) -> int:
    """Preview the project until interrupted: a change of data, pages or templates rebuilds, one of the code restarts.

    Returns the exit status of the preview.
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
    observer.schedule(CodeChanged(), str(Path(__file__).parent), recursive=True)
    observer.start()
    try:
        while True:
            changed.clear()
            # Not bytes of the old code: a module once imported stays in its process.
            preview = subprocess.Popen([sys.executable, "-m", "macros.publishing", str(root), address])
            try:
                while preview.poll() is None and not changed.wait(0.5):
                    pass
            except KeyboardInterrupt:
                return 0
            finally:
                if preview.poll() is None:
                    preview.terminate()
                preview.wait()
            if not changed.is_set():
                if preview.returncode != 0:
                    tell("Sửa lỗi trên rồi chạy lại lệnh.")
                return preview.returncode
            tell("Mã trong macros/ đã đổi, mở lại bản xem thử …")
    finally:
        observer.stop()
        observer.join()


def _preview(root: Path, address: str) -> int:
    """Serve one process's worth of code; the process that `serve_site` restarts."""
    from mkdocs.commands.serve import serve
    from mkdocs.exceptions import MkDocsException

    def tell(message: str) -> None:
        print(message, file=sys.stderr, flush=True)

    with only_to(VietnameseWarnings(root, tell)):
        tell(f"Xem thử tại http://{address}/ (nhấn Ctrl+C để dừng).")
        try:
            serve(str(root / "mkdocs.yml"), dev_addr=address, site_url=f"http://{address}/", strict=False)
        except MkDocsException as error:
            tell(str(error))
            return 1
        except OSError as error:
            why = "đang có chương trình khác dùng" if error.errno == errno.EADDRINUSE else str(error)
            tell(f"Không mở được http://{address}/: {why}. Nếu cổng bận, hãy chọn cổng khác, ví dụ --port 8010.")
            return 1
    return 0


if __name__ == "__main__":
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    sys.exit(_preview(Path(sys.argv[1]), sys.argv[2]))
