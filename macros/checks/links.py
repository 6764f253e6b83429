"""Laws of links, pictures and footnotes: each leads to what the site will hold, and to nothing else."""

import re
from collections.abc import Iterator
from html import unescape
from posixpath import dirname, relpath
from urllib.parse import SplitResult, unquote, urlsplit

from macros.checks.index import Known
from macros.checks.site_contents import SiteContents, place_of, site_contents
from macros.problems.problem import Place, Problem, nearest, shorten
from macros.reading.author_macros import macro_signatures
from macros.reading.choice import ATTACHMENTS, PLAIN_NAME, local_path
from macros.reading.narrative import NarrativePage
from macros.reading.outline import LONGEST_PAGE, Outline, Target, first_unreadable
from macros.reading.project import Project
from macros.vietnamese import slug

_PAGE = "một trang .md, một ảnh hay tệp của dự án, hoặc https://…"
_WRITTEN = re.compile(r"\]\(\s*(?:<([^>]*)>|([^)\s]+))|(?:\]:\s*<?|<)([^>\s]+)")
_DEFINITION = re.compile(r" {0,3}\[\^([^\]]*)\]:")
_ATTRIBUTES = re.compile(r"\{:?[^{}]*\}")
_ONE_BRACE = re.compile(rf"(?<!\{{)\{{\s*({'|'.join(macro_signatures())})\s*\(")
_EXAMPLE = "../gioi-thieu.md"


def problems(project: Project, known: Known) -> Iterator[Problem]:
    contents = site_contents(project, known)
    first: dict[str, str] = {}
    for path in sorted(project.choice.pages | project.choice.files):
        same = first.setdefault(place_of(path), path)
        if contents.is_taken(path):
            yield _taken(path, "trang web tự tạo một trang hoặc tệp ở đúng địa chỉ này")
        # Two names that differ in capitals alone are told by the laws of folders.
        elif same.casefold() != path.casefold():
            yield _taken(path, f"docs/{shorten(same)} đã đứng ở đúng địa chỉ này")
    for page in project.pages:
        outline = project.choice.outlines.get(page.source)
        if page.path not in project.judged:
            yield from _within(page, outline, project)
        if outline is not None:
            yield from _leading(page, outline, _Page(page, project, contents))


def _within(page: NarrativePage, outline: Outline | None, project: Project) -> Iterator[Problem]:
    """What is wrong on a page wherever it leads."""
    lines = page.written_lines()
    yield from _one_brace(page, lines)
    if outline is None:
        yield _unreadable(page, project)
    else:
        yield from _footnotes(page, outline, lines)
        yield from _repeated(page, outline)


def _leading(page: NarrativePage, outline: Outline, own: "_Page") -> Iterator[Problem]:
    """What is wrong with where a page leads."""
    faults = []
    for target in outline.targets:
        found = own.picture(target.address) if target.alternative is not None else own.link(target.address)
        faults += [(target, *fault) for fault in found]
    # Most pages have none, and need not be looked through for places.
    lines = page.written_lines() if faults else []
    spots = _spots(page, lines)
    for target, code, words, allowed, remedy in faults:
        yield Problem(_place(page, lines, spots, target), code, words, allowed, remedy)


def _repeated(page: NarrativePage, outline: Outline) -> Iterator[Problem]:
    """Each heading has an address of its own: of two of one text the first would take the address of the other."""
    for anchor in outline.repeated:
        same = [(line, text) for line, text in page.headings() if slug(text) == anchor]
        lines = [line for line, _ in same]
        text = same[-1][1] if same else anchor
        heading = f"{page.lines()[lines[-1] - 1].strip() if lines else text} {{: #{anchor}-2 }}"
        where = f"hai lần (dòng {lines[0]} và dòng {lines[1]})" if len(lines) > 1 else "hai lần"
        yield Problem(
            Place(page.path, lines[-1] if lines else 0),
            "E514",
            f"đề mục “{shorten(text)}” có {where} trên một trang",
            "mỗi đề mục một địa chỉ riêng, thêm đề mục mới không làm đổi địa chỉ của đề mục cũ",
            f"giữ nguyên đề mục đã công khai; sau đề mục kia ghi địa chỉ riêng, ví dụ: {shorten(heading, 120)}",
        )


