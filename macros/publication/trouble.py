"""What keeps a site from being published, in a sentence of Vietnamese."""

import errno
from pathlib import Path

from macros.problems.problem import SITE_UNCHANGED

# The system's words are English and are about calls; ours are about what a person can do.
_SENTENCES = (
    (
        (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)),
        "hết chỗ trên ổ đĩa khi ghi “{path}”. Cách sửa: xóa bớt tệp không cần, rồi chạy lại",
    ),
    (
        (errno.EACCES, errno.EPERM),
        "không có quyền ghi “{path}”. Cách sửa: nhờ người quản trị máy cấp quyền, hoặc chọn thư mục khác bằng "
        "--site-dir",
    ),
    ((errno.EROFS,), "“{path}” nằm trên ổ đĩa chỉ đọc. Cách sửa: chọn thư mục khác bằng --site-dir"),
    (
        (errno.EXDEV, errno.EBUSY),
        "không đổi được “{path}” trong một bước, vì đó là nơi gắn ổ đĩa hoặc đang có chương trình giữ. Cách sửa: đóng "
        "chương trình đó, hoặc chọn một thư mục bên trong bằng --site-dir",
    ),
    (
        (errno.ENOTDIR, errno.EEXIST),
        "“{path}” không thể là thư mục, vì một phần của đường dẫn là tệp. Cách sửa: chọn đường dẫn khác",
    ),
    ((errno.ENAMETOOLONG,), "đường dẫn “{path}” quá dài. Cách sửa: chọn thư mục có đường dẫn ngắn hơn"),
    (
        (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS),
        "ổ đĩa của “{path}” không cho khóa tệp, nên không chắc chỉ có một lần dựng. Cách sửa: dựng vào một thư mục "
        "trên máy này, rồi chép sang",
    ),
    ((errno.EMFILE, errno.ENFILE), "máy đang mở quá nhiều tệp. Cách sửa: đóng bớt chương trình, rồi chạy lại"),
    ((errno.EIO,), "ổ đĩa báo lỗi khi đọc hoặc ghi “{path}”. Cách sửa: nhờ người quản trị kiểm tra ổ đĩa"),
)


class BuildFailed(Exception):
    """The site could not be built; the message says why, in Vietnamese, and that the public site is as it was."""

    def __init__(self, why: str) -> None:
        super().__init__(why if why.endswith(SITE_UNCHANGED) else f"{why}\nChưa dựng xong; {SITE_UNCHANGED}")


class BuildStopped(BaseException):
    """The build was interrupted (Ctrl+C). `published` says whether the new site already stands; it is whole either way.

    Like KeyboardInterrupt no Exception, so that nothing on the way takes it for a failure.
    """

    def __init__(self, published: bool) -> None:
        super().__init__("interrupted")
        self.published = published


def sentence(error: OSError, path: Path) -> str:
    """What the error means for whoever builds into `path`; names the file that the system named, if it named one."""
    named = error.filename if isinstance(error.filename, str) else str(path)
    for numbers, words in _SENTENCES:
        if error.errno in numbers:
            return words.format(path=named)
    return f"không ghi được “{named}” (hệ thống báo: {error.strerror or error}). Cách sửa: nhờ người quản trị máy xem"
