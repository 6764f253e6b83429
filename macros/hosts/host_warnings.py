"""What MkDocs says while it builds or serves, told in Vietnamese."""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.problems.problem import SITE_UNCHANGED, Place

# What MkDocs warns of, and how it is told; anything else is passed on as it is, marked as MkDocs' own words.
_WARNINGS = (
    (
        re.compile(r"Doc file '(.+?)' contains a link '(.+?)', but the target .*is not found"),
        "{0}: liên kết “{1}” không dẫn tới trang nào. Cách sửa: xem lại tên tệp trong ngoặc tròn",
    ),
    (
        re.compile(
            r"Doc file '(.+?)' contains a link '(.+?)', but (?:the doc .* does not contain an|there is no such) anchor"
        ),
        "{0}: liên kết “{1}” dẫn tới một đề mục không có. Cách sửa: xem lại phần sau dấu #",
    ),
    (
        re.compile(r"Doc file '(.+?)' contains an absolute link '(.+?)'"),
        "{0}: liên kết “{1}” bắt đầu bằng dấu /. Cách sửa: viết đường dẫn tương đối, ví dụ ../gioi-thieu.md",
    ),
    (
        re.compile(r"Doc file '(.+?)' contains an unrecognized relative link '(.+?)'"),
        "{0}: liên kết “{1}” không dẫn tới tệp nào. Cách sửa: viết tên tệp kèm đuôi .md",
    ),
    (
        re.compile(r"A reference to '(.+?)' is included in the 'nav' configuration, which is not found"),
        "mkdocs.yml: mục “nav” nhắc tới trang “{0}” không có. Cách sửa: thêm trang vào docs/, hoặc xóa dòng đó",
    ),
    (
        re.compile(
            r"The following pages exist in the docs directory, but are not included in the \"nav\" .+?:([\s\S]+)"
        ),
        "mkdocs.yml: các trang chưa có trong “nav” và “not_in_nav”:{0}",
    ),
    (
        re.compile(r"_File_: `(.+?)`\s+_(\w+)_: (.+)"),
        "{0}: macro không chạy được ({1}: {2}). Cách sửa: xem lại các macro trên trang này",
    ),
    (
        re.compile(r"\"\w+ (\S+) HTTP/[\d.]+\" code [45]"),
        "Bản xem thử không có hoặc không cho mở “{0}”",
    ),
    (
        re.compile(r"An error happened during the rebuild"),
        "Chưa dựng lại được; trang đang xem là bản trước. Sửa lỗi trên rồi lưu tệp, trang sẽ tự cập nhật.",
    ),
)


class VietnameseWarnings(logging.Handler):
    """Keeps what MkDocs warns of, each once, in Vietnamese where its words are known."""

    def __init__(self, root: Path, tell: Callable[[str], None] | None = None) -> None:
        super().__init__(logging.WARNING)
        self.told: list[str] = []
        self._root = root
        self._tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        message = _in_vietnamese(record.getMessage(), self._root)
        if self._tell is not None:
            self._tell(message)
        elif message not in self.told:
            self.told.append(message)


def _in_vietnamese(message: str, root: Path) -> str:
    for pattern, vietnamese in _WARNINGS:
        if match := pattern.search(message):
            page, *rest = match.groups() or ("",)
            return vietnamese.format(_place(root, page, rest[0]) if rest else page, *rest)
    if message.endswith(SITE_UNCHANGED):
        return message
    return f"MkDocs báo (tiếng Anh): {message.strip()}"


def _place(root: Path, page: str, words: str) -> Place:
    """Where the words first stand on a page."""
    path = root / "docs" / page
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    line = next((n for n, line in enumerate(text.splitlines(), 1) if words in line), 0)
    return Place(f"docs/{page}", line)


@contextmanager
def only_to(handler: VietnameseWarnings) -> Iterator[None]:
    """MkDocs' log goes to the handler alone while the block runs."""
    logger = logging.getLogger("mkdocs")
    propagate = logger.propagate
    logger.propagate = False
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate
