"""What the site will not tell of the past, though there is one, and what staff can do about it."""

from collections.abc import Iterator
from pathlib import Path

from macros.loading.lost_contents import lost_contents
from macros.record import Catalogue, Knowledge
from macros.store import Store

# What keeps the site from telling a history that there is, and how to mend it.
_KNOWLEDGE = {
    Knowledge.SHALLOW: "kho git bị cắt bớt phần đầu, nên trang không biết những gì công khai trước đó. "
    "Cách sửa: git fetch --unshallow",
    Knowledge.UNSURE: "kho git thiếu một phần hoặc mượn của kho khác, nên không chắc trang biết hết những gì từng công "
    "khai. "
    "Cách sửa: clone lại đầy đủ kho git (không dùng --filter, --shared, --reference) rồi làm việc ở bản đó",
    Knowledge.NO_GIT: "không tìm thấy git, nên trang không nêu được lịch sử công khai. Cách sửa: cài git",
    Knowledge.UNREADABLE: "không đọc được kho git, nên trang không nêu được lịch sử công khai. "
    "Cách sửa: chạy git status ở thư mục này và làm theo lời git",
}


def history_notes(root: Path, catalogue: Catalogue, store: Store | None = None) -> Iterator[str]:
    """A sentence for each."""
    yield from named(catalogue)
    for edition in lost_contents(root, catalogue, store):
        yield (
            f"báo cáo kỳ {edition.period}, lần {edition.revision.number}: tệp trong lịch sử git không đọc được "
            "trọn vẹn, nên trang lưu lần này chỉ nói là không dựng lại được; địa chỉ vẫn giữ"
        )


def named(catalogue: Catalogue) -> Iterator[str]:
    """Those that are the same whenever the same history is read."""
    if note := _KNOWLEDGE.get(catalogue.history.knowledge):
        yield note
    for name in catalogue.history.unreadable:
        yield f"một bản cũ của {name} trong lịch sử git không đọc được, nên trang không tính bản đó"
