"""Laws of the folders: every file in them is read by somebody, and nothing in them leads elsewhere."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from macros.checks.index import Known
from macros.problems.problem import Place, Problem, nearest, shorten
from macros.reading.choice import REPORT_FOLDER
from macros.reading.project import Project
from macros.reading.shapes import DATA_FILES
from macros.record import Period

# What was meant to be read: YAML by its name, also where Notepad has hidden a second ending.
YAML_NAME = re.compile(r"\.ya?ml(?:\.txt)?$", re.IGNORECASE)
# What an office program, a file manager or git leaves behind, of which nobody needs to hear.
_HARMLESS = re.compile(
    r"(?:thumbs\.db|desktop\.ini|\.ds_store|~\$.*|\.~lock\..*#|\._.*|\.git(?:keep|ignore|attributes))", re.I
)
_TOP = {data_file.pattern for data_file in DATA_FILES if "/" not in data_file.pattern}
_FOLDERS = tuple(data_file.pattern.split("/")[0] for data_file in DATA_FILES if "/" in data_file.pattern)
# What a file manager adds to the name of a copy.
_COPY = re.compile(r"(?i)\s*(?:-\s*(?:copy|bản sao|sao chép)|\(\d+\))(?:\s*\(\d+\))?$")


def problems(project: Project, known: Known) -> Iterator[Problem]:
    yield from _links(project)
    yield from _waiting(project)
    yield from _alike(project)
    names = [name.removeprefix("data/") for name in project.files.names("data")]
    for name in names:
        if YAML_NAME.search(name) and not is_read(name):
            yield _unread(name, names)


def is_read(name: str) -> bool:
    """Whether a file below `data/` is one that the project is made of."""
    folder, _, file = name.rpartition("/")
    return name in _TOP or (folder in _FOLDERS and file.endswith(".yaml"))


def is_harmless(name: str) -> bool:
    """Whether a file is left behind by a system that nobody asked."""
    return _HARMLESS.fullmatch(PurePosixPath(name).name) is not None


def copied_name(stem: str) -> str:
    """The name of what a file is a copy of, or "" where its name does not say that it is one."""
    return _COPY.sub("", stem) if _COPY.search(stem) else ""


def _links(project: Project) -> Iterator[Problem]:
    """Nothing in the project's folders is taken from elsewhere on the machine."""
    for name in [*project.files.links("data"), *project.files.links("docs")]:
        yield Problem(
            Place(name),
            "E107",
            "đây là liên kết tới chỗ khác trên máy, không phải tệp của dự án",
            "tệp và thư mục thật",
            "xóa liên kết; nếu cần tệp ấy thì chép chính tệp vào đây",
        )


def _waiting(project: Project) -> Iterator[Problem]:
    """Nothing in the project's folders is a pipe, a socket or a device, which cannot be read to its end."""
    for name in [*project.files.waiting("data"), *project.files.waiting("docs")]:
        found = "đây không phải là tệp mà là chỗ để chương trình khác ghi vào"
        yield Problem(Place(name), "E107", found, "tệp và thư mục thật", "xóa nó khỏi thư mục")


def _alike(project: Project) -> Iterator[Problem]:
    """No two names differ in capitals alone: Windows and macOS take them for one, and one file would be lost."""
    first: dict[str, str] = {}
    # Of data that nobody reads it is told where it would be.
    read = [name for name in project.files.names("data") if is_read(name.removeprefix("data/"))]
    for name in [*read, *project.files.names("docs")]:
        same = first.setdefault(unicodedata.normalize("NFC", name).casefold(), name)
        if same != name:
            found = f"tên tệp chỉ khác {shorten(same)} ở chữ hoa, chữ thường; máy Windows coi hai tệp là một và mất một"
            allowed, remedy = (
                "mỗi tệp một tên, không kể chữ hoa, chữ thường",
                "đổi tên một trong hai tệp, rồi sửa các liên kết tới tệp",
            )
            yield Problem(Place(name), "E511" if name.startswith("docs/") else "E100", found, allowed, remedy)


def _unread(name: str, names: Collection[str]) -> Problem:
    """The problem of a data file that nobody reads, with the place where it would be read."""
    meant = meant_name(name)
    ending = YAML_NAME.search(name)
    misended = ending is not None and ending[0] != ".yaml"
    found = f"tệp có đuôi {ending[0]}" if ending and misended else "tệp đặt sai chỗ hoặc sai tên"
    if meant in names:
        remedy = f"đã có data/{meant}: so hai tệp, chép phần cần giữ sang đó, rồi xóa tệp này; đừng chép đè"
    elif meant:
        verb = "đổi tên tệp thành" if PurePosixPath(meant).parent == PurePosixPath(name).parent else "chuyển tệp tới"
        remedy = f"{verb} {PurePosixPath(meant).name if verb.startswith('đổi') else f'data/{meant}'}"
        if ".txt" in name.lower():
            remedy += "; Notepad: chọn “Save as type: All files” khi lưu, và bật hiện đuôi tệp trong File Explorer"
    else:
        remedy = "chuyển tệp vào đúng thư mục, hoặc xóa nếu không dùng"
    allowed = f"{', '.join(sorted(_TOP))}; tệp .yaml ngay trong {', '.join(f'{folder}/' for folder in _FOLDERS)}"
    return Problem(Place(f"data/{name}"), "E100", f"{found} nên không được đọc", allowed, remedy)


def meant_name(name: str) -> str:
    """Where below `data/` a file of that name would be read, or "" where nobody can tell."""
    *folders, file = name.split("/")
    stem = YAML_NAME.sub("", file)
    stem = copied_name(stem) or stem
    period = _period(stem)
    if folders:
        folder = folders[0] if folders[0] in _FOLDERS else nearest(folders[0].lower(), _FOLDERS)
        return f"{folder}/{period or stem}.yaml" if folder else ""
    if period:
        return f"{REPORT_FOLDER}/{period}.yaml"
    near = nearest(stem.lower(), [PurePosixPath(name).stem for name in _TOP])
    return f"{near}.yaml" if near else ""


def _period(stem: str) -> str:
    try:
        return str(Period.parse(stem.upper()))
    except ValueError:
        return ""