class _Page:
    """Judges what one page leads to."""

    def __init__(self, page: NarrativePage, project: Project, contents: SiteContents) -> None:
        self._page = page
        self._project = project
        self._contents = contents
        self._outlines = project.choice.outlines

    def picture(self, address: str) -> Iterator[tuple[str, str, str, str]]:
        """A picture has a name that does for an address; whether it is one is told by the laws of markup."""
        path = local_path(self._page.source, address)
        if path in self._project.choice.found and not PLAIN_NAME.fullmatch(str(path)):
            yield from self._path(str(path), "", shorten(address))

    def link(self, address: str) -> Iterator[tuple[str, str, str, str]]:
        """A link leads to a page or a file of the site, and to a place on it that is there."""
        parts, shown = _split(address), shorten(address)
        if _is_told(address):
            return
        if parts is None:
            yield "E510", f"địa chỉ “{shown}” viết sai", _PAGE, "viết lại địa chỉ, đủ cả https://"
        elif parts.scheme:
            return
        elif address.startswith(("/", "\\")):
            found, remedy = (
                f"liên kết “{shown}” bắt đầu bằng dấu {address[0]}",
                f"viết đường dẫn tính từ trang này, ví dụ {_EXAMPLE}",
            )
            yield "E510", found, _PAGE, remedy
        elif not parts.path:
            if parts.fragment:
                yield from self._anchor(self._page.source, parts.fragment, shown)
            else:
                yield "E510", "liên kết chưa có địa chỉ", _PAGE, "viết tên trang hoặc tệp vào ngoặc tròn"
        else:
            yield from self._path(str(local_path(self._page.source, address)), parts.fragment, shown)

    def _path(self, path: str, anchor: str, shown: str) -> Iterator[tuple[str, str, str, str]]:
        if self._contents.has(path):
            if anchor and path.endswith(".md"):
                yield from self._anchor(path, anchor, shown)
        elif path not in self._project.choice.found:
            near = self._contents.like(path)
            meant = relpath(near, dirname(self._page.source) or ".") if near else ""
            remedy = f"có phải là {meant}?" if near else "xem lại tên tệp trong ngoặc tròn"
            yield "E510", f"liên kết “{shown}” không dẫn tới trang hay tệp nào", _PAGE, remedy
        elif not PLAIN_NAME.fullmatch(path):
            remedy = "đổi tên tệp thành chữ không dấu, chữ số, gạch ngang, không có dấu cách; rồi sửa liên kết"
            yield "E511", f"tệp “{shorten(path)}” có tên khó dùng làm địa chỉ", "tên như phu-luc-2022.pdf", remedy
        else:
            remedy = "đổi sang một trong các loại trên, hoặc bỏ liên kết"
            yield "E511", f"tệp “{shorten(path)}” thuộc loại không công khai", f".md, {', '.join(ATTACHMENTS)}", remedy

    def _anchor(self, path: str, anchor: str, shown: str) -> Iterator[tuple[str, str, str, str]]:
        """A place on a page is a heading of it, or a mark that its writer set."""
        anchor = unquote(anchor)
        outline = self._outlines.get(path)
        if outline is None and path not in self._contents.generated:
            return  # the page could not be read; that has been told
        if outline is None:
            yield (
                "E510",
                f"liên kết “{shown}” dẫn tới một chỗ trên trang do phần mềm dựng",
                "liên kết tới cả trang",
                f"bỏ “#{shorten(anchor)}”",
            )
            return
        anchors = self._contents.anchors[path]
        if anchor in outline.changing:
            found = f"liên kết “{shown}” dẫn tới đề mục có số liệu, địa chỉ đổi theo số"
            remedy = "đặt tên cho đề mục, ví dụ ## Đề mục {: #ten-muc }, rồi dẫn tới #ten-muc"
            yield "E510", found, "đề mục có địa chỉ không đổi", remedy
        elif anchor not in anchors:
            near = nearest(anchor, anchors)
            usual = "xem lại phần sau dấu #: chữ thường không dấu của đề mục, nối bằng gạch ngang"
            remedy = f"có phải là #{near}?" if near else usual
            yield "E510", f"liên kết “{shown}” dẫn tới một đề mục không có", "một đề mục của trang đó", remedy


def _split(address: str) -> SplitResult | None:
    try:
        return urlsplit(address)
    except ValueError:
        return None


def _is_told(address: str) -> bool:
    """Whether the laws of markup refuse an address: one of another host without its scheme, or that runs something."""
    parts = _split(unescape(address))
    hidden = parts is not None and parts.scheme not in ("", "http", "https")
    return hidden or address.replace("\\", "/").startswith("//")


