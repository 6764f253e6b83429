"""Laws of the markup of pages: words, Markdown and macros, pictures of the project, and nothing that runs."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from html import unescape
from urllib.parse import unquote

from macros.checks.index import Known
from macros.markup.allowed import Kind, Refused, refused
from macros.markup.pictures import ENDINGS, LARGEST_PICTURE, picture_fault
from macros.markup.rendering import Expanded, RenderedPage, expanded, extensions_of, rendered_page
from macros.problems.problem import Place, Problem, shorten
from macros.reading.narrative import NarrativePage
from macros.reading.outline import Outline
from macros.reading.project import Project

# A piece may be broken over lines; more of them would find it where it is not.
_MOST_LINES = 4
_FIRST_TAG = re.compile(r"<[^>]*>?", re.DOTALL)
_NOTHING = re.compile("[\\s\\\\\u00ad\u200b-\u200f\u2060\ufeff]+")
_PICTURE = re.compile(r"<img\b[^>]*>")
_ATTRIBUTE = re.compile(r'\b(src|alt)="([^"]*)"')
# Where a link may lead without anybody looking closer.
_HARMLESS = re.compile(r"(?:https?://)?[\w./#-]*")
# What may become more than words and plain elements of Markdown.
_MORE_THAN_WORDS = re.compile(
    r"[<{}|\x01-\x08\x0b-\x1f\x7f\ue000-\uf8ff]"
    r"|&(?:#|\w+;)|!\[|!!!|```|~~~|\\(?![-.)*_#+])"
    r"|\]\((?!(?:https?://)?[\w./#-]*\))"  # a link with a title, with a macro in it, or to what is no plain address
    r"|\[(?!\^[\w-]+\])[^\]]*\]:|\[\^(?![\w-]+\])"  # a definition that is no footnote's, an odd footnote
)


def problems(project: Project, known: Known) -> Iterator[Problem]:
    extensions = extensions_of(project.settings.extensions if project.settings else {})
    for page in project.pages:
        # What Markdown fails at has no outline, of which the check of links tells.
        outline = project.choice.outlines.get(page.source)
        if outline is not None and not is_plain(page, outline):
            source = expanded(page.parts)
            try:
                rendered = rendered_page(source.text, extensions)
            except Exception:
                # With what macros print in it: `{: id={{ typed("") }} }`.
                yield _unrendered(page)
                continue
            yield from _page(page, source, rendered, project)


def is_plain(page: NarrativePage, outline: Outline) -> bool:
    """Whether a page has nothing that these laws could forbid: nearly every narrative is one.

    Markdown makes nothing but its own elements of words without tags, entities, attributes, pictures, tables, code
    between fences and definitions, whose links have no titles.
    """
    typed = [part.text for part in page.parts if part.is_typed]
    return (
        not any(part.is_statement for part in page.parts)
        and all(target.alternative is None and _HARMLESS.fullmatch(target.address) for target in outline.targets)
        and _MORE_THAN_WORDS.search("\0".join(typed)) is None
    )


def _unrendered(page: NarrativePage) -> Problem:
    found, remedy = "có macro trong cặp ngoặc {: … }", "xóa các cặp ngoặc {: … } có macro trên trang này"
    return Problem(Place(page.path), "E106", found, "trong {: … } chỉ có #tên-đoạn", remedy)


def _page(page: NarrativePage, source: Expanded, rendered: RenderedPage, project: Project) -> Iterator[Problem]:
    """A page holds what Markdown and macros make, and leads only where a link may."""
    finder = _Finder(page, source)
    for tag in map(_opening, rendered.typed):
        yield _typed(finder.place(tag), tag)
    # What was typed as HTML has been told as it was typed.
    told = Counter(piece for typed in rendered.typed for piece in refused(typed))
    for piece in refused(rendered.html):
        if told[piece]:
            told[piece] -= 1
        elif piece.kind is not Kind.STRUCTURE or not rendered.typed:
            yield _refused(finder, piece)
    if not any("<img" in typed.lower() for typed in rendered.typed):
        yield from _pictures(page, finder, rendered.html, project)


def _opening(typed: str) -> str:
    """The first tag of what was typed as HTML."""
    opened = _FIRST_TAG.match(typed.lstrip())
    return opened[0] if opened else typed


def _typed(place: Place, piece: str) -> Problem:
    return Problem(
        place,
        "E106",
        f"có mã đánh dấu “{shorten(piece)}”",
        "chữ, Markdown và macro, không có thẻ HTML",
        "xóa thẻ; muốn in đậm viết **chữ**, muốn liên kết viết [chữ](địa chỉ); dấu < thật thì để cách một chỗ",
    )


def _refused(finder: "_Finder", piece: Refused) -> Problem:
    value = shorten(piece.value)
    if piece.kind is Kind.ADDRESS:
        return Problem(
            finder.place(piece.value),
            "E203",
            f"địa chỉ “{value}” không an toàn",
            "https://…, http://…, mailto:, tel: hoặc một trang của dự án",
            "viết lại địa chỉ",
        )
    if piece.kind is Kind.PICTURE:
        return Problem(
            finder.place(piece.value),
            "E515",
            f"ảnh “{value}” không nằm trong dự án",
            "ảnh là tệp trong docs/, địa chỉ tính từ trang này",
            "tải ảnh về, đặt cạnh trang, viết ![nội dung ảnh](tên-ảnh.png)",
        )
    allowed = "chữ, Markdown và macro, không có thẻ HTML"
    if piece.kind is Kind.MACRO:
        what = "địa chỉ" if piece.attribute in ("href", "src") else f"thuộc tính “{piece.attribute}”"
        found, remedy = f"có macro đặt trong {what}", "đưa macro ra ngoài, trong đó chỉ viết chữ"
        return Problem(finder.place(piece.value), "E106", found, allowed, remedy)
    if piece.kind is Kind.ATTRIBUTE:
        typed = f"{piece.attribute}={value}"
        return Problem(
            finder.place(piece.value, piece.attribute),
            "E106",
            f"có thuộc tính “{typed}”",
            "trong {: … } chỉ có #tên-đoạn",
            f"xóa “{piece.attribute}” trong cặp ngoặc {{: … }}",
        )
    if piece.kind is Kind.ELEMENT:
        return _typed(finder.place(f"<{piece.element}"), f"<{piece.element}>")
    found, remedy = "có thẻ HTML đặt lồng nhau sai", "xóa thẻ; một liên kết không đặt trong một liên kết khác"
    return Problem(Place(finder.path), "E106", found, allowed, remedy)


def _pictures(page: NarrativePage, finder: "_Finder", html: str, project: Project) -> Iterator[Problem]:
    """A picture is a file of the project, of a kind that is one, not too heavy, and says in words what it shows."""
    for picture in _PICTURE.findall(html):
        told = {name: unescape(value) for name, value in _ATTRIBUTE.findall(picture)}
        address, words = told.get("src", ""), told.get("alt", "")
        if any(piece.attribute == "src" for piece in refused(picture)):
            continue
        place = finder.place(address)
        if not words.strip():
            yield Problem(
                place,
                "E515",
                f"ảnh “{shorten(address)}” chưa có lời mô tả",
                "mỗi ảnh có lời cho người không xem được ảnh",
                "viết điều ảnh cho thấy giữa cặp ngoặc vuông: ![Biểu đồ số hồ sơ theo tháng](tên-ảnh.png)",
            )
        if fault := _file_fault(page, address, project):
            yield Problem(
                place,
                "E515",
                f"ảnh “{shorten(address)}” {fault}",
                f"ảnh {', '.join(ENDINGS)} trong docs/, dưới {LARGEST_PICTURE // 1_000_000} MB",
                "đặt tệp ảnh cạnh trang và viết đúng tên tệp; ảnh nặng thì thu nhỏ rồi lưu lại",
            )


def _file_fault(page: NarrativePage, address: str, project: Project) -> str | None:
    path = unquote(re.split("[?#]", address, maxsplit=1)[0])
    name = posixpath.normpath(posixpath.join("docs", posixpath.dirname(page.source), path))
    inside = name.startswith("docs/") and not path.startswith("/")
    content = project.files.content(name, LARGEST_PICTURE + 1) if inside else None
    return "không có trong docs/" if content is None else picture_fault(name, content)


class _Finder:
    """Where on a page a piece of its HTML was typed, as far as that can be told."""

    def __init__(self, page: NarrativePage, source: Expanded) -> None:
        self.path = page.path
        self._page = page
        self._source = source
        self._told: dict[str, int] = {}

    # Most pages have nothing that is looked for.
    @cached_property
    def _written(self) -> list[str]:
        return self._page.text.replace("\r\n", "\n").split("\n")

    @cached_property
    def _uncoded(self) -> list[str]:
        return self._page.written_lines()

    @cached_property
    def _lines(self) -> list[str]:
        return self._source.text.split("\n")

    def place(self, piece: str, name: str = "") -> Place:
        """The next place of a piece that comes several times; the page alone where it is not found."""
        # Of a tag whose attributes Markdown has changed the name is left.
        tag = piece.split()[0] if piece.startswith("<") else ""
        for part in filter(None, (piece, name, tag)):
            lines = self._literal(part) or list(self._found(part))
            if lines:
                turn = self._told.get(part, 0)
                self._told[part] = turn + 1
                line = lines[min(turn, len(lines) - 1)]
                return Place(self.path, line, self._column(line, part))
        return Place(self.path)

    def _literal(self, piece: str) -> list[int]:
        """The lines on which the piece stands as it is and by itself; those of code only where there is no other."""
        alone = re.compile(rf"(?<![\w:/]){re.escape(piece)}")
        for lines in (self._uncoded, self._written):
            if found := [n for n, line in enumerate(lines, 1) for _ in alone.finditer(line)]:
                return found
        return []

    def _column(self, line: int, piece: str) -> int:
        written = self._written[line - 1] if line <= len(self._written) else ""
        for typed in (piece, piece.split("\n")[0]):
            if typed and typed in written:
                return written.index(typed) + 1
        return 0

    def _found(self, piece: str) -> Iterator[int]:
        """The lines on which the piece begins, however it is spaced, escaped or broken over lines."""
        needle = _bare(piece)
        if not needle:
            return
        offset = 0
        for n, line in enumerate(self._lines):
            window = _bare("\n".join(self._lines[n : n + _MOST_LINES]))
            rest = _bare("\n".join(self._lines[n + 1 : n + _MOST_LINES]))
            for _ in range(window.count(needle) - rest.count(needle)):
                yield self._source.line(offset)
            offset += len(line) + 1


def _bare(text: str) -> str:
    """A text as a browser reads an address: without what it does not see, and without escapes."""
    return _NOTHING.sub("", unquote(unescape(text))).casefold()
