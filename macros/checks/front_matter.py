"""Laws of the head of a page: what it may say of itself, and nothing that turns the page into something else."""

import re
from collections.abc import Iterator

from macros.checks.index import Known
from macros.problems.problem import Place, Problem, nearest, shorten
from macros.reading.mkdocs_settings import is_text
from macros.reading.narrative import NarrativePage
from macros.reading.project import Project
from macros.reading.yaml_records import Record, Spot, Value

_KEYS = ("title", "description", "period", "hide", "search")
_HIDDEN = ("toc",)
# MkDocs takes such first lines for a head as well.
_BARE_HEAD = re.compile(r" {0,3}([A-Za-z0-9_-]+):(?:\s|\Z)")
_ALLOWED = ", ".join(_KEYS)


def problems(project: Project, known: Known) -> Iterator[Problem]:
    for page in project.pages:
        record = page.front_matter()
        if record is None:
            yield from _bare(page)
        elif record.problems:
            continue  # told when the page was read
        elif isinstance(record.value, dict):
            for key, value in record.value.items():
                yield from _entry(record, key, value)
        elif record.value is not None:
            found, remedy = "phần đầu trang không phải các dòng “khóa: giá trị”", "viết mỗi khóa một dòng"
            yield Problem(Place(page.path, 2), "E509", found, f"các khóa: {_ALLOWED}", remedy)


def _bare(page: NarrativePage) -> Iterator[Problem]:
    """A head stands between two lines `---`, the first of which is the first line of the page."""
    lines = page.text.removeprefix("\ufeff").split("\n")
    if re.fullmatch(r"---[ \t]*\r?", lines[0]):
        found, remedy = "phần đầu trang mở bằng “---” mà không đóng", "thêm một dòng “---” sau dòng khóa cuối cùng"
        yield Problem(Place(page.path, 1), "E509", found, "hai dòng “---”, ở đầu và cuối phần đầu trang", remedy)
    elif bare := _BARE_HEAD.match(lines[0]):
        found = f"dòng đầu “{shorten(lines[0])}” sẽ bị hiểu là khóa của trang, không in ra"
        remedy = "thêm một dòng trống ở đầu trang; nếu là khóa của trang thì đặt giữa hai dòng “---”"
        allowed = "trang bắt đầu bằng “---” hoặc bằng đề mục “# …”"
        yield Problem(Place(page.path, 1, bare.start(1) + 1), "E509", found, allowed, remedy)


def _entry(record: Record, key: str, value: Value) -> Iterator[Problem]:
    if key not in _KEYS:
        near = nearest(key, _KEYS)
        remedy = f"có phải là “{near}”? Sửa lại tên khóa" if near else "xóa dòng này"
        found = f"phần đầu trang có khóa “{shorten(key)}” không dùng được"
        yield Problem(record.key_place((key,)), "E509", found, f"các khóa: {_ALLOWED}", remedy)
    elif key in ("title", "description"):
        if not isinstance(value, str) or not value.strip() or not is_text(value):
            remedy = "viết lại bằng chữ; nếu chỉ là số hay ngày thì thêm chữ, ví dụ “Năm 2022”"
            yield _wrong(record, (key,), "một dòng chữ", remedy)
    elif key == "hide":
        if not isinstance(value, list) or any(part not in _HIDDEN for part in value):
            yield _wrong(record, (key,), "danh sách gồm toc (mục lục của trang)", "viết hide: [toc], hoặc xóa dòng này")
    elif key == "search" and value != {"exclude": "true"}:
        allowed = "exclude: true (không đưa vào tìm kiếm); muốn đưa vào thì xóa khóa này"
        yield _wrong(record, (key,), allowed, "viết search:, xuống dòng, thụt vào hai dấu cách, exclude: true")


def _wrong(record: Record, spot: Spot, allowed: str, remedy: str) -> Problem:
    found = f"phần đầu trang: khóa “{spot[-1]}” sai dạng"
    return Problem(record.key_place(spot), "E509", found, allowed, remedy)