def _taken(path: str, found: str) -> Problem:
    """What a person wrote would be lost: another page or file stands in its place."""
    remedy = "đổi tên tệp, rồi sửa các liên kết tới tệp"
    return Problem(Place(f"docs/{path}"), "E511", found, "địa chỉ chưa có trang hay tệp nào", remedy)


def _unreadable(page: NarrativePage, project: Project) -> Problem:
    if len(page.text) > LONGEST_PAGE:
        found, remedy = "trang quá dài", "tách trang; bảng số liệu thì để ở data và gọi bằng macro"
        return Problem(Place(page.path), "E101", found, f"trang dưới {LONGEST_PAGE // 1000} nghìn chữ", remedy)
    n = first_unreadable(page, project.settings)
    if _ATTRIBUTES.search(page.text.split("\n")[n - 1]):
        found, remedy = "cặp ngoặc {: … } có thuộc tính không đọc được", "xóa cặp ngoặc {: … } ở dòng này"
        return Problem(Place(page.path, n), "E106", found, "trong {: … } chỉ có #tên-đoạn", remedy)
    found, remedy = "trích dẫn hoặc danh sách lồng nhau quá nhiều mức", "bớt dấu > và bớt các mức thụt vào"
    return Problem(Place(page.path, n), "E101", found, "vài mức", remedy)


def _one_brace(page: NarrativePage, lines: list[str]) -> Iterator[Problem]:
    """A macro is called with two braces; with one, the call itself would be printed."""
    for n, line in enumerate(lines, 1):
        for call in _ONE_BRACE.finditer(line):
            found = f"macro “{call[1]}” chỉ có một dấu ngoặc nhọn nên trang in nguyên lời gọi"
            remedy = f"viết {{{{ {call[1]}(…) }}}}, mở và đóng đều hai dấu"
            yield Problem(Place(page.path, n, call.start() + 1), "E513", found, '{{ tên_macro("mã", …) }}', remedy)


def _footnotes(page: NarrativePage, outline: Outline, lines: list[str]) -> Iterator[Problem]:
    """Each footnote that is called is written, once; each that is written is called."""
    first: dict[str, int] = {}
    for n, line in enumerate(lines, 1):
        written = _DEFINITION.match(line)
        if written and written[1] in first:
            found = f"chú thích [^{shorten(written[1], 20)}] viết hai lần (lần đầu ở dòng {first[written[1]]})"
            remedy = "xóa một lần, hoặc đổi số ở cả chỗ gọi lẫn chỗ viết"
            yield Problem(Place(page.path, n, 1), "E512", found, "mỗi chú thích một lần", remedy)
        elif written:
            first[written[1]] = n
    for mark in outline.undefined:
        shown = f"[^{shorten(mark, 20)}]"
        remedy = f"thêm dòng {shown}: nội dung, ở cuối trang"
        place = _first(page, lines, f"[^{mark}]")
        yield Problem(place, "E512", f"chú thích {shown} chưa được viết", "mỗi chỗ gọi có một chú thích", remedy)
    for mark in outline.orphans:
        shown = f"[^{shorten(mark, 20)}]"
        remedy = f"viết {shown} ở chỗ cần chú thích, hoặc xóa chú thích"
        place = Place(page.path, first[mark], 1) if mark in first else _first(page, lines, f"[^{mark}]:")
        yield Problem(place, "E512", f"không chỗ nào gọi chú thích {shown}", "mỗi chú thích có chỗ gọi", remedy)


def _spots(page: NarrativePage, lines: list[str]) -> dict[str, list[Place]]:
    """Where each address is written as one, in order."""
    spots: dict[str, list[Place]] = {}
    for n, line in enumerate(lines, 1):
        for match in _WRITTEN.finditer(line):
            spots.setdefault(match[1] or match[2] or match[3], []).append(Place(page.path, n, match.start() + 1))
    return spots


def _place(page: NarrativePage, lines: list[str], spots: dict[str, list[Place]], target: Target) -> Place:
    """Where a link is written: the n-th spot where its address stands as one."""
    written = spots.get(target.address, [])
    return (
        written[min(target.occurrence, len(written) - 1)] if written else _first(page, lines, target.address or "]()")
    )


def _first(page: NarrativePage, lines: list[str], words: str) -> Place:
    """The first place of some words on a page; the page as a whole where they stand otherwise."""
    for n, line in enumerate(lines, 1):
        if words and words in line:
            return Place(page.path, n, line.index(words) + 1)
    return Place(page.path)
