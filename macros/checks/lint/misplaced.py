"""Files beside `data/` and `docs/` that look as if they were meant to be in there."""

import re
from collections.abc import Iterator

from macros.checks.index import Known
from macros.checks.unread import YAML_NAME, meant_name
from macros.problems.problem import Place, Problem, nearest
from macros.reading.project import Project
from macros.reading.shapes import DATA_FILES

_SETTINGS = "mkdocs.yml"
_PAGE = re.compile(r"\.md(?:\.txt)?$", re.IGNORECASE)
_ROOMS = {"data": YAML_NAME, "docs": _PAGE}
_FOLDERS = {pattern.split("/")[0] for data_file in DATA_FILES if "/" in (pattern := data_file.pattern)}
_FOUND = "không được đọc vì không nằm trong thư mục data hay docs"


def warnings(project: Project, known: Known) -> Iterator[Problem]:
    beside = list(project.files.beside())
    for name in beside:
        if name.endswith("/"):
            # Windows and macOS take "Data" for "data", and read it where there is no other.
            if name.casefold().removesuffix("/") in _ROOMS and name.casefold() not in beside:
                continue
            yield from _folder(project, name.removesuffix("/"))
        elif YAML_NAME.search(name) and name != _SETTINGS and (meant := meant_name(name)):
            yield _misplaced(name, f"tệp này {_FOUND}", f"chuyển tệp tới data/{meant}")


def _folder(project: Project, name: str) -> Iterator[Problem]:
    """The warning on a folder whose name is nearly one of ours, and which has files that would be read there."""
    if name in _ROOMS:
        return
    room = nearest(name.casefold(), _ROOMS)
    folder = "" if room else nearest(name.casefold(), _FOLDERS)
    if not room and not folder:
        return
    kind = _ROOMS.get(room or "data", YAML_NAME)
    if files := [path for path in project.files.names(name) if kind.search(path)]:
        more = f" và {len(files) - 1} tệp khác" if files[1:] else ""
        target = room or f"data/{folder}"
        remedy = f"chuyển các tệp ấy vào thư mục {target}, hoặc xóa nếu không dùng"
        yield _misplaced(files[0], f"tệp này{more} trong thư mục “{name}” {_FOUND}", remedy)


def _misplaced(name: str, found: str, remedy: str) -> Problem:
    return Problem(Place(name), "W511", found, "tệp của dự án nằm trong data/ và docs/", remedy)
