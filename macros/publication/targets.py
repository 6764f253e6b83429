"""Where a site may stand: nowhere that a build would take the place of something else."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from macros.publication.hosted_files import Ours, ours
from macros.publication.trouble import BuildFailed

# Folders of the project that hold what people write, or what git and Python keep.
_PROJECT_FOLDERS = ("docs", "data", "macros", "tests", "requirements", ".git", ".github", ".venv")
_MOUNTS = Path("/proc/self/mountinfo")
_ESCAPED = re.compile(r"\\([0-7]{3})")


def site_target(root: Path, wanted: Path) -> Path:
    """The folder to build into, links followed, so that a link at its place stays.

    Raises BuildFailed where no site may stand.
    """
    try:
        site = wanted.resolve()
        dangling = wanted.is_symlink() and not wanted.exists()
    except (OSError, RuntimeError):  # a link that leads to itself
        site, dangling = wanted.absolute(), True
    if dangling:
        raise BuildFailed(
            f"“{wanted}” là liên kết dẫn tới nơi không có. Cách sửa: sửa hoặc xóa liên kết, hoặc chọn thư mục khác"
        )
    _refuse_places(root, site)
    if _is_file(site):
        raise BuildFailed(f"“{site}” là một tệp, không phải thư mục. Cách sửa: chọn tên khác")
    if any(mount == site or site in mount.parents for mount in mount_points(site)):
        raise BuildFailed(
            f"“{site}” là nơi gắn ổ đĩa, hoặc bên trong có nơi gắn ổ đĩa, nên không đổi được trang trong một bước. "
            f"Cách sửa: chọn một thư mục nằm hẳn trên một ổ đĩa, ví dụ --site-dir “{site / 'trang'}”"
        )
    return site


def _is_file(site: Path) -> bool:
    """Whether something that is no folder is there; asked once, for another build may be about to switch."""
    try:
        return not stat.S_ISDIR(site.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False


def made_in(site: Path, planned: Ours = lambda _: False) -> Ours:
    """Which files of the folder a build has made, as `ours`. Raises BuildFailed where no build has made the folder."""
    made = ours(site, planned)
    if made is None:
        raise BuildFailed(
            f"thư mục “{site}” có tệp không phải do congkhai dựng. Cách sửa: chọn thư mục khác hoặc một thư mục trống"
        )
    return made


def _refuse_places(root: Path, site: Path) -> None:
    """The project, the home folder and what is above them are not replaced; no site stands among sources."""
    home = Path(os.path.expanduser("~"))
    for place, name in ((root, "thư mục dự án"), (home, "thư mục riêng của người dùng")):
        if _within(place.resolve(), site):
            raise BuildFailed(
                f"“{site}” là {name} hoặc chứa thư mục đó, nên không dựng trang vào đấy. "
                "Cách sửa: chọn một thư mục riêng cho trang"
            )
    for folder in _PROJECT_FOLDERS:
        if _within(site, root / folder):
            raise BuildFailed(
                f"“{site}” nằm trong thư mục {folder}/ của dự án, nên không dựng trang vào đấy. "
                "Cách sửa: chọn một thư mục bên ngoài, ví dụ thư mục site của dự án"
            )


def _within(path: Path, folder: Path) -> bool:
    """Whether `path` is the folder or lies in it, however either is spelt."""
    if not folder.is_dir():
        return path.is_relative_to(folder)
    return any(_same(above, folder) for above in (path, *path.parents))


def _same(one: Path, other: Path) -> bool:
    """Whether both are there and are one; asked once, for another build may be about to switch."""
    try:
        return os.path.samefile(one, other)
    except (FileNotFoundError, NotADirectoryError):
        return False


def mount_points(site: Path) -> Iterator[Path]:
    """Where file systems are mounted, as far as the system says; at least whether the folder itself is such a place."""
    try:
        lines = _MOUNTS.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        if os.path.ismount(site):
            yield site
        return
    for line in lines:
        # Spaces and the like stand in octal: "\040".
        yield Path(_ESCAPED.sub(lambda code: chr(int(code[1], 8)), line.split(" ")[4]))
