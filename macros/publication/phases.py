"""Where the time of a build goes: what it is doing is said as it goes along, and added up."""

import os
import time
from collections.abc import Iterator
from enum import StrEnum

_WIDTH = 44


class Phase(StrEnum):
    """What a build does, as staff may read it."""

    COMPARING = "So với lần dựng trước"
    LOADING = "Nạp chương trình"
    READING = "Đọc, kiểm tra số liệu và lịch sử"
    GENERATING = "Lập danh sách trang"
    AUTHORED = "Trang do người viết"
    SEARCHING = "Tệp cho tìm kiếm"
    MAKING = "Dựng trang và tệp tải về"
    GUARDING = "Tìm tên được giữ kín"
    WRITING = "Ghi tệp"
    PUBLISHING = "Đối chiếu từng tệp, đổi sang bản mới"


class Phases:
    """Adds up seconds of the clock and of this process with its children, phase by phase, where that is `wanted`."""

    def __init__(self, wanted: bool = False) -> None:
        self._wanted = wanted
        self.spent: dict[Phase, tuple[float, float]] = {}
        self._phase: Phase | None = None
        self._since = (0.0, 0.0)

    def begin(self, phase: Phase | None) -> None:
        """From now on the build does this, and no longer what it did; None ends it."""
        if not self._wanted:
            return
        children = os.times()
        now = (time.perf_counter(), time.process_time() + children.children_user + children.children_system)
        if self._phase is not None:
            wall, used = self.spent.get(self._phase, (0.0, 0.0))
            self.spent[self._phase] = (wall + now[0] - self._since[0], used + now[1] - self._since[1])
        self._phase, self._since = phase, now

    def table(self) -> Iterator[str]:
        """A line for each phase, and one for all."""
        yield f"{'Giây':<{_WIDTH}}{'đồng hồ':>10}{'xử lý':>10}"
        for phase, spent in self.spent.items():
            yield _line(phase, *spent)
        wall, used = (sum(times) for times in zip(*self.spent.values(), strict=True)) if self.spent else (0.0, 0.0)
        yield _line("Tất cả", wall, used)


def _line(name: str, wall: float, used: float) -> str:
    return f"{name:<{_WIDTH}}{wall:>10.2f}{used:>10.2f}".replace(".", ",")
