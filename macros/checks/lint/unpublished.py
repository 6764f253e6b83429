"""Files beside those that are published, of which a person may believe that readers see them."""

import re
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from macros.checks.index import Known
from macros.checks.unread import YAML_NAME, is_harmless, is_read
from macros.problems.problem import Place, Problem
from macros.reading.choice import ATTACHMENTS, PLAIN_NAME
from macros.reading.narrative import NOT_PAGES, REPORT_PAGES
from macros.reading.project import Project
from macros.reading.report_summary import report_summary
from macros.vietnamese import slug

_BACKUP = re.compile(r".*(?:~|\.(?:bak|orig|old|tmp|swp|rej|backup))", re.IGNORECASE)


def warnings(project: Project, known: Known) -> Iterator[Problem]:
    for name in project.files.names("data"):
        below = name.removeprefix("data/")
        if not is_read(below) and not is_harmless(name) and not YAML_NAME.search(name):
            remedy = "xóa tệp" if _BACKUP.fullmatch(name) else "chuyển tệp ra ngoài thư mục data"
            yield Problem(Place(name), "W511", "tệp này không được đọc", "tệp .yaml của dự án", remedy)
    choice = project.choice
    # What a page that cannot be read links to is not known.
    if len(choice.outlines) == len(choice.pages):
        expected = {f"{REPORT_PAGES}{report_summary(entry).period.slug}.md" for entry in project.reports} - choice.found
        for path in sorted(choice.found - choice.pages - choice.files):
            if path.split("/")[0] not in NOT_PAGES and not is_harmless(path):
                yield _unpublished(path, expected)


def _unpublished(path: str, expected: Collection[str]) -> Problem:
    """The warning on a file of `docs/` that no reader will see."""
    place, code, found = Place(f"docs/{path}"), "W511", "tệp này không được công khai"
    kinds = f"tệp {', '.join(ATTACHMENTS)}"
    meant = next((page for page in expected if page == path.lower()), "")
    if _BACKUP.fullmatch(path):
        return Problem(place, code, f"{found}: là bản lưu tạm", "trang và tệp mà một trang liên kết tới", "xóa tệp")
    if path.lower().endswith(".md"):
        reason = "không có trong “nav” của mkdocs.yml, không trang nào liên kết tới"
        allowed = "trang của một báo cáo, trang trong “nav”, trang mà một trang khác liên kết tới"
        remedy = "thêm liên kết tới trang này, hoặc chuyển tệp ra ngoài thư mục docs"
        if meant:
            remedy = f"đổi tên tệp thành {PurePosixPath(meant).name}"
        return Problem(place, code, f"{found}: {reason}", allowed, remedy)
    if not path.lower().endswith(ATTACHMENTS):
        remedy = "xóa tệp, hoặc chuyển ra ngoài thư mục docs"
        return Problem(place, code, f"{found}: loại tệp này không đưa lên trang", kinds, remedy)
    name = "" if PLAIN_NAME.fullmatch(path) else f"đổi tên tệp thành {plain_name(path)}, rồi "
    remedy = f"{name}viết [tên văn bản]({plain_name(path)}) ở trang cần đưa, hoặc chuyển tệp ra ngoài thư mục docs"
    return Problem(place, code, f"{found}: không trang nào liên kết tới", kinds, remedy)


def plain_name(path: str) -> str:
    """A name for the file that every system takes: "BC CCHC năm 2022.docx" gives "bc-cchc-nam-2022.docx"."""
    file = PurePosixPath(path)
    return f"{slug(file.stem) or 'tep'}{file.suffix.lower()}"
